"""The bottom-up trigger: what enough of the group back must get an answer, from a named decider, by a date."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workshop_app.domain import ideas, through_plans
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.school_promise import SchoolPromise, promise
from workshop_app.domain.texts import SHORT, wanted
from workshop_app.words import translate

USUAL_DAYS = 14  # until an answer is due, where the school has not promised when


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
    """The group demands an answer, by a day that is still to come.

    DomainError unless enough back it, by the number that the school agreed to, and where it has an answer.
    """
    idea = ideas.on_it(programme, idea_id)
    needed = agreed(programme)
    if not needed:
        raise DomainError(
            translate("triggers", "The school has not agreed to a number yet. It is part of its promise.")
        )
    if backing(idea) < needed:
        raise DomainError(translate("triggers", "{n} back it. It takes {needed}.", n=backing(idea), needed=needed))
    if pulled(programme, idea_id) is not None:
        raise DomainError(translate("triggers", "It must be answered already."))
    if idea_id in through_plans.heard(programme):
        raise DomainError(translate("triggers", "It has its answer already."))
    if due < at.date():
        raise DomainError(translate("triggers", "That day is over. Choose one that is still to come."))
    editing = Editing(programme)
    name = wanted(decider, translate("triggers", "Who decides"), SHORT)
    editing.add(Trigger(new_id, idea_id, needed, name, due, at))
    return editing.outcome()


def take_trigger_back(programme: Programme, trigger_id: str) -> Outcome:
    """The group no longer demands it."""
    editing = Editing(programme)
    editing.set(programme.get(Trigger, trigger_id), withdrawn=True)
    return editing.outcome()


def agreed(programme: Programme) -> int:
    """How many of the group make a trigger, as the school promised; 0 while it has not."""
    standing = promise(programme)
    return standing.backers if standing is not None else 0


def backing(idea: Idea) -> int:
    """How many of the group back an idea, students and adults together."""
    return idea.students_back + idea.adults_back


def due_from(promised: SchoolPromise | None, today: date) -> date:
    """The day by which an answer is due that is demanded today: after the days that the school promised."""
    days = promised.answer_days if promised is not None and promised.answer_days else USUAL_DAYS
    return today + timedelta(days=days)


def pulled(programme: Programme, idea_id: str) -> Trigger | None:
    """The trigger that an idea has; None where it has none."""
    own = (one for one in programme.all(Trigger).values() if one.idea_id == idea_id and not one.withdrawn)
    return next(own, None)


def by_idea(programme: Programme) -> dict[str, Trigger]:
    """The trigger of each idea that has one, by the idea's id: for lists, in one pass."""
    return {one.idea_id: one for one in programme.all(Trigger).values() if not one.withdrawn}


def may_be_pulled(programme: Programme, idea: Idea) -> bool:
    """Whether enough back an idea that nobody answered yet, and nobody demanded an answer."""
    enough = not idea.set_aside and backing(idea) >= agreed(programme) > 0
    return enough and pulled(programme, idea.id) is None and idea.id not in through_plans.heard(programme)


def ready(programme: Programme) -> list[Idea]:
    """The ideas that an answer may be demanded for now, in the order in which they were given."""
    needed = agreed(programme)
    if not needed:
        return []
    done = {*by_idea(programme), *through_plans.heard(programme)}
    return [idea for idea in ideas.on_board(programme) if backing(idea) >= needed and idea.id not in done]


def waiting(programme: Programme) -> list[Trigger]:
    """What must still be answered, the one that is due first on top; nothing that was set aside meanwhile."""
    done = through_plans.heard(programme)
    standing = (
        one
        for one in by_idea(programme).values()
        if one.idea_id not in done and not programme.get(Idea, one.idea_id).set_aside
    )
    return sorted(standing, key=lambda one: (one.due, one.id))


def overdue(programme: Programme, today: date) -> list[Trigger]:
    """What should have been answered before today, the longest overdue on top."""
    return [one for one in waiting(programme) if one.due < today]
