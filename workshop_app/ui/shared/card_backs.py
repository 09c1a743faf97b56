"""Cards that lie face down, as a small fan. All that is known of them is how many they are."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workshop_app.ui import theme
from workshop_app.words import translate

MOST_DRAWN = 7  # more of them would look the same
SPREAD, TURN = 0.36, 7.0  # of a card's width from one to the next, and degrees
SHAPE = 0.7  # a back's height to its width


class CardBacks(QWidget):
    """A fan of card backs, `width` logical pixels at most."""

    def __init__(self, width: int = 132) -> None:
        super().__init__()
        self._count = 0
        self.setFixedSize(width, round(width * 0.56))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_count(self, count: int) -> None:
        """Show so many."""
        self._count = count
        self.setAccessibleName(face_down_words(count))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the fan."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, self._count, QRectF(self.rect()))
        painter.end()


def face_down_words(count: int) -> str:
    """How many slips lie face down, in words."""
    if count == 1:
        return translate("face-down", "1 slip, face down")
    return translate("face-down", "{n} slips, face down", n=count)


def paint(painter: QPainter, count: int, box: QRectF) -> None:
    """Paint so many card backs (a few of them, where they are many) as a fan in the middle of `box`."""
    drawn = min(count, MOST_DRAWN)
    width = min(box.width() / 2.6, box.height() * 0.78 / SHAPE)
    step = min(width * SPREAD, (box.width() - width * 1.15) / max(1, drawn - 1))
    for number in range(drawn):
        off = number - (drawn - 1) / 2
        painter.save()
        painter.translate(box.center() + QPointF(off * step, abs(off) ** 1.6 * width * 0.018))
        painter.rotate(off * TURN * min(1.0, 4 / max(1, drawn - 1)))
        _back(painter, QRectF(-width / 2, -width * SHAPE / 2, width, width * SHAPE))
        painter.restore()


def _back(painter: QPainter, card: QRectF) -> None:
    t = theme.tokens()
    painter.setPen(QPen(QColor(t.accent), 1.4))
    painter.setBrush(QColor(t.accent_soft))
    painter.drawRoundedRect(card, 4, 4)
    inner = card.adjusted(4, 4, -4, -4)
    painter.setPen(QPen(QColor(t.accent), 1, Qt.PenStyle.DotLine))
    painter.drawRoundedRect(inner, 2, 2)
