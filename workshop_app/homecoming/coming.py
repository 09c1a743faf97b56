"""What went out and what came back, as plain values: a sending, an ask with its answer, a reply to be taken in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workshop_app import sealed
from workshop_app.day_words import understood
from workshop_app.domain import replies
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Answered
from workshop_app.exchange.returned import Sending
from workshop_app.words import translate


class How(StrEnum):
    """How a reply came, as it is put on record."""

    UNTOUCHED = "untouched"
    RESAVED = "re-saved"
    PAPER = "paper"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True)
class Sent:
    """One sending of a plan's paper."""

    plan_id: str
    file: str
    on: date
    sending: Sending

    @property
    def content_hash(self) -> str:
        """Of exactly which words."""
        return self.sending.content_hash


@dataclass(frozen=True, slots=True)
class AskBack:
    """One ask of a plan, by number, with what was filled in. `kind` is None where it is not answered."""

    number: int
    action_id: str
    what: str
    asked_of: str
    kind: Kind | None = None
    reason: str = ""
    passed_to: str = ""
    next_step: str = ""
    by_whom: str = ""
    by_when: str = ""

    @property
    def lacks_reason(self) -> bool:
        """The reason was left out: one asks for it, and types what they say."""
        return self.kind is not None and self.kind.needs_reason and not self.reason.strip()

    def answered(self, today: date) -> Answered | None:
        """As it is taken in; None where it is not answered."""
        if self.kind is None:
            return None
        return Answered(
            self.number,
            self.action_id,
            self.kind,
            self.reason,
            self.passed_to,
            self.next_step,
            self.by_whom,
            self.by_when,
            understood(self.by_when, today),
        )


@dataclass(frozen=True, slots=True)
class Arrived:
    """A reply that may be taken in. `notes` are sentences to be read before; `decided_on` is None where nobody says."""

    file: str
    plan_id: str
    title: str
    content_hash: str
    version: int
    how: How
    asks: tuple[AskBack, ...]
    decided_by: str = ""
    decided_on: date | None = None
    signed: bool = False
    notes: tuple[str, ...] = ()


def sendings(facts: Sequence[Fact], plan_id: str = "") -> list[Sent]:
    """Every sending of plans (of one plan), the oldest first."""
    return [
        Sent(
            str(fact.data.get("plan", "")),
            str(fact.data.get("file", "")),
            fact.at.astimezone().date(),
            Sending(
                str(fact.data.get("hash", "")),
                int(fact.data.get("size") or 0),
                str(fact.data.get("sha256", "")),
                str(fact.data.get("marks", "")),
                str(fact.data.get("faces", "")),
            ),
        )
        for fact in facts
        if fact.what is Happened.EXPORTED and fact.data.get("what") == "plan" and plan_id in ("", fact.data.get("plan"))
    ]


def asks_of(programme: Programme, plan_id: str, content_hash: str) -> tuple[AskBack, ...]:
    """The asks of a plan as it was closed with this hash, none answered yet. DomainError where the words are gone."""
    text = replies.words_of(programme.get(Plan, plan_id), content_hash)
    if text is None:
        raise DomainError(
            translate("homecoming", "The words of that version were taken out since, so there is nothing to answer.")
        )
    actions = [one for one in sealed.read(text).actions if one.hands is Hands.DECISION]
    return tuple(AskBack(n, one.id, one.what, one.asked_of) for n, one in enumerate(actions, start=1))


def version_of(programme: Programme, sent: Sent) -> int:
    """The version that was sent, 0 where its words were taken out since."""
    text = replies.words_of(programme.get(Plan, sent.plan_id), sent.content_hash)
    return sealed.read(text).version if text is not None else 0
