"""The bottom-up trigger: what enough of the group back must get an answer, from a named decider, by a date."""

from dataclasses import dataclass
from datetime import date, datetime

from workshop_app.domain import answers
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.school_promise import promise
from workshop_app.domain.texts import SHORT, wanted
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Trigger:
    """An idea that must be answered by `due`. `decider` is a name or a post, `needed` how many had to back it."""

    id: str
    idea_id: str
    needed: int
    decider: str
    due: date
    added_at: datetime
    withdrawn: bool = False


def pull(programme: Programme, *, new_id: str, at: datetime, idea_id: str, decider: str, due: date) -> Outcome:
    """The group demands an answer. DomainError unless enough back it, by the number that the school agreed to."""
    idea = programme.get(Idea, idea_id)
    agreed = promise(programme)
    needed = agreed.backers if agreed is not None else 0
    if not needed:
        raise DomainError(
            translate("triggers", "The school has not agreed to a number yet. It is part of its promise.")
        )
    backing = idea.students_back + idea.adults_back
    if backing < needed:
        raise DomainError(translate("triggers", "{n} back it. It takes {needed}.", n=backing, needed=needed))
    if pulled(programme, idea_id) is not None:
        raise DomainError(translate("triggers", "It must be answered already."))
    editing = Editing(programme)
    name = wanted(decider, translate("triggers", "Who decides"), SHORT)
    editing.add(Trigger(new_id, idea_id, needed, name, due, at))
    return editing.outcome()


def take_trigger_back(programme: Programme, trigger_id: str) -> Outcome:
    """The group no longer demands it."""
    editing = Editing(programme)
    editing.set(programme.get(Trigger, trigger_id), withdrawn=True)
    return editing.outcome()


def pulled(programme: Programme, idea_id: str) -> Trigger | None:
    """The trigger that an idea has; None where it has none."""
    own = (one for one in programme.all(Trigger).values() if one.idea_id == idea_id and not one.withdrawn)
    return next(own, None)


def waiting(programme: Programme) -> list[Trigger]:
    """What must still be answered, the one that is due first on top."""
    answered = answers.by_idea(programme)
    ours = (one for one in programme.all(Trigger).values() if not one.withdrawn and one.idea_id not in answered)
    return sorted(ours, key=lambda one: (one.due, one.id))


def overdue(programme: Programme, today: date) -> list[Trigger]:
    """What should have been answered before today."""
    return [one for one in waiting(programme) if one.due < today]
