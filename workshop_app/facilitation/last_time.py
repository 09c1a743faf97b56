"""What came of it: what a group hears, before anything new is asked, about all that it said in earlier sessions."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from workshop_app.domain import answers, honest_no, plans, reflections, signing, through_plans
from workshop_app.domain.answers import Answer
from workshop_app.domain.honest_no import HonestNo
from workshop_app.domain.ideas import Idea
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Reply
from workshop_app.domain.sessions import Session, in_order


class Where(StrEnum):
    """Where an idea of an earlier session stands."""

    ANSWERED = "answered"
    SIGNED = "signed"  # in a plan that students and staff have signed
    PLANNED = "planned"  # in a plan that is being written or signed
    WAITS = "waits"  # it went forward, or somebody said what stands in the way; it waits for an answer
    ASIDE = "aside"  # it was set aside, for the reason that the idea itself carries


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one idea. `answer` only where it has its own; `plan` is the name of the plan that it is in, or "".

    `replies` are those to the asks of its plan, where they are its answer. `path` is the honest path by which the
    answer came, and `heard` tells that the answer was there before the last session, which could tell it.
    """

    idea: Idea
    where: Where
    answer: Answer | None = None
    plan: str = ""
    path: HonestNo | None = None
    heard: bool = False
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """All that a group hears. `lying` counts the earlier ideas that nobody took up yet; they are kept."""

    came: tuple[Came, ...] = ()
    we_change: tuple[str, ...] = ()  # the staff's own words, the latest session's first
    signed: tuple[Plan, ...] = ()
    lying: int = 0

    @property
    def promise(self) -> Came | None:
        """The one to tell where there is time for one: the newest answer, else what has waited longest."""
        fresh = (one for one in self.came if one.where is Where.ANSWERED and not one.heard)
        waiting = sorted((one for one in self.came if one.where is Where.WAITS), key=lambda one: one.idea.added_at)
        return next((one for some in (fresh, waiting, self.came) for one in some), None)

    @property
    def parts(self) -> int:
        """How many things there are to tell, one by one."""
        return len(self.came) + len(self.we_change) + len(self.signed)

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to tell, as in a first session."""
        return not (self.came or self.we_change or self.signed or self.lying)


def since(programme: Programme, session_id: str) -> Since:
    """What came of the sessions before this one; never a person's name.

    New answers first, the newest of them on top, then plans, what waits and what was set aside, and at the end the
    answers that were told before.
    """
    before = _before(programme, session_id)
    earlier = {session.id for session in before}
    given = [idea for idea in programme.all(Idea).values() if idea.session_id in earlier and _is_told(idea)]
    answered, paths = answers.by_idea(programme), honest_no.by_idea(programme)
    through = through_plans.by_idea(programme)
    standing = plans.plans(programme)
    signed = tuple(plan for plan in standing if _is_signed(programme, plan))
    plan_of = {idea_id: plan for plan in reversed(standing) for idea_id in plan.idea_ids}  # the oldest that has it
    found = (
        _came(idea, answered.get(idea.id), plan_of.get(idea.id), signed, paths.get(idea.id), through.get(idea.id, ()))
        for idea in given
    )
    last = before[-1].held_on if before else date.min
    came = [replace(one, heard=_is_heard(one, last)) for one in found if one is not None]
    newest = sorted(came, key=_answered_at, reverse=True)
    order = list(Where)
    reflected = [reflections.after(programme, session.id) for session in reversed(before)]
    return Since(
        came=tuple(sorted(newest, key=lambda one: (one.heard, order.index(one.where)))),
        we_change=tuple(one.we_change for one in reflected if one is not None and one.we_change),
        signed=signed,
        lying=len(given) - len(came),
    )


def _before(programme: Programme, session_id: str) -> list[Session]:
    session = programme.get(Session, session_id)
    return [one for one in in_order(programme) if one.number < session.number]


def _is_told(idea: Idea) -> bool:
    return not idea.unseen and bool(not idea.set_aside or idea.because)


def _came(  # noqa: PLR0917 - all that is known of one idea
    idea: Idea,
    answer: Answer | None,
    plan: Plan | None,
    signed: Collection[Plan],
    path: HonestNo | None,
    replies: tuple[Reply, ...],
) -> Came | None:
    if idea.set_aside:
        return Came(idea, Where.ASIDE)
    title = plan.title if plan else ""
    if answer is not None:
        return Came(idea, Where.ANSWERED, answer, title, path if path is not None and path.settled else None)
    if replies:
        return Came(idea, Where.ANSWERED, plan=title, replies=replies)
    if plan is not None:
        return Came(idea, Where.SIGNED if plan in signed else Where.PLANNED, plan=title)
    if idea.forward or path is not None:
        return Came(idea, Where.WAITS)
    return None


def _is_heard(one: Came, last: date) -> bool:
    given = _given_at(one)
    return bool(given) and max(given).date() < last


def _answered_at(one: Came) -> float:
    return max((at.timestamp() for at in _given_at(one)), default=0.0)


def _given_at(one: Came) -> list[datetime]:
    return [given.added_at for given in ((one.answer,) if one.answer is not None else one.replies)]


def _is_signed(programme: Programme, plan: Plan) -> bool:
    return plan.sealed is not None and signing.standing(programme, plan.id).is_signed_off
