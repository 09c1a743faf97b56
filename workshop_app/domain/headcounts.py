"""Questions that a group answers by head-count: hands or dots are counted, and nobody is asked by name.

What is kept is how many chose each answer, never who did. Pictures show nothing below `SHOWN_FROM` respondents.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.words import translate

SHOWN_FROM = 5  # respondents in all: fewer could be told apart
MOST = 500  # heads in one answer


class Side(StrEnum):
    """Who was asked."""

    STUDENTS = "students"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many chose each answer of a question, in the question's own order. `question` is its key."""

    id: str
    question: str
    side: Side
    counts: tuple[int, ...]
    added_at: datetime
    session_id: str | None = None
    withdrawn: bool = False


def count(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    question: str,
    side: Side,
    counts: Sequence[int],
    session_id: str | None = None,
) -> Outcome:
    """Keep a head-count; DomainError if nobody was counted or a number can't be one."""
    if not any(counts):
        raise DomainError(translate("headcounts", "Count at least one answer, or skip the question."))
    if any(not 0 <= one <= MOST for one in counts):
        raise DomainError(translate("headcounts", "A head-count is from 0 to {most}.", most=MOST))
    editing = Editing(programme)
    editing.add(Headcount(new_id, question, side, tuple(counts), at, session_id))
    return editing.outcome()


def take_count_back(programme: Programme, headcount_id: str) -> Outcome:
    """A count was wrong."""
    editing = Editing(programme)
    editing.set(programme.get(Headcount, headcount_id), withdrawn=True)
    return editing.outcome()


def of_question(programme: Programme, question: str) -> list[Headcount]:
    """Every count of a question, the oldest first."""
    return [one for one in programme.all(Headcount).values() if one.question == question and not one.withdrawn]
