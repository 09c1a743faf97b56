"""The sheet that every set paper is printed on: A4, a quiet foot with page numbers, a clear mark where it is practice.

`render` makes a whole file of a story (see setting.py): read aloud as it is seen, the same bytes for the same story.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from workshop_app.documents import look, scripts
from workshop_app.documents.finishing import About, Attached, finish
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import BOLD, REGULAR, printable, register
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.words import translate

_FOOT_SIZE = 8.5


@dataclass(frozen=True, slots=True)
class Format:
    """A page's size and the margins of what is set on it, in points."""

    width: float = look.PAGE_WIDTH
    height: float = look.PAGE_HEIGHT
    margin: float = look.MARGIN

    @property
    def room(self) -> float:
        """The width of what is set."""
        return self.width - 2 * self.margin


PAGE = Format()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a paper is called, who wrote it, and what stands at its foot: a name that may be cut, a reference never."""

    title: str
    author: str
    subject: str
    on: date
    foot: str
    reference: str
    practice: bool = False
    format: Format = PAGE


HOPELESS = 2  # pages; of more than these no other setting makes one


def render(sheet: Sheet, *stories: Callable[[], list[Flowable]], attached: Attached | None = None) -> bytes:
    """The PDF of a story, the same bytes for the same story.

    Of several stories that say the same, the first one that fits on one page is printed, or else the first.
    """
    register()
    drawn: list[tuple[bytes, TaggedCanvas]] = []
    for story in stories:
        drawn.append(_set(sheet, story()))
        if _pages(drawn[-1]) == 1 or _pages(drawn[0]) > HOPELESS:
            break
    data, canvas = drawn[-1] if _pages(drawn[-1]) == 1 else drawn[0]
    about = About(printable(sheet.title), printable(sheet.author), printable(sheet.subject), sheet.on)
    return finish(data, canvas.drawn, about, attached)


def _pages(drawn: tuple[bytes, TaggedCanvas]) -> int:
    return drawn[1].page


def _set(sheet: Sheet, story: list[Flowable]) -> tuple[bytes, TaggedCanvas]:
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=(sheet.format.width, sheet.format.height),
        invariant=1,
        initialFontName=REGULAR,
    )
    made: list[TaggedCanvas] = []

    def canvas(*args: Any, **kwargs: Any) -> TaggedCanvas:  # noqa: ANN401 - whatever a canvas takes
        made.append(TaggedCanvas(*args, **kwargs))
        made[0].foot(lambda canvas, number, pages: _foot(canvas, sheet, number, pages))
        return made[0]

    practice = Element(Kind.TEXT, repeats=True)

    def dress(canvas: Canvas, _document: BaseDocTemplate) -> None:
        if sheet.practice and isinstance(canvas, TaggedCanvas):
            _practice(canvas, sheet.format, practice)

    page = sheet.format
    height = page.height - look.TOP - look.BOTTOM
    frame = Frame(page.margin, look.BOTTOM, page.room, height, 0, 0, 0, 0, id="page")
    document.addPageTemplates(PageTemplate(id="plain", frames=[frame], onPage=dress))
    document.build(story, canvasmaker=canvas)
    return out.getvalue(), made[0]


def _foot(canvas: TaggedCanvas, sheet: Sheet, number: int, pages: int) -> None:
    page = sheet.format
    right = page.width - page.margin
    canvas.setStrokeColor(look.RULE)
    canvas.setLineWidth(0.6)
    canvas.line(page.margin, 44, right, 44)
    canvas.setFillColor(look.QUIET)
    canvas.setFont(REGULAR, _FOOT_SIZE)
    counted = translate("paper", "page {number} of {pages}", number=number, pages=pages)
    canvas.drawRightString(right, 31, counted)
    room = page.room - scripts.width(counted, (REGULAR, _FOOT_SIZE)) - 18
    reference = f" · {sheet.reference}"
    beside = scripts.width(reference, (REGULAR, _FOOT_SIZE))
    name = cut(" ".join(sheet.foot.split()), room - beside, _FOOT_SIZE)
    with canvas.said(Element(Kind.TEXT) if number == pages else None):  # once, at the end of all that is read
        scripts.draw(canvas, (page.margin, 31), name, (REGULAR, _FOOT_SIZE))
        canvas.drawString(page.margin + scripts.width(name, (REGULAR, _FOOT_SIZE)), 31, reference)


def _practice(canvas: TaggedCanvas, page: Format, element: Element) -> None:
    top = page.height - 34
    canvas.setFillColor(look.PRACTICE_TINT)
    canvas.setStrokeColor(look.PRACTICE_INK)
    canvas.setLineWidth(0.8)
    canvas.roundRect(page.margin, top, page.room, 20, 5, stroke=1, fill=1)
    with canvas.said(element):
        canvas.setFillColor(look.PRACTICE_INK)
        word = translate("paper", "Practice")
        canvas.setFont(BOLD, 9.5)
        canvas.drawString(page.margin + 10, top + 6.5, word)
        start = page.margin + 10 + stringWidth(word, BOLD, 9.5) + 8
        canvas.setFont(REGULAR, 9.5)
        canvas.drawString(start, top + 6.5, translate("paper", "Sample people and sample ideas, to try things out."))
