"""Assets that fit an action: by the words that both say, else by what the action calls for. Each has a reason."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.domain.asset_map import Asset, Sort
from workshop_app.domain.people import Role
from workshop_app.facilitation.fitting_assets import MOST, fitting, help_with

NOW = datetime(2026, 11, 6, tzinfo=UTC)


def asset(what: str, sort: Sort = Sort.SKILL, held_by: Role = Role.STUDENT, key: str = "") -> Asset:
    return Asset(key or what, sort, what, held_by, NOW)


LIBRARY = asset("The library’s back room", Sort.PLACE, Role.COMMUNITY)
BIKES = asset("Mending bikes")
BADGES = asset("A badge machine", Sort.EQUIPMENT, Role.STAFF)
NURSE = asset("An aunt who is a nurse", Sort.PEOPLE, Role.FAMILY)
ALL = (BADGES, BIKES, LIBRARY, NURSE)


def whats(action: str, **more) -> list[str]:
    return [fit.asset.what for fit in fitting(action, ALL, **more)]


def test_what_both_say_is_found_in_other_forms_and_said_as_the_asset_has_it():
    (fit, *_) = fitting("Repair the bikes with year seven", ALL)
    assert (fit.asset, fit.words) == (BIKES, ("bikes",))
    (fit, *_) = fitting("Read in the libraries of the town", ALL)
    assert (fit.asset, fit.words) == (LIBRARY, ("library’s",))


def test_a_word_of_the_action_calls_for_a_sort():
    (fit,) = fitting("Print forty of them", [BADGES, BIKES])
    assert (fit.asset, fit.words, fit.calls) == (BADGES, (), "print")
    assert whats("Invite somebody who knows") == [NURSE.what]


def test_what_shares_a_word_comes_before_what_is_only_called_for():
    assert whats("Ask the library") == [LIBRARY.what, NURSE.what]


def test_of_two_that_fit_as_well_the_one_that_staff_hold_comes_last():
    ours, theirs = asset("Guitar", key="2"), asset("Guitar", held_by=Role.STAFF, key="1")
    assert [fit.asset for fit in fitting("Bring a guitar", [theirs, ours])] == [ours, theirs]


def test_what_is_chosen_already_is_not_offered_again():
    assert whats("Ask the library", but=[LIBRARY.id]) == [NURSE.what]


def test_a_plan_begins_with_what_says_the_same_as_its_ideas_and_who_holds_it():
    assert help_with(["A quiet corner in the library", "Mend bikes"], ALL) == (
        "Mending bikes (students)\nThe library’s back room (community)"
    )
    assert help_with(["Print more of them"], ALL) == ""  # a word that only calls for a sort is too little to go by
    assert help_with([], ALL) == help_with(["Bikes"], []) == ""


def test_small_words_and_nothing_at_all_find_nothing():
    for action in ("", "the of and", "We do it with an", "…"):
        assert fitting(action, ALL) == ()


@often
@given(st.text("abi lryprntk", max_size=40), st.lists(st.sampled_from(ALL), unique=True))
def test_each_has_its_reason_and_there_are_few(action, assets):
    found = fitting(action, assets)
    assert found == fitting(action, assets)
    assert len(found) <= MOST
    assert all(fit.words or fit.calls for fit in found)
    assert all(word in fit.asset.what for fit in found for word in fit.words)
    assert all(fit.calls in action.lower() for fit in found)
    assert {fit.asset.id for fit in found} <= {one.id for one in assets}
