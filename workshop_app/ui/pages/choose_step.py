"""What the steps of choosing have in common, and the frame of those that take one idea of the short list at a time."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_idea
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages import choose_short
from workshop_app.ui.shared.drawing import Picture
from workshop_app.words import translate
from workshop_app.workspace import Changes

DRAWN_W = 300  # logical pixels of an idea that was drawn
_AT = "choose/idea"  # the draft that remembers which idea of the short list is up


class Step(QWidget):
    """One step; it asks to go to another by its key."""

    going = Signal(str)

    def refresh(self) -> None:
        """Show everything anew."""

    def type_on(self) -> None:
        """The keyboard goes where one types, or nowhere that a space would press."""
        field = next((one for one in self.findChildren(QPlainTextEdit) if one.isVisible()), None)
        (field or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, changes: Changes) -> None:
        """Show what changed."""
        self.refresh()


class OneByOne(Step):
    """One idea of the short list in big type. What is asked about it is filled in by `build` and `update_idea`.

    `above` stands over the body and stays, the body is cleared for each idea, `foot` holds the way on.
    """

    def __init__(self, desk: Desk, question: str) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Idea | None = None
        self._words = Words(size=28, bold=True, most=3)
        self._where = pieces.label("", tone="soft", size=15)
        self._answer = pieces.button(translate("choose", "Answer…"), self._to_answer, kind="small")
        self._before = pieces.button(
            "←", partial(self._turn, -1), kind="small", name=translate("choose", "The idea before")
        )
        self._next = pieces.button(translate("choose", "Next idea  →"), partial(self._turn, 1), kind="small")
        self.body = pieces.column(12)
        holder = QWidget()
        holder.setLayout(self.body)
        self.foot = pieces.row(self._before, self._next, None)
        column = pieces.column(10)
        asked = pieces.label(question, tone="soft", size=17, wrap=True)
        column.addLayout(pieces.row(self._where, None, self._answer))
        self._drawn = pieces.column(0)
        column.addLayout(self._drawn)
        column.addWidget(self._words)
        column.addWidget(asked)
        self.above = pieces.column(0)
        column.addLayout(self.above)
        column.addWidget(pieces.scroller(holder), 1)
        column.addLayout(self.foot)
        self._empty = pieces.label(
            translate("choose", "First back an idea, or insist on one. Then we look at it here."), size=20, wrap=True
        )
        self._holder = QWidget()
        self._holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        outer = pieces.column(0)
        outer.addWidget(self._empty)
        outer.addWidget(self._holder, 1)
        self.setLayout(outer)

    def build(self, idea: Idea, body: QVBoxLayout) -> None:
        """Another idea is up: fill the empty `body`."""

    def update_idea(self, idea: Idea) -> None:
        """Show the idea that is up as it is now; what somebody is typing stays."""

    def show_last(self, last: bool) -> None:
        """Whether the idea that is up is the last of the short list."""

    def refresh(self) -> None:
        """The idea that is up."""
        found = choose_short.short_list(self.desk)
        self._empty.setVisible(not found)
        self._holder.setVisible(bool(found))
        if not found:
            self._shown = None
            return
        ids = [idea.id for idea in found]
        at = self.desk.workspace.draft(_AT)
        place = ids.index(at) if at in ids else 0
        idea = found[place]
        self._where.setText(translate("choose", "Idea {n} of {all}", n=place + 1, all=len(ids)))
        self._words.set_text(heading(idea))
        self._answer.setAccessibleName(translate("choose", "Answer: {idea}", idea=heading(idea)))
        self._before.setEnabled(place > 0)
        last = place + 1 == len(ids)
        self._next.setEnabled(not last)
        self.show_last(last)
        if self._shown is None or self._shown.id != idea.id:
            pieces.clear(self.body)
            pieces.clear(self._drawn)
            if idea.drawing:
                self._drawn.addWidget(Picture(idea.drawing, DRAWN_W))
            self.build(idea, self.body)
        self._shown = idea
        self.update_idea(idea)

    def _turn(self, by: int) -> None:
        ids = [idea.id for idea in choose_short.short_list(self.desk)]
        if self._shown is None or self._shown.id not in ids:
            return
        self.desk.flushing.emit()
        place = min(len(ids) - 1, max(0, ids.index(self._shown.id) + by))
        self.desk.keep_draft(_AT, ids[place])
        self.refresh()

    def _to_answer(self) -> None:
        if self._shown is not None:
            to_idea(self.desk, self._shown.id)
