"""A session opens with at most three promises: overdue ones first, then new answers, then what is stuck."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.promised import DUE, answered, pulled
from tests.domain.small import meeting
from tests.domain.test_progress import said
from tests.domain.test_through_plans import planned, replied
from tests.strategies import NOW, TODAY, History, calm, histories
from workshop_app.domain import answers, plans, progress, sessions, signing, told
from workshop_app.domain.answers import Kind
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.progress import How, Really
from workshop_app.domain.replies import Answered, Came, take_in
from workshop_app.domain.sessions import Session
from workshop_app.facilitation import promises
from workshop_app.facilitation.promises import MOST, Why, opening, standing

LATER = TODAY + timedelta(days=30)


def reasons(programme: Programme, today: date = TODAY) -> list[tuple[str, Why]]:
    return [(one.about_id, one.why) for one in standing(programme, today)]


def test_what_is_overdue_comes_first_then_new_answers_then_what_is_stuck():
    programme = replied(planned("ask 1"), 1, Kind.WITH_CHANGES, reason="One", next_step="Ask Sam", due=DUE)
    programme = said(answered(programme, "b", "own"), How.STUCK, "A room", about="reply 1")
    assert reasons(programme, DUE) == [
        ("ours", Why.OVERDUE),
        ("a", Why.ANSWERED),
        ("b", Why.ANSWERED),
        ("reply 1", Why.STUCK),
    ]
    late = standing(programme, LATER)
    assert [(one.about_id, one.over) for one in late[:2]] == [("ours", 30), ("reply 1", 20)]
    assert [one.about_id for one in opening(programme, "s", LATER)] == ["ours", "reply 1", "a"]


def test_a_promise_says_what_who_and_by_when():
    programme = replied(planned("ask 1"), 1, next_step="Ask Sam", by_whom="Ms Cole", due=DUE)
    ours, reply = (
        next(one for one in standing(programme, TODAY) if one.about_id == key) for key in ("ours", "reply 1")
    )
    assert (ours.said, ours.who, ours.plan, ours.by) == ("Try it", ("ana",), "Calm", TODAY)
    assert (reply.said, reply.who, reply.by, reply.last) == ("“Ask Sam”", ("Ms Cole",), DUE, None)


def test_a_yes_is_a_promise_and_a_no_with_nothing_to_come_is_only_an_answer():
    assert ("reply 1", Why.GOING) in reasons(replied(planned("ask 1"), 1))
    refused = replied(planned("ask 1"), 1, Kind.NOT_YET, reason="In spring")
    assert [key for key, _why in reasons(refused)] == ["a", "ours"]


def test_what_was_said_to_an_ask_is_promised_no_longer_once_it_is_asked_and_answered_anew():
    programme = replied(planned("ask 1"), 1, Kind.WITH_CHANGES, reason="Less", next_step="Ask Sam")
    sealed = programme.get(Plan, "plan").sealed or ""
    programme = signing.reopen(programme, "plan").programme
    programme = plans.write(programme, "plan", "why", "Because").programme
    programme = signing.close_for_signing(programme, "plan").programme
    assert ("reply 1", Why.GOING) in reasons(programme)
    again = {"content_hash": signing.content_hash(programme.get(Plan, "plan").sealed or ""), "plan_id": "plan"}
    assert again["content_hash"] != signing.content_hash(sealed)
    yes = [Answered(1, "ask 1", Kind.YES)]
    new = {"new_ids": ["again"], "at": NOW, "answered": yes, "came": Came.SPOKEN}
    programme = take_in(programme, **new, **again, decided_by="The head", decided_on=TODAY).programme
    assert [key for key, why in reasons(programme) if why is Why.GOING] == ["again"]


def test_what_is_done_waits_for_the_students_word_and_comes_back_where_it_was_not():
    programme = said(planned(), How.DONE)
    assert reasons(programme, LATER) == [("ours", Why.DONE)]
    assert reasons(progress.say_really(programme, "p", Really.YES).programme, LATER) == []
    for really in (Really.NO, Really.PARTLY):
        heard = progress.say_really(programme, "p", really).programme
        assert reasons(heard) == [("ours", Why.STUCK)]
        assert reasons(heard, LATER) == [("ours", Why.OVERDUE)]


def test_what_was_dropped_is_told_in_the_next_session_and_then_is_over():
    programme = said(planned(), How.DROPPED, "Nobody wants it")
    assert reasons(programme, LATER) == [("ours", Why.DROPPED)]
    for number in (1, 2):
        new = {"new_id": f"s{number}", "at": NOW + timedelta(days=number)}
        programme = sessions.prepare(programme, **new, **meeting()).programme
        assert (reasons(programme, LATER) == []) is (number == 2)


def test_an_answer_is_told_once():
    programme = answered(planned(), "b", "own")
    assert ("b", Why.ANSWERED) in reasons(programme)
    heard = told.tell(programme, new_id="t", at=NOW, answer_id="own", by="Mr B.", on=TODAY).programme
    assert [key for key, _why in reasons(heard)] == ["ours"]


def test_what_must_be_answered_is_counted_down_and_overdue_first():
    programme = pulled(planned())
    assert ("trigger", Why.GOING) in reasons(programme, DUE)
    first = standing(programme, LATER)[1]
    assert (first.about_id, first.why, first.over, first.who) == ("trigger", Why.OVERDUE, 20, ("The head",))
    done = answers.answer(programme, new_id="y", at=NOW, idea_id="a", kind=Kind.YES).programme
    assert "trigger" not in [key for key, _why in reasons(done, LATER)]


def test_a_plan_that_is_open_again_keeps_what_was_begun():
    begun = signing.reopen(said(planned(), How.GOING), "plan").programme
    assert [key for key, _why in reasons(begun)] == ["ours"]
    assert reasons(signing.reopen(planned(), "plan").programme) == []


def test_one_plan_tells_all_of_its_promises():
    programme = said(replied(planned("ask 1"), 1), How.DROPPED, "No")
    assert [one.about_id for one in promises.of_plan(programme, "plan", TODAY)] == ["ours", "reply 1"]


def test_ten_minutes_have_room_for_one():
    programme = answered(planned(), "b", "own")
    session = programme.get(Session, "s")
    short = {"held_on": session.held_on, "present": session.present, "prompts": sessions.prompts_of(programme, "s")}
    programme = sessions.rearrange(programme, "s", minutes=10, **short).programme
    assert len(opening(programme, "s", TODAY)) == 1
    assert len(standing(programme, TODAY)) == 2


@calm
@given(histories(), st.dates(date(2026, 9, 1), date(2027, 7, 31)))
def test_a_session_opens_with_three_at_most_and_overdue_ones_first(past: History, today: date):
    for programme in past.states:
        found = standing(programme, today)
        assert [one.why for one in found] == sorted(one.why for one in found)
        assert len({(one.about_id, one.why) for one in found}) == len(found)
        assert all((one.over > 0) is (one.why is Why.OVERDUE) for one in found)
        for session in programme.all(Session).values():
            told_ = opening(programme, session.id, today)
            assert len(told_) <= (1 if session.minutes <= promises.ONE_PROMISE else MOST)
            assert tuple(found[: len(told_)]) == told_
