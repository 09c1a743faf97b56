"""A file is opened by one alone, only if it is ours, and what we can't open stays exactly as it was."""

import os
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import say, spoken
from workshop_app.storage import health, opening, summary
from workshop_app.storage.errors import InUseError, StorageError, UnreadableError
from workshop_app.storage.opening import readable
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace

REPOSITORY = Path(__file__).parents[2]
OPEN_IN_ANOTHER = """
import sys
from pathlib import Path
from workshop_app.storage.store import Store
from workshop_app.storage.errors import StorageError
try:
    store = Store.open(Path(sys.argv[1]))
except StorageError as error:
    print(type(error).__name__, error)
else:
    print("opened", flush=True)
    sys.stdin.readline()
    store.close()
"""
WRITE_PAST_US = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0.1, isolation_level=None).execute("DELETE FROM step")
    print("written")
except sqlite3.OperationalError as error:
    print(error)
"""


def other(script: str, *words: object) -> str:
    """What a script in another process says."""
    command = [sys.executable, "-c", script, *map(str, words)]
    done = subprocess.run(command, cwd=REPOSITORY, input="", capture_output=True, text=True, timeout=30, check=True)
    return done.stdout.strip()


def test_the_connection_is_as_safe_as_measured(workspace: Workspace) -> None:
    assert isinstance(workspace.store, Store)
    pragmas = ("journal_mode", "synchronous", "secure_delete", "locking_mode", "foreign_keys", "journal_size_limit")
    found = [workspace.store.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert found == ["delete", 2, 1, "exclusive", 1, 0]
    assert workspace.store.connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0


def test_a_file_says_what_it_is_and_stands_alone(workspace: Workspace, place: Path) -> None:
    say(workspace, "Longer breaks")
    workspace.close()
    assert opening.header(place) == opening.Header(0x57534850, opening.SCHEMA)
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_another_process_is_refused_at_once_and_let_in_afterwards(workspace: Workspace, place: Path) -> None:
    assert other(OPEN_IN_ANOTHER, place) == f"InUseError {place.name} is open in another window. Close it there first."
    say(workspace, "Longer breaks")
    workspace.close()
    assert other(OPEN_IN_ANOTHER, place) == "opened"


def test_we_are_refused_what_another_process_has_open(workspace: Workspace, place: Path) -> None:
    workspace.close()
    command = [sys.executable, "-c", OPEN_IN_ANOTHER, str(place)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout and holder.stdout.readline() == "opened\n"
        with pytest.raises(InUseError):
            Store.open(place)
        with pytest.raises(InUseError):
            health.check(place)
        assert "is open in another window" in summary.read(place).problem
        holder.communicate("done\n", timeout=30)
    Store.open(place).close()


def spellings(place: Path) -> list[Path]:
    """Other names that lead to the same file."""
    folder = place.parent
    (folder / "inner").mkdir()
    names = [folder / "inner" / ".." / place.name, Path(os.path.relpath(place)), folder / "hard.workshop"]
    os.link(place, names[-1])
    for link, target in (("soft.workshop", place), ("folder", folder)):
        (folder / link).symlink_to(target)
    return [place, *names, folder / "soft.workshop", folder / "folder" / place.name]


def test_it_is_the_same_file_under_every_name_and_no_look_at_it_drops_the_lock(
    workspace: Workspace, place: Path
) -> None:
    for path in spellings(place):
        with pytest.raises(InUseError):
            Store.open(path)
        with pytest.raises(InUseError):
            opening.header(path)
        with pytest.raises(InUseError):
            opening.connect(path)
        with pytest.raises(InUseError):
            health.check(path)
        assert "is open in another window" in summary.read(path).problem
    assert "locked" in other(WRITE_PAST_US, place)
    say(workspace, "Longer breaks")
    workspace.close()
    again = programmes.opened(place.parent / "soft.workshop")
    assert spoken(again.programme) == ["Longer breaks"]
    again.close()


def test_a_file_moved_while_open_is_still_the_same_file(workspace: Workspace, place: Path) -> None:
    moved = place.with_name("moved.workshop")
    place.rename(moved)
    with pytest.raises(InUseError):
        Store.open(moved)
    assert "locked" in other(WRITE_PAST_US, moved)
    workspace.close()
    Store.open(moved).close()


def test_a_link_that_is_gone_at_the_end_leaves_the_file_free(place: Path) -> None:
    programmes.new(place).close()
    link = place.with_name("link.workshop")
    link.symlink_to(place)
    store = Store.open(link)
    link.unlink()
    store.close()
    Store.open(place).close()


def patched(place: Path, at: int, number: int) -> None:
    with place.open("r+b") as file:
        file.seek(at)
        file.write(struct.pack(">I", number))


def foreign(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE idea (id TEXT)")


def newer(place: Path) -> None:
    programmes.new(place).close()
    patched(place, 60, opening.SCHEMA + 1)


def below_nothing(place: Path) -> None:
    programmes.new(place).close()
    patched(place, 60, 0xFFFFFFFF)  # -1 to SQLite


def of_another_app(place: Path) -> None:
    programmes.new(place).close()
    patched(place, 68, 0x12345678)


def a_pipe(place: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes here")
    os.mkfifo(place)


STRANGERS = {
    newer: "newer version of this app. Nothing was changed",
    below_nothing: "newer version of this app",
    of_another_app: "is not a programme of this app",
    foreign: "is not a programme of this app",
    (lambda place: place.write_bytes(b"")): "is not a programme of this app",
    (lambda place: place.write_bytes(b"SQLite format 3\0")): "is not a programme of this app",
    (lambda place: place.write_text("Dear head,\n" * 99)): "is not a programme of this app",
    (lambda place: place.mkdir()): "can't be read",
    a_pipe: "can't be read",
    (lambda place: place.symlink_to(place)): "can't be read",
    (lambda _place: None): "There is no file",
}


@pytest.mark.parametrize(("make", "sentence"), STRANGERS.items(), ids=range(len(STRANGERS)))
def test_what_is_not_ours_or_too_new_is_refused_and_left_as_it_was(
    make: Callable[[Path], object], sentence: str, place: Path
) -> None:
    make(place)
    if place.is_file():
        os.utime(place, ns=(1_500_000_000_123_456_789, 1_600_000_000_123_456_789))
    before = (place.read_bytes(), place.stat().st_mtime_ns) if place.is_file() else None
    for look in (Store.open, health.check, readable):
        with pytest.raises(UnreadableError, match=sentence):
            look(place)
    assert sentence in summary.read(place).problem
    if before:
        assert (place.read_bytes(), place.stat().st_mtime_ns) == before
    assert {path.name for path in place.parent.iterdir()} <= {place.name}


@pytest.mark.parametrize("name", ["a" * 300, "nul\0", "\ud800", "/".join(["d" * 200] * 3) + "/x"], ids=range(4))
def test_names_that_no_file_can_have_are_a_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.workshop"
    for look in (Store.open, health.check):
        with pytest.raises(UnreadableError):
            look(path)
    assert summary.read(path).problem
    with pytest.raises(StorageError):
        Store.create(path, programmes.ABOUT, uid="u")
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == []


def test_a_path_too_long_for_sqlite_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path.joinpath(*["d" * 200] * 3, "a.workshop")
    with pytest.raises(StorageError, match="can't be written to"):
        programmes.new(path)
    path.write_bytes(made(tmp_path / "b.workshop"))
    for look in (Store.open, health.check):
        with pytest.raises(StorageError, match="can't be written to"):
            look(path)
    assert summary.read(path).problem


def made(path: Path) -> bytes:
    programmes.new(path).close()
    return path.read_bytes()
