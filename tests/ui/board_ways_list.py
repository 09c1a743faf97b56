"""Each way to have the list, and to find, choose and move ideas on it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from tests.ui.bench import settle
from tests.ui.board_world import CTRL, EMPTY, FULL, NONE, ONE, A, D, E, F, G, World, by_button, check, way
from workshop_app.domain import ideas
from workshop_app.ui.shared.idea_list import IdeaList
from workshop_app.ui.shared.row_paint import mark_area

TIMES = {"Board": 3, "List": 1, "Both": 2}  # Ctrl+L, from the board on


def _show_ways(action: str, name: str, button: str) -> None:
    def before(world: World) -> None:
        if name == "Board":
            world.bench.press("Board and list")
            world.view.setFocus()

    by_button(action, button, "mouse", "touch", first=before)

    @way(action, "keyboard")
    def by_keys(world: World) -> None:
        for _ in range(TIMES[name]):
            world.keys(Qt.Key.Key_L, modifiers=CTRL)

    @way(action, "menu")
    def by_menu(world: World) -> None:
        before(world)
        world.board_menu()
        world.pick("Show as", name)

    @check(action)
    def it_is_shown(world: World) -> None:
        views = any(one.isVisible() for one in world.bench.page.findChildren(type(world.bench.page.board)))
        assert (views, len(world.bench.seen(IdeaList))) == {"Board": (True, 0), "List": (False, 1), "Both": (True, 1)}[
            name
        ]
        if name == "List":  # the next one begins at the board
            world.bench.press("As a board")


for one in (
    ("show-list", "List", "As a list"),
    ("show-both", "Both", "Board and list"),
    ("show-board", "Board", "As a board"),
):
    _show_ways(*one)


def listed(world: World) -> IdeaList:
    """The list beside the board, with the keyboard on it."""
    if not world.bench.seen(IdeaList):
        world.bench.press("Board and list")
        world.bench.stage.still()
    (found,) = world.bench.seen(IdeaList)
    found.rows.setFocus()
    return found


def row(world: World, text: str) -> QTreeWidgetItem:
    (found,) = listed(world).rows.findItems(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    listed(world).rows.scrollToItem(found)
    return found


def spot(world: World, text: str) -> QPoint:
    return listed(world).rows.visualItemRect(row(world, text)).center()


def click(world: World, at: QPoint) -> None:
    viewport = listed(world).rows.viewport()
    window = world.bench.window
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, viewport.mapTo(window, at))
    settle()


def tap(world: World, at: QPoint) -> None:
    world.tap_at(listed(world).rows.viewport(), at)


def right_click(world: World, at: QPoint) -> None:
    viewport = listed(world).rows.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
    settle()


def walk(world: World, text: str) -> None:
    """By arrow keys, from the first row on."""
    goal, rows = row(world, text), listed(world).rows
    if rows.currentItem() is None or rows.currentItem() is rows.topLevelItem(0):
        world.keys(Qt.Key.Key_Home)
    for _ in range(30):
        if rows.currentItem() is goal:
            return
        world.keys(Qt.Key.Key_Down)
    raise AssertionError(text)


@way("list-choose", "mouse")
def choose_by_click(world: World) -> None:
    click(world, spot(world, F))


@way("list-choose", "touch")
def choose_by_tap(world: World) -> None:
    tap(world, spot(world, F))


@way("list-choose", "keyboard")
def choose_by_arrows(world: World) -> None:
    walk(world, F)


@way("list-choose", "menu")
def choose_by_its_menu(world: World) -> None:
    right_click(world, spot(world, F))
    QApplication.activePopupWidget().close()


@check("list-choose")
def the_card_is_chosen(world: World) -> None:
    assert world.chosen() == [F]
    assert listed(world).rows.currentItem() is row(world, F)


@way("list-move", "mouse")
def move_by_right_click(world: World) -> None:
    right_click(world, spot(world, F))
    world.pick(ONE)


@way("list-move", "touch")
def move_by_taps(world: World) -> None:
    tap(world, spot(world, F))
    world.tap_button("Move to…")
    world.tap(ONE)


@way("list-move", "keyboard")
def move_by_m(world: World) -> None:
    walk(world, F)
    world.keys(Qt.Key.Key_M)
    world.choose_by_keys(ONE)


@way("list-move", "menu")
def move_by_button(world: World) -> None:
    click(world, spot(world, F))
    world.bench.press("Move to…")
    world.pick(ONE)


@check("list-move")
def it_is_in_the_theme(world: World) -> None:
    assert world.themes()[ONE] == [D, F]


def mark(world: World, text: str) -> QPoint:
    return mark_area(listed(world).rows.visualItemRect(row(world, text))).center()


@way("list-several", "mouse")
def mark_by_click(world: World) -> None:
    for text in (E, G, F, F):  # F is marked, and no longer
        click(world, mark(world, text))
    right_click(world, spot(world, E))
    world.pick(EMPTY)


@way("list-several", "touch")
def mark_by_tap(world: World) -> None:
    for text in (E, G):
        tap(world, mark(world, text))
    world.tap_button("Move to…")
    world.tap(EMPTY)


@way("list-several", "keyboard")
def mark_by_space(world: World) -> None:
    for text in (E, G):
        walk(world, text)
        world.keys(Qt.Key.Key_Space)
    world.keys(Qt.Key.Key_M)
    world.choose_by_keys(EMPTY)


@way("list-several", "menu")
def mark_and_button(world: World) -> None:
    for text in (E, G):
        click(world, mark(world, text))
    world.bench.press("Move to…")
    world.pick(EMPTY)


@check("list-several")
def both_are_there_in_one_step(world: World) -> None:
    assert sorted(world.themes()[EMPTY]) == [E, G]
    world.keys(Qt.Key.Key_Z, modifiers=CTRL)
    assert world.bench.programme == world.first


@way("list-find", "mouse")
def find_by_click(world: World) -> None:
    listed(world)
    world.bench.press("Find words")


@way("list-find", "touch")
def find_by_tap(world: World) -> None:
    listed(world)
    world.tap_button("Find words")


@way("list-find", "keyboard")
def find_by_key(world: World) -> None:
    world.keys(Qt.Key.Key_F, modifiers=CTRL)


@way("list-find", "menu")
def find_by_menu(world: World) -> None:
    world.board_menu()
    world.pick("Show as", "Find words…")


@check("list-find")
def one_is_found(world: World) -> None:
    world.bench.desk.do("say-too", ideas.translated, world.id(A), "Heron")
    world.bench.type("heron idea")  # in any order
    (found,) = world.bench.seen(IdeaList)
    world.bench.until(lambda: found.rows.shown() == 1, "one row")
    assert found.rows.row(world.id(A)) is not None


def group(world: World) -> QPoint:
    return listed(world).rows.visualItemRect(listed(world).rows.topLevelItem(0)).center()


@way("list-fold", "mouse", "menu")
def fold_by_click(world: World) -> None:
    click(world, group(world))


@way("list-fold", "touch")
def fold_by_tap(world: World) -> None:
    tap(world, group(world))


@way("list-fold", "keyboard")
def fold_by_enter(world: World) -> None:
    listed(world)
    world.keys(Qt.Key.Key_Home, Qt.Key.Key_Return)


@check("list-fold")
def it_is_folded(world: World) -> None:
    found = listed(world).rows.topLevelItem(0)
    assert found.text(0) == FULL
    assert not found.isExpanded()
    found.setExpanded(True)
