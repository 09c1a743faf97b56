"""The plan for everybody: in letters of 18 points and more, and in plain words with a symbol for each part."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from types import ModuleType

import pytest
from pypdf import PdfReader

from tests.documents.reading import pages, poppler, spoken, spoken_errors, text, words_outside
from tests.documents.samples import LIMITS, OBJECTIONS, ORDINARY, WAVE, decision
from tests.documents.test_hostile_plans import MARKUP, everywhere
from workshop_app.documents import plan_large, plan_plain
from workshop_app.documents.paper import (
    PaperAnswer,
    PaperCoverage,
    PaperFamily,
    PaperIdea,
    PaperPerson,
    PaperSignature,
)

BOTH = (plan_large, plan_plain)
WHOLE = replace(
    ORDINARY,
    actions=(decision(done_looks="We were asked back", help=("The projector",)), *ORDINARY.actions[1:]),
    objections=OBJECTIONS,
    not_open=LIMITS,
    ideas=(*ORDINARY.ideas, PaperIdea("", "student", drawing=WAVE, answer=PaperAnswer("not-yet", "In spring."))),
    first_step_by=date(2026, 11, 24),
    came_from="Ysgol y Bryn",
    coverage=PaperCoverage((PaperFamily("How we learn", 4, 9),), (("student", 12),)),
    head_agreed=PaperSignature(PaperPerson("Ms Patel", "staff"), WAVE, post="Head teacher"),
)


@pytest.mark.parametrize("module", BOTH)
def test_it_is_read_aloud_and_asks_for_no_answer(module: ModuleType) -> None:
    pdf = module.build(WHOLE)
    assert spoken_errors(pdf) == []
    kinds = [kind for kind, _ in spoken(pdf)]
    assert kinds[0] == "H1"
    assert "Form" not in kinds
    assert words_outside(pdf, margin=20) == []


THREE_LINES = "We are lost in the middle and nobody asks us before the test is over. " * 2
HEADINGS = ("How we will know", "What students know", "What staff know", "Why", "First small step", "Help we have")


@pytest.mark.parametrize("lines", range(1, 9))
def test_in_large_print_no_heading_is_alone_at_the_foot_of_a_page(lines: int) -> None:
    fields = ("how_we_know", "students_know", "staff_know", "why", "first_step", "help_we_have")
    paper = replace(ORDINARY, change="\n".join(["We try."] * lines), **dict.fromkeys(fields, THREE_LINES))
    for sheet in pages(plan_large.build(paper)):
        assert not sheet.rpartition(" page ")[0].endswith(HEADINGS)


@pytest.mark.parametrize("module", BOTH)
def test_all_that_was_agreed_is_in_it(module: ModuleType) -> None:
    words = text(module.build(WHOLE))
    for part in (
        "Ask us halfway",
        "In every topic, teachers ask halfway",
        "Ten minutes in the January staff meeting.",
        "12 December 2026",
        "We were asked back",
        "The projector",
        "Make three halfway questions",
        "Nguyễn",
        "Try one slip with one class.",
        "24 November 2026",
        "Fewer of us say",
        "12 March 2027",
        "Nobody puts a hand up.",
        "It takes time from the topic.",
        "We try it in one subject first.",
        "Uniform: fixed",
        "In spring.",
        "Łukasz",
        "Ms Patel",
        "content 7f3a 91c2 0b4e",
    ):
        assert part in words, part


def test_no_letter_of_the_large_print_is_smaller_than_eighteen_points() -> None:
    sizes: set[float] = set()

    def visit(words: str, _matrix: object, _text: object, _font: object, size: float) -> None:
        if words.strip():
            sizes.add(size)

    for page in PdfReader(BytesIO(plan_large.build(replace(WHOLE, practice=True)))).pages:
        page.extract_text(visitor_text=visit)
    assert min(sizes) >= plan_large.LEAST
    assert max(sizes) > 30


def test_sentences_of_the_plain_words_are_short() -> None:
    ours = poppler(plan_plain.build(WHOLE))
    for sentence in (
        "We asked Ms Patel, head teacher.",
        "An adult is there too.",
        "The answer is: not yet. In spring.",
    ):
        assert sentence in ours


@pytest.mark.parametrize("module", BOTH)
def test_whatever_was_written_a_paper_comes_of_it(module: ModuleType) -> None:
    for words, name in ((MARKUP, "<i>N</i> & <b>"), ("Ŵ" * 900, "M" * 80), ("\u202e\x00", "\ud800")):
        pdf = module.build(everywhere(words, name))
        assert words_outside(pdf) == []


@pytest.mark.parametrize("module", BOTH)
def test_what_nobody_said_has_no_heading(module: ModuleType) -> None:
    bare = replace(ORDINARY, why="", ideas=(), objection="", first_step="", actions=ORDINARY.actions[1:])
    words = " ".join(pages(module.build(bare)))
    for heading in ("First small step", "The first small step", "What we ask for", "object to", "Not everybody"):
        assert heading not in words
    assert module.build(bare) == module.build(bare)
