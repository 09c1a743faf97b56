"""The familiar ground, measured on ideas that were set aside before the matcher was written, and on a list of ours."""

import tomllib
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from workshop_app.facilitation.familiar import Finding, look, vocabulary
from workshop_app.facilitation.spelling import Spelling

HERE = Path(__file__).parent
SET_ASIDE = tomllib.loads((HERE / "set_aside.toml").read_text(encoding="utf-8"))["idea"]
LISTS = tomllib.loads((HERE / "tuning.toml").read_text(encoding="utf-8"))["list"]


def measured(ideas):
    """(precision, recall) of finding that an idea stays on familiar ground."""
    found = [(look(one["text"]) is not None, bool(one["ground"])) for one in ideas]
    right = sum(said and meant for said, meant in found)
    return right / sum(said for said, _ in found), right / sum(meant for _, meant in found)


def test_the_set_aside_is_large_and_both_kinds_are_in_it():
    assert len(SET_ASIDE) >= 60
    assert 0.3 < sum(bool(one["ground"]) for one in SET_ASIDE) / len(SET_ASIDE) < 0.7


def test_on_plain_ideas_what_is_found_is_right_and_little_is_missed():
    # Measured on words written without sight of these ideas: precision 0.97, recall 0.97.
    precision, recall = measured([one for one in SET_ASIDE if "why" not in one])
    assert precision >= 0.95
    assert recall >= 0.95


def test_with_every_trap_five_in_six_still_hold():
    # Measured: precision 0.86, recall 0.90. Half of these ideas are traps; a real session has few.
    precision, recall = measured(SET_ASIDE)
    assert precision >= 0.83
    assert recall >= 0.87


@pytest.mark.parametrize("every_other", [0, 1], ids=["looked-at", "held-out"])
def test_what_words_were_found_on_one_half_holds_on_the_other(every_other):
    both = LISTS[0]
    assert len(both["familiar"]) + len(both["elsewhere"]) >= 300
    ideas = [{"ground": "some", "text": text} for text in both["familiar"][every_other::2]]
    ideas += [{"ground": "", "text": text} for text in both["elsewhere"][every_other::2]]
    precision, recall = measured(ideas)
    assert precision >= 0.97
    assert recall >= 0.97


@pytest.mark.parametrize("one", LISTS[1:], ids=lambda one: one["name"])
def test_what_was_learnt_is_not_forgotten(one):
    ideas = [{"ground": "some", "text": text} for text in one["familiar"]]
    precision, recall = measured([*ideas, *({"ground": "", "text": text} for text in one["elsewhere"])])
    assert precision >= 0.95
    assert recall >= 0.95


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("better cantean food pls", Finding("food", ("cantean", "food"))),
        ("let us wear hodies", Finding("uniform", ("wear", "hodies"))),
        ("change the unifrom", Finding("uniform", ("unifrom",))),
        ("longer brake", Finding("break", ("brake",))),
        ("hair rules r stupid", Finding("uniform", ("hair",))),
        ("classrooms r freezing", Finding("buildings", ("classrooms", "freezing"))),
        ("water fountians", Finding("buildings", ("water fountians",))),
        ("pool", Finding("buildings", ("pool",))),
        ("new goal nets", Finding("break", ("goal nets",))),
        ("can we have toast again", Finding("food", ("toast",))),
        ("phones back at lunch", Finding("phones", ("phones",))),
        ("at lunch more pizza", Finding("food", ("pizza",))),
        ("FOOOOOD!!!", Finding("food", ("food",))),
        ("faster wi-fi", Finding("phones", ("wi fi",))),
        ("🍕🍕", Finding("food", ("🍕",))),
        ("sir shouts to much", None),
        ("break it down step by step", None),
        ("walk in our shoes for a day", None),
        ("who decides the uniform rules", None),
        ("", None),
        ("?! 2 :)", None),
        ("Tell us what happened to our ideas", None),
    ],
)
def test_it_says_by_which_words(text, finding):
    assert look(text) == finding


def test_things_need_a_quality_or_another_thing_and_nothing_that_points_elsewhere():
    assert look("the hall") is None
    assert look("a bigger hall") == Finding("buildings", ("bigger", "hall"))
    assert look("bigger hall for drama") is None
    assert look("new curtains in the hall for drama") is not None


def test_every_ground_goes_somewhere_underneath():
    for ground in vocabulary().grounds:
        assert ground.underneath.endswith("?")
        assert ground.plain.endswith("?")


def test_break_comes_last_so_that_when_does_not_win_over_what():
    assert vocabulary().grounds[-1].id == "break"


def test_each_word_or_phrase_says_one_thing():
    known = vocabulary()
    lists = [known.qualities, known.sayings, known.elsewhere, known.beside]
    lists += [phrases for ground in known.grounds for phrases in (ground.words, ground.things)]
    assert [phrase for phrase, times in Counter(chain.from_iterable(lists)).items() if times > 1] == []
    parts = {part for phrase in chain.from_iterable(lists) for part in phrase.split()}
    spelling = Spelling(parts, known.no_slip)
    assert [word for word in known.no_slip if spelling.heard(word)] == []
