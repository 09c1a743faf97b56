"""A board to try every action on, and what hands do with menus; `way` and `check` are kept by the action's id."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.monitors import PROJECTOR
from tests.ui.touching import Touching, screen
from workshop_app.domain import board, ideas
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.lenses import Lens
from workshop_app.domain.sessions import Asked
from workshop_app.ui import prompt_on
from workshop_app.ui.notice import Notice
from workshop_app.ui.shared.idea_list import IdeaList
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.theme import Look
from workshop_app.ui.tour import gestures

A, B, C, D, E, F, G, H = WORDS = tuple(f"Idea {letter}" for letter in "ABCDEFGH")
FULL, ONE, EMPTY = THEMES = ("Learning", "Being well", "Outside")
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


class World:
    """A, B and C are in Learning, D is in Being well, Outside is empty, and E to H lie loose."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        made = rich.Rich(bench.home)
        made.person("Siân")
        made.session()
        keys = made.ideas(*WORDS)
        made.theme(FULL, *keys[:3])
        made.theme(ONE, keys[3])
        made.theme(EMPTY)
        made.page("board")
        made.close()
        bench.start()
        bench.press("Carry on")
        self.first = bench.programme
        self.hands = Touching(bench)
        self.before: object = None
        self.spoiled = False  # what was done can not be undone
        self.begin()

    @property
    def view(self):
        return self.bench.view

    def begin(self) -> None:
        """As it was at first."""
        self._back()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self.hands.down.clear()
        view = self.view
        view._let_go()
        view.choice.choose_by_taps(False)
        view.choose("")
        view.leave_theme()
        while (now := self.bench.programme) != self.first:
            self.bench.desk.undo()
            assert self.bench.programme != now, "it can not be undone: the way leaves the world spoiled"
        QTest.mouseMove(self.bench.window.windowHandle(), QPoint(3, 3))  # off where the last menu was
        view.see_all()
        view.setFocus()
        for notice in self.bench.seen(Notice):
            notice.hide()  # it lies over the names of the first themes
        self.bench.stage.still()
        settle()

    def _back(self) -> None:
        """One window, on the board, looked at as at first; no sheet lies over it."""
        bench, desk, showing = self.bench, self.bench.desk, self.bench.window.showing
        if showing.shared is not None:
            showing.take_away()
        if PROJECTOR in bench.screens.all():
            bench.screens.pull(PROJECTOR.name)
        showing.for_me()
        for veil in bench.seen(Veil):
            veil.leave()
        if bench.window.look is not Look.SYSTEM:
            bench.window.recolour(Look.SYSTEM)
        desk.lock.turn(False)
        desk.looking.through(Lens.THEMES)
        desk.looking.colour_by_role(False)
        desk.looking.show_everything(False)
        if self.asked is not None:
            desk.leading.say_plainly(self.asked.id, False)
        if bench.page.name != "board":
            bench.work.go("board")
        for listed in bench.seen(IdeaList):
            listed.rows.mark(())
            listed.field.clear()
            bench.press("As a board")
        bench.files.shown.clear()

    @property
    def asked(self) -> Asked | None:
        """The prompt that is on."""
        return prompt_on.prompt_on(self.bench.desk)

    # What is there

    def spot(self, text: str) -> QPoint:
        return self.bench.stage.spot_of_card(self.bench.card(text))

    def id(self, text: str) -> str:
        return self.bench.card(text).card.id

    def chosen(self) -> list[str]:
        return [self.view.board.cards[one].card.text for one in self.view.chosen_ids]

    def head(self, name: str) -> QPoint:
        box = next(item.box for item in self.view.board.frames.values() if item.frame.name == name)
        return self.view.mapFromScene(box.x + 120, box.y + 24)

    def themes(self) -> dict[str, list[str]]:
        """Name to texts, in their order."""
        programme = self.bench.programme
        return {
            theme.name: [idea.text for idea in ideas.in_theme(programme, theme.id)] for theme in ideas.themes(programme)
        }

    def loose(self) -> dict[str, tuple[float, float]]:
        found = self.bench.programme.all(Idea).values()
        return {idea.text: (idea.x, idea.y) for idea in found if idea.theme_id is None and not idea.set_aside}

    def theme_id(self, name: str) -> str:
        return next(key for key, theme in self.bench.programme.all(Theme).items() if theme.name == name)

    def empty(self) -> QPoint:
        """A point of the viewport with nothing at it, nor beside it."""
        view, room = self.view, self.view.viewport().rect()
        for x in range(30, room.width() - 150, 20):
            for y in range(30, room.height() - 150, 20):
                if not view.items(x - 25, y - 25, 150, 150):
                    return QPoint(x, y)
        raise AssertionError("the board is full")

    # Hands

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        window = self.bench.window.windowHandle()
        spot = self.view.viewport().mapTo(self.bench.window, at)
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, modifiers, spot)
        settle()

    def double_click(self, at: QPoint) -> None:
        spot = self.view.viewport().mapTo(self.bench.window, at)
        self.click(at)
        QTest.mouseDClick(self.bench.window.windowHandle(), Qt.MouseButton.LeftButton, NONE, spot)
        settle()

    def right_click(self, at: QPoint) -> None:
        viewport = self.view.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, event)
        settle()

    def drag(self, start: QPoint, end: QPoint) -> None:
        gestures.drag(self.view.viewport(), start, end)
        self.bench.stage.still()

    def finger(self, start: QPoint, end: QPoint) -> None:
        self.hands.drag(start, end)
        self.bench.stage.still()

    def long_press(self, at: QPoint) -> None:
        self.hands.press(at)
        self.bench.until(QApplication.activePopupWidget, "a menu")
        self.hands.lift(1)

    def tap_twice(self, at: QPoint) -> None:
        self.hands.tap(at)
        self.hands.tap(at)

    def keys(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.bench.key(key, modifiers)

    def walk_to(self, text: str) -> None:
        """By arrow keys, until the card is reached."""
        goal = self.bench.card(text).home
        for _ in range(20):
            if not self.view.chosen_id:
                self.keys(Qt.Key.Key_Down)
            away = goal - self.view.board.cards[self.view.chosen_id].home
            if not away.manhattanLength():
                return
            across = abs(away.x()) > abs(away.y())
            forward = (away.x() if across else away.y()) > 0
            self.keys(
                (Qt.Key.Key_Right if forward else Qt.Key.Key_Left)
                if across
                else (Qt.Key.Key_Down if forward else Qt.Key.Key_Up)
            )
        raise AssertionError(f"the arrow keys do not come to {text}")

    def carry_down(self, text: str) -> None:
        """Lift a card by the keyboard, take it below every theme and past the loose cards, and let it go."""
        item, layout = self.bench.card(text), self.view.board.layout
        self.keys(Qt.Key.Key_Space)
        while item.pos().y() < layout.height - board.CARD_H / 2:
            self.keys(Qt.Key.Key_Down)
        self.keys(Qt.Key.Key_Space)
        self.bench.stage.still()

    # Menus

    def pick(self, *names: str) -> None:
        """Click entries, each in the menu that the one before opened."""
        for name in names:
            self.bench.menu(name)
        self.bench.stage.still()

    def tap(self, *names: str) -> None:
        """Tap entries: while a menu is open Qt makes mouse events of every touch, so clicks are what it gets."""
        self.pick(*names)

    def choose_by_keys(self, *names: str) -> None:
        """Go to entries with the arrow keys, into submenus, and press Enter."""
        for number, name in enumerate(names):
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            for _ in range(60):
                if (action := menu.activeAction()) is not None and action.text() == name:
                    break
                self.keys(Qt.Key.Key_Down)
            self.keys(Qt.Key.Key_Return if number == len(names) - 1 else Qt.Key.Key_Right)
        self.bench.stage.still()

    def tap_button(self, name: str) -> None:
        widget = self.bench.stage.widget(name)
        self.tap_at(widget, widget.rect().center())

    def move_to(self, text: str) -> None:
        """Open a card's menu by its button below the board."""
        self.click(self.spot(text))
        self.bench.press("Move to…")

    def board_menu(self) -> None:
        self.right_click(self.ground())

    def ground(self) -> QPoint:
        """A point at which no card lies, nor a theme's name."""
        if self.view.lens is Lens.THEMES:
            return self.empty()
        box = list(self.view.board.layout.themes.values())[-1]
        return self.view.mapFromScene(box.x + box.w - 6, box.y + box.h - 6)

    def board_menu_by_keys(self, *names: str) -> None:
        self.keys(Qt.Key.Key_M, modifiers=SHIFT)
        self.choose_by_keys(*names)

    def tab_to(self, name: str) -> None:
        """By Tab, until what has this name has the keyboard."""
        for _ in range(80):
            now = self.bench.window.focusWidget()
            if now is not None and now.accessibleName() == name:
                return
            self.keys(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name}")

    def tap_at(self, widget: QWidget, spot: QPoint) -> None:
        """One finger, down and up on a point of a widget."""
        self.touch(widget, spot)
        self.touch(widget, spot, lift=True)

    def touch(self, widget: QWidget, spot: QPoint, *, lift: bool = False) -> None:
        """A finger comes down on a point of a widget, or is lifted there."""
        window = self.bench.window.windowHandle()
        event, at = QTest.touchEvent(window, screen()), widget.mapTo(self.bench.window, spot)
        (event.release if lift else event.press)(1, at, window)
        event.commit()
        settle()

    def look(self, lens: Lens) -> None:
        self.bench.desk.looking.through(lens)
        self.bench.stage.still()
        self.view.setFocus()

    def idea(self, text: str) -> Idea:
        return self.bench.programme.get(Idea, self.id(text))

    def to_theme_by_keys(self, name: str) -> None:
        for _ in range(5):
            self.keys(Qt.Key.Key_G)
            if self.view.theme_name(self.view._keys.themes.theme_id) == name:
                return
        raise AssertionError(name)


Do = Callable[[World], None]
TRIED: dict[tuple[str, str], Do] = {}
CHECKED: dict[str, Do] = {}


def way(action: str, *ways: str) -> Callable[[Do], Do]:
    """Keep how an action is done by these ways."""

    def keep(do: Do) -> Do:
        for one in ways:
            assert (action, one) not in TRIED
            TRIED[action, one] = do
        return do

    return keep


def check(action: str) -> Callable[[Do], Do]:
    """Keep how things are after an action."""

    def keep(look: Do) -> Do:
        assert action not in CHECKED
        CHECKED[action] = look
        return look

    return keep


def by_card_menu(action: str, text: str, *names: str, then: Do = lambda _world: None) -> None:
    """The four ways of what stands in a card's menu; `then` is done in each after the entry."""

    def after(open_it: Do, pick: Callable[..., None]) -> Do:
        def do(world: World) -> None:
            open_it(world)
            pick(world, *names)
            then(world)

        return do

    def by_m(world: World) -> None:
        world.walk_to(text)
        world.keys(Qt.Key.Key_M)

    way(action, "mouse")(after(lambda world: world.right_click(world.spot(text)), World.pick))
    way(action, "touch")(after(lambda world: world.long_press(world.spot(text)), World.tap))
    way(action, "keyboard")(after(by_m, World.choose_by_keys))
    way(action, "menu")(after(lambda world: world.move_to(text), World.pick))


def by_more(action: str, *names: str, first: Do = lambda _world: None, but: str = "") -> None:
    """The four ways of what is done with the whole board, by More… and by its own menu; not the way `but`."""

    def mouse(world: World) -> None:
        first(world)
        world.bench.press("More…")
        world.pick(*names)

    def touch(world: World) -> None:
        first(world)
        world.tap_button("More…")
        world.tap(*names)

    def keyboard(world: World) -> None:
        first(world)
        world.board_menu_by_keys("More", *names)

    def menu(world: World) -> None:
        first(world)
        world.board_menu()
        world.pick("More", *names)

    for one in (mouse, touch, keyboard, menu):
        if one.__name__ not in but.split():
            way(action, one.__name__)(one)


def by_button(action: str, name: str, *ways: str, first: Do = lambda _world: None, then: Do = lambda _w: None) -> None:
    """The ways that are a press of a button: by mouse, by finger, and as the taps that stand for a menu."""

    def click(world: World) -> None:
        first(world)
        world.bench.press(name)
        then(world)

    def tap(world: World) -> None:
        first(world)
        world.tap_button(name)
        then(world)

    for one in ways:
        way(action, one)(tap if one == "touch" else click)
