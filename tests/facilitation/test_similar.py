"""What seems close says why, and what shares only everyday words is left alone."""

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.typed import LONDON, needs_london
from workshop_app.facilitation.plain_words import stem, telling
from workshop_app.facilitation.similar import MOST_NEAR, MOST_TOGETHER, Likeness

IDEAS = {
    "feedback": "More feedback on homework",
    "homework": "Homework that gets feedback the same week",
    "hmwork": "less homewrok at weekends",
    "loo": "The loos have no locks",
    "locks": "Fix the locks in the toilets",
    "pond": "A pond behind the gym",
    "people": "People should listen to people",
    "time": "More time for young people at school",
    "mum": "Ставок за школою",
    "empty": "",
}
LIKENESS = Likeness(IDEAS.items())


def near(idea_id: str) -> dict[str, tuple[str, ...]]:
    return {one.id: one.words for one in LIKENESS.near(idea_id)}


def test_close_ideas_come_with_the_words_that_both_say() -> None:
    assert near("feedback")["homework"] == ("feedback", "homework")
    assert next(iter(near("homework"))) == "feedback"  # the closest first
    assert "feedback" in near("homework")


def test_a_slip_and_another_word_for_the_same_are_understood_and_shown_as_typed() -> None:
    assert near("hmwork")["feedback"] == ("homewrok",)
    assert set(near("loo")) == {"locks"}
    assert set(near("loo")["locks"]) == {"loos / toilets", "locks"}


@pytest.mark.parametrize("idea_id", ["pond", "people", "time", "mum", "empty", "not there"])
def test_everyday_words_and_no_words_are_close_to_nothing(idea_id: str) -> None:
    assert near(idea_id) == {}


def test_a_word_that_differs_at_its_end_is_another_word() -> None:
    ideas = {"a": "A policy", "b": "The police", "c": "Police again", "d": "Police in the park"}
    assert Likeness(ideas.items()).near("a") == ()


def test_groups_share_words_and_no_idea_is_in_two() -> None:
    groups = LIKENESS.groups(IDEAS)
    found = {frozenset(group.ids): group.words for group in groups}
    assert set(found) == {frozenset({"loo", "locks"}), frozenset({"feedback", "homework", "hmwork"})}
    assert set(found[frozenset({"feedback", "homework", "hmwork"})]) == {"homework", "feedback"}
    assert LIKENESS.groups(["loo", "pond"]) == ()
    assert LIKENESS.groups([]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lessons", "lesson"),
        ("talking", "talked"),
        ("planned", "planning"),
        ("policies", "policy"),
        ("classes", "class"),
        ("parties", "party"),
        ("changing", "change"),
        ("loos", "toilets"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("bus", "busy"), ("new", "news"), ("police", "policy"), ("test", "taste")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_small_words_do_not_tell() -> None:
    assert [word for _, word in telling("We should be able to have more PE, and it isn't fair")] == ["pe", "fair"]


words = st.sampled_from(["pond", "lock", "loo", "bus", "the", "people", "📱", "école", "школа", "x" * 400, ""])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(words, max_size=6).map(" ".join), max_size=40))
def test_whatever_is_said_the_promises_hold(texts: list[str]) -> None:
    ideas = {f"{number}": text for number, text in enumerate(texts)}
    likeness = Likeness(ideas.items())
    for key in ideas:
        found = likeness.near(key)
        assert len(found) <= MOST_NEAR
        assert key not in {one.id for one in found}
        assert all(one.words for one in found)
    taken = [key for group in likeness.groups(ideas) for key in group.ids]
    assert len(taken) == len(set(taken))
    assert all(2 <= len(group.ids) <= MOST_TOGETHER and group.words for group in likeness.groups(ideas))


@needs_london
def test_statements_of_young_londoners() -> None:
    with Path(LONDON).open(encoding="utf-8") as file:
        said = [row["comment-body"] for row in csv.DictReader(file)]
    ideas = {f"{number}": text for number, text in enumerate(said)}
    groups = {" ".join(one.words): [ideas[key] for key in one.ids] for one in Likeness(ideas.items()).groups(ideas)}
    assert len(groups["incentives"]) == 4
    assert "Allow them to be at the forefront of the decision making" in groups["decision"]
    assert all("ethnicity" in text for text in groups["ethnicity"])


def test_a_word_that_everybody_says_is_no_reason_and_costs_no_time() -> None:
    chance = random.Random(4)
    many = {f"{n}": f"canteen {chance.randrange(10**9)}x {chance.randrange(10**9)}y" for n in range(5000)}
    likeness = Likeness(many.items())
    assert likeness.near("7") == ()
    assert likeness.groups(many) == ()
