"""An older file is brought up to date when it is opened: all or nothing, after a backup, and damage stays damage."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import say, spoken
from tests.storage import filled
from tests.storage.test_opening import OPEN_IN_ANOTHER, REPOSITORY
from tests.strategies import NOW
from workshop_app.domain.ideas import Idea
from workshop_app.domain.sessions import Asked, Session
from workshop_app.storage import backups, health, summary
from workshop_app.storage.errors import DamagedError, InUseError, StorageError
from workshop_app.storage.opening import SCHEMA, header
from workshop_app.storage.store import Store

FIRST = Path(__file__).parent / "fixtures" / "schema-1.workshop"


@pytest.fixture
def old(place: Path) -> Path:
    """A file of the first schema, last touched long ago."""
    shutil.copy(FIRST, place)
    os.utime(place, ns=(1_500_000_000_123_456_789, 1_600_000_000_123_456_789))
    return place


def run(place: Path, script: str) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(script)


def as_it_was(place: Path) -> tuple[bytes, int, list[str]]:
    return place.read_bytes(), place.stat().st_mtime_ns, [path.name for path in place.parent.iterdir()]


def test_opened_once_it_is_of_the_newest_schema_and_says_the_same(old: Path) -> None:
    programmes.opened(old).close()
    assert header(old).schema == SCHEMA
    workspace = programmes.opened(old)
    assert spoken(workspace.programme) == list(filled.SAID)
    say(workspace, "And one more")
    workspace.close()
    assert health.check(old) == []


def test_what_its_time_did_not_know_has_its_usual_value(old: Path) -> None:
    workspace = programmes.opened(old)
    programme = workspace.programme
    assert {(one.template, one.picked, one.done) for one in programme.all(Session).values()} == {("", "", False)}
    assert {(one.follow_ups, one.minutes, one.symbol, one.passed) for one in programme.all(Asked).values()} == {
        ((), 5, "", False)
    }
    assert {(one.because, one.unseen, one.translation, one.drawing) for one in programme.all(Idea).values()} == {
        ("", False, "", ())
    }
    workspace.close()


def test_a_verified_backup_from_before_is_made_first(old: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    Store.open(old, backup_folder=folder, now=NOW).close()
    (backup,) = backups.existing(folder)
    assert header(backup).schema == 1
    assert health.check(backup) == []
    Store.open(old, backup_folder=folder, now=NOW.replace(hour=12)).close()
    assert backups.existing(folder) == [backup]  # it is up to date by now


def test_without_its_backup_it_stays_as_it_was(old: Path, tmp_path: Path) -> None:
    before = as_it_was(old)
    (tmp_path / "backups").write_text("no folder")
    with pytest.raises(StorageError, match="No backup could be made"):
        Store.open(old, backup_folder=tmp_path / "backups", now=NOW)
    assert as_it_was(old) == before


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE reflection (id TEXT)",  # the last but one of the new tables
        "ALTER TABLE idea ADD COLUMN drawing TEXT",  # the last of the new columns
        "UPDATE signature SET role = 'king'",  # all goes well, but then nobody can read it
        "UPDATE fact SET after_step = 'soon'",
        "UPDATE draft SET text = x'ff'",
    ],
)
def test_one_that_cannot_be_brought_up_to_date_stays_as_it_was_with_a_backup(
    script: str, old: Path, tmp_path: Path
) -> None:
    run(old, script)
    before = old.read_bytes()
    folder = tmp_path / "backups"
    with pytest.raises(DamagedError, match="Nothing was changed"):
        Store.open(old, backup_folder=folder, now=NOW)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert len(backups.existing(folder)) == 1
    assert health.check(old) != []


@pytest.mark.parametrize("table", ["session", "asked", "idea", "person", "theme", "plan", "action", "step", "fact"])
def test_a_row_that_was_damaged_before_is_found_afterwards(table: str, old: Path) -> None:
    run(old, f"UPDATE {table} SET seal = '0123456789abcdef' WHERE rowid = 1")
    (before,) = health.check(old)
    programmes.opened(old).close()
    assert health.check(old) == [before]
    assert f"of {table} is not as it was saved" in before


@pytest.mark.parametrize("edits", ["'{'", "x'7b'", "CAST(x'ff' AS TEXT)", "'[[\"idea\"]]'"])
def test_a_step_that_cannot_be_read_stays_as_it_is(edits: str, old: Path) -> None:
    run(old, f"UPDATE step SET edits = {edits} WHERE n = 2")
    programmes.opened(old).close()
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("SELECT n FROM step WHERE schema = 1").fetchall() == [(2,)]
        assert connection.execute(f"SELECT edits IS {edits} FROM step WHERE n = 2").fetchone() == (1,)
    assert health.check(old) != []


def test_a_check_reads_an_older_file_and_touches_nothing(old: Path) -> None:
    before = as_it_was(old)
    assert health.check(old) == []
    assert summary.read(old).problem == ""
    assert as_it_was(old) == before
    run(old, "UPDATE idea SET text = 'Another' WHERE rowid = 1")
    before = as_it_was(old)
    assert len(health.check(old)) == 1
    assert summary.read(old).problem == ""
    assert as_it_was(old) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_check_reads_an_older_file_where_nobody_may_write(old: Path) -> None:
    old.chmod(0o444)
    assert health.check(old) == []


def test_a_check_of_an_older_file_that_is_open_elsewhere_says_so_at_once(old: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(old)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        with pytest.raises(InUseError, match=r"brueckenschule\.workshop is open in another window"):
            health.check(old)
        holder.communicate("done\n", timeout=30)
    assert header(old).schema == 1
    command = [sys.executable, "-c", OPEN_IN_ANOTHER, str(old)]
    assert subprocess.run(command, cwd=REPOSITORY, input="", capture_output=True, check=True, timeout=30).stdout
    assert header(old).schema == SCHEMA


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
"""
