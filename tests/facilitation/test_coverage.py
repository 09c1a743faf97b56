"""What was explored, how deeply, and what to ask next."""

import json
from dataclasses import replace

import pytest

from tests.strategies import NOW, nothing_yet
from workshop_app.domain import ideas, sessions
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Editing
from workshop_app.facilitation import asking, coverage, prompts, telling

BANK = prompts.load()


@pytest.fixture
def prepared():
    """A programme with one session on lessons and food, and nothing asked yet."""
    editing = Editing(nothing_yet())
    editing.add(Person("p", "Ade", Role.STUDENT, NOW))
    programme = editing.outcome().programme
    numbers = iter(range(1000))
    copies = asking.copies(asking.chosen(BANK, ["teaching", "food"], 100), "s", lambda: f"asked-{next(numbers)}")
    return sessions.prepare(
        programme, new_id="s", at=NOW, held_on=NOW.date(), minutes=100, present=["p"], prompts=copies
    ).programme


def say(programme, asked, *texts, role=Role.STUDENT):
    given = [
        Given(text, role, session_id="s", asked_id=asked.id, aspect_id=asked.aspect_id, label="", family="")
        for text in texts
    ]
    names = [f"{asked.id}-{number}" for number in range(len(texts))]
    return ideas.add(programme, new_ids=names, at=NOW, given=given, spots=[(0.0, 0.0)] * len(texts)).programme


def depth(programme, aspect_id, facts=()):
    return next(one for one in coverage.explored(programme, facts, BANK) if one.aspect.id == aspect_id).depth


def test_prepared_is_not_asked(prepared):
    assert {one.depth for one in coverage.explored(prepared, (), BANK)} == {0}


def test_a_prompt_that_was_put_counts_as_asked(prepared):
    first = sessions.prompts_of(prepared, "s")[0]
    fact = Fact("f", NOW, Happened.ASKED, {"session": "s", "asked": first.id}, frozenset(), 0)
    assert depth(prepared, "teaching", [fact]) == 1


def test_depth_grows_with_ideas_prompts_and_what_goes_forward(prepared):
    first, second = sessions.prompts_of(prepared, "s")[:2]
    assert second.aspect_id == "teaching"
    programme = say(prepared, first, "one", "two")
    assert depth(programme, "teaching") == 1
    programme = say(prepared, first, "one", "two", "three")
    assert depth(programme, "teaching") == 2
    assert depth(say(programme, second, "four"), "teaching") == 3
    editing = Editing(programme)
    editing.set(next(iter(programme.all(Idea).values())), forward=True)
    assert depth(editing.outcome().programme, "teaching") == 3


def test_what_was_never_asked_is_suggested_before_familiar_ground():
    none = [replace(one, depth=0) for one in coverage.explored(nothing_yet(), (), BANK)]
    suggested = coverage.suggested(none)
    assert len(suggested) == coverage.SUGGESTED
    assert len({aspect.family for aspect in suggested}) == coverage.SUGGESTED
    assert not any(aspect.familiar for aspect in suggested)


def test_the_map_is_told_whole(prepared):
    food = next(asked for asked in sessions.prompts_of(prepared, "s") if asked.aspect_id == "food")
    programme = say(prepared, food, "better pizza in the canteen", "who decides what we learn")
    told = json.loads(telling.coverage(programme, (), BANK))
    assert told["familiar_ground"]["share"] == 0.5
    assert told["familiar_ground"]["ideas"] == [
        {"text": "better pizza in the canteen", "ground": "food", "because": ["pizza", "canteen"]}
    ]
    assert "food" not in told["never_asked"]
    assert "teaching" in told["never_asked"]
    assert told["sessions"] == [
        {"number": 1, "held_on": NOW.date().isoformat(), "aspects": ["food"], "familiar_share": 0.5}
    ]


def test_an_empty_programme_has_a_map_too():
    told = json.loads(telling.coverage(nothing_yet(), (), BANK))
    assert told["familiar_ground"] == {"share": 0.0, "ideas": []}
    assert len(told["never_asked"]) == len(BANK.aspects)


def test_the_bank_is_told_with_its_mapping():
    told = json.loads(telling.bank(BANK))
    assert len(told["aspects"]) >= 18
    for aspect in told["aspects"]:
        assert aspect.keys() >= {"id", "name", "prompts", "frameworks"}
        assert len(aspect["prompts"]) >= 6
    elements = {(one["id"], element) for one in told["frameworks"] for element in one["elements"]}
    met = {(name, element) for one in told["aspects"] for name, found in one["frameworks"].items() for element in found}
    assert elements == met
