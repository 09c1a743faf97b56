"""Cards: what is drawn, what it says in English, and scripts from right to left."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui import rich
from tests.ui.bench import Bench
from workshop_app.domain import choosing, ideas
from workshop_app.domain.audience import Card
from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Plan
from workshop_app.ui import lettering, theme
from workshop_app.ui.shared import cards, marks
from workshop_app.ui.shared.drawing import Picture
from workshop_app.ui.theme import Look

CROSS = (((0.05, 0.05), (0.95, 0.95)), ((0.05, 0.95), (0.95, 0.05)))
SCALE = 2.0  # device pixels a board unit
HEBREW = "נשמח לדבר קודם"


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, Look.LIGHT)


def card(text: str, translation: str = "", drawing: tuple[tuple[tuple[float, float], ...], ...] = ()) -> Card:
    return Card("id", text, "people", "Lessons", "student", None, 0, 0, 0, 0, 0, False, translation, drawing)


def inked(one: Card, left: float, top: float, right: float, bottom: float) -> int:
    """How many dark pixels there are in a part of the card, in board units from its corner."""
    pixmap = cards.paint(one, SCALE)
    image = QImage(pixmap.size(), QImage.Format.Format_RGB32)
    image.fill(theme.tokens().families["people"].ground)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    ground = QColor(theme.tokens().families["people"].ground).lightness()
    across = range(round((left + cards.SHADOW) * SCALE), round((right + cards.SHADOW) * SCALE))
    down = range(round((top + cards.SHADOW) * SCALE), round((bottom + cards.SHADOW) * SCALE))
    return sum(image.pixelColor(x, y).lightness() < ground - 90 for x in across for y in down)


UPPER, LOWER = (12, 4, CARD_W - 6, 34), (12, 46, CARD_W - 6, CARD_H - cards.FOOT)


def test_a_drawing_fills_a_card_without_words_and_stands_beneath_words() -> None:
    assert inked(card("", drawing=CROSS), *UPPER) > 50
    assert inked(card("A pond"), *LOWER) == 0
    assert inked(card("A pond", drawing=CROSS), *LOWER) > 50


def test_a_drawing_stays_on_its_card_beside_however_many_words() -> None:
    full = card("word " * 400, "and so on " * 200, CROSS)
    assert inked(full, 12, 60, CARD_W - 6, CARD_H - cards.FOOT) > 50
    assert inked(full, CARD_W + 1, 0, CARD_W + 8, CARD_H) == 0
    assert inked(full, 12, CARD_H + 1, CARD_W, CARD_H + 8) == 0


def test_a_translation_stands_beneath_the_words() -> None:
    assert inked(card("Ставок"), 12, 34, CARD_W - 6, 60) == 0
    assert inked(card("Ставок", "A pond"), 12, 30, CARD_W - 6, 56) > 20
    long = card("ставок " * 60, "a pond " * 60)
    assert inked(long, 12, 62, CARD_W - 6, CARD_H - cards.FOOT) > 100


def test_words_from_right_to_left_begin_at_the_right() -> None:
    left, right = (12, 4, 60, 40), (CARD_W - 70, 4, CARD_W - 6, 40)
    assert inked(card("שלום"), *left) == 0
    assert inked(card("שלום"), *right) > 20
    assert inked(card("Hello"), *left) > 20
    assert inked(card("Hello"), *right) == 0


def test_each_line_knows_its_way() -> None:
    lines = lettering.broken(f"{HEBREW}\nand English", theme.font(16), 400)
    assert lines.leftward == (True, False)
    assert lettering.broken("English and " + HEBREW, theme.font(16), 400).leftward == ()
    assert lettering.broken("zwölf", theme.font(16), 400).leftward == ()


def given_by(role: str, **more: object) -> Card:
    return replace(card("A pond"), role=role, **more)


def test_by_role_a_card_has_the_tint_of_the_role_and_always_its_word() -> None:
    tints = [*theme.tokens().families.values(), *theme.tokens().roles.values()]
    spot = round((cards.SHADOW + CARD_W / 2) * SCALE), round((cards.SHADOW + 70) * SCALE)

    def ground(role: str, *, by_role: bool) -> str:
        return QColor(cards.paint(given_by(role), SCALE, by_role=by_role).toImage().pixel(*spot)).name().upper()

    assert len({tint.edge for tint in tints}) == len(tints) - 1  # those of none are the same
    for role in ("student", "staff", "family", "community", ""):
        assert ground(role, by_role=True) == theme.tokens().roles[role].ground
        assert ground(role, by_role=False) == theme.tokens().families["people"].ground
    assert ground("a role of tomorrow", by_role=True) == theme.tokens().roles[""].ground
    no_label = replace(given_by("student"), label="")
    assert worded(no_label, by_role=False) == 0 < worded(no_label, by_role=True)


def worded(one: Card, *, by_role: bool) -> int:
    """How many dark pixels there are where the foot's words stand."""
    image = cards.paint(one, SCALE, by_role=by_role).toImage()
    across = range(round((cards.SHADOW + 36) * SCALE), round((cards.SHADOW + 90) * SCALE))
    down = range(round((cards.SHADOW + CARD_H - 22) * SCALE), round((cards.SHADOW + CARD_H - 6) * SCALE))
    return sum(image.pixelColor(x, y).lightness() < 110 for x in across for y in down)


