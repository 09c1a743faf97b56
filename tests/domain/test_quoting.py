"""Words are found in a text as people quote them, and other words are left alone."""

import pytest

from workshop_app.domain.quoting import holds, without

WORDS = "He shouts at me every evening when nobody else is there"


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        WORDS.upper(),
        f"We heard: “{WORDS}”. And then?",
        f"said{WORDS}again",
        WORDS.replace(" every ", "\nevery\t"),
        "He shouts at me every evening when nobody…",
        "He shouts at me every evening when",
    ],
)
def test_words_are_found(text):
    assert holds(text, WORDS)
    assert "shouts" not in without(text, WORDS).lower()


@pytest.mark.parametrize("text", ["", "He shouts", "everything", "It is there", "He…", "shouts at me every evening"])
def test_other_words_are_left(text):
    assert without(text, WORDS) == text
    assert not holds(text, WORDS)


def test_short_words_are_found_only_where_they_are_the_whole_text():
    assert without(" Water ", "water") == "…"
    assert without("Water on every floor", "water") == "Water on every floor"


def test_one_word_is_not_found_within_another():
    assert not holds("international days", "national")
    assert holds("a national day", "National")


def test_no_words_are_in_no_text():
    assert not holds("anything", "")
    assert without("anything", " ") == "anything"


def test_signs_in_words_mean_nothing():
    assert without(r"so: (a+b) \d [x] ok?", r"(a+b) \d [x]") == "so: … ok?"
