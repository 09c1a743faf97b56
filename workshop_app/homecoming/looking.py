"""A plan comes home: to which sending it belongs, whether it is what was sent, and what was answered to each ask.

A file that begins with the very bytes that were sent is untouched; one that a reader has written anew, with the same
plan in it and the same pages, is re-saved; anything else is refused with what differs. Nothing is changed here.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from workshop_app import sealed
from workshop_app.day_words import understood
from workshop_app.domain import replies, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Fact
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.texts import tidy, tidy_lines
from workshop_app.exchange import apart, returned
from workshop_app.exchange.found import Signature
from workshop_app.exchange.returned import Ask, Returned, Same
from workshop_app.homecoming.coming import Arrived, AskBack, How, Sent, asks_of, sendings
from workshop_app.homecoming.differences import (
    altered,
    difference,
    first_other,
    is_another,
    page_words,
    refuse_additions,
    refuse_notes,
    short,
    whose,
)
from workshop_app.words import translate

_BACK = timedelta(days=300)  # a day without a year, of something that was decided, is the last such day


def look(programme: Programme, facts: Sequence[Fact], path: Path, today: date, ask: Ask = apart.ask) -> Arrived:
    """What came home in a file. It takes a second, and may be done in a thread of its own.

    exchange's UnreadableError where it can't be read; DomainError, with what differs, where it is not what was sent.
    """
    sent = sendings(facts)
    came = returned.read(path, [one.sending for one in sent], ask)
    at = came.sending
    if came.same is Same.BEGINS and at is not None:
        refuse_additions(came, path.name)
        return _arrived(programme, sent[at], came, name=path.name, today=today, how=How.UNTOUCHED)
    if came.same is Same.TOUCHED and at is not None and not is_another(programme, sent[at], came.found.attached):
        raise altered(path.name, difference(programme, sent[at], came))
    return _rewritten(programme, sent, came, path.name, today)


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
        raise DomainError(whose(programme, sent, attached, came, name))
    refuse_notes(came, name)
    known = [one for one in same if one.sending.faces]
    fitting = [one for one in known if tuple(one.sending.faces.split()) == came.found.faces]
    if known and not fitting:
        raise altered(name, page_words(first_other(known[-1], came)))
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
        notes = (*notes, translate("homecoming", "Its date says “{words}”. Check the day here.", words=short(told)))
    return Arrived(
        name,
        plan.id,
        text.title,
        sent.content_hash,
        text.version,
        how,
        asks,
        tidy(values.get("decided_by", "")),
        on,
        came.found.signature is not Signature.NONE,
        (*notes, *_signature(came, how), *_notes(plan, sent, text.version, asks)),
    )


def _filled(ask: AskBack, values: dict[str, str]) -> AskBack:
    def held(part: str) -> str:
        text = values.get(f"ask{ask.number}.{part}", "").replace("\r\n", "\n").replace("\r", "\n")
        return tidy_lines(text)  # as it is kept, so that nothing looks like other words

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
    found, name = came.found.signature, short(came.found.signer)
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
    if not asks:
        notes.append(translate("homecoming", "This version asks nobody for a decision, so there is nothing to answer."))
    elif not any(one.kind for one in asks):
        notes.append(translate("homecoming", "Nothing is answered in it yet."))
    return notes
