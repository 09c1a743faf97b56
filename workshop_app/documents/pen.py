"""Room for a pen: circles to tick and lines to write on, drawn, so that they need no glyph."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from workshop_app.documents import look
from workshop_app.documents.fonts import REGULAR, printable
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas

PITCH = 21.0  # points between two lines: room for handwriting
_SIZE = 10.5
_LABEL = 9.0
_CIRCLE = 11.0
_GAP = 17.0


class Choices(Flowable):
    """Answers with a circle each, side by side, on as many lines as they need. The last is followed by a line."""

    canv: TaggedCanvas

    def __init__(self, answers: Sequence[str]) -> None:
        super().__init__()
        self.element = Element(Kind.TEXT)
        self._answers = [printable(answer) for answer in answers]
        self._spots: list[tuple[float, float]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, as high as the answers need."""
        self._spots = []
        x, line = 0.0, 0
        for number, answer in enumerate(self._answers):
            wide = _CIRCLE + 5 + stringWidth(answer, REGULAR, _SIZE)
            to_write = 60.0 if number == len(self._answers) - 1 else 0.0
            if x and x + wide + to_write > width:
                x, line = 0.0, line + 1
            self._spots.append((x, line))
            x += wide + _GAP
        self.width, self.height = width, PITCH * (line + 1)
        return self.width, self.height

    def draw(self) -> None:
        """Circles, words and the line after the last word."""
        canvas = self.canv
        end = 0.0
        baseline = 0.0
        for answer, (x, line) in zip(self._answers, self._spots, strict=True):
            baseline = self.height - PITCH * line - 15
            canvas.setStrokeColor(look.INK)
            canvas.setLineWidth(0.9)
            canvas.circle(x + _CIRCLE / 2, baseline + 3.8, _CIRCLE / 2, stroke=1, fill=0)
            canvas.setFillColor(look.INK)
            canvas.setFont(REGULAR, _SIZE)
            with canvas.said(self.element):
                canvas.drawString(x + _CIRCLE + 5, baseline, answer)
            end = x + _CIRCLE + 5 + stringWidth(answer, REGULAR, _SIZE)
        canvas.setStrokeColor(look.WRITE_ON)
        canvas.setLineWidth(0.6)
        canvas.line(end + 6, baseline - 2, self.width, baseline - 2)


class Lines(Flowable):
    """Labelled lines to write on: fields (label, share of the width) on one line, then `more` empty ones."""

    canv: TaggedCanvas

    def __init__(self, fields: Sequence[tuple[str, float]], more: int = 0) -> None:
        super().__init__()
        self.element = Element(Kind.TEXT)
        self._fields = [(printable(label), share) for label, share in fields]
        self._more = more

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = width, PITCH * (1 + self._more) + 4
        return self.width, self.height

    def draw(self) -> None:
        """Labels, each with a line to its right, and whole lines below."""
        canvas = self.canv
        canvas.setStrokeColor(look.WRITE_ON)
        canvas.setLineWidth(0.6)
        canvas.setFillColor(look.QUIET)
        canvas.setFont(REGULAR, _LABEL)
        x, baseline = 0.0, self.height - PITCH + 3
        for number, (label, share) in enumerate(self._fields, start=1):
            end = self.width if number == len(self._fields) else x + share * self.width - 12
            with canvas.said(self.element):
                canvas.drawString(x, baseline, label)
            canvas.line(x + stringWidth(label, REGULAR, _LABEL) + 5, baseline - 2, end, baseline - 2)
            x = end + 12
        for number in range(1, self._more + 1):
            canvas.line(0, baseline - 2 - number * PITCH, self.width, baseline - 2 - number * PITCH)
