"""One way of writing for everything that comes in, and one key under which two texts count as the same."""

import re
import unicodedata
from functools import cache

from workshop_app.domain.texts import LONG

TEXT_LIMIT = LONG
"""The longest text, in characters, that is one idea. Longer ones are reported, not cut."""

_MARKS_IN_A_ROW = 6
_RARE = re.compile("[\U00010000-\U0001efff]{7,}")  # rare scripts, but not emoji

# Invisible, and able to hide or turn round the text beside them. The joiners U+200C and U+200D stay: scripts and
# emoji need them. The last part are lone surrogates, which neither SQLite nor UTF-8 takes, and noncharacters.
_UNWANTED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_DOUBLE_QUOTES = re.compile('["“”„‟«»″＂]')
_SINGLE_QUOTES = re.compile("[‘’‚‛`´′ʼ＇]")
_DASHES = re.compile("[‐‑‒–—―−]")
_AROUND = " .,;:!?…'-*•·()[]¡¿。，！？"


def clean(text: str) -> str:
    """`text` as one line in NFC: white space collapsed, control characters and lone surrogates gone.

    A text longer than TEXT_LIMIT comes back collapsed but otherwise as it was: callers turn it away, and
    normalising a long run of combining marks takes time that grows with its square.
    """
    line = " ".join(_UNWANTED.sub("", text).split())
    if line.isascii() or len(line) > TEXT_LIMIT:
        return line
    return unicodedata.normalize("NFC", _thinned(line))


def fold(text: str) -> str:
    """The key for "the same idea": letter case, spacing, quotation marks, dashes and closing points don't count."""
    return fold_clean(clean(text)[:TEXT_LIMIT])


def fold_clean(line: str) -> str:
    """`fold` for a line that `clean` made and that is no longer than TEXT_LIMIT."""
    plain = line.casefold()
    if not line.isascii():
        # NFKC twice, because casefold can take composed letters apart.
        plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", line).casefold())
    alike = _DASHES.sub("-", _SINGLE_QUOTES.sub("'", _DOUBLE_QUOTES.sub("", plain)))
    return " ".join(alike.split()).strip(_AROUND) or plain


def _thinned(line: str) -> str:
    """`line` with no more combining marks in a row than any script needs."""
    line = _pile(0x300, 0x10000).sub(r"\1", line)
    # Beyond U+FFFF the re module tries the parts of a set one after the other, so it is only asked about few places.
    return _RARE.sub(lambda run: _pile(0x10000, 0x20000).sub(r"\1", run[0]), line)


@cache
def _pile(first: int, beyond: int) -> re.Pattern[str]:
    """Too many of the combining marks from `first` up to `beyond`. Made when first needed, in some milliseconds."""
    codes = {code for code in range(first, beyond) if unicodedata.combining(chr(code))}
    starts = sorted(codes - {code + 1 for code in codes})
    ends = sorted(codes - {code - 1 for code in codes})
    mark = "[" + "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True)) + "]"
    return re.compile(f"({mark}{{{_MARKS_IN_A_ROW}}}){mark}+")
