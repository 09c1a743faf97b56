"""What was explored, how deeply, and what to ask next."""

import json
from dataclasses import replace

import pytest

from tests.strategies import NOW, nothing_yet
from workshop_app.domain import ideas, openness, sessions
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.openness import How
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Editing
from workshop_app.facilitation import asking, coverage, own_pick, prompts, telling

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


def test_a_family_that_is_behind_is_suggested_first_however_large_it_is():
    depths = {"safety": 0, "careers": 0, "transitions": 2}  # six of wellbeing explored less, on the whole, than four
    usual = {"wellbeing": 1, "world": 1}
    map_ = [
        replace(one, depth=depths.get(one.aspect.id, usual.get(one.aspect.family, 3)))
        for one in coverage.explored(nothing_yet(), (), BANK)
    ]
    assert [one.id for one in coverage.suggested(map_)][:2] == ["safety", "careers"]


def test_a_second_aspect_of_a_family_that_was_never_asked_comes_before_what_was_explored_or_is_familiar():
    never = ("teaching", "curriculum", "homework", "food", "uniform")
    map_ = [
        replace(one, depth=0 if one.aspect.id in never else 2) for one in coverage.explored(nothing_yet(), (), BANK)
    ]
    assert {one.id for one in coverage.suggested(map_)} == {"teaching", "curriculum", "homework"}
    assert not any(one.familiar for one in coverage.suggested(map_, len(BANK.aspects) - 3))


def test_students_are_offered_familiar_ground_last():
    map_ = coverage.explored(nothing_yet(), (), BANK)
    for number in range(40):
        offered = own_pick.to_pick(map_, f"session-{number}")
        assert {one.id for one in offered[-3:]} == {"food", "uniform", "spaces"}
        assert len({one.family for one in offered[:5]}) == 5


def test_what_is_kept_out_or_was_hidden_stays_on_the_map_also_where_nothing_of_it_can_be_asked(prepared):
    kept = declared(prepared, "money", How.KEPT_OUT)
    bare = replace(BANK, aspects=tuple(replace(one, prompts=()) if one.id == "money" else one for one in BANK.aspects))
    gone = replace(BANK, aspects=tuple(one for one in BANK.aspects if one.id != "money"))
    for bank in (BANK, bare, gone):
        money = of(coverage.explored(kept, (), bank), "money")
        assert (money.depth, money.openness.how) == (0, How.KEPT_OUT)
        assert money.aspect in coverage.never_asked(coverage.explored(kept, (), bank))
        told = {one["id"]: one for one in json.loads(telling.coverage(kept, (), bank))["aspects"]}
        assert told["money"]["openness"]["how"] == How.KEPT_OUT.value


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
        assert aspect["symbol"] == BANK.aspect(aspect["id"]).symbol
        assert {prompt["symbol"] for prompt in aspect["prompts"]} == {aspect["symbol"]}
        assert len(aspect["prompts"]) >= 6
    elements = {(one["id"], element) for one in told["frameworks"] for element in one["elements"]}
    met = {(name, element) for one in told["aspects"] for name, found in one["frameworks"].items() for element in found}
    assert elements == met


def put(asked):
    return Fact(f"f-{asked.id}", NOW, Happened.ASKED, {"session": asked.session_id, "asked": asked.id}, frozenset(), 0)


def declared(programme, aspect_id, how, bank=BANK):
    aspect = bank.aspect(aspect_id)
    words = {} if how is How.OPEN else {"whose": "the governors", "why": "it is the law"}
    return openness.declare(
        programme,
        new_id=f"o-{aspect_id}",
        at=NOW,
        aspect_id=aspect_id,
        aspect=aspect.name,
        family=aspect.family,
        how=how,
        **words,
    ).programme


def of(map_, aspect_id):
    return next(one for one in map_ if one.aspect.id == aspect_id)


@pytest.fixture
def two(prepared):
    """A second session, on homework; each session has had its first prompt put, and one answer."""
    copies = asking.copies(asking.chosen(BANK, ["homework"], 20), "t", iter(f"later-{n}" for n in range(9)).__next__)
    programme = sessions.prepare(
        prepared, new_id="t", at=NOW, held_on=NOW.date(), minutes=20, present=["p"], prompts=copies
    ).programme
    for session_id in ("s", "t"):
        asked = sessions.prompts_of(programme, session_id)[0]
        given = [Given("one", Role.STUDENT, session_id=session_id, asked_id=asked.id, aspect_id=asked.aspect_id)]
        programme = ideas.add(
            programme, new_ids=[f"idea-{session_id}"], at=NOW, given=given, spots=[(0.0, 0.0)]
        ).programme
    return programme


