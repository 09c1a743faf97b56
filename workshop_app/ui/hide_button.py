"""The dark button that takes everything off the screen. It is always in the same place, and a press is enough."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from workshop_app.ui import pieces, theme
from workshop_app.words import translate

_SQUARE = 11.0
_AT = 16.0  # logical pixels from the left


class HideButton(QPushButton):
    """A square, “Hide”, and the key that does the same where there is room to say so."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__(translate("bar", "Hide"))
        self._key = translate("bar", "F9")
        self.setFont(theme.font(16))
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("bar", "Hide the screen"))
        self.setToolTip(_told(apart=False))
        self.setProperty("kind", "hide")
        self.pressed.connect(lambda: self._press(then))  # at once, before it is let go

    def shorten(self, short: bool) -> None:
        """Leave the key out, or say it."""
        pieces.restyle(self, "hide-short" if short else "hide")
        self.updateGeometry()

    def show_state(self, *, apart: bool, hidden: bool) -> None:
        """What it hides: the shared screen where that is a window of its own, or this one."""
        self.setText(translate("bar", "Uncover") if hidden else translate("bar", "Hide"))
        name = translate("bar", "Hide the shared screen") if apart else translate("bar", "Hide the screen")
        self.setAccessibleName(translate("bar", "Uncover the shared screen") if hidden else name)
        self.setToolTip(_told(apart=apart))

    def _press(self, then: Callable[[], object]) -> None:
        self.setDown(False)
        then()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: it is pressed already; a hand that trembles must not press it again, and uncover what it covered."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the button, with its square and its key."""
        super().paintEvent(event)
        paper = QColor(theme.tokens().paper)
        painter = QPainter(self)
        painter.fillRect(QRectF(_AT, (self.height() - _SQUARE) / 2, _SQUARE, _SQUARE), paper)
        if self.property("kind") == "hide":
            painter.setPen(paper)
            painter.setFont(theme.font(14))
            room = QRectF(self.rect()).adjusted(0, 0, -14, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key)
        painter.end()


def _told(*, apart: bool) -> str:
    if apart:
        return translate("bar", "Covers what everybody sees at once. So does F9, which brings it back.")
    return translate("bar", "Takes everything off the screen at once. So does F9, which brings it back.")
