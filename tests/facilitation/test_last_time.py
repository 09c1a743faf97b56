"""What a group hears of what it said before: only what came of it, and nothing that is for the adults."""

from dataclasses import fields, replace

from tests.facilitation.told import AT, two_sessions
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
