"""Off the screen at once: one key or one press, whatever is open, and everything is there afterwards."""

from collections.abc import Iterator
from time import monotonic

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QWidget

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import SIZES
from workshop_app.domain import people
from workshop_app.domain.face_down import Entry
from workshop_app.domain.ideas import on_board
from workshop_app.ui.hold_button import HOLD_MS
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.sign_sheet import SignSheet
from workshop_app.ui.tour import gestures


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = rich.board_of_six(bench.home)
    first, *_ = on_board(made.workspace.programme)
    made.signed(made.plan(first.id, people.group(made.workspace.programme)[0].id))
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def hide(bench: Bench) -> None:
    bench.key(Qt.Key.Key_F9)


def open_to(bench: Bench) -> list[str]:
    """What is wrong with the cover: to the eye, to hands, and to a screen reader. Nothing, if it covers all."""
    calm, window = bench.window.calm, bench.window
    shown = [one for one in window.findChildren(QWidget) if one.isVisible() and not calm.isAncestorOf(one)]
    found = [f"{one} can be seen" for one in shown if one is not calm]
    found += [f"a touch finds {one}" for one in touched(window) if one is not calm and not calm.isAncestorOf(one)]
    found += [f"it is at {calm.geometry()}"] if calm.geometry() != window.rect() or not calm.isVisible() else []
    found += ["something pops up"] if QApplication.activePopupWidget() else []
    found += [f"the title is {window.windowTitle()}"] if window.windowTitle() != "Workshop" else []
    return found + sorted(f"“{one}” is read" for one in heard(bench) - {"Workshop", "A calm picture", "Hold to go on"})


def covered(bench: Bench) -> bool:
    """Whether the picture is all there is."""
    problems = open_to(bench)
    assert not problems, "\n".join(problems)
    return True


def touched(window: QWidget) -> set[QWidget]:
    """What lies under a finger, over the whole window."""
    spots = [QPoint(x, y) for x in range(5, window.width(), 97) for y in range(5, window.height(), 89)]
    return {one for spot in spots if (one := window.childAt(spot)) is not None}


def heard(bench: Bench) -> set[str]:
    """What a screen reader finds in the window: the names and values of all that is not invisible."""
    found: set[str] = set()

    def look(one: object) -> None:
        if one is None or one.state().invisible:  # type: ignore[attr-defined]
            return
        found.update(one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))  # type: ignore[attr-defined]
        for number in range(one.childCount()):  # type: ignore[attr-defined]
            look(one.child(number))  # type: ignore[attr-defined]

    look(QAccessible.queryAccessibleInterface(bench.window))
    return found - {""}


def test_a_screen_reader_finds_the_page_before(bench: Bench) -> None:
    assert len(heard(bench)) > 10
    assert open_to(bench)


@pytest.mark.parametrize("page", ["people", "prepare", "lead", "board", "choose", "plan"])
def test_one_key_covers_every_page_and_gives_it_back(bench: Bench, page: str) -> None:
    bench.work.go(page)
    settle()
    title, before = bench.window.windowTitle(), bench.texts()
    assert "Brückenschule" in title
    hide(bench)
    assert covered(bench)
    hide(bench)
    assert not bench.window.calm.isVisible()
    assert bench.window.windowTitle() == title
    assert bench.texts() == before


def test_it_works_where_no_programme_is_open(bench: Bench) -> None:
    bench.press("All programmes")
    hide(bench)
    assert covered(bench)
    hide(bench)
    assert bench.button("Carry on").isVisible()


def test_a_press_on_the_bar_is_enough_and_its_release_does_nothing(bench: Bench) -> None:
    gestures.press(bench.button("Hide the screen"), bench.button("Hide the screen").rect().center())
    assert bench.window.calm.isVisible()  # before the button was let go, and without an event in between
    spot = QPoint(bench.window.width() - 60, 30)
    QTest.mouseRelease(bench.window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    assert covered(bench)
    hide(bench)
    assert not bench.button("Hide the screen").isDown()


def test_the_first_paint_shows_nothing_of_the_board(bench: Bench) -> None:
    bench.window.calm.cover()  # no event is taken after this
    shown = QPixmap(bench.window.size())
    bench.window.render(shown)
    image = shown.toImage()
    own = bench.window.calm.grab().toImage()
    for x in range(3, image.width(), 53):
        for y in range(3, image.height(), 47):
            assert QColor(image.pixel(x, y)) == QColor(own.pixel(x, y))


def test_an_open_menu_goes(bench: Bench) -> None:
    bench.work.go("board")
    bench.stage.still()
    bench.choose("Tell us why")
    bench.press("Move to…")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_F9)
    settle()
    assert covered(bench)


def test_a_list_that_is_open_goes(bench: Bench) -> None:
    bench.press("Colours")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    bench.window.calm.cover()
    assert covered(bench)


def test_a_dialog_goes_and_comes_back(bench: Bench) -> None:
    dialog = QDialog(bench.window)
    dialog.setWindowTitle("Brückenschule")
    dialog.open()
    ended = []
    dialog.finished.connect(ended.append)
    settle()
    QTest.keyClick(dialog, Qt.Key.Key_F9)
    settle()
    assert not dialog.isVisible()
    assert covered(bench)
    hide(bench)
    assert dialog.isVisible()
    assert ended == []
    dialog.reject()


