"""The line drawings: one for each aspect, one hand, one colour, and nothing in them but lines."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.bench import settle
from workshop_app.assets import NO_SYMBOL, find
from workshop_app.facilitation import prompts
from workshop_app.ui import theme
from workshop_app.ui.shared import symbols
from workshop_app.ui.shared.symbols import Symbol

DRAWN = sorted(find("symbols").glob("*.svg"))
PHASES = ("wave", "loop", "speech", "slips", "group", "hand", "plan", "pen", "sun")
STATES = ("lock", "half", "open", "eye-off", NO_SYMBOL)
DRAWS = {"svg", "path", "circle", "rect"}
SAYS = {
    *("viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"),
    *("d", "cx", "cy", "r", "x", "y", "width", "height", "rx", "transform"),
}
INK = QColor("#b8443f")
SIZES = (24, 48, 96)


def painted(name: str, box: QRectF, colour: QColor = INK) -> QImage:
    """A symbol on nothing, with as much room to the right and below as to the left and above."""
    room = QRect(0, 0, round(box.left() * 2 + box.width()), round(box.top() * 2 + box.height()))
    picture = QImage(room.size(), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    symbols.paint(painter, name, box, colour)
    painter.end()
    return picture


def touched(picture: QImage) -> list[tuple[int, int, QColor]]:
    """Each pixel with more than a breath of colour on it."""
    all_of_it = ((x, y, picture.pixelColor(x, y)) for x in range(picture.width()) for y in range(picture.height()))
    return [pixel for pixel in all_of_it if pixel[2].alpha() > 40]


def is_drawn(name: str) -> bool:
    return any(file.stem == name for file in DRAWN)


def test_every_aspect_has_a_drawing_of_its_own() -> None:
    wanted = [aspect.symbol for aspect in prompts.load().aspects]
    assert len(wanted) == 25
    assert len(set(wanted)) == 25
    assert [name for name in wanted if not is_drawn(name)] == []


@pytest.mark.parametrize("name", [*PHASES, *STATES])
def test_every_phase_and_state_has_a_drawing(name: str) -> None:
    assert is_drawn(name)


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.stem)
def test_a_drawing_is_lines_in_one_colour_and_nothing_else(file: Path) -> None:
    drawing = ElementTree.parse(file).getroot()
    assert drawing.attrib["viewBox"] == "0 0 48 48"
    assert (drawing.attrib["stroke-width"], drawing.attrib["stroke"]) == ("3", "currentColor")
    for part in drawing.iter():
        assert part.tag.removeprefix("{http://www.w3.org/2000/svg}") in DRAWS
        assert set(part.attrib) <= SAYS
        assert {part.get("fill", "none"), part.get("stroke", "none")} <= {"currentColor", "none"}
        assert "scale" not in part.get("transform", "")  # it would make the line thinner or thicker
        assert not (part.text or "").strip()
        assert not (part.tail or "").strip()
    assert not re.search(r"#|rgb|href|url|style|<!|<\?", file.read_text("utf-8"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.stem)
def test_it_fills_its_room_up_to_the_padding_in_the_given_colour(qapp: QApplication, file: Path, size: int) -> None:
    pixels = touched(painted(file.stem, QRectF(0, 0, size, size)))
    padding = size * 4 // 48
    for x, y, colour in pixels:
        assert padding <= x < size - padding
        assert padding <= y < size - padding
        if colour.alpha() == 255:
            assert colour == INK
    tall = max(y for _, y, _ in pixels) - min(y for _, y, _ in pixels) + 1
    wide = max(x for x, _, _ in pixels) - min(x for x, _, _ in pixels) + 1
    assert max(tall, wide) >= size * 0.7
    assert min(tall, wide) >= size * 0.5
    strong = sum(colour.alpha() > 200 for _, _, colour in pixels)
    assert 0.04 < strong / size**2 < 0.4  # neither faint nor a blot


def test_no_two_drawings_are_the_same(qapp: QApplication) -> None:
    seen = {painted(file.stem, QRectF(0, 0, 24, 24)).constBits().tobytes() for file in DRAWN}
    assert len(seen) == len(DRAWN)


@pytest.mark.parametrize("name", ["dragon", "", "Heart", "../symbols/heart", "symbols/heart", "heart.svg"])
def test_a_symbol_we_have_not_drawn_is_a_circle_with_dots(qapp: QApplication, name: str) -> None:
    box = QRectF(0, 0, 48, 48)
    assert painted(name, box) == painted("circle-dots", box) != painted("heart", box)


def test_it_keeps_its_shape_in_the_middle_of_a_wide_box(qapp: QApplication) -> None:
    wide = touched(painted("clock", QRectF(0, 0, 96, 48)))
    square = touched(painted("clock", QRectF(0, 0, 48, 48)))
    assert [(x - 24, y, colour) for x, y, colour in wide] == square


def test_a_see_through_colour_stays_see_through(qapp: QApplication) -> None:
    faint = QColor(INK)
    faint.setAlpha(100)
    assert max(colour.alpha() for *_, colour in touched(painted("heart", QRectF(0, 0, 48, 48), faint))) == 100


@pytest.mark.parametrize("tone", ["accent", "ink", "soft"])
def test_the_widget_follows_the_look(qapp: QApplication, tone: symbols.Tone) -> None:
    theme.apply(qapp, theme.Look.LIGHT)
    shown = Symbol("heart", 48, tone)
    for look in (theme.Look.LIGHT, theme.Look.DARK, theme.Look.CONTRAST):
        theme.apply(qapp, look)
        picture = shown.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(48) for y in range(48)}
        assert getattr(theme.tokens(), tone).lower() in colours


def test_the_widget_is_decoration_unless_it_is_given_a_name(qapp: QApplication) -> None:
    plain, named = Symbol("lock"), Symbol("lock", 30, said="Can't change")
    assert (plain.width(), plain.height()) == (44, 44)
    assert plain.accessibleName() == ""
    assert (named.width(), named.accessibleName()) == (30, "Can't change")


def test_another_symbol_takes_its_place_on_the_screen_at_once(qtbot: QtBot) -> None:
    shown = Symbol("lock", said="Can't change")
    qtbot.addWidget(shown)
    shown.show()
    settle()
    before = shown.screen().grabWindow(shown.winId()).toImage()
    shown.show_symbol("open", said="Open to change")
    settle()
    assert shown.accessibleName() == "Open to change"
    assert shown.screen().grabWindow(shown.winId()).toImage() != before
