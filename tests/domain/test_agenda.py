"""An agenda holds each phase once, in an order; a phase that is left out can be taken back."""

from dataclasses import replace

import pytest
from hypothesis import given

from tests.domain.small import PARTS, small, undone
from tests.strategies import History, calm, histories
from workshop_app.domain import agenda
from workshop_app.domain.agenda import LONGEST, Part, Phase, all_phases, phases_of
from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.sessions import Session, change_agenda


def parts(programme: Programme) -> list[Part]:
    return [phase.part for phase in phases_of(programme, "s")]


def other(*wanted: tuple[Part, int]) -> list[Phase]:
    return [Phase(f"new {part}", "elsewhere", part, minutes, 7) for part, minutes in wanted]


@calm
@given(histories())
def test_a_session_has_each_phase_once_and_one_at_least_if_it_has_any(past: History):
    for programme in past.states:
        for session in programme.all(Session):
            found = all_phases(programme, session)
            assert len({phase.part for phase in found}) == len(found)
            assert not found or phases_of(programme, session)
            assert all(1 <= phase.minutes <= LONGEST for phase in found)


def test_phases_come_in_the_order_in_which_they_were_given():
    assert parts(small()) == list(PARTS)
    assert [phase.place for phase in phases_of(small(), "s")] == [0, 1, 2, 3]


def without(programme: Programme, *gone: Part) -> Outcome:
    """The same agenda with some phases left out."""
    return change_agenda(programme, "s", [phase for phase in phases_of(programme, "s") if phase.part not in gone])


def lasting(minutes: int) -> Outcome:
    """The same agenda with another length of its welcome."""
    welcome, *rest = phases_of(small(), "s")
    return change_agenda(small(), "s", [replace(welcome, minutes=minutes), *rest])


@pytest.mark.parametrize(("to", "at"), [(0, 0), (1, 1), (2, 2), (9, 3), (-4, 0)])
def test_a_phase_moves_to_any_place_and_the_others_keep_their_order(to, at):
    choose = small().get(Phase, "phase choose")
    others = [phase for phase in phases_of(small(), "s") if phase != choose]
    at_most = max(0, min(to, len(others)))
    outcome = change_agenda(small(), "s", [*others[:at_most], choose, *others[at_most:]])
    found = parts(outcome.programme)
    assert found.index(Part.CHOOSE) == at
    assert [part for part in found if part is not Part.CHOOSE] == [Part.WELCOME, Part.EXPLORE, Part.CHECK_OUT]
    assert undone(outcome) == small()


def test_a_phase_left_out_comes_back_where_it_was():
    gone = without(small(), Part.EXPLORE).programme
    assert parts(gone) == [Part.WELCOME, Part.CHOOSE, Part.CHECK_OUT]
    assert without(gone, Part.EXPLORE).edits == ()
    assert parts(change_agenda(gone, "s", phases_of(small(), "s")).programme) == list(PARTS)


def test_the_last_phase_stays():
    programme = without(small(), *PARTS[1:]).programme
    assert parts(programme) == [Part.WELCOME]
    with pytest.raises(DomainError, match="One phase stays"):
        without(programme, Part.WELCOME)
    with pytest.raises(DomainError, match="One phase stays"):
        change_agenda(programme, "s", [])


@pytest.mark.parametrize("minutes", [1, LONGEST])
def test_a_phase_may_be_as_short_or_as_long(minutes):
    longer = lasting(minutes).programme
    assert longer.get(Phase, "phase welcome").minutes == minutes


@pytest.mark.parametrize("minutes", [-1, 0, LONGEST + 1])
def test_but_no_shorter_and_no_longer(minutes):
    with pytest.raises(DomainError, match="A phase lasts from 1 to 240 minutes"):
        lasting(minutes)
    with pytest.raises(DomainError):
        change_agenda(small(), "s", other((Part.PLAN, minutes)))


def test_another_agenda_keeps_the_phases_it_shares_with_the_one_before():
    outcome = change_agenda(small(), "s", other((Part.PLAN, 9), (Part.EXPLORE, 20)))
    assert [(one.id, one.minutes, one.session_id) for one in phases_of(outcome.programme, "s")] == [
        ("new plan", 9, "s"),
        ("phase explore", 20, "s"),
    ]
    assert {one.part for one in all_phases(outcome.programme, "s")} == {*PARTS, Part.PLAN}
    assert undone(outcome) == small()
    back = change_agenda(outcome.programme, "s", other((Part.WELCOME, 3))).programme
    assert [one.id for one in phases_of(back, "s")] == ["phase welcome"]


def test_no_phase_is_in_an_agenda_twice():
    with pytest.raises(DomainError, match="once"):
        change_agenda(small(), "s", other((Part.PLAN, 9), (Part.PLAN, 3)))


def test_every_phase_has_a_name_of_its_own():
    assert len({agenda.name(part) for part in Part}) == len(Part)
