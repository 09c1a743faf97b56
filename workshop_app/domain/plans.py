"""Plans: the change, who does what by when, how we will know; and all the rest when it is wanted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypedDict

from workshop_app.domain import consent, expertise
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, SHORT, optional, optional_line, tidy, wanted
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.domain.asset_map import Asset

SOON = timedelta(weeks=2)  # within which the first small step is made


class Hands(StrEnum):
    """In whose hands an action is. Only a decision waits for the head; the others begin at once."""

    OURS = "ours"
    WITH_ADULT = "with-adult"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Plan:
    """What the group means to change. `sealed` is the canonical text closed for signing, None while it is open.

    `absent` are ids of people who could not be there to sign. `version` counts how often it was closed, from 1, and
    `earlier` holds what was closed before, the first version first. `came_from` names the school whose plan this was.
    """

    id: str
    title: str
    added_at: datetime
    idea_ids: tuple[str, ...] = ()
    change: str = ""
    how_we_know: str = ""
    why: str = ""
    students_know: str = ""
    staff_know: str = ""
    help_we_have: str = ""
    objection: str = ""
    first_step: str = ""
    review_on: date | None = None
    version: int = 1
    sealed: str | None = None
    absent: tuple[str, ...] = ()
    dropped: bool = False
    first_step_by: date | None = None
    earlier: tuple[str, ...] = ()
    came_from: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that somebody does. `asked_of` names who decides, where a decision is needed.

    `done_looks` says what it looks like when it is done, `asset_ids` which assets of the map it rests on.
    """

    id: str
    plan_id: str
    what: str
    place: int
    hands: Hands = Hands.OURS
    owner_ids: tuple[str, ...] = ()
    asked_of: str = ""
    by: date | None = None
    dropped: bool = False
    done_looks: str = ""
    asset_ids: tuple[str, ...] = ()


TEXTS = ("change", "how_we_know", "why", "students_know", "staff_know", "help_we_have", "objection", "first_step")


def start(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    title: str,
    idea_ids: Sequence[str],
    came_from: str = "",
    help_we_have: str = "",
) -> Outcome:
    """Begin a plan from ideas; its first words are the students' own, to be made into a change together.

    Why it matters in the students' words, what both sides know of the ideas, what was objected to them and what could
    be tried comes along; all of it can be changed. `came_from` names the school whose plan it was, if it was one, and
    `help_we_have` says what of the asset map fits the ideas.
    """
    ideas = [programme.get(Idea, idea_id) for idea_id in idea_ids]
    first = ideas[0].text or ideas[0].translation if ideas else ""
    editing = Editing(programme)
    name = wanted(title, translate("plans", "The plan's name"), SHORT)
    source = optional_line(came_from, translate("plans", "Where it came from"), SHORT)
    known = _known(programme, idea_ids)
    help_ = optional(help_we_have, translate("plans", "This field"), LONG)
    editing.add(Plan(new_id, name, at, tuple(idea_ids), change=first, came_from=source, help_we_have=help_, **known))
    return editing.outcome()


def write(programme: Programme, plan_id: str, field: str, text: str) -> Outcome:
    """Write one of the plan's `TEXTS`."""
    if field not in TEXTS:
        raise ValueError(f"a plan has no text called {field}")
    editing = Editing(programme)
    editing.set(_open(programme, plan_id), **{field: optional(text, translate("plans", "This field"), LONG)})
    return editing.outcome()


def name_plan(programme: Programme, plan_id: str, title: str) -> Outcome:
    """Give the plan another name."""
    editing = Editing(programme)
    editing.set(_open(programme, plan_id), title=wanted(title, translate("plans", "The plan's name"), SHORT))
    return editing.outcome()


def review(programme: Programme, plan_id: str, on: date | None) -> Outcome:
    """Say when the group will look at what became of it."""
    editing = Editing(programme)
    editing.set(_open(programme, plan_id), review_on=on)
    return editing.outcome()


def step_by(programme: Programme, plan_id: str, by: date | None) -> Outcome:
    """Say until when the first small step is made."""
    editing = Editing(programme)
    editing.set(_open(programme, plan_id), first_step_by=by)
    return editing.outcome()


