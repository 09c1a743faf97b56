"""Which questions are due in a session: a few, in turn, and the two large ones about once in each half of the year.

It depends on nothing but the programme, so it is the same however often it is asked. A question that was skipped left
nothing behind: another takes its turn, and it comes round again.
"""

from dataclasses import dataclass

from workshop_app.domain import headcounts, school_promise
from workshop_app.domain.headcounts import KEYS, STAFF_TOO, Family, Headcount, Side
from workshop_app.domain.programme import Programme
from workshop_app.domain.school_promise import SchoolPromise
from workshop_app.domain.sessions import Session


@dataclass(frozen=True, slots=True)
class Turn:
    """One question to one side."""

    question: str
    side: Side = Side.STUDENTS


def due(programme: Programme, session_id: str) -> tuple[Turn, ...]:
    """What a session asks, in order, whether it was counted there already or not.

    One of Lundy's four; a face question to students, then to staff; and from the second session on, where this half
    of the school year has not seen them in an earlier session, the ladder or else what the school promised.
    """
    session = programme.get(Session, session_id)
    before = _counted_before(programme, session)
    turns = [Turn(_in_turn(Family.LUNDY, session.number, before))]
    turns += with_staff(_in_turn(Family.HELP, session.number, before))
    if session.number > 1:
        turns += _large(programme, session, before)
    return tuple(turns)


def with_staff(question: str) -> list[Turn]:
    """A question to students, then to staff where they are asked it too."""
    staff = headcounts.family_of(question) in STAFF_TOO
    return [Turn(question), *([Turn(question, Side.STAFF)] if staff else [])]


def promised(programme: Programme) -> tuple[str, ...]:
    """The questions about what the school has signed; none about a gap."""
    promise = signed_promise(programme)
    return tuple(headcounts.about_promise(field) for field in school_promise.items(promise))


def signed_promise(programme: Programme) -> SchoolPromise | None:
    """What the school signed last: it holds while a new one is being written. None before the first."""
    signed = school_promise.signed(programme)
    return signed[-1] if signed else None


def _counted_before(programme: Programme, session: Session) -> list[Headcount]:
    """What students were counted for in sessions before this one."""
    sessions = programme.all(Session)
    earlier = {key for key, one in sessions.items() if one.number < session.number}
    return [one for one in headcounts.standing(programme) if one.side is Side.STUDENTS and one.session_id in earlier]


def _in_turn(family: Family, number: int, before: list[Headcount]) -> str:
    """Of those that were asked least, the first from the session's own place on."""
    keys = KEYS[family]
    first = (number - 1) % len(keys)
    asked = [one.question for one in before]
    return min((*keys[first:], *keys[:first]), key=asked.count)


def _large(programme: Programme, session: Session, before: list[Headcount]) -> list[Turn]:
    half = headcounts.half_year(session.held_on)
    seen = {one.question for one in before if headcounts.half_year(headcounts.day_of(programme, one)) == half}
    if not seen.intersection(KEYS[Family.LADDER]):
        return with_staff(KEYS[Family.LADDER][0])
    kept = promised(programme)
    return [] if seen.intersection(kept) else [Turn(key) for key in kept]
