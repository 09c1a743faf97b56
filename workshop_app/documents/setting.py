"""Setting words: what a person wrote becomes a flowable here and nowhere else, escaped, in an embedded typeface.

Tagging (headings, lists, figures for screen readers) has its place here too: each kind of text passes one method.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Paragraph

from workshop_app.documents import look
from workshop_app.documents.fonts import UNKNOWN, printable
from workshop_app.documents.tables import BARE, RunningTable

_SHORT = 620  # characters that read well in half a page's width
_LINE = 42  # characters of one line there
_ROOM = 100  # points that a heading wants below itself, or it goes to the next page

Section = tuple[str, Sequence[str]]  # a heading and its paragraphs, some of which may be empty
Block = tuple[str, Sequence[Flowable]]  # a heading and what stands below it


class Typesetter:
    """Makes flowables for one paper and remembers whether any character could not be printed.

    Where it is `tight`, all is said with less room around it, so that a usual plan stays on one page.
    """

    def __init__(self, *, tight: bool = False) -> None:
        self.tight = tight
        self.heading_style = look.HEADING_TIGHT if tight else look.HEADING
        self.lacks_characters = False

    def text(self, words: str, style: ParagraphStyle = look.BODY) -> Paragraph:
        """A paragraph of plain words; line breaks stay, markup is printed as it was typed."""
        shown = printable(words)
        self.lacks_characters |= UNKNOWN in shown
        return Paragraph(escape(shown).replace("\n", "<br/>"), style)

    def heading(self, words: str) -> list[Flowable]:
        """A section's heading, never alone at the foot of a page."""
        return [CondPageBreak(_ROOM), self.text(words, self.heading_style)]

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
        cells = [[self.text(heading, self.heading_style), *below] for heading, below in (left, right)]
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
