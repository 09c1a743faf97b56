"""A canvas that notes what each mark on a page means: said by an element, or an artifact that readers pass over.

Whatever is drawn inside `with canvas.said(element):` belongs to that element. All else (rules, grounds, feet of pages)
becomes an artifact by itself, so nothing can be forgotten. The foot of each page is drawn last, when it is known how
many pages there are. Links and fields are noted with their place; `finishing.py` makes them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from workshop_app.documents import watching
from workshop_app.documents.structure import Box, Element, Kind, Marks, Placed

Foot = Callable[["TaggedCanvas", int, int], None]  # draws the foot of a page: its number from 1, and how many there are

_BEGINS = re.compile(r"\bBDC$|\bBMC$")
_PAINTS = re.compile(r"(?:^|\s)(?:[SsfFbB]|[fbB]\*|sh|Do|EI|ET)$")


@dataclass(frozen=True, slots=True)
class Reacts:
    """A link (its `target` is an address) or a field of the form (its `target` says which) in a box on a page."""

    page: int
    box: Box
    target: object
    element: Element


@dataclass(slots=True)
class Drawn:
    """What finishing needs to know of a drawn paper. `tops` holds how high on its page each heading begins."""

    root: Element = field(default_factory=lambda: Element(Kind.DOCUMENT))
    reacts: list[Reacts] = field(default_factory=list)
    tops: dict[int, float] = field(default_factory=dict)  # by id() of a heading's element


class TaggedCanvas(Canvas):
    """See above. `drawn` is complete once the canvas is saved."""

    _code: list[str]
    _doc: Any
    _pagesize: tuple[float, float]

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever a canvas takes
        self.drawn = Drawn()
        self._inside = 0
        self._element: Element | None = None  # what is drawn now belongs to it
        self._numbers = 0  # marks of this page so far
        self._closed: list[int] = []  # marks of each page that is done
        self._at_foot: int | None = None  # the page whose foot is drawn, from 0
        self._foot: Foot | None = None
        super().__init__(*args, **kwargs)

    @property
    def page(self) -> int:
        """The page that is being drawn, from 0."""
        return int(self.getPageNumber()) - 1 if self._at_foot is None else self._at_foot

    @contextmanager
    def said(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside belongs to `element`; within another one that is open, to that one."""
        if element is None or self._inside or (element.repeats and element.is_said):
            with self._one_deeper(element is not None):
                yield
            return
        element.join(self.drawn.root)
        self._open(element)
        with self._one_deeper(True):
            yield
        self._close()

    def parts(self, words: Sequence[str], lang: str) -> list[Element | None]:
        """Inside `said`: elements for what is read next, in this order, whatever the order in which it is drawn.

        None for each where nothing is said: then `reads` lets it be what is around it.
        """
        if self._element is None:
            return [None] * len(words)
        return [Element(Kind.SPAN, self._element, lang=lang, actual=one) for one in words]

    @contextmanager
    def reads(self, part: Element | None) -> Iterator[None]:
        """The glyphs drawn inside are read as one of the `parts`."""
        around = self._element
        if part is None or around is None:
            yield
            return
        self._close()
        self._open(part)
        yield
        self._close()
        self._open(around)

    @contextmanager
    def _one_deeper(self, deeper: bool) -> Iterator[None]:
        """Nothing inside opens an element of its own: it belongs to what is open, or is an artifact."""
        self._inside += deeper
        try:
            yield
        finally:
            self._inside -= deeper

    def _open(self, element: Element) -> None:
        element.kids.append(Marks(self.page, self._numbers))
        self._code.append(f"/{element.kind} <</MCID {self._numbers}>> BDC")
        self._numbers += 1
        self._element = element

    def _close(self) -> None:
        if _BEGINS.search(self._code[-1]) and self._element is not None:  # nothing was drawn
            self._code.pop()
            self._element.kids.remove(Marks(self.page, self._numbers - 1))
            self._numbers -= 1
        else:
            self._code.append("EMC")
        self._element = None

    def reacts(self, element: Element, target: object, box: Box) -> None:
        """A link or a field at a place in the coordinates of now; its element is read where it stands."""
        element.join(self.drawn.root)
        element.kids.append(Placed(self.page, len(self.drawn.reacts)))
        self.drawn.reacts.append(Reacts(self.page, self.on_page(box), target, element))

    def begins(self, heading: Element, height: float) -> None:
        """A heading's upper edge is `height` points above the origin of now; the outline leads there."""
        self.drawn.tops.setdefault(id(heading), self.absolutePosition(0, height)[1])

    def on_page(self, box: Box) -> Box:
        """A box in the coordinates of now, in those of the page."""
        left, bottom = self.absolutePosition(box[0], box[1])
        right, top = self.absolutePosition(box[2], box[3])
        return left, bottom, right, top

    def foot(self, draw: Foot) -> None:
        """`draw` is called for each page at the end, when all are counted."""
        self._foot = draw

    def showPage(self) -> None:  # noqa: N802 - reportlab's own name
        """Close the page; whatever nothing claimed is an artifact."""
        self._code[:] = as_artifacts(self._code)
        self._closed.append(self._numbers)
        self._numbers = 0
        super().showPage()
        watching.page_done(self.page)

    def save(self) -> None:
        """Draw the feet, then write the file."""
        if self._code:
            self.showPage()
        pages = self._doc.Pages.pages
        draw = self._foot or _no_foot
        for number, page in enumerate(pages):
            self._code.clear()
            self.init_graphics_state()
            self._at_foot, self._numbers = number, self._closed[number]
            draw(self, number + 1, len(pages))
            page.stream += "\n".join(as_artifacts(self._code)) + "\n"
        self._code.clear()
        self._at_foot = None
        super().save()


def _no_foot(_canvas: TaggedCanvas, _page: int, _pages: int) -> None:
    pass


def as_artifacts(code: Sequence[str]) -> list[str]:
    """A page's content with an artifact around each stretch that paints and that no element claimed."""
    result: list[str] = []
    waiting: list[str] = []
    depth = 0

    def close() -> None:
        paints = any(_PAINTS.search(entry) for entry in waiting)
        result.extend(["/Artifact BMC", *waiting, "EMC"] if paints else waiting)
        waiting.clear()

    for entry in code:
        if depth or _BEGINS.search(entry) or entry in ("q", "Q"):
            close()
            result.append(entry)
            depth += bool(_BEGINS.search(entry)) - (entry == "EMC")
        else:
            waiting.append(entry)
    close()
    return result
