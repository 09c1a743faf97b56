"""Each way to show the board to the room and to cover it, and what is pressed on the shared screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.bench import settle
from tests.ui.board_world import CTRL, World, by_button, check, way
from tests.ui.monitors import PROJECTOR
from workshop_app.domain import ideas
from workshop_app.ui import theme
from workshop_app.ui.showing import SharedWindow
from workshop_app.ui.tour import gestures


def plugged(world: World) -> None:
    world.bench.screens.plug(PROJECTOR)
    settle()


def shown(world: World) -> None:
    plugged(world)
    world.bench.window.showing.turn()
    settle()


def covered(world: World) -> None:
    shown(world)
    shared(world).calm.cover()
    settle()


def shared(world: World) -> SharedWindow:
    found = world.bench.window.showing.shared
    assert found is not None
    return found


by_button("show", "Show to everybody", "mouse", "touch", "menu", first=plugged)
by_button("take-away", "Take it away", "mouse", "touch", "menu", first=shown)
by_button("cover", "Hide the shared screen", "mouse", "touch", "menu", first=shown)
by_button("uncover", "Uncover the shared screen", "mouse", "touch", "menu", first=covered)


@way("show", "keyboard")
def show_by_key(world: World) -> None:
    plugged(world)
    world.keys(Qt.Key.Key_F8)


@way("take-away", "keyboard")
def take_away_by_key(world: World) -> None:
    shown(world)
    world.keys(Qt.Key.Key_F8)


@way("cover", "keyboard")
def cover_by_key(world: World) -> None:
    shown(world)
    world.keys(Qt.Key.Key_F9)


@way("uncover", "keyboard")
def uncover_by_key(world: World) -> None:
    covered(world)
    world.keys(Qt.Key.Key_F9)


@check("show")
def it_is_on_the_other_screen(world: World) -> None:
    assert shared(world).isVisible()
    assert shared(world).size() == PROJECTOR.area.size()


@check("take-away")
def it_is_gone(world: World) -> None:
    assert world.bench.window.showing.shared is None


@check("cover")
def it_is_covered(world: World) -> None:
    assert shared(world).calm.is_on
    assert not world.bench.window.calm.is_on


@check("uncover")
def it_is_there_again(world: World) -> None:
    assert not shared(world).calm.is_on


def in_turns(world: World) -> None:
    """This one window is everybody's."""
    world.bench.window.showing.turn()
    settle()
    assert world.bench.window.work is None
    world.view.setFocus()


def held(world: World) -> QWidget:
    (button,) = (one for one in world.bench.seen(QWidget) if one.accessibleName() == "For me")
    return button


def wait(world: World) -> None:
    world.bench.until(lambda: world.bench.window.work is not None, "the facilitator's part")
    settle()


@way("back-to-me", "mouse")
def hold_by_mouse(world: World) -> None:
    in_turns(world)
    gestures.press(held(world), held(world).rect().center())
    wait(world)


@way("back-to-me", "touch")
def hold_by_finger(world: World) -> None:
    in_turns(world)
    button = held(world)
    world.touch(button, button.rect().center())
    wait(world)
    world.touch(world.bench.window, button.rect().center(), lift=True)


@way("back-to-me", "keyboard")
def back_by_key(world: World) -> None:
    in_turns(world)
    world.keys(Qt.Key.Key_F8, modifiers=Qt.KeyboardModifier.ShiftModifier)


@way("back-to-me", "menu")
def hold_by_space(world: World) -> None:
    in_turns(world)
    world.tab_to("For me")
    QTest.keyPress(world.bench.window.windowHandle(), Qt.Key.Key_Space)
    wait(world)
    QTest.keyRelease(world.bench.window.windowHandle(), Qt.Key.Key_Space)


@check("back-to-me")
def the_leaders_board_is_there(world: World) -> None:
    assert world.bench.page.name == "board"
    assert not world.view.is_shared


NEW = "More light"


def write(world: World) -> None:
    world.spoiled = True  # the clock runs from there
    world.bench.type(NEW)


def press_say(world: World) -> None:
    write(world)
    world.bench.press("Put it on the board")


@way("add", "mouse")
def add_by_mouse(world: World) -> None:
    in_turns(world)
    world.bench.press("Add an idea")
    press_say(world)


@way("add", "touch")
def add_by_touch(world: World) -> None:
    in_turns(world)
    world.tap_button("Add an idea")
    write(world)
    world.tap_button("Put it on the board")


@way("add", "keyboard")
def add_by_n(world: World) -> None:
    in_turns(world)
    world.keys(Qt.Key.Key_N)
    write(world)
    world.keys(Qt.Key.Key_Return, modifiers=CTRL)


@way("add", "menu")
def add_by_menu(world: World) -> None:
    in_turns(world)
    world.board_menu()
    world.pick("More", "Add an idea…")
    press_say(world)


@check("add")
def it_lies_face_up(world: World) -> None:
    assert ideas.on_board(world.bench.programme)[-1].text == NEW
    assert world.bench.card(NEW).isVisible()


PLAIN = "I don’t understand"
by_button("plain", PLAIN, "mouse", "touch", first=in_turns)


@way("plain", "keyboard")
def plain_by_keys(world: World) -> None:
    in_turns(world)
    world.board_menu_by_keys("More", PLAIN)


@way("plain", "menu")
def plain_by_menu(world: World) -> None:
    in_turns(world)
    world.board_menu()
    world.pick("More", PLAIN)


@check("plain")
def the_plain_words_are_on(world: World) -> None:
    assert world.asked.plain in world.bench.texts()
    assert world.bench.button(PLAIN).isChecked()


def dark(world: World) -> None:
    world.pick("Dark")


by_button("colours", "Colours", "mouse", "touch", "menu", then=dark)


@way("colours", "keyboard")
def dark_by_keys(world: World) -> None:
    world.tab_to("Colours")
    world.keys(Qt.Key.Key_Space)
    world.choose_by_keys("Dark")


@check("colours")
def it_is_dark(world: World) -> None:
    assert theme.tokens() is theme.DARK
