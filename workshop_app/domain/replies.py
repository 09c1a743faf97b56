"""The answer comes home: what a decider replied to each ask of a plan, and what students say to that."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workshop_app.domain.answers import Kind
from workshop_app.domain.plans import Plan
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


def take_in(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    plan_id: str,
    content_hash: str,
    ask: int,
    action_id: str,
    kind: Kind,
    decided_by: str,
    decided_on: date,
    came: Came,
    reason: str = "",
    passed_to: str = "",
    next_step: str = "",
    by_whom: str = "",
    by_when: str = "",
    due: date | None = None,
    signed: bool = False,
) -> Outcome:
    """Take in the reply to one ask. DomainError without who decided, or without a reason for anything but a yes."""
    programme.get(Plan, plan_id)
    reason_line = translate("replies", "The reason")
    editing = Editing(programme)
    for before in programme.all(Reply).values():
        if (before.plan_id, before.content_hash, before.ask) == (plan_id, content_hash, ask) and not before.withdrawn:
            editing.set(before, withdrawn=True)
    editing.add(
        Reply(
            new_id,
            plan_id,
            content_hash,
            ask,
            action_id,
            kind,
            wanted(reason, reason_line, LONG) if kind.needs_reason else optional(reason, reason_line, LONG),
            wanted(passed_to, translate("replies", "To whom it goes on"), SHORT) if kind is Kind.PASSED_ON else "",
            optional(next_step, translate("replies", "What happens next"), LONG),
            optional_line(by_whom, translate("replies", "By whom"), SHORT),
            optional_line(by_when, translate("replies", "By when"), SHORT),
            due,
            wanted(decided_by, translate("replies", "Who decided"), SHORT),
            decided_on,
            came,
            at,
            signed,
        )
    )
    return editing.outcome()


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
    """Students answer the answer; the last word to one version counts."""
    programme.get(Plan, plan_id)
    editing = Editing(programme)
    before = response_to(programme, plan_id, content_hash)
    if before is not None:
        editing.set(before, withdrawn=True)
    said = optional(words, translate("replies", "What students say"), LONG)
    editing.add(Response(new_id, plan_id, content_hash, says, said, at, session_id))
    return editing.outcome()


def replies_to(programme: Programme, plan_id: str, content_hash: str = "") -> list[Reply]:
    """The replies that count for a plan (for one version of it, with its hash), in the order of its asks."""
    own = (
        one
        for one in programme.all(Reply).values()
        if one.plan_id == plan_id and content_hash in ("", one.content_hash) and not one.withdrawn
    )
    return sorted(own, key=lambda one: (one.added_at, one.ask, one.id))


def response_to(programme: Programme, plan_id: str, content_hash: str) -> Response | None:
    """What students said to the replies to one version; None where they have not yet."""
    own = [
        one
        for one in programme.all(Response).values()
        if (one.plan_id, one.content_hash) == (plan_id, content_hash) and not one.withdrawn
    ]
    return own[-1] if own else None
