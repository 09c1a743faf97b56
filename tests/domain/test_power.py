"""Power is counted by role: what was proposed, chosen, carried and done."""

from hypothesis import given

from tests.domain.small import small
from tests.strategies import NOW, History, calm, histories
from workshop_app.domain import choosing, ideas, plans, power, progress
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Hands
from workshop_app.domain.programme import Programme
from workshop_app.domain.progress import How, Really


def by_role(student: int = 0, staff: int = 0) -> dict[Role, int]:
    return {Role.STUDENT: student, Role.STAFF: staff, Role.FAMILY: 0, Role.COMMUNITY: 0}


def planned() -> Programme:
    """Two actions of a plan, made of the idea that went forward: one of a student's, one of both."""
    programme = ideas.add(small(), new_ids=["c"], at=NOW, given=[Given("Rules", Role.STAFF)], spots=[(9, 9)]).programme
    for idea, students, adults in (("a", 4, 1), ("b", 9, 9)):
        programme = choosing.back(programme, idea, students=students, adults=adults).programme
    programme = choosing.take_forward(programme, {"a"}).programme
    programme = plans.start(programme, new_id="p", at=NOW, title="Quiet", idea_ids=["a"]).programme
    for key, owners in (("one", ["ana"]), ("two", ["bo", "mr b"])):
        action = {"new_id": key, "what": key, "hands": Hands.OURS, "owner_ids": owners}
        programme = plans.add_action(programme, "p", **action).programme
    return programme


def said(programme: Programme, how: How, really: Really | None = None) -> Programme:
    words = {"words": "why"}
    programme = progress.say_how(programme, new_id="said", at=NOW, about_id="two", how=how, **words).programme
    return progress.say_really(programme, "said", really).programme


def test_only_what_went_forward_was_chosen():
    held = power.year(planned())
    assert held.proposed == by_role(student=2, staff=1)
    assert (held.chose_students, held.chose_adults) == (4, 1)
    assert (held.owns, held.did) == (by_role(student=2, staff=1), by_role())
    assert power.year(small()).chose_students == 0


def test_done_is_what_students_have_not_denied():
    for how, really, done in (
        (How.GOING, None, 0),
        (How.DROPPED, None, 0),
        (How.DONE, None, 1),
        (How.DONE, Really.PARTLY, 1),
        (How.DONE, Really.NO, 0),
    ):
        assert power.year(said(planned(), how, really)).did == by_role(student=done, staff=done)


def test_who_takes_an_action_over_owns_it():
    given_on = {"action_id": "two", "from_id": "mr b", "to_id": "ana"}
    handed = progress.hand_over(planned(), new_id="h", at=NOW, **given_on).programme
    assert power.year(handed).owns == by_role(student=3)


def test_it_is_said_in_words():
    assert power.in_words(power.year(said(planned(), How.DONE))) == (
        "Proposed, in ideas: students 2, staff 1, families 0, community 0.",
        "Chose, in hands for what went forward: students 4, adults 1.",
        "Own, in actions: students 2, staff 1, families 0, community 0.",
        "Did, in actions: students 1, staff 1, families 0, community 0.",
    )


@calm
@given(histories())
def test_nobody_does_more_than_they_own_and_nobody_is_named(past: History):
    for programme in past.states[::4]:
        held = power.year(programme)
        assert all(held.did[role] <= held.owns[role] for role in Role)
        assert sum(held.proposed.values()) == ideas.count_on_board(programme)
        told = " ".join(power.in_words(held))
        assert not any(one.name in told for one in programme.all(Person).values())
