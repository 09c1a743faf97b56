"""Prompts and slips on paper: every prompt once, whole, in any script; blank ones where there is none."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.reading import A4, poppler, spoken, spoken_errors, words_outside
from workshop_app.documents import prompt_sheets, slips
from workshop_app.documents.prompt_paper import PaperPrompt, PromptPaper

SCRIPTS = ("Siân Łukasz Nguyễn", "Дар'я", "عائشہ", "\N{SEEDLING}", "<b>&amp; {name}")
LONG = "Words that go on and on. " * 60
PROMPTS = (
    PaperPrompt("Which rule is hard to like?", "Which rule do you not like?", "Behaviour", "balance", "people"),
    *(PaperPrompt(f"What of {words}?", f"Plain {words}", f"About {words}", "not-drawn", "") for words in SCRIPTS),
    PaperPrompt(LONG, LONG[:300], "An aspect of our own, with a name that goes on and on", "star", "voice"),
)
PAPER = PromptPaper("Hillside School", "Session 3", date(2026, 11, 13), PROMPTS)
LYING = (A4[1], A4[0])


def sheets_of(pdf: bytes) -> list[str]:
    return [" ".join(page.split()) for page in poppler(pdf, "-raw").split("\f")[:-1]]


@pytest.mark.parametrize(("each", "pages"), [(1, 7), (4, 2)])
def test_each_prompt_is_there_once_and_in_plainer_words(each: int, pages: int) -> None:
    pdf = prompt_sheets.build(PAPER, each)
    found = sheets_of(pdf)
    words = " ".join(found)
    assert len(found) == pages
    for name in SCRIPTS:
        assert words.count(name) == 3  # the prompt, in plainer words, its aspect
    assert ("…" in words) == (each == 4)  # a quarter of a page has no room for words without end
    assert all("Hillside School · Session 3 · 13 November 2026" in page for page in found)
    assert words_outside(pdf, size=LYING) == []
    assert spoken_errors(pdf) == []
    assert b"Helvetica" not in pdf


def test_only_one_or_four_go_on_a_page() -> None:
    with pytest.raises(ValueError, match="3"):
        prompt_sheets.build(PAPER, 3)


def test_without_prompts_the_sheet_says_so() -> None:
    assert "No questions are chosen yet." in sheets_of(prompt_sheets.build(replace(PAPER, prompts=())))[0]


@pytest.mark.parametrize("drawing", [False, True])
def test_four_slips_for_each_prompt(drawing: bool) -> None:
    pdf = slips.build(PAPER, drawing=drawing)
    found = sheets_of(pdf)
    assert len(found) == len(PROMPTS)
    for words, page in zip(SCRIPTS, found[1:], strict=False):
        assert page.count(words) == 4
        assert page.count("No name needed.") == 4
        assert page.count("A drawing, if you like") == (4 if drawing else 0)
    assert words_outside(pdf) == []
    assert spoken_errors(pdf) == []
    assert [kind for kind, _ in spoken(pdf)].count("LI") == 4 * len(PROMPTS)


def test_empty_slips_ask_an_open_question() -> None:
    (page,) = sheets_of(slips.build(replace(PAPER, prompts=(), session="", practice=True)))
    assert page.count("What would you change, or keep?") == 4
    assert "Practice Hillside School · 13 November 2026" in page


def test_the_same_prompts_give_the_same_bytes() -> None:
    assert slips.build(PAPER) == slips.build(PAPER)
    assert prompt_sheets.build(PAPER) == prompt_sheets.build(PAPER)
