"""What is written in private: ideas that lie face down until one reveal, and backing that is counted all at once.

Nothing here knows an author, a time or an order. Who turns it over hands in what was written already shuffled, and ids
made after that, so that not even an id tells what was written first.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workshop_app.domain import ideas
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Editing, Outcome, Programme, values
from workshop_app.domain.sessions import Asked, said_to
from workshop_app.domain.strokes import Stroke
from workshop_app.words import translate


class Capture(StrEnum):
    """How an entry was put down. It tells nothing of who wrote it."""

    SLIP = "slip"  # typed up by the leader from paper
    HAND_OVER = "hand-over"  # by its writer, at the laptop


@dataclass(frozen=True, slots=True)
class Entry:
    """An idea that lies face down: in words, drawn, or both."""

    session: str
    asked: str
    role: Role
    text: str
    translation: str = ""
    drawing: tuple[Stroke, ...] = ()
    source: Capture = Capture.SLIP


@dataclass(frozen=True, slots=True)
class Backing:
    """One person's backing of one idea, of which only the role is known."""

    session: str
    idea: str
    role: Role


Written = Entry | Backing


def checked(programme: Programme, entry: Entry) -> Entry:
    """The entry as it is kept; DomainError where it says nothing, is too long, or its prompt is gone."""
    return Entry(**{**values(entry), **ideas.said(_given(programme, entry))})


def corrected(entry: Entry, right: Entry) -> Entry:
    """What stands in an entry's place: a slip as it was read once more.

    What somebody wrote at the laptop stays as it is, and may only be said in English too where nobody did yet.
    """
    own = entry.source is Capture.HAND_OVER
    if right.source is not entry.source or (own and (entry.translation or replace(right, translation="") != entry)):
        raise DomainError(
            translate("face_down", "Whoever wrote this wrote it themselves. Their words stay as they are.")
        )
    return right


def may_be_dropped(entry: Entry) -> None:
    """DomainError for what somebody wrote at the laptop: it does not vanish without a trace."""
    if entry.source is Capture.HAND_OVER:
        raise DomainError(
            translate("face_down", "Whoever wrote this wrote it themselves. What worries you can be set aside unseen.")
        )


def turn_over(
    programme: Programme,
    entries: Sequence[Entry],
    *,
    new_ids: Sequence[str],
    at: datetime,
    spots: Sequence[tuple[float, float]],
) -> Outcome:
    """Make ideas of entries, in the order in which they come, all of one time. They belong to nobody."""
    if not entries:
        raise DomainError(translate("face_down", "Nothing lies face down here."))
    given = [_given(programme, entry) for entry in entries]
    return ideas.add(programme, new_ids=new_ids, at=at, given=given, spots=spots)


def take_out(programme: Programme, entry: Entry, *, new_id: str, at: datetime) -> Outcome:
    """Set an entry aside before anybody sees it: it is for the safeguarding lead alone."""
    added = ideas.add(programme, new_ids=[new_id], at=at, given=[_given(programme, entry)], spots=[(0.0, 0.0)])
    aside = replace(added.programme.get(Idea, new_id), set_aside=True, unseen=True)
    editing = Editing(programme)
    editing.add(aside)  # as one edit: it never was on the board
    return editing.outcome()


def count(programme: Programme, backings: Sequence[Backing]) -> Outcome:
    """Add backings to their ideas, students' and adults' apart. Those of an idea that is gone count for nothing."""
    students = Counter(one.idea for one in backings if one.role.is_student)
    adults = Counter(one.idea for one in backings if not one.role.is_student)
    editing = Editing(programme)
    for idea in programme.all(Idea).values():
        editing.set(
            idea,
            students_back=idea.students_back + students[idea.id],
            adults_back=idea.adults_back + adults[idea.id],
        )
    return editing.outcome()


def _given(programme: Programme, entry: Entry) -> Given:
    given = said_to(programme.get(Asked, entry.asked), entry.text, entry.role)
    return replace(given, translation=entry.translation, drawing=entry.drawing)
