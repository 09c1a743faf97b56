"""How far one has come on a short path: a dot for each step, full up to the one that is up now."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workshop_app.ui import theme
from workshop_app.words import translate

_STEP, _RADIUS = 24, 6


class Dots(QWidget):
    """It only shows; the words beside it say the same."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count, self._at = count, 0
        self.setFixedSize(self.sizeHint())

    def show_step(self, at: int) -> None:
        """Show which step is up, counted from 0."""
        self._at = at
        self.setAccessibleName(translate("dots", "Step {n} of {all}", n=at + 1, all=self._count))
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: the dots side by side."""
        return QSize(self._count * _STEP, 2 * _STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the dots."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self._count):
            done = number <= self._at
            painter.setPen(QPen(QColor(t.accent if done else t.soft), 1.6))
            painter.setBrush(QColor(t.accent if done else t.raised))
            radius = _RADIUS + 1.5 if number == self._at else _RADIUS - 0.5
            painter.drawEllipse(QPointF(_STEP * (number + 0.5), self.height() / 2), radius, radius)
        painter.end()
