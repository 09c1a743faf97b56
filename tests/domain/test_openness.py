"""Whatever is not open says whose decision that is, and why."""

import pytest
from hypothesis import given

from tests.strategies import NOW, History, calm, histories, nothing_yet
from workshop_app.domain import openness
from workshop_app.domain.errors import DomainError
from workshop_app.domain.openness import How, Openness, by_aspect, not_open, of_aspect
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.texts import LONG, SHORT


def declared(programme: Programme, new_id: str, how: How, whose: str = "", why: str = "") -> Outcome:
    return of(programme, "food", new_id, how, {"whose": whose, "why": why})


def of(programme: Programme, aspect: str, new_id: str, how: How, said: dict[str, str]) -> Outcome:
    known = {"aspect_id": aspect, "aspect": aspect.title(), "family": "days"}
    return openness.declare(programme, new_id=new_id, at=NOW, **known, how=how, **said)


@calm
@given(histories())
def test_an_aspect_is_declared_once_and_never_closed_without_a_word(past: History):
    for programme in past.states:
        found = list(programme.all(Openness).values())
        assert len({one.aspect_id for one in found}) == len(found)
        assert all(one.whose and one.why for one in not_open(programme))
        assert by_aspect(programme) == {one.aspect_id: of_aspect(programme, one.aspect_id) for one in found}


def test_nothing_was_said_before_it_is_said():
    assert of_aspect(nothing_yet(), "food") is None
    assert not_open(nothing_yet()) == []


@pytest.mark.parametrize("how", [how for how in How if how is not How.OPEN])
@pytest.mark.parametrize(("whose", "why"), [("", "Because"), ("The head", ""), ("  ", "\n"), ("x" * (SHORT + 1), "y")])
def test_what_is_not_open_needs_both(how, whose, why):
    with pytest.raises(DomainError):
        declared(nothing_yet(), "n", how, whose, why)


def test_open_needs_neither_and_may_say_both():
    assert declared(nothing_yet(), "n", How.OPEN).programme.get(Openness, "n").why == ""
    said = declared(nothing_yet(), "n", How.OPEN, " The  head ", "Try\nit").programme.get(Openness, "n")
    assert (said.whose, said.why) == ("The head", "Try it")
    with pytest.raises(DomainError):
        declared(nothing_yet(), "n", How.OPEN, why="x" * (LONG + 1))


def test_said_anew_it_is_the_same_entry_and_its_words_are_the_new_ones():
    programme = declared(nothing_yet(), "n", How.FIXED, "The law", "It is the same everywhere").programme
    not_now = {"whose": "The head", "why": "Not this year"}
    programme = of(programme, "staffing", "m", How.KEPT_OUT, not_now).programme
    assert [one.id for one in not_open(programme)] == ["n", "m"]
    programme = declared(programme, "other", How.OPEN).programme
    assert (programme.get(Openness, "n").how, programme.get(Openness, "n").whose) == (How.OPEN, "")
    assert [one.aspect for one in not_open(programme)] == ["Staffing"]
    assert declared(programme, "again", How.OPEN).edits == ()


def test_every_way_has_a_name_of_its_own():
    assert len({openness.name(how) for how in How}) == len(How)
