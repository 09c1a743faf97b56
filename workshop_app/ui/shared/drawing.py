"""A drawn idea: the pad it is drawn on, how it is painted, and a picture of it."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workshop_app.domain.audience import Drawing
from workshop_app.ui import theme
from workshop_app.ui.shared.signature_pad import ASPECT, SignaturePad, smooth
from workshop_app.words import translate

DRAWN_W = 1000.0  # the width in which a drawing's lines are kept


class DrawingPad(SignaturePad):
    """A pad for an idea that is easier drawn than said. It has room for that, and no line to sign on."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(480, 180)

    def asks(self) -> str:
        """What is to be drawn here."""
        return translate("drawing", "Draw the idea here")

    def prepare(self, painter: QPainter, area: QRectF) -> None:
        """Paint what is there before anything is drawn."""
        if not self.strokes:
            painter.setPen(QColor(theme.tokens().soft))
            painter.setFont(theme.font(20))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, translate("drawing", "draw it here"))

    def take_back(self) -> None:
        """Take back the last line."""
        del self.strokes[-1:]
        self.update()
        self.changed.emit()


class Picture(QWidget):
    """A drawing to look at."""

    def __init__(self, drawing: Drawing, width: int = 480) -> None:
        super().__init__()
        self._drawing = drawing
        self.setFixedSize(QSize(width, round(width / ASPECT)))
        self.setAccessibleName(translate("drawing", "A drawing"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the drawing on its paper."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.line), 1))
        painter.setBrush(QColor(t.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        paint(painter, self._drawing, QRectF(self.rect()).adjusted(8, 3, -8, -3), QColor(t.ink))
        painter.end()


def paint(painter: QPainter, drawing: Drawing, box: QRectF, colour: QColor) -> None:
    """Draw into `box`, as large as fits and in its upper left corner."""
    width = min(box.width(), box.height() * ASPECT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(width / DRAWN_W, width / DRAWN_W)
    # Smaller drawings have bolder lines, or they could not be seen across a room.
    pen = QPen(colour, max(9.0, 1.7 * DRAWN_W / width), Qt.PenStyle.SolidLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(drawing))
    painter.restore()


@lru_cache(maxsize=256)
def _path(drawing: Drawing) -> QPainterPath:
    path = QPainterPath()
    for stroke in drawing:
        points = [QPointF(x * DRAWN_W, y * DRAWN_W / ASPECT) for x, y in stroke]
        path.addPath(smooth([*points, points[0] + QPointF(0.1, 0)] if len(points) == 1 else points))
    return path
