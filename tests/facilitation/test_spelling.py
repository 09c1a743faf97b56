"""Words found again as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.facilitation.spelling import Spelling, said

SPELLING = Spelling(
    ["shorts", "toilet", "canteen", "sandwich", "vegetarian", "tie", "curry", "pen"], ["shout", "canter"]
)


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("toilet", "toilet"),
        ("toilets", "toilet"),
        ("tolet", "toilet"),
        ("toliets", "toilet"),
        ("sandwhich", "sandwich"),
        ("sandwiches", "sandwich"),
        ("curries", "curry"),
        ("vegiterian", "vegetarian"),
        ("cantean", "canteen"),
        ("shrts", "shorts"),
        ("ties", "tie"),
        ("pens", "pen"),
    ],
)
def test_plurals_and_slips_are_heard(word, heard):
    assert SPELLING.heard(word) == {heard}


@pytest.mark.parametrize("word", ["shouts", "shout", "canter", "tip", "ben", "ten", "boilet", "vegan", "ton", "a"])
def test_other_words_short_ones_and_other_first_letters_are_not(word):
    assert SPELLING.heard(word) == frozenset()


def test_words_are_taken_out_of_what_was_typed():
    assert said("Sooooo COLD, can't w8 4 wi-fi 🍕 2day!!! 12") == [
        "soo",
        "cold",
        "cant",
        "w8",
        "wi",
        "fi",
        "🍕",
        "2day",
    ]


@often
@given(st.text(max_size=60))
def test_any_text_is_heard(text):
    for word in said(text):
        assert SPELLING.heard(word) <= {"shorts", "toilet", "canteen", "sandwich", "vegetarian", "tie", "curry", "pen"}
