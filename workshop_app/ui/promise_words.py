"""A promise in words: what we said, what happened, what did not and why. They can be read aloud as they are."""

from workshop_app.dates import day_and_month, long_date
from workshop_app.domain import school_promise
from workshop_app.domain.audience import Promised
from workshop_app.domain.honest_no import HonestNo
from workshop_app.domain.progress import How, Progress, Really
from workshop_app.domain.school_promise import FIELDS, SchoolPromise
from workshop_app.facilitation.promises import Promise, Why
from workshop_app.ui import ledger_words
from workshop_app.words import translate


def why(one: Promise) -> str:
    """Why a promise is told now, in a few words."""
    if one.trigger is not None:
        if one.over:
            return ledger_words.days_left(-one.over)
        return translate("promises", "It must be answered")
    if one.why is Why.OVERDUE:
        return ledger_words.days_left(-one.over)
    return {
        Why.ANSWERED: translate("promises", "We have an answer"),
        Why.STUCK: translate("promises", "Stuck"),
        Why.DONE: translate("promises", "Done"),
        Why.DROPPED: translate("promises", "Dropped"),
        Why.GOING: translate("promises", "Going"),
    }[one.why]


def who(one: Promise) -> str:
    """Who promised it, by when, and in which plan."""
    parts = [", ".join(one.who)] if any(one.who) else []
    if one.by is not None:
        parts.append(translate("promises", "by {day}", day=day_and_month(one.by)))
    if one.plan:
        parts.append(translate("promises", "plan “{plan}”", plan=one.plan))
    return " · ".join(parts)


def underneath(path: HonestNo | None) -> list[str]:
    """What came to light on the way to an answer, a line each."""
    if path is None:
        return []
    said = (
        (path.need, translate("last time", "The need underneath: {words}", words=path.need)),
        (path.students_say, translate("last time", "We said to it: “{words}”", words=path.students_say)),
    )
    return [line for words, line in said if words]


def happened(last: Progress | None) -> str:
    """What was said last of a promise; "" where nothing was said yet."""
    if last is None:
        return ""
    words = {
        How.GOING: translate("promises", "It is going."),
        How.DONE: translate("promises", "It is said to be done."),
        How.STUCK: translate("promises", "It is stuck. What would help: {words}", words=last.words),
        How.DROPPED: translate("promises", "It was dropped: {words}", words=last.words),
    }[last.how]
    if last.words and last.how in (How.GOING, How.DONE):
        words = f"{words} {last.words}"
    if last.really is not None:
        words = f"{words} {really(last.really)}"
    return words


def really(one: Really) -> str:
    """What students say to it."""
    return {
        Really.YES: translate("promises", "We say: yes, it really happened."),
        Really.PARTLY: translate("promises", "We say: it happened in part."),
        Really.NO: translate("promises", "We say: it did not happen."),
    }[one]


def how_name(one: How) -> str:
    """How a promise goes, on a chip."""
    return {
        How.GOING: translate("promises", "Going"),
        How.DONE: translate("promises", "Done"),
        How.STUCK: translate("promises", "Stuck"),
        How.DROPPED: translate("promises", "Dropped"),
    }[one]


def seen(one: Promise) -> Promised:
    """A promise as everybody sees it. Owners of an action are named, and whoever decided; nobody else is."""
    last, entry = one.last, one.entry
    lines = [happened(last)] if last is not None else []
    if entry is not None:
        for verdict in entry.verdicts:
            lines += [ledger_words.verdict(verdict), verdict.reason]
    asks = last is not None and last.how is How.DONE
    whose = who(one)
    if one.trigger is not None:
        whose = translate("promises", "It must be answered by {day}", day=day_and_month(one.trigger.due))
    return Promised(
        one.about_id,
        why(one),
        one.said,
        whose,
        tuple(line for line in lines if line),
        one.why is Why.OVERDUE,
        last.id if last is not None and asks else "",
        last.really.value if last is not None and last.really is not None else "",
    )


def school(one: SchoolPromise) -> tuple[Promised, ...]:
    """What the school promises as everybody reads it, with what is still open, and who signed it."""
    gap = translate("school promise", "Still open.")
    lines = [Promised(key, school_promise.name(key), school_promise.said(one, key) or gap, "") for key in FIELDS]
    if one.signed_at is not None:
        who = translate("school promise", "{who}, {post}", who=one.signed_by, post=one.post)
        day = long_date(one.signed_at.date())
        lines.append(Promised("signed", translate("school promise", "Signed"), who, day))
    return tuple(lines)
