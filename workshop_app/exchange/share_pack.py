"""What a pack for other schools says: chosen plans as they were signed, prompts, and what became of both.

One text is the whole pack: canonical JSON (sorted keys, no spaces, UTF-8), whose SHA-256 is the pack's hash. Reading
it is strict: whatever is not written exactly as we would write it is refused, so the hash says all there is to say.
People are roles in it; there is no place for a name, a path, a picture or anything that could run.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from workshop_app.domain import progress
from workshop_app.domain.answers import Kind
from workshop_app.domain.openness import How
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands
from workshop_app.domain.replies import Says
from workshop_app.exchange.unreadable import UnreadableError
from workshop_app.words import translate

FORMAT: Literal["workshop-pack-1"] = "workshop-pack-1"
LARGEST = 1_000_000  # bytes of the text: a dozen plans of twenty pages
ID = r"\A[A-Za-z0-9_-]{0,80}\Z"
# What no text has that a programme kept: what can't be printed, what turns letters round, and stray white space.
_UNTIDY = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff]|[^\S \n]|  | \n|\n |\A\s|\s\Z"
)
_NO_WORDS = frozenset(
    ("aspect_id", "answers", "came_from", "family", "format", "hash", "id", "kind", "pack", "school", "year")
)
LINE, TEXT = 240, 4000  # characters; longer than in a programme, because a role may be longer than a name

Line = Annotated[str, Meta(max_length=LINE)]
Text = Annotated[str, Meta(max_length=TEXT)]
Id = Annotated[str, Meta(pattern=ID)]
Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Count = Annotated[int, Meta(ge=0, le=100_000)]


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """What all parts of a pack have in common."""


class People(_Part, frozen=True):
    """How many of each role."""

    student: Count = 0
    staff: Count = 0
    family: Count = 0
    community: Count = 0

    def of(self, role: Role) -> int:
        """How many of one role."""
        return int(getattr(self, role.value))


class Outcome(_Part, frozen=True):
    """What was said last of a promise. `how` is None where nobody has said anything yet."""

    how: progress.How | None = None
    words: Text = ""
    really: progress.Really | None = None


class PackAction(_Part, frozen=True):
    """Who does what by when, by role, and what became of it."""

    what: Text
    hands: Hands
    owners: People
    asked_of: Line
    by: date | None
    done_looks: Text
    help: Annotated[tuple[Text, ...], Meta(max_length=40)]
    became: Outcome


class PackIdea(_Part, frozen=True):
    """An idea behind a plan. `drawn` tells of a drawing, which stays at home. `aspect` is what it is about."""

    text: Text
    translation: Text
    drawn: bool
    role: Role
    students_back: Count
    adults_back: Count
    aspect_id: Id
    aspect: Line
    family: Id


class PackObjection(_Part, frozen=True):
    """An objection and how it was met; `idea` counts the plan's ideas from 1."""

    idea: Count
    text: Text
    role: Role
    met: Text


class PackAnswer(_Part, frozen=True):
    """The answer to one idea, counted from 1, without who gave it."""

    idea: Count
    kind: Kind
    reason: Text
    passed_to: Line
    need: Text
    small_try: Text
    students_say: Text


class PackReply(_Part, frozen=True):
    """What was replied to one ask; `ask` counts that version's actions that need a decision, from 1."""

    version: Count
    ask: Count
    kind: Kind
    reason: Text
    passed_to: Line
    next_step: Text
    by_when: Line
    became: Outcome


class PackSays(_Part, frozen=True):
    """What students said to the replies to one version."""

    version: Count
    says: Says
    words: Text


class PackLimit(_Part, frozen=True):
    """An aspect that was not open, or only in part."""

    aspect: Line
    how: How
    whose: Line
    why: Text


