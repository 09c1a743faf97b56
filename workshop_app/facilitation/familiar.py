"""Whether an idea stays on the familiar ground (food, uniform, break, toilets, buildings, phones), and by which words.

Small and explainable on purpose: a list of words a ground (assets/familiar.toml), found in what students type with
their spelling. RapidFuzz (MIT, no dependencies, a wheel for every platform) finds misspelt words by optimal string
alignment: "cantean" is one letter from "canteen", "unifrom" one swap from "uniform". An embedding model would know
more words, and could tell nobody why.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workshop_app.assets import find

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS_A_SLIP = 5  # a word forgives one slip from this length on, and a second from twice the length less one


@dataclass(frozen=True, slots=True)
class Ground:
    """One familiar topic, with the prompt that goes underneath it."""

    id: str
    aspect: str  # the aspect of school life that the prompt underneath belongs to
    name: str
    words: tuple[str, ...]
    hints: tuple[str, ...]
    underneath: str
    plain: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of every ground, and those that say that an idea is about something else."""

    grounds: tuple[Ground, ...]
    elsewhere: frozenset[str]

    def ground(self, ground_id: str) -> Ground:
        """One ground; KeyError if there is none of that id."""
        return {ground.id: ground for ground in self.grounds}[ground_id]


@dataclass(frozen=True, slots=True)
class Finding:
    """An idea on familiar ground: on which, and the words of the idea that say so."""

    ground: str
    because: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The words as they are shipped."""
    source = tomllib.loads(find("familiar.toml").read_text(encoding="utf-8"))
    grounds = tuple(
        Ground(
            one["id"],
            one["aspect"],
            one["name"],
            tuple(one["words"]),
            tuple(one["hints"]),
            one["underneath"],
            one["plain"],
        )
        for one in source["ground"]
    )
    return Vocabulary(grounds, frozenset(source["elsewhere"]))


def look(text: str) -> Finding | None:
    """The ground an idea stays on, None if it goes elsewhere. One word is enough, or two hints of the same ground."""
    known = vocabulary()
    said = _WORD.findall(text.casefold().replace("'", "").replace("’", ""))
    if any(not known.elsewhere.isdisjoint(_heard(word)) for word in said):
        return None
    best: tuple[float, Finding] | None = None
    for ground in known.grounds:
        strong = _found(said, ground.words)
        weak = [word for word in _found(said, ground.hints) if word not in strong]
        score = len(strong) + 0.5 * len(weak)
        if score >= 1 and (best is None or score > best[0]):
            best = (score, Finding(ground.id, tuple(dict.fromkeys([*strong, *weak]))))
    return best[1] if best else None


def _found(said: Sequence[str], wanted: tuple[str, ...]) -> list[str]:
    """The words that were said for any of the phrases `wanted`, in the order in which they were said."""
    heard = [_heard(word) for word in said]
    begun = _by_first_word(wanted)
    found: dict[str, None] = {}
    for start, first in enumerate(heard):
        for _, parts in sorted(phrase for word in first for phrase in begun.get(word, ())):
            here = heard[start : start + len(parts)]
            if len(here) == len(parts) and all(part in words for part, words in zip(parts, here, strict=True)):
                found[" ".join(said[start : start + len(parts)])] = None
    return list(found)


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[int, list[str]]]]:
    """Phrases with their places, by the word that they begin with: few begin with any word that was said."""
    begun: dict[str, list[tuple[int, list[str]]]] = {}
    for place, phrase in enumerate(phrases):
        parts = phrase.split()
        begun.setdefault(parts[0], []).append((place, parts))
    return begun


@lru_cache(maxsize=4096)
def _heard(word: str) -> frozenset[str]:
    """The known words that a typed one may be; what students type comes back again and again."""
    return frozenset(known for known in _known_words().get(word[0], ()) if _is(word, known))


@cache
def _known_words() -> dict[str, list[str]]:
    """Every word of the vocabulary, by its first letter."""
    known = vocabulary()
    phrases = [phrase for ground in known.grounds for phrase in (*ground.words, *ground.hints)]
    by_letter: dict[str, list[str]] = {}
    for word in sorted({*known.elsewhere, *(part for phrase in phrases for part in phrase.split())}):
        by_letter.setdefault(word[0], []).append(word)
    return by_letter


def _is(word: str, known: str) -> bool:
    """Whether a word is a known one with the same first letter (that is seldom wrong), give or take a slip."""
    length = min(len(word), len(known))
    if word == known or length < _LETTERS_A_SLIP:
        return word == known
    from rapidfuzz.distance import OSA  # 20 ms that a start without ideas need not wait for

    slips = 1 if length < 2 * _LETTERS_A_SLIP - 1 else 2
    return OSA.distance(word, known, score_cutoff=slips) <= slips
