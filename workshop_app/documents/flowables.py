"""What stands in a story and is read aloud: paragraphs, items of a list, links, pictures.

Each carries the `element` it is read as; both parts of one that is split over two pages belong to the same element.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Table

from workshop_app.documents import scripts
from workshop_app.documents.fitting import line_up
from workshop_app.documents.structure import HEADINGS, Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas

_SIDES = {0: scripts.LEFT, 1: scripts.CENTRE, 2: scripts.RIGHT}


class Said(Flowable):
    """A paragraph of printable words, in any script, read as its element: a text, a heading, a cell's words.

    An item of a list has a `mark` before its first line, which is read as its `label`. What has an `address` leads
    there. Where its words are split, a single line is left alone on neither page.
    """

    canv: TaggedCanvas

    def __init__(self, words: str, style: ParagraphStyle, element: Element | None = None) -> None:
        super().__init__()
        self.words = words
        self.style = style
        self.element = element
        self.label: Element | None = None
        self.mark = ""
        self.address = ""
        self._lines: list[tuple[str, str]] = []
        self._room = -1.0
        self._from_right = scripts.begins_right(words)
        self._goes_on = False  # on the next page

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, as high as its lines."""
        style = self.style
        room = max(1.0, width - style.leftIndent - style.rightIndent)
        if room != self._room:
            self._room = room
            blank = not self.words.strip()
            self._lines = [] if blank else line_up(self.words, room / style.fontSize, style.fontName)
        self.width, self.height = width, len(self._lines) * style.leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The lines that fit, and the others; nothing if too few fit."""
        if self._room < 0 or width < self.width:  # a table asks with the cell's width, and wraps without its padding
            self.wrap(width, height)
        if self.height <= height:
            return [self]
        fit = min(int(height / self.style.leading), len(self._lines) - 1)
        if len(self._lines) - fit == 1 and fit > 1:
            fit -= 1
        if fit <= 1:
            return []
        first, rest = self._part(self._lines[:fit]), self._part(self._lines[fit:])
        first.mark, first.label = self.mark, self.label
        first._goes_on, rest._goes_on = self._lines[fit - 1][1] != "", self._goes_on
        rest.spaceBefore, first.spaceAfter = 0, 0
        return [first, rest]

    def _part(self, lines: list[tuple[str, str]]) -> "Said":
        words = "".join(line + gap for line, gap in lines).removesuffix("\n")
        part = Said(words, self.style, self.element)
        part.address, part._from_right = self.address, self._from_right
        return part

    def draw(self) -> None:
        """Draw the mark of an item, then the words; note where a heading begins and where a link lies."""
        if not self._lines:
            return
        style = self.style
        if self.element is not None and self.element.kind in HEADINGS:
            self.canv.begins(self.element, self.height)
        self.canv.setFillColor(style.textColor)
        top = self.height - style.fontSize
        if self.mark and self.label is not None:
            with self.canv.said(self.label):
                x, side = (self.width, scripts.RIGHT) if self._from_right else (style.bulletIndent, scripts.LEFT)
                scripts.draw(self.canv, (x, top), self.mark, (style.fontName, style.fontSize), side=side)
        with self.canv.said(self.element):
            self._draw_lines(top)
        if self.address and self.element is not None:
            self.canv.reacts(self.element, self.address, (0, 0, self.width, self.height))

    def _draw_lines(self, top: float) -> None:
        style = self.style
        ends = [" " if gap else "" for _line, gap in self._lines]  # else whoever reads aloud runs two words together
        ends[-1] = " " if self._goes_on else ""
        lines = [line + end for (line, _gap), end in zip(self._lines, ends, strict=True)]
        side = scripts.RIGHT if self._from_right else _SIDES.get(int(style.alignment), scripts.LEFT)
        if side == scripts.LEFT and not scripts.runs_from_right(self.words):
            spot = (style.leftIndent, top)
            scripts.draw_all(self.canv, spot, lines, (style.fontName, style.fontSize), style.leading)
            return
        left, right = style.leftIndent, self.width - style.rightIndent
        if self._from_right:
            left, right = style.rightIndent, self.width - style.leftIndent
        x = {scripts.LEFT: left, scripts.RIGHT: right, scripts.CENTRE: (left + right) / 2}[side]
        for number, line in enumerate(lines):
            spot = (x, top - number * style.leading)
            scripts.draw(
                self.canv, spot, line, (style.fontName, style.fontSize), side=side, from_right=self._from_right
            )


class Pictured(Flowable):
    """A drawing with words for those who do not see it."""

    canv: TaggedCanvas

    def __init__(self, drawing: Flowable, alt: str) -> None:
        super().__init__()
        self.drawing = drawing
        self.hAlign = drawing.hAlign
        self.element = Element(Kind.FIGURE, alt=alt)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The drawing's own size."""
        self.width, self.height = self.drawing.wrap(width, height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, and note where it lies."""
        self.element.box = self.canv.on_page((0, 0, self.width, self.height))
        with self.canv.said(self.element):
            self.drawing.drawOn(self.canv, 0, 0)


def adopt(parent: Element, flowables: Iterable[object]) -> None:
    """Everything in these flowables is read as part of `parent`, in this order."""
    for flowable in flowables:
        element = getattr(flowable, "element", None)
        if isinstance(element, Element):
            element.join(parent)
        else:
            adopt(parent, within(flowable))


def within(flowable: object) -> Sequence[object]:
    """What a container holds: a table's cells, or what is kept together."""
    if isinstance(flowable, Table):
        cells: list[Any] = [cell for row in vars(flowable)["_cellvalues"] for cell in row]
        return [one for cell in cells for one in (cell if isinstance(cell, (list, tuple)) else [cell])]
    if isinstance(flowable, KeepTogether):
        return list(vars(flowable)["_content"])
    return ()