class PackPlan(_Part, frozen=True):
    """One plan as it was signed, with what became of it. `hash` is that of the plan that was signed."""

    hash: Hash
    version: Count
    title: Line
    change: Text
    how_we_know: Text
    why: Text
    students_know: Text
    staff_know: Text
    help_we_have: Text
    objection: Text
    first_step: Text
    came_from: Line
    signed: People
    actions: Annotated[tuple[PackAction, ...], Meta(max_length=60)]
    ideas: Annotated[tuple[PackIdea, ...], Meta(max_length=60)]
    objections: Annotated[tuple[PackObjection, ...], Meta(max_length=120)]
    answers: Annotated[tuple[PackAnswer, ...], Meta(max_length=60)]
    replies: Annotated[tuple[PackReply, ...], Meta(max_length=60)]
    not_open: Annotated[tuple[PackLimit, ...], Meta(max_length=60)]
    says: Annotated[tuple[PackSays, ...], Meta(max_length=60)]


class PackPrompt(_Part, frozen=True):
    """A prompt and what came of it. A built-in one goes by its id and has no words here."""

    id: Id
    built_in: bool
    aspect_id: Id
    aspect: Line
    short: Line
    family: Id
    kind: Id
    text: Text
    plain: Text
    follow_ups: Annotated[tuple[Text, ...], Meta(max_length=40)]
    minutes: Count
    asked: Count  # in how many sessions
    ideas: Count
    forward: Count  # of them


class SharePack(_Part, frozen=True):
    """The whole pack. `answers` is the id of the pack whose question this one answers, "" for none."""

    format: Literal["workshop-pack-1"]
    pack: Id
    school: Line
    year: Line
    practice: bool
    title: Line
    question: Text
    answers: Id
    answer: Text
    plans: Annotated[tuple[PackPlan, ...], Meta(max_length=12)]
    prompts: Annotated[tuple[PackPrompt, ...], Meta(max_length=60)]


def write(pack: SharePack) -> str:
    """The canonical text. UnreadableError if it is larger, or holds more of something, than can be read again."""
    data = msgspec.json.encode(pack, order="sorted")
    too_much = translate("packs", "This is too much for one pack. Choose fewer plans or prompts.")
    if len(data) > LARGEST:
        raise UnreadableError(too_much)
    try:
        read(data)
    except UnreadableError as error:
        raise UnreadableError(too_much) from error
    return data.decode()


def read(data: bytes) -> SharePack:
    """The pack that a canonical text holds; UnreadableError, in one sentence, for anything else."""
    try:
        pack = msgspec.json.decode(data, type=SharePack)
        same = msgspec.json.encode(pack, order="sorted") == data
    except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError) as error:
        raise not_ours() from error
    if not same or not all(map(is_tidy, texts(pack))):
        raise not_ours()
    return pack


def content_hash(text: str) -> str:
    """SHA-256 of a canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def texts(part: Any) -> Iterator[str]:  # noqa: ANN401 - a pack or any part of it
    """Every text in a pack, in the order of its fields."""
    if isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from texts(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif type(part) is str:
        yield part


def words(part: Any) -> Iterator[str]:  # noqa: ANN401 - a pack or any part of it
    """Every text in a pack that a person wrote, without ids, hashes and schools."""
    if isinstance(part, Struct):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if not (name in _NO_WORDS and type(value) is str):
                yield from words(value)
    elif isinstance(part, tuple):
        for one in part:
            yield from words(one)
    elif type(part) is str:
        yield part


def is_tidy(text: str) -> bool:
    """Whether a text is as `tidy_lines` leaves it, found out a hundred times as fast."""
    if text.isprintable() and text.isascii() and "  " not in text:  # one line, as nearly all are
        return text == text.strip()
    return _UNTIDY.search(text) is None and unicodedata.is_normalized("NFC", text)


def not_ours() -> UnreadableError:
    """The error for a pack that is not as the app writes it."""
    return UnreadableError(
        translate("packs", "This pack is damaged, was changed, or comes from a newer version of the app.")
    )
