"""Which encoding a file is in.

In order of certainty: a byte order mark; the pattern of NUL bytes that UTF-16 leaves in any text with spaces or line
ends; strict UTF-8, which other encodings practically never satisfy; UTF-8 with some damage, if more letters fit than
don't. Then the encodings of Western spreadsheets, told apart by letters that stand where no writer puts them.
charset-normalizer decides only what is left, the older encodings of other scripts: on a few short English lines it
prefers Windows-1250 to Windows-1252, and Mac-Icelandic to Mac-Roman.
"""

import codecs
import re
import unicodedata
from itertools import pairwise

from workshop_app.exchange.layout import ENCODINGS

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ("cp1252", "mac_roman", "cp850", "cp1250")
_SAMPLE = 65_536
_AROUND = 200
_CHUNK = 1 << 20
_BYTE_ABOVE_ASCII = re.compile(rb"[\x80-\xff]")
_FOREIGN_WORD = re.compile(r"[^\W\d_\x00-\x7f]{4,}")
_ALLOWED_INSIDE = set("’‘“”–—…•·\xa0\xad")
_STRANGE_SHARE = 0.2
_SIGNS = " ,;\t\r\n"
_LEAST_SIGNS = 0.03  # Chinese rows of thirty characters have one or two


def guess_encoding(data: bytes) -> str:
    """The most likely encoding of `data`, one of `layout.ENCODINGS`. Takes bounded memory beside `data`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _wide(data[:_SAMPLE])
    if wide:
        return wide
    if _is_utf8(data):
        return "utf-8"
    sample = _around_letters_above_ascii(data)
    if _mostly_utf8(sample):
        return "utf-8"
    return _western(sample) or _other_script(sample) or "cp1252"


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: read the right way round it has plain spaces and line ends, the wrong way hardly any."""
    nuls = head.count(b"\x00")
    if nuls == 0 or (nuls * 5 < len(head) and _is_plain(head.replace(b"\x00", b""))):
        return None  # a stray NUL or two in some other encoding
    even = head[: len(head) // 2 * 2]
    readings = {encoding: even.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    signs = {encoding: sum(map(text.count, _SIGNS)) for encoding, text in readings.items()}
    best = max(signs, key=lambda encoding: signs[encoding])
    text = readings[best]
    written = sum(1 for char in text if char in "\t\n\r" or unicodedata.category(char)[0] in "LMNPSZ")
    return best if signs[best] > len(text) * _LEAST_SIGNS and written > len(text) * 0.9 else None


def _is_plain(head: bytes) -> bool:
    """Whether `head` is UTF-8 with hardly any control characters. Cyrillic in UTF-16 is full of them."""
    if not _mostly_utf8([head]) and not head.isascii():
        return False
    return sum(head.count(code) for code in range(9)) * 20 < len(head)


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _around_letters_above_ascii(data: bytes) -> list[bytes]:
    """Pieces of `data` with bytes above ASCII in them, `_SAMPLE` bytes in all at most."""
    pieces: list[bytes] = []
    size, done = 0, 0
    while size < _SAMPLE:
        found = _BYTE_ABOVE_ASCII.search(data, done)
        if found is None:
            break
        piece = data[max(done, found.start() - _AROUND) : found.start() + _AROUND]
        pieces.append(piece)
        size += len(piece)
        done = found.start() + _AROUND
    return pieces


def _mostly_utf8(pieces: list[bytes]) -> bool:
    fits, fails = 0, 0
    for piece in pieces:
        # Not final: the last letter of a piece may be cut in two.
        text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(piece)
        broken = sum(1 for char in text if "\udc80" <= char <= "\udcff")
        fails += broken
        fits += sum(1 for char in text if char > "\x7f") - broken
    return fits > fails


def _western(pieces: list[bytes]) -> str | None:
    sample = b"\n".join(pieces)
    best = min(_WESTERN, key=lambda encoding: _strangeness(sample.decode(encoding, "replace")))
    return best if _strangeness(sample.decode(best, "replace")) <= _STRANGE_SHARE else None


def _strangeness(text: str) -> float:
    """The share of characters above ASCII that stand where a Western writer would not put them."""
    above = sum(1 for char in text if char > "\x7f")
    strange = sum(_odd_pair(before, char) for before, char in pairwise(f" {text} ") if char > "\x7f" or before > "\x7f")
    strange += sum(len(word) for word in _FOREIGN_WORD.findall(text))
    return strange / max(above, 1)


def _odd_pair(before: str, char: str) -> bool:
    """Whether the two don't go together: it‘Õ’s, caf‘‚’, wi‘ê³’szy, ‘œ5’."""
    if char == "\ufffd" or "\x80" <= char <= "\x9f":
        return True
    if before > "\x7f" and not before.isalpha():
        return False
    if char.isupper() and char > "\x7f":
        return before.islower()
    if before.isalpha() and before > "\x7f":
        return char.isdigit()
    return before.isalpha() and not char.isalpha() and char not in _ALLOWED_INSIDE


def _other_script(pieces: list[bytes]) -> str | None:
    from charset_normalizer import from_bytes  # 50 ms to import, and seldom needed

    found = from_bytes(b"\n".join(pieces), cp_isolation=[name for name in ENCODINGS if not name.startswith("utf")])
    best = found.best()
    return best.encoding if best is not None and best.encoding in ENCODINGS else None
