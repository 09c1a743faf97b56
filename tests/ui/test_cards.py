"""Cards: what is drawn, what it says in English, and scripts from right to left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
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
from workshop_app.ui.shared import cards
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


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_a_translation_can_be_read_on_every_tint(qapp: QApplication, look: Look) -> None:
    theme.apply(qapp, look)
    t = theme.tokens()
    soft = theme.between(t.soft, t.ink)
    for tint in t.families.values():
        assert contrast(soft, tint.ground) >= 7


def contrast(one: str, other: str) -> float:
    def luminance(name: str) -> float:
        parts = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
        red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


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
