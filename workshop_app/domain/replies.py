"""The answer comes home: what a decider replied to each ask of a plan, and what students say to that."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from workshop_app.domain import signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import Action, Hands, Plan, actions_of
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, SHORT, optional, optional_line, wanted
from workshop_app.words import translate


class Came(StrEnum):
    """How a reply came home."""

    PDF = "pdf"
    PAPER = "paper"
    SPOKEN = "spoken"


class Says(StrEnum):
    """What students say to a reply."""

    ACCEPT = "accept"
    COUNTER = "counter"  # a new version of the plan, to be signed
    MEET = "meet"  # students, decider and families at one board


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply to one ask of a plan as it was sent. The newest for an ask counts.

    `content_hash` says to exactly which words; `ask` counts that version's actions that need a decision, from 1, and
    `action_id` is the action's id. `by_when` is as the decider wrote it, `due` the day where it is one. `came` tells
    how it came home, `signed` that the PDF carried the decider's own signature.
    """

    id: str
    plan_id: str
    content_hash: str
    ask: int
    action_id: str
    kind: Kind
    reason: str
    passed_to: str
    next_step: str
    by_whom: str
    by_when: str
    due: date | None
    decided_by: str
    decided_on: date
    came: Came
    added_at: datetime
    signed: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """What students say to the replies to one version of a plan. `words` are their own."""

    id: str
    plan_id: str
    content_hash: str
    says: Says
    words: str
    added_at: datetime
    session_id: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """What a decider says to one ask, before it is taken in; the fields are those of Reply."""

    ask: int
    action_id: str
    kind: Kind
    reason: str = ""
    passed_to: str = ""
    next_step: str = ""
    by_whom: str = ""
    by_when: str = ""
    due: date | None = None


def take_in(
    programme: Programme,
    *,
    new_ids: Sequence[str],
    at: datetime,
    plan_id: str,
    content_hash: str,
    answered: Sequence[Answered],
    decided_by: str,
    decided_on: date,
    came: Came,
    signed: bool = False,
) -> Outcome:
    """Take in what was decided about a plan's asks, as one step; an ask that is not answered goes on waiting.

    An earlier reply to the same ask of the same version stays on record and no longer counts. DomainError where nothing
    is answered, for a version that never was, without who decided, or without a reason for anything but a yes.
    """
    if not answered:
        raise DomainError(translate("replies", "Nothing in it is answered, so there is nothing to take in."))
    if words_of(programme.get(Plan, plan_id), content_hash) is None:
        raise DomainError(translate("replies", "The plan was never closed with these words."))
    editing = Editing(programme)
    who = wanted(decided_by, translate("replies", "Who decided"), SHORT)
    told = {one.ask for one in answered}
    for before in replies_to(programme, plan_id, content_hash):
        if before.ask in told:
            editing.set(before, withdrawn=True)
    for new_id, one in zip(new_ids, answered, strict=True):
        editing.add(_reply(one, new_id, at, plan_id, content_hash, who, decided_on, came, signed=signed))
    return editing.outcome()


def _reply(  # noqa: PLR0917 - what all replies of one decider have in common
    one: Answered,
    new_id: str,
    at: datetime,
    plan_id: str,
    content_hash: str,
    decided_by: str,
    decided_on: date,
    came: Came,
    *,
    signed: bool,
) -> Reply:
    reason_line = translate("replies", "The reason for ask {n}", n=one.ask)
    to_line = translate("replies", "To whom ask {n} goes on", n=one.ask)
    reason = optional(one.reason, reason_line, LONG)
    if one.kind.needs_reason:
        wanted(reason, reason_line, LONG)
    return Reply(
        new_id,
        plan_id,
        content_hash,
        one.ask,
        one.action_id,
        one.kind,
        reason,
        wanted(one.passed_to, to_line, SHORT) if one.kind is Kind.PASSED_ON else "",
        optional(one.next_step, translate("replies", "What happens next"), LONG),
        optional_line(one.by_whom, translate("replies", "By whom"), SHORT),
        optional_line(one.by_when, translate("replies", "By when"), SHORT),
        one.due,
        decided_by,
        decided_on,
        came,
        at,
        signed,
    )


def take_reply_back(programme: Programme, reply_id: str) -> Outcome:
    """A reply was taken in by mistake."""
    editing = Editing(programme)
    editing.set(programme.get(Reply, reply_id), withdrawn=True)
    return editing.outcome()


