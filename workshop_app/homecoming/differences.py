"""What differs from what was sent, in a sentence: the plan in it, a page, or bytes that nobody sees."""

from workshop_app.domain import replies
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.texts import tidy
from workshop_app.exchange.found import Attached
from workshop_app.exchange.returned import Returned
from workshop_app.homecoming.coming import Sent, asks_of, version_of
from workshop_app.words import translate

_LONGEST = 70  # characters of somebody's words in a sentence


def is_another(programme: Programme, sent: Sent, attached: Attached | None) -> bool:
    """Whether a file that looks much like one that was sent holds another plan, or another version of it, whole."""
    if attached is None or attached.hash == sent.content_hash:
        return False
    return (
        attached.plan not in ("", sent.plan_id)
        or replies.words_of(programme.get(Plan, sent.plan_id), attached.hash) is not None
    )


def refuse_additions(came: Returned, name: str) -> None:
    """DomainError where more was appended to what was sent than answers."""
    refuse_notes(came, name)
    if came.found.plan_changed:
        raise altered(name, translate("homecoming", "another plan was put into it"))
    if came.found.changed:
        raise altered(name, page_words(came.found.changed[0]))


def refuse_notes(came: Returned, name: str) -> None:
    """DomainError where something was laid over a page: it may cover a question, or be the whole answer."""
    if came.found.noted:
        raise DomainError(
            translate(
                "homecoming",
                "On page {n} of {name} lies a note or a drawing that we did not send. Read it, and type the answer in.",
                n=came.found.noted[0],
                name=name,
            )
        )


def whose(programme: Programme, sent: list[Sent], attached: Attached, came: Returned, name: str) -> str:
    """Why a plan that never went out from here with these words is not taken in."""
    plan = programme.all(Plan).get(attached.plan)
    if plan is not None and replies.words_of(plan, attached.hash) is not None:
        return translate(
            "homecoming", "“{title}” in this form never went out from here, so nobody can have answered it.",
            title=short(plan.title),
        )  # fmt: skip
    ours = [one for one in sent if one.plan_id == attached.plan]
    if ours:
        same = [one for one in ours if version_of(programme, one) == attached.version]
        return str(altered(name, difference(programme, (same or ours)[-1], came)))
    if plan is not None:
        return str(altered(name, translate("homecoming", "the plan in it was never closed with these words")))
    if attached.school and attached.school != programme.about.school:
        return translate("homecoming", "This is a plan of {school}. It belongs there.", school=short(attached.school))
    return translate("homecoming", "The plan in {name} is none of this programme.", name=name)


def difference(programme: Programme, sent: Sent, came: Returned) -> str:
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
                    now=short(other.what),
                    was=short(ask.what),
                )
        return translate("homecoming", "the plan in it says something else")
    if sent.sending.faces and tuple(sent.sending.faces.split()) != came.found.faces:
        return page_words(first_other(sent, came))
    return translate("homecoming", "bytes in it were changed, although it shows the same")


def first_other(sent: Sent, came: Returned) -> int:
    """The first page, from 1, that does not show what was sent."""
    before, after = sent.sending.faces.split(), came.found.faces
    both = zip(before, after, strict=False)
    return next((n for n, (one, other) in enumerate(both, start=1) if one != other), min(len(before), len(after)) + 1)


def page_words(page: int) -> str:
    """That a page differs, as the end of a sentence."""
    return translate("homecoming", "page {n} shows something else", n=page)


def altered(name: str, what: str) -> DomainError:
    """The refusal of a file that is not what was sent, with what differs."""
    return DomainError(
        translate(
            "homecoming", "{name} was altered after it was sent: {what}. It is not taken in.", name=name, what=what
        )
    )


def short(text: str) -> str:
    """Somebody's words, cut short for a sentence."""
    line = tidy(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
