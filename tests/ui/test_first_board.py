"""A programme that is opened with the app: its board at once, the rest behind it, nothing lost or hidden by that."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.storage.test_opening import OPEN_IN_ANOTHER, REPOSITORY
from tests.ui import rich
from tests.ui.bench import Bench, settle
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea
from workshop_app.domain.programme import Programme
from workshop_app.facilitation.clock import BELL, START
from workshop_app.storage import health
from workshop_app.storage.store import Store
from workshop_app.ui.first_board import FirstBoard
from workshop_app.ui.pages.start import StartPage
from workshop_app.ui.place import BOARD_SHOWN
from workshop_app.ui.tour import gestures

OLD = Path(__file__).parents[1] / "storage" / "fixtures" / "schema-2.workshop"
DAMAGED = "This programme's file is damaged. Nothing was changed. A backup from before can be opened."
START_WITH = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from workshop_app.cli import new_id, now
from workshop_app.ui import app

def hold():
    print("loading", flush=True)
    sys.stdin.readline()

application = app.application()
QTimer.singleShot(0, hold)  # before anything that the window puts off
app.run(Path(sys.argv[1]), Path(sys.argv[2]), now, new_id)
"""


@pytest.fixture
def path(bench: Bench) -> Path:
    """Two sessions, left on the board: an idea of the first, two of the second in a theme with it, one loose."""
    made = rich.Rich(bench.home)
    made.person("Mia")
    made.session()
    first = made.given("Ask us halfway")
    made.session()
    second = made.given("Quiet corner in the library", "Tell us why", "Talk first")
    made.theme("Learning", *first, *second[:2])
    made.page("board")
    return made.close()


def until_whole(bench: Bench) -> None:
    bench.until(lambda: bench.window.work is not None, "the rest")
    bench.stage.still()


def first(bench: Bench) -> FirstBoard:
    board = bench.window.centralWidget().findChild(FirstBoard)
    assert board is not None, "no first board is up"
    return board


def saved(path: Path) -> Programme:
    store = Store.open(path)
    try:
        return store.load()
    finally:
        store.close()


def spoil(path: Path, text: str) -> None:
    """Make the role of one idea nonsense."""
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute("UPDATE idea SET role = 'owl' WHERE text = ?", (text,)).rowcount == 1


def lies(board: FirstBoard | None, bench: Bench) -> dict[str, tuple[str, QPoint]]:
    """Every card with its words, and where it is in the window."""
    view = board.view if board is not None else bench.view
    corner = view.viewport().mapTo(bench.window, QPoint(0, 0))
    return {
        card_id: (item.card.text, corner + view.mapFromScene(item.home)) for card_id, item in view.board.cards.items()
    }


def test_the_board_is_there_at_once_and_stays_where_it_is_when_the_rest_comes(bench: Bench, path: Path) -> None:
    window = bench.start_with(path)
    board = first(bench)
    assert window.work is None
    assert window.isVisible() and board.isVisible() and window.windowTitle().startswith(rich.SCHOOL)
    before = lies(board, bench)
    assert sorted(text for text, _ in before.values()) == ["Quiet corner in the library", "Talk first", "Tell us why"]
    assert [(one.name, one.elsewhere) for one in (item.frame for item in board.view.board.frames.values())] == [
        ("Learning", 1)
    ]
    until_whole(bench)
    assert lies(None, bench) == before
    assert window.findChild(FirstBoard) is None or not first(bench).isVisible()
    bench.key(Qt.Key.Key_F9)
    assert window.calm.is_on


def test_what_is_dropped_before_the_rest_is_there_is_saved_and_undone_like_anything_else(
    bench: Bench, path: Path
) -> None:
    window = bench.start_with(path)
    view = first(bench).view
    item = next(one for one in view.board.cards.values() if one.card.text == "Talk first")
    start = view.mapFromScene(item.home + QPoint(60, 40))
    gestures.press(view.viewport(), start)
    gestures.move(view.viewport(), start, start + QPoint(300, 20))
    for _ in range(20):  # the rest would be there by now; nothing is taken out of a hand
        settle()
    assert window.work is None and item.is_away
    gestures.release(view.viewport(), start + QPoint(300, 20))
    assert window.work is not None
    until_whole(bench)
    moved = bench.programme.all(Idea)[item.card.id]
    assert moved.x > item.card.x + 100
    assert bench.card("Talk first").card.x == moved.x
    bench.stop()
    assert saved(path).all(Idea)[item.card.id] == moved
    bench.start_with(path)
    until_whole(bench)
    bench.undo()
    assert bench.programme.all(Idea)[item.card.id].x == item.card.x


