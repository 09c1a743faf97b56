"""A session's clock: it counts ticks of a monotonic clock, so that neither sleep nor a clock set anew changes it."""

from collections.abc import Iterable

from workshop_app.domain.facts import Fact, Happened

START, PAUSE, BELL = "start", "pause", "bell"
LONGEST_GAP = 90.0  # seconds between two ticks; after more than that nobody was there: the lid was closed


class Ticker:
    """Seconds that have passed while it ran. A tick is any steadily rising number of seconds."""

    def __init__(self, banked_s: float = 0.0) -> None:
        self.elapsed_s = banked_s
        self._last: float | None = None

    @property
    def running(self) -> bool:
        """Whether time is being counted."""
        return self._last is not None

    def start(self, tick_s: float) -> None:
        """Count from this tick on."""
        self.tick(tick_s)
        self._last = tick_s

    def tick(self, tick_s: float) -> float:
        """The seconds so far. A gap that is too long, or backwards, counts nothing."""
        if self._last is not None:
            gap = tick_s - self._last
            self.elapsed_s += gap if 0 <= gap <= LONGEST_GAP else 0.0
            self._last = tick_s
        return self.elapsed_s

    def pause(self, tick_s: float) -> float:
        """Count no more; the seconds so far."""
        elapsed_s = self.tick(tick_s)
        self._last = None
        return elapsed_s


def standing_at(facts: Iterable[Fact], session_id: str, heartbeat_s: float = 0.0) -> float:
    """Where the clock of a session stands, in seconds: the furthest that a fact or the last heartbeat tells."""
    told = (fact.data.get("elapsed") for fact in facts if fact.data.get("session") == session_id)
    return max([heartbeat_s, *(float(one) for one in told if one is not None)])


def last_set(facts: Iterable[Fact], session_id: str) -> Fact | None:
    """The fact that tells how the clock of a session was set last; None before it was started."""
    own = [fact for fact in facts if fact.what is Happened.CLOCK and fact.data.get("session") == session_id]
    return own[-1] if own else None


def asked_now(facts: Iterable[Fact], session_id: str) -> str | None:
    """The id of the prompt that was put to the group last in a session."""
    found = None
    for fact in facts:
        if fact.what is Happened.ASKED and fact.data.get("session") == session_id:
            found = fact.data.get("asked")
    return str(found) if found is not None else None