def drop_plan(programme: Programme, plan_id: str) -> Outcome:
    """Put a plan away that the group no longer wants."""
    editing = Editing(programme)
    editing.set(_open(programme, plan_id), dropped=True)
    return editing.outcome()


def add_action(
    programme: Programme,
    plan_id: str,
    *,
    new_id: str,
    what: str,
    hands: Hands,
    owner_ids: Sequence[str],
    asked_of: str = "",
    by: date | None = None,
    done_looks: str = "",
    asset_ids: Sequence[str] = (),
) -> Outcome:
    """Write down who does what by when, last in the plan."""
    _open(programme, plan_id)
    place = 1 + max((action.place for action in _all_actions(programme, plan_id)), default=-1)
    editing = Editing(programme)
    filled = _filled(programme, what, hands, owner_ids, asked_of, done_looks, asset_ids)
    editing.add(Action(new_id, plan_id, place=place, **filled, by=by))
    return editing.outcome()


def change_action(
    programme: Programme,
    action_id: str,
    *,
    what: str,
    hands: Hands,
    owner_ids: Sequence[str],
    asked_of: str = "",
    by: date | None = None,
    done_looks: str = "",
    asset_ids: Sequence[str] = (),
) -> Outcome:
    """Write an action anew."""
    action = programme.get(Action, action_id)
    _open(programme, action.plan_id)
    editing = Editing(programme)
    editing.set(action, **_filled(programme, what, hands, owner_ids, asked_of, done_looks, asset_ids), by=by)
    return editing.outcome()


def rest_on(programme: Programme, action_id: str, asset_id: str, on: bool) -> Outcome:
    """Say that an action rests on an asset of the map, or that it does not any more."""
    action = programme.get(Action, action_id)
    _open(programme, action.plan_id)
    _on_the_map(programme, [asset_id])
    rest = tuple(one for one in action.asset_ids if one != asset_id)
    editing = Editing(programme)
    if on != (asset_id in action.asset_ids):
        editing.set(action, asset_ids=(*rest, asset_id) if on else rest)
    return editing.outcome()


def drop_action(programme: Programme, action_id: str) -> Outcome:
    """Take an action out of its plan."""
    action = programme.get(Action, action_id)
    _open(programme, action.plan_id)
    editing = Editing(programme)
    editing.set(action, dropped=True)
    return editing.outcome()


def plans(programme: Programme) -> list[Plan]:
    """The plans that the group works on, the oldest first."""
    return [plan for plan in programme.all(Plan).values() if not plan.dropped]


def planned(programme: Programme) -> set[str]:
    """The ideas that a plan was made of."""
    return {idea_id for plan in plans(programme) for idea_id in plan.idea_ids}


def actions_of(programme: Programme, plan_id: str) -> list[Action]:
    """A plan's actions in their order."""
    return [action for action in _all_actions(programme, plan_id) if not action.dropped]


def students_own_some(programme: Programme, plan_id: str) -> bool:
    """Whether at least one action of the plan has a student among its owners."""
    people = programme.all(Person)
    owners = (owner for action in actions_of(programme, plan_id) for owner in action.owner_ids)
    return any(people[owner].role.is_student for owner in owners if owner in people)


def rests_on_staff_alone(programme: Programme, plan_id: str) -> bool:
    """Whether nobody but staff, and nothing but what staff hold, is named in any of the plan's actions."""
    actions = actions_of(programme, plan_id)
    people = programme.all(Person)
    owners = {people[owner].role for action in actions for owner in action.owner_ids if owner in people}
    holders = {asset.held_by for action in actions for asset in _on_the_map(programme, action.asset_ids)}
    return bool(actions) and owners | holders <= {Role.STAFF}


def is_soon(by: date, today: date) -> bool:
    """Whether a day is near enough for a first small step."""
    return by <= today + SOON


def _all_actions(programme: Programme, plan_id: str) -> list[Action]:
    own = (action for action in programme.all(Action).values() if action.plan_id == plan_id)
    return sorted(own, key=lambda action: (action.place, action.id))


def _open(programme: Programme, plan_id: str) -> Plan:
    plan = programme.get(Plan, plan_id)
    if plan.sealed is not None:
        raise DomainError(translate("plans", "This plan is closed for signing. Reopen it to change it."))
    return plan


