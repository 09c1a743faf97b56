"""Counts as bars that read in grey too: each with its words before it and its number at its end."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from workshop_app.documents import look, scripts
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import BOLD, REGULAR
from workshop_app.documents.tagged_canvas import TaggedCanvas

_ROW, _SIZE, _BAR = 17.0, 10.0, 10.0
_NAMES = 0.4  # of the width, for the words

Counts = Sequence[tuple[str, int]]  # what was counted, and how many


class Bars(Flowable):
    """A bar for each count, `width` points wide with its words and its number."""

    canv: TaggedCanvas

    def __init__(self, counts: Counts, width: float) -> None:
        super().__init__()
        self._counts, self._wide = counts, width

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """A row for each count."""
        self.width, self.height = self._wide, _ROW * len(self._counts)
        return self.width, self.height

    def draw(self) -> None:
        """Words, bars and numbers."""
        canvas = self.canv
        most = max((count for _, count in self._counts), default=0) or 1
        left, room = self.width * _NAMES, self.width * (1 - _NAMES) - 30
        for number, (words, count) in enumerate(self._counts, start=1):
            y = self.height - number * _ROW
            canvas.setFillColor(look.INK)
            scripts.draw(canvas, (0, y + 5), cut(words, left - 10, _SIZE), (REGULAR, _SIZE))
            canvas.setFillColor(look.ACCENT)
            if count:
                canvas.roundRect(left, y + 3, max(4.0, room * count / most), _BAR, 2, stroke=0, fill=1)
            canvas.setFillColor(look.INK)
            end = left + room * count / most + 6
            scripts.draw(canvas, (end, y + 5), str(count), (BOLD, _SIZE))


def in_words(counts: Counts) -> str:
    """The same for whoever does not see it, such as "a lot: 6, a little: 2"."""
    return ", ".join(f"{words}: {count}" for words, count in counts)
