"""The board on paper: every card once, whole, in words that can be read, on as few pages as that takes."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import getAscentDescent

from tests.documents.reading import joined, poppler, spoken, spoken_errors, text, words_outside
from workshop_app.documents import cut_cards, look, poster, poster_pages
from workshop_app.documents.board_paper import BoardPaper, PaperCard, PaperGround, PaperTheme
from workshop_app.documents.fitting import cut, fitted
from workshop_app.documents.fonts import REGULAR, register
from workshop_app.domain import board
from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.ui import theme

ON = date(2026, 11, 6)
A3 = (poster.WIDTH, poster.HEIGHT)
ROOM = (1130.0, 756.0)
SCRIPTS = ("gŵyl Siân Łukasz", "Nguyễn Việt", "Більше часу", "“Why?” – ✓")
CROSS = (((0.05, 0.05), (0.95, 0.95)), ((0.05, 0.95), (0.95, 0.05)))


def paper(sizes: tuple[int, ...] = (), loose: int = 0, **more: object) -> BoardPaper:
    """A board with themes of so many cards, laid out as the board does it, and loose cards below."""
    members = {f"t{n}": [f"t{n}c{m}" for m in range(size)] for n, size in enumerate(sizes)}
    spots = [(f"loose{n}", x, y) for n, (x, y) in enumerate(board.free_spots([], loose))]
    laid = board.arrange(members, spots)

    def card(key: str, theme_name: str = "") -> PaperCard:
        x, y = laid.cards[key]
        return PaperCard(f"Idea {key} of ours", x, y, "voice", "Decisions", theme=theme_name, students_back=2)

    themes = tuple(
        PaperTheme(f"Theme {key}", box.x, box.y, box.w, box.h, tuple(card(one, f"Theme {key}") for one in members[key]))
        for key, box in laid.themes.items()
    )
    grounds = (PaperGround("Not in a theme yet", tuple(card(key) for key, _, _ in spots)),) if spots else ()
    return replace(BoardPaper("Hillside School", "Session 3", ON, themes, grounds), **more)


def sheets_of(pdf: bytes) -> list[str]:
    """The words of each page; poppler reads many pages ten times as fast as pypdf."""
    return [" ".join(page.split()) for page in poppler(pdf).split("\f")[:-1]]


@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (1, 1), (8, 1), (9, 2), (900, 113)])
def test_eight_cards_to_cut_out_on_a_page(count: int, sheets: int) -> None:
    pdf = cut_cards.build(paper(loose=count))
    found = sheets_of(pdf)
    assert len(found) == sheets
    assert sum(page.count("of ours") for page in found) == count
    assert f"page {sheets} of {sheets}" in found[-1]


@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (1, 1), (9, 1), (40, 1), (900, 15)])
def test_a_poster_takes_more_pages_only_where_it_could_not_be_read(count: int, sheets: int) -> None:
    pdf = poster.build(paper(loose=count))
    found = sheets_of(pdf)
    assert len(found) == sheets
    assert sum(page.count("of ours") for page in found) == count
    assert all("Hillside School · Session 3 · 6 November 2026" in page for page in found)
    assert words_outside(pdf, size=A3) == []
    assert ("No ideas lie on the board yet." in found[0]) == (count == 0)


@pytest.mark.parametrize("sizes", [(6, 4, 9), (24, 3, 90), (300, *[12] * 20)])
def test_themes_stand_in_their_order_and_one_that_is_too_large_goes_on(sizes: tuple[int, ...]) -> None:
    pdf = poster.build(paper(sizes, 10))
    words = " ".join(sheets_of(pdf))
    assert words.count("of ours") == sum(sizes) + 10
    first = [words.index(f"Theme t{n}") for n in range(len(sizes))]
    assert first == sorted(first)
    assert ("Theme t0 (2 of" in words) == (sizes[0] == 300)


def test_no_words_of_a_poster_are_smaller_than_nine_points() -> None:
    register()
    ascent, descent = getAscentDescent(REGULAR, 9)
    for one in (paper((300, *[12] * 20), 100), paper(loose=90), paper((9, 9), 30)):
        spots = re.findall(r'<word [^>]*yMin="([-\d.]+)"[^>]*yMax="([-\d.]+)"', poppler(poster.build(one), "-bbox"))
        assert min(float(bottom) - float(top) for top, bottom in spots) >= 0.99 * (ascent - descent)


def test_one_page_is_the_board_as_it_lies() -> None:
    one = paper((4, 2), 5)
    scale, (page,) = poster_pages.laid(one, *ROOM)
    first = page.cards[0]
    shift = (first[1] - first[0].x, first[2] - first[0].y)
    assert all((x - card.x, y - card.y) == pytest.approx(shift) for card, x, y in page.cards)
    assert scale >= poster_pages.LEAST


spots = st.tuples(st.floats(0, 1e6), st.floats(0, 1e6))
near = st.tuples(st.floats(0, 3000), st.floats(0, 3000))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(near, near, spots), max_size=80), st.lists(st.integers(0, 200), max_size=5))
def test_every_card_is_on_one_page_and_whole(lying: list[tuple[float, float]], sizes: list[int]) -> None:
    loose = tuple(PaperCard(f"{n}", x, y + 5000) for n, (x, y) in enumerate(lying))
    one = replace(paper(tuple(sizes)), grounds=(PaperGround("Not in a theme yet", loose),))
    scale, sheets = poster_pages.laid(one, *ROOM)
    placed = [card for page in sheets for card, _, _ in page.cards]
    assert sorted(map(id, placed)) == sorted(map(id, one.cards))
    assert len(sheets) <= max(1, len(placed) + len(sizes))
    for page in sheets:
        for _, x, y in page.cards:
            assert -0.01 <= x * scale <= ROOM[0] - CARD_W * scale + 0.01
            assert -0.01 <= y * scale <= ROOM[1] - CARD_H * scale + 0.01


@pytest.mark.parametrize("build", [poster.build, cut_cards.build])
def test_names_and_scripts_are_in_it_as_they_were_written(build) -> None:
    school, name = "Ysgol Łódź & <b>", "Gŵyl <i>"
    cards = tuple(
        PaperCard(words, n * 220.0, 0, translation=words, label=words, theme=name) for n, words in enumerate(SCRIPTS)
    )
    odd = PaperCard("كتب <b>&amp; {name} \U0001f600 你", 0, 200, "people", said_by="staff", drawing=CROSS)
    one = BoardPaper(school, "", ON, (PaperTheme(name, 0, 0, 448, 192, cards),), (PaperGround("", (odd,)),))
    said = poppler(build(one), "-raw")
    for words in (*SCRIPTS, name, school):
        assert "".join(words.split()) in "".join(said.split())
    assert "<b>&amp;{name}" in joined(build(one))
    assert "stands for a character that this paper can't show" in said


def test_practice_and_the_same_bytes() -> None:
    for build in (poster.build, cut_cards.build):
        assert "Practice" in text(build(paper(loose=2, practice=True)))
        assert build(paper((3,), 2)) == build(paper((3,), 2))
        assert b"Helvetica" not in build(paper((3,), 2))


def test_cards_say_their_theme_and_long_words_stay_on_them() -> None:
    long = PaperCard("Ŵ" * 400, translation="word " * 300, drawing=CROSS, label="L" * 60, theme="T" * 80)
    some = BoardPaper("H", "", ON, (PaperTheme("T" * 80, 0, 0, 448, 192, (long,)),))
    pdf = cut_cards.build(some)
    assert words_outside(pdf) == []
    assert "theme: TTT" in text(pdf)
    assert "theme: Theme t0" in text(cut_cards.build(paper((1,))))


def test_words_are_as_large_as_fits() -> None:
    register()
    sizes = (30.0, 20.0, 10.0)
    assert fitted("A pond", 200, 100, sizes).size == 30
    assert fitted("Ask us halfway what we don't get yet", 200, 60, sizes).size == 20
    left = fitted("word " * 200, 200, 60, sizes)
    assert (left.size, left.whole, left.lines[-1][-1]) == (10, False, "…")
    assert left.height <= 60
    assert cut("short", 100, 10) == "short"
    assert cut("W" * 100, 100, 10).endswith("W…")


def test_paper_has_the_colours_of_the_screens_light_look() -> None:
    for family, tint in theme.LIGHT.families.items():
        ground, edge = look.CARD_TINTS[family]
        assert [f"#{one.hexval()[2:].upper()}" for one in (ground, edge)] == [tint.ground, tint.edge]
    assert f"#{look.BENEATH.hexval()[2:]}" == theme.beneath(theme.LIGHT)


@pytest.mark.parametrize("build", [poster.build, cut_cards.build])
def test_a_board_is_read_aloud_card_by_card(build) -> None:
    full = PaperCard("A pond", 0, 0, "voice", "L", "staff", "Pwll", CROSS, "T", 9, 1, True, True, "yes")
    more = replace(paper((2, 0, 3), 4), practice=True)
    assert spoken_errors(build(more)) == []
    assert spoken_errors(build(paper())) == []
    said = spoken(build(replace(more, grounds=(*more.grounds, PaperGround("", (full,))))))
    assert [kind for kind, _ in said].count("LI") == 10
    assert said[0] == ("H1", "")
    assert ("Figure", "A drawn idea") in said
    if build is poster.build:
        assert [kind for kind, _ in said].count("H2") == 4
        assert any("students who back it: 9, adults who back it: 1, it goes forward" in alt for _, alt in said)
