"""The disk does not take it: a sentence says so, everything is as it was, and nothing that was typed is lost."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.programmes import same
from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.rich import THEMES
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role
from workshop_app.storage.store import Store
from workshop_app.ui import drafts
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.sign_sheet import SignSheet


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = rich.board_of_six(bench.home)
    people = {person.name: person.id for person in made.workspace.programme.all(Person).values()}
    first, second, *_ = made.workspace.programme.all(Idea)
    made.plan(second, people["Siân"], title="Open plan")
    closed = made.plan(first, people["Siân"], title="Closed plan")
    made.signed(closed, people["Siân"], people["Ms Okoye"])
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def connection(bench: Bench) -> sqlite3.Connection:
    store = bench.desk.workspace.store
    assert isinstance(store, Store)
    return store.connection


@contextmanager
def read_only(bench: Bench) -> Iterator[None]:
    """The file can't be written to for a while."""
    connection(bench).execute("PRAGMA query_only = ON")
    yield
    connection(bench).execute("PRAGMA query_only = OFF")


@contextmanager
def moved(bench: Bench) -> Iterator[None]:
    """The file is somewhere else for a while."""
    path = bench.desk.workspace.store.path
    away = path.with_suffix(".away")
    path.rename(away)
    yield
    away.rename(path)


def drag(bench: Bench) -> None:
    bench.work.go("board")
    bench.drag_to_theme("Tell us why", THEMES[1])


def lay(bench: Bench) -> None:
    bench.work.go("board")
    bench.stage.still()
    bench.drag("Tell us why", bench.stage.spot_of_card(bench.card("Tell us why")) + QPoint(60, 80))


def menu(bench: Bench) -> None:
    bench.work.go("board")
    bench.stage.still()
    bench.choose("Tell us why")
    bench.press("Move to…")
    bench.menu(THEMES[1])


def set_aside(bench: Bench) -> None:
    bench.work.go("board")
    bench.stage.still()
    bench.choose("Tell us why")
    bench.key(Qt.Key.Key_Delete)
    bench.press("Said twice")


def name_theme(bench: Bench) -> None:
    bench.work.go("board")
    bench.press("New theme")
    bench.type("Fair", enter=True)


def add_person(bench: Bench) -> None:
    bench.work.go("people")
    bench.type("Kit", into="Name", enter=True)


def capture(bench: Bench) -> None:
    bench.work.go("lead")
    bench.type("Later start", into="Type an idea", enter=True)


def bring_in(bench: Bench) -> None:
    bench.work.go("bring-in")
    bench.type("A slip", into="One idea on each line")
    bench.press("Bring in")


def back(bench: Bench) -> None:
    bench.work.go("choose")
    bench.press("One more of the students: Tell us why")


def insist(bench: Bench) -> None:
    bench.work.go("choose")
    bench.press("We insist: Tell us why")


def action(bench: Bench) -> None:
    bench.work.go("plan")
    bench.type("Ask two classes", into="What will be done?")
    bench.press("Siân does it")
    bench.press("Add the action")


def close_plan(bench: Bench) -> None:
    bench.work.go("plan")
    bench.read_and_close()


def prepare(bench: Bench) -> None:
    bench.work.go("prepare")
    bench.press("Homework")
    bench.lead_it()


def undo(bench: Bench) -> None:
    bench.press("Undo")


def press(name: str) -> Callable[[Bench], None]:
    return lambda bench: bench.press(name)


def enter(bench: Bench) -> None:
    bench.key(Qt.Key.Key_Return)


# What is done, and how it is done once more: where something was typed or chosen, it is still there.
DEEDS: dict[Callable[[Bench], None], Callable[[Bench], None]] = {
    drag: drag,
    lay: lay,
    menu: menu,
    set_aside: press("Said twice"),
    name_theme: enter,
    add_person: press("Add"),
    capture: enter,
    bring_in: press("Bring in"),
    back: back,
    insist: insist,
    action: press("Add the action"),
    close_plan: close_plan,
    prepare: Bench.lead_it,
    undo: undo,
}


