"""What a session opens with: at most three promises. What we said, what happened, what did not and why.

Promises are the actions of signed plans, what a decider said would happen next, answers that nobody told yet, and
what must be answered by a day. Overdue ones come first, then new answers, then what is stuck.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from workshop_app.domain import ledger, plans, progress, signing, triggers
from workshop_app.domain.answers import Kind
from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea
from workshop_app.domain.ledger import Entry
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action, Hands, Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.progress import How, Progress, Really
from workshop_app.domain.replies import Reply
from workshop_app.domain.sessions import Session, in_order
from workshop_app.domain.triggers import Trigger
from workshop_app.words import translate

MOST = 3
ONE_PROMISE = 10  # minutes of a session that has room for no more than that


class Why(IntEnum):
    """Why a promise is told now; what is first is told first."""

    OVERDUE = 0
    ANSWERED = 1  # nobody told the students yet
    STUCK = 2  # also what was said to be done and students say it was not, or only in part
    DONE = 3  # students are still to say whether it really happened
    DROPPED = 4  # since the last session
    GOING = 5


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. `about_id` is the id of the Action, the Reply, the Trigger, or of the first idea of an answer.

    `said` is what was promised, `who` holds names of owners or the decider, `plan` the plan's title. `by` is the day by
    which it was to happen, `over` how many days that is past. `last` is what was said of it last; None before, and for
    answers and triggers, of which nothing is said. `entry` is the answer that is to be told.
    """

    about_id: str
    why: Why
    said: str
    who: tuple[str, ...] = ()
    plan: str = ""
    by: date | None = None
    over: int = 0
    last: Progress | None = None
    entry: Entry | None = None
    trigger: Trigger | None = None
    action: Action | None = None


def opening(programme: Programme, session_id: str, today: date) -> tuple[Promise, ...]:
    """The promises that a session opens with, `MOST` at most; a session of ten minutes has room for one."""
    most = 1 if programme.get(Session, session_id).minutes <= ONE_PROMISE else MOST
    return standing(programme, today)[:most]


def standing(programme: Programme, today: date) -> tuple[Promise, ...]:
    """Every promise that is not over, in the order in which they are told."""
    found = [
        *(_of_trigger(programme, one, today) for one in triggers.waiting(programme)),
        *_of_actions(programme, today),
        *_of_replies(programme, today),
        *(_of_entry(one) for one in ledger.untold(programme, today)),
    ]
    return tuple(sorted(found, key=_order))


def again(programme: Programme, about_ids: Iterable[str], today: date) -> tuple[Promise, ...]:
    """Promises by their `about_id` as they are now, also those that are over; what is there no more is left out."""
    about_ids = tuple(about_ids)
    said = progress.by_promise(programme)
    entries = ledger.with_ideas(programme, about_ids, today)
    found: list[Promise] = []
    for key in about_ids:
        action, reply = programme.all(Action).get(key), programme.all(Reply).get(key)
        trigger, entry = programme.all(Trigger).get(key), entries.get(key)
        if action is not None and not action.dropped:
            plan = programme.get(Plan, action.plan_id)
            found.append(_of_action(programme, action, plan, said.get(key), today))
        elif reply is not None and not reply.withdrawn:
            found.append(_of_reply(programme, reply, said.get(key), today))
        elif trigger is not None and not trigger.withdrawn and not programme.get(Idea, trigger.idea_id).set_aside:
            found.append(_of_trigger(programme, trigger, today))
        elif entry is not None and entry.verdicts:
            found.append(_of_entry(entry))
    return tuple(found)


def of_plan(programme: Programme, plan_id: str, today: date) -> tuple[Promise, ...]:
    """Every promise of one plan, also those that are over, in the order of its actions and asks."""
    said = progress.by_promise(programme)
    plan = programme.get(Plan, plan_id)
    own = [one for one in plans.actions_of(programme, plan_id) if one.hands is not Hands.DECISION]
    acts = [_of_action(programme, one, plan, said.get(one.id), today) for one in own]
    replied = [one for one in _promising(programme) if one.plan_id == plan_id]
    return (*acts, *(_of_reply(programme, one, said.get(one.id), today) for one in replied))