def respond(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    plan_id: str,
    content_hash: str,
    says: Says,
    words: str = "",
    session_id: str | None = None,
) -> Outcome:
    """Students answer the answer; the last word to one version counts.

    A counter-offer opens the plan as its next version, to be signed anew, if those are still its words. DomainError
    where nothing was replied yet, and for a counter-offer without words.
    """
    plan = programme.get(Plan, plan_id)
    if not replies_to(programme, plan_id, content_hash):
        raise DomainError(translate("replies", "There is no answer yet that students could answer."))
    line = translate("replies", "What students say")
    said = optional(words, line, LONG)
    if says is Says.COUNTER:
        wanted(said, translate("replies", "What students offer instead"), LONG)
    reopens = says is Says.COUNTER and plan.sealed is not None and signing.content_hash(plan.sealed) == content_hash
    opened = signing.reopen(programme, plan_id) if reopens else Outcome(programme, ())
    editing = Editing(opened.programme)
    before = response_to(programme, plan_id, content_hash)
    if before is not None:
        editing.set(before, withdrawn=True)
    editing.add(Response(new_id, plan_id, content_hash, says, said, at, session_id))
    made = editing.outcome()
    return Outcome(made.programme, (*opened.edits, *made.edits))


def words_of(plan: Plan, content_hash: str) -> str | None:
    """The sealed text with this hash, of any version of a plan; None where it has no such words (any more)."""
    texts = (*plan.earlier, *((plan.sealed,) if plan.sealed is not None else ()))
    return next((text for text in texts if signing.content_hash(text) == content_hash), None)


def replies_to(programme: Programme, plan_id: str, content_hash: str = "") -> list[Reply]:
    """The replies that count for a plan (for one version of it, with its hash), in the order of its asks."""
    own = programme.grouped(Reply, _plan_of).get(plan_id, {}).values()
    counted = (one for one in own if content_hash in ("", one.content_hash))
    return sorted(counted, key=lambda one: (one.added_at, one.ask, one.id))


def asked(programme: Programme, reply: Reply) -> str:
    """What the ask said that was replied to, in the words of the version that went out."""
    plan = programme.all(Plan).get(reply.plan_id)
    text = words_of(plan, reply.content_hash) if plan is not None else None
    said = _asks_in(text) if text is not None else ()
    if 0 < reply.ask <= len(said):
        return said[reply.ask - 1]
    action = programme.all(Action).get(reply.action_id)
    return action.what if action is not None else ""


@lru_cache(maxsize=64)
def _asks_in(text: str) -> tuple[str, ...]:
    """What a sealed text asks to be decided, in its order; none where it can't be read here."""
    try:
        actions = json.loads(text)["actions"]
        return tuple(str(one["what"]) for one in actions if one["hands"] == Hands.DECISION.value)
    except (ValueError, LookupError, TypeError, RecursionError):
        return ()


def asks(programme: Programme, plan_id: str) -> list[Action]:
    """The actions of a plan that need a decision, in the order in which its paper counts them from 1."""
    return [action for action in actions_of(programme, plan_id) if action.hands is Hands.DECISION]


def waiting(programme: Programme, plan_id: str) -> list[int]:
    """The asks of a closed plan, by number, that nobody has replied to in its present version."""
    plan = programme.get(Plan, plan_id)
    if plan.sealed is None:
        return []
    told = {one.ask for one in replies_to(programme, plan_id, signing.content_hash(plan.sealed))}
    return [number for number in range(1, len(asks(programme, plan_id)) + 1) if number not in told]


def agreed(programme: Programme, plan_id: str) -> bool:
    """Whether every ask of a closed plan, as it stands now, was answered with a plain yes. Not for one without asks."""
    plan = programme.get(Plan, plan_id)
    if plan.sealed is None or not asks(programme, plan_id) or waiting(programme, plan_id):
        return False
    given = replies_to(programme, plan_id, signing.content_hash(plan.sealed))
    return all(one.kind is Kind.YES for one in given)


def response_to(programme: Programme, plan_id: str, content_hash: str) -> Response | None:
    """What students said to the replies to one version; None where they have not yet."""
    own = [one for one in responses(programme, plan_id) if one.content_hash == content_hash]
    return own[-1] if own else None


def responses(programme: Programme, plan_id: str) -> list[Response]:
    """All that students said to replies to a plan and that counts, the oldest first."""
    return [one for one in programme.all(Response).values() if one.plan_id == plan_id and not one.withdrawn]


def name_came(came: Came) -> str:
    """How a reply came home, in a few words."""
    names = {
        Came.PDF: translate("replies", "in the PDF"),
        Came.PAPER: translate("replies", "on paper"),
        Came.SPOKEN: translate("replies", "by word of mouth"),
    }
    return names[came]


def _plan_of(reply: Reply) -> str | None:
    return None if reply.withdrawn else reply.plan_id
