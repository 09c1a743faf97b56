"""What may still be a name is listed for a reader; plain words are not."""

from functools import cache

import pytest

from workshop_app.domain.names import Naming
from workshop_app.domain.people import Role
from workshop_app.facilitation import prompts
from workshop_app.facilitation.left_over import in_other_scripts, left_over

bank = cache(prompts.load)
GROUP = Naming((("Will", Role.STUDENT), ("Siân", Role.STUDENT)))


def words(*texts: str) -> list[str]:
    return [one.word for one in left_over(texts, GROUP, bank(), but=("Hillside School",))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We asked Kofi about it", ["Kofi"]),
        ("Kofi asked us", ["Kofi"]),
        ("then Mrs green came", ["green"]),
        ("then Mrs Green came", ["Green"]),
        ("Mail k.o@school.org or 07700 900123", ["k.o@school.org", "07700 900123"]),
        ("ask @kofi_2010", ["@kofi_2010"]),
        ("We will see on Monday", ["will"]),
        ("We meet in the Hillside hall. Lessons are long. The teachers listen.", []),
        ("", []),
    ],
)
def test_it_asks_about_what_may_be_a_name(text: str, found: list[str]) -> None:
    listed = words(text)
    assert [one for one in found if one not in listed] == []
    if not found:
        assert listed == []


def test_a_word_is_listed_once_with_its_place_and_how_often() -> None:
    (one,) = left_over(["We asked Kofi. It was Kofi again"], GROUP, bank())
    assert (one.word, one.times, one.before) == ("Kofi", 2, "We asked ")


def test_what_is_cut_ends_with_three_dots_and_nothing_else_does() -> None:
    far = "It was too long ago to say how the day of it began with"
    (one,) = left_over([f"{far} Kofi"], GROUP, bank())
    assert (one.before, one.after) == ("…say how the day of it began with ", "")
    (one,) = left_over(["We asked Kofi whether he had been there on all three of the long days"], GROUP, bank())
    assert (one.before, one.after) == ("We asked ", " whether he had been there on all…")
    (one,) = left_over(["We asked Kofi in time"], GROUP, bank())
    assert (one.before, one.after) == ("We asked ", " in time")


def test_a_sentences_first_word_that_is_said_in_small_letters_too_is_no_name() -> None:
    assert words("Zebras are in the hall. We like zebras.") == []
    assert words("Zebras are in the hall.") == ["Zebras"]  # a name may begin a sentence
    assert words("We like zebras. We asked Zebras.") == ["Zebras"]


def test_scripts_without_capitals_are_told() -> None:
    assert in_other_scripts(["我们问了"])
    assert not in_other_scripts(["We asked", "Мы спросили"])
