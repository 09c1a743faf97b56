"""Sharing with other schools: what leaves in a pack is fixed first, and approved by the students who made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, SHORT, optional, wanted
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Sharing:
    """A pack in the making. `sealed` is the canonical text that students approve, None while it is being chosen.

    `approved` are ids of students, for exactly that text. `question` is for the students who will read it; where the
    pack answers another school's question, `answers_pack` is that pack's id and `answer` what these students say.
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
    for plan_id in plan_ids:
        programme.get(Plan, plan_id)
    editing = Editing(programme)
    editing.add(
        Sharing(
            new_id,
            wanted(title, translate("sharing", "The pack's name"), SHORT),
            tuple(dict.fromkeys(plan_ids)),
            tuple(dict.fromkeys(prompt_ids)),
            optional(question, translate("sharing", "The question"), LONG),
            at,
            answers_pack,
            optional(answer, translate("sharing", "Our answer"), LONG),
        )
    )
    return editing.outcome()


def seal_sharing(programme: Programme, sharing_id: str, text: str) -> Outcome:
    """Fix what will leave, so that students can approve exactly that; earlier approvals no longer count."""
    editing = Editing(programme)
    editing.set(programme.get(Sharing, sharing_id), sealed=text, approved=())
    return editing.outcome()


def approve(programme: Programme, sharing_id: str, person_id: str) -> Outcome:
    """A student agrees that exactly this leaves; DomainError for anybody else, or while nothing is fixed."""
    sharing, person = programme.get(Sharing, sharing_id), programme.get(Person, person_id)
    if sharing.sealed is None:
        raise DomainError(translate("sharing", "Read the pack together first. Then it can be approved."))
    if not person.role.is_student:
        raise DomainError(translate("sharing", "Students approve what leaves, because they made it."))
    editing = Editing(programme)
    editing.set(sharing, approved=tuple(dict.fromkeys((*sharing.approved, person_id))))
    return editing.outcome()


def withdraw_sharing(programme: Programme, sharing_id: str) -> Outcome:
    """Nothing of it is shared after all; what has left stays where it went."""
    editing = Editing(programme)
    editing.set(programme.get(Sharing, sharing_id), withdrawn=True)
    return editing.outcome()
