"""What follows a plan, on its paper: what is overdue, what done looks like, who agreed last, what was talked about."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.reading import pages, spoken, spoken_errors, text, words_outside
from tests.documents.samples import ORDINARY, WAVE, decision
from workshop_app.documents.coverage_picture import in_words
from workshop_app.documents.paper import (
    PaperCoverage,
    PaperFamily,
    PaperOverdue,
    PaperPerson,
    PaperSignature,
)
from workshop_app.documents.plan import build

OVERDUE = (PaperOverdue("Longer lunch on Wednesdays", 9, "Ms Patel", date(2026, 11, 3)),)
COVERAGE = PaperCoverage(
    (PaperFamily("How we learn", 4, 9), PaperFamily("Wellbeing", 0, 8)), (("student", 23), ("staff", 4), ("family", 0))
)
HEAD = PaperSignature(PaperPerson("Ms Patel", "staff"), WAVE, post="Head teacher")


def test_what_is_overdue_stands_before_what_is_asked() -> None:
    (first, *_rest) = pages(build(replace(ORDINARY, overdue=OVERDUE)))
    assert "9 of us backed this. An answer from Ms Patel was due on 3 November 2026." in first
    places = [first.index(words) for words in ("Agreed", "An answer is overdue", "Longer lunch", "One thing needs")]
    assert places == sorted(places)
    assert "overdue" not in text(build(ORDINARY))


def test_an_action_says_what_done_looks_like_and_what_goes_into_it() -> None:
    done = replace(ORDINARY.actions[1], done_looks="Two classes have tried", help=("Slips", "the library"))
    words = text(
        build(replace(ORDINARY, actions=(decision(done_looks="We are asked back"), done, ORDINARY.actions[2])))
    )
    assert "Done looks like: We are asked back" in words
    assert "Action Who By Done looks like" in words
    assert "Two classes have tried" in words
    assert "With: Slips, the library" in words
    assert "Done looks like" not in text(build(ORDINARY))


def test_the_first_step_has_its_day_and_the_plan_its_school() -> None:
    words = text(build(replace(ORDINARY, first_step_by=date(2026, 11, 24), came_from="Ysgol y Bryn")))
    assert "Try one slip with one class. By 24 November 2026." in words
    assert "This plan began at Ysgol y Bryn." in words


def test_who_decides_for_the_school_agrees_last_and_by_their_post() -> None:
    pdf = build(replace(ORDINARY, head_agreed=HEAD))
    words = text(pdf)
    assert "signed by 2 students and 1 member of staff. Ms Patel (Head teacher) has agreed too." in words
    assert words.index("Mr A. staff") < words.index("Ms Patel Head teacher")
    assert ("Figure", "Drawn signature of Ms Patel") in spoken(pdf)


def test_coverage_is_a_picture_whose_values_are_all_said() -> None:
    pdf = build(replace(ORDINARY, coverage=COVERAGE))
    asked = "Parts of school life that we asked about: How we learn 4 of 9, Wellbeing 0 of 8."
    said = f"{asked} Ideas given: Students 23, Staff 4."
    assert in_words(COVERAGE) == said
    assert ("Figure", said) in spoken(pdf)
    words = text(pdf)
    for value in ("How we learn", "4 of 9", "0 of 8", "Students", "23", "Staff"):
        assert value in words
    assert spoken_errors(pdf) == []


@pytest.mark.parametrize("count", [1, 40])
def test_no_coverage_is_too_wide_or_too_long_for_a_page(count: int) -> None:
    wide = PaperCoverage(tuple(PaperFamily("W" * 60, 30, 60) for _ in range(count)), (("student", 10_000),))
    assert words_outside(build(replace(ORDINARY, coverage=wide))) == []


def test_with_all_of_it_the_asks_are_on_the_first_page() -> None:
    three = tuple(decision(f"Ask {number} of three.") for number in (1, 2, 3))
    whole = replace(
        ORDINARY, actions=(*three, *ORDINARY.actions[1:]), overdue=OVERDUE, coverage=COVERAGE, head_agreed=HEAD
    )
    first = pages(build(whole))[0]
    assert all(words in first for words in ("Ask 1 of three.", "Ask 3 of three.", "Answered by"))


def test_where_signatures_stand_on_another_page_the_first_one_names_who_signed() -> None:
    three = tuple(decision(f"Ask {number} of three.") for number in (1, 2, 3))
    first, *rest = pages(build(replace(ORDINARY, actions=(*three, *ORDINARY.actions[1:]))))
    assert "1 member of staff. Siân and Nguyễn (students), Mr A. (staff)" in first
    assert "Signed" in " ".join(rest)
