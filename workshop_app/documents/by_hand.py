"""Room for a pen, on paper that nobody fills in on a screen: circles to tick and lines to write on."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from workshop_app.documents import look, scripts
from workshop_app.documents.fonts import BOLD, REGULAR, printable
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas

PITCH = 24.0  # points between two lines: room for handwriting
_GAP = 13.0
_LABEL = 9.5


class Ticks(Flowable):
    """Words with a circle each, side by side, on as many rows as they need; `label` says what is ticked.

    With `writes_on`, a line to write on follows the last of them.
    """

    canv: TaggedCanvas

    def __init__(self, label: str, words: Sequence[str], size: float = 10.0, *, writes_on: bool = False) -> None:
        super().__init__()
        self.element = Element(Kind.TEXT)
        self._label, self._words, self._size = printable(label), [printable(one) for one in words], size
        self._writes_on = writes_on
        self._row, self._circle = size * 2.0, size * 1.15
        self._spots: list[tuple[float, int]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, as high as the words need."""
        self._spots = []
        x, row = self._after_label(), 0
        for number, words in enumerate(self._words, start=1):
            wide = self._circle + 4 + scripts.width(words, (REGULAR, self._size))
            to_write = 80.0 if self._writes_on and number == len(self._words) else 0.0
            if x and x + wide + to_write > width:
                x, row = 0.0, row + 1
            self._spots.append((x, row))
            x += wide + _GAP * self._size / 10
        self.width, self.height = width, self._row * (row + 1)
        return self.width, self.height

    def _after_label(self) -> float:
        return scripts.width(self._label, (BOLD, self._size)) + 10 if self._label else 0.0

    def draw(self) -> None:
        """The label, circles with their words, and the line after the last word."""
        canvas, size = self.canv, self._size
        first = self.height - self._row + size * 0.6
        if self._label:
            self._said((0, first), self._label, BOLD)
        end, baseline = 0.0, first
        for words, (x, row) in zip(self._words, self._spots, strict=True):
            baseline = first - self._row * row
            canvas.setStrokeColor(look.INK)
            canvas.setLineWidth(0.9)
            middle = x + self._circle / 2, baseline + size * 0.36
            canvas.circle(*middle, self._circle / 2, stroke=1, fill=0)
            self._said((x + self._circle + 4, baseline), words, REGULAR)
            end = x + self._circle + 4 + scripts.width(words, (REGULAR, size))
        if self._writes_on:
            canvas.setStrokeColor(look.WRITE_ON)
            canvas.setLineWidth(0.6)
            canvas.line(end + 6, baseline - 2, self.width, baseline - 2)

    def _said(self, spot: tuple[float, float], words: str, face: str) -> None:
        self.canv.setFillColor(look.INK)
        with self.canv.said(self.element):
            scripts.draw(self.canv, spot, words, (face, self._size))


class Lines(Flowable):
    """Labelled lines to write on: fields (label, share of the width) on one row, then `more` empty lines.

    The label stands below its line where `below`, as under a signature.
    """

    canv: TaggedCanvas

    def __init__(self, fields: Sequence[tuple[str, float]], more: int = 0, *, below: bool = False) -> None:
        super().__init__()
        self.element = Element(Kind.TEXT)
        self._fields = [(printable(label), share) for label, share in fields]
        self._more, self._below = more, below

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = width
        self.height = PITCH * (1 + self._more) + (_LABEL + 20 if self._below else 4)
        return self.width, self.height

    def draw(self) -> None:
        """Labels, each with its line, and whole lines below."""
        canvas, x = self.canv, 0.0
        baseline = self.height - PITCH + (-14 if self._below else 3)
        canvas.setStrokeColor(look.WRITE_ON)
        canvas.setLineWidth(0.6)
        for number, (label, share) in enumerate(self._fields, start=1):
            end = self.width if number == len(self._fields) else x + share * self.width - 14
            start, spot = x, (x, baseline - 2 - _LABEL - 4)
            if not self._below:
                start, spot = x + scripts.width(label, (REGULAR, _LABEL)) + 5, (x, baseline)
            canvas.setFillColor(look.QUIET)
            with canvas.said(self.element):
                scripts.draw(canvas, spot, label, (REGULAR, _LABEL))
            canvas.line(start if label else x, baseline - 2, end, baseline - 2)
            x = end + 14
        for number in range(1, self._more + 1):
            canvas.line(0, baseline - 2 - number * PITCH, self.width, baseline - 2 - number * PITCH)
