"""A drawn signature as smooth vector lines."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workshop_app.documents import look

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]  # two control points and the end of a cubic Bézier

PEN = 1.3  # points
_NEAR = 0.4  # points of a stroke that lie nearer to each other than this add nothing but size


class SignatureDrawing(Flowable):
    """Strokes (see `PaperSignature`) in a pad `width` points wide. Nothing of them leaves the pad."""

    def __init__(self, strokes: Sequence[Sequence[Point]], width: float, aspect: float) -> None:
        super().__init__()
        self.width, self.height = width, width / aspect
        self._strokes = strokes

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The pad's own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Each stroke with a round pen; one that never moved is a dot."""
        canvas = self.canv
        canvas.setStrokeColor(look.INK)
        canvas.setFillColor(look.INK)
        canvas.setLineWidth(PEN)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for stroke in self._strokes:
            points = thinned([self._on_paper(point) for point in stroke])
            if len(points) == 1:
                canvas.circle(*points[0], PEN / 2, stroke=0, fill=1)
            elif points:
                self._line(canvas, points)

    def _on_paper(self, point: Point) -> Point:
        x, y = point
        return PEN + x * (self.width - 2 * PEN), PEN + (1 - y) * (self.height - 2 * PEN)

    def _line(self, canvas: Canvas, points: Sequence[Point]) -> None:
        path = canvas.beginPath()
        path.moveTo(*_rounded(points[0]))
        for first, second, end in smooth(points):
            path.curveTo(*_rounded(self._kept_in(first)), *_rounded(self._kept_in(second)), *_rounded(end))
        canvas.drawPath(path, stroke=1, fill=0)

    def _kept_in(self, point: Point) -> Point:
        """A curve lies within its control points, so it stays in the pad if they do."""
        x, y = point
        return min(max(x, PEN), self.width - PEN), min(max(y, PEN), self.height - PEN)


def _rounded(point: Point) -> Point:
    """To a hundredth of a point, which no printer tells apart, and which takes half the room in a file."""
    return round(point[0], 2), round(point[1], 2)


def thinned(points: Sequence[Point]) -> list[Point]:
    """The points less those that are too near to the one before; the last one always stays."""
    kept = list(points[:1])
    for x, y in points[1:]:
        if (x - kept[-1][0]) ** 2 + (y - kept[-1][1]) ** 2 >= _NEAR**2:
            kept.append((x, y))
    if len(kept) > 1:
        kept[-1] = points[-1]
    return kept


def smooth(points: Sequence[Point]) -> list[Curve]:
    """A uniform Catmull-Rom spline through all the points, one cubic Bézier for each step."""
    around = [points[0], *points, points[-1]]
    curves: list[Curve] = []
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        curves.append((first, second, end))
    return curves
