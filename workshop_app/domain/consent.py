"""Consent on what goes forward: agree, can live with it, or object, with the reason in the objector's own words.

Votes bury minorities. An objection is kept, may be met, and goes on paper with the plan. Students and adults are
counted apart, as in choosing.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, optional, wanted
from workshop_app.words import translate

COUNTS = ("students_agree", "students_live_with", "adults_agree", "adults_live_with")


@dataclass(frozen=True, slots=True)
class Consent:
    """How many agree with an idea that is to go forward, and how many can live with it."""

    id: str
    idea_id: str
    students_agree: int
    students_live_with: int
    adults_agree: int
    adults_live_with: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Objection:
    """Why somebody objects, in their own words. `met` says how the idea was changed to meet it, if it was."""

    id: str
    idea_id: str
    role: Role
    text: str
    met: str
    added_at: datetime
    withdrawn: bool = False


def count(programme: Programme, *, new_id: str, at: datetime, idea_id: str, which: str, by: int) -> Outcome:
    """Add to (or take from) one of COUNTS; none falls below zero."""
    if which not in COUNTS:
        raise ValueError(which)
    programme.get(Idea, idea_id)
    editing = Editing(programme)
    known = consent_on(programme, idea_id)
    if known is not None:
        editing.set(known, **{which: max(0, getattr(known, which) + by)})
    elif by > 0:
        start = dict.fromkeys(COUNTS, 0) | {which: by}
        editing.add(Consent(new_id, idea_id, added_at=at, **start))
    return editing.outcome()


def object_to(programme: Programme, *, new_id: str, at: datetime, idea_id: str, role: Role, text: str) -> Outcome:
    """Write an objection down as it was said."""
    programme.get(Idea, idea_id)
    editing = Editing(programme)
    editing.add(Objection(new_id, idea_id, role, wanted(text, translate("consent", "The objection"), LONG), "", at))
    return editing.outcome()


def meet(programme: Programme, objection_id: str, how: str) -> Outcome:
    """Write down how an objection was met."""
    editing = Editing(programme)
    objection = programme.get(Objection, objection_id)
    editing.set(objection, met=optional(how, translate("consent", "How it was met"), LONG))
    return editing.outcome()


def withdraw_objection(programme: Programme, objection_id: str) -> Outcome:
    """Whoever objected takes it back."""
    editing = Editing(programme)
    editing.set(programme.get(Objection, objection_id), withdrawn=True)
    return editing.outcome()


def consent_on(programme: Programme, idea_id: str) -> Consent | None:
    """The counts for an idea; None where nobody was asked yet."""
    return next((one for one in programme.all(Consent).values() if one.idea_id == idea_id), None)


def by_idea(programme: Programme) -> dict[str, Consent]:
    """The counts for each idea that was asked about, by the idea's id: for lists, in one pass."""
    return {one.idea_id: one for one in programme.all(Consent).values()}


def objections(programme: Programme, idea_id: str) -> list[Objection]:
    """The objections to an idea that stand, in the order in which they were said."""
    return [one for one in programme.all(Objection).values() if one.idea_id == idea_id and not one.withdrawn]


def objections_by_idea(programme: Programme) -> dict[str, list[Objection]]:
    """As `objections`, for each idea that some object to, by the idea's id: for lists, in one pass."""
    found: dict[str, list[Objection]] = {}
    for one in programme.all(Objection).values():
        if not one.withdrawn:
            found.setdefault(one.idea_id, []).append(one)
    return found


def quoted(said: Iterable[tuple[str, str]]) -> str:
    """Objections and how each was met ("" if it was not), a line each: the first words for a plan's own field."""
    lines = []
    for text, met in said:
        how = " ".join(met.split())
        line = translate("consent", "“{objection}”", objection=text)
        lines.append(translate("consent", "{quote} {how}", quote=line, how=how) if how else line)
    return "\n".join(lines)
