"""Each way to move the view and to come nearer."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.bench import settle
from tests.ui.board_world import CTRL, NONE, ONE, H, World, check, way
from workshop_app.domain import board


def near(world: World) -> None:
    """Near enough that there is room to move, in the middle of the board."""
    view = world.view
    view.zoom_by(2.4 / view.zoom)
    view.centerOn(view.sceneRect().center())
    world.bench.stage.still()
    world.before = view.mapToScene(view.viewport().rect().center())


@way("pan", "mouse")
def drag_empty(world: World) -> None:
    near(world)
    start = world.empty()
    before = world.before
    world.drag(start, start + QPoint(0, 100))
    world.drag(start, start + QPoint(0, -100))
    for button, space in ((Qt.MouseButton.MiddleButton, False), (Qt.MouseButton.LeftButton, True)):
        start = world.view.viewport().rect().center()  # also where a card lies
        window, at = world.bench.window.windowHandle(), world.view.viewport().mapTo(world.bench.window, start)
        if space:
            QTest.keyPress(window, Qt.Key.Key_Space)
        QTest.mousePress(window, button, NONE, at)
        QTest.mouseMove(window, at + QPoint(0, 20))
        QTest.mouseMove(window, at + QPoint(0, 40))
        QTest.mouseRelease(window, button, NONE, at + QPoint(0, 40))
        if space:
            QTest.keyRelease(window, Qt.Key.Key_Space)
        settle()
    assert world.view.chosen_id == ""  # Space lifted nothing
    now = world.view.mapToScene(world.view.viewport().rect().center())
    assert abs(before.y() - now.y() - 80 / world.view.zoom) < 3


@way("pan", "touch")
def finger_empty(world: World) -> None:
    near(world)
    start = world.empty()
    world.finger(start, start + QPoint(0, 90))


@way("pan", "keyboard")
def control_up(world: World) -> None:
    near(world)
    world.keys(Qt.Key.Key_Up, modifiers=CTRL)


@way("pan", "menu")
def pan_by_menu(world: World) -> None:
    near(world)
    world.board_menu()
    world.pick("Move the view", "Up")


@check("pan")
def more_of_the_top_is_seen(world: World) -> None:
    now = world.view.mapToScene(world.view.viewport().rect().center())
    assert now.y() < world.before.y() - 20
    assert world.bench.programme == world.first


def wheel(world: World, up: int) -> None:
    viewport = world.view.viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 240 * up),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def pinch(world: World, by: int) -> None:
    start = world.empty()
    world.hands.press(start, start + QPoint(80, 0))
    world.hands.move({1: start, 2: start + QPoint(80 + by, 0)})
    world.hands.lift(1, 2)


@way("zoom-in", "mouse")
def wheel_up(world: World) -> None:
    world.before = world.view.zoom
    wheel(world, 1)


@way("zoom-in", "touch")
def apart(world: World) -> None:
    world.before = world.view.zoom
    pinch(world, 40)


@way("zoom-in", "keyboard")
def plus(world: World) -> None:
    world.before = world.view.zoom
    world.keys(Qt.Key.Key_Plus, modifiers=CTRL)


@way("zoom-in", "menu")
def nearer(world: World) -> None:
    world.before = world.view.zoom
    world.board_menu()
    world.pick("Come nearer")


@check("zoom-in")
def it_is_nearer(world: World) -> None:
    assert world.view.zoom > world.before * 1.1


@way("zoom-out", "mouse")
def wheel_down(world: World) -> None:
    world.before = world.view.zoom
    wheel(world, -1)


@way("zoom-out", "touch")
def closer_together(world: World) -> None:
    world.before = world.view.zoom
    pinch(world, -40)


@way("zoom-out", "keyboard")
def minus(world: World) -> None:
    world.before = world.view.zoom
    world.keys(Qt.Key.Key_Minus, modifiers=CTRL)


@way("zoom-out", "menu")
def back(world: World) -> None:
    world.before = world.view.zoom
    world.board_menu()
    world.pick("Go back")


@check("zoom-out")
def it_is_further(world: World) -> None:
    assert world.view.zoom < world.before / 1.1


@way("see-all", "mouse")
def click_see_all(world: World) -> None:
    near(world)
    world.bench.press("See all")


@way("see-all", "touch")
def tap_see_all(world: World) -> None:
    near(world)
    world.tap_button("See all")


@way("see-all", "keyboard")
def control_zero(world: World) -> None:
    near(world)
    world.keys(Qt.Key.Key_0, modifiers=CTRL)


@way("see-all", "menu")
def all_by_menu(world: World) -> None:
    near(world)
    world.board_menu()
    world.pick("See all")


@check("see-all")
def all_is_seen(world: World) -> None:
    world.bench.stage.still()
    room = world.view.viewport().rect()
    assert all(room.contains(world.bench.stage.spot_of_card(item)) for item in world.view.board.cards.values())


@way("zoom-to-theme", "mouse")
def double_click_name(world: World) -> None:
    world.double_click(world.head(ONE))


@way("zoom-to-theme", "touch")
def tap_name_twice(world: World) -> None:
    world.tap_twice(world.head(ONE))


@way("zoom-to-theme", "keyboard")
def t_and_z(world: World) -> None:
    world.to_theme_by_keys(ONE)
    world.keys(Qt.Key.Key_Z)


@way("zoom-to-theme", "menu")
def theme_by_menu(world: World) -> None:
    world.right_click(world.head(ONE))
    world.pick("Zoom to it")


@check("zoom-to-theme")
def the_theme_fills_the_view(world: World) -> None:
    box = world.view.board.layout.themes[world.theme_id(ONE)]
    _fills(world, QPointF(box.x, box.y), QPointF(box.x + box.w, box.y + box.h))
    assert QApplication.activePopupWidget() is None


@way("zoom-to-card", "mouse")
def card_by_right_click(world: World) -> None:
    world.right_click(world.spot(H))
    world.pick("Zoom to it")


@way("zoom-to-card", "touch")
def card_by_long_press(world: World) -> None:
    world.long_press(world.spot(H))
    world.tap("Zoom to it")


@way("zoom-to-card", "keyboard")
def card_by_z(world: World) -> None:
    world.walk_to(H)
    world.keys(Qt.Key.Key_Z)


@way("zoom-to-card", "menu")
def card_by_menu(world: World) -> None:
    world.move_to(H)
    world.pick("Zoom to it")


@check("zoom-to-card")
def the_card_is_large(world: World) -> None:
    home = world.bench.card(H).home
    _fills(world, home, home + QPointF(board.CARD_W, board.CARD_H))


def _fills(world: World, corner: QPointF, other: QPointF) -> None:
    room = world.view.viewport().rect()
    assert room.contains(world.view.mapFromScene(corner))
    assert room.contains(world.view.mapFromScene(other))
    assert world.view.zoom > 1.4
