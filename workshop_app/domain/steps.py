"""A step of history: what was done at once, when, and which edits it came to."""

from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.programme import Edit


@dataclass(frozen=True, slots=True)
class Step:
    """`n` orders the steps, `label` names what was done (a key, never a person's text), `at` is an aware time."""

    n: int
    label: str
    edits: tuple[Edit, ...]
    at: datetime
