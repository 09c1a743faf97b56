"""Setting words: what a person wrote becomes a flowable here and nowhere else, as plain words in an embedded typeface.

Every paper is read aloud as it is seen, because each kind of text passes one method of the `Typesetter`:

| method | makes | read as |
|---|---|---|
| `title(words)` | the paper's name, once, first | heading 1 |
| `heading(words)`, `sections`, `block`, `beside` | a heading, alone or with paragraphs | heading 2 |
| `text(words, style)` | a paragraph | paragraph |
| `items(lines)` | short lines with a mark each | list, item, label, body |
| `table(columns, rows, widths)` | a table; its first row, again on each page, names columns | table, scoped headers |
| `figure(drawing, alt)` | any drawing flowable | figure with `alt` for its words |
| `link(words, address)` | words that lead somewhere | link |
| `group(kind, flowables)` | several flowables as one thing | what `kind` says |
| `listed(groups)` | nothing: the groups of flowables become the items of one list | list |

What none of these made (rules, grounds, spacers, the foot) is passed over by whoever reads aloud. Layout alone, such as
`beside`, is not announced as a table. Words may be in any script that fonts.py knows; markup is printed as typed.
"""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable

from workshop_app.documents import look
from workshop_app.documents.flowables import Pictured, Said, adopt
from workshop_app.documents.fonts import UNKNOWN, lacking, printable
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tables import BARE, RunningTable, Style

_SHORT = 620  # characters that read well in half a page's width
_LINE = 42  # characters of one line there
_ROOM = 100  # points that a heading wants below itself, or it goes to the next page

Section = tuple[str, Sequence[str]]  # a heading and its paragraphs, some of which may be empty
Block = tuple[str, Sequence[Flowable]]  # a heading and what stands below it
Cell = str | Flowable | Sequence[Flowable]


