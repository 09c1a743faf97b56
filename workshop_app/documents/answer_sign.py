"""A sign for each answer, so that a wall can be read from afar and in grey: no two of them look alike.

A full circle with a tick is a yes, a ring with a tick a yes with changes; a clock is not yet, a bar is a no, an arrow
goes on to somebody else. What waits for its answer is an open ring of dots.
"""

import math
from collections.abc import Callable

from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workshop_app.documents import look

_TICK = ((0.28, 0.5), (0.44, 0.34), (0.73, 0.67))
_WIDE = 0.085  # of the side: how wide its lines are
_DOTS = 12
WAITS = ""  # the kind of what has no answer yet


class AnswerSign(Flowable):
    """The sign of an answer (a kind of domain/answers.py, or WAITS), `side` points wide and high. Decoration."""

    def __init__(self, kind: str, side: float) -> None:
        super().__init__()
        self._kind, self._side = kind, side

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """A square."""
        self.width = self.height = self._side
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, in the ink of the paper."""
        canvas = self.canv
        canvas.saveState()
        canvas.scale(self._side, self._side)
        canvas.setStrokeColor(look.ACCENT)
        canvas.setFillColor(look.ACCENT)
        canvas.setLineWidth(_WIDE)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        _SIGNS.get(self._kind, _waits)(canvas)
        canvas.restoreState()


def _ring(canvas: Canvas, *, full: bool = False) -> None:
    canvas.circle(0.5, 0.5, 0.45, stroke=1, fill=full)


def _line(canvas: Canvas, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


def _yes(canvas: Canvas) -> None:
    _ring(canvas, full=True)
    canvas.setStrokeColor(white)
    _line(canvas, *_TICK)


def _changed(canvas: Canvas) -> None:
    _ring(canvas)
    _line(canvas, *_TICK)


def _not_yet(canvas: Canvas) -> None:
    _ring(canvas)
    _line(canvas, (0.5, 0.76), (0.5, 0.5), (0.68, 0.4))


def _no(canvas: Canvas) -> None:
    _ring(canvas)
    _line(canvas, (0.28, 0.5), (0.72, 0.5))


def _passed_on(canvas: Canvas) -> None:
    _ring(canvas)
    _line(canvas, (0.26, 0.5), (0.74, 0.5))
    _line(canvas, (0.56, 0.68), (0.74, 0.5), (0.56, 0.32))


def _waits(canvas: Canvas) -> None:
    for number in range(_DOTS):
        angle = 2 * math.pi * number / _DOTS
        canvas.circle(0.5 + 0.44 * math.cos(angle), 0.5 + 0.44 * math.sin(angle), 0.055, stroke=0, fill=1)


_SIGNS: dict[str, Callable[[Canvas], None]] = {
    "yes": _yes,
    "yes-with-changes": _changed,
    "not-yet": _not_yet,
    "no": _no,
    "passed-on": _passed_on,
}
