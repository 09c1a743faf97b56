"""The answer to an idea as a small tag that hangs from the lower edge of its card, in words."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.ui import theme

_SIZE = 12.5
_HEIGHT = 19.0
_HANGS = 12.0  # board units below the card, within the room for its shadow


def paint(painter: QPainter, answer: str) -> None:
    """Paint it in board units, the card's top left corner at (0, 0)."""
    t = theme.tokens()
    font = theme.on_board(_SIZE, bold=True)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(answer) + 18
    high = _HEIGHT * theme.board_scale()
    tag = QRectF(CARD_W - 10 - width, CARD_H + _HANGS - high, width, high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(t.ink), 1.2))
    painter.setBrush(QColor(t.raised))
    painter.drawRoundedRect(tag, high / 2, high / 2)
    painter.setFont(font)
    painter.drawText(QPointF(tag.left() + 9, tag.center().y() + metrics.capHeight() / 2), answer)
    painter.restore()
