"""The students' own pick: big tiles, six at a time, that stay where they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.strategies import nothing_yet
from tests.ui.bench import bank, settle
from workshop_app.domain.audience import Spot
from workshop_app.facilitation import coverage, own_pick
from workshop_app.ui import theme
from workshop_app.ui.shared.student_pick import PickTile, StudentPick
from workshop_app.ui.theme import Look


@pytest.fixture
def spots() -> list[Spot]:
    return own_pick.offered(coverage.explored(nothing_yet(), (), bank()), "session")


@pytest.fixture
def pick(qapp: QApplication, spots: list[Spot]) -> StudentPick:
    theme.apply(qapp, Look.LIGHT)
    made = StudentPick()
    made.resize(560, 420)
    made.show_aspects(spots)
    made.show()
    made.activateWindow()
    settle()
    return made


def tiles(pick: StudentPick) -> list[PickTile]:
    return [one for one in pick.findChildren(PickTile) if one.isVisible()]


def shown(pick: StudentPick) -> list[str]:
    return [one.accessibleName().removeprefix("Pick: ") for one in tiles(pick)]


def others(pick: StudentPick) -> QPushButton:
    return pick.findChild(QPushButton)


def press_others(pick: StudentPick) -> None:
    QTest.mouseClick(others(pick), Qt.MouseButton.LeftButton)
    settle()


def test_a_press_picks(pick: StudentPick, spots: list[Spot]) -> None:
    picked: list[str] = []
    pick.picked.connect(picked.append)
    QTest.mouseClick(tiles(pick)[2], Qt.MouseButton.LeftButton)
    tiles(pick)[4].setFocus()
    QTest.keyClick(tiles(pick)[4], Qt.Key.Key_Space)
    assert picked == [spots[2].id, spots[4].id]


def test_others_turns_through_all_of_them_and_comes_round(pick: StudentPick, spots: list[Spot]) -> None:
    seen = shown(pick)
    assert len(seen) == 6
    first = list(seen)
    for _ in range(4):
        press_others(pick)
        seen += shown(pick)
    assert seen == [one.name for one in spots]
    press_others(pick)
    assert shown(pick) == first


def test_it_does_not_jump_when_it_is_told_the_same_again(pick: StudentPick, spots: list[Spot]) -> None:
    press_others(pick)
    before, same = shown(pick), tiles(pick)
    pick.show_aspects(list(spots))
    settle()
    assert shown(pick) == before
    assert tiles(pick) == same


def test_six_or_fewer_need_no_others(pick: StudentPick, spots: list[Spot]) -> None:
    press_others(pick)
    pick.show_aspects(spots[:5])
    settle()
    assert shown(pick) == [one.name for one in spots[:5]]
    assert not others(pick).isVisible()
    pick.show_aspects([])
    settle()
    assert shown(pick) == []


@pytest.mark.parametrize("width", [480, 560, 900])
def test_tiles_are_large_and_their_names_whole(pick: StudentPick, spots: list[Spot], width: int) -> None:
    pick.resize(width, 640)
    for _ in range(5):
        settle()
        for tile in tiles(pick):
            assert tile.width() >= 150 and tile.height() >= 96
            assert tile.height() >= tile.heightForWidth(tile.width())
        press_others(pick)
    long = [Spot("long", "Inclusion and additional needs of everybody in our very large school", "people", "")]
    pick.show_aspects(long)
    settle()
    assert tiles(pick)[0].height() >= tiles(pick)[0].heightForWidth(tiles(pick)[0].width())
