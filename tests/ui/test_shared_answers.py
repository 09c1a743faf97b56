"""What students do on their screen is answered there, and what they do by mistake is taken back there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.canaries import CANARY
from tests.ui.monitors import PROJECTOR
from tests.ui.test_showing import screen, tap, texts
from workshop_app.domain import ideas, people
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.ui.notice import Notice
from workshop_app.ui.shared.replay_sheet import ReplaySheet
from workshop_app.ui.tour import gestures

CTRL = Qt.KeyboardModifier.ControlModifier
ELSEWHERE = "What was done last was not done here. Ask who leads to take it back."


@pytest.fixture(params=["apart", "in turns"])
def bench(bench: Bench, request: pytest.FixtureRequest) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="board").close()
    if request.param == "apart":
        bench.screens.plug(PROJECTOR)
    bench.start()
    bench.press("Carry on")
    bench.go_on()
    bench.window.showing.turn()
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is private is gone
    yield bench


def window(bench: Bench) -> QWidget:
    """What everybody sees."""
    return bench.window.showing.shared or bench.window


def told(bench: Bench) -> list[str]:
    """What the notices on the shared screen say."""
    found = [one for one in window(bench).findChildren(Notice) if one.isVisible()]
    return [text for one in found for text in texts(one)]


def place(bench: Bench, card_id: str) -> tuple[float, float]:
    idea = bench.programme.get(Idea, card_id)
    return idea.x, idea.y


def key(bench: Bench, what: Qt.Key) -> None:
    window(bench).activateWindow()
    QTest.keyClick(window(bench).windowHandle(), what, CTRL)
    settle()


def test_undo_and_redo_by_touch_and_by_keys(bench: Bench) -> None:
    view = screen(bench).board
    card_id = list(view.board.cards)[2]
    before = place(bench, card_id)
    assert view.commands.lay(card_id, 900.0, 300.0)
    after = place(bench, card_id)
    settle()
    tap(window(bench), "Undo")
    assert place(bench, card_id) == before
    assert told(bench) == ["Taken back: moving a card"]
    key(bench, Qt.Key.Key_Y)
    assert place(bench, card_id) == after
    key(bench, Qt.Key.Key_Z)
    assert place(bench, card_id) == before
    (notice,) = [one for one in window(bench).findChildren(Notice) if one.isVisible()]
    assert notice.y() > window(bench).height() / 2
    assert notice.geometry().bottom() < screen(bench).foot.y()


def test_never_while_a_sheet_is_open(bench: Bench) -> None:
    view = screen(bench).board
    card_id = list(view.board.cards)[2]
    view.commands.lay(card_id, 900.0, 300.0)
    after = place(bench, card_id)
    view.theme_wanted.emit("")
    settle()
    key(bench, Qt.Key.Key_Z)
    screen(bench)._undo()
    assert place(bench, card_id) == after


def test_what_was_done_elsewhere_is_not_taken_back_here(bench: Bench) -> None:
    space = bench.desk.workspace
    space.perform("add-person", people.add_person, new_id="p", at=space.now(), name=CANARY, role=Role.STUDENT)
    tap(window(bench), "Undo")
    assert "p" in bench.programme.all(people.Person)
    assert told(bench) == [ELSEWHERE]
    first, second = list(screen(bench).board.board.cards)[:2]
    bench.desk.do("set-aside", ideas.set_idea_aside, first, "Not ours to say")
    tap(window(bench), "Undo")
    assert bench.programme.get(Idea, first).set_aside
    assert screen(bench).board.commands.set_aside(second, "Twice")
    tap(window(bench), "Undo")
    assert not bench.programme.get(Idea, second).set_aside


def test_a_refusal_is_said_where_the_gesture_was_and_nothing_else_is(bench: Bench) -> None:
    view = screen(bench).board
    card_id = list(view.board.cards)[2]
    bench.desk.said.emit(f"{CANARY} said", "notice")
    assert told(bench) == []
    assert not view.commands.to_stage((card_id,), "planned")
    settle()
    (sentence,) = told(bench)
    assert sentence
    assert CANARY not in sentence


def test_it_is_still_said_after_the_window_was_the_facilitators(bench: Bench) -> None:
    view = screen(bench).board
    card_id = list(view.board.cards)[2]
    assert not view.commands.to_stage((card_id,), "planned")
    if bench.window.work is None:
        bench.window.showing.for_me()
        settle()
        bench.window.showing.turn()
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not screen(bench).board.commands.to_stage((card_id,), "planned")
    settle()
    assert len(told(bench)) == 1


def test_the_class_sees_the_film_and_looks_otherwise(bench: Bench) -> None:
    def more(entry: str) -> None:
        tap(window(bench), "More…")
        (menu,) = [one for one in window(bench).findChildren(QMenu) if one.isVisible()]
        (action,) = [one for one in menu.actions() if one.text() == entry]
        gestures.click(menu, menu.actionGeometry(action).center())
        settle()

    more("Colour by who said it")
    assert bench.desk.looking.by_role
    assert screen(bench).board.board.by_role
    more("Ideas of all sessions")
    assert bench.desk.looking.everything
    more("Ideas of all sessions")
    assert not bench.desk.looking.everything
    more("How our board grew…")
    (sheet,) = window(bench).findChildren(ReplaySheet)
    assert sheet.isVisible()
    sheet.leave()


def test_the_leaders_film_is_shown_to_the_class(bench: Bench) -> None:
    if bench.window.work is None:
        pytest.skip("there is one window")
    bench.press("More…")
    bench.menu("How our board grew…")
    assert window(bench).findChildren(ReplaySheet)
    assert bench.seen(ReplaySheet) == []


def test_new_theme_is_for_the_lens_of_themes(bench: Bench) -> None:
    named = [one for one in window(bench).findChildren(QWidget) if one.accessibleName() == "New theme"]
    (button,) = [one for one in named if one.isVisible()]
    assert button.isEnabled()
    tap(window(bench), "Aspects")
    assert not button.isEnabled()
    tap(window(bench), "Themes")
    assert button.isEnabled()
