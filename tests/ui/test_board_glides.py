"""A card that is let go glides to where it belongs: its new place, or back where the change was refused."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.bench import settle
from workshop_app.domain import board
from workshop_app.domain.audience import BoardSeen, Card, ThemeFrame
from workshop_app.ui.app import application
from workshop_app.ui.shared.board_scene import CardItem
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.theme import Look, apply
from workshop_app.ui.tour import gestures
from workshop_app.ui.tour.stage import Stage

THEME = ThemeFrame("t", "Theme", 1.0)
UP = QPoint(20, -150)


class Refusing:
    """Board commands that do nothing and keep what was asked of them."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def lay(self, card_id: str, x: float, y: float) -> bool:
        return self._no("lay", card_id, x, y)

    def put_in_theme(self, card_id: str, theme_id: str, before: str | None) -> bool:
        return self._no("put_in_theme", card_id, theme_id, before)

    def new_theme(self, name: str, card_ids: tuple[str, ...]) -> bool:
        return self._no("new_theme", name, card_ids)

    def rename_theme(self, theme_id: str, name: str) -> bool:
        return self._no("rename_theme", theme_id, name)

    def dissolve_theme(self, theme_id: str) -> bool:
        return self._no("dissolve_theme", theme_id)

    def reword(self, card_id: str, text: str) -> bool:
        return self._no("reword", card_id, text)

    def set_aside(self, card_id: str, because: str) -> bool:
        return self._no("set_aside", card_id, because)

    def take_unseen(self, card_id: str) -> bool:
        return self._no("take_unseen", card_id)

    def _no(self, *asked: object) -> bool:
        self.asked.append(asked)
        return False


class Willing(Refusing):
    """Board commands that put a card in a theme and show it, as the desk does."""

    view: BoardView

    def put_in_theme(self, card_id: str, theme_id: str, before: str | None) -> bool:
        self.view.change({card_id: card(card_id, theme_id)}, {})
        return True


def card(card_id: str, theme_id: str | None = None) -> Card:
    spot = {"a": (0.0, 0.0), "b": (216.0, 0.0)}[card_id]
    return Card(card_id, f"Idea {card_id}", "people", "", "student", theme_id, 1.0, *spot, 0, 0, False)


def shown(commands: Refusing, *frames: ThemeFrame) -> BoardView:
    apply(application(), Look.LIGHT)
    view = BoardView(commands)
    view.resize(1000, 700)
    view.show_board(BoardSeen((card("a"), card("b")), frames))
    view.show()
    QTest.qWaitForWindowExposed(view)
    Stage(view).until(lambda: view.is_still, "the board")
    return view


@pytest.fixture(params=[(), (THEME,)], ids=["no theme", "a theme"])
def refusing(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[BoardView]:
    view = shown(Refusing(), *request.param)
    yield view
    view.close()
    view.deleteLater()


def drop(view: BoardView, item: CardItem, by: QPoint) -> None:
    start = view.mapFromScene(item.home + QPointF(board.CARD_W / 2, board.CARD_H / 2))
    gestures.drag(view.viewport(), start, start + by)


@pytest.mark.parametrize("card_id", ["a", "b"])  # without themes the first one lies at the very corner
def test_a_refused_card_glides_back(refusing: BoardView, card_id: str) -> None:
    item = refusing.board.cards[card_id]
    home = QPointF(item.home)
    drop(refusing, item, -UP if not refusing.board.frames else UP)
    assert isinstance(refusing.commands, Refusing)
    assert [asked[:2] for asked in refusing.commands.asked] == [
        ("put_in_theme" if refusing.board.frames else "lay", card_id)
    ]
    assert not refusing.board.is_still, "it jumps"
    assert item.pos() != home
    wait_still(refusing)
    assert item.pos() == home == item.home


def test_a_card_that_is_taken_glides_to_its_place(qapp: QApplication) -> None:
    commands = Willing()
    view = commands.view = shown(commands, THEME)
    item = view.board.cards["b"]
    drop(view, item, UP)
    assert item.card.theme_id == "t"
    assert not view.board.is_still, "it jumps"
    wait_still(view)
    assert (item.pos().x(), item.pos().y()) == board.slot(view.board.layout.themes["t"], 0)
    view.close()
    view.deleteLater()


def test_a_board_that_is_asked_for_no_motion_shows_none(refusing: BoardView) -> None:
    refusing.board.still = True
    item = refusing.board.cards["b"]
    drop(refusing, item, UP)
    assert refusing.board.is_still
    assert item.pos() == item.home


def test_keys_and_menus_that_are_refused_leave_everything_as_it_was(refusing: BoardView) -> None:
    refusing.choose("b")
    refusing.setFocus()
    homes = {key: QPointF(item.home) for key, item in refusing.board.cards.items()}
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        QTest.keyClick(refusing, key)
    wait_still(refusing)
    assert {key: item.pos() for key, item in refusing.board.cards.items()} == homes
    assert refusing.chosen_id == "b"


def wait_still(view: BoardView) -> None:
    Stage(view).until(lambda: view.is_still, "the board")
    settle()
