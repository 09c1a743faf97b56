"""One answer counts for an idea, and every answer but yes has a reason."""

import pytest
from hypothesis import given

from tests.domain.small import small, undone
from tests.strategies import NOW, History, calm, histories
from workshop_app.domain import answers, honest_no
from workshop_app.domain.answers import Answer, Kind, answer_to, by_idea
from workshop_app.domain.errors import DomainError
from workshop_app.domain.honest_no import Because, HonestNo
from workshop_app.domain.ideas import Idea
from workshop_app.domain.programme import Outcome, Programme

NEW = {"new_id": "n", "at": NOW}


WITHOUT_PATH = [kind for kind in Kind if kind is not Kind.NO]


def answered(programme: Programme, new_id: str, kind: Kind, reason: str = "Not ours", to: str = "Governors") -> Outcome:
    return answers.answer(programme, new_id=new_id, at=NOW, idea_id="a", kind=kind, reason=reason, passed_to=to)


@calm
@given(histories())
def test_one_answer_counts_at_most_and_none_is_lost(past: History):
    for programme in past.states:
        standing = [one for one in programme.all(Answer).values() if not one.withdrawn]
        assert len({one.idea_id for one in standing}) == len(standing)
        assert by_idea(programme) == {key: one for key in programme.all(Idea) if (one := answer_to(programme, key))}
        assert all(one.reason for one in standing if one.kind is not Kind.YES)
        assert all(bool(one.passed_to) is (one.kind is Kind.PASSED_ON) for one in standing)
    for step in past.steps:
        assert set(step.before.all(Answer)) <= set(step.outcome.programme.all(Answer))


@pytest.mark.parametrize("kind", [kind for kind in WITHOUT_PATH if kind is not Kind.YES])
def test_no_answer_but_yes_goes_without_a_reason(kind):
    with pytest.raises(DomainError, match="The reason is still empty"):
        answered(small(), "n", kind, " \n ")
    assert answered(small(), "n", kind).programme.get(Answer, "n").reason == "Not ours"


def test_a_plain_yes_needs_none():
    assert answered(small(), "n", Kind.YES, "").programme.get(Answer, "n").reason == ""
    assert {kind for kind in Kind if not kind.needs_reason} == {Kind.YES}


def test_what_is_passed_on_goes_to_somebody_and_nothing_else_does():
    with pytest.raises(DomainError, match="To whom it goes on is still empty"):
        answered(small(), "n", Kind.PASSED_ON, to=" ")
    assert answered(small(), "n", Kind.PASSED_ON).programme.get(Answer, "n").passed_to == "Governors"
    assert answered(small(), "n", Kind.NOT_YET).programme.get(Answer, "n").passed_to == ""


def test_only_what_there_is_can_be_answered():
    with pytest.raises(DomainError):
        answers.answer(small(), **NEW, idea_id="nowhere", kind=Kind.YES)
    with pytest.raises(DomainError):
        answers.withdraw_answer(small(), "nowhere")


def test_another_answer_takes_the_place_of_the_one_before_which_stays_on_record():
    first = answered(small(), "first", Kind.NOT_YET).programme
    outcome = answered(first, "second", Kind.YES)
    assert answer_to(outcome.programme, "a") == outcome.programme.get(Answer, "second")
    assert outcome.programme.get(Answer, "first").withdrawn
    assert undone(outcome) == first
    waiting = answers.withdraw_answer(outcome.programme, "second").programme
    assert answer_to(waiting, "a") is None
    assert answer_to(outcome.programme, "b") is None


def on_the_way(*steps: str) -> Programme:
    programme = honest_no.open_path(small(), new_id="path", at=NOW, idea_id="a", because=Because.MONEY).programme
    for step in steps:
        programme = honest_no.fill(programme, "path", step, f"about {step}").programme
    return programme


def settled(programme: Programme) -> Outcome:
    return honest_no.settle(programme, "path", **NEW, kind=Kind.NOT_YET, reason="No money", by="The head")


@calm
@given(histories())
def test_an_idea_has_one_path_at_most_and_a_settled_one_has_its_answer(past: History):
    for programme in past.states:
        standing = [one for one in programme.all(HonestNo).values() if not one.dropped]
        assert len({one.idea_id for one in standing}) == len(standing)
        assert honest_no.by_idea(programme) == {
            key: one for key in programme.all(Idea) if (one := honest_no.path_of(programme, key))
        }
        assert all(answer_to(programme, one.idea_id) for one in standing if one.settled)


