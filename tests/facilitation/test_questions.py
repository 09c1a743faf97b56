"""What is asked by head-count: every key has words and a picture for each answer, and they are plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.small import small
from tests.domain.test_headcounts import counted
from tests.facilitation.reading_age import reading_age, sentences, syllables, words
from tests.strategies import often
from workshop_app.assets import find
from workshop_app.domain import headcounts
from workshop_app.domain.headcounts import ANSWERS, KEYS, STAFF_TOO, Side
from workshop_app.facilitation import questions
from workshop_app.facilitation.questions import Question

EVERY = [questions.question(key) for keys in KEYS.values() for key in keys]


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.key)
def test_a_question_reads_at_eight(asked: Question) -> None:
    for said in filter(None, (asked.text, asked.staff)):
        assert reading_age(said) <= 8
        assert max(len(words(sentence)) for sentence in sentences(said)) <= 13
        assert [word for word in words(said) if syllables(word) >= 3 and word != "ideas"] == []
    for answer in asked.answers:
        assert reading_age(answer.words) <= 8.5
        assert len(words(answer.words)) <= 9


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.key)
def test_every_answer_has_a_picture_of_its_own(asked: Question) -> None:
    assert len(asked.answers) == ANSWERS[asked.family]
    assert len({one.symbol for one in asked.answers}) == len(asked.answers)
    assert all(find(f"symbols/{one.symbol}.svg").exists() for one in asked.answers)
    assert bool(asked.staff) == (asked.family in STAFF_TOO)


def test_what_small_numbers_can_not_show_is_said_plainly() -> None:
    assert len(questions.limits()) == 3
    assert all(reading_age(one) <= 9 for one in questions.limits())


@often
@given(st.lists(st.integers(0, 3), min_size=3, max_size=3).filter(any))
def test_in_words_there_is_nothing_of_fewer_than_five_and_never_a_share(counts: list[int]) -> None:
    (picture,) = headcounts.pictures(counted(small(), "c", "lundy/space", *counts).programme)
    told = questions.in_words(picture)
    few = sum(counts) < headcounts.SHOWN_FROM
    said = f"Session 1, 14 Sep: {counts[0]} Yes, {counts[1]} In part, {counts[2]} No."
    assert told == (() if few else (said,))
    assert "%" not in "".join(told)


def test_each_side_is_asked_in_its_own_words() -> None:
    heard = questions.question("help/heard")
    assert heard.asks(Side.STUDENTS) != heard.asks(Side.STAFF)
