"""What every menu of the board is made of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget


class BareMenu(QMenu):
    """A menu that may open below a finger: it is answered by a tap, not by lifting the finger that opened it."""

    def __init__(self, owner: QWidget, name: str) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._was_pressed = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a tap begins."""
        self._was_pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a finger that was down before is lifted, or a tap ends."""
        if self._was_pressed or event.source() is Qt.MouseEventSource.MouseEventNotSynthesized:
            super().mouseReleaseEvent(event)


def add(menu: QMenu, words: str, do: Callable[[], object], *, on: bool = True) -> None:
    """One more entry."""
    action = menu.addAction(words)
    action.setEnabled(on)
    action.triggered.connect(lambda _checked=False: do())


def plain(text: str) -> str:
    """A text that somebody wrote, as an entry."""
    return text.replace("&", "&&")
