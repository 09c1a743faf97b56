"""Choose, in three calm steps, one at a time: back ideas, hear what both sides know of them, and see who agrees."""

from PySide6.QtWidgets import QStackedWidget

from workshop_app.domain.answers import Answer
from workshop_app.domain.consent import Consent, Objection
from workshop_app.domain.expertise import Expertise
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.sessions import Session
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.pages.choose_agree import AgreeStep
from workshop_app.ui.pages.choose_back import BackStep
from workshop_app.ui.pages.choose_know import KnowStep
from workshop_app.ui.pages.choose_step import Step
from workshop_app.ui.pages.page import Page
from workshop_app.words import translate
from workshop_app.workspace import Changes

STEP = "choose/step"  # the draft that remembers which step is up


class ChoosePage(Page):
    """The steps as chips above; whoever leads goes on to the next or jumps."""

    name = "choose"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chips = pieces.Choice(
            (
                ("back", translate("choose", "1  Who backs it")),
                ("know", translate("choose", "2  What we know")),
                ("agree", translate("choose", "3  Who agrees")),
            ),
            self._go,
            name=translate("choose", "The steps of choosing"),
            kind="tab",
        )
        self._steps: dict[str, Step] = {"back": BackStep(desk), "know": KnowStep(desk), "agree": AgreeStep(desk)}
        self._stack = QStackedWidget()
        for step in self._steps.values():
            step.going.connect(self._go)
            self._stack.addWidget(step)
        column = pieces.column(10)
        column.setContentsMargins(theme.PAGE_MARGIN, 10, theme.PAGE_MARGIN, 18)
        column.addLayout(pieces.row(self._chips, None))
        column.addWidget(self._stack, 1)
        self.setLayout(column)

    def take(self, changes: Changes) -> None:
        """The step that is up shows what changed."""
        if changes.touches(Idea, Theme, Answer, Expertise, Consent, Objection, Session):
            self._step().take(changes)

    def refresh(self) -> None:
        """The step that was up when the page was left."""
        key = self.desk.workspace.draft(STEP)
        self._show(key if key in self._steps else "back")

    def _step(self) -> Step:
        return next(step for step in self._steps.values() if step is self._stack.currentWidget())

    def _go(self, key: str) -> None:
        self.desk.flushing.emit()
        self.desk.keep_draft(STEP, key)
        self._show(key)

    def _show(self, key: str) -> None:
        self._chips.choose(key)
        self._stack.setCurrentWidget(self._steps[key])
        self._steps[key].refresh()
        self._steps[key].type_on()
