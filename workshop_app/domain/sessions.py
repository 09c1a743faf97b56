"""Sessions: when the group meets, who is there, and which prompts they are asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.words import translate

SHORTEST, LONGEST = 5, 480  # minutes


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of the group. `present` holds ids of people, `aspects` ids of aspects of school life."""

    id: str
    number: int
    held_on: date
    minutes: int
    aspects: tuple[str, ...]
    present: tuple[str, ...]
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt as it is asked in one session: copied from the bank, so that it stays when the bank changes.

    `note` is for the facilitator alone. `place` orders the prompts of a session, from 0.
    """

    id: str
    session_id: str
    prompt_id: str
    aspect_id: str
    aspect: str
    label: str
    family: str
    text: str
    plain: str
    note: str
    place: int
    dropped: bool = False


def prepare(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    held_on: date,
    minutes: int,
    present: Sequence[str],
    prompts: Sequence[Asked],
) -> Outcome:
    """Plan a session with at least one prompt; the aspects are those the prompts belong to."""
    _check(programme, minutes, present, prompts)
    editing = Editing(programme)
    number = 1 + max((session.number for session in programme.all(Session).values()), default=0)
    aspects = tuple(dict.fromkeys(prompt.aspect_id for prompt in prompts))
    editing.add(Session(new_id, number, held_on, minutes, aspects, tuple(present), at))
    for place, prompt in enumerate(prompts):
        editing.add(replace(prompt, place=place))
    return editing.outcome()


def rearrange(
    programme: Programme,
    session_id: str,
    *,
    held_on: date,
    minutes: int,
    present: Sequence[str],
    prompts: Sequence[Asked],
) -> Outcome:
    """Change a prepared session. Prompts that were copied before are dropped or kept, never forgotten."""
    _check(programme, minutes, present, prompts)
    session = programme.get(Session, session_id)
    editing = Editing(programme)
    aspects = tuple(dict.fromkeys(prompt.aspect_id for prompt in prompts))
    editing.set(session, held_on=held_on, minutes=minutes, present=tuple(present), aspects=aspects)
    before = {asked.prompt_id: asked for asked in all_asked(programme, session_id)}
    wanted = {prompt.prompt_id: prompt for prompt in prompts}
    for prompt_id, asked in before.items():
        if prompt_id not in wanted:
            editing.set(asked, dropped=True)
    for place, prompt in enumerate(prompts):
        known = before.get(prompt.prompt_id)
        if known is None:
            editing.add(replace(prompt, place=place))
        else:
            editing.set(known, dropped=False, place=place)
    return editing.outcome()


def ask_also(programme: Programme, asked: Asked) -> Outcome:
    """Take one more prompt into a session, after the one at the place before its own; later ones move on by one."""
    editing = Editing(programme)
    for other in all_asked(programme, asked.session_id):
        if other.place >= asked.place:
            editing.set(other, place=other.place + 1)
    editing.add(asked)
    return editing.outcome()


def prompts_of(programme: Programme, session_id: str) -> list[Asked]:
    """The prompts of a session, in the order in which they are asked."""
    return [asked for asked in all_asked(programme, session_id) if not asked.dropped]


def all_asked(programme: Programme, session_id: str) -> list[Asked]:
    """As `prompts_of`, with those that were dropped again."""
    own = (asked for asked in programme.all(Asked).values() if asked.session_id == session_id)
    return sorted(own, key=lambda asked: (asked.place, asked.id))


def in_order(programme: Programme) -> list[Session]:
    """Every session, the first one first."""
    return sorted(programme.all(Session).values(), key=lambda session: session.number)


def _check(programme: Programme, minutes: int, present: Iterable[str], prompts: Sequence[Asked]) -> None:
    if not SHORTEST <= minutes <= LONGEST:
        sentence = translate(
            "sessions", "A session lasts from {least} to {most} minutes.", least=SHORTEST, most=LONGEST
        )
        raise DomainError(sentence)
    if not prompts:
        raise DomainError(translate("sessions", "Choose at least one aspect of school life to explore."))
    people = [programme.get(Person, person_id) for person_id in present]
    if not any(person.role.is_student for person in people):
        raise DomainError(translate("sessions", "A session needs at least one student who is here."))
