"""How far an idea has come is read from what happened to it, and a push changes just what tells its stage."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, History, calm, histories
from workshop_app.domain import answers, ideas, plans, stage
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.stage import Stage


def stage_of(programme: Programme, idea_id: str) -> Stage:
    return stage.of(programme.get(Idea, idea_id), answers.by_idea(programme), plans.planned(programme))


@calm
@given(histories(), st.sampled_from(Stage))
def test_a_push_brings_an_idea_to_that_stage_or_says_why_not(past: History, to: Stage):
    for idea in ideas.on_board(past.end):
        try:
            after = stage.move(past.end, idea.id, to).programme
        except DomainError as error:
            assert str(error)
            continue
        assert stage_of(after, idea.id) is to
        own = {"talked", "forward"}
        before, now = past.end.get(Idea, idea.id), after.get(Idea, idea.id)
        assert now == replace(before, **{name: getattr(now, name) for name in own})
        assert {key: one for key, one in after.all(Idea).items() if key != idea.id} == {
            key: one for key, one in past.end.all(Idea).items() if key != idea.id
        }


@calm
@given(histories())
def test_among_the_first_three_every_push_is_free(past: History):
    for idea in ideas.on_board(past.end):
        if stage_of(past.end, idea.id) in (Stage.NEW, Stage.TALKED, Stage.CHOSEN):
            for to in (Stage.NEW, Stage.TALKED, Stage.CHOSEN):
                assert stage_of(stage.move(past.end, idea.id, to).programme, idea.id) is to


def test_a_plan_takes_it_in_and_lets_it_go(two_ideas: Programme):
    begun = plans.start(two_ideas, new_id="p", at=NOW, title="Plan", idea_ids=["a"]).programme
    both = stage.move(begun, "b", Stage.PLANNED).programme
    assert both.get(Plan, "p").idea_ids == ("a", "b")
    one = stage.move(both, "a", Stage.CHOSEN).programme
    assert one.get(Plan, "p").idea_ids == ("b",)
    with pytest.raises(DomainError, match="alone"):
        stage.move(one, "b", Stage.NEW)


def test_without_a_plan_or_with_two_it_is_not_ours_to_guess(two_ideas: Programme):
    with pytest.raises(DomainError, match="no plan"):
        stage.move(two_ideas, "b", Stage.PLANNED)
    for key in ("p", "q"):
        two_ideas = plans.start(two_ideas, new_id=key, at=NOW, title=f"Plan {key}", idea_ids=["a"]).programme
    with pytest.raises(DomainError, match="several"):
        stage.move(two_ideas, "b", Stage.PLANNED)


def test_an_answer_comes_with_its_reason_and_goes_the_same_way(two_ideas: Programme):
    with pytest.raises(DomainError, match="reason"):
        stage.move(two_ideas, "a", Stage.ANSWERED)
    given_one = answers.answer(two_ideas, new_id="x", at=NOW, idea_id="a", kind=Kind.YES).programme
    assert stage_of(given_one, "a") is Stage.ANSWERED
    with pytest.raises(DomainError, match="Take the answer back"):
        stage.move(given_one, "a", Stage.NEW)


@pytest.fixture
def two_ideas() -> Programme:
    from tests.strategies import nothing_yet
    from workshop_app.domain.people import Role

    said = [ideas.Given("One", Role.STUDENT), ideas.Given("Two", Role.STUDENT)]
    return ideas.add(nothing_yet(), new_ids=["a", "b"], at=NOW, given=said, spots=[(0, 0), (220, 0)]).programme
