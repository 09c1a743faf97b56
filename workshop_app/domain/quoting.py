"""Whether a text holds somebody's words, and the text without them: for words that must not be kept anywhere."""

import re

from workshop_app.domain.texts import tidy

LEAST = 8  # characters: shorter words are only found where they are the whole text, or every “a” would be one
BEGINNING = 24  # characters that begin the words, and no other ones by chance
CUT = "…"  # what ends words that were cut short, as in the name of a plan


def holds(text: str, words: str) -> bool:
    """Whether `words` are in `text`, whatever their case and the line breaks between them, or `text` begins them."""
    return without(text, words, "") != text


def without(text: str, words: str, instead: str = CUT) -> str:
    """`text` with `instead` wherever it says `words`, and `instead` alone where it is no more than their beginning."""
    line = tidy(words)
    if not line:
        return text
    mine = tidy(text)
    begun = mine.removesuffix(CUT).rstrip(",;:–- ")
    long_enough = len(begun) >= (LEAST if mine.endswith(CUT) else BEGINNING)
    if long_enough and line.casefold().startswith(begun.casefold()):
        return instead
    return _pattern(line).sub(lambda _: instead, text)


def _pattern(line: str) -> re.Pattern[str]:
    words = line.split()
    inner = r"\s+".join(re.escape(word) for word in words)
    if len(line) < LEAST:
        inner = rf"\A\s*{inner}\s*\Z"
    elif len(words) == 1:
        inner = rf"(?<!\w){inner}(?!\w)"  # or “national” would be found in “international”
    return re.compile(inner, re.IGNORECASE)
