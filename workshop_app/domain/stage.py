"""How far an idea has come: new, talked about, chosen, in a plan, answered.

A stage is no field of its own: it is read from what happened to the idea, and the furthest one counts. Moving an idea
to a stage changes just what tells that stage, and nothing where only something else can bring it there: an answer is
given with its reason, not by a push.
"""

from collections.abc import Container
from enum import StrEnum

from workshop_app.domain import answers, plans
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea, on_it
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.words import translate


class Stage(StrEnum):
    """The stages, the first one first."""

    NEW = "new"
    TALKED = "talked"
    CHOSEN = "chosen"
    PLANNED = "planned"
    ANSWERED = "answered"


def of(idea: Idea, answered: Container[str], planned: Container[str]) -> Stage:
    """The furthest stage of an idea; `answered` and `planned` hold ids of ideas."""
    if idea.id in answered:
        return Stage.ANSWERED
    if idea.id in planned:
        return Stage.PLANNED
    if idea.forward:
        return Stage.CHOSEN
    return Stage.TALKED if idea.talked else Stage.NEW


def move(programme: Programme, idea_id: str, to: Stage) -> Outcome:
    """Bring an idea to a stage; DomainError, with what to do instead, where that is not ours to say by a push."""
    idea = on_it(programme, idea_id)
    now = of(idea, answers.by_idea(programme), plans.planned(programme))
    editing = Editing(programme)
    if now is to:
        return editing.outcome()
    if to is Stage.ANSWERED:
        raise DomainError(translate("stage", "An answer comes with its reason. Open the card and choose Answer."))
    if now is Stage.ANSWERED:
        raise DomainError(translate("stage", "It has an answer. Take the answer back first."))
    if now is Stage.PLANNED:
        _leave_plans(editing, programme, idea)
    if to is Stage.PLANNED:
        _join_plan(editing, programme, idea)
    else:
        editing.set(idea, forward=to is Stage.CHOSEN, talked=to is not Stage.NEW)
    return editing.outcome()


def _join_plan(editing: Editing, programme: Programme, idea: Idea) -> None:
    waiting = [plan for plan in plans.plans(programme) if plan.sealed is None]
    if len(waiting) != 1:
        raise DomainError(
            translate("stage", "There is no plan to put it in yet. Begin one under Plan and sign.")
            if not waiting
            else translate("stage", "There are several plans. Choose one under Plan and sign.")
        )
    editing.set(waiting[0], idea_ids=(*waiting[0].idea_ids, idea.id))


def _leave_plans(editing: Editing, programme: Programme, idea: Idea) -> None:
    for plan in plans.plans(programme):
        if idea.id in plan.idea_ids:
            _may_leave(plan)
            editing.set(plan, idea_ids=tuple(one for one in plan.idea_ids if one != idea.id))


def _may_leave(plan: Plan) -> None:
    if plan.sealed is not None:
        raise DomainError(translate("stage", "Its plan is closed for signing. Reopen the plan first."))
    if len(plan.idea_ids) == 1:
        raise DomainError(translate("stage", "Its plan was made of it alone. Put the plan away, or write another."))
