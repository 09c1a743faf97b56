"""The first step of choosing: hands go up, students' and adults' counted apart; the group insists where few did."""

from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.domain.answers import Answer
from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.sessions import Session
from workshop_app.ui import pieces
from workshop_app.ui.across import Across
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages import choose_short
from workshop_app.ui.pages.choose_list import BackList
from workshop_app.ui.pages.choose_step import Step
from workshop_app.words import translate
from workshop_app.workspace import Changes


class BackStep(Step):
    """Left every idea with its backing, right what goes forward."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ideas = BackList(desk)
        private = pieces.button(
            translate("choose", "Back in private…"), partial(desk.going.emit, "back-in-private"), kind="small"
        )
        asked = QWidget()
        left = pieces.column(8)
        asked.setLayout(left)
        left.addWidget(pieces.label(translate("choose", "What matters most to us?"), size=30, bold=True))
        how = translate("choose", "Read an idea aloud, count the hands of students, then those of adults.")
        left.addWidget(pieces.label(how, tone="soft", size=17, wrap=True))
        finding = pieces.row(self._ideas.search, private)
        finding.setStretch(0, 1)
        left.addLayout(finding)
        left.addWidget(pieces.scroller(self._ideas), 1)
        across = pieces.column()
        across.addWidget(Across(self._side(), asked, 340, least=1000, first=False, spacing=26))
        self.setLayout(across)

    def _side(self) -> QFrame:
        self._most = pieces.Choice(
            ((str(n), str(n)) for n in choose_short.MOST_FORWARD),
            self._chosen_most,
            kind="small",
            name=translate("choose", "How many go forward"),
        )
        self._forward = pieces.column(8)
        inside = QWidget()
        inside.setLayout(self._forward)
        side = pieces.frame("panel", margins=(18, 18, 18, 18), spacing=10)
        self._onward = pieces.button(
            translate("choose", "What do we know?  →"), partial(self.going.emit, "know"), kind="primary"
        )
        take = partial(choose_short.take_forward, self.desk)
        self._take = pieces.button(translate("choose", "Take these forward  →"), take)
        note = translate("choose", "The most backed go forward, and any that we insist on. Ties go together.")
        pieces.fill(
            side,
            pieces.label(translate("choose", "Going forward"), size=20, bold=True),
            pieces.label(note, tone="soft", size=15, wrap=True),
            pieces.row(pieces.label(translate("choose", "Most backed:"), size=15), self._most, None),
            pieces.scroller(inside),
            self._onward,
            self._take,
        )
        return side

    def take(self, changes: Changes) -> None:
        """Backing changes in its row; anything else lists anew."""
        if not changes.touches(Idea, Theme, Answer, Session):
            return
        touched = changes.of(Idea)
        if changes.label in ("back", "insist") and self._ideas.show_backing(touched):
            self._show_forward()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Every idea, theme by theme, and what goes forward."""
        self._most.choose(str(choose_short.most(self.desk)))
        self._ideas.refresh()
        self._show_forward()

    def _chosen_most(self, key: str) -> None:
        choose_short.set_most(self.desk, key)
        self._show_forward()

    def _show_forward(self) -> None:
        pieces.clear(self._forward)
        chosen = choose_short.proposed(self.desk)
        for idea in chosen:
            card = pieces.frame("accent", margins=(14, 10, 14, 10), spacing=2)
            reason = pieces.label(_backing_words(idea), tone="soft", size=14, wrap=True)
            pieces.fill(card, Words(heading(idea), size=16), reason)
            self._forward.addWidget(card)
        if not chosen:
            none = translate("choose", "Nothing yet. It begins with the first hand that goes up.")
            self._forward.addWidget(pieces.label(none, tone="soft", wrap=True))
        if choose_short.refused(self.desk):
            said = translate("choose", "What was answered no goes forward only if we insist on it.")
            self._forward.addWidget(pieces.label(said, tone="notice", size=15, wrap=True))
        self._forward.addStretch(1)
        self._take.setEnabled(bool(chosen))
        self._onward.setEnabled(bool(chosen))


def _backing_words(idea: Idea) -> str:
    students, adults = idea.students_back, idea.adults_back
    counted = [
        translate("choose", "1 student") if students == 1 else translate("choose", "{n} students", n=students),
        translate("choose", "1 adult") if adults == 1 else translate("choose", "{n} adults", n=adults),
    ]
    if idea.insisted:
        counted.append(translate("choose", "we insist"))
    return " · ".join(counted)
