"""Head-counts know how many, never who; and of fewer than five nothing is shown, whatever was counted beside it."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.small import meeting, small, undone
from tests.strategies import NOW, History, calm, histories, often
from workshop_app.domain import headcounts, sessions
from workshop_app.domain.errors import DomainError
from workshop_app.domain.headcounts import ANSWERS, KEYS, SHOWN_FROM, Family, Headcount, Side
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Outcome, Programme, values

QUESTIONS = [(family, key) for family, keys in KEYS.items() for key in keys]
ASKED = [(key, side) for family, key in QUESTIONS for side in Side if side is Side.STUDENTS or family in (Family.HELP,)]


def counted(programme: Programme, new_id: str, question: str, *counts: int, **other: object) -> Outcome:
    what = {"side": Side.STUDENTS, "session_id": "s", **other}
    return headcounts.count(programme, new_id=new_id, at=NOW, question=question, counts=counts, **what)


def rungs(*counts: int) -> tuple[int, ...]:
    return (*counts, *(0,) * (8 - len(counts)))


@calm
@given(histories())
def test_no_count_is_below_none_and_none_knows_a_person(past: History):
    for programme in past.states[::4]:
        people = set(programme.all(Person)) | {one.name for one in programme.all(Person).values()}
        for one in programme.all(Headcount).values():
            assert len(one.counts) == ANSWERS[headcounts.family_of(one.question)]
            assert all(0 <= number <= headcounts.MOST for number in one.counts)
            assert any(one.counts)
            assert people.isdisjoint(map(str, values(one).values()))


def test_a_count_has_no_room_for_a_person():
    kept = {one.name for one in fields(Headcount)}
    assert kept == {"id", "question", "side", "counts", "added_at", "session_id", "withdrawn"}


many = st.lists(st.tuples(st.sampled_from(ASKED), st.lists(st.integers(0, 4), min_size=8, max_size=8)), max_size=12)


@often
@given(many)
def test_below_five_nothing_is_shown_whatever_was_counted_beside_it(told: list):
    programme = small()
    for number, ((question, side), numbers) in enumerate(told):
        counts = numbers[: ANSWERS[headcounts.family_of(question)]]
        if any(counts):
            session = "s" if number % 2 else None
            programme = counted(programme, f"c{number}", question, *counts, side=side, session_id=session).programme
    kept = headcounts.standing(programme)
    large = [(one.question, one.side, one.counts) for one in kept if sum(one.counts) >= SHOWN_FROM]
    made = headcounts.pictures(programme)
    shown = [(one.question, one.side, point.counts) for one in made for point in one.points]
    assert sorted(shown) == sorted(large)
    assert sum(one.unshown for one in made) == len(kept) - len(large)


def test_four_are_not_shown_and_five_are():
    few = counted(small(), "c", "lundy/space", 2, 1, 1).programme
    assert [(one.points, one.unshown) for one in headcounts.pictures(few)] == [((), 1)]
    five = counted(few, "d", "lundy/space", 3, 1, 1).programme
    (shown,) = headcounts.pictures(five)
    assert [(one.number, one.counts) for one in shown.points] == [(1, (3, 1, 1))]
    assert shown.unshown == 0


def test_a_second_count_in_a_session_takes_the_place_of_the_first_in_one_step():
    first = counted(small(), "c", "help/hope", 1, 2, 3, 0, 0).programme
    again = counted(first, "d", "help/hope", 0, 2, 4, 0, 0)
    assert [one.id for one in headcounts.of_question(again.programme, "help/hope")] == ["d"]
    assert undone(again).tables == first.tables
    beside = counted(again.programme, "e", "help/hope", 5, 0, 0, 0, 0, side=Side.STAFF).programme
    assert [one.id for one in headcounts.standing(beside)] == ["d", "e"]


def test_students_rate_the_ladder_first():
    with pytest.raises(DomainError, match="Students rate first"):
        counted(small(), "c", "ladder", *rungs(0, 5), side=Side.STAFF)
    programme = counted(small(), "c", "ladder", *rungs(0, 2, 2)).programme
    programme = counted(programme, "d", "ladder", *rungs(0, 0, 0, 6), side=Side.STAFF).programme
    assert all(not one.points for one in headcounts.pictures(programme))  # never the adults' rating alone
    programme = counted(programme, "e", "ladder", *rungs(0, 3, 3)).programme
    assert [one.side for one in headcounts.pictures(programme) if one.points] == [Side.STUDENTS, Side.STAFF]
    without = headcounts.take_count_back(programme, "e").programme
    assert headcounts.standing(without) == []


def test_what_can_not_be_a_count_is_refused():
    for counts, sentence in (((0, 0, 0), "skip"), ((3, -1, 0), "from 0"), ((501, 0, 0), "from 0")):
        with pytest.raises(DomainError, match=sentence):
            counted(small(), "c", "lundy/space", *counts)
    for question, counts, side in (
        ("lundy/space", (1, 2), Side.STUDENTS),
        ("lundy/space", (1, 2, 3), Side.STAFF),
        ("ana", (1, 2, 3), Side.STUDENTS),
    ):
        with pytest.raises(ValueError, match=question):
            counted(small(), "c", question, *counts, side=side)
    with pytest.raises(DomainError):
        counted(small(), "c", "lundy/space", 5, 0, 0, session_id="another")


def test_a_year_has_two_halves():
    days = (date(2026, 7, 31), date(2026, 8, 1), date(2027, 1, 31), date(2027, 2, 1))
    assert [headcounts.half_year(day) for day in days] == [
        ("2025–26", 2),
        ("2026–27", 1),
        ("2026–27", 1),
        ("2026–27", 2),
    ]


def test_pictures_go_by_the_day_of_the_session():
    later = meeting(held_on=date(2026, 12, 1))
    programme = sessions.prepare(small(), new_id="t", at=NOW, **later).programme
    programme = counted(programme, "c", "lundy/voice", 5, 0, 0, session_id="t").programme
    programme = counted(programme, "d", "lundy/voice", 0, 5, 0).programme
    (shown,) = headcounts.pictures(programme)
    assert [(one.number, one.on, one.counts) for one in shown.points] == [
        (1, date(2026, 9, 14), (0, 5, 0)),
        (2, date(2026, 12, 1), (5, 0, 0)),
    ]
