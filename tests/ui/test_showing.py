"""What everybody sees: a second screen, one window in turns, and screens that vanish."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from shiboken6 import isValid

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable
from tests.ui.monitors import LAPTOP, MIRROR, PROJECTOR
from workshop_app.domain import ideas
from workshop_app.domain.face_down import Entry
from workshop_app.domain.ideas import Idea, on_board
from workshop_app.domain.lenses import Lens
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import prompts_of
from workshop_app.ui.lettering import Words
from workshop_app.ui.screens import Monitor
from workshop_app.ui.shared.add_sheet import AddSheet
from workshop_app.ui.shared.lens_bar import LensBar
from workshop_app.ui.shared.screen import SharedScreen
from workshop_app.ui.showing import SharedWindow
from workshop_app.ui.tour import gestures


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="lead").close()
    bench.start()
    bench.press("Carry on")
    yield bench


def apart(bench: Bench) -> SharedWindow:
    """Show it on the projector."""
    bench.screens.plug(PROJECTOR)
    settle()
    assert bench.window.showing.shared is None  # a screen that comes opens nothing
    bench.press("Show to everybody")
    shared = bench.window.showing.shared
    assert shared is not None
    return shared


def screen(bench: Bench) -> SharedScreen:
    found = [one for one in QApplication.allWidgets() if isinstance(one, SharedScreen) and one.isVisible()]
    assert len(found) == 1
    return found[0]


def texts(window: QWidget) -> list[str]:
    shown = [one for one in window.findChildren(QWidget) if isinstance(one, QLabel | Words) and one.isVisible()]
    return [one.text() for one in shown if one.text()]


def tap(window: QWidget, name: str) -> None:
    buttons = [one for one in window.findChildren(QWidget) if one.isVisible() and one.accessibleName() == name]
    assert len(buttons) == 1, f"{len(buttons)} are called {name!r}"
    gestures.click(buttons[0])
    settle()


def hold(bench: Bench, act: Callable[[QWidget], None], name: str = "For me") -> None:
    (button,) = [one for one in bench.seen(QWidget) if one.accessibleName() == name]
    act(button)
    bench.until(lambda: bench.window.work is not None, "the facilitator's part")
    settle()


def by_finger(button: QWidget) -> None:
    gestures.press(button, button.rect().center())


def by_key(button: QWidget) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyPress(button, Qt.Key.Key_Space)


def test_on_a_second_screen_it_follows_what_is_on(bench: Bench) -> None:
    shared = apart(bench)
    assert shared.size() == PROJECTOR.area.size()
    first, second, *_ = prompts_of(bench.programme, bench.desk.session.id)  # type: ignore[union-attr]
    assert first.text in texts(shared)
    bench.desk.leading.step(1)
    settle()
    assert second.text in texts(shared)
    assert first.text not in texts(shared)
    before = next(one for one in texts(shared) if one.startswith("about"))
    bench.spend(minutes=9)
    assert before not in texts(shared)
    tap(shared, "I don’t understand")
    assert second.plain in texts(shared)
    assert second.plain in bench.texts()  # on the laptop too
    bench.press("I don’t understand")
    assert second.text in texts(shared)
    bench.press("Plan and sign")
    assert second.text in texts(shared)
    bench.press("Take it away")
    assert bench.window.showing.shared is None
    assert bench.button("Show to everybody").isVisible()


def test_an_idea_is_added_face_up_for_the_prompt_it_was_begun_under(bench: Bench) -> None:
    shared = apart(bench)
    first, *_ = prompts_of(bench.programme, bench.desk.session.id)  # type: ignore[union-attr]
    tap(shared, "Add an idea")
    bench.desk.leading.step(1)
    settle()
    (field,) = [one for one in shared.findChildren(QPlainTextEdit) if one.isVisible()][:1]
    shared.activateWindow()
    field.setFocus()
    gestures.write("More light")
    tap(shared, "Put it on the board")
    assert not [one for one in shared.findChildren(AddSheet) if one.isVisible()]
    idea = on_board(bench.programme)[-1]
    assert (idea.text, idea.role, idea.asked_id, idea.person_id) == ("More light", Role.STUDENT, first.id, None)
    assert bench.desk.clock.begun
    for view in (screen(bench).board, bench.view):
        assert idea.id in view.board.cards
    tap(shared, "Add an idea")
    tap(shared, "Leave it")
    assert len(on_board(bench.programme)) == 7


def test_in_silence_there_is_a_count_and_nothing_to_press(bench: Bench) -> None:
    shared = apart(bench)
    first, *_ = prompts_of(bench.programme, bench.desk.session.id)  # type: ignore[union-attr]
    bench.desk.workspace.put_private(Entry(first.session_id, first.id, Role.STUDENT, "SECRET", "SECRET"))
    settle()
    assert screen(bench).board.board.face_down.stack.count == 1
    bench.work.go("slips")
    settle()
    assert "We write in silence. Everybody has time." in texts(shared)
    assert first.text in texts(shared)
    assert not screen(bench).board.isVisible()
    assert not [one for one in texts(shared) if "SECRET" in one]
    screen(bench).add_idea()
    assert not shared.findChildren(AddSheet)
    bench.work.go("lead")
    bench.press("Reveal")
    assert "SECRET" in [item.card.text for item in screen(bench).board.board.cards.values()]


def test_hands_off_holds_on_every_screen(bench: Bench) -> None:
    shared = apart(bench)
    bench.press("Hands off")
    assert not screen(bench).board.lock.is_open
    assert "Hands off. We talk now." in texts(shared)
    tabs = shared.findChild(LensBar)
    gestures.click(tabs, tabs.rect().center())
    assert bench.desk.looking.lens is Lens.THEMES
    assert not tabs.isEnabled()
    bench.press("Hands off")
    assert screen(bench).board.lock.is_open
    gestures.click(tabs, tabs.rect().center())
    assert bench.desk.looking.lens is not Lens.THEMES


def test_the_key_and_the_button_cover_what_everybody_sees_alone(bench: Bench) -> None:
    shared = apart(bench)
    bench.key(Qt.Key.Key_F9)
    assert shared.calm.isVisible()
    assert texts(shared) == []
    assert not bench.window.calm.isVisible()
    bench.press("Board")  # the laptop goes on
    bench.press("Uncover the shared screen")
    assert not shared.calm.isVisible()
    bench.press("Hide the shared screen")
    assert shared.calm.isVisible()
    bench.window.showing.take_away()
    bench.key(Qt.Key.Key_F9)
    assert bench.window.calm.isVisible()


def test_when_the_projector_goes_the_window_goes_and_nothing_comes_back_by_itself(bench: Bench) -> None:
    shared = apart(bench)
    bench.screens.pull("projector")
    settle()
    assert bench.window.showing.shared is None
    assert not shared.isVisible()
    assert not bench.window.calm.isVisible()
    assert "The shared screen went away" in bench.said()
    bench.screens.plug(PROJECTOR)
    settle()
    assert bench.window.showing.shared is None
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, SharedWindow) and one.isVisible()]


def test_when_the_laptops_screen_goes_its_window_is_covered_before_it_moves(bench: Bench) -> None:
    shared = apart(bench)
    when: list[bool] = []
    bench.screens.removed.connect(lambda _name: when.append(bench.window.calm.isVisible()))
    bench.screens.pull("laptop")  # the listener above is the last to hear, and before anything moved
    assert when == [True]
    assert bench.window.calm.isVisible()
    assert shared.isVisible()
    assert not shared.calm.isVisible()
    bench.screens.plug(LAPTOP)
    settle()
    assert bench.window.calm.isVisible()
    bench.window.calm.uncover()
    settle()
    assert "A screen went away" in bench.said()


def test_screens_that_begin_to_mirror_show_nothing_private(bench: Bench) -> None:
    apart(bench)
    bench.screens.mirror()
    settle()
    assert bench.window.calm.isVisible()
    assert bench.window.showing.shared is None


def test_a_mirrored_screen_is_no_second_one(bench: Bench) -> None:
    bench.screens.plug(MIRROR)
    bench.press("Show to everybody")
    assert bench.window.showing.is_for_all


def test_with_one_screen_the_facilitators_part_is_destroyed(bench: Bench) -> None:
    own = bench.work, bench.page
    names = [type(one).__module__ for one in QApplication.allWidgets()]  # other tests may have left some
    bench.type("Half an id", into="Type an idea")
    bench.desk.said.emit("It is about somebody", "notice")
    bench.press("Show to everybody")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert bench.window.work is None
    assert not any(isValid(one) for one in own)
    alive = Counter(type(one).__module__ for one in QApplication.allWidgets())
    private = ("workshop_app.ui.phases", "workshop_app.ui.pages", "workshop_app.ui.work", "workshop_app.ui.bar")
    gone = {one for one in Counter(names) if one.startswith(private) and one != "workshop_app.ui.pages.start"}
    assert all(alive[one] < Counter(names)[one] for one in gone)
    assert "It is about somebody" not in texts(bench.window)
    bench.spend(minutes=1)  # news goes on without it
    bench.undo()
    assert screen(bench).isVisible()
    hold(bench, by_finger)
    assert bench.page.name == "lead"
    field = bench.stage.widget("Type an idea")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Half an id"
    bench.press("Board")
    bench.press("Back to everybody")
    assert bench.window.showing.is_for_all
    hold(bench, by_key)
    assert bench.page.name == "board"


def test_in_turns_all_goes_by_keys(bench: Bench) -> None:
    bench.key(Qt.Key.Key_F8)
    assert bench.window.showing.is_for_all
    bench.key(Qt.Key.Key_F8)  # one key is no deliberate gesture
    assert bench.window.showing.is_for_all
    bench.key(Qt.Key.Key_F9)
    assert bench.window.calm.isVisible()
    bench.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert bench.window.work is None
    bench.key(Qt.Key.Key_F9)
    bench.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert bench.page.name == "lead"
    bench.press("All programmes")
    assert bench.button("Carry on").isVisible()
    bench.press("Carry on")
    assert bench.button("Show to everybody").isVisible()


def test_a_card_that_is_set_aside_takes_its_sheet_along(bench: Bench) -> None:
    shared = apart(bench)
    idea = next(iter(bench.programme.all(Idea).values()))
    screen(bench).board.opened.emit(idea.id)
    settle()
    (field,) = [one for one in shared.findChildren(QPlainTextEdit) if one.isVisible()]
    assert field.toPlainText() == idea.text
    field.selectAll()
    field.copy()
    bench.desk.workspace.take_unseen(idea.id)
    settle()
    assert not [one for one in shared.findChildren(QPlainTextEdit) if one.isVisible()]
    assert QApplication.clipboard().text() == ""


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1080, 1920), (1180, 700)], ids=str)
def test_everything_can_be_read_and_reached(bench: Bench, size: tuple[int, int]) -> None:
    bench.screens.plug(Monitor("panel", PROJECTOR.area.adjusted(0, 0, size[0] - 1366, size[1] - 768)))
    bench.press("Show to everybody")
    shared = bench.window.showing.shared
    assert shared is not None
    assert shared.size().toTuple() == size
    assert unreadable(shared) == []
    buttons = [one for one in shared.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) >= 6
    for one in buttons:
        assert min(one.width(), one.height()) >= 48, one.accessibleName()
    if size[1] > size[0]:
        lowest = screen(bench).board.mapTo(shared, screen(bench).board.rect().topLeft()).y()
        assert lowest >= size[1] // 2
    tap(shared, "Add an idea")
    assert unreadable(shared) == []
    for one in shared.findChildren(AddSheet)[0].findChildren(QAbstractButton):
        assert not one.isVisible() or one.mapTo(shared, one.rect().topLeft()).y() >= size[1] // 2


def test_what_is_for_the_leader_lies_open_while_the_class_sees_a_screen_of_its_own(bench: Bench) -> None:
    assert not [text for text in bench.texts() if text.startswith("Only for you")]
    apart(bench)
    assert [text for text in bench.texts() if text.startswith("Only for you")]
    bench.press("For me")
    assert not [text for text in bench.texts() if text.startswith("Only for you")]
    bench.window.showing.take_away()
    settle()
    apart(bench)  # it was folded away, and stays so
    assert not [text for text in bench.texts() if text.startswith("Only for you")]


def test_news_moves_no_board_on_which_somebody_holds_a_card_or_chose_a_size(bench: Bench) -> None:
    apart(bench)
    view = screen(bench).board
    first, second, *_ = view.board.cards.values()
    spot = view.mapFromScene(first.home.x() + 40, first.home.y() + 40)
    gestures.press(view.viewport(), spot)
    gestures.move(view.viewport(), spot, spot + QPoint(60, 40))
    zoom = view.zoom
    bench.desk.do("move-idea", ideas.lay, second.card.id, 2400.0, 1500.0)
    assert view.zoom == zoom
    gestures.release(view.viewport(), spot + QPoint(60, 40))
    bench.undo()
    settle()
    view.zoom_by(1.5)
    chosen = view.zoom
    bench.desk.do("move-idea", ideas.lay, second.card.id, 2400.0, 1500.0)
    settle()
    assert view.zoom == chosen


def test_an_answer_is_given_by_whoever_leads(bench: Bench) -> None:
    apart(bench)
    view = screen(bench).board
    card_id = next(iter(view.board.cards))
    assert not view.commands.to_stage((card_id,), "answered")
    assert bench.page.name == "lead"


def test_what_was_written_and_left_is_there_again_and_enter_says_it(bench: Bench) -> None:
    shared = apart(bench)
    tap(shared, "Add an idea")
    gestures.write("A longer break")
    QTest.keyClick(shared.windowHandle(), Qt.Key.Key_Escape)
    settle()
    assert not [one for one in shared.findChildren(AddSheet) if one.isVisible()]
    tap(shared, "Add an idea")
    gestures.write(" for all")
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Return)
    settle()
    assert "A longer break for all" in [idea.text for idea in on_board(bench.programme)]
    tap(shared, "Add an idea")
    assert not shared.findChildren(AddSheet)[-1].begun[0]
