"""The paper for the head, read back from its PDF."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.documents.reading import A4, pages, poppler, text, words_outside
from tests.documents.samples import LIMITS, NO_DECISION, OBJECTIONS, ORDINARY, WAVE, decision, signed_by, students
from workshop_app.documents.page import PAGE
from workshop_app.documents.paper import Begins, PaperAction, PaperIdea, PaperPerson, PaperSignature
from workshop_app.documents.plan import build, in_brief
from workshop_app.documents.plan_words import fingerprint


@pytest.fixture(scope="module")
def ordinary() -> bytes:
    return build(ORDINARY)


def test_it_says_everything_that_was_agreed(ordinary):
    words = text(ordinary)
    for sentence in (
        "Hillside School · coproduction group · 13 November 2026",
        "Ask us halfway",
        "✓ Agreed and signed by 2 students and 1 member of staff.",
        "One thing needs your decision",
        "Asked of Ms Patel, head teacher · by 12 December 2026",
        "Brought by Siân (student)",
        "Siân and Łukasz (students)",
        "27 November 2026",
        "Nguyễn (student), Mr A. (staff)",
        "with an adult",
        "Fewer of us say “I was lost”",
        "We look at it again on 12 March 2027.",
        "We are asked how it went when it is over.",
        "“By the test it’s too late to say you were lost.”",
        "A student · backed by 6 students, 1 adult",
        "A family member · backed by 2 adults · the group insists on it",
        "Which minute we get lost in.",
        "How much time each topic has.",
        "It takes time from the topic.",
        "Ten minutes of tutor time.",
        "Try one slip with one class.",
        "Nguyễn T.",
        "student · typed",
        "Absent: Ewa (student)",
        "Still asked to sign: Dan’s mum (family)",
    ):
        assert sentence in words


def test_another_reader_finds_the_awkward_names_unbroken_too(ordinary):
    words = poppler(ordinary)
    for name in ("Siân", "Łukasz", "Nguyễn", "Plan one lesson together ✓"):
        assert name in words


def test_the_one_list_of_answers_is_there_to_tick(ordinary):
    words = text(ordinary)
    places = [words.index(answer) for answer in ("yes", "yes with changes", "not yet", "no", "passed on to")]
    assert places[:3] == sorted(places[:3])
    for room in ("Reason, for the students to read", "What happens next", "By whom", "By when", "Answered by", "Date"):
        assert room in words


def test_nothing_to_decide_is_said_calmly():
    words = text(build(NO_DECISION))
    assert "Nothing here waits for you. This is for you to know." in words
    assert "passed on to" not in words
    assert "What begins without you" in words


def test_a_plan_of_decisions_alone_begins_nothing():
    assert "The plan waits for the answer above." in text(build(replace(ORDINARY, actions=(decision(),))))


def test_three_asks_share_the_first_page_and_the_others_follow():
    asks = tuple(
        decision(f"Ask number {number} of five, with enough words for two lines. " * 2) for number in range(1, 6)
    )
    first, *rest = pages(build(replace(ORDINARY, actions=(*asks, *ORDINARY.actions[1:]))))
    assert "5 things need your decision" in first
    assert first.count("passed on to") == 3
    assert "Ask number 3" in first
    assert "Ask number 4" not in first
    after = " ".join(rest)
    assert after.index("Make three halfway questions") < after.index("Also waiting for a decision")
    assert after.index("Also waiting for a decision") < after.index("4 · asked of Ms Patel")
    assert after.count("passed on to") == 2


def test_each_page_says_what_it_belongs_to():
    sheets = pages(build(replace(ORDINARY, how_we_know="We ask. " * 240, why="We know. " * 400)))
    assert len(sheets) > 2
    for number, sheet in enumerate(sheets, start=1):
        assert "Ask us halfway · version 2 · content 7f3a 91c2 0b4e" in sheet
        assert f"page {number} of {len(sheets)}" in sheet
        assert "Practice" not in sheet


def test_what_says_practice_has_air_below_it():
    for page in (PAGE, replace(PAGE, small=11.0)):
        assert page.top - page.bar >= 20  # the edge, and some room more


def test_practice_is_marked_on_each_page():
    sheets = pages(build(replace(ORDINARY, practice=True)))
    assert all("Practice Sample people and sample ideas" in sheet for sheet in sheets)


def test_a_long_name_at_the_foot_gives_way_to_the_content_number():
    sheet = pages(build(replace(ORDINARY, title="W" * 80)))[0]
    assert "W… · version 2 · content 7f3a 91c2 0b4e" in sheet


def test_its_fonts_are_embedded_and_no_other_is_named(ordinary):
    fonts = [font.get_object() for page in PdfReader(BytesIO(ordinary)).pages for font in _fonts(page)]
    assert {font["/BaseFont"].split("+")[1] for font in fonts} == {"Andika", "Andika-Bold"}
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)
    assert b"Helvetica" not in ordinary


def test_a_usual_plan_with_two_asks_has_all_that_is_asked_on_the_first_of_two_pages():
    usual = signed_by(6)
    asks = (decision(), decision("Two students join the panel when a new teacher is chosen."))
    own = (*ORDINARY.actions[1:], replace(ORDINARY.actions[1], what="Show the answers in assembly"))
    with_voices = replace(usual, actions=(*asks, *own), objections=OBJECTIONS[:1], not_open=LIMITS[:1])
    first, second = pages(build(with_voices))
    assert "Answered by" in first
    assert "Show the answers in assembly" in first
    assert OBJECTIONS[0].text in second
    assert LIMITS[0].why in second
    assert words_outside(build(with_voices), margin=24) == []


def test_a_paper_that_needs_more_than_a_page_is_not_crowded():
    words = text(build(replace(ORDINARY, why="We are asked when it is over. " * 60)))
    assert "Brought by Siân (student)" in words


def test_pages_are_a4_and_it_says_what_it_is(ordinary):
    reader = PdfReader(BytesIO(ordinary))
    assert all(tuple(map(float, page.mediabox[2:])) == pytest.approx(A4) for page in reader.pages)
    assert reader.metadata.title == "Ask us halfway"
    assert reader.metadata.author == "Hillside School coproduction group"
    assert reader.metadata.creation_date.date() == date(2026, 11, 13)
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_same_paper_is_the_same_bytes(ordinary):
    assert build(ORDINARY) == ordinary
    assert build(replace(ORDINARY, version=3)) != ordinary


def test_an_ordinary_plan_keeps_away_from_the_edge_and_within_two_pages(ordinary):
    assert words_outside(ordinary, margin=24) == []
    assert len(pages(ordinary)) <= 2
    assert len(ordinary) < 120_000


@pytest.mark.parametrize("count", [1, 4, 5, 9, 10, 12])
def test_a_usual_plan_with_its_signatures_is_one_page(count):
    assert len(pages(build(signed_by(count)))) == 1


def test_rows_of_signatures_go_on_over_pages_from_below_the_rest():
    first, second = pages(build(signed_by(30)))
    assert "Signed" in first
    assert "Number 5 student" in first
    assert "Number 30 student" in second
    assert "Each signature belongs" in second


def test_the_heading_of_signatures_is_not_alone():
    sheets = [pages(build(replace(signed_by(10), why="We know why. " * length))) for length in range(0, 60, 4)]
    assert {len(sheet) for sheet in sheets} == {1, 2}
    for words in (words for sheet in sheets for words in sheet if "Signed" in words):
        assert "Signed Number 1" in words


def test_signatures_are_lines_that_a_pen_drew():
    drawn = build(replace(ORDINARY, signatures=(PaperSignature(PaperPerson("S", "student"), WAVE),)))
    typed = build(replace(ORDINARY, signatures=(PaperSignature(PaperPerson("S", "student"), (), "S"),)))
    assert _curves(drawn) - _curves(typed) == len(WAVE[0]) - 1 + 4  # a dot is a circle of four


def test_a_row_of_an_action_never_hides_under_a_second_heading_on_one_page():
    actions = tuple(
        PaperAction("Do one thing after the other. " * (60 if number % 3 else 2), Begins.NOW, students("A"), None)
        for number in range(12)
    )
    for sheet in pages(build(replace(ORDINARY, actions=actions)))[1:]:
        assert sheet.count("Action Who By") <= 1


def test_only_what_is_filled_in_has_a_heading():
    bare = replace(
        ORDINARY, why="", ideas=(), students_know="", staff_know="", objection="", help_we_have="", first_step=""
    )
    words = text(build(bare))
    for heading in ("Why, in their words", "What students know", "What staff know", "Kept", "Help we have", "First"):
        assert heading not in words
    assert "How we will know" in words


def test_the_change_is_in_a_sentence_first_and_whole_later():
    long = "We ask halfway in every single topic. " + "Then we look at the answers together. " * 20
    first, *rest = pages(build(replace(ORDINARY, change=long.strip())))
    assert "We ask halfway in every single topic. ✓ Agreed" in first
    assert "The whole change" in " ".join([first, *rest])
    assert " ".join([first, *rest]).count("Then we look at the answers together.") == 20


@pytest.mark.parametrize(
    ("change", "brief"),
    [
        ("Short, and\nover two lines.", "Short, and over two lines."),
        ("E.g. this. " + "word " * 100, "E.g. this. " + ("word " * 45).strip() + "…"),
        ("x" * 300, "x" * 240 + "…"),
    ],
)
def test_a_change_in_brief(change, brief):
    assert in_brief(change) == brief


def test_the_content_number_is_twelve_digits_in_groups_of_four():
    assert fingerprint("0123456789abcdef" * 4) == "0123 4567 89ab"


def _fonts(page):
    return page["/Resources"]["/Font"].values()


def _curves(pdf: bytes) -> int:
    return sum(
        operator == b"c"
        for page in PdfReader(BytesIO(pdf)).pages
        for _operands, operator in page.get_contents().operations
    )


def test_thirty_one_pages_are_small_enough_to_send():
    ideas = tuple(
        PaperIdea(f"{number}: we would say it halfway, not at the end.", "student", 4) for number in range(740)
    )
    pdf = build(replace(signed_by(12), ideas=ideas))
    assert 30 <= len(PdfReader(BytesIO(pdf)).pages) <= 32
    assert len(pdf) < 200 * 1024
