"""The board with its lock: hands off while we talk. On every page the lock is the same one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workshop_app.ui import pieces
from workshop_app.ui.shared.around import Offer
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.words import translate

_MARGIN = 14


class Lock(QObject):
    """Whether cards may be moved now. It belongs to the open programme and is forgotten with the window."""

    turned = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on = False

    def turn(self, on: bool) -> None:
        """Lock the boards, or let hands on them again."""
        if on != self.on:
            self.on = on
            self.turned.emit(on)


class HandsOff(QWidget):
    """A board under its lock; the button lies in the corner above it, where students reach it too."""

    def __init__(self, board: BoardView, lock: Lock) -> None:
        super().__init__()
        self._lock = lock
        column = pieces.column(0)
        column.addWidget(board)
        self.setLayout(column)
        self._button = pieces.button("", lambda: lock.turn(not lock.on), name=translate("hands off", "Hands off"))
        self._button.setCheckable(True)
        self._button.setParent(self)
        board.around.offer_more(
            Offer(
                translate("hands off", "Hands off while we talk"),
                lambda: lock.turn(not lock.on),
                is_on=lambda: lock.on,
            )
        )
        lock.turned.connect(self._show)
        self._show(lock.on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the button stays in its corner."""
        super().resizeEvent(event)
        self._place()

    def _show(self, on: bool) -> None:
        self._button.setChecked(on)
        self._button.setText(
            translate("hands off", "Hands off. We talk now.")
            if on
            else translate("hands off", "Hands off while we talk")
        )
        self._button.setToolTip(
            translate("hands off", "Press to move cards again. F7 does it too.")
            if on
            else translate("hands off", "F7 does it too.")
        )
        self._place()

    def _place(self) -> None:
        self._button.adjustSize()
        size = self._button.size()
        self._button.move(self.width() - size.width() - _MARGIN, self.height() - size.height() - _MARGIN)
        self._button.raise_()
