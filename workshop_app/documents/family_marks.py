"""What goes with a card's colour on paper, so that it also reads in greyscale: a patterned edge, and a symbol.

They are those of the screen (see ui/shared/marks.py), drawn as lines.
"""

from collections.abc import Callable

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject


def edge(canvas: Canvas, family: str, box: tuple[float, float, float, float], colour: Color, scale: float) -> None:
    """Fill a card's edge `box` (x, y of its lower left corner, width, height) with the family's pattern."""
    x, y, wide, high = box
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y, wide, high)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    if family == "people":
        canvas.rect(x, y, wide, high, stroke=0, fill=1)
    elif family in ("learning", "wellbeing"):
        rise = wide if family == "learning" else -wide
        canvas.setLineWidth(4 * scale)
        lines = [(x, at, x + wide, at + rise) for at in _steps(y - 16 * scale, y + high + 16 * scale, 9 * scale)]
        canvas.lines(lines)
    elif family == "voice":
        for at in _steps(y, y + high, 11 * scale):
            canvas.rect(x, at, wide, 6 * scale, stroke=0, fill=1)
    elif family == "world":
        for at in _steps(y + 4 * scale, y + high, 9 * scale):
            canvas.circle(x + wide / 2, at, 2.6 * scale, stroke=0, fill=1)
    canvas.restoreState()


def symbol(canvas: Canvas, family: str, spot: tuple[float, float], side: float, colour: Color) -> None:
    """Draw the family's symbol into a square of `side` points with its lower left corner at `spot`."""
    x, y = spot
    canvas.saveState()
    canvas.translate(x, y + side)
    canvas.scale(side / 16, -side / 16)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.7)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    _SYMBOLS.get(family, _dot)(path)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _steps(first: float, last: float, step: float) -> list[float]:
    return [first + number * step for number in range(max(0, int((last - first) / step) + 1))]


def _line(path: PDFPathObject, *points: tuple[float, float]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)


def _page(path: PDFPathObject) -> None:
    path.roundRect(3, 1.5, 10, 13, 1.5)
    for y in (5, 8, 11):
        _line(path, (5.5, y), (10.5, y))


def _heads(path: PDFPathObject) -> None:
    path.circle(5.2, 5, 2.4)
    path.circle(11.2, 6, 2)
    path.moveTo(1.2, 13.5)
    path.curveTo(1.2, 8.2, 9.2, 8.2, 9.2, 13.5)
    path.moveTo(11, 10)
    path.curveTo(13.6, 9.8, 14.8, 11.4, 14.8, 13.5)


def _bubble(path: PDFPathObject) -> None:
    path.roundRect(1.5, 2, 13, 9, 3)
    _line(path, (5, 11), (4.4, 14.4), (8.5, 11))


def _heart(path: PDFPathObject) -> None:
    path.moveTo(8, 13.8)
    path.curveTo(-2.5, 6.5, 3.5, -0.8, 8, 4.6)
    path.curveTo(12.5, -0.8, 18.5, 6.5, 8, 13.8)


def _globe(path: PDFPathObject) -> None:
    path.circle(8, 8, 6.4)
    path.ellipse(5.2, 1.6, 5.6, 12.8)
    _line(path, (1.6, 8), (14.4, 8))


def _dot(path: PDFPathObject) -> None:
    _line(path, (8, 3), (13, 8), (8, 13), (3, 8), (8, 3))


_SYMBOLS: dict[str, Callable[[PDFPathObject], None]] = {
    "learning": _page,
    "people": _heads,
    "voice": _bubble,
    "wellbeing": _heart,
    "world": _globe,
}
