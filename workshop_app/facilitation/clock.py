"""A session's clock, told from the facts on record, so that it goes on after the lid was closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from workshop_app.domain.facts import Fact, Happened

START, PAUSE = "start", "pause"


@dataclass(frozen=True, slots=True)
class Clock:
    """How long a session has run (`banked`), and since when it runs (aware time), None while it stands."""

    banked: timedelta = timedelta()
    since: datetime | None = None
    begun: bool = False

    @property
    def running(self) -> bool:
        """Whether time is passing."""
        return self.since is not None

    def elapsed(self, now: datetime) -> timedelta:
        """Time spent so far. A clock that was set back never makes it less than what was banked."""
        return self.banked + (max(timedelta(), now - self.since) if self.since else timedelta())

    def left(self, now: datetime, minutes: int) -> timedelta:
        """Time that is left of `minutes`; below zero when the session runs over."""
        return timedelta(minutes=minutes) - self.elapsed(now)


def clock_of(facts: Iterable[Fact], session_id: str) -> Clock:
    """The clock of a session as its facts tell it."""
    clock = Clock()
    for fact in facts:
        if fact.what is Happened.CLOCK and fact.data.get("session") == session_id:
            what = fact.data.get("what")
            banked = timedelta(seconds=float(fact.data.get("elapsed") or 0))
            clock = Clock(banked, fact.at if what == START else None, True)
    return clock


def asked_now(facts: Iterable[Fact], session_id: str) -> str | None:
    """The id of the prompt that was put to the group last in a session."""
    found = None
    for fact in facts:
        if fact.what is Happened.ASKED and fact.data.get("session") == session_id:
            found = fact.data.get("asked")
    return str(found) if found is not None else None
