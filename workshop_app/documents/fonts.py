"""The typefaces on paper, all embedded, and which of them has a picture for a character.

Andika sets nearly everything. Arabic letters and emoji come from two more, character by character; what none of them
has becomes a plainer form of it or U+FFFD, so that nothing that anybody writes can stop a paper.
"""

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workshop_app import assets
from workshop_app.words import translate

REGULAR, BOLD = "Andika", "Andika-Bold"
ARABIC, ARABIC_BOLD = "NotoNaskhArabic", "NotoNaskhArabic-Bold"
EMOJI = "NotoEmoji"
SCALE = {ARABIC: 1.12, ARABIC_BOLD: 1.12, EMOJI: 0.86}  # so that they look as large as the letters beside them
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
NOT_JOINED = "\N{ZERO WIDTH NON-JOINER}"  # keeps two Arabic letters apart; has no picture of its own
_FILES = {
    REGULAR: "Andika-Regular",
    BOLD: "Andika-Bold",
    ARABIC: "NotoNaskhArabic-Regular",
    ARABIC_BOLD: "NotoNaskhArabic-Bold",
    EMOJI: "NotoEmoji-Regular",
}
_VARIANTS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_ARABIC = ((0x0600, 0x0700), (0x0750, 0x0780), (0x08A0, 0x0900), (0xFB50, 0xFE00), (0xFE70, 0xFF00))


@cache
def register() -> dict[str, frozenset[str]]:
    """Make the typefaces known to reportlab, once, and return the characters that each of them has."""
    faces = {}
    for name, file in _FILES.items():
        font = TTFont(name, str(assets.find(f"fonts/{file}.ttf")))
        pdfmetrics.registerFont(font)
        faces[name] = frozenset(chr(code) for code in font.face.charToGlyph if code >= 0x20)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return faces


@cache
def face_for(character: str, font: str) -> str | None:
    """The typeface that has `character`, to go with `font` (REGULAR or BOLD); None if none has."""
    faces = register()
    if character in faces[REGULAR] and character in faces[BOLD]:
        return font
    if is_arabic(character) and character in faces[ARABIC] and character in faces[ARABIC_BOLD]:
        return ARABIC_BOLD if font == BOLD else ARABIC
    return EMOJI if character in faces[EMOJI] else None


def is_arabic(character: str) -> bool:
    """Whether it is a letter, a figure or a mark of the Arabic script, or a shape of one."""
    return any(first <= ord(character) < last for first, last in _ARABIC)


def printable(text: str) -> str:
    """`text` with line breaks kept and each character that no typeface has as U+FFFD, or a plainer form of it."""
    return "".join(map(_shown, text))


def lacking() -> str:
    """What `UNKNOWN` stands for, in a sentence."""
    return translate("plan paper", "{mark} stands for a character that this paper can't show.", mark=UNKNOWN)


@cache
def _shown(character: str) -> str:
    if character in ("\n", NOT_JOINED):
        return character
    category = unicodedata.category(character)
    if category == "Cf" or ord(character) in _VARIANTS or ord(character) in _SKIN_TONES:
        return ""  # steers or colours its neighbours, which are shown by themselves
    if character.isspace():
        return " "
    if face_for(character, REGULAR):
        return character
    if category in ("Mn", "Me", "Cc"):
        return ""
    plainer = unicodedata.normalize("NFKC", character)
    return plainer if all(face_for(one, REGULAR) for one in plainer) else UNKNOWN
