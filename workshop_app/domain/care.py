"""Whom to tell when a student says something that worries an adult. The app keeps names of posts, never disclosures."""

from dataclasses import dataclass

from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import SHORT, optional_line
from workshop_app.words import translate

CARE_ID = "care"


@dataclass(frozen=True, slots=True)
class Care:
    """The safeguarding lead; whom to tell when it is about a member of staff, and when it is about the head."""

    lead: str
    about_staff: str
    about_head: str
    id: str = CARE_ID


def name_whom_to_tell(programme: Programme, *, lead: str, about_staff: str, about_head: str) -> Outcome:
    """Write the three names down; each may be empty for now."""
    what = translate("care", "The name")
    said = {
        field: optional_line(text, what, SHORT)
        for field, text in (("lead", lead), ("about_staff", about_staff), ("about_head", about_head))
    }
    editing = Editing(programme)
    known = of(programme)
    if known is None:
        editing.add(Care(**said))
    else:
        editing.set(known, **said)
    return editing.outcome()


def of(programme: Programme) -> Care | None:
    """The names; None where nobody wrote them down yet."""
    return programme.all(Care).get(CARE_ID)
