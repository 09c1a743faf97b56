"""A head-count as a picture: a circle with its number for each answer, larger for more, a dot for none.

As on the screen: never a share, never a line, and it reads in grey.
"""

from collections.abc import Sequence
from math import sqrt

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from workshop_app.documents import look, scripts
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import BOLD, REGULAR
from workshop_app.documents.tagged_canvas import TaggedCanvas

_ROW, _SIZE = 25.0, 10.5
_LEAST, _MOST, _DOT = 7.5, 11.0, 1.8  # points: radius of the least circle, of the largest, and of the dot
_WORDS = 34.0  # where the words begin

Counts = Sequence[tuple[str, int]]  # an answer in words, and how many gave it


class Heads(Flowable):
    """A row for each answer, `width` points wide with its words."""

    canv: TaggedCanvas

    def __init__(self, counts: Counts, width: float) -> None:
        super().__init__()
        self._counts, self._wide = counts, width

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """As high as its rows."""
        self.width, self.height = self._wide, _ROW * len(self._counts)
        return self.width, self.height

    def draw(self) -> None:
        """Circles with their numbers, and the words beside them."""
        canvas = self.canv
        most = max((count for _, count in self._counts), default=0) or 1
        for number, (words, count) in enumerate(self._counts):
            y = self.height - (number + 0.5) * _ROW
            radius = _LEAST + (_MOST - _LEAST) * sqrt(count / most) if count else _DOT
            canvas.setFillColor(look.ACCENT if count else look.QUIET)
            canvas.circle(_MOST + 1, y, radius, stroke=0, fill=1)
            if count:
                canvas.setFillColor(white)
                spot = (_MOST + 1, y - _SIZE * 0.36)
                scripts.draw(canvas, spot, str(count), (BOLD, _SIZE), side=scripts.CENTRE)
            canvas.setFillColor(look.INK)
            scripts.draw(canvas, (_WORDS, y - _SIZE * 0.36), cut(words, self.width - _WORDS, _SIZE), (REGULAR, _SIZE))


def in_words(counts: Counts) -> str:
    """The same for whoever does not see it, such as "a lot: 6, a little: 2"."""
    return ", ".join(f"{words}: {count}" for words, count in counts)
