"""Colours, sizes and type in one place. Nothing else in the app names a colour or a font.

Whoever wants larger words gets them everywhere: `font` gives them, and what holds words grows by `px` or `tall`.
Sizes are asked for when a widget is made; where the text size changes, the window makes its pages anew.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from workshop_app.assets import find

FONT = "Andika"
STYLE = "fusion"
_STYLED = "style-is-ours"
_FONTS_READ = "andika-is-read"
RADIUS, RADIUS_SMALL, RADIUS_CARD = 14, 10, 6
TARGET = 46  # logical pixels a finger needs
TARGET_SMALL = 42  # of what only the person at the laptop presses
PAGE_MARGIN = 40
RAIL_W = 250
TEXT_SIZES = (100, 125, 150, 175, 200)  # per cent
ROOM_FROM = 1.3  # from this scale on, what stands side by side may have to stand one below the other
_LINE = 1.6  # the height of a line of Andika, in sizes of its letters
_MOST_ON_BOARD = 1.5
_GROWS = 24  # logical pixels of a letter that grow; a heading that is larger than that is large enough


class Look(StrEnum):
    """How the app is coloured."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Tint:
    """A card of a family of aspects, or of a role: its ground and the colour of its edge."""

    ground: str
    edge: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one look. Text on `paper`, `raised` and every tint reaches 7:1 or better.

    Cards are tinted by family of aspects or by role, in five colours each; "" is for those that have none.
    """

    paper: str
    board: str
    raised: str
    line: str
    ink: str
    soft: str
    accent: str
    accent_soft: str
    on_accent: str
    notice: str
    notice_ground: str
    shadow: str
    families: dict[str, Tint]
    roles: dict[str, Tint]


LIGHT = Tokens(
    paper="#FAF6EE",
    board="#F4EEE1",
    raised="#FFFDF8",
    line="#E4DCCB",
    ink="#1F2430",
    soft="#545969",
    accent="#0B5F66",
    accent_soft="#DCEDEC",
    on_accent="#FFFFFF",
    notice="#8A4B00",
    notice_ground="#FCEBD2",
    shadow="#3A2F1A",
    families={
        "learning": Tint("#FFE7A3", "#B07C00"),
        "people": Tint("#CBE4FA", "#2468B0"),
        "voice": Tint("#CFEEDA", "#1E7B4B"),
        "wellbeing": Tint("#F9D5D3", "#B8443F"),
        "world": Tint("#E3D8F6", "#6B4CB5"),
        "": Tint("#FFFDF8", "#8B8472"),
    },
    roles={
        "student": Tint("#FFDDBF", "#B4570B"),
        "staff": Tint("#C9EBEA", "#0D6E72"),
        "family": Tint("#F8D6E8", "#A8366F"),
        "community": Tint("#E6EDC2", "#5F7011"),
        "": Tint("#FFFDF8", "#8B8472"),
    },
)
DARK = Tokens(
    paper="#191C22",
    board="#14161B",
    raised="#22262E",
    line="#3A404C",
    ink="#F3EFE6",
    soft="#B9BCC6",
    accent="#7CCBD0",
    accent_soft="#1F3F43",
    on_accent="#0C2022",
    notice="#FFD08A",
    notice_ground="#402E14",
    shadow="#000000",
    families={
        "learning": Tint("#4A3B0C", "#F0C550"),
        "people": Tint("#163A5C", "#7FB9F0"),
        "voice": Tint("#12432A", "#6FCF9A"),
        "wellbeing": Tint("#571F1F", "#F29A95"),
        "world": Tint("#392764", "#B9A1F0"),
        "": Tint("#2C313B", "#9AA0AE"),
    },
    roles={
        "student": Tint("#56300F", "#F5A562"),
        "staff": Tint("#0D4346", "#6CCBCB"),
        "family": Tint("#531D3B", "#EF97C4"),
        "community": Tint("#39430C", "#BFD05B"),
        "": Tint("#2C313B", "#9AA0AE"),
    },
)
CONTRAST = Tokens(
    paper="#FFFFFF",
    board="#FFFFFF",
    raised="#FFFFFF",
    line="#000000",
    ink="#000000",
    soft="#000000",
    accent="#003E8A",
    accent_soft="#D6E6FF",
    on_accent="#FFFFFF",
    notice="#5A2B00",
    notice_ground="#FFF3CC",
    shadow="#FFFFFF",
    families={
        "learning": Tint("#FFF2C4", "#6B4A00"),
        "people": Tint("#DDEEFF", "#003E8A"),
        "voice": Tint("#DDF5E6", "#00532B"),
        "wellbeing": Tint("#FFE3E1", "#8A0F0A"),
        "world": Tint("#EEE6FF", "#42218A"),
        "": Tint("#FFFFFF", "#000000"),
    },
    roles={
        "student": Tint("#FFEBDA", "#7A3600"),
        "staff": Tint("#DBF4F4", "#004F52"),
        "family": Tint("#FFE3F1", "#7D114C"),
        "community": Tint("#F1F6D6", "#3E4A00"),
        "": Tint("#FFFFFF", "#000000"),
    },
)

_LOOKS = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}
_now: list[Tokens] = [LIGHT]
_scale: list[float] = [1.0]
_less_motion: list[bool] = [False]


def tokens() -> Tokens:
    """The colours in force."""
    return _now[0]


@contextmanager
def wearing(look: Look) -> Iterator[None]:
    """Paint in the colours of another look for a while, LIGHT, DARK or CONTRAST: what goes on paper is light.

    Its words have the size that paper asks for, not the one that somebody likes on this laptop.
    """
    before = _now[0], _scale[0]
    _now[0], _scale[0] = _LOOKS[look], 1.0
    try:
        yield
    finally:
        _now[0], _scale[0] = before


def scale() -> float:
    """How large words are now, from 1.0 to 2.0."""
    return _scale[0]


def text_size() -> int:
    """The same in per cent."""
    return round(scale() * 100)


def letters(size: float) -> float:
    """Logical pixels of words that are `size` large at 100 %."""
    return size + min(size, _GROWS) * (scale() - 1)


def on_board(size: float, *, bold: bool = False) -> QFont:
    """Type on the board, in board units: a card and a theme's head have room for half as much again.

    What a text size of 175 or 200 % wants beyond that is the board's zoom: a card in which words had twice the size
    would hold nine letters a line.
    """
    made = font(size, bold=bold)
    made.setPixelSize(max(1, round(size * board_scale())))
    return made


def board_scale() -> float:
    """How large words on the board are now, from 1.0 to 1.5."""
    return min(scale(), _MOST_ON_BOARD)


def px(length: float) -> int:
    """Logical pixels of a width or height that holds words and is `length` at 100 %."""
    return round(length * scale())


def tall(least: float, size: float = 16) -> int:
    """Logical pixels of a height that holds one line of words: `least`, or more where the words need it."""
    return max(round(least), math.ceil(letters(size) * _LINE) + 6)


def still() -> bool:
    """Whether nothing may move by itself: the system says so, or somebody at this laptop did."""
    return _less_motion[0] or system_is_still()


def system_is_still() -> bool:
    """Whether the laptop itself asks for no motion."""
    from PySide6.QtWidgets import QStyle  # it has hundreds of names, and no first picture asks

    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def font(size: float, *, bold: bool = False) -> QFont:
    """The app's one typeface; `size` in logical pixels at a text size of 100 %."""
    made = QFont(FONT)
    made.setPixelSize(max(1, round(letters(size))))
    made.setBold(bold)
    return made


