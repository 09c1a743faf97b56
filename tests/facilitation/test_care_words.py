"""The words that keep everybody safe can be read by those whom they are for, and promise nothing that can’t be kept."""

import re

import pytest

from tests.facilitation.reading_age import reading_age, sentences, syllables, words
from workshop_app.facilitation import care_words


@pytest.mark.parametrize("rule", care_words.ground_rules())
def test_a_ground_rule_is_plain(rule: str) -> None:
    assert reading_age(rule) <= 8.5
    assert max(len(words(sentence)) for sentence in sentences(rule)) <= 10
    assert [word for word in words(rule) if syllables(word) >= 3] == []
    assert "’" not in rule
    assert "'" not in rule


def test_there_are_five_ground_rules_and_anybody_may_pass() -> None:
    assert len(care_words.ground_rules()) == 5
    assert any("pass" in rule for rule in care_words.ground_rules())
    assert any("reason" in rule for rule in care_words.ground_rules())


def test_secrecy_is_not_promised_and_eleven_year_olds_understand_it() -> None:
    said = care_words.promise()
    assert reading_age(said) <= 11
    assert "can’t keep it secret" in said
    assert "tell you first" in said
    assert not re.search(r"confidential|we promise", said, re.IGNORECASE)


def test_a_disclosure_is_heard_not_questioned_and_recorded_elsewhere() -> None:
    said = " ".join(care_words.disclosure())
    for needed in ("listen", "Don’t promise", "Don’t question further", "word for word", "Not here", "today"):
        assert needed in said
    assert all(reading_age(step) <= 12 for step in care_words.disclosure())


def test_nothing_exclaims() -> None:
    assert "!" not in "".join((*care_words.ground_rules(), care_words.promise(), *care_words.disclosure()))
