"""The school promises first: gaps show, a signature belongs to what was written, and the promise names who decides."""

import pytest
from hypothesis import given

from tests.domain.promised import LINES, promised, signed
from tests.domain.small import small, undone
from tests.strategies import NOW, History, calm, histories
from workshop_app.domain import school_promise
from workshop_app.domain.errors import DomainError
from workshop_app.domain.school_promise import FIELDS, SchoolPromise, decider, gaps, items, promise


def test_what_nobody_promised_yet_shows_as_a_gap_and_is_not_rated():
    assert gaps(None) == FIELDS
    one = promise(promised(budget="", backers=0))
    assert gaps(one) == ("budget", "backers")
    assert items(one) == ("protected_time", "who_decides", "answer_days", "told_when_overdue")
    assert all(school_promise.name(field) for field in FIELDS)


def test_lines_are_said_in_words_and_gaps_are_not_said():
    one = promise(promised(answer_days=1))
    assert one is not None
    assert school_promise.said(one, "answer_days") == "Every idea is answered within 1 day."
    assert school_promise.said(one, "backers") == "When 3 of us back an idea, it must be answered."
    assert school_promise.said(one, "budget") == LINES["budget"]
    assert school_promise.said(SchoolPromise("p", NOW), "backers") == ""


def test_writing_anew_keeps_what_was_signed_on_record_and_asks_for_another_signature():
    programme = signed(promised())
    same = school_promise.write_promise(programme, new_id="n", at=NOW, **LINES, answer_days=10, backers=3)
    assert same.edits == ()
    outcome = school_promise.write_promise(programme, new_id="n", at=NOW, **LINES, answer_days=5, backers=3)
    now = promise(outcome.programme)
    assert now is not None
    assert (now.id, now.signed_at, now.answer_days) == ("n", None, 5)
    assert [one.id for one in school_promise.signed(outcome.programme)] == ["promise"]
    assert undone(outcome) == programme


def test_what_is_not_signed_is_written_over():
    programme = school_promise.write_promise(promised(), new_id="n", at=NOW, budget="£5").programme
    assert list(programme.all(SchoolPromise)) == ["promise"]
    assert gaps(promise(programme)) == tuple(field for field in FIELDS if field != "budget")


SIGNS = {"at": NOW, "signed_by": "Ms Okoro", "post": "Head"}


@pytest.mark.parametrize("missing", ["signed_by", "post"])
def test_a_name_and_a_post_sign(missing):
    with pytest.raises(DomainError, match="is still empty"):
        school_promise.sign_promise(promised(), "promise", **{**SIGNS, missing: " "}, words="x")


def test_a_hand_that_only_touched_the_pad_has_not_signed():
    dot = [[(0.5, 0.5), (0.501, 0.5)]]
    with pytest.raises(DomainError, match="over the line"):
        school_promise.sign_promise(promised(), "promise", **SIGNS, strokes=dot)
    drawn = [[(0.1, 0.5), (0.6, 0.4)]]
    assert promise(school_promise.sign_promise(promised(), "promise", **SIGNS, strokes=drawn).programme).signed_at


def test_an_empty_page_is_not_signed_nor_a_signed_one_again():
    empty = school_promise.write_promise(small(), new_id="promise", at=NOW).programme
    with pytest.raises(DomainError, match="Nothing is promised yet"):
        school_promise.sign_promise(empty, "promise", **SIGNS, words="x")
    with pytest.raises(DomainError, match="signed already"):
        school_promise.sign_promise(signed(promised()), "promise", **SIGNS, words="x")


@pytest.mark.parametrize("numbers", [{"answer_days": -1}, {"answer_days": 366}, {"backers": -1}, {"backers": 501}])
def test_days_and_backers_are_numbers_that_can_be_meant(numbers):
    with pytest.raises(DomainError, match="counted up to"):
        promised(**numbers)


def test_the_promise_names_who_decides():
    one = promise(promised())
    assert decider(one, ("More choice at lunch",)) == "the caterer"
    assert decider(one, ("A quiet room",)) == "the head"
    alone = promise(promised(who_decides="The leadership team."))
    assert decider(alone, ("A quiet room",)) == "The leadership team"
    assert decider(promise(promised(who_decides=""))) == ""
    assert decider(promise(signed(promised(who_decides="Uniform: the governors"))), ("A quiet room",)) == "the head"
    assert decider(None) == ""


@calm
@given(histories())
def test_one_promise_counts_and_nothing_that_was_signed_is_lost(past: History):
    for step in past.steps:
        before, after = step.before, step.outcome.programme
        assert {one.id for one in school_promise.signed(before)} <= {one.id for one in school_promise.signed(after)}
        standing = [one for one in after.all(SchoolPromise).values() if not one.withdrawn]
        assert len(standing) <= 1
