"""Who missed sessions hears which, what was asked, what went forward and what was decided."""

from collections.abc import Sequence

from tests.facilitation.told import met, replied, two_sessions
from tests.strategies import NOW
from workshop_app.domain import sessions
from workshop_app.domain.answers import Kind
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Programme
from workshop_app.facilitation.away import Missed, while_away

# What was put to the group: a prompt that was only prepared was not asked.
PUT = tuple(
    Fact(f"f{n}", NOW, Happened.ASKED, {"session": f"session-{n}", "asked": f"asked-{n}"}, frozenset(), 0)
    for n in (1, 2)
)


def missed_by(programme: Programme, facts: Sequence[Fact], person: str) -> tuple[Missed, ...]:
    """What one person missed."""
    told = while_away(programme, facts, [person])
    assert all([one.id for one in away.people] == [person] for away in told)
    return told[0].missed if told else ()


def test_who_was_there_last_time_missed_nothing():
    for person in ("sian", "jo"):
        assert missed_by(two_sessions(), PUT, person) == ()


def test_who_missed_the_last_session_hears_of_it():
    (missed,) = missed_by(two_sessions(), PUT, "ade")
    assert (missed.session.number, missed.asked) == (2, ("Q2?",))
    assert missed.forward == missed.decided == missed.plans == ()


def test_what_went_forward_and_what_was_decided_is_told():
    programme = met(met(two_sessions(), 3, "sian"), 4, "sian")
    programme = sessions.end(programme, "session-3").programme
    missed = missed_by(programme, PUT, "ade")
    assert [one.session.number for one in missed] == [2, 3]  # the fourth has not begun

    programme = sessions.rearrange(
        two_sessions(), "session-1", held_on=missed[0].session.held_on, minutes=20, present=["sian"],
        prompts=sessions.prompts_of(two_sessions(), "session-1"),
    ).programme  # fmt: skip
    first = missed_by(programme, PUT, "ade")[0]
    assert [idea.id for idea in first.forward] == ["answered", "waiting", "planned"]
    assert [(idea.id, answer.reason) for idea, answer in first.decided] == [("answered", "No budget.")]
    assert first.plans == ("A plan",)
    first = missed_by(replied(programme, Kind.NO), PUT, "ade")[0]
    assert ("planned", Kind.NO, "Reason 1") in [(idea.id, one.kind, one.reason) for idea, one in first.decided]


def test_those_who_missed_the_same_hear_it_together():
    programme = sessions.end(met(two_sessions(), 3, "ade"), "session-3").programme
    people = list(programme.all(Person))
    (told,) = while_away(programme, PUT, people)
    assert [one.id for one in told.people] == ["sian", "jo"]
    assert [one.session.number for one in told.missed] == [3]


def test_a_prompt_that_the_group_passed_on_was_not_asked():
    programme = sessions.pass_on(two_sessions(), "asked-2", True).programme
    assert missed_by(programme, PUT, "ade")[0].asked == ()


def test_a_prompt_that_was_only_prepared_was_not_asked():
    assert missed_by(met(two_sessions(), 3, "sian"), PUT[:1], "ade")[0].asked == ()