def test_a_name_that_is_asked_for_before_the_rest_is_there_is_asked_for(bench: Bench, path: Path) -> None:
    bench.start_with(path)
    first(bench).view.opened.emit(next(iter(first(bench).view.board.cards)))
    assert bench.window.work is not None
    settle()
    assert any("The idea" in text for text in bench.texts())


@pytest.mark.parametrize("text", ["Ask us halfway", "Talk first"])  # of another session, and of the one that is shown
def test_damage_is_said_wherever_it_lies(bench: Bench, path: Path, text: str) -> None:
    spoil(path, text)
    before = path.read_bytes()
    window = bench.start_with(path)
    bench.until(lambda: bench.seen(StartPage), "the start page")
    assert bench.said() == DAMAGED
    assert window.work is None and window.windowTitle() == "Workshop"
    bench.key(Qt.Key.Key_F9)
    assert window.calm.is_on
    bench.stop()
    assert path.read_bytes() == before


def test_damage_is_said_where_a_drop_finds_it(bench: Bench, path: Path) -> None:
    spoil(path, "Ask us halfway")
    window = bench.start_with(path)
    view = first(bench).view
    item = next(one for one in view.board.cards.values() if one.card.text == "Talk first")
    assert not view.commands.lay(item.card.id, 700.0, 40.0)
    assert window.work is None
    assert bench.said() == DAMAGED


def test_a_file_that_is_open_elsewhere_is_left_alone(bench: Bench, path: Path) -> None:
    words = [sys.executable, "-c", OPEN_IN_ANOTHER, str(path)]
    with subprocess.Popen(words, cwd=REPOSITORY, stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "opened\n"
        bench.start_with(path)
        assert bench.window.findChild(FirstBoard) is None
        assert "is open in another window" in bench.said()
        other.communicate("\n")


def test_a_second_start_is_refused_while_the_first_still_loads(bench: Bench, path: Path) -> None:
    bench.start_with(path)
    words = [sys.executable, "-c", OPEN_IN_ANOTHER, str(path)]
    done = subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("InUseError")
    assert bench.window.work is None


def test_the_window_can_be_closed_while_the_rest_is_loaded(bench: Bench, path: Path) -> None:
    before = path.read_bytes()
    bench.start_with(path)
    bench.stop()
    settle()
    assert path.read_bytes() == before
    assert saved(path).about.school == rich.SCHOOL


def test_an_older_file_is_brought_up_to_date_first(bench: Bench, tmp_path: Path) -> None:
    old = Path(shutil.copy(OLD, tmp_path / "old.workshop"))
    bench.start_with(old)
    until_whole(bench)
    assert len(list((bench.home / "backups").rglob("*.workshop"))) == 1
    bench.stop()
    assert health.check(old) == []


def test_a_list_that_was_read_comes_up_as_it_was(bench: Bench) -> None:
    made = rich.board_of_six(bench.home)
    made.workspace.save_draft(BOARD_SHOWN, "list")
    made.page("board")
    bench.start_with(made.close())
    assert bench.work.page.name == "board"
    assert bench.window.findChild(FirstBoard) is None


@pytest.mark.parametrize("stands", ["since another day", "by the bell"])
def test_a_session_that_waits_for_another_day_is_asked_about_first(bench: Bench, stands: str) -> None:
    made = rich.Rich(bench.home)
    made.person("Mia")
    session_id = made.session()
    what = BELL if stands == "by the bell" else START
    if what == BELL:
        made.workspace.now = bench.clock
    made.workspace.record(Happened.CLOCK, {"session": session_id, "what": what, "elapsed": 60.0})
    made.page("board")
    bench.start_with(made.close())
    assert bench.work.page.name == "lead"
    assert bench.window.findChild(FirstBoard) is None


def test_killed_while_the_rest_is_loaded_nothing_is_lost(bench: Bench, path: Path) -> None:
    before = saved(path)
    words = [sys.executable, "-c", START_WITH, str(bench.home), str(path)]
    with subprocess.Popen(words, cwd=REPOSITORY, stdin=-1, stdout=-1, text=True) as app:
        assert app.stdout is not None
        assert app.stdout.readline() == "loading\n"
        app.send_signal(signal.SIGKILL)
    assert health.check(path) == []
    assert saved(path).tables == before.tables