def test_a_sheet_to_sign_on_keeps_what_was_drawn_and_typed(bench: Bench) -> None:
    bench.work.go("plan")
    person = people.group(bench.programme)[0]
    bench.press(f"{person.name} signs here")
    bench.type("Si")
    hide(bench)
    assert covered(bench)
    bench.type("xyz")
    hide(bench)
    (sheet,) = bench.seen(SignSheet)
    field = next(one for one in sheet.findChildren(QLineEdit))
    assert field.text() == "Si"
    assert field.hasFocus()
    bench.type("ân")
    assert field.text() == "Siân"


def test_nothing_typed_gets_lost_or_goes_behind(bench: Bench) -> None:
    bench.work.go("lead")
    bench.type("Ask us ha", into="Type an idea")
    count = len(on_board(bench.programme))
    hide(bench)
    bench.type("secret", enter=True)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        bench.key(key)
    bench.undo()
    assert covered(bench)
    hide(bench)
    field = bench.stage.widget("Type an idea")
    assert isinstance(field, QPlainTextEdit)
    assert (field.toPlainText(), field.hasFocus()) == ("Ask us ha", True)
    assert len(on_board(bench.programme)) == count
    bench.type("lfway")
    assert field.toPlainText() == "Ask us halfway"


def test_the_dark_button_works_under_a_sheet_too(bench: Bench) -> None:
    bench.work.go("plan")
    bench.press(f"{people.group(bench.programme)[0].name} signs here")
    button = bench.button("Hide the screen")
    gestures.click(bench.window, button.mapTo(bench.window, button.rect().bottomLeft() + QPoint(-8, -8)))
    assert not bench.window.calm.isVisible()
    gestures.click(button)
    settle()
    assert covered(bench)
    hide(bench)
    assert bench.seen(SignSheet)


def test_who_writes_alone_goes_on_writing(bench: Bench) -> None:
    bench.work.go("hand-over")
    bench.press("It is off: hand it over")
    bench.press("I am next")
    bench.type("Ask us ha")
    hide(bench)
    assert covered(bench)
    hide(bench)
    bench.type("lfway")
    bench.press("Done")
    assert [one.text for one in bench.desk.workspace.private(Entry).values()] == ["Ask us halfway"]


def test_half_a_slip_waits_behind_its_gate(bench: Bench) -> None:
    bench.work.go("slips")
    bench.press("It is off: type the slips")
    bench.type("Ask us ha")
    hide(bench)
    assert covered(bench)
    hide(bench)
    assert not [one for one in bench.seen(QPlainTextEdit) if one.toPlainText()]
    bench.press("It is off: type the slips")
    bench.type("lfway", enter=True)
    assert [one.text for one in bench.desk.workspace.private(Entry).values()] == ["Ask us halfway"]


def test_a_question_is_still_asked_afterwards(bench: Bench) -> None:
    bench.press("New theme")
    bench.type("Fai")
    hide(bench)
    assert covered(bench)
    hide(bench)
    bench.type("r", enter=True)
    assert not bench.seen(Asking)
    assert "Fair" in [theme.frame.name for theme in bench.view.board.frames.values()]


def test_it_covers_a_window_that_changes_its_size(bench: Bench) -> None:
    hide(bench)
    for size in ((1180, 700), (1500, 900)):
        bench.window.resize(*size)
        settle()
        assert covered(bench)


def test_what_is_said_meanwhile_is_not_seen(bench: Bench) -> None:
    hide(bench)
    bench.desk.said.emit("It is about Brückenschule", "notice")
    settle()
    assert covered(bench)


def test_a_stray_touch_does_not_bring_it_back(bench: Bench) -> None:
    hide(bench)
    window = bench.window
    for spot in (window.rect().center(), QPoint(30, 30), window.rect().bottomRight() - QPoint(40, 40)):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    assert covered(bench)


def test_holding_the_quiet_button_goes_on(bench: Bench) -> None:
    hide(bench)
    hold = bench.stage.widget("Hold to go on")
    assert hold.height() >= 44
    began = monotonic()
    gestures.press(hold, hold.rect().center())
    bench.until(lambda: not bench.window.calm.isVisible(), "the picture to go")
    assert monotonic() - began > 0.9 * HOLD_MS / 1000
    gestures.release(bench.window, QRect(QPoint(), bench.window.size()).center())


def test_who_slips_off_the_button_has_let_go(bench: Bench) -> None:
    hide(bench)
    hold = bench.stage.widget("Hold to go on")
    gestures.press(hold, hold.rect().center())
    gestures.move(hold, hold.rect().center(), QPoint(-60, -60))
    QTest.qWait(HOLD_MS + 200)
    assert covered(bench)


def test_the_key_held_down_does_not_flicker(bench: Bench) -> None:
    window = bench.window.windowHandle()
    QTest.keyPress(window, Qt.Key.Key_F9)
    settle()
    assert covered(bench)
    QTest.keyRelease(window, Qt.Key.Key_F9)
    settle()
    assert covered(bench)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_button_is_in_the_same_corner_on_every_page(bench: Bench, size: tuple[int, int]) -> None:
    bench.window.resize(*size)
    corners = set()
    for page in ("people", "prepare", "lead", "board", "choose", "plan"):
        bench.work.go(page)
        settle()
        button = bench.button("Hide the screen")
        corners.add(button.mapTo(bench.window, button.rect().topRight()).toTuple())
        assert button.height() >= 44
    assert len(corners) == 1
    (x, y) = corners.pop()
    assert size[0] - x < 30
    assert y < 30
