"""What comes home is taken in: as one step of history, and put on record."""

from dataclasses import dataclass
from datetime import date

from workshop_app.domain import replies
from workshop_app.domain.facts import Happened
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Answered, Came
from workshop_app.homecoming import Arrived, How
from workshop_app.workspace import Changes, Workspace

_CAME = {How.UNTOUCHED: Came.PDF, How.RESAVED: Came.PDF, How.PAPER: Came.PAPER, How.SPOKEN: Came.SPOKEN}


@dataclass(frozen=True, slots=True)
class Taking:
    """What is to be taken in: the answers to the asks of one version of a plan, who gave them and when."""

    plan_id: str
    content_hash: str
    how: How
    answered: tuple[Answered, ...]
    decided_by: str
    decided_on: date
    signed: bool = False
    file: str = ""


def of(arrived: Arrived, today: date) -> Taking:
    """A returned file as it is, to be taken in; decided today where it does not say when."""
    answered = tuple(one for ask in arrived.asks if (one := ask.answered(today)) is not None)
    return Taking(
        arrived.plan_id,
        arrived.content_hash,
        arrived.how,
        answered,
        arrived.decided_by,
        arrived.decided_on or today,
        arrived.signed,
        arrived.file,
    )


def take_in(workspace: Workspace, taking: Taking) -> Changes:
    """Take a reply in; DomainError or StorageError if that can't be done, and then nothing has changed."""
    new_ids = [workspace.new_id() for _ in taking.answered]
    came = {
        "what": "reply",
        "plan": taking.plan_id,
        "hash": taking.content_hash,
        "file": taking.file,
        "how": taking.how.value,
    }
    return workspace.perform_on_record(
        "take-in",
        workspace.fact(Happened.TAKEN_IN, came, new_ids),
        replies.take_in,
        new_ids=new_ids,
        at=workspace.now(),
        plan_id=taking.plan_id,
        content_hash=taking.content_hash,
        answered=taking.answered,
        decided_by=taking.decided_by,
        decided_on=taking.decided_on,
        came=_CAME[taking.how],
        signed=taking.signed,
    )


def is_in_already(programme: Programme, taking: Taking) -> bool:
    """Whether exactly these answers stand already, as where a file is dropped twice."""
    standing = {one.ask: one for one in replies.replies_to(programme, taking.plan_id, taking.content_hash)}
    return bool(taking.answered) and all(_stands(one, standing.get(one.ask)) for one in taking.answered)


def _stands(answered: Answered, reply: replies.Reply | None) -> bool:
    fields = ("kind", "reason", "passed_to", "next_step", "by_whom", "by_when")
    return reply is not None and all(_plain(getattr(answered, one)) == _plain(getattr(reply, one)) for one in fields)


def _plain(text: str) -> str:
    return " ".join(text.split())
