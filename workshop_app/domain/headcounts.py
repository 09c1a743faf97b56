"""Questions that a group answers by head-count: hands or dots are counted, and nobody is asked by name.

What is kept is how many chose each answer, never who did. Below `SHOWN_FROM` respondents nothing of it is shown, to
nobody: of so few, each could be told. It is neither added up nor set beside another count to come to five.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workshop_app.domain import school_promise
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Editing, Outcome, Programme, school_year
from workshop_app.domain.sessions import Session
from workshop_app.words import translate

SHOWN_FROM = 5  # respondents in all: fewer could be told apart
MOST = 500  # heads in one answer


class Side(StrEnum):
    """Who was asked."""

    STUDENTS = "students"
    STAFF = "staff"


class Family(StrEnum):
    """What a question is part of: the first word of its key."""

    LUNDY = "lundy"  # a place to think, a voice, somebody who listens, and what comes of it
    LADDER = "ladder"  # Hart's ladder: how much adults leave to students
    PROMISE = "promise"  # whether the school kept what it promised first
    HELP = "help"  # how it is to be here


def about_promise(field: str) -> str:
    """The question whether one of `school_promise.FIELDS` was kept."""
    return f"{Family.PROMISE}/{field}"


# The keys of every question, in the order in which they take turns.
KEYS: Mapping[Family, tuple[str, ...]] = {
    Family.LUNDY: ("lundy/space", "lundy/voice", "lundy/audience", "lundy/influence"),
    Family.LADDER: ("ladder",),
    Family.PROMISE: tuple(about_promise(field) for field in school_promise.FIELDS),
    Family.HELP: ("help/belonging", "help/heard", "help/effort", "help/fairness", "help/hope"),
}
# How many answers each has: yes, partly, no; the rungs from the lowest up; faces from the gladdest down.
ANSWERS: Mapping[Family, int] = {Family.LUNDY: 3, Family.LADDER: 8, Family.PROMISE: 3, Family.HELP: 5}
STAFF_TOO = (Family.LADDER, Family.HELP)  # what adults are asked beside the students, who come first


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


@dataclass(frozen=True, slots=True)
class Point:
    """One count that may be shown: of at least `SHOWN_FROM`. `number` is its session's, 0 where it was in none."""

    number: int
    on: date
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What one side said to one question over the year. `unshown` counts were of too few to be shown."""

    question: str
    side: Side
    points: tuple[Point, ...]
    unshown: int


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
    """Keep a head-count, in place of what the same side said to it in the same session.

    DomainError if nobody was counted, a number can't be one, or adults would rate the ladder before students did;
    ValueError for a question that there is not, or that this side is not asked.
    """
    family = family_of(question)
    if len(counts) != ANSWERS[family] or (side is Side.STAFF and family not in STAFF_TOO):
        raise ValueError(f"{question} is not asked so")
    if any(not 0 <= one <= MOST for one in counts):
        raise DomainError(translate("headcounts", "A head-count is from 0 to {most}.", most=MOST))
    if not any(counts):
        raise DomainError(translate("headcounts", "Count at least one answer, or skip the question."))
    if session_id is not None:
        programme.get(Session, session_id)
    if family is Family.LADDER and side is Side.STAFF and not in_session(programme, session_id, question):
        raise DomainError(translate("headcounts", "Students rate first. Adults may do so beside them."))
    editing = Editing(programme)
    if session_id is not None:
        for before in in_session(programme, session_id, question, side):
            editing.set(before, withdrawn=True)
    editing.add(Headcount(new_id, question, side, tuple(counts), at, session_id))
    return editing.outcome()


def take_count_back(programme: Programme, headcount_id: str) -> Outcome:
    """A count was wrong. What adults said of the ladder beside it goes with it: they are never asked alone."""
    editing = Editing(programme)
    wrong = programme.get(Headcount, headcount_id)
    editing.set(wrong, withdrawn=True)
    if wrong.side is Side.STUDENTS and wrong.question in KEYS[Family.LADDER]:
        for beside in in_session(programme, wrong.session_id, wrong.question, Side.STAFF):
            editing.set(beside, withdrawn=True)
    return editing.outcome()


def family_of(question: str) -> Family:
    """What a question is part of; ValueError where there is no such question."""
    found = next((family for family, keys in KEYS.items() if question in keys), None)
    if found is None:
        raise ValueError(f"there is no question {question!r}")
    return found


def standing(programme: Programme) -> list[Headcount]:
    """Every count that was not taken back, the oldest first; none of a question that we do not know."""
    known = {key for keys in KEYS.values() for key in keys}
    return [one for one in programme.all(Headcount).values() if not one.withdrawn and one.question in known]


def of_question(programme: Programme, question: str, side: Side = Side.STUDENTS) -> list[Headcount]:
    """Every count of a question by one side, the oldest first."""
    return [one for one in standing(programme) if one.question == question and one.side is side]


def in_session(
    programme: Programme, session_id: str | None, question: str, side: Side = Side.STUDENTS
) -> list[Headcount]:
    """The counts of a question by one side in one session, or in none."""
    return [one for one in of_question(programme, question, side) if one.session_id == session_id]


def here(programme: Programme, session_id: str, side: Side) -> int:
    """How many of one side are here in a session, as far as that was said; 0 where it was not."""
    session, known = programme.all(Session).get(session_id), programme.all(Person)
    present = [known[key] for key in session.present if key in known] if session is not None else []
    return sum(one.role.is_student is (side is Side.STUDENTS) for one in present)


def half_year(day: date) -> tuple[str, int]:
    """The school year and the half of it that a day lies in: from August the first, from February the second."""
    return school_year(day), 1 if day.month >= 8 or day.month == 1 else 2


def day_of(programme: Programme, one: Headcount) -> date:
    """The day of its session; where it was in none, the day on which it was put down."""
    session = programme.all(Session).get(one.session_id) if one.session_id is not None else None
    return session.held_on if session is not None else one.added_at.date()


def pictures(programme: Programme) -> tuple[Picture, ...]:
    """Everything that may be shown of the year, by question in the order of `KEYS`, students first.

    Adults' rating of the ladder is only there beside a students' rating that is shown.
    """
    made = []
    for question in (key for keys in KEYS.values() for key in keys):
        for side in Side:
            counted = of_question(programme, question, side)
            shown = [one for one in counted if _may_be_shown(programme, one)]
            points = sorted((_point(programme, one) for one in shown), key=lambda point: (point.on, point.number))
            if counted:
                made.append(Picture(question, side, tuple(points), len(counted) - len(shown)))
    return tuple(made)


def _may_be_shown(programme: Programme, one: Headcount) -> bool:
    family = family_of(one.question)
    if len(one.counts) != ANSWERS[family] or sum(one.counts) < SHOWN_FROM:
        return False
    if family is not Family.LADDER or one.side is Side.STUDENTS:
        return True
    beside = in_session(programme, one.session_id, one.question)
    return any(_may_be_shown(programme, students) for students in beside)


def _point(programme: Programme, one: Headcount) -> Point:
    session = programme.all(Session).get(one.session_id) if one.session_id is not None else None
    return Point(session.number if session is not None else 0, day_of(programme, one), one.counts)
