"""The tree of what a paper says, for those who have it read aloud: headings, lists, tables, figures, fields.

Knows neither reportlab nor PDF. `tagged_canvas.py` notes which marks on which page belong to an element while a paper
is drawn; `tagging.py` writes the tree into the file. An element is put below its parent when it is made, so the order
in which elements are made is the order in which they are read; one without a parent joins the paper when it is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The standard types of PDF 1.7 (ISO 32000-1, 14.8.4) that papers here are made of."""

    DOCUMENT = "Document"
    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    TEXT = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    FIELD = "Form"
    SPAN = "Span"
    GROUP = "Div"


HEADINGS = (Kind.TITLE, Kind.HEADING, Kind.SUBHEADING)
Box = tuple[float, float, float, float]  # left, bottom, right, top; points from the lower left corner of a page


@dataclass(frozen=True, slots=True)
class Marks:
    """A stretch of a page's content: the page from 0, and the number that the page's content gives it."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Something on a page that is not drawn but reacts: a link or a field, by its place in the canvas's list."""

    page: int
    place: int


@dataclass(eq=False, slots=True)
class Element:
    """One thing that is said.

    `alt` describes a figure; `lang` is a language tag where it is not the paper's own;
    `actual` is what its glyphs stand for, where they do not say so themselves.

    `scope` is "Column" or "Row" for a header of a table. `words` of a heading go into the outline; `box` is where a
    figure lies on its page. What `repeats` is said when it is drawn first and passed over later (a table's header).
    """

    kind: Kind
    parent: "Element | None" = None
    alt: str = ""
    lang: str = ""
    actual: str = ""
    scope: str = ""
    words: str = ""
    box: Box | None = None
    repeats: bool = False
    kids: "list[Element | Marks | Placed]" = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.kids.append(self)

    def join(self, parent: "Element") -> None:
        """Put what this belongs to below `parent`, at the end, unless it has its place already."""
        top = self.topmost
        if top is not parent and top is not parent.topmost:
            top.parent = parent
            parent.kids.append(top)

    @property
    def topmost(self) -> "Element":
        """The element above all others that this one is in."""
        top = self
        while top.parent is not None:
            top = top.parent
        return top

    @property
    def is_said(self) -> bool:
        """Whether anything of it was drawn."""
        return any(not isinstance(kid, Element) or kid.is_said for kid in self.kids)

    @property
    def first(self) -> Marks | Placed | None:
        """What was drawn of it first."""
        for kid in self.kids:
            found = kid.first if isinstance(kid, Element) else kid
            if found is not None:
                return found
        return None

    def walk(self) -> "Iterator[Element]":
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()
