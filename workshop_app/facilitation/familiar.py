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
from functools import cache

from rapidfuzz.distance import OSA

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


def look(text: str, words: Vocabulary | None = None) -> Finding | None:
    """The ground an idea stays on, None if it goes elsewhere. One word is enough, or two hints of the same ground."""
    known = words or vocabulary()
    said = _WORD.findall(text.casefold().replace("'", "").replace("’", ""))
    if any(_is(word, elsewhere) for word in said for elsewhere in known.elsewhere):
        return None
    best: tuple[float, Finding] | None = None
    for ground in known.grounds:
        strong = _found(said, ground.words)
        weak = [word for word in _found(said, ground.hints) if word not in strong]
        score = len(strong) + 0.5 * len(weak)
        if score >= 1 and (best is None or score > best[0]):
            best = (score, Finding(ground.id, tuple(dict.fromkeys([*strong, *weak]))))
    return best[1] if best else None


def _found(said: Sequence[str], wanted: Sequence[str]) -> list[str]:
    found: dict[str, int] = {}
    for phrase in wanted:
        parts = phrase.split()
        for start in range(len(said) - len(parts) + 1):
            here = said[start : start + len(parts)]
            if all(_is(word, part) for word, part in zip(here, parts, strict=True)):
                found.setdefault(" ".join(here), start)
    return sorted(found, key=lambda words: found[words])


@cache
def _is(word: str, known: str) -> bool:
    """Whether a word is a known one, give or take a slip of the keys. The first letter is seldom wrong."""
    if word == known:
        return True
    length = min(len(word), len(known))
    if length < _LETTERS_A_SLIP or word[0] != known[0]:
        return False
    slips = 1 if length < 2 * _LETTERS_A_SLIP - 1 else 2
    return OSA.distance(word, known, score_cutoff=slips) <= slips
