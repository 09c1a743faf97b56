"""An answer in words, as paper says it."""

from datetime import date

from workshop_app.dates import day_and_month, long_date
from workshop_app.documents.counts import days
from workshop_app.documents.ledger_paper import PaperSaid, PaperVerdict
from workshop_app.domain import answers
from workshop_app.words import translate


def named(verdict: PaperVerdict) -> str:
    """Such as "Not yet", or "Passed on to the governors"."""
    words = answers.name(answers.Kind(verdict.kind))
    if verdict.passed_to:
        words = translate("answer words", "{answer} to {whom}", answer=words, whom=verdict.passed_to)
    return words[:1].upper() + words[1:]


def decided(verdict: PaperVerdict) -> str:
    """Who decided and when, as far as it is known."""
    on = long_date(verdict.on) if verdict.on else ""
    return " · ".join(part for part in (verdict.by, on) if part)


def waits(said: PaperSaid, on: date) -> str:
    """Since when something waits, and who must answer it by when."""
    parts = []
    if said.days == 0:
        parts.append(translate("answer words", "Waiting since today."))
    elif said.given_on is not None:
        since = day_and_month(said.given_on) if said.given_on.year == on.year else long_date(said.given_on)
        parts.append(translate("answer words", "Waiting since {date}: {days}.", date=since, days=days(said.days)))
    if 0 < said.promised < said.days:
        parts.append(translate("answer words", "The school promised {days}.", days=days(said.promised)))
    if said.due is not None:
        due = day_and_month(said.due) if said.due.year == on.year else long_date(said.due)
        parts.append(
            translate("answer words", "The answer is due by {date}, from {name}.", name=said.decider, date=due)
        )
    if said.due is not None and said.due < on:
        parts.append(translate("answer words", "That day has passed."))
    return " ".join(parts)
