"""A plan comes home: to which sending it belongs, whether it is what was sent, and what was answered to each ask.

A file that begins with the very bytes that were sent is untouched; one that a reader has written anew, with the same
plan in it and the same pages, is re-saved; anything else is refused with what differs. Nothing is changed here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from workshop_app import sealed
from workshop_app.day_words import understood
from workshop_app.domain import replies, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Answered
from workshop_app.exchange import apart, returned
from workshop_app.exchange.found import Attached, Signature
from workshop_app.exchange.returned import Ask, Returned, Same, Sending
from workshop_app.words import translate

_LONGEST = 70  # characters of somebody's words in a sentence
_BACK = timedelta(days=300)  # a day without a year, of something that was decided, is the last such day


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


def look(programme: Programme, facts: Sequence[Fact], path: Path, today: date, ask: Ask = apart.ask) -> Arrived:
    """What came home in a file. It takes a second, and may be done in a thread of its own.

    exchange's UnreadableError where it can't be read; DomainError, with what differs, where it is not what was sent.
    """
    sent = sendings(facts)
    came = returned.read(path, [one.sending for one in sent], ask)
    at = came.sending
    if came.same is Same.BEGINS and at is not None:
        _refuse_additions(came, path.name)
        return _arrived(programme, sent[at], came, name=path.name, today=today, how=How.UNTOUCHED)
    if came.same is Same.TOUCHED and at is not None and not _is_another(programme, sent[at], came.found.attached):
        raise _altered(path.name, _difference(programme, sent[at], came))
    return _rewritten(programme, sent, came, path.name, today)


def asks_of(programme: Programme, plan_id: str, content_hash: str) -> tuple[AskBack, ...]:
    """The asks of a plan as it was closed with this hash, none answered yet. DomainError where the words are gone."""
    text = replies.words_of(programme.get(Plan, plan_id), content_hash)
    if text is None:
        raise DomainError(
            translate("homecoming", "The words of that version were taken out since, so there is nothing to answer.")
        )
    actions = [one for one in sealed.read(text).actions if one.hands is Hands.DECISION]
    return tuple(AskBack(n, one.id, one.what, one.asked_of) for n, one in enumerate(actions, start=1))


def _is_another(programme: Programme, sent: Sent, attached: Attached | None) -> bool:
    """Whether a file that looks much like one that was sent holds another plan, or another version of it, whole."""
    if attached is None or attached.hash == sent.content_hash:
        return False
    return (
        attached.plan not in ("", sent.plan_id)
        or replies.words_of(programme.get(Plan, sent.plan_id), attached.hash) is not None
    )


def _rewritten(programme: Programme, sent: list[Sent], came: Returned, name: str, today: date) -> Arrived:
    attached = came.found.attached
    if attached is None:
        raise DomainError(
            translate(
                "homecoming",
                "There is no plan of ours in {name}. If it was printed, or a reader left it out, type the answer in.",
                name=name,
            )
        )
    same = [one for one in sent if one.content_hash == attached.hash]
    if not same:
        raise DomainError(_whose(programme, sent, attached, came, name))
    _refuse_notes(came, name)
    known = [one for one in same if one.sending.faces]
    fitting = [one for one in known if tuple(one.sending.faces.split()) == came.found.faces]
    if known and not fitting:
        raise _altered(name, _page_words(_first_other(known[-1], came)))
    notes = () if known else (translate("homecoming", "Its pages can't be compared with those that were sent."),)
    return _arrived(programme, (fitting or same)[-1], came, name=name, today=today, how=How.RESAVED, notes=notes)


def _arrived(
    programme: Programme, sent: Sent, came: Returned, *, name: str, today: date, how: How, notes: tuple[str, ...] = ()
) -> Arrived:
    plan = programme.get(Plan, sent.plan_id)
    values = came.found.values
    asks = tuple(_filled(one, values) for one in asks_of(programme, plan.id, sent.content_hash))
    text = sealed.read(replies.words_of(plan, sent.content_hash) or "")
    told = values.get("decided_on", "").strip()
    on = understood(told, today - _BACK) if told else None
    if told and (on is None or on > today):
        on = None
        notes = (*notes, translate("homecoming", "Its date says “{words}”. Check the day here.", words=_short(told)))
    return Arrived(
        name,
        plan.id,
        text.title,
        sent.content_hash,
        text.version,
        how,
        asks,
        " ".join(values.get("decided_by", "").split()),
        on,
        came.found.signature is not Signature.NONE,
        (*notes, *_signature(came, how), *_notes(plan, sent, text.version, asks)),
    )


def _filled(ask: AskBack, values: dict[str, str]) -> AskBack:
    def held(part: str) -> str:
        return values.get(f"ask{ask.number}.{part}", "").strip()

    kind = next((kind for kind in Kind if kind.value == held("answer")), None)
    return AskBack(
        ask.number,
        ask.action_id,
        ask.what,
        ask.asked_of,
        kind,
        held("reason"),
        held("passed_to"),
        held("next"),
        held("by_whom"),
        held("by_when"),
    )


def _signature(came: Returned, how: How) -> list[str]:
    """What a signature by certificate is worth, in a sentence that claims no more."""
    found, name = came.found.signature, _short(came.found.signer)
    if found is Signature.FITS:
        sentence = (
            "It is signed by a certificate in the name of {name}, and unchanged since. Whose it is, we can’t know."
        )
        return [translate("homecoming", sentence, name=name)]
    if found is Signature.ADDED_TO:
        return [translate("homecoming", "Something was added after “{name}” signed it by certificate.", name=name)]
    if found is Signature.BROKEN and how is How.UNTOUCHED:
        return [translate("homecoming", "The signature by certificate in it does not fit it.")]
    if found is Signature.BROKEN:
        return [
            translate(
                "homecoming", "A signature by certificate is in it, and can’t be checked once a file is saved anew."
            )
        ]
    return []


def _notes(plan: Plan, sent: Sent, version: int, asks: Sequence[AskBack]) -> list[str]:
    notes = []
    if plan.sealed is None or signing.content_hash(plan.sealed) != sent.content_hash:
        notes.append(
            translate(
                "homecoming",
                "This answers version {old}. The plan is at version {now} now; the answer stays with version {old}.",
                old=version,
                now=plan.version,
            )
        )
    if plan.dropped:
        notes.append(translate("homecoming", "The plan was put away since."))
    if not any(one.kind for one in asks):
        notes.append(translate("homecoming", "Nothing is answered in it yet."))
    return notes


def _refuse_additions(came: Returned, name: str) -> None:
    """DomainError where more was appended to what was sent than answers."""
    _refuse_notes(came, name)
    if came.found.plan_changed:
        raise _altered(name, translate("homecoming", "another plan was put into it"))
    if came.found.changed:
        raise _altered(name, _page_words(came.found.changed[0]))


def _refuse_notes(came: Returned, name: str) -> None:
    if came.found.noted:
        raise DomainError(
            translate(
                "homecoming",
                "On page {n} of {name} lies a note or a drawing that we did not send. Read it, and type the answer in.",
                n=came.found.noted[0],
                name=name,
            )
        )


def _whose(programme: Programme, sent: list[Sent], attached: Attached, came: Returned, name: str) -> str:
    """Why a plan that never went out from here with these words is not taken in."""
    plan = programme.all(Plan).get(attached.plan)
    if plan is not None and replies.words_of(plan, attached.hash) is not None:
        return translate(
            "homecoming", "“{title}” in this form never went out from here, so nobody can have answered it.",
            title=_short(plan.title),
        )  # fmt: skip
    ours = [one for one in sent if one.plan_id == attached.plan]
    if ours:
        same = [one for one in ours if version_of(programme, one) == attached.version]
        return str(_altered(name, _difference(programme, (same or ours)[-1], came)))
    if plan is not None:
        return str(_altered(name, translate("homecoming", "the plan in it was never closed with these words")))
    if attached.school and attached.school != programme.about.school:
        return translate("homecoming", "This is a plan of {school}. It belongs there.", school=_short(attached.school))
    return translate("homecoming", "The plan in {name} is none of this programme.", name=name)


def _difference(programme: Programme, sent: Sent, came: Returned) -> str:
    """What differs from what was sent, as the end of a sentence."""
    attached = came.found.attached
    if attached is None:
        return translate("homecoming", "it can't be read any more as it is")
    if attached.hash != sent.content_hash:
        for ask, other in zip(asks_of(programme, sent.plan_id, sent.content_hash), attached.asks, strict=False):
            if ask.what != other.what:
                return translate(
                    "homecoming",
                    "ask {n} says “{now}” and was sent as “{was}”",
                    n=ask.number,
                    now=_short(other.what),
                    was=_short(ask.what),
                )
        return translate("homecoming", "the plan in it says something else")
    if sent.sending.faces and tuple(sent.sending.faces.split()) != came.found.faces:
        return _page_words(_first_other(sent, came))
    return translate("homecoming", "bytes in it were changed, although it shows the same")


def _first_other(sent: Sent, came: Returned) -> int:
    before, after = sent.sending.faces.split(), came.found.faces
    both = zip(before, after, strict=False)
    return next((n for n, (one, other) in enumerate(both, start=1) if one != other), min(len(before), len(after)) + 1)


def _page_words(page: int) -> str:
    return translate("homecoming", "page {n} shows something else", n=page)


def _altered(name: str, what: str) -> DomainError:
    return DomainError(
        translate(
            "homecoming", "{name} was altered after it was sent: {what}. It is not taken in.", name=name, what=what
        )
    )


def version_of(programme: Programme, sent: Sent) -> int:
    """The version that was sent, 0 where its words were taken out since."""
    text = replies.words_of(programme.get(Plan, sent.plan_id), sent.content_hash)
    return sealed.read(text).version if text is not None else 0


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
