"""The school, the people of the group, and the sessions they meet in."""

from collections.abc import Iterator
from functools import partial
from itertools import product
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.possible.registry import (
    NOW,
    PRIVATE_NAME,
    PRIVATE_NOTE,
    Do,
    days,
    fresh,
    line,
    one_of,
    operation,
    roles,
    some,
    typed,
)
from workshop_app.domain import people, sessions
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Programme, rename_school
from workshop_app.domain.sessions import Asked, Session


def a_name(key: str, words: str = "") -> str:
    """A name that nobody else has: the end of an id is never given twice."""
    return f"{words} {PRIVATE_NAME} {key[-12:]}"


def asked(counter: Iterator[int], session_id: str, number: int, place: int) -> Asked:
    """Prompt `number` of a small bank, as it is asked in a session."""
    return Asked(
        fresh(counter),
        session_id,
        f"prompt-{number}",
        f"aspect-{number % 3}",
        f"Aspect {number % 3}",
        f"label {number}",
        "days",
        f"What would prompt {number} change?",
        f"What about {number}?",
        f"{PRIVATE_NOTE} {number}",
        place,
    )


def here(programme: Programme) -> list[Person]:
    return [person for person in programme.all(Person).values() if not person.left]


def gone(programme: Programme) -> list[Person]:
    return [person for person in programme.all(Person).values() if person.left]


def students(programme: Programme) -> list[Person]:
    return [person for person in here(programme) if person.role.is_student]


def meetings(programme: Programme) -> list[tuple[str, Person]]:
    return list(product(programme.all(Session), students(programme)))


@operation("rename-school")
def rename(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    return partial(rename_school, school=line(draw, counter), year=one_of(draw, ["2026–27", "2027–28"]))


@operation("add-person")
def add_person(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    key = fresh(counter)
    return partial(people.add_person, new_id=key, at=NOW, name=a_name(key, draw(typed)), role=draw(roles))


@operation("rename-person", here)
def rename_person(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Person) -> Do:
    return partial(people.rename_person, person_id=one.id, name=a_name(fresh(counter), draw(typed)))


@operation("change-role", here)
def change_role(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Person) -> Do:
    return partial(people.change_role, person_id=one.id, role=draw(roles))


@operation("leave-group", here)
def leave_group(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Person) -> Do:
    return partial(people.leave_group, person_id=one.id)


@operation("come-back", gone)
def come_back(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Person) -> Do:
    return partial(people.come_back, person_id=one.id)


@operation("prepare-session", students)
def prepare(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Person) -> Do:
    key = fresh(counter)
    return partial(sessions.prepare, new_id=key, at=NOW, **_meeting(draw, programme, counter, key, one))


@operation("rearrange-session", meetings)
def rearrange(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[str, Person]) -> Do:
    key, student = one
    return partial(sessions.rearrange, session_id=key, **_meeting(draw, programme, counter, key, student))


def _meeting(
    draw: DrawFn, programme: Programme, counter: Iterator[int], session_id: str, student: Person
) -> dict[str, Any]:
    others = [person for person in here(programme) if person.id != student.id]
    numbers = draw(st.lists(st.integers(1, 6), min_size=1, max_size=3, unique=True))
    return {
        "held_on": draw(days),
        "minutes": draw(st.integers(sessions.SHORTEST, sessions.LONGEST)),
        "present": [student.id, *some(draw, others)],
        "prompts": [asked(counter, session_id, number, place) for place, number in enumerate(numbers)],
    }
