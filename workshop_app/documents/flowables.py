"""What stands in a story and is read aloud: paragraphs, items of a list, pictures, links.

Each carries the `element` it is read as; both parts of one that is split over two pages belong to the same element.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Table

from workshop_app.documents.structure import HEADINGS, Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas


class Said(Paragraph):
    """A paragraph that is read as its element: a text, a heading, a cell's words."""

    element: Element | None = None
    label: Element | None = None  # what its mark is read as, where it has one
    mark = ""
    address = ""
    canv: TaggedCanvas

    def draw(self) -> None:
        """Draw the words, and before them the mark of an item; note where a heading begins."""
        if self.element is not None and self.element.kind in HEADINGS:
            self.canv.begins(self.element, self.height)
        if self.mark and self.label is not None:
            with self.canv.said(self.label):
                self._draw_mark()
        with self.canv.said(self.element):
            super().draw()
        if self.address and self.element is not None:
            self.canv.reacts(self.element, self.address, (0, 0, self.width, self.height))

    def _draw_mark(self) -> None:
        style = self.style
        self.canv.setFont(style.bulletFontName, style.fontSize)
        self.canv.setFillColor(style.textColor)
        self.canv.drawString(style.bulletIndent, self.height - style.fontSize, self.mark)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Both parts are one element; the mark stays with the first."""
        parts: list[Any] = super().split(width, height)
        for number, part in enumerate(parts):
            part.element, part.address = self.element, self.address
            if number == 0:
                part.label, part.mark = self.label, self.mark
        return parts


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
