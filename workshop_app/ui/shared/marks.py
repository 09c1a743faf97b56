"""Marks that go with colour so that nothing is told by colour alone: a drawn symbol and a patterned edge a family."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF


def symbol(painter: QPainter, family: str, box: QRectF, colour: QColor) -> None:
    """Draw a family's symbol into `box`: a page, two heads, a speech bubble, a heart, a globe; a dot for none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.0, box.width() / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    painter.drawPath(_PATHS.get(family, _dot)())
    painter.restore()


def edge(painter: QPainter, family: str, box: QRectF, colour: QColor) -> None:
    """Fill a card's edge with the family's own pattern: slanted, plain, barred, slanted the other way, dotted."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    if family in ("learning", "wellbeing"):
        painter.setPen(QPen(colour, 4))
        rise = box.width() if family == "learning" else -box.width()
        y = box.top() - 16
        while y < box.bottom() + 16:
            painter.drawLine(QPointF(box.left(), y + rise), QPointF(box.right(), y))
            y += 9
    elif family == "voice":
        y = box.top()
        while y < box.bottom():
            painter.fillRect(QRectF(box.left(), y, box.width(), 6), colour)
            y += 11
    elif family == "world":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        y = box.top() + 5
        while y < box.bottom():
            painter.drawEllipse(QPointF(box.center().x(), y), 2.6, 2.6)
            y += 9
    elif family == "people":
        painter.fillRect(box, colour)
    painter.restore()


def backing(painter: QPainter, counts: tuple[int, int], end: QPointF, ink: QColor) -> None:
    """(students, adults) who back it, full dots and rings, up to `end` on the right; a number where dots are many."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.6))
    students, adults = counts
    x, middle = end.x(), end.y()
    for count, full in ((adults, False), (students, True)):
        painter.setBrush(QBrush(ink) if full else Qt.BrushStyle.NoBrush)
        if count > 5:
            words = str(count)
            x -= painter.fontMetrics().horizontalAdvance(words) + 2
            painter.drawText(QPointF(x, middle + painter.fontMetrics().capHeight() / 2), words)
            x -= 2
        for _ in range(count if count <= 5 else 1):
            x -= 12
            painter.drawEllipse(QRectF(x + 1, middle - 4.2, 8.4, 8.4))
        x -= 4 if count else 0
    painter.restore()


def _page() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(3, 1.5, 10, 13), 1.5, 1.5)
    for y in (5, 8, 11):
        path.moveTo(5.5, y)
        path.lineTo(10.5, y)
    return path


def _heads() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(5.2, 5), 2.4, 2.4)
    path.addEllipse(QPointF(11.2, 6), 2, 2)
    path.moveTo(1.2, 13.5)
    path.cubicTo(1.2, 8.2, 9.2, 8.2, 9.2, 13.5)
    path.moveTo(11, 10)
    path.cubicTo(13.6, 9.8, 14.8, 11.4, 14.8, 13.5)
    return path


def _bubble() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(1.5, 2, 13, 9), 3, 3)
    path.moveTo(5, 11)
    path.lineTo(4.4, 14.4)
    path.lineTo(8.5, 11)
    return path


def _heart() -> QPainterPath:
    path = QPainterPath(QPointF(8, 13.8))
    path.cubicTo(-2.5, 6.5, 3.5, -0.8, 8, 4.6)
    path.cubicTo(12.5, -0.8, 18.5, 6.5, 8, 13.8)
    return path


def _globe() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), 6.4, 6.4)
    path.addEllipse(QPointF(8, 8), 2.8, 6.4)
    path.moveTo(1.6, 8)
    path.lineTo(14.4, 8)
    return path


def _dot() -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(8, 3), QPointF(13, 8), QPointF(8, 13), QPointF(3, 8), QPointF(8, 3)]))
    return path


_PATHS = {"learning": _page, "people": _heads, "voice": _bubble, "wellbeing": _heart, "world": _globe}
