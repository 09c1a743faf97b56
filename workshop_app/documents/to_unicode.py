"""Which characters the glyphs of a typeface stand for, as a table that whoever copies or reads aloud looks up."""

import re
import unicodedata
from collections.abc import Sequence

from workshop_app.documents.fonts import is_arabic

_CODE = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>")
_TABLE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<{first}> <{last}>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_BLOCK = 100  # entries that a viewer takes in one go


def table(glyphs: Sequence[tuple[int, str]], digits: int) -> bytes:
    """The table for codes of so many hexadecimal digits; UTF-16, also above U+FFFF."""
    entries = [f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in glyphs]
    some = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    blocks = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in some)
    return _TABLE.format(first="0" * digits, last="F" * digits, blocks=blocks).encode("ascii")


def mended(written: bytes) -> bytes:
    """The table that reportlab wrote as it should be: real characters only, and also those above U+FFFF."""
    codes = [(int(code, 16), int(value, 16)) for code, value in _CODE.findall(written)]
    return table([(code, _written(value)) for code, value in codes if _real(value)], digits=2)


def _written(value: int) -> str:
    """What a person writes for a character: the letter itself for one of the shapes that Arabic letters take.

    Glyphs stand from left to right, and whoever copies them turns such a line round, also what is within one glyph.
    So the letters of a ligature stand from left to right too.
    """
    character = chr(value)
    return unicodedata.normalize("NFKC", character)[::-1] if is_arabic(character) else character


def _real(value: int) -> bool:
    return value >= 0x20 and value not in (0xFEFF, 0xFFFE) and not 0xD800 <= value < 0xE000
