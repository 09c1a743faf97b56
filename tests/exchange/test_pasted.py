"""Ideas from pasted lines."""

import pytest

from workshop_app.exchange.arrival import Arrival, Damaged, Duplicate, Incoming
from workshop_app.exchange.pasted import lines
from workshop_app.exchange.unreadable import SIZE_LIMIT, UnreadableError


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- More trips", "More trips"),
        ("* More trips", "More trips"),
        ("•More trips", "More trips"),
        ("  ◦\tMore trips", "More trips"),
        ("\uf0b7 More trips", "More trips"),
        ("o\tMore trips", "More trips"),
        ("1. More trips", "More trips"),
        ("2)\tMore trips", "More trips"),
        ("(12) More trips", "More trips"),
        ("b) More trips", "More trips"),
        ("☐ More trips", "More trips"),
        ("– More trips", "More trips"),
        ("-5 degrees is too cold", "-5 degrees is too cold"),
        ("1.5 hours for lunch", "1.5 hours for lunch"),
        ("2024. A new start", "2024. A new start"),
        ("3 more trips", "3 more trips"),
        ("O-levels", "O-levels"),
        ("A. Smith’s club", "A. Smith’s club"),
        ("**bold** moves", "**bold** moves"),
    ],
)
def test_bullets_and_numbers_go_and_words_stay(line, text):
    assert lines(line) == Arrival((Incoming(text, 1),))


def test_lines_are_sorted_like_rows():
    arrived = lines(
        "Ideas\r\n\r\n1. Bike shed\n-\n2. bike shed!\nCaf\ufffd\nLonger lunch\x0bMore trips", ["longer LUNCH"]
    )
    assert arrived == Arrival(
        ideas=(Incoming("Ideas", 1), Incoming("Bike shed", 3), Incoming("More trips", 8)),
        duplicates=(Duplicate(5, 3, "bike shed!"), Duplicate(7, None, "Longer lunch")),
        damaged=(Damaged(6, "Some letters could not be read."),),
    )


def test_a_text_too_long_for_one_idea_is_reported():
    assert lines("x" * 2_000 + "\n" + "y" * 2_001).damaged == (Damaged(2, "The text is longer than 2,000 characters."),)


def test_nothing_pasted_is_nothing():
    assert lines(" \n\t\n") == Arrival(())


def test_far_too_much_is_turned_away():
    with pytest.raises(UnreadableError, match="more than 20,000 rows"):
        lines("a\n" * 20_001)
    with pytest.raises(UnreadableError, match="more text than"):
        lines("a" * (SIZE_LIMIT + 1))
