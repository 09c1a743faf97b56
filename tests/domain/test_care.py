"""What adults keep: whom to tell, and what was uncomfortable. Both can be written anew."""

import pytest
from hypothesis import given

from tests.domain.small import small
from tests.strategies import NOW, History, calm, histories, nothing_yet
from workshop_app.domain import care, reflections
from workshop_app.domain.care import Care
from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.reflections import Reflection, after
from workshop_app.domain.texts import SHORT


def told(programme: Programme, lead: str, **other: str) -> Outcome:
    return care.name_whom_to_tell(programme, lead=lead, **{"about_staff": "", "about_head": "", **other})


def reflected(programme: Programme, new_id: str, uncomfortable: str, we_change: str, session: str = "s") -> Outcome:
    said = {"uncomfortable": uncomfortable, "we_change": we_change}
    return reflections.reflect(programme, new_id=new_id, at=NOW, session_id=session, **said)


@calm
@given(histories())
def test_there_is_one_card_of_whom_to_tell_and_one_reflection_for_a_session(past: History):
    for programme in past.states:
        assert set(programme.all(Care)) <= {care.CARE_ID}
        found = list(programme.all(Reflection).values())
        assert len({one.session_id for one in found}) == len(found)
        assert found == [after(programme, one.session_id) for one in found]


def test_names_may_be_empty_for_now_and_corrected_later():
    assert care.of(nothing_yet()) is None
    programme = told(nothing_yet(), " Ms  A. ").programme
    assert care.of(programme) == Care("Ms A.", "", "")
    programme = told(programme, "Mr B.", about_staff="The head", about_head="The chair").programme
    assert care.of(programme) == Care("Mr B.", "The head", "The chair")
    assert told(programme, "Mr B.", about_staff="The head", about_head="The chair").edits == ()


@pytest.mark.parametrize("field", ["lead", "about_staff", "about_head"])
def test_no_more_than_a_name_can_be_written_there(field):
    with pytest.raises(DomainError):
        care.name_whom_to_tell(nothing_yet(), **{"lead": "", "about_staff": "", "about_head": "", field: "x" * 81})
    assert SHORT == 80


def test_the_staff_answer_once_for_each_session_and_may_write_it_anew():
    assert reflected(small(), "n", " ", "").edits == ()
    programme = reflected(small(), "n", "How little\nwe knew", "").programme
    assert after(programme, "s") == Reflection("n", "s", "How little\nwe knew", "", NOW)
    programme = reflected(programme, "m", "", "We ask first").programme
    assert after(programme, "s") == Reflection("n", "s", "", "We ask first", NOW)
    with pytest.raises(DomainError):
        reflected(small(), "n", "x", "", session="nowhere")
    with pytest.raises(DomainError):
        reflected(small(), "n", "x" * 2001, "")
