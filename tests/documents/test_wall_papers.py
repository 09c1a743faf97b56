"""What hangs on the wall or goes to the head by hand: answers, the school promise, the letter of a trigger."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.reading import A4, pages, poppler, spoken, spoken_errors, text, words_outside
from tests.documents.samples import WAVE
from workshop_app.documents import answers_poster, promise_page, trigger_letter
from workshop_app.documents.answers_poster import AnswersPaper
from workshop_app.documents.promise_page import PromisePaper
from workshop_app.documents.sizes import TIMES, Size
from workshop_app.documents.trigger_letter import LetterPaper
from workshop_app.domain import answers

ON = date(2026, 11, 13)
SCRIPTS = "Siân Łukasz Nguyễn Дар'я عائشہ \N{SEEDLING} <b>&amp; {name}"
LONG = "Words that go on and on. " * 60
PROMISE = PromisePaper(
    "Hillside School",
    "2026–27",
    ON,
    (
        ("Protected time", "Fifty minutes every second Friday."),
        ("Who decides what", "Everything else: the head.\nRules: the governors."),
        ("A small budget", ""),
    ),
)
LETTER = LetterPaper(
    "Hillside School", ON, "Ms Patel, head teacher", date(2026, 12, 4), "A quiet room at lunch.", 8, 9, 2, ON
)


@pytest.mark.parametrize("size", Size)
def test_the_five_answers_are_on_one_page_each_with_its_sentence(size: Size) -> None:
    pdf = answers_poster.build(AnswersPaper(f"School {SCRIPTS}", ON), size)
    (page,) = pages(pdf)
    said = [f"{answers.name(kind).capitalize()} {answers_poster.sentence(kind)}" for kind in answers.Kind]
    at = [page.index(" ".join(words.split())) for words in said]
    assert at == sorted(at)
    side = A4[0] * TIMES[size], A4[1] * TIMES[size]
    assert words_outside(pdf, size=side) == []
    assert spoken_errors(pdf) == []
    assert [kind for kind, _ in spoken(pdf)].count("LI") == len(answers.Kind)


def test_a_promise_that_nobody_signed_has_lines_for_what_is_missing() -> None:
    pdf = promise_page.build(PROMISE)
    (page,) = pages(pdf)
    assert "A small budget" in page
    assert "page 1 of 1" in page
    assert all(word in page for word in ("Signed", "Name", "Post", "Date"))
    assert spoken_errors(pdf) == []


@pytest.mark.parametrize(("drawn", "typed"), [(WAVE, ""), ((), "M. Patel")])
def test_a_signed_promise_is_printed_signed(drawn: tuple, typed: str) -> None:
    signed = replace(
        PROMISE, signed_by="Ms Patel", post="head teacher", signed_on=ON, strokes=drawn, words=typed, practice=True
    )
    pdf = promise_page.build(signed)
    page = text(pdf)
    assert "Ms Patel · head teacher" in page
    assert "Signed on 13 November 2026" in page
    assert (("Figure", "Drawn signature of Ms Patel") in spoken(pdf)) == bool(drawn)
    assert (typed or "Sample people") in page
    assert spoken_errors(pdf) == []


def test_a_letter_says_who_answers_by_when_and_leaves_room_for_the_answer() -> None:
    page = text(trigger_letter.build(replace(LETTER, promised=21)))
    for words in (
        "Please answer by 4 December 2026",
        "To Ms Patel, head teacher",
        "“A quiet room at lunch.”",
        "Backed by 9 students and 2 adults. Our school agreed that 8 are enough to get an answer.",
        "We asked for the answer on 13 November 2026. The school promised an answer within 21 days.",
        *("yes", "yes with changes", "not yet", "no", "passed on to", "Signature, name and post"),
    ):
        assert words in page
    assert "passed. We still wait" not in page


def test_a_late_letter_says_that_it_is_late_and_who_hears() -> None:
    late = replace(LETTER, on=date(2026, 12, 5))
    assert "That day has passed. We still wait." in text(trigger_letter.build(late))
    told = text(trigger_letter.build(replace(late, hears="the chair of governors")))
    assert "We still wait, and tell the chair of governors." in told


@pytest.mark.parametrize("words", [SCRIPTS, LONG])
def test_what_people_wrote_is_there_whole_in_any_script(words: str) -> None:
    said = replace(LETTER, idea=words, translation=words, decider=words[:80], drawing=WAVE)
    promised = replace(PROMISE, promised=(("Time", words), ("Budget", words)), signed_by=words[:80], signed_on=ON)
    for pdf in (trigger_letter.build(said), promise_page.build(promised)):
        found = poppler(pdf, "-raw").split()
        for word in ("Siân", "Łukasz", "Nguyễn", "Дар'я", "عائشہ") if words == SCRIPTS else ("Words",):
            assert len([one for one in found if word in one]) >= (3 if words == SCRIPTS else 120)
        assert words_outside(pdf) == []
        assert spoken_errors(pdf) == []
        assert b"Helvetica" not in pdf
