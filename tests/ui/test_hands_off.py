"""Hands off while we talk: nothing changes and nothing moves, whatever was open before; all of it can be looked at."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from tests.ui.bench import Bench, settle
from tests.ui.board_world import CTRL, FULL, A, D, E, F, World
from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.split_sheet import SplitSheet
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.tour import gestures

SAID = "Hands off while we talk."
ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


@pytest.fixture
def world(bench: Bench) -> World:
    return World(bench)


def test_an_open_menu_goes_and_what_still_asks_is_refused_with_a_sentence(world: World) -> None:
    bench, view = world.bench, world.view
    world.right_click(world.spot(E))
    assert QApplication.activePopupWidget()
    bench.desk.lock.turn(True)
    settle()
    assert QApplication.activePopupWidget() is None
    before = bench.programme
    assert not view.commands.put_in_theme(world.id(E), world.theme_id(FULL), None)
    assert not view.commands.undo()
    assert SAID in bench.said()
    assert bench.programme == before
    bench.desk.lock.turn(False)
    assert view.commands.put_in_theme(world.id(E), world.theme_id(FULL), None)


def test_open_sheets_can_be_read_and_left_and_go_on_afterwards(world: World) -> None:
    bench, view = world.bench, world.view
    before = bench.programme
    world.right_click(world.head(FULL))
    bench.menu("Split it…")
    split = bench.seen(SplitSheet)[0]
    rows = list(split._rows.values())
    gestures.click(rows[0])
    bench.desk.lock.turn(True)
    gestures.click(rows[1])
    bench.key(ENTER)
    assert [row.isChecked() for row in rows] == [True, False, False]
    buttons = {one.text(): one.isEnabled() for one in split.findChildren(QPushButton) if one.text()}
    assert (buttons["Split it"], buttons["Leave it"]) == (False, True)
    assert bench.programme == before
    bench.desk.lock.turn(False)
    bench.press("Split it")
    assert len(world.themes()[FULL]) == 2
    bench.undo()
    view.opened.emit(world.id(E))
    bench.key(Qt.Key.Key_A, CTRL)
    bench.type("Half a")
    bench.desk.lock.turn(True)
    bench.type(" thought")
    field = bench.seen(QPlainTextEdit)[0]
    assert field.toPlainText() == "Half a"
    bench.desk.lock.turn(False)
    bench.type(" word")
    bench.key(ENTER)
    assert bench.card("Half a word")
    bench.undo()
    assert bench.programme == before


def test_nothing_moves_by_any_hand_and_everything_can_be_looked_at(world: World) -> None:
    bench, view = world.bench, world.view
    view.choose_many([world.id(E), world.id(F)])
    bench.desk.lock.turn(True)
    assert not [one for one in bench.seen(QPushButton) if one.text() == "Move all…"]
    before = bench.programme
    view.zoom_by(3.0 / view.zoom)
    for hand in (world.drag, world.finger):
        view.centerOn(bench.card(E))
        at, seen = world.spot(E), view.mapToScene(QPoint(0, 0))
        hand(at, at - QPoint(60, 50))
        moved = view.mapToScene(QPoint(0, 0)) - seen
        assert moved.manhattanLength() > 10  # the view goes along instead
        assert bench.card(E).scenePos() == bench.card(E).home
    view.see_all()
    bench.stage.still()
    head = world.head(FULL)
    world.drag(head, head + QPoint(300, 60))
    assert bench.programme == before
    world.hands.down.clear()
    view.setFocus()
    view.choose(world.id(E))
    bench.key(SPACE)
    assert SAID in bench.said()
    assert not view._keys.holds
    bench.key(Qt.Key.Key_M)
    bench.key(Qt.Key.Key_Delete)
    world.right_click(world.spot(A))
    world.right_click(head)
    assert QApplication.activePopupWidget() is None
    bench.key(Qt.Key.Key_G)
    bench.key(SPACE)
    bench.key(ENTER)
    assert not view._keys.holds
    assert not bench.seen(Veil)
    view.lens_wanted.emit(Lens.STAGE)
    assert view.lens is Lens.THEMES
    bench.key(ESCAPE)
    world.walk_to(D)  # the keyboard walks on
    bench.key(ENTER)
    assert bench.seen(QPlainTextEdit)[0].isReadOnly()
    assert not bench.button("Set aside…").isEnabled()
    bench.key(ENTER)
    assert not bench.seen(Asking)
    world.double_click(world.spot(E))
    assert bench.seen(Asking)
    bench.press("Leave it")
    assert bench.programme == before
