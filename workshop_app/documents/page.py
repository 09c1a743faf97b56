"""The sheet that every set paper is printed on: A4, a quiet foot with page numbers, a clear mark where it is practice.

`render` makes a whole file of a story (see setting.py): read aloud as it is seen, the same bytes for the same story.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from workshop_app.documents import look, scripts
from workshop_app.documents.finishing import About, Attached, finish
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import BOLD, REGULAR, printable, register
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.words import translate

_BASE = 31.0  # points that the words at the foot stand high
_EDGE = 14.0  # points from the edge of the page to what is printed nearest to it
_AIR = 7.0  # points between the bar at the top and what is set below it


@dataclass(frozen=True, slots=True)
class Format:
    """A page's size and the margins of what is set on it, in points; `small` is the size of the words at its foot."""

    width: float = look.PAGE_WIDTH
    height: float = look.PAGE_HEIGHT
    margin: float = look.MARGIN
    small: float = 8.5

    @property
    def room(self) -> float:
        """The width of what is set."""
        return self.width - 2 * self.margin

    @property
    def rule(self) -> float:
        """How high the line above them is."""
        return _BASE + self.small + 4.5

    @property
    def bar(self) -> float:
        """How high the bar is that says at the top that it is practice."""
        return self.small + 11.5

    @property
    def top(self) -> float:
        """Where what is set begins, from above."""
        return _EDGE + self.bar + _AIR

    @property
    def bottom(self) -> float:
        """Where it ends, from below."""
        return self.rule + 4


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
    title, author, subject = (" ".join(printable(one).split()) for one in (sheet.title, sheet.author, sheet.subject))
    about = About(title or "–", author, subject, sheet.on)
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
    height = page.height - page.top - page.bottom
    frame = Frame(page.margin, page.bottom, page.room, height, 0, 0, 0, 0, id="page")
    document.addPageTemplates(PageTemplate(id="plain", frames=[frame], onPage=dress))
    document.build(story, canvasmaker=canvas)
    return out.getvalue(), made[0]


def _foot(canvas: TaggedCanvas, sheet: Sheet, number: int, pages: int) -> None:
    page = sheet.format
    letters, right = (REGULAR, page.small), page.width - page.margin
    canvas.setStrokeColor(look.RULE)
    canvas.setLineWidth(0.6)
    canvas.line(page.margin, page.rule, right, page.rule)
    canvas.setFillColor(look.QUIET)
    counted = translate("paper", "page {number} of {pages}", number=number, pages=pages)
    scripts.draw(canvas, (right, _BASE), counted, letters, side=scripts.RIGHT)
    room = page.room - scripts.width(counted, letters) - 18
    reference = f" · {sheet.reference}" if sheet.foot else sheet.reference
    beside = scripts.width(reference, letters)
    name = cut(" ".join(sheet.foot.split()), max(0.0, room - beside), page.small)
    with canvas.said(Element(Kind.TEXT) if number == pages else None):  # once, at the end of all that is read
        scripts.draw(canvas, (page.margin, _BASE), name, letters)
        scripts.draw(canvas, (page.margin + scripts.width(name, letters), _BASE), reference, letters)


def _practice(canvas: TaggedCanvas, page: Format, element: Element) -> None:
    size, bottom = page.small + 1, page.height - _EDGE - page.bar
    canvas.setFillColor(look.PRACTICE_TINT)
    canvas.setStrokeColor(look.PRACTICE_INK)
    canvas.setLineWidth(0.8)
    canvas.roundRect(page.margin, bottom, page.room, page.bar, 5, stroke=1, fill=1)
    word = translate("paper", "Practice")
    sentence = translate("paper", "Sample people and sample ideas, to try things out.")
    left, baseline = page.margin + 10, bottom + page.bar * 0.32
    start = left + scripts.width(word, (BOLD, size)) + 8
    with canvas.said(element):
        canvas.setFillColor(look.PRACTICE_INK)
        scripts.draw(canvas, (left, baseline), word, (BOLD, size))
        if start + scripts.width(sentence, (REGULAR, size)) < page.width - page.margin:  # else the word says enough
            scripts.draw(canvas, (start, baseline), sentence, (REGULAR, size))
