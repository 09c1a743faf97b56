"""What lies over a board and shows the words of its cards goes with them.

A card that leaves the board (set aside, taken off, undone) may be one that nobody is to read any more.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from workshop_app.ui.shared.veil import Veil

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView


class Holds(QObject):
    """Closes a sheet or a menu as soon as one of the cards or themes with these ids is no longer on the board."""

    def __init__(self, view: "BoardView", over: Veil | QMenu, ids: Iterable[str]) -> None:
        super().__init__(over)
        self._board, self._over, self._ids = view.board, over, frozenset(ids)
        view.took.connect(self._look)
        view.shown_anew.connect(self._look)
        view.destroyed.connect(self._drop)  # nobody would say any more what left

    def _look(self) -> None:
        there = self._board
        if any(one not in there.cards and one not in there.themes for one in self._ids):
            self._close()

    def _close(self) -> None:
        if isinstance(self._over, QMenu):
            self._over.close()
        elif self._over.isHidden():  # below the calm picture, which keeps the keyboard
            self._over.deleteLater()
        else:
            self._over.leave()

    def _drop(self) -> None:
        """The board is gone, and perhaps all of its window with it."""
        self._over.hide()
        self._over.deleteLater()
