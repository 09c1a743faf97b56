"""What lies over a board and shows a card's words goes with the card, in both windows."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QMenu

from tests.ui.bench import Bench, settle
from tests.ui.monitors import PROJECTOR
from tests.ui.rich import Rich
from workshop_app.domain import ideas
from workshop_app.domain.people import Role
from workshop_app.ui.shared import theme_menu
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.veil import Veil

GONE = "Longer lunch breaks outside"
Opens = Callable[[BoardView, dict[str, str]], object]
WAYS: dict[str, Opens] = {
    "its story": lambda view, key: view.story_wanted.emit(key[GONE]),
    "what is close to it": lambda view, key: view.alike_wanted.emit(key[GONE]),
    "it is close to another": lambda view, key: view.alike_wanted.emit(key["Longer lunch breaks inside"]),
    "what could belong together": lambda view, _key: view.alike_wanted.emit(""),
    "splitting its theme": lambda view, _key: theme_menu.split(view, next(iter(view.board.themes))),
    "its menu": lambda view, key: view.menu_for(key[GONE], QPoint()),
    "the menu of its neighbour": lambda view, key: view.menu_for(key["Longer lunch breaks inside"], QPoint()),
    "read in full": lambda view, key: view.opened.emit(key[GONE]),
}


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = Rich(bench.home)
    made.person("Student A")
    made.session()
    made.ideas("Longer lunch breaks inside", "A quiet room", "Another timetable")
    made.workspace.perform(
        "add-idea",
        ideas.add,
        new_ids=["gone"],
        at=made.workspace.now(),
        given=[ideas.Given(GONE, Role.STUDENT)],
        spots=ideas.spots(made.workspace.programme, 1),
    )
    made.close()
    bench.screens.plug(PROJECTOR)
    bench.start()
    bench.press("Carry on")
    bench.work.go("board")
    bench.window.showing.turn()
    settle()
    yield bench


def over(view: BoardView) -> list[str]:
    """What lies over this board now."""
    sheets = [one for one in view.window().findChildren(Veil) if one.isVisible()]
    return [type(one).__name__ for one in (*sheets, *[one for one in view.findChildren(QMenu) if one.isVisible()])]


@pytest.mark.parametrize("way", WAYS)
def test_it_closes_when_the_card_leaves_the_board(bench: Bench, way: str) -> None:
    shared = bench.window.showing.shared
    assert shared is not None
    for view in (shared.findChildren(BoardView)[0], bench.view):
        key = {item.card.text: card_id for card_id, item in view.board.cards.items()}
        if way == "splitting its theme":
            assert view.commands.start_theme((key[GONE], key["A quiet room"]))
            settle()
        WAYS[way](view, key)
        settle()
        assert over(view)
        other = key["Another timetable"]
        bench.desk.do("move-idea", ideas.lay, other, 900.0, 900.0)
        settle()
        assert over(view)  # it stays for anything less
        bench.desk.do("set-aside", ideas.set_idea_aside, key[GONE], "Twice")
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert over(view) == []
        for _ in range(3 if way == "splitting its theme" else 2):
            bench.desk.undo()
        settle()


def test_the_last_card_is_undone_below_its_sheet(bench: Bench) -> None:
    view = bench.view
    view.story_wanted.emit("gone")
    settle()
    assert over(view) == ["StorySheet"]
    bench.desk.undo()
    settle()
    assert over(view) == []
