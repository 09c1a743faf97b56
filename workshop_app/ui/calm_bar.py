"""A bar that shrinks with the time that is left. It never turns red and never blinks."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.ui import theme


class CalmBar(QWidget):
    """What is left of the whole, from the left."""

    def __init__(self, height: int = 10) -> None:
        super().__init__()
        self._share, self._height = 1.0, height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """How much is left, from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: a thin line."""
        return QSize(200, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: what is left of the whole."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ = self.height() / 2
        painter.setPen(QPen(QColor(t.line), 1))
        painter.setBrush(QColor(t.raised if t.line == t.ink else t.line))  # high contrast: lines as dark as ink
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent))
        if self._share > 0.01:
            painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, self.height()), round_, round_)
        painter.end()
