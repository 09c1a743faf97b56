"""Marks that go with colour, so that nothing is told by colour alone: a symbol and a patterned edge for each.

A card is coloured by its family of aspects or by the role that gave it; no two of these share a symbol or a pattern.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

DOT, DOTS = 12.0, 6  # the width that a dot takes; where there are more of them, a number says how many
BOTH_W = 21.0


def symbol(painter: QPainter, kind: str, box: QRectF, colour: QColor) -> None:
    """Draw the symbol of a family or a role into `box`.

    Families: a page, two heads, a speech bubble, a heart, a globe. Roles: a backpack, a badge, a house, a pin. A dot
    for none.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.0, box.width() / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    painter.drawPath(_PATHS.get(kind, _dot)())
    painter.restore()


def edge(painter: QPainter, kind: str, box: QRectF, colour: QColor) -> None:
    """Fill a card's edge with the pattern of a family or a role; none for what has neither."""
    pattern = _PATTERNS.get(kind)
    if pattern is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    pattern(painter, box, colour)
    painter.restore()


def _slanted(painter: QPainter, box: QRectF, colour: QColor) -> None:
    _slants(painter, box, colour, box.width())


def _slanted_back(painter: QPainter, box: QRectF, colour: QColor) -> None:
    _slants(painter, box, colour, -box.width())


def _slants(painter: QPainter, box: QRectF, colour: QColor, rise: float) -> None:
    painter.setPen(QPen(colour, 4))
    for y in _steps(box.top() - 16, box.bottom() + 16, 9):
        painter.drawLine(QPointF(box.left(), y + rise), QPointF(box.right(), y))


def _plain(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.fillRect(box, colour)


def _barred(painter: QPainter, box: QRectF, colour: QColor) -> None:
    for y in _steps(box.top(), box.bottom(), 11):
        painter.fillRect(QRectF(box.left(), y, box.width(), 6), colour)


def _dotted(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    for y in _steps(box.top() + 5, box.bottom(), 9):
        painter.drawEllipse(QPointF(box.center().x(), y), 2.6, 2.6)


def _zigzag(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    sides = (box.left() + 1.2, box.right() - 1.2)
    steps = _steps(box.top() - 6, box.bottom() + 6, 6)
    painter.drawPolyline([QPointF(sides[number % 2], y) for number, y in enumerate(steps)])


def _railed(painter: QPainter, box: QRectF, colour: QColor) -> None:
    rail = box.width() * 0.3
    painter.fillRect(QRectF(box.left(), box.top(), rail, box.height()), colour)
    painter.fillRect(QRectF(box.right() - rail, box.top(), rail, box.height()), colour)


def _checked(painter: QPainter, box: QRectF, colour: QColor) -> None:
    half = box.width() / 2
    for number, y in enumerate(_steps(box.top(), box.bottom(), half)):
        painter.fillRect(QRectF(box.left() + half * (number % 2), y, half, half), colour)


def _toothed(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    for y in _steps(box.top(), box.bottom(), 10):
        painter.drawPolygon([QPointF(box.left(), y), QPointF(box.right(), y + 5), QPointF(box.left(), y + 10)])


def _steps(first: float, last: float, step: float) -> Iterator[float]:
    while first < last:
        yield first
        first += step


def both(painter: QPainter, end: QPointF, ink: QColor) -> None:
    """Two discs that overlap, up to `end` on the right: what students know and what staff know are both there.

    One is full and one a ring, as students and adults are where a card shows who backs it.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    full, ring = QPainterPath(), QPainterPath()
    full.addEllipse(QPointF(end.x() - 14, end.y()), 6, 6)
    ring.addEllipse(QPointF(end.x() - 7, end.y()), 6, 6)
    painter.fillPath(full.subtracted(ring), ink)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(full)
    painter.drawPath(ring)
    painter.restore()


def tick(painter: QPainter, end: QPointF, ink: QColor) -> None:
    """A tick, up to `end` on the right: it goes forward."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    x, y = end.x(), end.y()
    painter.drawPolyline([QPointF(x - 11, y), QPointF(x - 7.5, y + 4), QPointF(x - 1, y - 5)])
    painter.restore()


def backing_width(counts: tuple[int, int], metrics: QFontMetricsF) -> float:
    """How much room `backing` takes."""
    dotted = sum(counts) <= DOTS
    return sum(
        (DOT * count if dotted else DOT + metrics.horizontalAdvance(str(count)) + 4) + 4 for count in counts if count
    )


def backing(painter: QPainter, counts: tuple[int, int], end: QPointF, ink: QColor) -> None:
    """(students, adults) who back it, full dots and rings, up to `end` on the right; numbers where dots are many."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.6))
    students, adults = counts
    x, middle = end.x(), end.y()
    dotted = students + adults <= DOTS
    for count, full in ((adults, False), (students, True)):
        painter.setBrush(QBrush(ink) if full else Qt.BrushStyle.NoBrush)
        if count and not dotted:
            words = str(count)
            x -= painter.fontMetrics().horizontalAdvance(words) + 2
            painter.drawText(QPointF(x, middle + painter.fontMetrics().capHeight() / 2), words)
            x -= 2
        for _ in range(count if dotted else min(1, count)):
            x -= DOT
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


def _backpack() -> QPainterPath:
    path = QPainterPath(QPointF(3, 14.2))
    path.lineTo(3, 8)
    path.cubicTo(3, 1.8, 13, 1.8, 13, 8)
    path.lineTo(13, 14.2)
    path.closeSubpath()
    path.addRect(QRectF(5.6, 9.2, 4.8, 5))
    path.moveTo(6.2, 3)
    path.cubicTo(6.2, 0.6, 9.8, 0.6, 9.8, 3)
    return path


def _badge() -> QPainterPath:
    path = QPainterPath(QPointF(4, 1))
    path.lineTo(8, 5)
    path.lineTo(12, 1)
    path.addRoundedRect(QRectF(2.5, 5, 11, 9.5), 1.5, 1.5)
    path.moveTo(5.4, 8.4)
    path.lineTo(10.6, 8.4)
    path.moveTo(5.4, 11.3)
    path.lineTo(10.6, 11.3)
    return path


def _house() -> QPainterPath:
    path = QPainterPath(QPointF(1.4, 8))
    path.lineTo(8, 1.8)
    path.lineTo(14.6, 8)
    path.moveTo(3.4, 6.6)
    path.lineTo(3.4, 14)
    path.lineTo(12.6, 14)
    path.lineTo(12.6, 6.6)
    return path


def _pin() -> QPainterPath:
    path = QPainterPath(QPointF(8, 15))
    path.cubicTo(3.6, 10.2, 2.6, 8.4, 2.6, 6.4)
    path.cubicTo(2.6, -0.6, 13.4, -0.6, 13.4, 6.4)
    path.cubicTo(13.4, 8.4, 12.4, 10.2, 8, 15)
    path.addEllipse(QPointF(8, 6.4), 1.9, 1.9)
    return path


_PATHS = {
    "learning": _page,
    "people": _heads,
    "voice": _bubble,
    "wellbeing": _heart,
    "world": _globe,
    "student": _backpack,
    "staff": _badge,
    "family": _house,
    "community": _pin,
}
_PATTERNS = {
    "learning": _slanted,
    "people": _plain,
    "voice": _barred,
    "wellbeing": _slanted_back,
    "world": _dotted,
    "student": _zigzag,
    "staff": _railed,
    "family": _checked,
    "community": _toothed,
}
