"""The board of a programme that is only just being opened: it is there at once, and the rest is loaded behind it.

What a hand does here is never lost: a command waits until everything is loaded, and is then done as ever.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from workshop_app.domain.audience import BoardSeen
from workshop_app.ui import theme
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.commands import BoardCommands

if TYPE_CHECKING:
    from workshop_app.ui.work import Work

BAR, FOOT = 60, 117  # the heights of what will be above and below it, so that the board stays where it is
_ASKED = (  # what a board can't answer by itself
    "opened",
    "named",
    "aside_wanted",
    "theme_wanted",
    "translation_wanted",
    "alike_wanted",
    "lens_wanted",
    "story_wanted",
)
Whole = Callable[[], "Work | None"]  # loads the rest, and gives what has come instead


class FirstBoard(QWidget):
    """Looks like the board's page before anything is written around it."""

    def __init__(self, seen: BoardSeen, whole: Whole) -> None:
        super().__init__()
        self.setObjectName("page")
        self._whole = whole
        self.view = BoardView(cast(BoardCommands, _Later(whole)))
        self.view.show_board(seen)
        for name in _ASKED:
            getattr(self.view, name).connect(_Passed(whole, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_blank("bar", theme.tall(BAR)))
        column.addWidget(self.view, 1)
        column.addWidget(_blank("foot", theme.tall(FOOT)))
        self.setFocusProxy(self.view)
        self._column = column

    def take_room(self, size: QSize) -> None:
        """Be as large as it will be, before it is seen: then each card is drawn once, in the right size."""
        self.resize(size)
        self._column.activate()

    @property
    def is_drawn(self) -> bool:
        """Whether every card in view is drawn."""
        seen = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        return not any(item.pixmap().isNull() for item in self.view.board.in_rect(seen))

    @property
    def is_busy(self) -> bool:
        """Whether a hand, a key or a menu is in the middle of something here: then it may not be taken away."""
        held = any(item.is_away for item in self.view.board.cards.values())
        return held or QApplication.activePopupWidget() is not None or bool(QApplication.mouseButtons().value)


class _Later:
    """The board's commands, each done once there is a desk to do it at."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    def __getattr__(self, name: str) -> Callable[..., bool]:
        def later(*words: object) -> bool:
            from workshop_app.ui.board_desk import BoardDesk

            work = self._whole()
            return work is not None and bool(getattr(BoardDesk(work.desk), name)(*words))

        return later


class _Passed:
    """A signal that is said once more by the board that has come instead."""

    def __init__(self, whole: Whole, name: str) -> None:
        self._whole, self._name = whole, name

    def __call__(self, *words: object) -> None:
        work = self._whole()
        for board in work.page.findChildren(BoardView) if work is not None else ():
            getattr(board, self._name).emit(*words)


def _blank(kind: str, height: int) -> QFrame:
    made = QFrame()
    made.setProperty("kind", kind)
    made.setFixedHeight(height)
    return made
