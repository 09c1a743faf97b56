"""People turned into roles: wherever a text says the name of somebody of the group, it says "a student" instead.

Found are names in their obvious forms: whatever their case and accents, with or without a title, first and last name
by themselves, possessive ("Siân’s", "sians"), and initials as they were given ("A. K.", "AK"). A name that is also a
plain word ("Will", "Joy") is only found with a capital, for "will" is in every other sentence; a name of one letter
or of digits is never found, for the same reason. Both are left to a reader: see facilitation/left_over.py.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Programme
from workshop_app.words import translate

TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "prof", "madam", "mister")
# Also first or last names, and plain words. Small on purpose: whoever looks at what is left over sees the rest.
WORDS = frozenset({
    "a", "am", "an", "and", "art", "as", "at", "bay", "be", "bill", "bishop", "black", "brook", "brown", "bud",
    "by", "carol", "chase", "chuck", "church", "cliff", "cook", "dale", "dawn", "day", "do", "drew", "faith",
    "field", "fields", "forest", "frank", "gay", "gene", "glen", "go", "good", "grace", "grant", "gray", "green",
    "guy", "hall", "harmony", "he", "hill", "hope", "if", "in", "is", "it", "ivy", "jack", "jade", "jean", "jet",
    "jewel", "joy", "king", "lake", "lane", "law", "lee", "lily", "long", "love", "mark", "may", "me", "mercy",
    "mike", "miles", "my", "no", "noble", "of", "on", "or", "page", "park", "pat", "pearl", "penny", "poppy",
    "price", "ray", "read", "reed", "rich", "rob", "robin", "rock", "rose", "ruby", "rusty", "sage", "she", "short",
    "skip", "sky", "so", "star", "stone", "storm", "strong", "sue", "summer", "sunny", "they", "to", "tom",
    "trinity", "up", "us", "victor", "we", "west", "white", "will", "wood", "woods", "yes", "young",
})  # fmt: skip
# Parts of names that name nobody by themselves.
PARTICLES = frozenset({
    "family", "member", "neighbour", "somebody",  # of what stands in a name’s place
    "adult", "al", "bin", "bint", "child", "class", "da", "dad", "de", "del", "den", "der", "di", "dos", "du", "el",
    "form", "group", "head", "ibn", "la", "le", "mum", "of", "parent", "person", "pupil", "pupils", "san", "st",
    "staff", "student", "students", "te", "teacher", "the", "van", "von", "year",
})  # fmt: skip
_LOOKS_ALIKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "‘": "'", "´": "'", "`": "'"})
# Scripts that put no space between words: a name may stand anywhere.
_RUN_ON = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?…\n]\s*|[“\"(]\s*)\Z")
_LETTER = rf"(?!{_RUN_ON})[^\W\d_]"  # that would make a name part of a longer word
_TITLED = re.compile(rf"(?<!{_LETTER})({'|'.join(TITLES)})\.?\s+({_LETTER}[^\s,;:()]*)", re.IGNORECASE)
_LEAST_BARE = 3  # letters of a name that may be possessive without an apostrophe


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a name, folded. `strict` ones are only found in capitals, or with one if they are words."""

    text: str
    role: Role | None
    strict: bool = False


@dataclass(frozen=True)
class Naming:
    """The names of a group: (name, role) each. `hidden` are further words that somebody said are names."""

    people: tuple[tuple[str, Role], ...]
    hidden: tuple[str, ...] = ()

    def without(self, text: str) -> str:
        """The text with a role in each name's place."""
        for pattern, is_strict in self._patterns:
            text = self._replaced(text, pattern, is_strict)
        return text

    def holds(self, text: str) -> bool:
        """Whether a text still says a name, what stands for names aside."""
        for role in (*Role, None):
            words = rf"(?<!{_LETTER}){re.escape(role_words(role))}(?!{_LETTER})"
            text = re.sub(words, "|", text, flags=re.IGNORECASE)
        return self.without(text) != text

    def unclear(self) -> frozenset[str]:
        """Names, folded, that are plain words, letters or numbers too: some of their places are left as they are."""
        return frozenset(one for name, _ in self.people for one in [fold(name)] if _is_unclear(one))

    @cached_property
    def _forms(self) -> dict[str, _Form]:
        found: dict[str, _Form] = {}
        forms = [form for name, role in self.people for form in _forms(name, role)]
        words = [_Form(word, None, strict=_is_unclear(word)) for word in map(_plain, self.hidden) if word]
        for form in (*forms, *words):
            before = found.get(form.text)
            same = before is None or before.role == form.role
            found[form.text] = form if same else _Form(form.text, None, form.strict)
        return found

    def _role_of(self, said: str) -> Role | None:
        form = self._forms.get(said) or self._forms.get(" ".join(said))  # initials may stand together or apart
        return form.role if form is not None else None

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], bool]]:
        made = []
        for is_strict in (False, True):
            forms = [one.text for one in self._forms.values() if one.strict is is_strict]
            if forms:
                made.append((_pattern(sorted(forms, key=len, reverse=True)), is_strict))
        return made

    def _replaced(self, text: str, pattern: re.Pattern[str], is_strict: bool) -> str:
        folded, places = _folded(text)
        parts: list[str] = []
        done = at = 0
        while (match := pattern.search(folded, at)) is not None:
            start, end = places[match.start()], _end(text, places, match.end())
            as_typed = text[places[match.start("name")] : _end(text, places, match.end("name"))]
            if is_strict and not _is_capital(as_typed):
                at = match.start() + 1
                continue
            parts.append(text[done:start])
            parts.append(
                _said(self._role_of(_apart(match["name"])), capital=_begins(text[:start]), own=bool(match["own"]))
            )
            done, at = end, max(match.end(), match.start() + 1)
        return "".join(parts) + text[done:] if parts else text


