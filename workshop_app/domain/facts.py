"""Facts: what happened in the world. They are kept on record and never undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
