"""The ledger: every idea that was given, and what was answered."""

from workshop_app.domain import answers, ideas
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.promises_part import PromisesPart
from workshop_app.words import translate


class LedgerPart(PromisesPart):
    """It says how many ideas have an answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._sum = Words("", size=22)
        column = pieces.column(8)
        column.addWidget(self._sum)
        column.addStretch(1)
        self.setLayout(column)

    def refresh(self) -> None:
        """Count anew."""
        given = ideas.on_board(self.desk.programme)
        answered = answers.by_idea(self.desk.programme)
        n = sum(one.id in answered for one in given)
        self._sum.set_text(translate("promises", "{n} of {all} ideas have an answer.", n=n, all=len(given)))