class _Filled(TypedDict):
    what: str
    hands: Hands
    owner_ids: tuple[str, ...]
    asked_of: str
    done_looks: str
    asset_ids: tuple[str, ...]


def _filled(  # noqa: PLR0917 - the fields of an action, in their order
    programme: Programme,
    what: str,
    hands: Hands,
    owner_ids: Sequence[str],
    asked_of: str,
    done_looks: str,
    asset_ids: Sequence[str],
) -> _Filled:
    for owner_id in owner_ids:
        programme.get(Person, owner_id)
    _on_the_map(programme, asset_ids)
    done = optional(done_looks, translate("plans", "What it looks like when it is done"), LONG)
    text = wanted(what, translate("plans", "What will be done"), LONG)
    asked = optional(asked_of, translate("plans", "Who decides"), SHORT)
    if not owner_ids and not (asked and hands is Hands.DECISION):
        raise DomainError(translate("plans", "Choose who does it."))
    return _Filled(
        what=text,
        hands=hands,
        owner_ids=tuple(dict.fromkeys(owner_ids)),
        asked_of=asked,
        done_looks=done,
        asset_ids=tuple(dict.fromkeys(asset_ids)),
    )


def _on_the_map(programme: Programme, asset_ids: Sequence[str]) -> "list[Asset]":
    """Assets by their ids; DomainError where one never was on the map."""
    from workshop_app.domain import asset_map  # a board that is opened with the app does without

    return asset_map.named(programme, asset_ids)


class _Known(TypedDict):
    why: str
    students_know: str
    staff_know: str
    objection: str
    first_step: str


def _known(programme: Programme, idea_ids: Sequence[str]) -> _Known:
    """What is known of ideas already, as a plan's first words."""
    from workshop_app.domain import honest_no  # a board that is opened with the app needs it as little

    known = [one for idea_id in idea_ids if (one := expertise.about(programme, idea_id)) is not None]
    objections = [one for idea_id in idea_ids for one in consent.objections(programme, idea_id)]
    paths = [path for idea_id in idea_ids if (path := honest_no.path_of(programme, idea_id)) is not None]
    return _Known(
        why=in_their_words(programme.get(Idea, idea_id) for idea_id in idea_ids),
        students_know=_fitting([one.students for one in known]),
        staff_know=_fitting([one.staff for one in known]),
        objection=_fitting([consent.quoted([(one.text, one.met)]) for one in objections]),
        first_step=_fitting([path.small_try for path in paths]),
    )


class Backed(Protocol):
    """An idea, or what a closed plan says of one."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def translation(self) -> str: ...  # noqa: D102
    @property
    def role(self) -> Role: ...  # noqa: D102
    @property
    def students_back(self) -> int: ...  # noqa: D102
    @property
    def adults_back(self) -> int: ...  # noqa: D102


def in_their_words(ideas: Iterable[Backed]) -> str:
    """Why a plan matters, as its ideas say it: what students said, and how many back it, a line each.

    Nothing of what an adult said, or nobody backs.
    """
    return _fitting([_said_and_backed(idea) for idea in ideas])


def _said_and_backed(idea: Backed) -> str:
    words = idea.text or idea.translation
    if not (words and idea.role.is_student and idea.students_back + idea.adults_back):
        return ""
    students, adults = idea.students_back, idea.adults_back
    who = []
    if students:
        who.append(translate("plans", "1 student") if students == 1 else translate("plans", "{n} students", n=students))
    if adults:
        who.append(translate("plans", "1 adult") if adults == 1 else translate("plans", "{n} adults", n=adults))
    return translate("plans", "{quote} (backed by {who})", quote=quote(words), who=", ".join(who))


def quote(words: str) -> str:
    """Somebody's words as a plan quotes them."""
    return translate("plans", "“{words}”", words=tidy(words))


def _fitting(texts: Sequence[str]) -> str:
    """As many of the texts as a field has room for, a line each."""
    lines = ""
    for text in filter(None, texts):
        longer = f"{lines}\n{text}" if lines else text
        if len(longer) <= LONG:
            lines = longer
    return lines