@pytest.mark.parametrize(
    ("deed", "trouble"),
    [*((deed, read_only) for deed in DEEDS), *((deed, moved) for deed in (drag, capture, undo))],
    ids=lambda one: one.__name__,
)
def test_what_can_not_be_saved_is_said_and_can_be_done_later(
    bench: Bench, deed: Callable[[Bench], None], trouble: Callable[[Bench], AbstractContextManager[None]]
) -> None:
    before, facts = bench.programme, bench.desk.workspace.facts
    with trouble(bench):
        deed(bench)
        assert bench.said()
        assert same(bench.programme, before)
        assert bench.desk.workspace.facts == facts
        bench.stage.still()
        for view in bench.seen(BoardView):
            assert all(item.pos() == item.home for item in view.board.cards.values())
    DEEDS[deed](bench)
    assert not same(bench.programme, before)


def test_a_drawn_signature_waits_on_its_sheet(bench: Bench) -> None:
    bench.work.go("plan")
    bench.press("Open the plan Closed plan")
    before = bench.programme
    bench.press("Ade signs here")
    bench.type("A. d. e.")
    with read_only(bench):
        bench.press("I agree")
        assert bench.said()
        assert same(bench.programme, before)
        assert bench.seen(SignSheet)
    bench.press("I agree")
    assert not bench.seen(SignSheet)
    assert not same(bench.programme, before)


def test_a_pdf_that_can_not_be_written_is_not_on_record(bench: Bench, tmp_path: Path) -> None:
    bench.work.go("plan")
    bench.press("Open the plan Closed plan")
    (tmp_path / "file").write_text("")
    for target in (tmp_path / "file" / "plan.pdf", tmp_path):
        bench.files.to_save = target
        bench.press("PDF for the head")
        bench.until(lambda: "Choose another" in bench.said(), "it says so")
        assert not bench.desk.workspace.facts
        assert not bench.files.shown
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "home"]
    bench.files.to_save = tmp_path / "plan.pdf"
    bench.press("PDF for the head")
    bench.until(lambda: bench.files.shown, "the plan is written")
    assert bench.files.shown == [tmp_path / "plan.pdf"]
    assert len(bench.desk.workspace.facts) == 1


def test_typing_goes_on_while_drafts_can_not_be_kept(bench: Bench, qtbot: QtBot) -> None:
    bench.work.go("lead")
    with read_only(bench):
        bench.type("Half", into="Type an idea")
        qtbot.wait(2 * drafts.EVERY_MS)
        bench.type(" and half")
        qtbot.wait(2 * drafts.EVERY_MS)
    bench.type(".")
    qtbot.wait(2 * drafts.EVERY_MS)
    assert "Half and half." in bench.desk.workspace.store.drafts().values()


def test_the_clock_that_can_not_be_kept_is_not_shown_as_running(bench: Bench) -> None:
    bench.work.go("lead")
    with read_only(bench):
        bench.press("Clock")
        assert bench.said()
        settle()
        assert bench.button("Clock").text() == "Start"


def test_a_window_that_could_make_no_backup_says_so_before_it_goes(bench: Bench) -> None:
    shutil.rmtree(bench.home / "backups")
    (bench.home / "backups").write_text("in the way")
    bench.work.go("people")
    bench.type("Kit", into="Name", enter=True)
    whole = bench.programme
    assert not bench.window.close()
    settle()
    assert "No backup" in bench.said()
    assert bench.window.close()
    bench.restart()
    bench.press("Carry on")
    assert same(bench.programme, whole)


def test_a_full_disk_stops_nothing_but_what_it_can_not_take(bench: Bench) -> None:
    pages = connection(bench).execute("PRAGMA page_count").fetchone()[0]
    connection(bench).execute(f"PRAGMA max_page_count = {pages}")
    bench.work.go("people")
    added = 0
    for number in range(200):
        bench.over(f"Student {number} of a long row of names", into="Name", enter=True)
        if "disk is full" in bench.said():
            break
        added += 1
    assert "disk is full" in bench.said()
    assert len([one for one in bench.programme.all(Person).values() if one.role is Role.STUDENT]) == 2 + added
    connection(bench).execute("PRAGMA max_page_count = 100000")
    whole = bench.programme
    bench.restart()
    bench.press("Carry on")
    assert same(bench.programme, whole)