def _of_trigger(programme: Programme, one: Trigger, today: date) -> Promise:
    over = max(0, (today - one.due).days)
    why = Why.OVERDUE if over else Why.GOING
    words = heading(programme.get(Idea, one.idea_id))
    return Promise(one.id, why, words, (one.decider,), by=one.due, over=over, trigger=one)


def _of_entry(one: Entry) -> Promise:
    return Promise(one.key, Why.ANSWERED, one.title, entry=one)


def _of_actions(programme: Programme, today: date) -> list[Promise]:
    said = progress.by_promise(programme)
    signed = {
        plan.id: plan
        for plan in plans.plans(programme)
        if plan.sealed is not None and signing.standing(programme, plan.id).is_signed_off
    }
    begun = {plan.id: plan for plan in plans.plans(programme)}  # a plan that is open again: what was begun goes on
    own = (one for one in programme.all(Action).values() if not one.dropped and one.hands is not Hands.DECISION)
    ours = [one for one in own if one.plan_id in signed or (one.id in said and one.plan_id in begun)]
    last = _last_session(programme)
    return [
        _of_action(programme, one, begun[one.plan_id], said.get(one.id), today)
        for one in ours
        if not _is_over(said.get(one.id), last)
    ]


def _of_replies(programme: Programme, today: date) -> list[Promise]:
    said, last = progress.by_promise(programme), _last_session(programme)
    return [
        _of_reply(programme, one, said.get(one.id), today)
        for one in _promising(programme)
        if not _is_over(said.get(one.id), last)
    ]


def _promising(programme: Programme) -> list[Reply]:
    """The replies in which a decider promised something: a yes, or whatever they said would happen next.

    What they said to an ask before it was asked anew, as in a counter-offer, is promised no longer.
    """
    names = {plan.id for plan in plans.plans(programme)}
    standing = [one for one in programme.all(Reply).values() if not one.withdrawn and one.plan_id in names]
    newest = {one.action_id: one.id for one in standing}
    return [
        one
        for one in standing
        if newest[one.action_id] == one.id and (one.next_step or one.kind in (Kind.YES, Kind.WITH_CHANGES))
    ]


def _of_action(programme: Programme, one: Action, plan: Plan, last: Progress | None, today: date) -> Promise:
    people = programme.all(Person)
    names = tuple(people[key].name for key in progress.owners_now(programme, one.id) if key in people)
    why, over = _why(last, one.by, today)
    return Promise(one.id, why, one.what, names, plan.title, one.by, over, last, action=one)


def _of_reply(programme: Programme, one: Reply, last: Progress | None, today: date) -> Promise:
    action = programme.all(Action).get(one.action_id)
    said = action.what if action is not None else ""
    if one.next_step:  # the decider's own “I”, not ours
        said = translate("promises", "“{words}”", words=one.next_step)
    why, over = _why(last, one.due, today)
    plan = programme.get(Plan, one.plan_id)
    return Promise(one.id, why, said, (one.by_whom or one.decided_by,), plan.title, one.due, over, last)


def _why(last: Progress | None, by: date | None, today: date) -> tuple[Why, int]:
    """Why it is told, and how many days it is overdue. What is done or dropped is overdue no longer."""
    if last is not None and last.how is How.DROPPED:
        return Why.DROPPED, 0
    if last is not None and last.how is How.DONE and last.really in (None, Really.YES):
        return Why.DONE, 0
    over = max(0, (today - by).days) if by is not None else 0
    if over:
        return Why.OVERDUE, over
    stuck = last is not None and last.how in (How.STUCK, How.DONE)
    return (Why.STUCK if stuck else Why.GOING), 0


def _is_over(last: Progress | None, session: datetime | None) -> bool:
    """Whether a promise needs to be told no more. What was dropped is told once more, in the session after."""
    if last is None or not progress.is_kept(last):
        return False
    return last.how is How.DONE or (session is not None and last.added_at < session)


def _last_session(programme: Programme) -> datetime | None:
    """When the session before the one that is on was prepared; None without one."""
    sessions = in_order(programme)
    return sessions[-2].added_at if len(sessions) > 1 else None


def _order(one: Promise) -> tuple[int, int, int, str]:
    by = one.by.toordinal() if one.by is not None else date.max.toordinal()
    # The newest answer first; what is due first, first.
    on = max(verdict.on for verdict in one.entry.verdicts).toordinal() if one.entry is not None else 0
    return (one.why, -on, by, one.about_id)
