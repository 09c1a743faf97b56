"""How paper looks: sizes in points, colours that also read in greyscale, one style for each kind of text."""

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from workshop_app.documents.fonts import BOLD, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 48.0
TOP, BOTTOM = 34.0, 48.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
GUTTER = 24.0

INK = HexColor("#1b2030")
QUIET = HexColor("#545b6b")  # 6.9:1 on white
ACCENT = HexColor("#0b5f60")  # 7.3:1 on white
RULE = HexColor("#c9ced8")
WRITE_ON = HexColor("#8d95a5")  # the lines that a pen follows
WRITE_IN = HexColor("#f6f8fc")
TINT = HexColor("#f1f5f5")
PRACTICE_TINT, PRACTICE_INK = HexColor("#fff3d6"), HexColor("#6b4500")


def _style(
    name: str,
    size: float,
    leading: float,
    *,
    bold: bool = False,
    colour: Color = INK,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=BOLD if bold else REGULAR,
        bulletFontName=REGULAR,
        fontSize=size,
        leading=leading,
        textColor=colour,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        allowWidows=0,
        allowOrphans=0,
    )


def scaled(style: ParagraphStyle, by: float) -> ParagraphStyle:
    """The same style, so many times as large."""
    sizes = ("fontSize", "leading", "spaceBefore", "spaceAfter", "leftIndent", "rightIndent", "bulletIndent")
    return style.clone(f"{style.name} times {by:g}", **{name: getattr(style, name) * by for name in sizes})


KICKER = _style("kicker", 10.5, 14, colour=ACCENT)
TITLE = _style("title", 24, 29, bold=True, before=1, after=3)
LEAD = _style("lead", 13, 18.5, after=5)
AGREED = _style("agreed", 10.5, 15, bold=True, colour=ACCENT)
HEADING = _style("heading", 13, 17, bold=True, before=9, after=2)
HEADING_TIGHT = _style("tight heading", 12, 15, bold=True, before=6, after=1)
BODY = _style("body", 10.5, 14.5, after=1)
ITEM = _style("item", 10.5, 14.5, after=1, indent=12)
REASON = _style("reason", 10.5, 15, after=6)
ASK = _style("ask", 11.5, 16.5)
QUOTE = _style("quote", 10.5, 14.5, indent=10)
GIVEN_BY = _style("given by", 9, 12.5, colour=QUIET, indent=10, after=3)
SAID = _style("said", 10.5, 14.5)
SAID_BY = _style("said by", 9, 12.5, colour=QUIET, after=3)
SMALL = _style("small", 9, 12.5, colour=QUIET)
MARK = _style("mark", 9.5, 13, bold=True, colour=ACCENT)
COLUMN = _style("column", 9.5, 13, bold=True)
CELL = _style("cell", 10, 14)
NAME = _style("name", 9.5, 12.5, bold=True)
TYPED = _style("typed", 14, 17)
TYPED_LONG = _style("typed long", 9.5, 12)

# Cards on paper, as on the screen in its light look: a family's ground and its edge; "" for those of none.
CARD_TINTS = {
    "learning": (HexColor("#FFE7A3"), HexColor("#B07C00")),
    "people": (HexColor("#CBE4FA"), HexColor("#2468B0")),
    "voice": (HexColor("#CFEEDA"), HexColor("#1E7B4B")),
    "wellbeing": (HexColor("#F9D5D3"), HexColor("#B8443F")),
    "world": (HexColor("#E3D8F6"), HexColor("#6B4CB5")),
    "": (HexColor("#FFFDF8"), HexColor("#8B8472")),
}
BENEATH = HexColor("#393e4c")  # a translation on any of these tints: 7:1
CUT = HexColor("#6d7482")  # the lines that scissors follow
