"""Each way to begin, name, split, put together, order and dissolve themes."""

from PySide6.QtCore import QPoint, Qt

from tests.ui.board_world import EMPTY, FULL, ONE, A, B, D, E, F, World, check, way
from workshop_app.ui.shared.split_sheet import SplitSheet
from workshop_app.ui.tour import gestures


@way("begin-theme", "mouse")
def drop_on_card(world: World) -> None:
    viewport = world.view.viewport()
    start, end = world.spot(E), world.spot(F) + QPoint(8, 6)
    gestures.press(viewport, start)
    gestures.move(viewport, start, end)
    aim = world.view._hands.mouse.load.aim
    world.bench.until(lambda: aim.shown, "the outline of the card below")
    gestures.release(viewport, end)
    world.bench.stage.still()


@way("begin-theme", "touch")
def finger_on_card(world: World) -> None:
    world.finger(world.spot(E), world.spot(F) + QPoint(8, 6))


@way("begin-theme", "keyboard")
def carry_on_card(world: World) -> None:
    world.walk_to(E)
    world.keys(Qt.Key.Key_Space, Qt.Key.Key_Right)
    assert F in world.view.accessibleDescription()
    world.keys(Qt.Key.Key_Space)
    world.bench.stage.still()


@way("begin-theme", "menu")
def together_by_menu(world: World) -> None:
    world.move_to(E)
    world.pick("Together with…", F)


@check("begin-theme")
def a_theme_of_both_waits_for_a_name(world: World) -> None:
    assert world.themes() == {FULL: [A, B, "Idea C"], ONE: [D], EMPTY: [], "Not named yet": [F, E]}
    world.click(world.head("Not named yet"))
    world.bench.type("Together", enter=True)
    assert world.themes()["Together"] == [F, E]


@way("rename-theme", "mouse")
def name_by_click(world: World) -> None:
    world.click(world.head(ONE))
    world.pick("Another name…")


@way("rename-theme", "touch")
def name_by_tap(world: World) -> None:
    world.hands.tap(world.head(ONE))
    world.tap("Another name…")


@way("rename-theme", "keyboard")
def name_by_enter(world: World) -> None:
    world.to_theme_by_keys(ONE)
    world.keys(Qt.Key.Key_Return)


@way("rename-theme", "menu")
def name_by_menu(world: World) -> None:
    world.board_menu()
    world.pick("Themes", ONE, "Another name…")


@check("rename-theme")
def it_takes_the_name(world: World) -> None:
    world.bench.type("Rest", enter=True)
    assert list(world.themes()) == [FULL, "Rest", EMPTY]


def tick(world: World) -> None:
    """Two of the three, by clicks."""
    for text in (A, B):
        world.bench.press(text)
    world.bench.press("Split it")


@way("split-theme", "mouse")
def split_by_click(world: World) -> None:
    world.click(world.head(FULL))
    world.pick("Split it…")
    tick(world)


@way("split-theme", "touch")
def split_by_tap(world: World) -> None:
    world.hands.tap(world.head(FULL))
    world.tap("Split it…")
    for name in (A, B, "Split it"):
        world.tap_button(name)


@way("split-theme", "keyboard")
def split_by_keys(world: World) -> None:
    world.to_theme_by_keys(FULL)
    world.keys(Qt.Key.Key_M)
    world.choose_by_keys("Split it…")
    world.keys(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)


@way("split-theme", "menu")
def split_by_menu(world: World) -> None:
    world.board_menu()
    world.pick("Themes", FULL, "Split it…")
    tick(world)


@check("split-theme")
def two_went_into_a_new_theme(world: World) -> None:
    assert not world.bench.seen(SplitSheet)
    assert world.themes() == {FULL: ["Idea C"], ONE: [D], EMPTY: [], "Not named yet": [A, B]}


@way("merge-themes", "mouse")
def drag_onto_name(world: World) -> None:
    world.drag(world.head(ONE), world.head(FULL) + QPoint(60, 0))


@way("merge-themes", "touch")
def finger_onto_name(world: World) -> None:
    world.finger(world.head(ONE), world.head(FULL) + QPoint(60, 0))


@way("merge-themes", "keyboard")
def merge_by_keys(world: World) -> None:
    world.to_theme_by_keys(ONE)
    world.keys(Qt.Key.Key_M)
    world.choose_by_keys("Put together with…", FULL)


@way("merge-themes", "menu")
def merge_by_menu(world: World) -> None:
    world.right_click(world.head(ONE))
    world.pick("Put together with…", FULL)


@check("merge-themes")
def one_theme_has_the_cards_of_both(world: World) -> None:
    assert world.themes() == {FULL: [A, B, "Idea C", D], EMPTY: []}
    assert FULL in world.bench.said()


@way("order-themes", "mouse")
def drag_before(world: World) -> None:
    viewport, start = world.view.viewport(), world.head(ONE)
    box = world.view.board.layout.themes[world.theme_id(FULL)]
    end = world.view.mapFromScene(box.x + 20, box.y + box.h * 0.6)
    item = world.bench.card(D)
    gestures.press(viewport, start)
    gestures.move(viewport, start, end)
    away = world.view.mapFromScene(item.scenePos()) - world.view.mapFromScene(item.home)
    assert (away - (end - start)).manhattanLength() <= 3  # its card comes along
    gestures.release(viewport, end)
    world.bench.stage.still()


@way("order-themes", "touch")
def finger_before(world: World) -> None:
    box = world.view.board.layout.themes[world.theme_id(FULL)]
    world.finger(world.head(ONE), world.view.mapFromScene(box.x + 20, box.y + box.h * 0.6))


@way("order-themes", "keyboard")
def order_by_keys(world: World) -> None:
    world.to_theme_by_keys(ONE)
    world.keys(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Escape)  # back once
    assert list(world.themes()) == [FULL, ONE, EMPTY]
    world.keys(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert FULL in world.view.accessibleDescription()
    world.keys(Qt.Key.Key_Space)
    world.bench.stage.still()


@way("order-themes", "menu")
def order_by_menu(world: World) -> None:
    world.right_click(world.head(ONE))
    world.pick("Move before…", FULL)


@check("order-themes")
def it_stands_first_with_its_card(world: World) -> None:
    assert list(world.themes().items()) == [(ONE, [D]), (FULL, [A, B, "Idea C"]), (EMPTY, [])]
    assert all(item.pos() == item.home for item in world.view.board.cards.values())


AWAY = "Take the frame away, keep the cards"


@way("dissolve-theme", "mouse")
def away_by_click(world: World) -> None:
    world.click(world.head(FULL))
    world.pick(AWAY)


@way("dissolve-theme", "touch")
def away_by_tap(world: World) -> None:
    world.hands.tap(world.head(FULL))
    world.tap(AWAY)


@way("dissolve-theme", "keyboard")
def away_by_keys(world: World) -> None:
    world.to_theme_by_keys(FULL)
    world.keys(Qt.Key.Key_M)
    world.choose_by_keys(AWAY)


@way("dissolve-theme", "menu")
def away_by_menu(world: World) -> None:
    world.board_menu()
    world.pick("Themes", FULL, AWAY)


@check("dissolve-theme")
def its_cards_are_loose(world: World) -> None:
    assert world.themes() == {ONE: [D], EMPTY: []}
    assert {A, B, "Idea C"} < set(world.loose())
