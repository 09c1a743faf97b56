"""Room for an answer: circles to tick and boxes to write in, for a pen and, where they are fields, for a keyboard.

A box has its label above it, so that nothing lies under what is written. What is drawn here is all that a printer
needs; `widgets.py` lays the fields of the form over it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from workshop_app.documents import look, scripts
from workshop_app.documents.fields import Field, SignHere, TextField, Tick
from workshop_app.documents.fitting import line_up
from workshop_app.documents.fonts import REGULAR, printable
from workshop_app.documents.structure import Box, Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas

ROW = 21.0  # points of a line of answers: room for a finger and for a pen
LINE = 19.0  # points of a box for one line
_SIZE = 10.5
_LABEL, _LABEL_LEADING = 8.5, 11.0
_CIRCLE = 12.0
_GAP = 16.0
_BETWEEN = 8.0


@dataclass(frozen=True, slots=True)
class Room:
    """A labelled box: its share of the row's width, its height in points, and the field that lies in it."""

    label: str
    share: float
    field: Field
    height: float = LINE


class Choices(Flowable):
    """Answers with a circle each, side by side, on as many rows as they need; a box after the last, if it has one."""

    canv: TaggedCanvas

    def __init__(self, answers: Sequence[tuple[str, Tick]], after: TextField | None = None) -> None:
        super().__init__()
        self.element = Element(Kind.GROUP)
        self._answers = [
            (printable(words), tick, Element(Kind.FIELD, self.element), Element(Kind.TEXT, self.element))
            for words, tick in answers
        ]
        self._after = (after, Element(Kind.FIELD, self.element)) if after else None
        self._spots: list[tuple[float, int]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, as high as the answers need."""
        self._spots = []
        x, row = 0.0, 0
        for number, (words, *_rest) in enumerate(self._answers, start=1):
            wide = _CIRCLE + 5 + scripts.width(words, (REGULAR, _SIZE))
            to_write = 90.0 if self._after and number == len(self._answers) else 0.0
            if x and x + wide + to_write > width:
                x, row = 0.0, row + 1
            self._spots.append((x, row))
            x += wide + _GAP
        self.width, self.height = width, ROW * (row + 1)
        return self.width, self.height

    def draw(self) -> None:
        """Circles with their words, and the box after the last word."""
        canvas = self.canv
        end, baseline = 0.0, 0.0
        for (words, tick, field, text), (x, row) in zip(self._answers, self._spots, strict=True):
            baseline = self.height - ROW * row - 14.5
            canvas.setStrokeColor(look.INK)
            canvas.setLineWidth(0.9)
            canvas.circle(x + _CIRCLE / 2, baseline + 3.8, _CIRCLE / 2, stroke=1, fill=0)
            middle = (x + _CIRCLE / 2, baseline + 3.8)
            half = _CIRCLE / 2 + 1
            canvas.reacts(field, tick, (middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half))
            canvas.setFillColor(look.INK)
            with canvas.said(text):
                scripts.draw(canvas, (x + _CIRCLE + 5, baseline), words, (REGULAR, _SIZE))
            end = x + _CIRCLE + 5 + scripts.width(words, (REGULAR, _SIZE))
        if self._after is not None:
            after, element = self._after
            box = (end + 6, baseline - 4.5, self.width, baseline + 12.5)
            to_write_on(canvas, box)
            canvas.reacts(element, after, box)


class Boxes(Flowable):
    """Labelled boxes side by side."""

    canv: TaggedCanvas

    def __init__(self, rooms: Sequence[Room]) -> None:
        super().__init__()
        self.element = Element(Kind.GROUP)
        self._rooms = [(room, Element(Kind.TEXT, self.element), Element(Kind.FIELD, self.element)) for room in rooms]
        self._labels: list[list[str]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, as high as the highest box and its label need."""
        free = width - _BETWEEN * (len(self._rooms) - 1)
        self._labels = [
            [line for line, _ in line_up(printable(room.label), room.share * free / _LABEL, REGULAR)]
            for room, *_ in self._rooms
        ]
        labels = max(len(lines) for lines in self._labels) * _LABEL_LEADING
        self.width, self.height = width, labels + max(room.height for room, *_ in self._rooms) + 3
        return self.width, self.height

    def draw(self) -> None:
        """Each box under its label; the labels stand on one line."""
        canvas, x = self.canv, 0.0
        free = self.width - _BETWEEN * (len(self._rooms) - 1)
        top = max(room.height for room, *_ in self._rooms)
        for (room, said, field), lines in zip(self._rooms, self._labels, strict=True):
            wide = room.share * free
            canvas.setFillColor(look.QUIET)
            first = top + 3.2 + (len(lines) - 1) * _LABEL_LEADING
            with canvas.said(said):
                spaced = [f"{line} " for line in lines]
                scripts.draw_all(canvas, (x, first), spaced, (REGULAR, _LABEL), _LABEL_LEADING)
            box = (x, top - room.height, x + wide, top)
            if isinstance(room.field, SignHere):
                canvas.setStrokeColor(look.WRITE_ON)
                canvas.setLineWidth(0.6)
                canvas.line(box[0], box[1], box[2], box[1])
            else:
                to_write_on(canvas, box)
            canvas.reacts(field, room.field, box)
            x += wide + _BETWEEN


def to_write_on(canvas: TaggedCanvas, box: Box) -> None:
    """A box that takes ink and keys, and that shows where to write also when it is printed in grey."""
    left, bottom, right, top = box
    canvas.setFillColor(look.WRITE_IN)
    canvas.setStrokeColor(look.WRITE_ON)
    canvas.setLineWidth(0.6)
    canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=1)
