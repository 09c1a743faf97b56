"""A session that has reached its end: where what was said is kept, and what comes next."""

from functools import partial

from workshop_app.domain import sessions
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.words import translate


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
        column.addSpacing(12)
        onward = pieces.button(
            translate("lead", "Prepare the next one  →"), partial(desk.going.emit, "prepare"), kind="primary"
        )
        seen = pieces.button(translate("lead", "See the map  →"), partial(desk.going.emit, "map"))
        column.addLayout(pieces.row(onward, seen, None))
        again = pieces.button(translate("lead", "It is not over yet"), self._reopen, kind="quiet")
        column.addLayout(pieces.row(again, None))
        column.addStretch(1)

    def _reopen(self) -> None:
        session = self.desk.session
        if session is not None:
            self.desk.do("end-session", sessions.end, session.id, False)