def of_group(programme: Programme, also: Iterable[tuple[str, Role]] = (), hidden: Iterable[str] = ()) -> Naming:
    """The names of everybody who is or was in the group; `also` are names and roles as they were once signed."""
    everybody = ((person.name, person.role) for person in programme.all(Person).values())
    return Naming(tuple(dict.fromkeys((*everybody, *also))), tuple(dict.fromkeys(hidden)))


def titled(text: str) -> list[str]:
    """The names that follow a title in a line such as "Ms Okoro, head": who decides need not be of the group."""
    return [f"{title} {name}" for title, name in _TITLED.findall(text)]


def role_words(role: Role | None) -> str:
    """What stands in a name's place, such as "a student"; "somebody" where nobody knows which role."""
    words = {
        Role.STUDENT: translate("names", "a student"),
        Role.STAFF: translate("names", "a member of staff"),
        Role.FAMILY: translate("names", "a family member"),
        Role.COMMUNITY: translate("names", "a neighbour"),
    }
    return words[role] if role is not None else translate("names", "somebody")


def fold(text: str) -> str:
    """A text in small letters without accents and what can't be seen, for comparing."""
    return " ".join(_folded(text)[0].split())


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one it came of."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for plain in unicodedata.normalize("NFKD", character).casefold().translate(_LOOKS_ALIKE):
            if not unicodedata.combining(plain) and unicodedata.category(plain) not in ("Mn", "Cf"):
                letters.append(plain)
                places.append(place)
    return "".join(letters), places


def _end(text: str, places: list[int], end: int) -> int:
    """Where a match ends in the text itself: with the marks that belong to its last letter."""
    place = places[end - 1] + 1
    while place < len(text) and (unicodedata.combining(text[place]) or unicodedata.category(text[place]) == "Mn"):
        place += 1
    return place


def _forms(name: str, role: Role | None) -> Iterator[_Form]:
    folded = _plain(name)
    parts = [part for part in folded.split(" ") if part]
    if not parts or (_is_unclear(folded) and len(folded) == 1) or not any(map(_is_telling, parts)):
        return
    letters = all(len(part) == 1 and part.isalpha() for part in parts)
    as_given = name.replace(".", "").replace(" ", "")
    if letters or (as_given.isupper() and as_given.isascii() and len(as_given) <= 3 and " " not in folded):
        together = "".join(parts)
        for one in (" ".join(together), together):
            yield _Form(one, role, strict=True)
        return
    whole = [part for part in parts if part not in TITLES]
    yield _Form(folded, role, strict=all(part in WORDS or part in PARTICLES for part in parts))
    for part in whole:
        if len(part) > 1 and part not in PARTICLES and _is_telling(part) and part != folded:
            yield _Form(part, role, strict=part in WORDS)


def _plain(name: str) -> str:
    """A name folded, its parts apart by one space."""
    return _apart(fold(name))


def _apart(folded: str) -> str:
    return " ".join(re.split(r"[\s.\-]+", folded.strip(" .-")))


def _is_telling(part: str) -> bool:
    """Whether a part of a name is more than digits."""
    return any(not character.isdigit() for character in part)


def _is_unclear(folded: str) -> bool:
    return folded in WORDS or (len(folded) == 1 and folded.isascii()) or folded.isdigit()


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds each of the forms, longer ones first. What may stand around them is written once for all alike."""
    alike: dict[tuple[str, str], list[str]] = {}
    for form in forms:
        alike.setdefault(_around(form), []).append(_inner(form))
    longer_first = sorted(alike.items(), key=lambda one: -len(one[0][1]))  # what may be possessive has more letters
    names = "|".join(f"{before}(?:{'|'.join(inner)}){after}" for (before, after), inner in longer_first)
    titles = "|".join(TITLES)
    # A closing quotation mark looks like the apostrophe of a possessive; only after an s it may be one.
    own = rf"(?P<own>'s(?!{_LETTER})|(?<=s)'(?!{_LETTER}))?"
    return re.compile(rf"(?:(?<!{_LETTER})(?:{titles})\b\.?\s+)?(?P<name>{names}){own}")


def _inner(form: str) -> str:
    parts = form.split(" ")
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        return r"[\s.\-]*".join(map(re.escape, parts)) + r"\.?"
    return r"[\s.\-]+".join(map(re.escape, parts))


def _around(form: str) -> tuple[str, str]:
    """What must be before and after a form: no letter, where its script parts words; an s may be possessive."""
    before = "" if re.match(_RUN_ON, form[0]) or not form[0].isalpha() else rf"(?<!{_LETTER})"
    if re.match(_RUN_ON, form[-1]) or not form[-1].isalpha():
        return before, ""
    after = rf"(?!{_LETTER})"
    if len(form) >= _LEAST_BARE and form not in WORDS:
        after = rf"(?:{after}|(?=s{after}))"
    return before, after


def _is_capital(as_typed: str) -> bool:
    letters = [letter for letter in as_typed if letter.isalpha()]
    if len(letters) <= 3 and fold("".join(letters)) not in WORDS:
        return all(letter.isupper() or not letter.islower() for letter in letters)
    return bool(letters) and not letters[0].islower()


def _begins(before: str) -> bool:
    return bool(_ENDS_SENTENCE.search(before))


def _said(role: Role | None, *, capital: bool, own: bool) -> str:
    words = role_words(role)
    if own:
        words = translate("names", "{who}’s", who=words)
    return words[:1].upper() + words[1:] if capital else words
