"""An answer has come home when somebody told the students, and the first telling counts."""

import pytest

from tests.domain.promised import answered, promised
from tests.domain.small import undone
from tests.domain.test_replies import NOT_YET, YES, closed, its_hash, take_in
from tests.programmes import same
from tests.strategies import NOW, TODAY
from workshop_app.domain import answers, replies, told
from workshop_app.domain.errors import DomainError
from workshop_app.domain.replies import Says

HOW = {"at": NOW, "by": "Mr B.", "on": TODAY}


def test_the_first_telling_counts():
    programme = told.tell(answered(promised()), new_id="t", answer_id="answer", **HOW).programme
    again = told.tell(programme, new_id="u", answer_id="answer", **{**HOW, "by": "Ms C."})
    assert again.edits == ()
    one = told.by_answer(programme)["answer"]
    assert (one.by, one.on) == ("Mr B.", TODAY)
    assert told.by_answer(told.take_telling_back(programme, "t").programme) == {}


def test_several_are_told_at_one_time():
    programme = answered(answered(promised()), "b", "other")
    tellings = {"new_ids": ["t", "u"], "answer_ids": ["answer", "other"]}
    assert set(told.by_answer(told.tell_all(programme, **tellings, **HOW).programme)) == {"answer", "other"}


def test_somebody_tells_it_and_only_what_counts():
    with pytest.raises(DomainError, match="Who told them is still empty"):
        told.tell(answered(promised()), new_id="t", answer_id="answer", **{**HOW, "by": " "})
    with pytest.raises(DomainError, match="not there any more"):
        told.tell(promised(), new_id="t", answer_id="nowhere", **HOW)
    other = answers.withdraw_answer(answered(promised()), "answer").programme
    with pytest.raises(DomainError, match="another answer now"):
        told.tell(other, new_id="t", answer_id="answer", **HOW)


def test_who_answers_an_answer_was_told_it_and_an_undo_takes_both_back():
    before = take_in(closed(), YES, NOT_YET).programme
    of = {"plan_id": "p", "content_hash": its_hash(before), "says": Says.COUNTER, "words": "Two classes"}
    made = told.hear_and_respond(before, new_id="says", told_ids=["t", "u"], **of, **HOW, session_id=None)
    assert {one.answer_id: one.by for one in told.by_answer(made.programme).values()} == {"r1": "Mr B.", "r2": "Mr B."}
    assert [one.id for one in replies.responses(made.programme, "p")] == ["says"]
    assert same(undone(made), before)
    with pytest.raises(DomainError, match="students offer instead"):
        told.hear_and_respond(before, new_id="says", told_ids=["t", "u"], **{**of, "words": ""}, **HOW)
