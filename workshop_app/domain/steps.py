"""A step of history: what was done at once, when, and which edits it came to."""

from collections.abc import Iterable, Iterator
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


def former_words(steps: Iterable[Step], idea_id: str) -> Iterator[str]:
    """All that an idea says or ever said, its translations too, as these steps have it."""
    for edit in (edit for step in steps for edit in step.edits if edit.id == idea_id):
        for values in (edit.old, edit.new):
            yield from (str(values[name]) for name in ("text", "translation") if values and values.get(name))
