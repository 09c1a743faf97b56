"""What a person wrote is never markup: it shows as it was typed, and no picture that it names is ever loaded."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.bench import Bench, settle
from tests.ui.rich import Rich
from workshop_app.domain.people import Role

PAGES = ("people", "prepare", "lead", "board", "bring-in", "choose", "plan")
LOUD = QColor("#FF00FF")


@pytest.fixture
def evil() -> Iterator[str]:
    """Markup that names a loud picture, which is there to be loaded. Short enough for a name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p.png"
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        picture.fill(LOUD)
        assert picture.save(str(path))
        yield f"<b>x</b><img src='{path}'>&amp;"


@pytest.fixture
def bench(bench: Bench, evil: str) -> Iterator[Bench]:
    """A programme in which everything that can be written is markup."""
    name = evil
    made = Rich(bench.home, name)
    student, staff = made.person(name), made.person(name + "S", Role.STAFF)
    made.session()
    first, second = made.ideas(evil, evil + " twice")
    made.theme(name, first)
    plan_id = made.plan(first, student, title=name, what=evil)
    made.plan(second, student, title=name + " open", what=evil)
    made.signed(plan_id, student, staff)
    made.workspace.save_draft("bring-in/paste", evil + " pasted\n")
    made.workspace.save_draft("lead/capture", evil)
    made.close()
    bench.start()
    yield bench


def test_it_shows_as_it_was_typed_and_loads_nothing(bench: Bench, evil: str) -> None:
    assert_plain(bench.window)
    bench.press("Carry on")
    for page in PAGES:
        bench.work.go(page)
        settle()
        bench.stage.still()
        assert_plain(bench.window)
    assert any("<img src='" in words for words in bench.texts())
    bench.press(f"Open the plan {evil} open")
    assert_plain(bench.window)


def test_questions_menus_and_notices_show_it_too(bench: Bench, evil: str) -> None:
    bench.press("Carry on")
    bench.work.go("people")
    bench.type(evil, into="Name", enter=True)
    assert "<b>x</b>" in bench.said()  # there is somebody of that name already
    assert_plain(bench.window)
    bench.press(evil)
    bench.menu("Another name…")
    assert_plain(bench.window)
    bench.key(Qt.Key.Key_Escape)
    bench.work.go("board")
    bench.stage.still()
    bench.choose(evil + " twice")
    bench.press("Move to…")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert_plain(menu)
    assert evil.replace("&", "&&") in [action.text() for action in bench.entries()]
    bench.menu(evil.replace("&", "&&"))
    bench.press("Read or change")
    assert_plain(bench.window)


def test_tooltips_carry_no_markup(bench: Bench) -> None:
    bench.press("Carry on")
    for page in PAGES:
        bench.work.go(page)
        assert not [one.toolTip() for one in bench.seen(QWidget) if "<b>" in one.toolTip() or "<img" in one.toolTip()]


def test_this_test_would_see_a_picture_that_is_loaded(qapp: QApplication, evil: str) -> None:
    trusting = QLabel(evil)
    trusting.show()
    settle()
    with pytest.raises(AssertionError, match="picture was loaded"):
        assert_plain(trusting)
    trusting.close()


def assert_plain(window: QWidget) -> None:
    """Nothing takes markup for markup, and nothing loud is on the screen."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert LOUD.rgb().to_bytes(4, "little") not in bytes(picture.constBits()), "a picture was loaded"
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text(), label.text()
