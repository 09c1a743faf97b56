"""The honest no: a short path from "that can't be done" to what lies underneath, and to an answer with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workshop_app.domain import answers
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea, in_theme
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, optional
from workshop_app.words import translate


class Because(StrEnum):
    """What adults say stands in the way."""

    POLICY = "policy"
    INTERESTS = "interests"
    MONEY = "money"
    TIME = "time"
    SAFETY = "safety"


STEPS = ("need", "who_could_change", "small_try", "students_say")


@dataclass(frozen=True, slots=True)
class HonestNo:
    """The path for one idea. Its texts are one field each of STEPS; the answer that settles it is in answers.py."""

    id: str
    idea_id: str
    because: Because
    need: str
    who_could_change: str
    small_try: str
    students_say: str
    added_at: datetime
    settled: bool = False
    dropped: bool = False


def open_path(programme: Programme, *, new_id: str, at: datetime, idea_id: str, because: Because) -> Outcome:
    """Begin the path for an idea, or say that something else stands in the way."""
    programme.get(Idea, idea_id)
    editing = Editing(programme)
    known = path_of(programme, idea_id)
    if known is None:
        editing.add(HonestNo(new_id, idea_id, because, "", "", "", "", at))
    else:
        editing.set(known, because=because, settled=False)
    return editing.outcome()


def fill(programme: Programme, path_id: str, step: str, text: str) -> Outcome:
    """Write down one of STEPS."""
    if step not in STEPS:
        raise ValueError(step)
    editing = Editing(programme)
    editing.set(programme.get(HonestNo, path_id), **{step: optional(text, translate("honest_no", "The answer"), LONG)})
    return editing.outcome()


def settle(
    programme: Programme,
    path_id: str,
    *,
    new_id: str,
    at: datetime,
    kind: answers.Kind,
    reason: str = "",
    by: str = "",
    passed_to: str = "",
) -> Outcome:
    """End the path with an answer. The need underneath and what the students say to it come first."""
    path = programme.get(HonestNo, path_id)
    if not path.need:
        raise DomainError(translate("honest_no", "Write down first what need is underneath."))
    if not path.students_say:
        raise DomainError(translate("honest_no", "Write down first what the students say to it."))
    editing = Editing(programme)
    said = {"reason": reason, "by": by, "passed_to": passed_to}
    answers.add_to(editing, programme, new_id=new_id, at=at, idea_id=path.idea_id, kind=kind, **said)
    editing.set(path, settled=True)
    return editing.outcome()


def walk_together(
    editing: Editing, programme: Programme, *, new_ids: Sequence[str], at: datetime, idea_ids: Sequence[str]
) -> None:
    """Write the path that one idea of a theme has walked to a "no" to these ideas too, an id for each.

    Where an idea has a path of its own it keeps its words, and takes the others' where it has none. DomainError
    unless all lie in one theme in which a path led to a "no".
    """
    path = of_theme(programme, idea_ids)
    if path is None:
        raise DomainError(
            translate("honest_no", "A no takes the honest path first, with one of these ideas. Then it counts for all.")
        )
    own = by_idea(programme)
    for new_id, idea_id in zip(new_ids, idea_ids, strict=True):
        known = own.get(idea_id)
        if known is None:
            editing.add(replace(path, id=new_id, idea_id=idea_id, added_at=at))
        else:
            said = {step: getattr(known, step) or getattr(path, step) for step in STEPS}
            editing.set(known, settled=True, **said)


def of_theme(programme: Programme, idea_ids: Sequence[str]) -> HonestNo | None:
    """The path that counts for all these ideas: an idea of their one theme walked it to a "no". None without."""
    themes = {programme.get(Idea, idea_id).theme_id for idea_id in idea_ids}
    theme_id = themes.pop() if len(themes) == 1 else None
    if theme_id is None:
        return None
    refused = {key for key, one in answers.by_idea(programme).items() if one.kind is answers.Kind.NO}
    beside = in_theme(programme, theme_id)
    paths = by_idea(programme)
    return next((paths[one.id] for one in beside if one.id in refused and one.id in paths), None)


def drop_path(programme: Programme, path_id: str) -> Outcome:
    """Nothing stands in the way after all, so a "no" does not stand either."""
    path = programme.get(HonestNo, path_id)
    editing = Editing(programme)
    editing.set(path, dropped=True)
    given = answers.answer_to(programme, path.idea_id)
    if given is not None and given.kind is answers.Kind.NO:
        editing.set(given, withdrawn=True)
    return editing.outcome()


def path_of(programme: Programme, idea_id: str) -> HonestNo | None:
    """The path of an idea; None where nobody said that something stands in the way."""
    own = (one for one in programme.all(HonestNo).values() if one.idea_id == idea_id and not one.dropped)
    return next(own, None)


def walked(programme: Programme, idea_id: str) -> HonestNo | None:
    """The path by which an idea got its answer; None where it got one without, or waits for one."""
    path = path_of(programme, idea_id)
    return path if path is not None and path.settled else None


def by_idea(programme: Programme) -> dict[str, HonestNo]:
    """The path of each idea that has one, by the idea's id: for lists, in one pass."""
    return {one.idea_id: one for one in programme.all(HonestNo).values() if not one.dropped}


def name(because: Because) -> str:
    """What stands in the way, as adults say it."""
    names = {
        Because.POLICY: translate("honest_no", "Policy says no"),
        Because.INTERESTS: translate("honest_no", "Not in the students’ best interests"),
        Because.MONEY: translate("honest_no", "No money"),
        Because.TIME: translate("honest_no", "No time"),
        Because.SAFETY: translate("honest_no", "Not safe"),
    }
    return names[because]