def test_a_session_has_a_map_of_its_own(two):
    def asked(session_id=None):
        return {one.aspect.id for one in coverage.explored(two, (), BANK, session_id) if one.depth}

    assert asked() == {"teaching", "homework"}
    assert asked("s") == {"teaching"}
    assert asked("t") == {"homework"}
    assert of(coverage.explored(two, (), BANK, "t"), "homework").students == 1
    assert of(coverage.explored(two, (), BANK, "s"), "homework").students == 0


def test_a_prompt_that_was_passed_on_was_asked(prepared):
    food = next(one for one in sessions.prompts_of(prepared, "s") if one.aspect_id == "food")
    passed = sessions.pass_on(prepared, food.id, True).programme
    one = of(coverage.explored(passed, (), BANK), "food")
    assert (one.depth, one.asked, one.passed, one.sessions) == (1, 1, 1, ("s",))
    assert coverage.put(passed, ()) == [replace(food, passed=True)]


def test_what_was_asked_stays_on_the_map_when_its_pack_is_taken_away(two):
    bank = replace(BANK, aspects=tuple(one for one in BANK.aspects if one.id not in ("homework", "food")))
    map_ = coverage.explored(two, (), bank)
    gone = map_[-1]
    assert (gone.aspect.id, gone.aspect.name, gone.aspect.symbol) == ("homework", "Homework", "pencil")
    assert gone.depth == 1
    assert "food" not in [one.aspect.id for one in map_]  # it was prepared and never put
    assert gone.aspect not in coverage.suggested([replace(gone, depth=0)])
    kept = coverage.explored(declared(two, "food", How.FIXED), (), bank)[-1]
    assert (kept.aspect.id, kept.aspect.name, kept.depth) == ("food", "Food and eating together", 0)


def test_what_is_not_open_stays_on_the_map_and_what_is_kept_out_is_not_suggested_to_adults(prepared):
    first = coverage.suggested(coverage.explored(prepared, (), BANK))[0]
    for how in How:
        map_ = coverage.explored(declared(prepared, first.id, how), (), BANK)
        assert of(map_, first.id).openness.how is how
        assert first in coverage.never_asked(map_)
        assert (first in coverage.suggested(map_)) is (how is not How.KEPT_OUT)
        assert first in own_pick.to_pick(map_, "s")


def test_students_pick_from_what_was_never_asked_one_of_each_family_first(two):
    map_ = coverage.explored(two, (), BANK)
    offered = own_pick.to_pick(map_, "s")
    assert {one.id for one in offered} == {one.id for one in BANK.aspects} - {"teaching", "homework"}
    assert len({one.family for one in offered[:5]}) == 5
    assert offered == own_pick.to_pick(coverage.explored(two, (), BANK), "s")
    assert offered != own_pick.to_pick(map_, "another")
    assert [one.id for one in own_pick.offered(map_, "s")] == [one.id for one in offered]


def test_one_more_that_was_asked_leaves_the_others_of_its_family_in_their_order(two):
    before = own_pick.to_pick(coverage.explored(two, (), BANK), "s")
    food = next(one for one in sessions.prompts_of(two, "s") if one.aspect_id == "food")
    after = own_pick.to_pick(coverage.explored(two, [put(food)], BANK), "s")
    for family in BANK.families:
        own = [one for one in before if one.family == family.id and one.id != "food"]
        assert [one for one in after if one.family == family.id] == own


def test_where_all_was_asked_students_pick_from_what_was_asked_least(two):
    all_asked = [replace(one, depth=2) for one in coverage.explored(two, (), BANK)]
    all_asked[3] = replace(all_asked[3], depth=1)
    assert own_pick.to_pick(all_asked, "s") == [all_asked[3].aspect]
    assert own_pick.to_pick((), "s") == []


def test_openness_picks_and_passes_are_told(two):
    asked = sessions.prompts_of(two, "t")[0]
    programme = sessions.pass_on(declared(two, "homework", How.LIMITED), asked.id, True).programme
    editing = Editing(programme)
    editing.set(programme.get(sessions.Session, "t"), picked="homework")
    told = json.loads(telling.coverage(editing.outcome().programme, (), BANK))
    by_id = {one["id"]: one for one in told["aspects"]}
    assert (
        by_id["homework"]
        | {
            "openness": {"how": "limited", "whose": "the governors", "why": "it is the law"},
            "picked_by_students": [2],
            "passed": 1,
        }
        == by_id["homework"]
    )
    assert (by_id["food"]["openness"], by_id["food"]["picked_by_students"], by_id["food"]["passed"]) == (None, [], 0)
