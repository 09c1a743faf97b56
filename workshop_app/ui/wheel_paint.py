"""How the coverage map is painted: like the group's cards, laid round a wheel. Told by shape, never by colour alone."""

from collections.abc import Sequence
from math import degrees

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from workshop_app.ui import theme
from workshop_app.ui.shared import marks, symbols
from workshop_app.ui.wheel import RINGS, Wedge, Wheel

EDGE = 8  # thickness of a family's pattern
_STEPS = {"learning": 8.0, "wellbeing": 8.0, "voice": 11.0, "world": 9.0}  # from one stroke or dot to the next


def wedge(painter: QPainter, wheel: Wheel, one: Wedge, family: str, depth: int, *, strong: bool) -> None:
    """Rings filled up to `depth`; a dashed, empty outline where it is 0. A strong one has a bold outline."""
    t = theme.tokens()
    tint = t.families.get(family, t.families[""])
    if depth == 0:
        painter.setBrush(QColor(t.raised) if strong else Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(tint.edge), 1.2)
        pen.setDashPattern([3.5, 4.5])
        painter.setPen(pen)
        painter.drawPath(wheel.cell(one, 1, RINGS, gap=6))
    for ring in range(1, RINGS + 1 if depth else 0):
        cell = wheel.cell(one, ring, ring)
        if ring > depth:
            painter.setPen(QPen(QColor(t.line), 1.2))
            painter.setBrush(QColor(t.raised))
            painter.drawPath(cell)
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        painter.drawPath(cell)
        painter.save()
        painter.setClipPath(cell)
        _pattern(painter, wheel, one, family, wheel.ring(ring)[1] - 1.5 - EDGE)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tint.edge), 1.2))
        painter.drawPath(cell)
    if strong:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(t.ink), 2.4))
        painter.drawPath(wheel.cell(one, 1, RINGS, gap=0))


def sector(painter: QPainter, wheel: Wheel, own: Sequence[Wedge], family: str) -> None:
    """What belongs together: an arc along the hub with the family's symbol."""
    t = theme.tokens()
    begin, end = own[0].begin, own[-1].end
    painter.setPen(QPen(QColor(t.families.get(family, t.families[""]).edge), 2.4))
    _arc(painter, wheel, wheel.hub - 5, begin + 0.03, end - 0.03)
    marks.symbol(painter, family, _around(wheel.at(wheel.hub - 19, (begin + end) / 2), 8), QColor(t.ink))


def disc(painter: QPainter, wheel: Wheel, one: Wedge, symbol: str, *, asked: bool, picked: bool) -> None:
    """An aspect's symbol at the rim, ringed where the students picked it."""
    t = theme.tokens()
    painter.setBrush(QColor(t.raised))
    painter.setPen(QPen(QColor(t.accent), 3) if picked else QPen(QColor(t.line), 1))
    painter.drawEllipse(one.disc, wheel.disc - 1.5, wheel.disc - 1.5)
    symbols.paint(painter, symbol, _around(one.disc, wheel.disc * 0.65), QColor(t.ink if asked else t.soft))


def badge(painter: QPainter, wheel: Wheel, one: Wedge, mark: str) -> None:
    """A small mark at a disc, light on dark: how open the aspect is."""
    t = theme.tokens()
    middle = one.disc + QPointF(wheel.disc, wheel.disc) * 0.7
    painter.setPen(QPen(QColor(t.paper), 1.5))
    painter.setBrush(QColor(t.ink))
    painter.drawEllipse(middle, wheel.disc * 0.58, wheel.disc * 0.58)
    symbols.paint(painter, mark, _around(middle, wheel.disc * 0.42), QColor(t.paper))


def leader(painter: QPainter, one: Wedge) -> None:
    """A quiet line from a disc to its name."""
    near = QPointF(one.name.left() if one.right else one.name.right(), one.name.center().y())
    painter.setPen(QPen(QColor(theme.tokens().line), 1.2))
    painter.drawLine(one.disc, near)


def hub(painter: QPainter, wheel: Wheel, number: str, of: str) -> None:
    """In the middle: how many were asked."""
    t = theme.tokens()
    size = wheel.hub
    box = _around(wheel.centre, size)
    painter.setPen(QColor(t.ink))
    painter.setFont(_within(size * 0.5, bold=True))
    painter.drawText(box.translated(0, -size * 0.12), Qt.AlignmentFlag.AlignCenter, number)
    painter.setPen(QColor(t.soft))
    words = theme.font(max(12, size * 0.18))
    while QFontMetricsF(words).horizontalAdvance(of) > size * 1.3 and words.pixelSize() > 8:
        words.setPixelSize(words.pixelSize() - 1)
    painter.setFont(words)
    painter.drawText(box.translated(0, size * 0.26), Qt.AlignmentFlag.AlignCenter, of)


def _within(size: float, *, bold: bool = False) -> QFont:
    """Type that the wheel's own size gives, whatever the size of words."""
    made = theme.font(size, bold=bold)
    made.setPixelSize(round(size))
    return made


def _pattern(painter: QPainter, wheel: Wheel, one: Wedge, family: str, inner: float) -> None:
    """A family's pattern along an arc: slanted, plain, barred, slanted the other way, dotted. As on the cards."""
    t = theme.tokens()
    colour, middle = QColor(t.families.get(family, t.families[""]).edge), inner + EDGE / 2
    if family == "people":
        painter.setPen(_flat(colour, EDGE))
        _arc(painter, wheel, middle, one.begin, one.end)
    step = _STEPS.get(family, 0.0) / middle
    count = int((one.end - one.begin) / step) + 2 if step else 0
    lean = {"learning": 1, "wellbeing": -1}.get(family, 0) * (EDGE / 2 + 1) / middle
    for number in range(count):
        angle = one.middle + (number - count // 2) * step
        if family == "world":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(wheel.at(middle, angle), 2.6, 2.6)
        else:
            painter.setPen(_flat(colour, 3 if lean else 6))
            painter.drawLine(wheel.at(inner - 1, angle - lean), wheel.at(inner + EDGE + 1, angle + lean))


def _flat(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def _arc(painter: QPainter, wheel: Wheel, radius: float, begin: float, end: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    first, length = 90 - degrees(begin), -degrees(end - begin)
    painter.drawArc(_around(wheel.centre, radius), round(first * 16), round(length * 16))  # Qt counts in sixteenths


def _around(middle: QPointF, half: float) -> QRectF:
    return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
