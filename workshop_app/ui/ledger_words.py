"""Entries of the ledger and promises in words: short ones for a row, whole sentences for who reads them aloud."""

from datetime import date

from workshop_app.dates import day_and_month
from workshop_app.domain import answers, ledger
from workshop_app.domain.ledger import Entry, Stands, Verdict
from workshop_app.domain.triggers import Trigger
from workshop_app.words import translate


def filter_name(key: str, count: int) -> str:
    """What a chip above the ledger says; `count` is of ideas."""
    names = {
        Stands.WAITING.value: translate("ledger", "Waiting ({n})", n=count),
        Stands.ANSWERED.value: translate("ledger", "To be told ({n})", n=count),
        Stands.TOLD.value: translate("ledger", "Told ({n})", n=count),
        Stands.ASIDE.value: translate("ledger", "Set aside ({n})", n=count),
    }
    return names[key]


def row(entry: Entry, today: date) -> tuple[str, str]:
    """What stands beneath an entry's title, and at its right."""
    parts = [_how_many(entry)] if len(entry.idea_ids) > 1 else [entry.theme] if entry.theme else []
    if entry.stands is Stands.WAITING:
        right = ledger.since(entry.days)
        if entry.trigger is not None:
            parts.append(must(entry.trigger))
            right = left(entry.trigger, today)
        return " · ".join(parts), right
    if entry.stands is Stands.ASIDE:
        return " · ".join([*parts, entry.because]), translate("ledger", "set aside")
    if entry.stands is Stands.OURS:
        return " · ".join(parts), translate("ledger", "in our own hands")
    parts += [verdict(one) for one in entry.verdicts[:1]]
    if entry.told is not None:
        return " · ".join(parts), translate("ledger", "told on {day}", day=day_and_month(entry.told.on))
    return " · ".join(parts), translate("ledger", "not told yet")


def verdict(one: Verdict) -> str:
    """An answer, from whom and when, as it begins a line: "Not yet, says the head, 6 November"."""
    said = answers.name(one.kind)
    if one.passed_to:
        said = translate("answers", "{answer} to {whom}", answer=said, whom=one.passed_to)
    if one.by:
        said = translate("ledger", "{answer}, says {who}", answer=said, who=one.by)
    said = translate("ledger", "{said}, {day}", said=said, day=day_and_month(one.on))
    return said[:1].upper() + said[1:]


def must(one: Trigger) -> str:
    """Who must answer, and by when; a sentence without its full stop."""
    said = translate("ledger", "{who} must answer by {day}", who=one.decider, day=day_and_month(one.due))
    return said[:1].upper() + said[1:]


def left(one: Trigger, today: date) -> str:
    """How many days are left for an answer, or how long it is overdue."""
    return days_left((one.due - today).days)


def days_left(days: int) -> str:
    """The same of a number of days, below zero where they are over."""
    if days > 1:
        return translate("ledger", "{n} days left", n=days)
    if days == 1:
        return translate("ledger", "1 day left")
    if days == 0:
        return translate("ledger", "due today")
    if days == -1:
        return translate("ledger", "1 day overdue")
    return translate("ledger", "{n} days overdue", n=-days)


def _how_many(entry: Entry) -> str:
    return translate("ledger", "{n} ideas", n=len(entry.idea_ids))
