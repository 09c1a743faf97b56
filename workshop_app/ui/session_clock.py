"""The clock of the session that is on. It runs while somebody lets it run, and never by itself after a restart."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_app.domain.facts import Fact, Happened
from workshop_app.facilitation.clock import BELL, PAUSE, START, Ticker, last_set, standing_at

if TYPE_CHECKING:  # the desk owns its clock
    from workshop_app.ui.desk import Desk

HEARTBEAT = 15.0  # seconds of a session that a power cut may cost
MOST = 1e6  # seconds; no session lasts ten days on its own clock


class SessionClock(QObject):
    """Counts `ticks` (seconds that only ever rise). Facts and a heartbeat among the drafts tell where it stands."""

    ticked = Signal()  # every second while it runs
    changed = Signal()  # started, paused, stopped by the bell, or another session is on

    def __init__(self, desk: "Desk", ticks: Callable[[], float]) -> None:
        super().__init__(desk)
        self._desk, self._ticks = desk, ticks
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.beat)
        desk.changed.connect(lambda _changes: self._look())
        desk.flushing.connect(self._keep)
        self._session_id, self._kept = "", 0.0
        self._ticker = Ticker()
        self._set: Fact | None = None
        self._turn_to(self._session_now())

    @property
    def elapsed(self) -> timedelta:
        """How long the session has run so far, over all its days."""
        return timedelta(seconds=self._ticker.tick(self._ticks()))

    @property
    def running(self) -> bool:
        """Whether time is passing."""
        return self._ticker.running

    @property
    def begun(self) -> bool:
        """Whether it was ever started in this session."""
        return self._set is not None

    @property
    def stopped_by_bell(self) -> bool:
        """Whether the session stands until another day."""
        return not self.running and self._set is not None and self._set.data.get("what") == BELL

    @property
    def stands_since(self) -> datetime | None:
        """The time of day (aware) of the last thing on record in this session; None while it runs or has not begun."""
        if self.running or not self.begun:
            return None
        own = (fact.at for fact in reversed(self._desk.workspace.facts) if fact.data.get("session") == self._session_id)
        return next(own, None)

    def start(self) -> None:
        """Start it, or let it go on."""
        if self._session_id and not self.running:
            self._ticker.start(self._ticks())
            if not self._record(START):
                self._ticker.pause(self._ticks())
            self._follow()

    def pause(self) -> None:
        """Let it stand for a while. What was counted is on record."""
        if self.running:
            self._stand(PAUSE)

    def bell(self) -> None:
        """The bell rang: the session stands until another day."""
        if self.begun and not self.stopped_by_bell:
            self._stand(BELL)

    def beat(self) -> None:
        """A second has passed, or so."""
        if self.running:
            if self._ticker.tick(self._ticks()) - self._kept >= HEARTBEAT:
                self._keep()
            self.ticked.emit()

    def _stand(self, what: str) -> None:
        self._ticker.pause(self._ticks())
        self._record(what)
        self._follow()

    def _record(self, what: str) -> bool:
        elapsed = self._ticker.elapsed_s
        return self._desk.record(Happened.CLOCK, {"session": self._session_id, "what": what, "elapsed": elapsed})

    def _follow(self) -> None:
        """Tick as long as it runs, and say that something changed."""
        if self.running:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    def _keep(self) -> None:
        if self.running:
            self._kept = self._ticker.tick(self._ticks())
            self._desk.keep_draft(_key(self._session_id), str(round(self._kept, 1)))

    def _look(self) -> None:
        """Another fact, or another session: one that was prepared, or that came and went with undo."""
        session_id = self._session_now()
        if session_id == self._session_id:
            self._set = last_set(self._desk.workspace.facts, session_id)
            return
        self._keep()
        self._turn_to(session_id)
        self._follow()

    def _turn_to(self, session_id: str) -> None:
        workspace = self._desk.workspace
        heard = workspace.draft(_key(session_id)) if session_id else ""
        self._session_id = session_id
        self._kept = standing_at(workspace.facts, session_id, _seconds(heard))
        self._ticker = Ticker(self._kept)
        self._set = last_set(workspace.facts, session_id)

    def _session_now(self) -> str:
        session = self._desk.session
        return session.id if session is not None else ""


def _key(session_id: str) -> str:
    return f"clock/{session_id}"


def _seconds(heard: str) -> float:
    try:
        found = float(heard)
    except ValueError:  # nothing was heard yet, or it makes no sense
        return 0.0
    return found if 0 <= found < MOST else 0.0
