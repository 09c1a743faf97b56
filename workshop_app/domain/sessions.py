"""Sessions: when the group meets, who is there, and which prompts they are asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from workshop_app.domain import agenda
from workshop_app.domain.agenda import Phase
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.words import translate

SHORTEST, LONGEST = 5, 480  # minutes


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of the group, which may take several sittings.

    `present` holds ids of people, `aspects` ids of aspects of school life; `template` is the id of the agenda it was
    made from, `picked` the aspect that the students chose themselves.
    """

    id: str
    number: int
    held_on: date
    minutes: int
    aspects: tuple[str, ...]
    present: tuple[str, ...]
    added_at: datetime
    template: str = ""
    picked: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt as it is asked in one session: copied from the bank, so that it stays when the bank changes.

    `note` and `follow_ups` are for the facilitator alone. `place` orders the prompts of a session, from 0. `passed`
    tells that the group passed on it, as anybody may.
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
    follow_ups: tuple[str, ...] = ()
    minutes: int = 5
    symbol: str = ""
    passed: bool = False


def prepare(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    held_on: date,
    minutes: int,
    present: Sequence[str],
    prompts: Sequence[Asked],
    phases: Sequence[Phase] = (),
    template: str = "",
) -> Outcome:
    """Plan a session; the aspects are those its prompts belong to.

    With an agenda it may have no prompts: it shares no ideas, or the students pick the aspect themselves.
    """
    _check(programme, minutes, present, prompts, phases)
    editing = Editing(programme)
    number = 1 + max((session.number for session in programme.all(Session).values()), default=0)
    aspects = tuple(dict.fromkeys(prompt.aspect_id for prompt in prompts))
    editing.add(Session(new_id, number, held_on, minutes, aspects, tuple(present), at, template))
    for place, prompt in enumerate(prompts):
        editing.add(replace(prompt, place=place))
    agenda.lay_out(editing, programme, new_id, phases)
    return editing.outcome()


def rearrange(
    programme: Programme,
    session_id: str,
    *,
    held_on: date,
    minutes: int,
    present: Sequence[str],
    prompts: Sequence[Asked],
    phases: Sequence[Phase] | None = None,
    template: str | None = None,
) -> Outcome:
    """Change a prepared session. Prompts that were copied before are dropped or kept, never forgotten.

    Its phases and its template stay as they are where they are None.
    """
    standing = agenda.phases_of(programme, session_id) if phases is None else phases
    _check(programme, minutes, present, prompts, standing)
    session = programme.get(Session, session_id)
    editing = Editing(programme)
    aspects = tuple(dict.fromkeys(prompt.aspect_id for prompt in prompts))
    picked = session.picked if session.picked in aspects else ""
    editing.set(session, held_on=held_on, minutes=minutes, present=tuple(present), aspects=aspects, picked=picked)
    if template is not None:
        editing.set(session, template=template)
    if phases is not None:
        agenda.lay_out(editing, programme, session_id, phases)
    copies = all_asked(programme, session_id)
    # One that was dropped and then taken in anew is there twice: the copy that stands is the one to keep.
    before = {asked.prompt_id: asked for asked in sorted(copies, key=lambda asked: not asked.dropped)}
    kept = {before[prompt.prompt_id].id for prompt in prompts if prompt.prompt_id in before}
    for asked in copies:
        if asked.id not in kept:
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
    _take_in(editing, programme, asked)
    return editing.outcome()


def change_agenda(programme: Programme, session_id: str, phases: Sequence[Phase]) -> Outcome:
    """Give a session another agenda; a phase it has already keeps its id."""
    programme.get(Session, session_id)
    if not phases:
        raise DomainError(translate("sessions", "One phase stays at least."))
    editing = Editing(programme)
    agenda.lay_out(editing, programme, session_id, phases)
    return editing.outcome()


def pick(programme: Programme, asked: Asked) -> Outcome:
    """The students choose an aspect themselves: its prompt is asked in this session, as with `ask_also`."""
    editing = Editing(programme)
    _take_in(editing, programme, asked)
    editing.set(programme.get(Session, asked.session_id), picked=asked.aspect_id)
    return editing.outcome()


def pick_for_next(programme: Programme, session_id: str, aspect_id: str) -> Outcome:
    """The students choose what the next session asks, where this one has no time for it."""
    editing = Editing(programme)
    editing.set(programme.get(Session, session_id), picked=aspect_id)
    return editing.outcome()


def pass_on(programme: Programme, asked_id: str, on: bool) -> Outcome:
    """The group passes on a prompt (or takes it up after all). Nobody says why."""
    editing = Editing(programme)
    editing.set(programme.get(Asked, asked_id), passed=on)
    return editing.outcome()


def go_on(programme: Programme, session_id: str, *, minutes: int, present: Sequence[str]) -> Outcome:
    """Take a session up again on another day: `minutes` it has in all now, and who is here today."""
    session = programme.get(Session, session_id)
    _check_room(programme, minutes, present)
    editing = Editing(programme)
    editing.set(session, minutes=minutes, present=tuple(present))
    return editing.outcome()


def end(programme: Programme, session_id: str, on: bool = True) -> Outcome:
    """A session has reached its end (or has not, after all)."""
    editing = Editing(programme)
    editing.set(programme.get(Session, session_id), done=on)
    return editing.outcome()


def prompts_of(programme: Programme, session_id: str) -> list[Asked]:
    """The prompts of a session, in the order in which they are asked."""
    return [asked for asked in all_asked(programme, session_id) if not asked.dropped]


def all_asked(programme: Programme, session_id: str) -> list[Asked]:
    """As `prompts_of`, with those that were dropped again."""
    own = (asked for asked in programme.all(Asked).values() if asked.session_id == session_id)
    return sorted(own, key=lambda asked: (asked.place, asked.id))


def said_to(asked: Asked, text: str, role: Role) -> Given:
    """An idea that is given when a prompt is asked: it knows its session and what it is about."""
    return Given(
        text,
        role,
        session_id=asked.session_id,
        asked_id=asked.id,
        aspect_id=asked.aspect_id,
        label=asked.label,
        family=asked.family,
    )


def in_order(programme: Programme) -> list[Session]:
    """Every session, the first one first."""
    return sorted(programme.all(Session).values(), key=lambda session: session.number)


def _take_in(editing: Editing, programme: Programme, asked: Asked) -> None:
    session = programme.get(Session, asked.session_id)
    for other in all_asked(programme, asked.session_id):
        if other.place >= asked.place:
            editing.set(other, place=other.place + 1)
    editing.add(asked)
    standing = prompts_of(editing.outcome().programme, asked.session_id)
    editing.set(session, aspects=tuple(dict.fromkeys(one.aspect_id for one in standing)))


def _check(
    programme: Programme,
    minutes: int,
    present: Iterable[str],
    prompts: Sequence[Asked],
    phases: Sequence[Phase],
) -> None:
    _check_room(programme, minutes, present)
    if not prompts and not phases:
        raise DomainError(translate("sessions", "Choose at least one aspect of school life to explore."))


def _check_room(programme: Programme, minutes: int, present: Iterable[str]) -> None:
    if not SHORTEST <= minutes <= LONGEST:
        sentence = translate(
            "sessions", "A session lasts from {least} to {most} minutes.", least=SHORTEST, most=LONGEST
        )
        raise DomainError(sentence)
    people = [programme.get(Person, person_id) for person_id in present]
    if not any(person.role.is_student for person in people):
        raise DomainError(translate("sessions", "A session needs at least one student who is here."))
