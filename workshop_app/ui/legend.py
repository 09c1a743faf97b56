"""A sample of what the coverage map is made of, beside the words that say what it means."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workshop_app.ui import theme, wheel, wheel_paint
from workshop_app.ui.shared import symbols

RINGED = "ringed"
_W, _H = 52, 22


class Sample(QWidget):
    """A wedge lying on its side ("0" to "3" for its depth), a ringed disc, or a mark by its symbol's name."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign = sign
        self.setFixedSize(_W if sign.isdecimal() or sign == RINGED else _H, _H)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the sample."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, _H / 2)
        if self._sign.isdecimal():
            lying = wheel.lying(QSize(_W, _H))
            wheel_paint.wedge(painter, lying, lying.wedges[0], "people", int(self._sign), strong=False)
        elif self._sign == RINGED:
            painter.setBrush(QColor(t.raised))
            painter.setPen(QPen(QColor(t.accent), 3))
            painter.drawEllipse(middle, 9, 9)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.ink))
            painter.drawEllipse(middle, 10, 10)
            symbols.paint(painter, self._sign, QRectF(middle.x() - 7, middle.y() - 7, 14, 14), QColor(t.paper))
        painter.end()
