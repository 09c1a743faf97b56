"""Taking a plan over from another school: it becomes a plan of our own, which says whose it was.

Nobody's name comes along, so nobody owns its actions yet: owners are chosen anew before it is closed for signing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workshop_app.domain.plans import TEXTS, Action, Hands, Plan
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, SHORT, optional, optional_line, tidy, tidy_lines, wanted
from workshop_app.words import translate

CUT = "…"  # a role may be longer than the name in whose place it stands


@dataclass(frozen=True, slots=True)
class Work:
    """An action to be taken over: without owners, without a day."""

    what: str
    hands: Hands
    asked_of: str = ""
    done_looks: str = ""


def take_over(
    programme: Programme,
    *,
    new_id: str,
    action_ids: Sequence[str],
    at: datetime,
    title: str,
    came_from: str,
    texts: Mapping[str, str],
    work: Sequence[Work],
) -> Outcome:
    """Begin a plan with another school's words; `texts` are by the names of plans.TEXTS, `action_ids` one for each."""
    told: dict[str, Any] = {name: _fitting(texts.get(name, ""), LONG) for name in TEXTS}
    editing = Editing(programme)
    name = wanted(_fitting(title, SHORT), translate("taking_over", "The plan's name"), SHORT)
    source = optional_line(_fitting(came_from, SHORT), translate("taking_over", "Where it came from"), SHORT)
    editing.add(Plan(new_id, name, at, came_from=source, **told))
    for place, (action_id, one) in enumerate(zip(action_ids, work, strict=True)):
        what = wanted(_fitting(one.what, LONG), translate("taking_over", "What will be done"), LONG)
        asked_of = tidy(_fitting(one.asked_of, SHORT))
        done = _fitting(one.done_looks, LONG)
        editing.add(Action(action_id, new_id, what, place, one.hands, asked_of=asked_of, done_looks=done))
    return editing.outcome()


def _fitting(text: str, limit: int) -> str:
    whole = tidy_lines(text)
    if len(whole) > limit:
        whole = whole[: limit - 1].rstrip() + CUT
    return optional(whole, "", limit)
