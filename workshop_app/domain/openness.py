"""The decision space: how far the school opens an aspect of its life to change, who decided that, and why.

It is said before ideas are asked for. An aspect that is limited, fixed or kept out still takes ideas and stays on the
map: students see who decided, and the head reads it too.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, SHORT, optional_line, wanted
from workshop_app.words import translate


class How(StrEnum):
    """How far an aspect is open."""

    OPEN = "open"
    LIMITED = "limited"  # within a rule or means that the school names
    FIXED = "fixed"  # by law, or by somebody who is named
    KEPT_OUT = "kept-out"  # adults don't put it to the students now


@dataclass(frozen=True, slots=True)
class Openness:
    """What the school declared for one aspect. `whose` names the rule or who decided, `why` the reason."""

    id: str
    aspect_id: str
    aspect: str
    family: str
    how: How
    whose: str
    why: str
    added_at: datetime


def declare(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    aspect_id: str,
    aspect: str,
    family: str,
    how: How,
    whose: str = "",
    why: str = "",
) -> Outcome:
    """Say how open an aspect is, or say it anew. Anything but open needs whose decision it is, and why."""
    whose_line = translate("openness", "Whose rule or decision it is")
    why_line = translate("openness", "The reason")
    if how is How.OPEN:
        said = {"whose": optional_line(whose, whose_line, SHORT), "why": optional_line(why, why_line, LONG)}
    else:
        said = {"whose": wanted(whose, whose_line, SHORT), "why": wanted(why, why_line, LONG)}
    editing = Editing(programme)
    known = of_aspect(programme, aspect_id)
    if known is None:
        editing.add(Openness(new_id, aspect_id, aspect, family, how, added_at=at, **said))
    else:
        editing.set(known, how=how, **said)
    return editing.outcome()


def of_aspect(programme: Programme, aspect_id: str) -> Openness | None:
    """What was declared for an aspect; None where nobody was asked yet."""
    return next((one for one in programme.all(Openness).values() if one.aspect_id == aspect_id), None)


def by_aspect(programme: Programme) -> dict[str, Openness]:
    """What was declared, by the aspect's id: for the whole map, in one pass."""
    return {one.aspect_id: one for one in programme.all(Openness).values()}


def not_open(programme: Programme) -> list[Openness]:
    """Every aspect that is limited, fixed or kept out, in the order in which that was said."""
    return [one for one in programme.all(Openness).values() if one.how is not How.OPEN]


def name(how: How) -> str:
    """How open, in a word or two."""
    names = {
        How.OPEN: translate("openness", "Open"),
        How.LIMITED: translate("openness", "Limited"),
        How.FIXED: translate("openness", "Fixed"),
        How.KEPT_OUT: translate("openness", "Kept out"),
    }
    return names[how]
