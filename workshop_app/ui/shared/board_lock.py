"""Hands off while we talk: nothing on a board changes or moves then, and all of it can still be looked at."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate


class BoardLock(QObject):
    """The lock of one board. Whoever would change something asks it first with `holds_back`."""

    turned = Signal(bool)
    refused = Signal(str)  # something was tried all the same: the sentence that says why it was not done

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self.on = False

    @property
    def is_open(self) -> bool:
        """Whether hands may change something on the board."""
        return not self.on and self._board().isEnabled()

    def turn(self, on: bool) -> None:
        """Lock the board, or let hands on it again."""
        if on != self.on:
            self.on = on
            for menu in self._board().findChildren(QMenu) if on else ():
                menu.close()
            self.turned.emit(on)

    def holds_back(self) -> bool:
        """Whether hands are off now; then that is said."""
        if self.on:
            self.refused.emit(sentence())
        return self.on

    def keep(self, sheet: Veil) -> None:
        """While the lock is on, a sheet over the board can be read and left, and no more."""
        sheet.freeze(self.on)
        self.turned.connect(sheet.freeze)

    def _board(self) -> QWidget:
        return cast("QWidget", self.parent())  # kept by it alone, which it must not keep


def sentence() -> str:
    """Why nothing is done now."""
    return translate("board", "Hands off while we talk.")
