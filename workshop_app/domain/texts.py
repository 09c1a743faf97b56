"""Text that a person wrote: kept as they wrote it, less what no screen and no file can hold."""

import unicodedata

from workshop_app.domain.errors import DomainError
from workshop_app.words import translate

SHORT = 80  # a name, a theme: characters
OVERRIDES = "\u202d\u202e"  # they turn the direction of letters that have one
LONG = 2000  # an idea, a field of a plan: characters


def tidy(text: str) -> str:
    """One line in NFC: white space folded, control characters and lone surrogates gone."""
    return " ".join(_printable(text).split())


def tidy_lines(text: str) -> str:
    """Like `tidy`, but the writer's line breaks stay."""
    lines = (" ".join(line.split()) for line in _printable(text).splitlines())
    return "\n".join(lines).strip()


def wanted(text: str, what: str, limit: int = LONG) -> str:
    """`text` on one line; DomainError if nothing is left of it or it is longer than `limit` characters."""
    line = tidy(text)
    if not any(unicodedata.category(character) not in ("Cf", "Zs") for character in line):  # nothing to be seen
        raise DomainError(translate("texts", "{what} is still empty.", what=what))
    return _within(line, what, limit)


def optional_line(text: str, what: str, limit: int = LONG) -> str:
    """`text` on one line, possibly empty; DomainError if it is longer than `limit` characters."""
    return _within(tidy(text), what, limit)


def optional(text: str, what: str, limit: int = LONG) -> str:
    """`text` with its line breaks, possibly empty; DomainError if it is longer than `limit` characters."""
    return _within(tidy_lines(text), what, limit)


def _within(text: str, what: str, limit: int) -> str:
    if len(text) > limit:
        sentence = translate("texts", "{what} can have {limit} characters at most.", what=what, limit=limit)
        raise DomainError(sentence)
    return text


def _printable(text: str) -> str:
    kept = "".join(
        " " if character in "\t\r\x0b\x0c" else character
        for character in text
        if character in "\n\t\r\x0b\x0c"
        or (character not in OVERRIDES and unicodedata.category(character) not in ("Cc", "Cs"))
    )
    # Last, because what was taken out may have stood between a letter and its mark.
    return unicodedata.normalize("NFC", kept)
