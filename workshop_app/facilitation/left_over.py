"""What may still be a name after people were turned into roles: a list for a reader, who knows the school.

It errs on the side of asking: words with a capital where no sentence begins, words that begin a sentence and are none
that we know, whatever follows a title, and what leads to somebody (addresses, numbers, accounts). In scripts without
capitals nothing can be found this way, and that is said.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workshop_app.domain import names
from workshop_app.domain.names import TITLES, Naming
from workshop_app.facilitation.bank import Bank
from workshop_app.facilitation.plain_words import lists, stem

MOST = 120
AROUND = 34  # characters of context on each side
_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_][^\W\d_'’\-]*")
_LEADS = re.compile(r"[^\s@]+@[^\s@]+|(?<!\w)@\w+|https?://\S+|www\.\S+|(?<!\d)(?:\+?\d[\d\s()\-]{5,}\d)(?!\d)")
_ENDS = re.compile(r"(?:\A|[.!?…:\n“\"(\-–•]\s*)\Z")
_TITLE = re.compile(rf"(?:\A|\W)(?:{'|'.join(TITLES)})\.?\s+\Z", re.IGNORECASE)
_NO_CAPITALS = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CALENDAR = frozenset({
    "april", "august", "christmas", "december", "easter", "eid", "english", "february", "friday", "i", "id", "ill",
    "im", "ive", "january", "july", "june", "march", "maths", "may", "monday", "november", "october", "ok",
    "ramadan", "saturday", "september", "sunday", "thursday", "tuesday", "wednesday",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A word that may be a name, and the words around one place where it stands. `times` is how often it does.

    `before` and `after` begin and end with "…" where more stands there.
    """

    word: str
    before: str
    after: str
    times: int


def left_over(texts: Iterable[str], naming: Naming, bank: Bank, but: Sequence[str] = ()) -> tuple[LeftOver, ...]:
    """What may still be a name in `texts`, the most frequent first; `but` are words that are known to be none."""
    texts = tuple(texts)
    known, unclear = _vocabulary(bank), naming.unclear()
    small = {match.group() for text in texts for match in _CAPITAL.finditer(text) if match.group().islower()}
    fine = {names.fold(word) for one in but for word in _CAPITAL.findall(one)}
    found: dict[str, LeftOver] = {}
    for text in texts:
        for match in (*_LEADS.finditer(text), *_CAPITAL.finditer(text)):
            word = match.group()
            plain = names.fold(word)
            if plain in fine or not _suspect(text, match, plain, known, unclear):
                continue
            if _only_begins(text, match, plain, small) and plain not in unclear:
                continue
            before = found.get(plain)
            times = before.times + 1 if before else 1
            place = before or LeftOver(word, *_around(text, match.start(), match.end()), 1)
            found[plain] = LeftOver(place.word, place.before, place.after, times)
    by_often = sorted(found.values(), key=lambda one: -one.times)
    return tuple(by_often[:MOST])


def _only_begins(text: str, match: "re.Match[str]", plain: str, small: Iterable[str]) -> bool:
    """Whether a word has its capital from the sentence that it begins: the same texts say it in small letters too."""
    before = text[: match.start()]
    return match.re is _CAPITAL and plain in small and bool(_ENDS.search(before)) and not _TITLE.search(before)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place, with "…" where it is cut: before or behind a whole word."""
    before, after = text[:start], text[end:]
    if len(before) > AROUND:
        before = before[-AROUND:]
        before = "…" + before[before.find(" ") + 1 :]
    if len(after) > AROUND:
        after = after[:AROUND]
        after = (after[: after.rfind(" ")] if " " in after.strip() else after) + "…"
    return before, after


def in_other_scripts(texts: Iterable[str]) -> bool:
    """Whether a text has letters of a script without capitals, where names can't be looked for."""
    return any(_NO_CAPITALS.search(text) for text in texts)


def _suspect(text: str, match: "re.Match[str]", plain: str, known: frozenset[str], unclear: frozenset[str]) -> bool:
    if match.re is _LEADS:
        return True
    word, before = match.group(), text[: match.start()]
    if _TITLE.search(before):
        return True
    if plain in unclear:  # somebody's name, and a plain word
        return len(plain) > 1 or not (word == "I" or _ENDS.search(before) or word.islower())
    if word.islower() or plain in TITLES or plain in _CALENDAR:
        return False
    if _is_known(plain, known):
        # A word that we know, with a capital in the middle of a sentence, may be one all the same.
        return not _ENDS.search(before) and not word.isupper() and plain not in lists().small
    return True


def _is_known(plain: str, known: frozenset[str]) -> bool:
    bare = plain.replace("'", "").removesuffix("s") if plain.endswith("'s") else plain.replace("'", "")
    return all(part in known or stem(part) in known for part in bare.split("-") if part)


@lru_cache(maxsize=4)
def _vocabulary(bank: Bank) -> frozenset[str]:
    """The words we know to be none: small and weak words, and all that our own prompts are made of."""
    said = (
        text
        for aspect in bank.aspects
        for text in (
            aspect.name,
            *(part for one in aspect.prompts for part in (one.text, one.plain, one.note, *one.follow_ups)),
        )
    )
    shipped = lists()
    words = {names.fold(word).replace("'", "") for text in said for word in _CAPITAL.findall(text)}
    words |= set(shipped.small) | set(shipped.alike) | set(shipped.short)
    return frozenset(words | {stem(word) for word in words} | set(shipped.weak))
