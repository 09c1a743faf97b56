"""Our line drawings on paper: an SVG of `assets/symbols` (48 by 48, lines of one colour) as lines of the paper's own.

The part of SVG that they use is read here and nothing else: paths with absolute commands, circles, round rectangles,
and turning or moving one of them.
"""

import math
import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as ET

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from workshop_app.assets import symbol
from workshop_app.documents import look

SIDE = 48.0

_WORD = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_TURN = re.compile(r"(rotate|translate)\(([^)]*)\)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
_QUARTER = math.pi / 2
Point = tuple[float, float]


class LineDrawing(Flowable):
    """A symbol by its name, `side` points wide and high; an unknown name gives three dots in a circle."""

    def __init__(self, name: str, side: float, colour: Color = look.ACCENT) -> None:
        super().__init__()
        self._name, self._side, self._colour = name, side, colour

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """A square."""
        self.width = self.height = self._side
        return self.width, self.height

    def draw(self) -> None:
        """Draw every part of it."""
        paint(self.canv, self._name, (0, 0), self._side, self._colour)


def paint(canvas: Canvas, name: str, spot: Point, side: float, colour: Color) -> None:
    """Draw a symbol into a square of `side` points with its lower left corner at `spot`."""
    canvas.saveState()
    canvas.translate(spot[0], spot[1] + side)
    canvas.scale(side / SIDE, -side / SIDE)
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(3)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for part in _parts(name):
        _part(canvas, part)
    canvas.restoreState()


@cache
def _parts(name: str) -> tuple[ET.Element, ...]:
    return tuple(ET.parse(symbol(name)).getroot())  # noqa: S314 - one of our own files


def _part(canvas: Canvas, part: ET.Element) -> None:
    kind = part.tag.rpartition("}")[2]
    at = {key: float(value) for key, value in part.attrib.items() if key in ("cx", "cy", "r", "x", "y", "rx")}
    path = canvas.beginPath()
    if kind == "circle":
        path.circle(at["cx"], at["cy"], at["r"])
    elif kind == "rect":
        size = float(part.attrib["width"]), float(part.attrib["height"])
        path.roundRect(at["x"], at["y"], *size, at.get("rx", 0.0))
    elif kind == "path":
        _follow(path, part.attrib["d"])
    canvas.saveState()
    for what, numbers in _TURN.findall(part.attrib.get("transform", "")):
        _turn(canvas, what, [float(one) for one in numbers.split()])
    filled = part.attrib.get("fill", "none") != "none"
    canvas.drawPath(path, stroke=part.attrib.get("stroke") != "none", fill=filled)
    canvas.restoreState()


def _turn(canvas: Canvas, what: str, numbers: list[float]) -> None:
    if what == "translate":
        canvas.translate(*numbers)
        return
    angle, x, y = numbers
    canvas.translate(x, y)
    canvas.rotate(angle)
    canvas.translate(-x, -y)


def _follow(path: PDFPathObject, said: str) -> None:
    """Draw what a path's `d` says."""
    x = y = 0.0
    for command, taken in _commands(said):
        if command == "Z":
            path.close()
            continue
        before = (x, y)
        if command == "H":
            x = taken[0]
        elif command == "V":
            y = taken[0]
        else:
            x, y = taken[-2:]
        if command == "M":
            path.moveTo(x, y)
        elif command in "LHV":
            path.lineTo(x, y)
        elif command == "C":
            path.curveTo(*taken)
        elif command == "Q":
            path.curveTo(*_raised(before, (taken[0], taken[1]), (x, y)))
        else:
            for curve in arc(before, taken[0], (x, y), large=bool(taken[3]), onwards=bool(taken[4])):
                path.curveTo(*curve)


def _commands(said: str) -> Iterator[tuple[str, list[float]]]:
    words = _WORD.findall(said)
    command, place = "", 0
    while place < len(words):
        if words[place].isalpha():
            command, place = words[place], place + 1
        takes = _TAKES[command]
        yield command, [float(one) for one in words[place : place + takes]]
        place += takes
        command = "L" if command == "M" else command  # more points after the first are lines


def _raised(start: Point, control: Point, end: Point) -> tuple[float, ...]:
    """The cubic curve that is a quadratic one."""
    first = (start[0] + 2 * (control[0] - start[0]) / 3, start[1] + 2 * (control[1] - start[1]) / 3)
    second = (end[0] + 2 * (control[0] - end[0]) / 3, end[1] + 2 * (control[1] - end[1]) / 3)
    return (*first, *second, *end)


def arc(start: Point, radius: float, end: Point, *, large: bool, onwards: bool) -> list[tuple[float, ...]]:
    """An arc of a circle as cubic curves of at most a quarter each: two control points and the end of each.

    As in SVG: of the four arcs between two points, the `large` or the small one, with angles that go on or back. A
    radius that is too short to reach is made just long enough.
    """
    reach = math.dist(start, end)
    if reach == 0 or radius == 0:
        return [(*start, *end, *end)]
    radius = max(radius, reach / 2)
    off = math.sqrt(max(0.0, radius**2 - (reach / 2) ** 2)) / reach * (-1 if large == onwards else 1)
    across, down = end[0] - start[0], end[1] - start[1]
    x, y = (start[0] + end[0]) / 2 - off * down, (start[1] + end[1]) / 2 + off * across
    angle = math.atan2(start[1] - y, start[0] - x)
    sweep = math.atan2(end[1] - y, end[0] - x) - angle
    if onwards and sweep < 0:
        sweep += 2 * math.pi
    elif not onwards and sweep > 0:
        sweep -= 2 * math.pi
    steps = max(1, math.ceil(abs(sweep) / _QUARTER - 1e-9))
    each = sweep / steps
    pull = 4 / 3 * math.tan(each / 4) * radius
    curves: list[tuple[float, ...]] = []
    for step in range(steps):
        one, two = angle + step * each, angle + (step + 1) * each
        curves.append(
            (
                x + radius * math.cos(one) - pull * math.sin(one),
                y + radius * math.sin(one) + pull * math.cos(one),
                x + radius * math.cos(two) + pull * math.sin(two),
                y + radius * math.sin(two) - pull * math.cos(two),
                x + radius * math.cos(two),
                y + radius * math.sin(two),
            )
        )
    return curves