def apply(app: QApplication, look: Look, text_size: int = 100, *, less_motion: bool = False) -> None:
    """Colour the whole app; SYSTEM follows the desktop's light or dark. `text_size` in per cent."""
    if not app.property(_FONTS_READ):  # asking Qt for its families would have it read every font of the laptop
        app.setProperty(_FONTS_READ, True)
        for name in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(str(find(f"fonts/Andika-{name}.ttf")))
    _now[0], _scale[0], _less_motion[0] = _chosen(app, look), text_size / 100, less_motion
    from workshop_app.ui import sheet as dress  # it asks here for every size and colour

    sheet = dress.sheet(_now[0])
    if app.styleSheet() == sheet:  # as it is already: to dress every widget anew takes a while
        return
    if not app.property(_STYLED):
        app.setStyle(STYLE)
        is_styled(app)
    app.setFont(font(16))
    app.setPalette(_palette(_now[0]))
    app.setStyleSheet(sheet)


def is_styled(app: QApplication) -> None:
    """The app has its style, as by its command line: to give it one by hand takes PySide all of QStyle's names."""
    app.setProperty(_STYLED, True)


def _chosen(app: QApplication, look: Look) -> Tokens:
    if look is Look.SYSTEM:
        from PySide6.QtCore import Qt

        return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return _LOOKS[look]


def _palette(t: Tokens) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for group, colour in (
        (role.Window, t.paper),
        (role.Base, t.raised),
        (role.AlternateBase, t.paper),
        (role.Button, t.raised),
        (role.WindowText, t.ink),
        (role.Text, t.ink),
        (role.ButtonText, t.ink),
        (role.PlaceholderText, t.soft),
        (role.ToolTipBase, t.raised),
        (role.ToolTipText, t.ink),
        (role.Highlight, t.accent),
        (role.HighlightedText, t.on_accent),
        (role.Link, t.accent),
    ):
        made.setColor(group, QColor(colour))
    made.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, QColor(t.soft))
    made.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(t.soft))
    return made


def tint(t: Tokens, family: str, role: str, *, by_role: bool) -> Tint:
    """The tint of a card, by its family or by the role that gave it; that of none where it is an unknown one."""
    tints, kind = (t.roles, role) if by_role else (t.families, family)
    return tints.get(kind, tints[""])


def beneath(t: Tokens) -> str:
    """What stands smaller beneath the words of a card. Half-way to the ink it is 7:1 on every tint, as soft is not."""
    return between(t.soft, t.ink)


def between(one: str, other: str) -> str:
    """The colour half-way, for what is there only to complete a picture."""
    first, second = QColor(one), QColor(other)
    red, green, blue = (
        (first.red() + second.red()) // 2,
        (first.green() + second.green()) // 2,
        (first.blue() + second.blue()) // 2,
    )
    return QColor(red, green, blue).name()
