"""Choosing: students' backing first, and an idea that the group insists on is never lost."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, History, calm, histories, nothing_yet, often
from workshop_app.domain import answers, honest_no, plans
from workshop_app.domain.answers import Kind
from workshop_app.domain.board import free_spots
from workshop_app.domain.choosing import (
    back,
    by_backing,
    earlier,
    going_forward,
    insist,
    on_their_way,
    short_list,
    take_forward,
)
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Given, Idea, add, on_board, set_idea_aside
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Programme

# For each idea: students' backing, adults' backing, insisted on, set aside.
ballots = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans(), st.booleans()), max_size=12)


def voted(ballot) -> Programme:
    keys = [f"i{number:02}" for number in range(len(ballot))]
    given_ideas = [Given(key, Role.STUDENT) for key in keys]
    programme = add(nothing_yet(), new_ids=keys, at=NOW, given=given_ideas, spots=free_spots([], len(keys))).programme
    for key, (students, adults, insisted, aside) in zip(keys, ballot, strict=True):
        programme = back(programme, key, students=students, adults=adults).programme
        programme = insist(programme, key, insisted).programme
        programme = set_idea_aside(programme, key, "Said twice").programme if aside else programme
    return programme


def weight(idea: Idea) -> tuple[int, int]:
    return (idea.students_back, idea.adults_back)


@often
@given(ballots)
def test_the_most_backed_come_first_and_ties_stay_as_they_were_given(ballot):
    programme = voted(ballot)
    found = by_backing(programme)
    assert sorted(found, key=lambda idea: idea.id) == on_board(programme)
    for one, other in itertools.pairwise(found):
        assert weight(one) > weight(other) or (weight(one) == weight(other) and one.id < other.id)


@often
@given(st.integers(1, 9), st.integers(0, 99))
def test_no_number_of_adults_outvotes_a_student(students, adults):
    programme = voted([(students - 1, adults, False, False), (students, 0, False, False)])
    assert [idea.id for idea in by_backing(programme)] == ["i01", "i00"]


@often
@given(ballots, st.integers(0, 6))
def test_the_short_list_is_the_most_backed_with_ties_and_all_that_are_insisted_on(ballot, most):
    programme = voted(ballot)
    found = short_list(programme, most)
    assert len({idea.id for idea in found}) == len(found)
    on = {idea.id for idea in found}
    backed = [idea for idea in on_board(programme) if any(weight(idea))]
    for idea in on_board(programme):
        ahead = sum(weight(other) > weight(idea) for other in backed)
        assert (idea.id in on) == (idea.insisted or (idea in backed and ahead < most))


@often
@given(ballots, st.integers(0, 6))
def test_on_the_short_list_backing_comes_before_insisting(ballot, most):
    found = short_list(voted(ballot), most)
    chosen = [idea for idea in found if any(weight(idea))][:most]
    assert found[: len(chosen)] == chosen
    for one, other in itertools.pairwise(chosen):
        assert weight(one) >= weight(other)


@often
@given(ballots.filter(bool), st.data())
def test_what_was_taken_forward_goes_and_nothing_else(ballot, data):
    programme = voted(ballot)
    keys = list(programme.all(Idea))
    for _ in range(2):
        chosen = data.draw(st.lists(st.sampled_from(keys), min_size=1))
        programme = take_forward(programme, chosen).programme
        assert {idea.id for idea in programme.all(Idea).values() if idea.forward} == set(chosen)
        assert going_forward(programme) == [idea for idea in by_backing(programme) if idea.id in chosen]
        assert take_forward(programme, list(reversed(chosen))).edits == ()


@often
@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3))))
def test_backing_adds_up_and_never_falls_below_none(given_backing):
    programme = voted([(0, 0, False, False)])
    students = adults = 0
    for more_students, more_adults in given_backing:
        programme = back(programme, "i00", students=more_students, adults=more_adults).programme
        students, adults = max(0, students + more_students), max(0, adults + more_adults)
        assert weight(programme.get(Idea, "i00")) == (students, adults)


@calm
@given(histories())
def test_backing_is_never_negative(past: History):
    assert all(min(weight(idea)) >= 0 for idea in past.end.all(Idea).values())


def test_taking_nothing_forward_is_refused_and_so_is_an_idea_that_is_not_there():
    programme = voted([(1, 0, False, False)])
    for chosen in ([], ["i00", "nobody"]):
        with pytest.raises(DomainError):
            take_forward(programme, chosen)
    for verb in (lambda: back(programme, "nobody", students=1), lambda: insist(programme, "nobody", True)):
        with pytest.raises(DomainError):
            verb()


def test_insisting_twice_is_insisting_once():
    programme = insist(voted([(0, 0, False, False)]), "i00", True).programme
    assert insist(programme, "i00", True).edits == ()
    assert not insist(programme, "i00", False).programme.get(Idea, "i00").insisted


def refused(programme: Programme, key: str) -> Programme:
    because = honest_no.Because.MONEY
    programme = honest_no.open_path(programme, new_id="path", at=NOW, idea_id=key, because=because).programme
    for step in ("need", "students_say"):
        programme = honest_no.fill(programme, "path", step, "said").programme
    return honest_no.settle(programme, "path", new_id="no", at=NOW, kind=Kind.NO, reason="None left").programme


def test_what_was_refused_goes_forward_only_where_the_group_insists():
    programme = refused(voted([(3, 1, False, False), (1, 0, False, False)]), "i00")
    assert [idea.id for idea in short_list(programme, 1)] == ["i01"]
    programme = insist(programme, "i00", True).programme
    assert [idea.id for idea in short_list(programme, 1)] == ["i00"]


def over_two_sessions() -> Programme:
    """The first session's ideas: answered, in a plan, on its way, and still open. The second's: "today", "listed"."""
    sessions = {"answered": "one", "planned": "one", "waits": "one", "open": "one", "today": "two", "listed": None}
    given_ideas = [Given(key, Role.STUDENT, session_id=session) for key, session in sessions.items()]
    spots = free_spots([], len(sessions))
    programme = add(nothing_yet(), new_ids=list(sessions), at=NOW, given=given_ideas, spots=spots).programme
    for key, hands in (("answered", 6), ("planned", 5), ("waits", 4), ("open", 1), ("today", 2)):
        programme = back(programme, key, students=hands).programme
    programme = take_forward(programme, ["answered", "planned", "waits"]).programme
    programme = plans.start(programme, new_id="plan", at=NOW, title="A plan", idea_ids=["planned"]).programme
    return answers.answer(programme, new_id="a", at=NOW, idea_id="answered", kind=Kind.NOT_YET, reason="May").programme


def ids(found: list[Idea]) -> list[str]:
    return [idea.id for idea in found]


def test_an_idea_of_an_earlier_session_is_one_that_was_given_in_another():
    programme = over_two_sessions()
    assert ids(earlier(programme, "two")) == ["answered", "planned", "waits", "open"]
    assert ids(earlier(programme, "one")) == ["today"]
    assert earlier(programme, None) == []


def test_where_a_session_has_no_ideas_of_its_own_none_is_earlier():
    keys = ["old", "older"]
    given_ideas = [Given(key, Role.STUDENT, session_id="one") for key in keys]
    programme = add(nothing_yet(), new_ids=keys, at=NOW, given=given_ideas, spots=free_spots([], 2)).programme
    assert earlier(programme, "two") == []


def test_what_became_of_earlier_ideas_makes_room_for_those_of_today():
    programme = over_two_sessions()
    assert ids(short_list(programme, 1, "two")) == ["today"]
    assert ids(short_list(programme, 3, "two")) == ["today", "open"]
    for key in ("answered", "planned", "waits"):
        programme = insist(programme, key, True).programme
    assert ids(short_list(programme, 3, "two")) == ["answered", "waits", "today"]  # what is planned already stays out


def test_what_still_waits_is_on_its_way():
    programme = over_two_sessions()
    assert ids(on_their_way(programme, "two")) == ["waits"]
    agreed = answers.answer(programme, new_id="b", at=NOW, idea_id="answered", kind=Kind.YES).programme
    assert ids(on_their_way(agreed, "two")) == ["answered", "waits"]
    assert on_their_way(programme, "one") == []
