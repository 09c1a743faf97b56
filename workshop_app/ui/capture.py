"""The capture box: type, Enter, next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from workshop_app.ui import theme
from workshop_app.words import translate


class CaptureBox(QPlainTextEdit):
    """Two lines of room. Enter says it; Shift and Enter go to the next line; Tab leaves."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__()
        self._then = then
        self.setFont(theme.font(20))
        self.setFixedHeight(theme.px(88))
        self.setTabChangesFocus(True)
        self.setAccessibleName(translate("capture", "Type an idea"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter says it."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            if self.toPlainText().strip():
                self._then()
            return
        super().keyPressEvent(event)
