"""What a group hears of what it said before: only what came of it, and nothing that is for the adults."""

from dataclasses import fields, replace
from datetime import timedelta

from tests.facilitation.told import AT, met, replied, two_sessions
from workshop_app.domain import answers, honest_no, ideas, plans, reflections, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.honest_no import Because
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role, add_person
from workshop_app.domain.plans import Hands
from workshop_app.domain.programme import Programme
from workshop_app.facilitation.last_time import Where, since


def told(programme: Programme, session: int = 2) -> list[tuple[str, Where, str]]:
    came = since(programme, f"session-{session}").came
    return [(one.idea.id, one.where, one.answer.reason if one.answer else one.plan) for one in came]


def test_answers_come_first_then_plans_then_what_waits_and_the_rest_is_counted():
    assert told(two_sessions()) == [
        ("answered", Where.ANSWERED, "No budget."),
        ("planned", Where.PLANNED, "A plan"),
        ("waiting", Where.WAITS, ""),
    ]
    assert since(two_sessions(), "session-2").lying == 1


def test_a_first_session_has_nothing_to_tell():
    assert since(two_sessions(), "session-1").is_nothing
    assert not since(two_sessions(), "session-2").is_nothing


def test_what_somebody_said_stands_in_the_way_waits_for_an_answer_too():
    programme = honest_no.open_path(two_sessions(), new_id="n", at=AT, idea_id="lying", because=Because.MONEY).programme
    assert ("lying", Where.WAITS, "") in told(programme)
    programme = honest_no.drop_path(programme, "n").programme
    assert since(programme, "session-2").lying == 1


def test_an_answer_that_was_taken_back_waits_again():
    programme = answers.withdraw_answer(two_sessions(), "a").programme
    assert ("answered", Where.WAITS, "") in told(programme)


def test_what_was_set_aside_is_told_with_its_reason_and_what_nobody_may_see_is_not():
    programme = ideas.set_idea_aside(two_sessions(), "lying", because="It was said twice.").programme
    (one,) = [one for one in since(programme, "session-2").came if one.where is Where.ASIDE]
    assert (one.idea.id, one.idea.because) == ("lying", "It was said twice.")
    unseen = Programme({**programme.tables, Idea: {**programme.all(Idea), "lying": replace(one.idea, unseen=True)}})
    assert "lying" not in [key for key, _where, _said in told(unseen)]


def test_an_answer_counts_whatever_plan_its_idea_is_in():
    programme = answers.answer(two_sessions(), new_id="y", at=AT, idea_id="planned", kind=Kind.YES).programme
    assert ("planned", Where.ANSWERED, "") in told(programme)


def test_what_was_replied_to_its_plan_is_the_answer_of_an_idea_and_the_newest_comes_first():
    programme = replied(two_sessions(), Kind.YES, Kind.NOT_YET)
    first, second, _ = since(programme, "session-2").came
    assert (first.idea.id, first.where, first.plan, first.heard) == ("planned", Where.ANSWERED, "A plan", False)
    assert [(one.kind, one.reason) for one in first.replies] == [(Kind.YES, "Reason 1"), (Kind.NOT_YET, "Reason 2")]
    assert second.idea.id == "answered"
    later = met(met(programme, 8, "sian"), 9, "sian")
    assert all(one.heard for one in since(later, "session-9").came if one.where is Where.ANSWERED)


def test_students_hear_what_staff_change_and_nothing_of_what_was_uncomfortable():
    programme = reflections.reflect(
        two_sessions(),
        new_id="r",
        at=AT,
        session_id="session-1",
        uncomfortable="private-canary",
        we_change="We ask first.",
    ).programme
    heard = since(programme, "session-2")
    assert heard.we_change == ("We ask first.",)
    assert "canary" not in repr([getattr(heard, field.name) for field in fields(heard)])
    assert since(programme, "session-1").we_change == ()  # its own answers are for the next time


def test_a_signed_plan_says_so():
    programme = add_person(two_sessions(), new_id="mr-a", at=AT, name="Mr A.", role=Role.STAFF).programme
    programme = plans.write(programme, "plan", "how_we_know", "We count.").programme
    programme = plans.add_action(
        programme, "plan", new_id="do", what="Try it", hands=Hands.OURS, owner_ids=["sian"], by=AT.date()
    ).programme
    programme = signing.close_for_signing(programme, "plan").programme
    for who in ("sian", "mr-a"):
        assert since(programme, "session-2").signed == ()
        programme = signing.sign(programme, "plan", who, new_id=f"s-{who}", at=AT, words=who).programme
    assert [plan.id for plan in since(programme, "session-2").signed] == ["plan"]
    assert ("planned", Where.SIGNED, "A plan") in told(programme)


def test_the_newest_answer_is_on_top_and_what_was_told_before_comes_last():
    programme = two_sessions()
    for key, days in (("lying", 2), ("waiting", 1)):
        at = AT + timedelta(days=days)
        programme = answers.answer(programme, new_id=key, at=at, idea_id=key, kind=Kind.YES).programme
    assert [key for key, _where, _said in told(programme)] == ["lying", "waiting", "answered", "planned"]
    programme = met(programme, 7, "sian")  # the answer of the sixth could be told on the seventh
    programme = met(programme, 8, "sian")
    again = since(programme, "session-8")
    assert [one.idea.id for one in again.came] == ["lying", "waiting", "planned", "answered"]
    assert [one.heard for one in again.came] == [False, False, False, True]


def test_the_one_promise_is_the_newest_answer_and_else_what_has_waited_longest():
    programme = two_sessions()
    assert since(programme, "session-2").promise.idea.id == "answered"
    programme = answers.answer(
        programme, new_id="y", at=AT + timedelta(days=1), idea_id="lying", kind=Kind.YES
    ).programme
    assert since(programme, "session-2").promise.idea.id == "lying"
    later = met(met(programme, 8, "sian"), 9, "sian")
    assert since(later, "session-9").promise.idea.id == "waiting"
    assert since(later, "session-1").promise is None


def test_an_answer_that_came_by_the_honest_path_has_its_path_and_no_other_has():
    programme = honest_no.open_path(
        two_sessions(), new_id="n", at=AT, idea_id="waiting", because=Because.MONEY
    ).programme
    for step in ("need", "students_say"):
        programme = honest_no.fill(programme, "n", step, f"about {step}").programme
    programme = honest_no.settle(programme, "n", new_id="no", at=AT, kind=Kind.NO, reason="None left.").programme
    paths = {one.idea.id: one.path and one.path.need for one in since(programme, "session-2").came}
    assert paths == {"answered": None, "planned": None, "waiting": "about need"}
