"""Both kinds of expertise on an idea: what students know about it, what staff know, and what families know."""

from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, optional
from workshop_app.words import translate

FIELDS = {Role.STUDENT: "students", Role.STAFF: "staff", Role.FAMILY: "families"}
NEEDED = (Role.STUDENT, Role.STAFF)  # without either there is a gap, which is said out loud


@dataclass(frozen=True, slots=True)
class Expertise:
    """What is known about one idea, side by side."""

    id: str
    idea_id: str
    students: str
    staff: str
    families: str
    added_at: datetime


def note(programme: Programme, *, new_id: str, at: datetime, idea_id: str, whose: Role, text: str) -> Outcome:
    """Write down what one side knows about an idea. ValueError for a role that has no column."""
    if whose not in FIELDS:
        raise ValueError(whose)
    programme.get(Idea, idea_id)
    said = optional(text, translate("expertise", "What is known"), LONG)
    editing = Editing(programme)
    known = about(programme, idea_id)
    if known is not None:
        editing.set(known, **{FIELDS[whose]: said})
    elif said:
        start = dict.fromkeys(FIELDS.values(), "") | {FIELDS[whose]: said}
        editing.add(Expertise(new_id, idea_id, added_at=at, **start))
    return editing.outcome()


def about(programme: Programme, idea_id: str) -> Expertise | None:
    """What is known about an idea; None where nothing was written down."""
    return next((one for one in programme.all(Expertise).values() if one.idea_id == idea_id), None)


def by_idea(programme: Programme) -> dict[str, Expertise]:
    """What is known about each idea of which something was written down, by the idea's id: for lists, in one pass."""
    return {one.idea_id: one for one in programme.all(Expertise).values()}


def gaps(programme: Programme, idea_id: str) -> list[Role]:
    """Whose expertise is still missing on an idea."""
    return missing(about(programme, idea_id))


def missing(known: Expertise | None) -> list[Role]:
    """Whose expertise is still missing from what is known."""
    return [role for role in NEEDED if known is None or not getattr(known, FIELDS[role])]
