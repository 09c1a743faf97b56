"""Which words of an idea say what it is about: small words left out, endings taken off. English, small on purpose.

A stem is only for comparing: people are always shown the word as it was typed.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from workshop_app.assets import find
from workshop_app.facilitation.spelling import said


@dataclass(frozen=True, slots=True)
class Lists:
    """The words of assets/plain_words.toml."""

    small: frozenset[str]
    weak: frozenset[str]  # as stems
    short: frozenset[str]
    alike: dict[str, str]


@cache
def lists() -> Lists:
    """The words as they are shipped."""
    source = tomllib.loads(find("plain_words.toml").read_text(encoding="utf-8"))
    alike = {word: meant for meant, words in source["alike"].items() for word in words}
    weak = frozenset(alike.get(word) or _without_ending(word) for word in source["weak"])
    return Lists(frozenset(source["small"]), weak, frozenset(source["short"]), alike)


@lru_cache(maxsize=65_536)
def telling(text: str) -> tuple[tuple[str, str], ...]:
    """The telling words of a text as (stem, word as typed), each stem once, in their order."""
    known = lists()
    found: dict[str, str] = {}
    for word in said(text):
        if word not in known.small and (len(word) > 2 or word in known.short or not word.isascii()):
            found.setdefault(stem(word), word)
    return tuple(found.items())


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its ending, "lessons" as "lesson", "talking" as "talk"; words that mean the same as one."""
    alike = lists().alike
    if word in alike:
        return alike[word]
    short = _without_ending(word) if word.isascii() else word
    return alike.get(short, short)


def _without_ending(word: str) -> str:
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)] + instead
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":  # planned, running
        word = word[:-1]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return f"{word[:-1]}i" if len(word) > 3 and word.endswith("y") else word


_ENDINGS = (  # what is taken off, what is put there, and how much has to be left
    ("sses", "ss", 2),
    ("ies", "i", 2),
    ("ss", "ss", 0),
    ("us", "us", 0),
    ("is", "is", 0),
    ("ings", "", 3),
    ("ing", "", 3),
    ("ied", "i", 2),
    ("edly", "", 3),
    ("ed", "", 3),
    ("ments", "ment", 3),
    ("es", "", 4),
    ("s", "", 3),
    ("ly", "", 4),
)
