"""How old a reader has to be: every prompt, its plain variant and its follow-ups."""

from statistics import mean

import pytest

from tests.facilitation.reading_age import reading_age, sentences, syllables, words
from workshop_app.facilitation import prompts
from workshop_app.facilitation.familiar import Ground, vocabulary
from workshop_app.facilitation.prompts import Prompt

PROMPTS = [prompt for aspect in prompts.load().aspects for prompt in aspect.prompts]


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_a_prompt_reads_at_eleven_and_its_plain_variant_at_eight(prompt: Prompt) -> None:
    assert reading_age(prompt.text) <= 11
    assert reading_age(prompt.plain) <= 8
    assert all(reading_age(follow_up) <= 11.7 for follow_up in prompt.follow_ups)


@pytest.mark.parametrize("ground", vocabulary().grounds, ids=lambda ground: ground.id)
def test_what_goes_underneath_reads_at_eleven_and_its_plain_variant_at_eight_and_a_half(ground: Ground) -> None:
    assert reading_age(ground.underneath) <= 11
    assert reading_age(ground.plain) <= 8.5
    assert "’" not in ground.plain


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_the_plain_variant_is_made_of_short_words_and_short_sentences(prompt: Prompt) -> None:
    assert max(len(words(sentence)) for sentence in sentences(prompt.plain)) <= 13
    assert [word for word in words(prompt.plain) if syllables(word) >= 3 and word not in ALLOWED] == []
    assert "’" not in prompt.plain  # “don’t” is harder than “do not” for a newcomer


ALLOWED = {"bullying", "computer", "families", "ideas", "idea", "cameras", "remember"}


def test_the_plain_variants_are_plainer_on_the_whole() -> None:
    assert mean(reading_age(prompt.plain) for prompt in PROMPTS) + 1 < mean(reading_age(p.text) for p in PROMPTS)
    vocabulary = {word.lower() for prompt in PROMPTS for word in words(prompt.plain)}
    assert len(vocabulary) <= 350


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("school", 1), ("make", 1), ("makes", 1), ("asked", 1), ("teacher", 2), ("lesson", 2), ("little", 2),
        ("needed", 2), ("places", 2), ("uniform", 3), ("decision", 3), ("community", 4), ("someone’s", 2), ("the", 1),
        ("changes", 2), ("noticed", 2), ("wished", 1), ("idea", 3), ("responsibility", 6),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_measure_tells_easy_from_hard() -> None:
    easy = "What do you eat? Who sits with you?"
    middle = "When you choose a subject, what should help you decide, and what should not?"
    hard = (
        "Identify organisational mechanisms facilitating meaningful participation throughout institutional governance."
    )
    assert reading_age(easy) == 5
    assert 6 < reading_age(middle) < 11
    assert reading_age(hard) > 18