def test_no_two_families_or_roles_share_a_symbol_or_a_pattern() -> None:
    kinds = ["", "learning", "people", "voice", "wellbeing", "world", "student", "staff", "family", "community"]
    for draw in (marks.symbol, marks.edge):
        pictures = []
        for kind in kinds:
            picture = QImage(60, 60, QImage.Format.Format_RGB32)
            picture.fill(0xFFFFFF)
            painter = QPainter(picture)
            draw(painter, kind, QRectF(4, 0, 14 if draw is marks.symbol else 7, 60), QColor("black"))
            painter.end()
            pictures.append(bytes(picture.constBits()))
        assert len(set(pictures)) == len(kinds)


def test_both_kinds_of_expertise_are_a_mark_and_words() -> None:
    one = given_by("student")
    right = (CARD_W - 30, CARD_H - 22, CARD_W - 6, CARD_H - 6)
    assert inked(one, *right) == 0 < inked(replace(one, both=True), *right)
    assert "what students know and what staff know" not in cards.spoken(one, "")
    assert "what students know and what staff know are both there" in cards.spoken(replace(one, both=True), "")


@pytest.mark.parametrize("counts", [(0, 0), (5, 1), (3, 3), (5, 5), (28, 31), (100, 100)])
def test_the_foots_words_and_marks_never_lie_on_each_other(counts: tuple[int, int]) -> None:
    crowded = replace(card("A pond"), label="W" * 40, role="community", both=True, forward=True)
    full = replace(crowded, students_back=counts[0], adults_back=counts[1])
    metrics = QFontMetricsF(theme.font(cards.SMALL))
    left = CARD_W - 8 - cards.TICK_W - marks.BOTH_W - marks.backing_width(counts, metrics)
    assert left > 60
    assert inked(full, left - 2, CARD_H - 22, left, CARD_H - 6) == 0
    assert inked(full, CARD_W + 1, 0, CARD_W + 8, CARD_H) == 0


def test_words_are_as_large_as_fits_and_no_word_is_cut_to_be_larger() -> None:
    def size(text: str) -> int:
        return cards._broken(text, cards.TEXT_H, 1.0)[0]

    sizes = [size("A pond"), size("Ask us halfway what we don't get"), size("word " * 14), size("word " * 40)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == max(cards.SIZES)
    assert sizes[-1] == min(cards.SIZES)
    for text in ("Interdisciplinary", "Rückstoßdämpfungs", "Responsibilities for all of us"):
        lines = cards._broken(text, cards.TEXT_H, 1.0)[1]
        assert " ".join(lines.lines) == text


@pytest.mark.parametrize(
    ("one", "begins"),
    [
        (card("", drawing=CROSS), "A drawing, Lessons"),
        (card("A pond", drawing=CROSS), "A drawing: A pond, Lessons"),
        (card("Ставок", "A pond"), "Ставок. A pond, Lessons"),
        (card("A pond"), "A pond, Lessons"),
    ],
)
def test_what_is_said_of_a_card(one: Card, begins: str) -> None:
    assert cards.spoken(one, "").startswith(begins)


class TestOnTheBoard:
    @pytest.fixture
    def bench(self, bench: Bench) -> Iterator[Bench]:
        made = rich.board_of_six(bench.home)
        space = made.workspace
        given = [Given("", Role.STUDENT, drawing=CROSS)]
        spots = ideas.spots(space.programme, 1)
        space.perform("bring-in", ideas.add, new_ids=["drawn"], at=space.now(), given=given, spots=spots)
        made.close()
        bench.start()
        bench.press("Carry on")
        yield bench

    def test_an_idea_is_said_in_english_too_and_no_longer(self, bench: Bench) -> None:
        bench.choose("Tell us why")
        bench.press("Move to…")
        bench.menu("Say it in English too…")
        bench.type("Listen first", enter=True)
        (idea,) = (one for one in bench.programme.all(Idea).values() if one.text == "Tell us why")
        assert idea.translation == "Listen first"
        assert bench.card("Tell us why").card.translation == "Listen first"
        bench.press("Move to…")
        bench.menu("Say it in English too…")
        assert "Tell us why" in bench.texts()
        bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        bench.key(Qt.Key.Key_Delete)
        bench.key(Qt.Key.Key_Return)
        assert bench.card("Tell us why").card.translation == ""
        bench.undo()
        assert bench.card("Tell us why").card.translation == "Listen first"

    def test_the_board_is_coloured_by_who_said_it_and_back(self, bench: Bench) -> None:
        item, roles = bench.card("Tell us why"), theme.tokens().roles

        def ground() -> str:
            image = item.pixmap().toImage()
            return QColor(image.pixel(image.width() // 2, round(image.height() * 0.68))).name().upper()

        assert ground() == theme.tokens().families[""].ground
        bench.desk.looking.colour_by_role(on=True)
        bench.stage.still()
        assert ground() == roles["student"].ground
        bench.view.commands.said_by(item.card.id, "family")
        bench.stage.still()
        assert ground() == roles["family"].ground
        bench.desk.looking.colour_by_role(on=False)
        bench.stage.still()
        assert ground() == theme.tokens().families[""].ground

    def test_a_drawing_is_read_in_full_and_gets_words(self, bench: Bench) -> None:
        bench.choose("")
        bench.press("Move to…")
        bench.menu("Read or change it…")
        assert [one.accessibleName() for one in bench.seen(Picture)] == ["A drawing"]
        bench.type("A pond", enter=True)
        idea = bench.programme.all(Idea)["drawn"]
        assert (idea.text, idea.drawing) == ("A pond", CROSS)

    def test_a_plan_is_made_of_a_drawing(self, bench: Bench) -> None:
        bench.desk.do("take-forward", choosing.take_forward, {"drawn"})
        bench.work.go("plan")
        bench.press("Make a plan of: (a drawing)")
        assert [plan.title for plan in bench.programme.all(Plan).values()] == ["(a drawing)"]
