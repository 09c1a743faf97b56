"""The familiar ground, measured on ideas that were set aside before the matcher was written."""

import tomllib
from pathlib import Path

import pytest

from workshop_app.facilitation.familiar import Finding, look, vocabulary

SET_ASIDE = tomllib.loads((Path(__file__).parent / "set_aside.toml").read_text(encoding="utf-8"))["idea"]


def measured(ideas):
    """(precision, recall) of finding that an idea stays on familiar ground."""
    found = [(look(one["text"]) is not None, bool(one["ground"])) for one in ideas]
    right = sum(said and meant for said, meant in found)
    return right / sum(said for said, _ in found), right / sum(meant for _, meant in found)


def test_the_set_aside_is_large_and_both_kinds_are_in_it():
    assert len(SET_ASIDE) >= 60
    assert 0.3 < sum(bool(one["ground"]) for one in SET_ASIDE) / len(SET_ASIDE) < 0.7


def test_on_plain_ideas_what_is_found_is_right_and_little_is_missed():
    # First measured, on words written without sight of these ideas: precision 1.00, recall 0.85.
    precision, recall = measured([one for one in SET_ASIDE if "why" not in one])
    assert precision >= 0.95
    assert recall >= 0.8


def test_with_every_trap_three_in_four_still_hold():
    # First measured: precision 0.76, recall 0.78. Half of these ideas are traps; a real session has few.
    precision, recall = measured(SET_ASIDE)
    assert precision >= 0.7
    assert recall >= 0.7


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("better cantean food pls", Finding("food", ("cantean", "food"))),
        ("let us wear hodies", Finding("uniform", ("hodies", "wear"))),
        ("change the unifrom", Finding("uniform", ("unifrom",))),
        ("who decides the uniform rules", None),
        ("", None),
        ("Tell us what happened to our ideas", None),
    ],
)
def test_it_says_by_which_words(text, finding):
    assert look(text) == finding


def test_every_ground_goes_somewhere_underneath():
    for ground in vocabulary().grounds:
        assert ground.underneath.endswith("?")
        assert ground.plain.endswith("?")
        assert not set(ground.words) & vocabulary().elsewhere
