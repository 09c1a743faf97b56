"""Which words of a list a typed word may be, with the spelling of somebody who is eleven and in a hurry.

RapidFuzz (MIT, no dependencies, a wheel for every platform) counts slips by optimal string alignment: "cantean" is
one letter from "canteen", "unifrom" one swap from "uniform".
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

# Words, or one symbol such as a slice of pizza. "4g" is a word, "2" is not.
_SAID = re.compile(r"[^\W_]*[^\W\d_][^\W_]*|[\u2300-\u27bf\U0001f300-\U0001faff]")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_LETTERS_A_SLIP = 5  # a word forgives one slip from this length on, and a second from twice the length less one


def said(text: str) -> list[str]:
    """The words of a text as they were typed, in small letters, "foooood" as "food"."""
    return [_DRAWN_OUT.sub(r"\1\1", word) for word in _SAID.findall(text.casefold().translate(_APOSTROPHES))]


class Spelling:
    """A list of words, found again however they were typed; `no_slip` are others that are spelt alike."""

    def __init__(self, words: Iterable[str], no_slip: Collection[str]) -> None:
        meant: dict[str, set[str]] = {}
        for word in words:
            for form in _forms(word):
                meant.setdefault(form, set()).add(word)
        self._meant = {form: frozenset(own) for form, own in meant.items()}
        self._no_slip = frozenset(form for word in no_slip for form in _forms(word))
        self._by_letter: dict[str, list[str]] = {}
        for form in self._meant:
            self._by_letter.setdefault(form[0], []).append(form)
        self.heard = lru_cache(maxsize=4096)(self._heard)  # what students type comes back again and again

    def _heard(self, word: str) -> frozenset[str]:
        """The words of the list that a typed one may be: itself, or else those that it is the fewest slips from."""
        if word in self._meant:
            return self._meant[word]
        if word in self._no_slip or len(word) < _LETTERS_A_SLIP - 1:
            return frozenset()
        # The first letter is seldom wrong.
        slips = [(_slips(word, form), form) for form in self._by_letter.get(word[0], ())]
        near = [(count, form) for count, form in slips if count <= _forgiven(word, form)]
        least = min((count for count, _ in near), default=0)
        return frozenset(word for count, form in near if count == least for word in self._meant[form])


def _forms(word: str) -> tuple[str, ...]:
    """A word and its plurals, which are the verb's forms too."""
    if not word.isascii() or len(word) < len("pen") or word.endswith("s"):
        return (word,)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word, f"{word[:-1]}ies", f"{word}s")
    return (word, f"{word}es") if word.endswith(("ch", "sh", "x")) else (word, f"{word}s")


def _forgiven(word: str, known: str) -> int:
    """How many slips are forgiven between two words. One letter may be missing from a word of five."""
    if len(known) < _LETTERS_A_SLIP:
        return 0
    return 1 if min(len(word), len(known)) < 2 * _LETTERS_A_SLIP - 1 else 2


def _slips(word: str, known: str) -> int:
    from rapidfuzz.distance import OSA  # 20 ms that a start without ideas need not wait for

    return OSA.distance(word, known, score_cutoff=2)
