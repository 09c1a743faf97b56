"""The asset map: what can be brought, by whom it is held, who would ask; and no number to call on a wall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.small import small, undone
from tests.strategies import NOW, History, calm, histories, often
from workshop_app.domain import asset_map, people
from workshop_app.domain.asset_map import Asset, Sort
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Programme


def with_one(**other) -> Programme:
    said = {"sort": Sort.PLACE, "what": " The  library ", "held_by": Role.COMMUNITY, "asker_id": "ana", **other}
    return asset_map.add_asset(small(), new_id="x", at=NOW, **said).programme


def test_an_asset_says_what_it_is_whose_and_who_would_ask():
    assert asset_map.assets(with_one()) == [Asset("x", Sort.PLACE, "The library", Role.COMMUNITY, NOW, "ana")]


def test_what_has_no_words_too_many_or_a_stranger_to_ask_is_refused():
    for wrong in ({"what": " "}, {"what": "x" * 81}, {"asker_id": "nobody"}):
        with pytest.raises(DomainError):
            with_one(**wrong)


def test_the_same_is_on_the_map_once_for_each_who_hold_it():
    programme = with_one()
    again = {"new_id": "y", "at": NOW, "sort": Sort.PLACE, "what": "the LIBRARY"}
    with pytest.raises(DomainError, match="already"):
        asset_map.add_asset(programme, **again, held_by=Role.COMMUNITY)
    assert asset_map.add_asset(programme, **again, held_by=Role.STAFF).edits
    dropped = asset_map.drop_asset(programme, "x").programme
    assert asset_map.add_asset(dropped, **again, held_by=Role.COMMUNITY).edits


CHANGES = {
    "what": lambda programme: asset_map.reword_asset(programme, "x", "The back room"),
    "held_by": lambda programme: asset_map.hold_asset(programme, "x", Role.STAFF),
    "sort": lambda programme: asset_map.sort_asset(programme, "x", Sort.TIME),
    "asker_id": lambda programme: asset_map.ask_for_asset(programme, "x", None),
    "dropped": lambda programme: asset_map.drop_asset(programme, "x"),
}


@pytest.mark.parametrize(("field", "change"), CHANGES.items(), ids=CHANGES.keys())
def test_each_verb_changes_one_field_and_is_undone(field, change):
    programme = with_one()
    outcome = change(programme)
    assert [set(edit.new or {}) for edit in outcome.edits] == [{field}]
    assert undone(outcome) == programme
    assert change(outcome.programme).edits == ()


def test_what_was_taken_off_is_still_named_where_an_action_names_it():
    programme = asset_map.drop_asset(with_one(), "x").programme
    assert asset_map.assets(programme) == []
    assert [one.what for one in asset_map.named(programme, ["x"])] == ["The library"]


@calm
@given(histories())
def test_who_would_ask_is_of_the_group_even_if_they_left(past: History):
    for one in past.end.all(Asset).values():
        assert one.asker_id is None or one.asker_id in past.end.all(Person)


def test_the_questions_ask_for_every_sort_once():
    asked = [sort for question in asset_map.questions() for sort in question.sorts]
    assert sorted(asked) == sorted(Sort)
    assert all(asset_map.name(sort) for sort in Sort)


@pytest.mark.parametrize(
    "what", ["Mum: 07700 900123", "+44 20 7946 0018", "Jo (020) 79460018", "baker@example.org", "call 0612345678"]
)
def test_what_looks_like_a_number_to_call_is_noticed(what):
    assert asset_map.is_to_call(what)


@pytest.mark.parametrize(
    "what",
    ["Year 10 and year 11", "400 m running track", "3 bikes, 2 pumps", "An hour at 12:30", "£1500 a year", "24/7"],
)
def test_other_numbers_are_no_number_to_call(what):
    assert not asset_map.is_to_call(what)


@often
@given(st.text("abc ,.'", max_size=30))
def test_words_alone_are_never_a_number_to_call(what):
    assert not asset_map.is_to_call(what)


def test_who_leaves_is_still_named():
    programme = people.leave_group(with_one(), "ana").programme
    assert programme.get(Person, asset_map.assets(programme)[0].asker_id or "").name == "ana"