def test_the_path_ends_with_an_answer_that_has_a_reason():
    outcome = settled(on_the_way("need", "students_say"))
    assert honest_no.path_of(outcome.programme, "a").settled
    assert answer_to(outcome.programme, "a") == Answer("n", "a", Kind.NOT_YET, "No money", "The head", "", NOW)
    assert undone(outcome) == on_the_way("need", "students_say")


@pytest.mark.parametrize("steps", [(), ("need",), ("students_say",), ("who_could_change", "small_try")])
def test_neither_the_need_nor_what_students_say_is_left_out(steps):
    with pytest.raises(DomainError, match="Write down first"):
        settled(on_the_way(*steps))


def test_a_path_that_cannot_be_settled_stays_open():
    with pytest.raises(DomainError, match="The reason is still empty"):
        honest_no.settle(on_the_way("need", "students_say"), "path", **NEW, kind=Kind.NO)


def test_without_its_answer_the_path_is_open_again():
    programme = settled(on_the_way("need", "students_say")).programme
    outcome = answers.withdraw_answer(programme, "n")
    assert not honest_no.path_of(outcome.programme, "a").settled
    assert undone(outcome) == programme
    again = settled_again = answered(programme, "second", Kind.YES).programme
    assert honest_no.path_of(settled_again, "a").settled
    assert answers.withdraw_answer(again, "n").edits == ()  # it counts no more already


def test_a_no_comes_at_the_end_of_the_path_and_never_before():
    honest = "A no takes the honest path"
    for programme in (small(), on_the_way("need", "students_say")):
        with pytest.raises(DomainError, match=honest):
            answered(programme, "n", Kind.NO, "Policy says no")
    settling = honest_no.settle(on_the_way("need", "students_say"), "path", **NEW, kind=Kind.NO, reason="Law")
    programme = settling.programme
    assert answer_to(programme, "a").kind is Kind.NO
    assert answer_to(answered(programme, "m", Kind.NO, "The law").programme, "a").reason == "The law"  # it was walked
    with pytest.raises(DomainError, match=honest):
        answered(answers.withdraw_answer(programme, "n").programme, "m", Kind.NO)


def test_where_nothing_is_in_the_way_after_all_no_is_not_the_answer():
    programme = on_the_way("need", "students_say")
    refused = honest_no.settle(programme, "path", **NEW, kind=Kind.NO, reason="Law").programme
    dropped = honest_no.drop_path(refused, "path")
    assert answer_to(dropped.programme, "a") is None
    assert undone(dropped) == refused
    later = honest_no.drop_path(settled(programme).programme, "path").programme
    assert answer_to(later, "a").kind is Kind.NOT_YET


@calm
@given(histories())
def test_no_idea_was_ever_refused_without_its_path(past: History):
    for programme in past.states:
        paths = honest_no.by_idea(programme)
        refused = [one.idea_id for one in by_idea(programme).values() if one.kind is Kind.NO]
        assert set(refused) <= set(paths)


def test_something_else_in_the_way_is_the_same_path():
    programme = settled(on_the_way("need", "students_say")).programme
    other = honest_no.open_path(programme, new_id="m", at=NOW, idea_id="a", because=Because.TIME).programme
    path = honest_no.path_of(other, "a")
    assert (path.id, path.because, path.need, path.settled) == ("path", Because.TIME, "about need", False)
    gone = honest_no.drop_path(other, "path").programme
    assert honest_no.path_of(gone, "a") is None
    anew = honest_no.open_path(gone, new_id="m", at=NOW, idea_id="a", because=Because.TIME).programme
    assert (honest_no.path_of(anew, "a").id, honest_no.path_of(anew, "a").need) == ("m", "")


def test_only_the_steps_of_the_path_can_be_filled():
    for step in honest_no.STEPS:
        assert getattr(on_the_way(step).get(HonestNo, "path"), step) == f"about {step}"
    with pytest.raises(ValueError, match="settled"):
        honest_no.fill(on_the_way(), "path", "settled", "yes")


def test_every_answer_and_every_reason_has_a_name_of_its_own():
    assert len({answers.name(kind) for kind in Kind}) == len(Kind)
    assert len({honest_no.name(because) for because in Because}) == len(Because)
