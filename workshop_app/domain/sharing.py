"""Sharing with other schools: what leaves in a pack is fixed first, and approved by the students who made it.

Who made it: students who own an action of a chosen plan, or signed it. At least two of them approve, and of each plan
at least one; where only one made it all, that one is enough. Not everybody is asked for: whoever is ill on that day
would hold up the others without meaning to, and whoever objects can take the pack back at any time, alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from workshop_app.domain import signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person, Role, group
from workshop_app.domain.plans import Plan, actions_of
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, SHORT, optional, tidy, wanted
from workshop_app.words import translate

LEAST = 2  # students who approve
MOST_PLANS, MOST_PROMPTS, MOST_HIDDEN = 12, 60, 200


@dataclass(frozen=True, slots=True)
class Sharing:
    """A pack in the making. `sealed` is the canonical text that students approve, None while it is being chosen.

    `approved` are ids of students, for exactly that text. `question` is for the students who will read it; where the
    pack answers another school's question, `answers_pack` is that pack's id and `answer` what these students say.
    `hidden` are words that somebody said are names too: they leave as "somebody". A `sealed` of "" was purged.
    """

    id: str
    title: str
    plan_ids: tuple[str, ...]
    prompt_ids: tuple[str, ...]
    question: str
    added_at: datetime
    answers_pack: str = ""
    answer: str = ""
    sealed: str | None = None
    approved: tuple[str, ...] = ()
    withdrawn: bool = False
    hidden: tuple[str, ...] = ()


def begin_sharing(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    title: str,
    plan_ids: Sequence[str],
    prompt_ids: Sequence[str] = (),
    question: str = "",
    answers_pack: str = "",
    answer: str = "",
) -> Outcome:
    """Begin a pack of chosen plans and prompts."""
    chosen = _chosen(programme, title, plan_ids, prompt_ids, question, answer)
    editing = Editing(programme)
    editing.add(Sharing(new_id, added_at=at, answers_pack=answers_pack, **chosen))
    return editing.outcome()


def choose_again(
    programme: Programme,
    sharing_id: str,
    *,
    title: str,
    plan_ids: Sequence[str],
    prompt_ids: Sequence[str] = (),
    question: str = "",
    answer: str = "",
) -> Outcome:
    """Choose anew what leaves. If anything changed, what was fixed is open again and approvals are void."""
    sharing = _standing(programme, sharing_id)
    chosen = _chosen(programme, title, plan_ids, prompt_ids, question, answer)
    editing = Editing(programme)
    if any(getattr(sharing, name) != value for name, value in chosen.items()):
        editing.set(sharing, **chosen, sealed=None, approved=())
    return editing.outcome()


def hide_word(programme: Programme, sharing_id: str, word: str, hide: bool) -> Outcome:
    """Say that a word is a name and leaves as "somebody", or that it is none after all. Approvals are void then."""
    sharing = _standing(programme, sharing_id)
    line = wanted(word, translate("sharing", "The word"), SHORT)
    rest = tuple(one for one in sharing.hidden if one != line)
    if hide and len(rest) >= MOST_HIDDEN:
        raise DomainError(translate("sharing", "{n} words are hidden already.", n=MOST_HIDDEN))
    hidden = (*rest, line) if hide else rest
    editing = Editing(programme)
    if set(hidden) != set(sharing.hidden):
        editing.set(sharing, hidden=hidden, sealed=None, approved=())
    return editing.outcome()


def seal_sharing(programme: Programme, sharing_id: str, text: str) -> Outcome:
    """Fix what will leave, so that students can approve exactly that; earlier approvals no longer count.

    DomainError for a plan that no student has signed as it stands, or whose makers have all left.
    """
    sharing = _standing(programme, sharing_id)
    for plan_id in sharing.plan_ids:
        plan = programme.get(Plan, plan_id)
        if not is_signed(programme, plan):
            raise DomainError(
                translate("sharing", "“{title}” is not signed as it stands. Sign it first.", title=plan.title)
            )
        if not makers_of(programme, plan):
            raise DomainError(
                translate("sharing", "Nobody who made “{title}” is here to approve that it leaves.", title=plan.title)
            )
    editing = Editing(programme)
    editing.set(sharing, sealed=text, approved=())
    return editing.outcome()


def open_sharing(programme: Programme, sharing_id: str) -> Outcome:
    """Open what was fixed, to change it. Approvals were for what was fixed, so they are void."""
    editing = Editing(programme)
    editing.set(_standing(programme, sharing_id), sealed=None, approved=())
    return editing.outcome()


def approve(programme: Programme, sharing_id: str, person_id: str) -> Outcome:
    """A student who made it agrees that exactly this leaves; DomainError for others, or while nothing is fixed."""
    sharing, person = _standing(programme, sharing_id), programme.get(Person, person_id)
    if not sharing.sealed:
        raise DomainError(translate("sharing", "Read the pack together first. Then it can be approved."))
    if not person.role.is_student:
        raise DomainError(translate("sharing", "Students approve what leaves, because they made it."))
    if person not in makers(programme, sharing):
        raise DomainError(translate("sharing", "Students who signed a plan or carry an action approve that it leaves."))
    editing = Editing(programme)
    editing.set(sharing, approved=tuple(dict.fromkeys((*sharing.approved, person_id))))
    return editing.outcome()


def take_approval_back(programme: Programme, sharing_id: str, person_id: str) -> Outcome:
    """A student changes their mind, as anybody may."""
    sharing = _standing(programme, sharing_id)
    editing = Editing(programme)
    editing.set(sharing, approved=tuple(one for one in sharing.approved if one != person_id))
    return editing.outcome()


def withdraw_sharing(programme: Programme, sharing_id: str) -> Outcome:
    """Nothing of it is shared after all; what has left stays where it went."""
    editing = Editing(programme)
    editing.set(programme.get(Sharing, sharing_id), withdrawn=True, sealed=None, approved=())
    return editing.outcome()


def sharings(programme: Programme) -> list[Sharing]:
    """The packs that the group works on, the oldest first."""
    return [one for one in programme.all(Sharing).values() if not one.withdrawn]


def is_signed(programme: Programme, plan: Plan) -> bool:
    """Whether a plan is closed and at least one student has signed exactly that."""
    return any(one.role.is_student for one in signing.standing(programme, plan.id).signed)


def can_leave(programme: Programme) -> list[Plan]:
    """The plans that may be chosen, the oldest first."""
    return [plan for plan in programme.all(Plan).values() if not plan.dropped and is_signed(programme, plan)]


def makers_of(programme: Programme, plan: Plan) -> list[Person]:
    """The students of the group who own an action of a plan or signed it, in the group's order."""
    own = {owner_id for action in actions_of(programme, plan.id) for owner_id in action.owner_ids}
    own |= {one.person_id for one in signing.standing(programme, plan.id).signed}
    return [person for person in group(programme) if person.role.is_student and person.id in own]


