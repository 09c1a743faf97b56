"""A pad to sign on, with a mouse, a finger or a pen. It knows strokes from 0 to 1 and nothing of who signs."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workshop_app.ui import theme
from workshop_app.words import translate

ASPECT = 8 / 3
Point = tuple[float, float]


class SignaturePad(QWidget):
    """Draw on it; `strokes` is what was drawn, as shares of a pad of 8 to 3."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strokes: list[list[Point]] = []
        self._drawing = False
        self._larger = 1.0
        self.setAccessibleName(self.asks())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(320, 120)

    def asks(self) -> str:
        """What is to be drawn here."""
        return translate("signing", "Sign here")

    def clear(self) -> None:
        """Begin again."""
        self.strokes = []
        self.update()
        self.changed.emit()

    def enlarge(self, larger: float) -> None:
        """Want more room by this factor, as on a larger screen."""
        self._larger = larger
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt: room for a whole name."""
        return QSize(round(720 * self._larger), round(270 * self._larger))

    def area(self) -> QRectF:
        """The pad itself inside the widget, always 8 to 3."""
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        width = min(room.width(), room.height() * ASPECT)
        height = width / ASPECT
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the pen comes down."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._drawing = True
            self.strokes.append([self._share(event.position())])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the pen moves."""
        if self._drawing:
            self.strokes[-1].append(self._share(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the pen is lifted."""
        if self._drawing:
            self._drawing = False
            self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the pad, and what was drawn on it."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.area()
        painter.setPen(QPen(QColor(t.accent), 2))
        painter.setBrush(QColor(t.raised))
        painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
        self.prepare(painter, area)
        draw_strokes(painter, self.strokes, area, QColor(t.ink))
        painter.end()

    def prepare(self, painter: QPainter, area: QRectF) -> None:
        """Paint what is there before anything is drawn: the line to sign on."""
        t = theme.tokens()
        painter.setPen(QPen(QColor(t.line), 1.5, Qt.PenStyle.DashLine))
        low = area.top() + area.height() * 0.76
        painter.drawLine(QPointF(area.left() + 28, low), QPointF(area.right() - 28, low))
        if not self.strokes:
            painter.setPen(QColor(t.soft))
            painter.setFont(theme.font(20))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, translate("signing", "sign here"))

    def _share(self, at: QPointF) -> Point:
        area = self.area()
        x, y = (at.x() - area.left()) / area.width(), (at.y() - area.top()) / area.height()
        return (min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))


def draw_strokes(
    painter: QPainter, strokes: "list[list[Point]] | tuple[tuple[Point, ...], ...]", area: QRectF, colour: QColor
) -> None:
    """Draw strokes into a rectangle of 8 to 3 as one smooth line each."""
    pen = QPen(colour, max(1.4, area.width() / 160), Qt.PenStyle.SolidLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        points = [QPointF(area.left() + x * area.width(), area.top() + y * area.height()) for x, y in stroke]
        if len(points) == 1:
            painter.drawPoint(points[0])
            continue
        painter.drawPath(smooth(points))


def smooth(points: list[QPointF]) -> QPainterPath:
    """One smooth line through two points or more."""
    path = QPainterPath(points[0])
    for before, after in pairwise(points[1:]):
        path.quadTo(before, (before + after) / 2)
    path.lineTo(points[-1])
    return path
