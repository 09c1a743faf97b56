"""Facts: what happened in the world. They are kept on record and never undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_app.dates import long_date
from workshop_app.words import translate


class Happened(StrEnum):
    """The kinds of facts."""

    FOUNDED = "founded"  # the programme was made
    CLOCK = "clock"  # a session's clock: {"session", "what": start|pause, "elapsed": seconds}
    ASKED = "asked"  # a prompt was put to the group: {"session", "asked", "elapsed": seconds on the session's clock}
    PHASE = "phase"  # another phase of the agenda began: {"session", "phase", "elapsed"}
    REVEALED = "revealed"  # what lay face down was turned over for everybody: {"session", "asked", "count"}
    KEPT = "kept"  # something was set aside unseen: {"session", "asked"}
    PURGED = "purged"  # what was set aside unseen was taken out for good: {"count"}
    EXPORTED = "exported"  # paper or a table left the app: {"what", "file", ...}; for a plan see outbox.py
    TAKEN_IN = "taken-in"  # a reply or another school's pack came in: {"what", "file", ...}; for a reply see inbox.py


@dataclass(frozen=True, slots=True)
class Fact:
    """`data` holds plain values; `rests_on` the ids of entities whose edits can't be undone below this fact.

    `after_step` is the number of the last history step at that time.
    """

    id: str
    at: datetime
    what: Happened
    data: Mapping[str, str | int | float | bool | None]
    rests_on: frozenset[str]
    after_step: int


def why_undo_stops(fact: Fact) -> str:
    """Why what a fact rests on can't be undone, in a sentence."""
    day = long_date(fact.at.astimezone().date())
    if fact.what is Happened.REVEALED:
        return translate("facts", "These ideas were turned over for everybody. Set one aside if it should not be here.")
    if fact.what is Happened.KEPT:
        return translate("facts", "Undo stops here: this was set aside for the safeguarding lead. It is under Care.")
    if fact.what is Happened.TAKEN_IN:
        return translate(
            "facts",
            "Undo stops here: this came in on {date}. An answer is taken back where it is shown.",
            date=day,
        )
    file = fact.data.get("file", "")
    if fact.data.get("what") == "letter":
        return translate("facts", "Undo stops here: the letter went out as {file} on {date}.", file=file, date=day)
    if fact.data.get("what") == "pack":
        return translate("facts", "Undo stops here: a pack went out as {file} on {date}.", file=file, date=day)
    return translate(
        "facts",
        "Undo stops here: this went out as {file} on {date}. Reopen the plan to make a new version.",
        file=file,
        date=day,
    )
