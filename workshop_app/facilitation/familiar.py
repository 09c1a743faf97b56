"""Whether an idea stays on the familiar ground (food, uniform, break, toilets, buildings, phones), and by which words.

Small and explainable on purpose: lists of words (assets/familiar.toml), found in what students type with their
spelling (spelling.py, with RapidFuzz). An embedding model would know more words, and could tell nobody why.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from workshop_app.assets import find
from workshop_app.facilitation.spelling import Spelling, said


@dataclass(frozen=True, slots=True)
class Ground:
    """One familiar topic, with the prompt that goes underneath it. `words` speak for themselves, `things` do not."""

    id: str
    aspect: str  # the aspect of school life that the prompt underneath belongs to
    name: str
    words: tuple[str, ...]
    things: tuple[str, ...]
    underneath: str
    plain: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of every ground, and those that count on all of them: see assets/familiar.toml."""

    grounds: tuple[Ground, ...]
    qualities: tuple[str, ...]
    sayings: tuple[str, ...]
    elsewhere: tuple[str, ...]
    beside: tuple[str, ...]
    no_slip: frozenset[str]

    def ground(self, ground_id: str) -> Ground:
        """One ground; KeyError if there is none of that id."""
        return {ground.id: ground for ground in self.grounds}[ground_id]


@dataclass(frozen=True, slots=True)
class Finding:
    """An idea on familiar ground: on which, and the words of the idea that say so, in their order."""

    ground: str
    because: tuple[str, ...]


class _Says(Enum):
    WORD = auto()
    THING = auto()
    QUALITY = auto()
    SAYING = auto()
    ELSEWHERE = auto()
    BESIDE = auto()


@dataclass(frozen=True, slots=True)
class _Phrase:
    parts: tuple[str, ...]
    says: _Says
    ground: str  # its id; empty for what counts on all of them


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
            tuple(one["things"]),
            one["underneath"],
            one["plain"],
        )
        for one in source["ground"]
    )
    return Vocabulary(
        grounds,
        tuple(source["qualities"]),
        tuple(source["sayings"]),
        tuple(source["elsewhere"]),
        tuple(source["beside"]),
        frozenset(source["no_slip"]),
    )


def look(text: str) -> Finding | None:
    """The ground an idea stays on, None if it goes elsewhere.

    One word of a ground is enough, or two of its things, or one of them with a quality ("room", "cold"). Of two
    grounds that are as likely, the one that was named first is taken; "break" only if nothing else was.
    """
    found = list(_found(said(text)))
    if any(phrase.says is _Says.ELSEWHERE for phrase, _ in found):
        return None
    best: tuple[float, Finding] | None = None
    for ground in dict.fromkeys(phrase.ground for phrase, _ in sorted(found, key=_when) if phrase.ground):
        score, because = _on(ground, found)
        if because and (best is None or score > best[0]):
            best = (score, Finding(ground, because))
    return best[1] if best else None


def _on(ground: str, found: Sequence[tuple[_Phrase, str]]) -> tuple[float, tuple[str, ...]]:
    """How much of what was found speaks for a ground, and the words that do; none where it is not enough."""
    own = [(phrase, words) for phrase, words in found if phrase.ground == ground]
    strong = sum(phrase.says is _Says.WORD for phrase, _ in own)
    score = strong + 0.5 * (len(own) - strong)
    if not strong:
        if any(phrase.says is _Says.BESIDE for phrase, _ in found):
            return score, ()
        if score < 1:  # a single thing
            own = [one for one in found if one in own or one[0].says is _Says.QUALITY]
            if len(own) < 2:
                return score, ()
    return score, tuple(dict.fromkeys(words for _, words in own))


def _when(found: tuple[_Phrase, str]) -> bool:
    """Last what says when: "phones at break" are phones."""
    return found[0].ground == "break"


def _found(words: list[str]) -> Iterator[tuple[_Phrase, str]]:
    """What of the vocabulary was said and in which words, in their order; the longest phrase where several begin."""
    heard = [_spelling().heard(word) for word in words]
    start = 0
    while start < len(words):
        here = [phrase for word in heard[start] for phrase in _phrases().get(word, ()) if _fits(phrase, heard[start:])]
        step = 1
        if here:
            phrase = max(here, key=lambda one: (len(one.parts), one.parts))
            step = len(phrase.parts)
            yield phrase, " ".join(words[start : start + step])
        start += step


def _fits(phrase: _Phrase, heard: list[frozenset[str]]) -> bool:
    return len(phrase.parts) <= len(heard) and all(
        part in words for part, words in zip(phrase.parts, heard, strict=False)
    )


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """Every phrase of the vocabulary, by the word that it begins with: few begin with any word that was said."""
    known = vocabulary()
    lists = [
        ("", _Says.SAYING, known.sayings),
        ("", _Says.ELSEWHERE, known.elsewhere),
        ("", _Says.BESIDE, known.beside),
        ("", _Says.QUALITY, known.qualities),
    ]
    for ground in known.grounds:
        lists += [(ground.id, _Says.WORD, ground.words), (ground.id, _Says.THING, ground.things)]
    begun: dict[str, list[_Phrase]] = {}
    for ground_id, says, phrases in lists:
        for phrase in phrases:
            parts = tuple(phrase.split())
            begun.setdefault(parts[0], []).append(_Phrase(parts, says, ground_id))
    return begun


@cache
def _spelling() -> Spelling:
    parts = {part for phrases in _phrases().values() for phrase in phrases for part in phrase.parts}
    return Spelling(parts, vocabulary().no_slip)
