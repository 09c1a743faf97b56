"""Both kinds of expertise stand side by side, and a gap is known."""

import pytest
from hypothesis import given

from tests.domain.small import small, undone
from tests.strategies import NOW, History, calm, histories
from workshop_app.domain import expertise
from workshop_app.domain.errors import DomainError
from workshop_app.domain.expertise import FIELDS, Expertise, about, by_idea, gaps, missing
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Outcome, Programme


def noted(programme: Programme, whose: Role, text: str, idea: str = "a") -> Outcome:
    return expertise.note(programme, new_id=f"on {idea}", at=NOW, idea_id=idea, whose=whose, text=text)


@calm
@given(histories())
def test_an_idea_has_one_sheet_at_most(past: History):
    for programme in past.states:
        found = by_idea(programme)
        assert len(found) == len(programme.all(Expertise))
        for key in programme.all(Idea):
            assert found.get(key) == about(programme, key)
            assert gaps(programme, key) == missing(found.get(key))


def test_who_is_missing_is_known_and_families_are_not_waited_for():
    programme = small()
    assert gaps(programme, "a") == [Role.STUDENT, Role.STAFF]
    programme = noted(programme, Role.FAMILY, "She eats less").programme
    assert gaps(programme, "a") == [Role.STUDENT, Role.STAFF]
    programme = noted(programme, Role.STAFF, "Room 12\nis free").programme
    assert gaps(programme, "a") == [Role.STUDENT]
    programme = noted(programme, Role.STUDENT, "It is loud").programme
    assert gaps(programme, "a") == []
    assert about(programme, "a") == Expertise("on a", "a", "It is loud", "Room 12\nis free", "She eats less", NOW)
    assert gaps(programme, "b") == [Role.STUDENT, Role.STAFF]


@pytest.mark.parametrize("whose", FIELDS)
def test_what_is_wiped_is_a_gap_again(whose):
    programme = noted(small(), whose, "One thing").programme
    outcome = noted(programme, whose, " \n")
    assert getattr(about(outcome.programme, "a"), FIELDS[whose]) == ""
    assert undone(outcome) == programme


def test_nothing_written_makes_no_sheet():
    assert noted(small(), Role.STAFF, "  ").edits == ()
    with pytest.raises(ValueError, match="community"):
        noted(small(), Role.COMMUNITY, "We know")
    with pytest.raises(DomainError):
        noted(small(), Role.STAFF, "We know", "nowhere")
    with pytest.raises(DomainError):
        noted(small(), Role.STAFF, "x" * 2001)