class Typesetter:
    """Makes flowables for one paper and remembers whether any character could not be printed.

    Where it is `tight`, all is said with less room around it, so that a usual plan stays on one page.
    """

    def __init__(self, *, tight: bool = False) -> None:
        self.tight = tight
        self.heading_style = look.HEADING_TIGHT if tight else look.HEADING
        self.lacks_characters = False

    def text(self, words: str, style: ParagraphStyle = look.BODY, *, kind: Kind = Kind.TEXT) -> Said:
        """A paragraph of plain words; line breaks stay."""
        shown = printable(words)
        self.lacks_characters |= UNKNOWN in shown
        return Said(shown, style, Element(kind, words=" ".join(shown.split())))

    def lacking(self, style: ParagraphStyle = look.SMALL) -> list[Said]:
        """Where a character was missing so far, a line that says what stands in its place: for the end of a paper."""
        return [self.text(lacking(), style)] if self.lacks_characters else []

    def title(self, words: str, style: ParagraphStyle = look.TITLE) -> Said:
        """The paper's name: the one heading of the first level, before all others."""
        return self.text(words if printable(words).strip() else "–", style, kind=Kind.TITLE)

    def heading(self, words: str) -> list[Flowable]:
        """A section's heading, never alone at the foot of a page."""
        larger = max(1.0, self.heading_style.fontSize / look.HEADING.fontSize)
        return [CondPageBreak(_ROOM * larger), self.under(words)]

    def under(self, words: str) -> Said:
        """A section's heading by itself, for what is kept together with it."""
        return self.text(words, self.heading_style, kind=Kind.HEADING)

    def items(self, lines: Sequence[str], style: ParagraphStyle = look.ITEM, mark: str = "•") -> list[Flowable]:
        """Short lines, each with a mark before it; nothing if there are none."""
        whole = Element(Kind.LIST)
        said: list[Flowable] = []
        for words in lines:
            if not printable(words).strip():
                continue
            line = self.text(words, style)
            item = Element(Kind.ITEM, whole)
            line.label, line.mark = Element(Kind.LABEL, item), mark
            adopt(Element(Kind.BODY, item), [line])
            said.append(line)
        return said

    def listed(self, groups: Sequence[Sequence[Flowable]]) -> None:
        """Let these groups of flowables, wherever they stand, be read as the items of one list."""
        whole = Element(Kind.LIST)
        for flowables in groups:
            adopt(Element(Kind.BODY, Element(Kind.ITEM, whole)), flowables)

    def group(self, kind: Kind, flowables: Sequence[Flowable]) -> list[Flowable]:
        """Let these flowables be read as one thing."""
        adopt(Element(kind), flowables)
        return list(flowables)

    def table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[float],
        style: Style | None = None,
        *,
        row_headers: bool = False,
        head: ParagraphStyle = look.COLUMN,
    ) -> RunningTable:
        """A table under the names of its columns (points wide: `widths`); the names stand again on each page.

        A cell is words, a flowable or several. With `row_headers` the first cell of a row says what the row is about.
        """
        whole = Element(Kind.TABLE)
        first = Element(Kind.ROW, whole, repeats=True)
        names = [self.text(column, head) for column in columns]
        for cell in names:
            header = Element(Kind.HEADER, first, scope="Column")
            cell.element = Element(Kind.TEXT, header, repeats=True)
        cells: list[list[Flowable]] = [[cell] for cell in names]
        body: list[list[list[Flowable]]] = [cells]
        for row in rows:
            line = Element(Kind.ROW, whole)
            body.append([])
            for place, content in enumerate(row):
                is_header = row_headers and place == 0
                kind, scope = (Kind.HEADER, "Row") if is_header else (Kind.CELL, "")
                inside = self._cell(content)
                adopt(Element(kind, line, scope=scope), inside)
                body[-1].append(inside)
        return RunningTable(body, colWidths=list(widths), style=[*BARE, *(style or [])], repeatRows=1, splitInRow=30)

    def _cell(self, cell: Cell) -> list[Flowable]:
        if isinstance(cell, str):
            return [self.text(cell or "–", look.CELL)]
        return [cell] if isinstance(cell, Flowable) else list(cell)

    def figure(self, drawing: Flowable, alt: str) -> Pictured:
        """A drawing; `alt` says in a sentence what it shows."""
        return Pictured(drawing, alt)

    def link(self, words: str, address: str, style: ParagraphStyle = look.BODY) -> Said:
        """A line that leads to an address (https:, mailto:)."""
        said = self.text(words, style)
        said.element = Element(Kind.LINK, Element(Kind.TEXT), alt=words)
        said.address = address
        return said

    def sections(self, *sections: Section) -> list[Flowable]:
        """The sections that are not empty, in their order; two short neighbours stand side by side."""
        filled = [(heading, [one for one in paragraphs if one]) for heading, paragraphs in sections]
        waiting = [section for section in filled if section[1]]
        flowables: list[Flowable] = []
        while waiting:
            first = waiting.pop(0)
            if waiting and fits_half(first) and fits_half(waiting[0]):
                flowables.append(self.beside(self.block(first), self.block(waiting.pop(0))))
            else:
                flowables += [*self.heading(first[0]), *map(self.text, first[1])]
        return flowables

    def beside(self, left: Block, right: Block) -> Flowable:
        """Two blocks side by side: a heading each, and what stands below it."""
        half = (look.WIDTH - look.GUTTER) / 2
        cells = [[self.under(heading), *below] for heading, below in (left, right)]
        return RunningTable(
            [[cells[0], None, cells[1]]],
            colWidths=[half, look.GUTTER, half],
            style=BARE,
            spaceBefore=self.heading_style.spaceBefore,
        )

    def block(self, section: Section) -> Block:
        """A section as a block, without its empty paragraphs."""
        heading, texts = section
        return heading, [self.text(words) for words in texts if words]


def fits_half(section: Section) -> bool:
    """Whether a section reads well in half a page's width."""
    return sum(len(words) + _LINE * (1 + words.count("\n")) for words in section[1]) <= _SHORT
