"""A session on paper: all that was asked, said and chosen, in its order, and nothing that is not there."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.reading import pages, poppler, spoken, spoken_errors, text, words_outside
from tests.documents.samples import WAVE
from workshop_app.documents.ledger_paper import PaperSaid, PaperVerdict
from workshop_app.documents.paper import PaperObjection
from workshop_app.documents.record import build
from workshop_app.documents.record_paper import RecordAsked, RecordIdea, RecordPaper, RecordPicture, RecordPromise

LONG = "Words that go on and on, over more than a page. " * 40
BARE = RecordPaper("Hillside School", 3, date(2026, 11, 13), 50, date(2026, 11, 14))
FULL = replace(
    BARE,
    roles=("student",) * 9 + ("staff",) * 2,
    asked=(
        RecordAsked("What of lessons?", "How lessons are taught", (RecordIdea("Ask on slips."), RecordIdea("Wait."))),
        RecordAsked("What of rules?", "Behaviour", passed=True),
        RecordAsked("What of lunch?", "Breaks"),
        RecordAsked("", "", (RecordIdea("A budget", translation="Money", drawing=WAVE),)),
    ),
    themes=(("Lessons", 2), ("Money", 1)),
    aside=2,
    chosen=(RecordIdea("Ask on slips.", students_back=6, adults_back=1, agree=7, live_with=1, insisted=True),),
    objections=(PaperObjection("It takes time.", "student", "One subject first."), PaperObjection("We do.", "staff")),
    answered=(PaperSaid("Lessons", 2, verdicts=(PaperVerdict("not-yet", "In spring.", "Ms P", date(2026, 11, 14)),)),),
    open=(
        RecordPromise("Make slips", "Ask us", "", date(2026, 11, 10), 4, "Stuck. No paper."),
        RecordPromise("Look again"),
    ),
    more_open=3,
    we_change="We wait before we speak.",
    pictures=(RecordPicture("Were you heard?", (("Very much", 6), ("Not at all", 0)), "6 students"),),
    limits=("Few people answered.",),
    power=("Proposed, in ideas: students 4.", "Did, in actions: staff 1."),
)


def test_it_says_everything_in_the_order_in_which_it_happened() -> None:
    said = text(build(FULL))
    at = [
        said.index(words)
        for words in (
            "Session 3: what we asked, said and chose",
            "9 students and 2 staff were here. 50 minutes.",
            "What of lessons?",
            "“Ask on slips.”",
            "Said besides",
            "In our school’s language: “Money”",
            "What of rules? We passed on it.",
            "What of lunch? Nothing was written down.",
            "Lessons: 2 ideas",
            "2 ideas were set aside, each for a reason that the group saw.",
            "backed by 6 students and 1 adult · 7 agree · 1 can live with it · the group insists on it",
            "A student · how we met it: One subject first.",
            "A member of staff · it stands",
            "Lessons (2 ideas)",
            "Not yet",
            "In spring. · Ms P · 14 November 2026",
            "plan “Ask us” · by 10 November 2026 · overdue by 4 days · Stuck. No paper.",
            "no day was named",
            "3 more are in the promise ledger.",
            "We wait before we speak.",
            "Were you heard? (6 students)",
            "Few people answered.",
            "Who held what this year, by role",
            "Did, in actions: staff 1.",
        )
    ]
    assert at == sorted(at)


def test_pictures_are_heard_as_numbers() -> None:
    said = spoken(build(FULL))
    assert ("Figure", "Very much: 6, Not at all: 0") in said
    assert ("Figure", "A drawing that goes with: A budget") in said
    assert spoken_errors(build(FULL)) == []


def test_what_did_not_happen_has_no_heading() -> None:
    (page,) = pages(build(BARE))
    for heading in ("take forward", "object", "answered", "still open", "head-count", "put together", "Also asked"):
        assert heading not in page
    assert spoken_errors(build(BARE)) == []


@pytest.mark.parametrize("count", [1, 60])
def test_long_words_run_on_over_pages_and_none_is_lost(count: int) -> None:
    many = tuple(RecordIdea(f"{number} {LONG if number < 3 else 'short'}") for number in range(count))
    paper = replace(
        FULL,
        asked=(RecordAsked("What?", "All", many),),
        chosen=many,
        we_change=LONG,
        objections=(PaperObjection(LONG, "student", LONG),),
    )
    pdf = build(paper)
    said = " ".join(poppler(pdf).split())
    assert said.count("Words that go on") == 40 * (2 * min(3, count) + 3)
    assert words_outside(pdf) == []
    assert spoken_errors(pdf) == []
