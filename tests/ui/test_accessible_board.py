"""The board as a screen reader hears it, and by keys alone."""

import gc
import random
import weakref
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.ui import hearing, rich
from tests.ui.bench import Bench, settle
from tests.ui.hearing import Description, Name
from tests.ui.rich import IDEAS, THEMES
from workshop_app.domain.audience import BoardSeen, Card, Spot, ThemeFrame
from workshop_app.domain.lenses import STAGES, Lens
from workshop_app.ui.shared import board_accessible, idea_words
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.keys_sheet import KeysSheet
from workshop_app.ui.shared.veil import Veil


class Nobody:
    """Commands that are never done."""

    def __getattr__(self, name: str) -> Callable[..., bool]:
        return lambda *_args: False


def card_of(number: int, theme_id: str | None = None) -> Card:
    x, y = float(number % 5 * 216), float(number // 5 * 140)
    return Card(
        f"c{number}", f"Idea {number}", "voice", "Decisions", "student", theme_id, float(number), x, y, 0, 0, False
    )


@pytest.fixture
def view(qapp: QApplication) -> BoardView:
    made = BoardView(Nobody())  # type: ignore[arg-type]
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def bench(bench: Bench) -> Bench:
    """The board is up, with six ideas, one of them in the first of two themes."""
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    bench.press("See all")
    return bench


class Changing:
    """What an audience sees, and changes of it by chance."""

    def __init__(self) -> None:
        self.cards = {f"c{n}": card_of(n) for n in range(20)}
        self.themes = {"t0": ThemeFrame("t0", "Theme 0", 0.0)}
        self.chance = random.Random(4)

    def step(self, number: int) -> tuple[dict[str, Card | None], dict[str, ThemeFrame | None]]:
        """One change, by ids."""
        what, one = self.chance.choice(["new", "gone", "moved", "moved", "said", "theme", "dissolved"]), self.any_card()
        anywhere = self.chance.choice([None, "nowhere", *self.themes])
        cards: dict[str, Card | None] = {}
        frames: dict[str, ThemeFrame | None] = {}
        if what == "new":
            cards[f"c{100 + number}"] = card_of(100 + number, anywhere)
        elif what == "gone" and len(self.cards) > 4:
            cards[one] = None
        elif what == "moved":
            cards[one] = replace(self.cards[one], theme_id=anywhere, place=self.chance.random())
        elif what == "said":
            cards[one] = replace(self.cards[one], text=f"Said anew {number}", students_back=self.chance.randrange(3))
        elif what == "theme":
            frames[f"t{number}"] = ThemeFrame(f"t{number}", f"Theme {number}", self.chance.random())
        elif self.themes:
            frames[self.chance.choice(sorted(self.themes))] = None
        self.cards = {key: card for key, card in (self.cards | cards).items() if card is not None}
        self.themes = {key: frame for key, frame in (self.themes | frames).items() if frame is not None}
        return cards, frames

    def any_card(self) -> str:
        return self.chance.choice(sorted(self.cards))

    def read(self) -> dict[str, list[str]]:
        """The ids that must be read in each group, by its name."""
        found = {
            frame.name: sorted(
                (one for one in self.cards.values() if one.theme_id == frame.id), key=lambda one: (one.place, one.id)
            )
            for frame in sorted(self.themes.values(), key=lambda one: (one.place, one.id))
        }
        loose = [one for one in self.cards.values() if one.theme_id not in self.themes]
        if loose:
            found["Not in a theme yet"] = sorted(loose, key=lambda one: (one.y // 140, one.x, one.id))
        return {name: [one.id for one in own] for name, own in found.items()}

    def heard(self) -> dict[str, list[str]]:
        """The same in words."""
        return {name: [idea_words.spoken(self.cards[one]) for one in own] for name, own in self.read().items()}


def test_what_is_heard_is_what_is_seen_after_200_changes(view: BoardView) -> None:
    room = Changing()
    with hearing.listening():
        view.show_board(BoardSeen(tuple(room.cards.values()), tuple(room.themes.values())))
        for number in range(200):
            view.change(*room.step(number))
            view.choose(room.any_card(), follow=True)
            if number % 5 == 0:
                assert hearing.heard(view) == room.heard(), f"after {number} changes"
            if number % 50 == 0:
                gc.collect()
        assert hearing.heard(view) == room.heard()
    view.deleteLater()


def test_a_node_can_be_asked_for_what_it_is_not(view: BoardView) -> None:
    view.show_board(BoardSeen((card_of(0),), ()))
    board = hearing.root(view)
    (group,) = hearing.children(board)
    (card,) = hearing.children(group)
    for node in (board, group, card):
        assert node.textInterface() is None  # asked of every node; to answer it wrongly kills the app
        assert node.valueInterface() is None
        assert node.editableTextInterface() is None
    assert group.actionInterface() is None
    assert board.actionInterface().actionNames() == ["SetFocus"]
    assert card.selectionInterface() is None
    view.deleteLater()


def test_every_lens_can_be_heard(view: BoardView) -> None:
    aspects = (Spot("calm", "Calm", "wellbeing", ""), Spot("food", "Food", "wellbeing", ""))
    weighed = replace(card_of(1), reach=0.9, effort=0.1, stage="planned", aspect_id="food")
    with hearing.listening():
        view.show_board(BoardSeen((card_of(0, "t0"), weighed), (ThemeFrame("t0", "Learning", 0.0),), aspects))
        assert [len(own) for own in hearing.heard(view).values()] == [1, 1]
        view.look_through(Lens.ASPECTS)
        assert {name: len(own) for name, own in hearing.heard(view).items()} == {
            "Calm": 0,
            "Food": 1,
            "Something else": 1,
        }
        view.look_through(Lens.STAGE)
        assert [len(own) for own in hearing.heard(view).values()] == [1, 0, 0, 1, 0]
        assert len(hearing.heard(view)) == len(STAGES)
        view.look_through(Lens.REACH)
        heard = hearing.heard(view)
        assert [name for name, own in heard.items() if own] == ["Helps many, little effort", "Not weighed yet"]
    view.deleteLater()


def test_a_node_lies_where_its_card_is_seen(view: BoardView) -> None:
    cards = tuple(card_of(n, "t0" if n < 3 else None) for n in range(60))
    view.show_board(BoardSeen(cards, (ThemeFrame("t0", "Learning", 0.0),)))
    settle()
    board = hearing.root(view)
    assert board.role() is QAccessible.Role.List
    theme, loose = hearing.children(board)
    assert theme.role() is QAccessible.Role.Grouping
    assert (theme.text(Name), theme.text(Description)) == ("Learning", "3 ideas")
    for one in (*hearing.children(theme), *hearing.children(loose)[:3]):
        middle = one.rect().center()
        assert one.role() is QAccessible.Role.ListItem
        assert one.parent().rect().contains(one.rect().adjusted(1, 1, -1, -1))
        assert not one.state().offscreen
        group = board.childAt(middle.x(), middle.y())
        assert group is one.parent()
        assert group.childAt(middle.x(), middle.y()) is one
    last = hearing.children(loose)[-1]
    assert last.state().offscreen  # it must be scrolled to
    view.choose("c59", follow=True)
    assert not last.state().offscreen
    assert hearing.children(theme)[0].state().offscreen
    assert board.childAt(-9000, -9000) is None
    view.deleteLater()


def test_a_screen_reader_chooses_opens_and_moves(bench: Bench) -> None:
    with hearing.listening():
        node = hearing.card(bench.view, IDEAS[4])
        act = node.actionInterface()
        assert act.actionNames() == ["Press", "ShowMenu", "SetFocus"]
        act.doAction("Press")
        settle()
        assert bench.view.chosen_id == bench.card(IDEAS[4]).card.id
        assert node.state().selected
        chosen = hearing.root(bench.view).selectionInterface().selectedItems()
        assert [one.text(Name) for one in chosen] == [node.text(Name)]
        act.doAction("ShowMenu")
        settle()
        bench.menu(THEMES[0])
        bench.stage.still()
        moved = hearing.card(bench.view, IDEAS[4])
        assert moved.parent().text(Name) == THEMES[0]
        assert not isValid(node)  # the other one, in the other group, is gone
        moved.actionInterface().doAction("SetFocus")
        settle()
        assert hearing.root(bench.view).focusChild() is moved
        moved.actionInterface().doAction("Press")
        settle()
        assert [one for one in bench.seen(Veil) if one.isVisible()]  # it is open
        bench.key(Qt.Key.Key_Escape)
        bench.desk.lock.turn(True)
        assert not moved.state().movable
        assert moved.actionInterface().actionNames() == ["Press", "SetFocus"]  # it can still be read
        assert not moved.parent().selectionInterface().select(hearing.card(bench.view, IDEAS[0]))


def test_the_keys_say_what_they_do(bench: Bench) -> None:
    said: list[str] = []
    bench.view.announced.connect(said.append)
    bench.choose("Tell us why")
    bench.key(Qt.Key.Key_Space)
    assert said[-1].startswith("Lifted.")
    assert hearing.card(bench.view, "Tell us why").text(Description).startswith("lifted, ")
    bench.key(Qt.Key.Key_T)
    assert said[-1] == "Let go of the card first."
    bench.key(Qt.Key.Key_Left)
    bench.key(Qt.Key.Key_Left)
    for _ in range(4):
        bench.key(Qt.Key.Key_Up)
    assert said[-1] == THEMES[0]
    bench.key(Qt.Key.Key_Escape)
    assert said[-1] == "Put back."
    bench.key(Qt.Key.Key_T)
    assert said[-1] == f"{THEMES[0]}: 1 idea"
    assert bench.view.chosen_id == bench.card("Ask us halfway").card.id
    bench.key(Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert said[-1] == "Not in a theme yet: 5 ideas"
    bench.key(Qt.Key.Key_End)
    assert bench.view.chosen_id == hearing_last(bench)
    bench.key(Qt.Key.Key_Home)
    assert bench.view.chosen_id == bench.card("Ask us halfway").card.id
    bench.key(Qt.Key.Key_F2)
    bench.type("Learning well", enter=True)
    assert hearing.children(hearing.root(bench.view))[0].text(Name) == "Learning well"
    QTest.keyClicks(bench.view, "?")
    settle()
    assert bench.seen(KeysSheet)
    bench.key(Qt.Key.Key_F1)
    assert not bench.seen(KeysSheet)
    assert bench.view.hasFocus()
    bench.window.focusNextPrevChild(True)
    bench.window.focusNextPrevChild(False)
    assert said[-1] == "2 themes, 6 ideas. F1 shows the keys."


def hearing_last(bench: Bench) -> str:
    """The id of the card that is read last."""
    last = hearing.children(hearing.children(hearing.root(bench.view))[-1])[-1]
    return next(one for one in bench.view.board.cards if bench.view.tree.card(one) is last)


def test_arrows_reach_every_card(view: BoardView) -> None:
    rnd = random.Random(9)
    cards = tuple(replace(card_of(n, rnd.choice([None, "t0", "t1"])), x=rnd.random() * 1500) for n in range(30))
    view.show_board(BoardSeen(cards, (ThemeFrame("t0", "A", 0.0), ThemeFrame("t1", "B", 1.0))))
    reached, edge = {"c0"}, ["c0"]
    while edge:
        here = edge.pop()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            view.choose(here)
            QTest.keyClick(view, key)
            if view.chosen_id not in reached:
                reached.add(view.chosen_id)
                edge.append(view.chosen_id)
    assert reached == set(view.board.cards)
    view.deleteLater()


def test_what_lies_face_down_is_one_thing_with_its_count(view: BoardView) -> None:
    with hearing.listening():
        view.show_board(BoardSeen((card_of(0),), ()))
        assert len(hearing.heard(view)) == 1
        view.show_face_down(4)
        stack = hearing.children(hearing.root(view))[-1]
        assert stack.role() is QAccessible.Role.ListItem
        assert "4" in stack.text(Name)
        assert stack.childCount() == 0
        assert view.tree.glass().intersects(stack.rect())
        view.show_face_down(0)
        assert not isValid(stack)
        assert len(hearing.heard(view)) == 1
    view.deleteLater()


@pytest.mark.parametrize("by_qt", [True, False], ids=["by Qt", "by the collector"])
def test_nothing_is_made_for_nobody_and_all_of_it_goes_with_the_board(qapp: QApplication, by_qt: bool) -> None:
    made = BoardView(Nobody())  # type: ignore[arg-type]
    made.show()
    made.show_board(BoardSeen(tuple(map(card_of, range(40))), ()))
    made.choose("c3", follow=True)
    made.change({"c3": None, "c41": card_of(41, "t0")}, {"t0": ThemeFrame("t0", "A", 0.0)})
    assert not made.tree._cards
    with hearing.listening():
        nodes = [one for group in hearing.children(hearing.root(made)) for one in hearing.children(group)]
        many = {f"c{n}": card_of(n) for n in range(100, 100 + board_accessible.MANY + 1)}
        made.change(many, {})
        assert not any(map(isValid, nodes))  # so many at once: the board is another one
        nodes = [one for group in hearing.children(hearing.root(made)) for one in hearing.children(group)]
        nodes[0].actionInterface().doAction("Press")
        settle()
        nodes[1].actionInterface().doAction("Press")  # it will be gone before that is done
        assert len(nodes) == 40 + board_accessible.MANY + 1
        tree = weakref.ref(made.tree)
        if by_qt:
            made.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del made
        gc.collect()
        assert tree() is None
        assert not any(map(isValid, nodes))
        settle()
