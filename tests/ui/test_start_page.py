"""The start page: begin, carry on, practise and throw away, and files that can't be opened say why."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea

from tests.programmes import same
from tests.ui import rich
from tests.ui.bench import Bench
from tests.ui.rich import SCHOOL
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Programme


def test_a_programme_is_begun_with_the_keyboard_alone(bench: Bench) -> None:
    bench.start()
    for _ in range(6):
        if bench.window.focusWidget() is bench.button("New programme"):
            break
        bench.key(Qt.Key.Key_Tab)
    bench.key(Qt.Key.Key_Space)
    bench.type("Hillside & Son", enter=True)
    assert bench.programme.about.school == "Hillside & Son"
    assert bench.programme.about.year == "2026–27"
    bench.type("Siân", enter=True)  # the keyboard is where one types
    assert "Siân" in [person.name for person in bench.programme.all(Person).values()]
    bench.press("All programmes")
    assert bench.button("Carry on").text() == "Carry on: Hillside && Son"
    assert bench.window.windowTitle() == "Workshop"


def test_all_of_it_is_seen_beside_the_bar_of_a_small_laptop(bench: Bench) -> None:
    rich.board_of_six(bench.home).close()
    bench.start((1366, 728))
    assert not [area for area in bench.seen(QScrollArea) if area.verticalScrollBar().maximum()]


@pytest.mark.parametrize(("school", "sentence"), [("", "still empty"), ("   ", "still empty"), ("x" * 81, "80 char")])
def test_a_name_that_will_not_do_is_said_and_stays_to_be_corrected(bench: Bench, school: str, sentence: str) -> None:
    bench.start()
    bench.press("New programme")
    bench.type(school, into="Name of the school", enter=True)
    assert sentence in bench.said()
    assert bench.window.desk is None
    assert bench.stage.widget("Name of the school").text() == school
    assert not list((bench.home / "programmes").glob("*"))


def test_a_name_stays_in_its_field_where_the_file_can_not_be_made(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    bench.home = tmp_path / "file" / "home"
    bench.start()
    bench.press("New programme")
    bench.type("Hillside", into="Name of the school", enter=True)
    assert "can't be made there" in bench.said()
    assert bench.stage.widget("Name of the school").text() == "Hillside"


def test_a_look_is_chosen_while_a_name_is_half_typed(bench: Bench) -> None:
    bench.start()
    bench.press("New programme")
    bench.type("Hill", into="Name of the school")
    bench.press("Dark")
    assert [one.text() for one in bench.seen(QLineEdit)][:1] == ["Hill"]


def test_practise_and_throw_away(bench: Bench) -> None:
    bench.start()
    bench.press("Practise 50 minutes with a sample class")
    assert bench.programme.about.practice
    assert len(bench.programme.all(Idea)) >= 10
    assert bench.page.name == "lead"
    bench.press("All programmes")
    assert "Carry on" not in [one.accessibleName() for one in bench.seen(QPushButton)]
    bench.press("Throw away")
    assert list((bench.home / "programmes").glob("*.workshop"))  # it asks first
    bench.press("Throw it away")
    assert not list((bench.home / "programmes").glob("*.workshop*"))
    assert not list((bench.home / "backups").rglob("*.workshop"))
    assert any("Nothing yet" in words for words in bench.texts())


def test_practising_again_goes_on_with_the_practice_that_is_there(bench: Bench) -> None:
    bench.start()
    for _ in range(2):
        bench.press("Practise 50 minutes with a sample class")
        bench.press("All programmes")
    assert len(list((bench.home / "programmes").glob("*.workshop"))) == 1


def test_a_file_from_elsewhere_is_opened_and_listed_from_then_on(bench: Bench, tmp_path: Path) -> None:
    elsewhere = rich.board_of_six(tmp_path / "stick").close()
    bench.files.to_open = elsewhere
    bench.start()
    bench.press("Open a file…")
    assert len(bench.programme.all(Idea)) == 6
    bench.restart()
    bench.press("Carry on")
    assert len(bench.programme.all(Idea)) == 6


def test_nothing_happens_where_no_file_is_chosen(bench: Bench) -> None:
    bench.start()
    bench.press("Open a file…")
    assert bench.window.desk is None
    assert not bench.said()


@pytest.mark.parametrize("content", [b"", b"not a programme", b"SQLite format 3\0" + b"\0" * 200], ids=repr)
def test_a_file_of_another_kind_says_so(bench: Bench, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "letter.workshop"
    other.write_bytes(content)
    bench.files.to_open = other
    bench.start()
    bench.press("Open a file…")
    assert "letter.workshop" in bench.said()
    assert bench.window.desk is None
    assert other.read_bytes() == content


class TestTrouble:
    """A programme that was used before and now can't be opened."""

    @pytest.fixture
    def path(self, bench: Bench) -> Path:
        return rich.board_of_six(bench.home).close()

    def open_once(self, bench: Bench) -> Programme:
        """Open and close it in the app, so that there is a backup; what was in it."""
        bench.start()
        bench.press("Carry on")
        bench.work.go("people")
        bench.type("Kit", enter=True)
        whole = bench.programme
        bench.stop()
        return whole

    def test_a_damaged_file_offers_the_last_backup(self, bench: Bench, path: Path) -> None:
        whole = self.open_once(bench)
        damaged = path.read_bytes()[:4096] + bytes(range(256)) * 200
        path.write_bytes(damaged)
        bench.start()
        assert any("damaged" in words for words in bench.texts()), bench.texts()
        bench.press("Open the last backup")
        assert same(bench.programme, whole)
        assert path.read_bytes() == damaged
        assert bench.desk.workspace.store.path != path

    def test_a_newer_file_says_so_and_is_left_as_it_was(self, bench: Bench, path: Path) -> None:
        whole = self.open_once(bench)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 999")
        newer = path.read_bytes()
        bench.start()
        assert any("newer version" in words for words in bench.texts())
        bench.press("Open the last backup")
        assert same(bench.programme, whole)
        bench.press("All programmes")
        assert path.read_bytes() == newer
        bench.files.to_open = path
        bench.press("Open a file…")
        assert "newer version" in bench.said()
        assert path.read_bytes() == newer

    def test_without_a_backup_it_says_that_there_is_none(self, bench: Bench, path: Path) -> None:
        for backup in (bench.home / "backups").rglob("*.workshop"):
            backup.unlink()
        path.write_bytes(b"SQLite format 3\0" + b"\1" * 5000)
        bench.start()
        bench.press("Open the last backup")
        assert "no backup" in bench.said()

    def test_a_second_window_says_that_it_is_open(self, bench: Bench, path: Path) -> None:
        self.open_once(bench)
        bench.start()
        bench.press("Carry on")
        second = Bench(bench.home)
        second.start()
        try:
            self.second_window(second, path)
        finally:
            second.stop()
        bench.window.activateWindow()
        bench.type("Mo", into="Name", enter=True)
        assert "Mo" in [person.name for person in bench.programme.all(Person).values()]

    def test_another_process_says_that_it_is_open(self, bench: Bench, path: Path) -> None:
        self.open_once(bench)
        with held(path):
            bench.start()
            self.second_window(bench, path)

    def second_window(self, second: Bench, path: Path) -> None:
        assert any("open in another window" in words for words in second.texts()), second.texts()
        second.files.to_open = path
        second.press("Open a file…")
        assert "open in another window" in second.said()
        assert second.window.desk is None
        # A copy of a programme that is in use would part ways with it.
        assert "Open the last backup" not in [one.accessibleName() for one in second.seen(QPushButton)]


@contextmanager
def held(path: Path) -> Iterator[None]:
    """The file, open in another process."""
    code = (
        "import sys; from pathlib import Path; from workshop_app.storage.store import Store;"
        "store = Store.open(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin and process.stdout
    try:
        assert process.stdout.readline() == "held\n"
        yield
    finally:
        process.stdin.close()
        process.wait(20)
        process.stdout.close()


def test_the_school_of_a_past_programme_is_on_its_card(bench: Bench) -> None:
    rich.board_of_six(bench.home).close()
    bench.start()
    assert any(words.startswith(SCHOOL) for words in bench.texts())
    assert "1 session · 6 ideas" in bench.texts()
