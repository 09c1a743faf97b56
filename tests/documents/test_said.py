"""What was said around a plan, on paper: in own words, with a role and never a name, and the one list of answers."""

from dataclasses import replace

import pytest

from tests.documents.reading import pages, text, words_outside
from tests.documents.samples import LIMITS, OBJECTIONS, ORDINARY, WAVE, signed_by
from workshop_app.documents.paper import PaperAnswer, PaperIdea, PaperObjection
from workshop_app.documents.plan import build
from workshop_app.domain import answers
from workshop_app.domain.answers import Kind

OBJECT, NOT_OPEN = "What some of us object to", "What was not open, or only in part"


def printed(**more) -> str:
    return text(build(replace(ORDINARY, **more)))


def test_objections_are_printed_as_they_were_said_with_how_they_were_met():
    words = printed(objections=OBJECTIONS)
    assert OBJECT in words
    assert "“It takes time from the topic.” A student · how we met it: We try it in one subject first." in words
    assert "“We do ask, at the end.” A member of staff · it stands" in words


def test_what_was_not_open_is_printed_with_whose_and_why():
    words = printed(not_open=LIMITS)
    assert NOT_OPEN in words
    assert "Uniform: fixed The governors · The policy was agreed with families in June." in words
    assert "Money and what it is spent on: limited The council" in words


def test_neither_part_is_there_where_there_is_nothing_to_say():
    words = printed()
    assert OBJECT not in words
    assert NOT_OPEN not in words


@pytest.mark.parametrize("times", [1, 12, 40])
def test_short_or_long_all_of_it_is_there_and_stays_on_the_page(times):
    objections = tuple(PaperObjection(f"Objection number {n} of many of us.", "student") for n in range(times))
    pdf = build(replace(ORDINARY, objections=objections, not_open=LIMITS * times))
    words = " ".join(pages(pdf))
    assert all(f"Objection number {n} of" in words for n in range(times))
    assert words.count("The budget is set each spring.") == times
    assert words_outside(pdf) == []


@pytest.mark.parametrize("kind", Kind)
def test_an_idea_carries_its_answer_by_the_name_it_has_everywhere(kind):
    to = "The governors" if kind is Kind.PASSED_ON else ""
    idea = PaperIdea("Ask us.", "student", answer=PaperAnswer(kind.value, "Because.", "Ms Patel", to))
    words = printed(ideas=(idea,))
    name = f"{answers.name(kind)} to The governors" if to else answers.name(kind)
    assert f"Answered: {name} · Ms Patel · Because." in words


def test_a_usual_plan_with_an_honest_no_keeps_it_on_the_first_page():
    honest = PaperAnswer(
        "no",
        "The rule is the governors’, and they look at it in July.",
        "Ms Patel",
        need="To know early that we are lost, without a hand up.",
        small_try="Slips in one science class for three weeks.",
        students_say="Three weeks is fine if you tell us what the slips said.",
    )
    usual = signed_by(9)
    paper = replace(usual, ideas=(replace(usual.ideas[0], answer=honest),))
    pdf = build(paper)
    assert len(pages(pdf)) <= 2
    assert "Students say to it: “Three weeks is fine" in pages(pdf)[0]
    assert words_outside(pdf) == []


def test_the_answers_to_tick_are_the_one_list():
    words = printed()
    for kind in Kind:
        assert answers.name(kind) in words
    assert "passed on to" in words


def test_an_idea_that_was_drawn_is_drawn_and_one_in_another_language_has_its_translation():
    drawn, plain = (PaperIdea("", "student", drawing=strokes, translation="A door") for strokes in (WAVE, ()))
    assert "In our school’s language: “A door” A student" in printed(ideas=(drawn,))
    assert len(build(replace(ORDINARY, ideas=(drawn,)))) > len(build(replace(ORDINARY, ideas=(plain,)))) + 100
