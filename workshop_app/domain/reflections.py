"""The staff's closing questions after a session: what was uncomfortable, and what will we change.

The first half stays among the adults. The second is read to the students when they meet again.
"""

from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.sessions import Session
from workshop_app.domain.texts import LONG, optional
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Reflection:
    """The staff's answers after one session."""

    id: str
    session_id: str
    uncomfortable: str
    we_change: str
    added_at: datetime


def reflect(
    programme: Programme, *, new_id: str, at: datetime, session_id: str, uncomfortable: str, we_change: str
) -> Outcome:
    """Write the staff's answers down, or write them anew."""
    programme.get(Session, session_id)
    what = translate("reflections", "The answer")
    said = {"uncomfortable": optional(uncomfortable, what, LONG), "we_change": optional(we_change, what, LONG)}
    editing = Editing(programme)
    known = after(programme, session_id)
    if known is not None:
        editing.set(known, **said)
    elif any(said.values()):
        editing.add(Reflection(new_id, session_id, added_at=at, **said))
    return editing.outcome()


def after(programme: Programme, session_id: str) -> Reflection | None:
    """The staff's answers after a session; None where they gave none."""
    return next((one for one in programme.all(Reflection).values() if one.session_id == session_id), None)
