"""With the keyboard alone: Tab reaches everything, one sees where one is, and everything has a name."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QRegion
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QApplication, QComboBox, QWidget

from tests.ui import rich
from tests.ui.bench import Bench
from tests.ui.looking import FIELDS
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Plan
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.sign_sheet import SignSheet

TABLE = "id,idea\n" + "".join(f"{number},Idea of the table {number}\n" for number in range(12))


@pytest.fixture(scope="module")
def bench(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """One app for all of these: a session, ideas, a plan that is open and one that is closed; nothing is changed."""
    folder = tmp_path_factory.mktemp("keyboard")
    made = rich.board_of_six(folder / "home")
    people = {person.name: person for person in made.workspace.programme.all(Person).values()}
    first, second, *_ = made.workspace.programme.all(Idea)
    closed = made.plan(first, people["Siân"].id, title="Closed plan")
    made.signed(closed, people["Siân"].id)
    made.plan(second, people["Siân"].id, title="Open plan")
    made.close()
    bench = Bench(folder / "home")
    bench.files.to_open = folder / "table.csv"
    bench.files.to_open.write_text(TABLE)
    bench.start()
    yield bench
    bench.stop()


def start(bench: Bench) -> None:
    bench.window.close_programme()


def on_page(name: str) -> Callable[[Bench], None]:
    def there(bench: Bench) -> None:
        if bench.window.work is None:
            bench.press("Carry on")
        bench.work.go(name)

    there.__name__ = name
    return there


def table(bench: Bench) -> None:
    on_page("bring-in")(bench)
    bench.press("Read a table (CSV)…")


def open_plan(bench: Bench) -> None:
    on_page("plan")(bench)
    bench.page.open_plan(_plan(bench, "Open plan"))


def closed_plan(bench: Bench) -> None:
    on_page("plan")(bench)
    bench.page.open_plan(_plan(bench, "Closed plan"))


PLACES = (
    start,
    *(on_page(name) for name in ("people", "map", "prepare", "lead", "board", "choose", "bring-in")),
    table,
    open_plan,
    closed_plan,
)
places = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)


@places
def test_tab_goes_everywhere_and_one_sees_where_one_is(bench: Bench, place: Callable[[Bench], None]) -> None:
    place(bench)
    bench.stage.still()
    for step in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        wanted = {one for one in bench.seen(QWidget) if _takes_tab(one)}
        first = bench.window.focusWidget()
        assert first is not None
        met: list[QWidget] = []
        for _ in range(len(wanted) + 40):
            now = bench.window.focusWidget()
            assert now is not None
            if now in met and now is not met[-1]:
                break
            met.append(now)
            assert not _seen_of(now).isEmpty(), f"{_name(now)} has the keyboard out of sight"
            focused = now.grab().toImage()
            bench.key(step)
            came_by_tab = len(met) > 1  # a board that comes up with its page shows it at the first arrow
            if came_by_tab and bench.window.focusWidget() is not now:  # a date takes Tab for day, month and year first
                seen = changed(focused, now.grab().toImage())
                enough = min(1.5 * (now.width() + now.height()), 500)  # more than a dotted line
                assert seen >= enough, f"{_name(now)} hardly shows that it has the keyboard ({seen} pixels)"
        assert not {_name(one) for one in wanted if not met_with(one, met)}


def changed(before: QImage, after: QImage) -> int:
    """How many pixels are clearly another colour."""
    difference = before.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, after)
    painter.end()
    grey = difference.convertToFormat(QImage.Format.Format_Grayscale8)
    return len(bytes(grey.constBits()).translate(None, bytes(range(16))))


def met_with(widget: QWidget, met: list[QWidget]) -> bool:
    """Whether Tab came by it, or by one chip of several: arrows go from there to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return widget in met or (group is not None and group.exclusive() and any(one in met for one in group.buttons()))


@places
def test_everything_that_is_used_has_a_name(bench: Bench, place: Callable[[Bench], None]) -> None:
    place(bench)
    nameless = [one for one in bench.seen(QWidget) if isinstance(one, FIELDS) and _is_own(one) and not _name(one)]
    assert not [type(one).__name__ for one in nameless]
    assert all(_name(one) for one in bench.seen(Words) if one.text())


def test_arrows_choose_among_chips(bench: Bench) -> None:
    on_page("bring-in")(bench)
    bench.press("Students")
    bench.key(Qt.Key.Key_Right)
    bench.key(Qt.Key.Key_Right)
    assert bench.button("Families").isChecked()


@pytest.mark.parametrize("sheet", [Asking, SignSheet], ids=lambda sheet: sheet.__name__)
def test_a_question_keeps_the_keyboard_until_it_is_answered(bench: Bench, sheet: type[QWidget]) -> None:
    if sheet is Asking:
        on_page("board")(bench)
        bench.press("New theme")
    else:
        closed_plan(bench)
        bench.press("Ade signs here")
    over = bench.seen(sheet)[0]
    wanted = {one for one in over.findChildren(QWidget) if _takes_tab(one)}
    for step in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        met = set()
        for _ in range(8):
            now = bench.window.focusWidget()
            assert now is not None and over.isAncestorOf(now), f"{_name(now)} is behind the question"
            met.add(now)
            bench.key(step)
        assert met >= wanted
    bench.key(Qt.Key.Key_Escape)
    assert not bench.seen(sheet)
    now = bench.window.focusWidget()
    assert now is not None and _name(now) not in ("All programmes", "")


def _takes_tab(widget: QWidget) -> bool:
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and _is_own(widget)
        and not isinstance(widget.focusProxy(), QWidget)
    )


def _seen_of(widget: QWidget) -> QRegion:
    inside = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return inside.visibleRegion()


def _is_own(widget: QWidget) -> bool:
    """Not a part of a larger field, such as the text of a date or what a list opens."""
    parent = widget.parentWidget()
    return widget.isVisible() and not isinstance(parent, QAbstractSpinBox | QComboBox)


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return ""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _plan(bench: Bench, title: str) -> str:
    return next(plan.id for plan in bench.programme.all(Plan).values() if plan.title == title)
