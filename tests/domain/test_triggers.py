"""What enough of the group back must be answered, by somebody who is named and by a day."""

from datetime import timedelta

import pytest
from hypothesis import given

from tests.domain.promised import DUE, answered, promised, pulled
from tests.strategies import TODAY, History, calm, histories
from workshop_app.domain import choosing, ideas, school_promise, through_plans, triggers
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.triggers import Trigger


def test_the_number_that_the_school_agreed_to_makes_a_trigger():
    programme = promised()
    assert [one.id for one in triggers.ready(programme)] == ["a"]
    assert triggers.may_be_pulled(programme, programme.get(Idea, "a"))
    assert pulled(programme).get(Trigger, "trigger").needed == 3
    with pytest.raises(DomainError, match="It takes 3"):
        pulled(programme, idea_id="b")


def test_without_a_number_nothing_can_be_demanded():
    assert triggers.ready(promised(backers=0)) == []
    with pytest.raises(DomainError, match="part of its promise"):
        pulled(promised(backers=0))


def test_it_is_demanded_once_by_a_day_to_come_and_from_somebody():
    programme = promised()
    with pytest.raises(DomainError, match="That day is over"):
        pulled(programme, due=TODAY - timedelta(days=1))
    with pytest.raises(DomainError, match="Who decides is still empty"):
        pulled(programme, decider=" ")
    programme = pulled(programme)
    with pytest.raises(DomainError, match="must be answered already"):
        pulled(programme, new_id="again")
    assert triggers.ready(programme) == []
    again = triggers.take_trigger_back(programme, "trigger").programme
    assert [one.id for one in triggers.ready(again)] == ["a"]


def test_what_has_its_answer_is_not_demanded():
    with pytest.raises(DomainError, match="has its answer already"):
        pulled(answered(promised()))
    assert triggers.ready(answered(promised())) == []


def test_it_is_overdue_from_the_day_after_until_it_is_answered():
    programme = pulled(promised())
    assert triggers.overdue(programme, DUE) == []
    [late] = triggers.overdue(programme, DUE + timedelta(days=1))
    assert late.id == "trigger"
    assert triggers.overdue(answered(programme), DUE + timedelta(days=9)) == []
    assert triggers.waiting(answered(programme)) == []


def test_what_was_set_aside_is_demanded_of_nobody():
    programme = pulled(promised())
    assert triggers.waiting(ideas.take_unseen(programme, "a").programme) == []
    gone = ideas.set_idea_aside(promised(), "a", "Said twice").programme
    with pytest.raises(DomainError):
        pulled(gone)


def test_the_day_follows_from_the_promise_or_is_two_weeks_away():
    assert (triggers.due_from(school_promise.promise(promised()), TODAY) - TODAY).days == 10
    assert (triggers.due_from(None, TODAY) - TODAY).days == triggers.USUAL_DAYS


def test_more_backing_later_changes_nothing_that_was_demanded():
    programme = choosing.back(pulled(promised()), "a", students=-2).programme
    assert [one.id for one in triggers.waiting(programme)] == ["trigger"]


@calm
@given(histories())
def test_what_waits_has_no_answer_and_what_is_ready_is_not_demanded(past: History):
    for programme in past.states:
        heard = through_plans.heard(programme)
        waits = triggers.waiting(programme)
        assert not {one.idea_id for one in waits} & heard
        assert [one.due for one in waits] == sorted(one.due for one in waits)
        ready = triggers.ready(programme)
        assert all(triggers.may_be_pulled(programme, one) for one in ready)
        assert not {one.id for one in ready} & (heard | {one.idea_id for one in waits})
