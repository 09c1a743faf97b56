"""Which time a picture is of: the whole year, or one session of it. Calm also where there were many."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.dates import long_date
from workshop_app.domain.sessions import Session
from workshop_app.ui import pieces
from workshop_app.ui.picks import Pick
from workshop_app.words import translate

LATEST = 4  # sessions that have a chip of their own


class When(QWidget):
    """Chips for the year and the latest sessions; earlier ones in a list."""

    chosen = Signal(str)  # a session's id, "" for the year

    def __init__(self) -> None:
        super().__init__()
        self.session_id = ""
        self._sessions: dict[str, Session] = {}
        self._chips = pieces.Choice(())
        self._earlier = Pick(translate("map", "Earlier sessions"))
        self._earlier.setMinimumContentsLength(8)
        self._earlier.activated.connect(self._picked)
        self._line = pieces.row(self._chips, self._earlier, None, spacing=8)
        self.setLayout(self._line)
        self._make()

    @property
    def name(self) -> str:
        """What the time that is on is called."""
        session = self._sessions.get(self.session_id)
        return _name(session) if session is not None else translate("map", "The year")

    def show_sessions(self, sessions: Sequence[Session]) -> None:
        """Offer these, in their order. What was on stays on where it still can."""
        known = [(session.id, session.number) for session in sessions]
        if known == [(session.id, session.number) for session in self._sessions.values()]:
            return
        self._sessions = {session.id: session for session in sessions}
        if self.session_id not in self._sessions:
            self.session_id = ""
        self._make()

    def _make(self) -> None:
        """Chips anew, with one for the session that is on, however early it was."""
        sessions = list(self._sessions.values())
        earlier, latest = sessions[:-LATEST], sessions[-LATEST:]
        on = [one for one in earlier if one.id == self.session_id]
        shown = [*on, *latest[len(on) :]]  # never more chips than there is room for
        options = [("", translate("map", "The year")), *((one.id, _name(one)) for one in shown)]
        chips = pieces.Choice(options, self._chose, name=translate("map", "The map of"), kind="small")
        chips.choose(self.session_id)
        self._line.replaceWidget(self._chips, chips)
        self._chips.hide()
        self._chips.deleteLater()
        self._chips = chips
        with QSignalBlocker(self._earlier):
            self._earlier.clear()
            self._earlier.addItem(translate("map", "Earlier…"), "")
            for session in reversed([one for one in sessions if one in on or one not in shown]):
                said = translate("map", "{name}, {day}", name=_name(session), day=long_date(session.held_on))
                self._earlier.addItem(said, session.id)
        self._earlier.setVisible(bool(earlier))
        self._show_earlier()

    def _picked(self, place: int) -> None:
        session_id = str(self._earlier.itemData(place))
        if session_id:
            self.session_id = session_id
            self._make()
            self.chosen.emit(session_id)

    def _chose(self, session_id: str) -> None:
        self.session_id = session_id
        self._show_earlier()
        self.chosen.emit(session_id)

    def _show_earlier(self) -> None:
        """The list stands at what is on, so that arrows go on from there."""
        with QSignalBlocker(self._earlier):
            self._earlier.setCurrentIndex(max(0, self._earlier.findData(self.session_id)))


def _name(session: Session) -> str:
    return translate("map", "Session {n}", n=session.number)
