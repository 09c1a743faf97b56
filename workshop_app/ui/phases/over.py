"""A session that has reached its end: where what was said is kept, and what comes next."""

from functools import partial

from PySide6.QtGui import QShowEvent

from workshop_app.domain import sessions
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.papers_sheet import AFTER, PapersSheet
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.ui.reflection_box import ReflectionBox
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.words import translate
from workshop_app.workspace import Changes


class OverPanel(Panel):
    """It can be taken up again: nothing is locked."""

    wide = True

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        column.addWidget(Symbol("sun", 72))
        column.addWidget(title(translate("lead", "This session is over.")))
        words = translate("lead", "What was said is on the map. What was promised is waiting for its answer.")
        column.addWidget(Words(words, size=20))
        column.addSpacing(8)
        self._ask = pieces.button(
            translate("phases", "For the adults, when the students have gone…"), self._look_back, kind="small"
        )
        keep = pieces.button(
            translate("phases", "Print the record…"), lambda: PapersSheet(self.window(), desk, AFTER), kind="small"
        )
        column.addLayout(pieces.row(keep, self._ask, None))
        self._reflection = ReflectionBox(desk)
        self._reflection.hide()
        column.addWidget(self._reflection)
        column.addSpacing(12)
        onward = pieces.button(
            translate("lead", "Prepare the next one  →"), partial(desk.going.emit, "prepare"), kind="primary"
        )
        seen = pieces.button(translate("lead", "See the map  →"), partial(desk.going.emit, "map"))
        column.addLayout(pieces.row(onward, seen, None))
        again = pieces.button(translate("lead", "It is not over yet"), self._reopen, kind="quiet")
        column.addLayout(pieces.row(again, None))
        column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: whenever it comes up the adults' question is folded, and a letter that is typed opens nothing."""
        super().showEvent(event)
        self._reflection.hide()
        self._ask.show()
        self.type_on()

    def take(self, changes: Changes) -> None:
        """What is written down here changes nothing else here."""

    def _look_back(self) -> None:
        session = self.desk.session
        if session is not None:
            self._reflection.show_session(session.id)
            self._reflection.show()
            self._ask.hide()

    def _reopen(self) -> None:
        session = self.desk.session
        if session is not None:
            self.desk.do("end-session", sessions.end, session.id, False)
