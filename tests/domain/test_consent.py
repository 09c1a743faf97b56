"""Consent is counted, students apart from adults, and an objection stands until whoever said it takes it back."""

import pytest
from hypothesis import given

from tests.domain.small import small, undone
from tests.strategies import NOW, History, calm, histories
from workshop_app.domain import consent
from workshop_app.domain.consent import COUNTS, Consent, Objection, consent_on, objections
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Outcome, Programme


def counted(programme: Programme, which: str, by: int, idea: str = "a") -> Outcome:
    return consent.count(programme, new_id=f"of {idea}", at=NOW, idea_id=idea, which=which, by=by)


def objected(programme: Programme, new_id: str, text: str, idea: str = "a") -> Outcome:
    return consent.object_to(programme, new_id=new_id, at=NOW, idea_id=idea, role=Role.STUDENT, text=text)


@calm
@given(histories())
def test_an_idea_is_counted_once_none_falls_below_nothing_and_no_objection_is_lost(past: History):
    for programme in past.states:
        found = list(programme.all(Consent).values())
        assert consent.by_idea(programme) == {key: one for key in programme.all(Idea) if (one := on(programme, key))}
        assert len({one.idea_id for one in found}) == len(found)
        assert all(getattr(one, which) >= 0 for one in found for which in COUNTS)
        assert consent.objections_by_idea(programme) == {
            key: own for key in programme.all(Idea) if (own := objections(programme, key))
        }
    for step in past.steps:
        for key, objection in step.before.all(Objection).items():
            assert step.outcome.programme.get(Objection, key).text == objection.text


def on(programme: Programme, idea: str) -> Consent | None:
    return consent_on(programme, idea)


@pytest.mark.parametrize("which", COUNTS)
def test_each_is_counted_for_itself(which):
    programme = counted(counted(small(), which, 3).programme, which, -1).programme
    assert {name: getattr(consent_on(programme, "a"), name) for name in COUNTS} == {
        **dict.fromkeys(COUNTS, 0),
        which: 2,
    }
    assert counted(programme, which, -5).programme.get(Consent, "of a") == Consent("of a", "a", 0, 0, 0, 0, NOW)
    assert consent_on(programme, "b") is None


def test_nothing_is_counted_where_nobody_was_asked():
    assert counted(small(), "students_agree", 0).edits == ()
    assert counted(small(), "students_agree", -1).edits == ()
    with pytest.raises(ValueError, match="idea_id"):
        counted(small(), "idea_id", 1)
    with pytest.raises(DomainError):
        counted(small(), "students_agree", 1, "nowhere")


def test_objections_stand_in_the_order_in_which_they_were_said():
    programme = objected(small(), "one", "It is  too\nloud").programme
    programme = objected(programme, "two", "Nobody asked us").programme
    programme = objected(programme, "elsewhere", "Not that", "b").programme
    assert [one.text for one in objections(programme, "a")] == ["It is too loud", "Nobody asked us"]
    assert programme.get(Objection, "one").role is Role.STUDENT
    outcome = consent.withdraw_objection(programme, "one")
    assert [one.id for one in objections(outcome.programme, "a")] == ["two"]
    assert undone(outcome) == programme


def test_an_objection_that_is_met_still_stands():
    programme = objected(small(), "one", "It is too loud").programme
    met = consent.meet(programme, "one", "Only at noon\n").programme
    assert [(one.text, one.met) for one in objections(met, "a")] == [("It is too loud", "Only at noon")]
    assert consent.meet(met, "one", "").programme == programme


def test_an_objection_says_something_about_an_idea():
    for text, idea in (("  ", "a"), ("x" * 2001, "a"), ("Too loud", "nowhere")):
        with pytest.raises(DomainError):
            objected(small(), "one", text, idea)
