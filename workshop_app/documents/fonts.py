"""The one typeface on paper, embedded, and what becomes of characters that it has no picture for."""

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workshop_app import assets

REGULAR, BOLD = "Andika", "Andika-Bold"
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_VARIANTS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_BEYOND_BMP = 0x10000  # reportlab's way back from glyph to character is wrong above it


@cache
def register() -> frozenset[str]:
    """Make both weights known to reportlab, once, and return the characters that both have."""
    faces = []
    for name in (REGULAR, BOLD):
        font = TTFont(name, str(assets.find(f"fonts/{name if name == BOLD else 'Andika-Regular'}.ttf")))
        pdfmetrics.registerFont(font)
        faces.append({chr(code) for code in font.face.charToGlyph if 0x20 <= code < _BEYOND_BMP})
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return frozenset(faces[0] & faces[1])


def printable(text: str) -> str:
    """`text` with line breaks kept and each character that the typeface lacks as U+FFFD, or a plainer form of it."""
    return "".join(map(_shown, text))


@cache
def _shown(character: str) -> str:
    if character == "\n":
        return character
    category = unicodedata.category(character)
    if category == "Cf" or ord(character) in _VARIANTS or ord(character) in _SKIN_TONES:
        return ""  # steers or colours its neighbours, which are shown by themselves
    known = register()
    if character in known:
        return character
    if character.isspace():
        return " "
    if category in ("Mn", "Me", "Cc"):
        return ""
    plainer = unicodedata.normalize("NFKC", character)
    return plainer if all(one in known for one in plainer) else UNKNOWN
