"""All that is on record about one idea: its words, its answer, what each side knows, and what lies underneath a no."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from workshop_app.domain import answers, expertise, honest_no, through_plans
from workshop_app.domain.answers import Answer, named
from workshop_app.domain.audience import heading
from workshop_app.domain.honest_no import HonestNo
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.replies import Reply
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.expertise_words import column_name, gap_words
from workshop_app.ui.going import to_plan
from workshop_app.ui.honest_path import questions
from workshop_app.ui.lettering import Words
from workshop_app.ui.role_words import label_and_role
from workshop_app.ui.shared.drawing import Picture
from workshop_app.words import translate

DRAWN_W = 400  # logical pixels of an idea that was drawn


class IdeaKnown(QWidget):
    """It only shows, apart from taking an answer back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = pieces.column(10)
        self.setLayout(self._column)

    def show_idea(self, idea: Idea) -> None:
        """Show an idea as it is now."""
        column, programme = self._column, self._desk.programme
        pieces.clear(column)
        who = label_and_role(idea)
        column.addWidget(pieces.label(who, tone="soft", size=15))
        if idea.drawing:
            column.addWidget(Picture(idea.drawing, DRAWN_W))
        if idea.text or not idea.drawing:
            column.addWidget(Words(heading(idea), size=30, bold=True))
        if idea.translation:
            column.addWidget(Words(idea.translation, size=18, colour="soft"))
        answer = answers.answer_to(programme, idea.id)
        if answer is not None:
            column.addWidget(self._answer(answer))
        elif replied := through_plans.by_idea(programme).get(idea.id, ()):
            column.addWidget(self._replied(replied))
        column.addSpacing(6)
        self._known(idea)
        path = honest_no.path_of(programme, idea.id)
        if path is not None:
            self._underneath(path)
        column.addStretch(1)

    def _answer(self, answer: Answer) -> QFrame:
        made = pieces.frame("accent", margins=(18, 12, 12, 12), spacing=4)
        said = translate("idea", "Our answer: {answer}", answer=named(answer))
        back = pieces.button(
            translate("idea", "Take the answer back"),
            lambda: self._desk.do("take-answer-back", answers.withdraw_answer, answer.id),
            kind="quiet",
        )
        pieces.fill(made, Words(said, size=19, bold=True))
        if answer.reason:
            pieces.fill(made, Words(answer.reason, size=17))
        pieces.fill(made, _beside(Words(answer.by, size=15, colour="soft", middle=True), back))
        return made

    def _replied(self, replied: Sequence[Reply]) -> QFrame:
        """What was replied to the asks of its plan; there it can be taken back."""
        made = pieces.frame("accent", margins=(18, 12, 12, 12), spacing=4)
        for one in replied:
            said = translate("idea", "Answered through its plan: {answer}", answer=named(one))
            pieces.fill(made, Words(said, size=19, bold=True))
            if one.reason:
                pieces.fill(made, Words(one.reason, size=17))
        there = partial(to_plan, self._desk, replied[0].plan_id)
        to_it = pieces.button(translate("idea", "To the plan  →"), there, kind="quiet")
        who = ", ".join(dict.fromkeys(one.decided_by for one in replied))
        pieces.fill(made, _beside(Words(who, size=15, colour="soft", middle=True), to_it))
        return made

    def _known(self, idea: Idea) -> None:
        known = expertise.about(self._desk.programme, idea.id)
        for role in (Role.STUDENT, Role.STAFF, Role.FAMILY):
            text = str(getattr(known, expertise.FIELDS[role])) if known else ""
            if text:
                self._said(column_name(role), text)
        gaps = expertise.gaps(self._desk.programme, idea.id)
        if gaps:
            notice = pieces.frame("notice", margins=(16, 10, 16, 10))
            pieces.fill(notice, Words("\n".join(map(gap_words, gaps)), size=16, colour="notice"))
            self._column.addWidget(notice)

    def _underneath(self, path: HonestNo) -> None:
        self._column.addSpacing(6)
        self._column.addWidget(pieces.label(honest_no.name(path.because), tone="notice", size=16, bold=True))
        for step, question in questions().items():
            if text := str(getattr(path, step)):
                self._said(question.asks, text)

    def _said(self, heading: str, text: str) -> None:
        self._column.addWidget(pieces.label(heading, tone="soft", size=15))
        self._column.addWidget(Words(text, size=18))


def _beside(words: Words, button: QPushButton) -> QHBoxLayout:
    line = pieces.row(words, button)
    line.setStretch(0, 1)
    return line