def makers(programme: Programme, sharing: Sharing) -> list[Person]:
    """The students who made what leaves; every student of the group where it holds prompts alone."""
    plans = [programme.get(Plan, plan_id) for plan_id in sharing.plan_ids]
    made = {person.id for plan in plans for person in makers_of(programme, plan)}
    students = (person for person in group(programme) if person.role is Role.STUDENT)
    return [person for person in students if person.id in made or not plans]


def missing(programme: Programme, sharing: Sharing) -> str:
    """What has to happen before the pack may leave, in a sentence; "" if it may."""
    if sharing.withdrawn:
        return translate("sharing", "This pack was taken back.")
    if not sharing.sealed:
        return translate("sharing", "Look for names and fix the pack first.")
    for plan in (programme.get(Plan, plan_id) for plan_id in sharing.plan_ids):
        if plan.sealed is None or signing.content_hash(plan.sealed) not in sharing.sealed:
            return translate("sharing", "“{title}” has changed since. Close the pack again.", title=plan.title)
        if not {person.id for person in makers_of(programme, plan)} & set(sharing.approved):
            return translate("sharing", "Nobody who made “{title}” has approved it yet.", title=plan.title)
    made = {person.id for person in makers(programme, sharing)}
    more = min(LEAST, max(1, len(made))) - len(made & set(sharing.approved))
    if more <= 0:
        return ""
    return (
        translate("sharing", "One more student approves it first.")
        if more == 1
        else translate("sharing", "{n} students approve it first.", n=more)
    )


def approvals(programme: Programme, sharing: Sharing) -> tuple[int, int]:
    """How many of those who made it have approved, and how many they are."""
    made = {person.id for person in makers(programme, sharing)}
    return len(made & set(sharing.approved)), len(made)


def let_go(editing: Editing, programme: Programme) -> None:
    """Open every pack that was fixed: something that may be in it must not leave. What has left is out of reach."""
    for one in programme.all(Sharing).values():
        if one.sealed is not None:
            editing.set(one, sealed=None, approved=())


def _standing(programme: Programme, sharing_id: str) -> Sharing:
    sharing = programme.get(Sharing, sharing_id)
    if sharing.withdrawn:
        raise DomainError(translate("sharing", "This pack was taken back."))
    return sharing


class _Chosen(TypedDict):
    title: str
    plan_ids: tuple[str, ...]
    prompt_ids: tuple[str, ...]
    question: str
    answer: str


def _chosen(  # noqa: PLR0917 - what a pack holds, in its order
    programme: Programme, title: str, plan_ids: Sequence[str], prompt_ids: Sequence[str], question: str, answer: str
) -> _Chosen:
    for plan_id in plan_ids:
        programme.get(Plan, plan_id)
    if len(plan_ids) > MOST_PLANS or len(prompt_ids) > MOST_PROMPTS:
        raise DomainError(
            translate("sharing", "A pack holds {n} plans and {m} prompts at most.", n=MOST_PLANS, m=MOST_PROMPTS)
        )
    return _Chosen(
        title=wanted(title, translate("sharing", "The pack's name"), SHORT),
        plan_ids=tuple(dict.fromkeys(plan_ids)),
        prompt_ids=tuple(dict.fromkeys(map(tidy, prompt_ids))),
        question=optional(question, translate("sharing", "The question"), LONG),
        answer=optional(answer, translate("sharing", "Our answer"), LONG),
    )
