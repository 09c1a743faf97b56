"""Ideas that seem to say something close, and the words that say so. Suggestions only: the group decides.

Two ideas are close as far as they share telling words; a word counts the more the fewer ideas have it. That is all
there is to it, so that it can always be said why. What is meant alike in quite other words is not found.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from workshop_app.facilitation.plain_words import lists, telling

MOST_NEAR, MOST_TOGETHER = 5, 8
_NEAR, _NEAR_BY_ONE = 0.2, 0.27  # of 1: how much of what two ideas say has to be shared, in several words or in one
_BESIDE = 0.6  # of the closest one: what is much less close is not worth looking at beside it
_TOGETHER = 0.11
_WEAKER = 0.3  # what a weak word counts
_TOO_MANY = 150  # ideas that share a word: more than that it says nothing, and would take long
_A_SLIP = 6  # letters from which on a word that is there only once forgives a slip


@dataclass(frozen=True, slots=True)
class Near:
    """Another idea that seems to say something close, with the words that both say, the most telling first."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Ideas that could be a theme, the closest first, with the words that say so."""

    ids: tuple[str, ...]
    words: tuple[str, ...]


class Likeness:
    """All ideas that are compared: (id, what it says). Built once for many questions."""

    def __init__(self, ideas: Iterable[tuple[str, str]]) -> None:
        self._weak = lists().weak
        said = {key: telling(text) for key, text in ideas}
        instead = _mended(Counter(stem for words in said.values() for stem, _ in words))
        self._said = {key: {instead.get(stem, stem): word for stem, word in words} for key, words in said.items()}
        self._with: dict[str, list[str]] = defaultdict(list)
        for key, words in self._said.items():
            for stem in words:
                self._with[stem].append(key)
        count = len(self._said)
        self._weight = {
            stem: log(1 + count / len(keys)) * (_WEAKER if stem in self._weak else 1.0)
            for stem, keys in self._with.items()
        }
        self._whole = {key: sum(self._weight[stem] for stem in words) for key, words in self._said.items()}

    def near(self, idea_id: str, most: int = MOST_NEAR) -> tuple[Near, ...]:
        """Up to `most` others, the closest first; none for an idea that is not known or says nothing."""
        shared = self._shared(idea_id)
        close = [(score, other) for other, stems in shared.items() if (score := self._close(idea_id, other, stems))]
        best = sorted(close, key=lambda one: (-one[0], one[1]))[:most]
        best = [one for one in best if one[0] >= _BESIDE * best[0][0]]
        return tuple(Near(other, self._words(shared[other], (idea_id, other))) for _, other in best)

    def groups(self, among: Iterable[str], most: int = 12) -> tuple[Together, ...]:
        """Up to `most` groups of two to eight of these ideas, each idea in one at most, the closest group first."""
        free = {key for key in among if key in self._said}
        tried = sorted(self._candidates(free), key=lambda one: (-one[0], one[1]))
        found: list[Together] = []
        for score, keys in tried:
            left = [key for key in keys if key in free]
            if len(left) < len(keys):
                again = self._candidate(left)
                if again is None or again[0] < score * 0.6:
                    continue
                left = list(again[1])
            left = self._with_more(left, free)
            words = self._common(left)
            if len(left) < 2 or not words:
                continue
            found.append(Together(tuple(left), words))
            free.difference_update(left)
            if len(found) == most:
                break
        return tuple(found)

    def _shared(self, idea_id: str) -> dict[str, list[str]]:
        """The other ideas that share words with one, and the stems of these."""
        shared: dict[str, list[str]] = defaultdict(list)
        for stem in self._said.get(idea_id, ()):
            if len(self._with[stem]) <= _TOO_MANY:
                for other in self._with[stem]:
                    if other != idea_id:
                        shared[other].append(stem)
        return shared

    def _close(self, one: str, other: str, stems: Sequence[str]) -> float:
        """How close two ideas are by the stems they share, from 0 (not at all) to 1."""
        strong = [stem for stem in stems if stem not in self._weak]
        if not strong and len(stems) < 3:
            return 0.0
        score = sum(self._weight[stem] for stem in stems) / sqrt(self._whole[one] * self._whole[other])
        return score if score >= (_NEAR if len(stems) > 1 else _NEAR_BY_ONE) else 0.0

    def _candidates(self, free: set[str]) -> Iterator[tuple[float, tuple[str, ...]]]:
        """What could be a group: the ideas that share one telling word."""
        seen: set[tuple[str, ...]] = set()
        most = max(MOST_TOGETHER, len(free) // 4) if len(free) > 2 * MOST_TOGETHER else len(free)
        for stem, keys in self._with.items():
            if stem in self._weak or len(keys) < 2 or len(keys) > _TOO_MANY:
                continue
            own = [key for key in keys if key in free]
            if 2 <= len(own) <= most:
                made = self._candidate(own)
                if made is not None and made[1] not in seen:
                    seen.add(made[1])
                    yield made

    def _candidate(self, keys: Sequence[str]) -> tuple[float, tuple[str, ...]] | None:
        """The closest of these ideas, and how close they are; None if too few are."""
        if len(keys) < 2:
            return None
        counts = Counter(stem for key in keys for stem in self._said[key])
        common = {stem: self._weight[stem] for stem, count in counts.items() if count > 1}
        centre = {
            key: sum(common.get(stem, 0.0) * counts[stem] / len(keys) for stem in self._said[key]) / self._whole[key]
            for key in keys
        }
        kept = sorted((key for key in keys if centre[key] >= _TOGETHER), key=lambda key: (-centre[key], key))
        kept = kept[:MOST_TOGETHER]
        if len(kept) < 2 or not self._common(kept):
            return None
        return sum(centre[key] for key in kept) / len(kept) * log(1 + len(kept)), tuple(kept)

    def _with_more(self, keys: list[str], free: set[str]) -> list[str]:
        """A group and the free ideas that share its words, where they belong to it as well."""
        stems = [stem for stem in self._shared_by_most(keys) if len(self._with[stem]) <= _TOO_MANY]
        others = dict.fromkeys(key for stem in stems for key in self._with[stem] if key in free and key not in keys)
        larger = self._candidate([*keys, *others]) if others else None
        return list(larger[1]) if larger is not None and set(keys) <= set(larger[1]) else keys

    def _common(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The words that all of these say, or else most of them."""
        return self._words(self._shared_by_most(keys), keys)

    def _shared_by_most(self, keys: Sequence[str]) -> list[str]:
        counts = Counter(stem for key in keys for stem in self._said[key])
        return [stem for stem, count in counts.items() if count > max(1, len(keys) / 2) and stem not in self._weak]

    def _words(self, stems: Iterable[str], keys: Sequence[str]) -> tuple[str, ...]:
        """Stems as words: as the first of these ideas says it, and as another does where that is quite another word."""
        words = []
        for stem in sorted(stems, key=lambda one: (-self._weight[one], one)):
            forms = list(dict.fromkeys(self._said[key][stem] for key in keys if stem in self._said[key]))
            other = next((form for form in forms[1:] if form[:3] != forms[0][:3]), "")
            words.append(f"{forms[0]} / {other}" if other else forms[0])
        return tuple(words)


def _mended(counts: Counter[str]) -> dict[str, str]:
    """Words that are there once and are one slip inside them from one that is there more often, with that one.

    First and last letters are seldom wrong, and a word that differs there is another one: "policy" is no "police".
    """
    often: dict[tuple[str, str], list[str]] = defaultdict(list)
    for stem, count in counts.items():
        if count > 1 and len(stem) >= _A_SLIP - 1:
            often[stem[0], stem[-1]].append(stem)
    rare = [stem for stem, count in counts.items() if count == 1 and len(stem) >= _A_SLIP]
    if not rare:
        return {}
    from rapidfuzz import process  # 20 ms that a start need not wait for
    from rapidfuzz.distance import OSA

    found: dict[str, str] = {}
    for stem in rare:
        near = process.extractOne(stem, often.get((stem[0], stem[-1]), ()), scorer=OSA.distance, score_cutoff=1)
        if near is not None:
            found[stem] = near[0]
    return found
