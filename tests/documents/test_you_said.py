"""The poster for the classroom wall: always one page, read from two metres, and it counts what it has no room for."""

from dataclasses import replace
from datetime import date
from re import findall

import pytest

from tests.documents.reading import A4, pages, poppler, spoken, spoken_errors, words_outside
from workshop_app.documents.ledger_paper import PaperSaid, PaperVerdict
from workshop_app.documents.sizes import TIMES, Size
from workshop_app.documents.you_said import PosterPaper, build

GIVEN = date(2026, 11, 6)
HEAD = "Ms Patel, head teacher"
CHANGED = PaperSaid(
    "Ask us halfway",
    4,
    GIVEN,
    47,
    (PaperVerdict("yes-with-changes", "Science first.", HEAD, date(2026, 12, 12), done="Done. Since January."),),
)
TWO = PaperSaid(
    "Quiet room at lunch",
    1,
    GIVEN,
    47,
    (
        PaperVerdict("yes", "", HEAD, date(2026, 12, 12), asked="Open room 12"),
        PaperVerdict("not-yet", "No adult is free on Fridays.", HEAD, date(2026, 12, 12), asked="Every day"),
    ),
)
OURS = PaperSaid("Mentors", 2, GIVEN, 47, ours=True, done="2 of 3 steps are done.")
PASSED = PaperSaid(
    "Buses", 1, GIVEN, 47, (PaperVerdict("passed-on", "The council runs them.", HEAD, GIVEN, "council"),)
)
LATE = PaperSaid("Water", 3, GIVEN, 47, decider="Ms Patel", due=date(2026, 12, 18), promised=21)
WAITS = PaperSaid("A budget", 1, date(2026, 12, 22), 1, promised=21)
LONG = "Words that go on, and that nobody would want to cut. " * 30
ENDLESS = PaperSaid(LONG, 2, GIVEN, 1, (PaperVerdict("no", LONG, LONG[:80], GIVEN, asked=LONG, done=LONG),))
POSTER = PosterPaper("Hillside School", "2026–27", date(2026, 12, 23), (CHANGED, TWO, OURS, PASSED), (LATE, WAITS))


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize(
    "paper",
    [
        POSTER,
        replace(POSTER, answered=(), waiting=(WAITS,)),
        replace(POSTER, answered=(CHANGED, TWO, OURS, PASSED) * 3, waiting=(LATE, WAITS) * 6),
        replace(POSTER, answered=(ENDLESS,) * 12, waiting=(replace(LATE, title=LONG, decider=LONG[:80]),) * 12),
        replace(POSTER, answered=(), waiting=(), practice=True),
    ],
    ids=["usual", "one", "many", "endless", "empty"],
)
def test_it_is_one_page_in_letters_that_are_read_from_afar(paper: PosterPaper, size: Size) -> None:
    pdf = build(paper, size)
    assert len(pages(pdf)) == 1
    assert words_outside(pdf, size=(A4[1] * TIMES[size], A4[0] * TIMES[size])) == []
    assert spoken_errors(pdf) == []
    if paper.answered or paper.waiting:
        heights = [
            float(low) - float(high)
            for high, low in findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', poppler(pdf, "-bbox"))
        ]
        titles = sorted(heights)[-12:]
        assert min(titles) > 14 * TIMES[size]  # what was said and answered, in points with what is around letters


def test_it_says_what_became_of_each_why_and_who_decided() -> None:
    (page,) = pages(build(POSTER))
    for words in (
        f"Ask us halfway 4 ideas Yes with changes Done. Since January. Science first. {HEAD} · 12 December 2026",
        f"Quiet room at lunch Open room 12 Yes {HEAD} · 12 December 2026",
        f"Every day Not yet No adult is free on Fridays. {HEAD} · 12 December 2026",
        "Mentors 2 ideas We do it ourselves 2 of 3 steps are done. It needs nobody’s decision.",
    ):
        assert words in page


def test_what_waits_says_since_when_and_who_must_answer() -> None:
    (page,) = pages(build(replace(POSTER, answered=())))
    since = "Water 3 ideas No answer yet Waiting since 6 November: 47 days. The school promised 21 days."
    assert f"{since} The answer is due by 18 December, from Ms Patel. That day has passed." in page
    assert "A budget No answer yet Waiting since 22 December: 1 day." in page


def test_what_has_no_room_is_counted() -> None:
    paper = replace(POSTER, answered=(CHANGED,) * 12, waiting=(LATE,) * 12, more_answered=5, more_waiting=7)
    (page,) = pages(build(paper))
    rows, waiting = page.count("Ask us halfway"), page.count("Water")
    assert 0 < rows < 12
    assert 0 < waiting < 12
    answered, wait = 5 + 4 * (12 - rows), 7 + 3 * (12 - waiting)
    assert f"{answered} more ideas have an answer. {wait} more ideas wait for one." in page
    assert "All of them are in our promise ledger." in page


def test_it_is_read_as_a_table_in_which_each_row_is_about_something() -> None:
    kinds = [kind for kind, _ in spoken(build(POSTER))]
    assert kinds.count("TR") == 1 + 5 + 2
    assert kinds.count("TH") == 3 + 5 + 2


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert build(POSTER) == build(POSTER)
