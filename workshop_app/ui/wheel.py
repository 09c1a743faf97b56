"""Where everything of the coverage map lies: wedges in sectors, their rings, and names outside that never overlap.

Angles are radians, clockwise from the top; lengths are logical pixels. Nothing is painted here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, pi, sin, sqrt, tau

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainterPath

from workshop_app.ui import theme

RINGS = 3
LEAST_SLOT = 31  # height that a name needs
LEAST_NAME = 136  # width that a name needs
LEAST_DISC, MOST_DISC = 17.0, 23.0  # radius of the disc with an aspect's symbol
_DISC = 0.062  # of the wheel's radius
_HUB, _LEAST_HUB = 0.33, 68.0  # of the wheel's radius, and in pixels
_BETWEEN = 0.07  # between two sectors
_AIR = 7  # between the wheel and its discs, and between discs and names
_CORNER = 5
_BEYOND = 16  # above the topmost disc, so that the first names are near it


@dataclass(frozen=True, slots=True)
class Wedge:
    """One aspect: from `begin` to `end`, its symbol around `disc`, its name in `name`, right of the wheel or left."""

    begin: float
    end: float
    disc: QPointF
    name: QRectF
    right: bool

    @property
    def middle(self) -> float:
        """The angle half-way."""
        return (self.begin + self.end) / 2


@dataclass(frozen=True, slots=True)
class Wheel:
    """The whole map in an area of a given size."""

    centre: QPointF
    hub: float
    rim: float
    disc: float  # radius of the discs around the rim
    wedges: tuple[Wedge, ...]

    def ring(self, number: int) -> tuple[float, float]:
        """The inner and the outer radius of a ring; 1 is the one at the hub."""
        thick = (self.rim - self.hub) / RINGS
        return self.hub + (number - 1) * thick, self.hub + number * thick

    def at(self, radius: float, angle: float) -> QPointF:
        """A point of the wheel."""
        return QPointF(self.centre.x() + radius * sin(angle), self.centre.y() - radius * cos(angle))

    def cell(self, wedge: Wedge, first: int, last: int, gap: float = 3) -> QPainterPath:
        """A wedge from one ring to another as a shape with soft corners, `gap` away from the next one."""
        inner, outer = self.ring(first)[0] + gap / 2, self.ring(last)[1] - gap / 2

        def side(radius: float, *, end: bool, along: float = 0) -> float:
            inset = (gap / 2 + along) / radius
            return wedge.end - inset if end else wedge.begin + inset

        c = _CORNER
        path = QPainterPath(self.at(outer, side(outer, end=False, along=c)))
        self._arc(path, outer, side(outer, end=False, along=c), side(outer, end=True, along=c))
        path.quadTo(self.at(outer, side(outer, end=True)), self.at(outer - c, side(outer - c, end=True)))
        path.lineTo(self.at(inner + c, side(inner + c, end=True)))
        path.quadTo(self.at(inner, side(inner, end=True)), self.at(inner, side(inner, end=True, along=c)))
        self._arc(path, inner, side(inner, end=True, along=c), side(inner, end=False, along=c))
        path.quadTo(self.at(inner, side(inner, end=False)), self.at(inner + c, side(inner + c, end=False)))
        path.lineTo(self.at(outer - c, side(outer - c, end=False)))
        path.quadTo(self.at(outer, side(outer, end=False)), self.at(outer, side(outer, end=False, along=c)))
        path.closeSubpath()
        return path

    def hit(self, point: QPointF) -> int | None:
        """The number of the wedge, with its disc, under a point; None beside the wheel and on the hub."""
        away = point - self.centre
        radius, angle = hypot(away.x(), away.y()), atan2(away.x(), -away.y()) % tau
        if not self.hub <= radius <= self.rim + _AIR + 2 * self.disc:
            return None
        return next((n for n, wedge in enumerate(self.wedges) if wedge.begin <= angle <= wedge.end), None)

    def _arc(self, path: QPainterPath, radius: float, begin: float, end: float) -> None:
        box = QRectF(self.centre.x() - radius, self.centre.y() - radius, 2 * radius, 2 * radius)
        path.arcTo(box, 90 - degrees(begin), -degrees(end - begin))


def least(count: int) -> QSize:
    """The least area in which `count` names have room."""
    return QSize(2 * theme.px(LEAST_NAME) + 300, max(360, -(-count // 2) * theme.px(LEAST_SLOT) + 8))


def layout(size: QSize, families: Sequence[int], high: Callable[[int, float], float]) -> Wheel:
    """A wheel in the middle of an area, for this many aspects in each family.

    `high` tells which height the name of a wedge (by its number) wants where it has a given width.
    """
    width, height = float(size.width()), float(size.height())
    centre = QPointF(width / 2, height / 2)
    angles = list(_angles(families))
    rim, disc = _radii(width, height, min((end - begin for begin, end in angles), default=tau))
    around = 2 * _AIR + 2 * disc
    bare = Wheel(centre, max(_LEAST_HUB, rim * _HUB), rim, disc, ())
    rights = [(begin + end) / 2 < pi for begin, end in angles]
    names: dict[int, QRectF] = {}
    slot = theme.px(LEAST_SLOT)
    for right in (True, False):
        own = [number for number, is_right in enumerate(rights) if is_right is right]
        own = own if right else own[::-1]  # from top to bottom on both sides
        middles = [bare.at(rim + _AIR + disc, sum(angles[number]) / 2).y() for number in own]
        wide = [_room(y, 2 * slot, rim + around, size) for y in middles]
        heights = [max(slot, high(number, room)) for number, room in zip(own, wide, strict=True)]
        if sum(heights) > height:  # smaller letters then
            heights = [height / len(own)] * len(own)
        for number, y, deep in zip(own, _spread(middles, heights, height), heights, strict=True):
            room = _room(y, deep, rim + around, size)
            names[number] = QRectF(width - room if right else 0.0, y - deep / 2, room, deep)
    wedges = (
        Wedge(begin, end, bare.at(rim + _AIR + disc, (begin + end) / 2), names[number], rights[number])
        for number, (begin, end) in enumerate(angles)
    )
    return replace(bare, wedges=tuple(wedges))


def _radii(width: float, height: float, sweep: float) -> tuple[float, float]:
    """The largest rim, and its discs, that leave room for names at the sides and a little above and below."""
    most = max(120.0, min(height / 2 - _BEYOND, width / 2 - 2 * _AIR - theme.px(LEAST_NAME)))
    disc = min(MOST_DISC, max(LEAST_DISC, most * _DISC))
    rim = max(120.0, most - 2 * disc)
    return rim, min(disc, (rim + _AIR + disc) * sin(min(pi, sweep) / 2) - 0.5)  # smaller where there are many


def _angles(families: Sequence[int]) -> Iterator[tuple[float, float]]:
    filled = [count for count in families if count]
    sweep = (tau - _BETWEEN * len(filled)) / max(1, sum(filled))
    begin = _BETWEEN / 2
    for count in filled:
        for number in range(count):
            yield begin + number * sweep, begin + (number + 1) * sweep
        begin += count * sweep + _BETWEEN


def _room(y: float, deep: float, radius: float, size: QSize) -> float:
    """How wide a name may be whose middle is at `y`, beside a circle of `radius`."""
    near = max(0.0, abs(y - size.height() / 2) - deep / 2)  # of its corner that is next to the wheel
    return size.width() / 2 - max(8.0, sqrt(max(0.0, radius**2 - near**2)))


def _spread(middles: Sequence[float], heights: Sequence[float], height: float) -> list[float]:
    """Middles at which nothing overlaps and nothing is outside, moved as little as that allows (least squares)."""
    before = [sum(heights[:number]) + deep / 2 for number, deep in enumerate(heights)]
    # What is left when the room of all others is taken out must rise: neighbours that don't are pooled at their mean.
    pools: list[tuple[float, int]] = []
    for y, taken in zip(middles, before, strict=True):
        mean, count = y - taken, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        pools.append((mean, count))
    spare = max(0.0, height - sum(heights))
    risen = [min(spare, max(0.0, mean)) for mean, count in pools for _ in range(count)]
    return [mean + taken for mean, taken in zip(risen, before, strict=True)]


def lying(size: QSize) -> Wheel:
    """A single wedge that lies on its side and fills an area, as a sample."""
    far = 3.0 * size.width()  # to the centre, so far off that its arcs are nearly straight
    half = size.height() / 2 / (far + size.width() / 2)
    nowhere = QPointF()
    only = Wedge(pi / 2 - half, pi / 2 + half, nowhere, QRectF(), right=True)
    return Wheel(QPointF(-far, size.height() / 2), far, far + size.width(), 0.0, (only,))
