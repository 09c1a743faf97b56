"""The bar keeps its way in the middle where it can, shows what there is room for of a title, and recolours the app."""

from collections import Counter

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable
from workshop_app.ui import theme
from workshop_app.ui.bar import TopBar
from workshop_app.ui.settings import Settings
from workshop_app.ui.theme import Look

LONG = "Brookfield Academy of the Sciences and the Arts, Upper School · 2026–27"
PAGES = ("people", "map", "prepare", "lead", "board", "bring-in", "choose", "plan", "promises")


def shown(qapp: QApplication, title: str, width: int, *, practice: bool = False) -> TopBar:
    theme.apply(qapp, Look.LIGHT)
    bar = TopBar()
    bar.resize(width, 60)
    bar.show()
    bar.show_programme(title, practice=practice)
    settle()
    return bar


def title_of(bar: TopBar) -> QLabel:
    return next(one for one in bar.findChildren(QLabel) if one.accessibleName())


@pytest.mark.parametrize("width", [1366, 1920])
def test_a_usual_title_is_there_in_full(qapp: QApplication, width: int) -> None:
    assert title_of(shown(qapp, "Brookfield Academy · 2026–27", width)).text() == "Brookfield Academy · 2026–27"


def test_a_long_title_takes_the_room_there_is_whenever_that_changes(qapp: QApplication) -> None:
    bar = shown(qapp, LONG, 1180)
    lengths = []
    for width in (1180, 1366, 1920, 1180):
        bar.resize(width, 60)
        settle()
        lengths.append(len(title_of(bar).text()))
    assert lengths[0] == lengths[3] < lengths[1] < lengths[2]
    assert title_of(bar).text().endswith("…")
    assert LONG in title_of(bar).toolTip()


@pytest.mark.parametrize("width", [1180, 1366, 1920])
def test_the_way_is_at_the_same_place_whatever_is_beside_it(qapp: QApplication, width: int) -> None:
    places = set()
    for title, practice in (("A", False), ("A", True), (LONG, False), (LONG, True)):
        bar = shown(qapp, title, width, practice=practice)
        assert unreadable(bar) == []
        tabs = [one for one in bar.findChildren(QPushButton) if one.isCheckable()]
        places.add(
            (tabs[0].mapTo(bar, tabs[0].rect().topLeft()).x(), tabs[-1].mapTo(bar, tabs[-1].rect().topRight()).x())
        )
    assert len(places) == 1
    left, right = places.pop()
    if width >= 1600:
        assert abs(left + right - width) <= 6
    else:  # what stands at the right, Hide above all, keeps its room first
        assert left + right - width <= 6


def test_a_look_is_chosen_on_any_page_and_every_page_takes_it(bench: Bench) -> None:
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    for page in PAGES:
        bench.work.go(page)
        settle()
    for name, look, tokens in (
        ("Dark", Look.DARK, theme.DARK),
        ("Contrast", Look.CONTRAST, theme.CONTRAST),
        ("Light", Look.LIGHT, theme.LIGHT),
    ):
        bench.press("Colours")
        bench.menu(name)
        assert theme.tokens() is tokens
        for page in PAGES:
            bench.work.go(page)
            settle()
            wrong = foreign(bench.work, tokens)
            assert not wrong, f"{page} in {name}: {wrong}"
        assert Settings(bench.home / "settings.json").look is look
    bench.press("Colours")
    assert [one.text() for one in bench.entries() if one.isChecked()] == ["Light", "100 %"]
    bench.menu("Dark")
    bench.window.close_programme()
    assert bench.window.start.look.key() == Look.DARK.value
    theme.apply(QApplication.instance(), Look.LIGHT)


def foreign(page: QWidget, tokens: theme.Tokens) -> list[str]:
    """Grounds of the other looks that are still on the page."""
    own = {tokens.paper, tokens.board, tokens.raised, *(one.ground for one in tokens.families.values())}
    others = {
        ground
        for other in (theme.LIGHT, theme.DARK, theme.CONTRAST)
        for ground in (other.paper, other.board, other.raised, *(one.ground for one in other.families.values()))
    }
    image = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")  # 0xffRRGGBB, line after line without a gap
    seen: Counter[str] = Counter()
    for y in range(0, image.height(), 6):
        for pixel, count in Counter(pixels[y * image.width() : (y + 1) * image.width() : 6]).items():
            seen[f"#{pixel & 0xFFFFFF:06X}"] += count
    strange = {one.upper() for one in others} - {one.upper() for one in own}
    return [colour for colour, count in seen.items() if colour in strange and count > 20]
