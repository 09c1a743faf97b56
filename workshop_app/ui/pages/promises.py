"""Promises: what the school promised, what became of every idea, and whether it helps. One part at a time."""

from PySide6.QtWidgets import QStackedWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import PART
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.promises_part import PromisesPart
from workshop_app.ui.pages.promises_parts import PARTS
from workshop_app.ui.papers_sheet import PROMISES, PapersSheet
from workshop_app.words import translate
from workshop_app.workspace import Changes


class PromisesPage(Page):
    """The parts as chips above; each is made when it is first looked at."""

    name = "promises"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chips = pieces.Choice(
            [(part.key, part.words()) for part in PARTS],
            self.show_part,
            name=translate("promises", "What to look at"),
            kind="tab",
        )
        self._made: dict[str, PromisesPart] = {}
        self._stack = QStackedWidget()
        column = pieces.column(10)
        column.setContentsMargins(theme.PAGE_MARGIN, 10, theme.PAGE_MARGIN, 18)
        show = pieces.button(translate("promises", "Print…"), self._print, kind="small")
        column.addLayout(pieces.row(self._chips, None, show))
        column.addWidget(self._stack, 1)
        self.setLayout(column)

    def enter(self) -> None:
        """The page comes up: days went by perhaps, and another page may have asked for a part."""
        self._stale = True
        super().enter()

    def take(self, changes: Changes) -> None:
        """The part that is up shows what changed; the others do when they come up."""
        part = self._stack.currentWidget()
        if isinstance(part, PromisesPart):
            part.take(changes)

    def refresh(self) -> None:
        """The part that was up when the page was left."""
        self._show(self.desk.workspace.draft(PART))

    def show_part(self, key: str) -> None:
        """Turn to a part, and remember it."""
        self.desk.flushing.emit()
        self.desk.keep_draft(PART, key)
        self._show(key)

    def _print(self) -> None:
        PapersSheet(self.window(), self.desk, PROMISES)

    def _show(self, key: str) -> None:
        part = next((one for one in PARTS if one.key == key), PARTS[0])
        if part.key not in self._made:
            self._made[part.key] = part.make(self.desk)
            self._stack.addWidget(self._made[part.key])
        self._chips.choose(part.key)
        self._stack.setCurrentWidget(self._made[part.key])
        self._made[part.key].refresh()
