"""A backup is a verified copy, and backups grow fewer with age, the newest never."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import programmes
from tests.programmes import say
from tests.storage import filled
from tests.strategies import NOW, often
from workshop_app.storage import backups, health
from workshop_app.storage.errors import StorageError
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace

TODAY = datetime(2026, 9, 14, 10, 30)


def named(at: datetime) -> Path:
    return Path(f"{at:%Y-%m-%dT%H%M%S}.workshop")


def test_a_backup_opens_and_says_the_same(workspace: Workspace, tmp_path: Path) -> None:
    filled.fill(workspace)
    assert isinstance(workspace.store, Store)
    made = backups.make(workspace.store.connection, tmp_path / "backups", NOW)
    assert made == tmp_path / "backups" / "2026-09-14T100000.workshop"
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    assert backups.made_at(made) == NOW.replace(tzinfo=None)
    assert health.check(made) == []
    copy = programmes.opened(made)
    assert copy.programme == workspace.programme
    assert (copy.facts, copy.labels(), copy.draft("capture")) == (
        workspace.facts,
        workspace.labels(),
        workspace.draft("capture"),
    )
    copy.close()
    say(workspace, "The programme goes on")


def test_two_in_the_same_second_are_one_the_later(workspace: Workspace, tmp_path: Path) -> None:
    assert isinstance(workspace.store, Store)
    backups.make(workspace.store.connection, tmp_path / "backups", NOW)
    say(workspace, "Longer breaks")
    made = backups.make(workspace.store.connection, tmp_path / "backups", NOW)
    copy = programmes.opened(made)
    assert copy.programme == workspace.programme
    copy.close()
    assert backups.existing(tmp_path / "backups") == [made]


def test_a_copy_that_is_not_the_same_is_no_backup(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.executescript("CREATE TABLE t (x TEXT); INSERT INTO t VALUES (NULL); PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE t (x TEXT NOT NULL)'")
        connection.commit()
        with pytest.raises(StorageError, match="could not be verified"):
            backups.make(connection, tmp_path / "backups", NOW)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_half_copy_from_a_crash_is_written_over(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "2026-09-14T100000.part").write_bytes(b"half")
    assert isinstance(workspace.store, Store)
    made = backups.make(workspace.store.connection, tmp_path / "backups", NOW)
    assert [path.name for path in made.parent.iterdir()] == [made.name]


def test_files_that_are_no_backups_are_left_alone(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("keep.workshop", "notes.txt"):
        (folder / name).write_text("mine")
    assert isinstance(workspace.store, Store)
    for minutes in range(3):
        backups.make(workspace.store.connection, folder, NOW + timedelta(minutes=minutes))
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-09-14T100200.workshop",
        "keep.workshop",
        "notes.txt",
    ]
    assert backups.made_at(folder / "keep.workshop") is None


def test_one_an_hour_for_a_day_one_a_day_for_a_fortnight_then_one_a_week() -> None:
    every_quarter = [TODAY - timedelta(minutes=15 * number) for number in range(4 * 24 * 60)]
    gone = set(backups.too_many(map(named, every_quarter), TODAY))
    ages = [TODAY - at for at in every_quarter if named(at) not in gone]
    assert len([age for age in ages if age < timedelta(days=1)]) == 25  # ten and a half hours touch eleven hours
    assert len([age for age in ages if timedelta(days=1) <= age < timedelta(days=14)]) == 14
    assert len([age for age in ages if timedelta(days=14) <= age]) == 8  # 46 days touch eight weeks
    assert min(ages) == timedelta(0)


moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 10, 1)).map(lambda at: at.replace(microsecond=0))
close = st.timedeltas(timedelta(0), timedelta(days=20)).map(lambda ago: (TODAY - ago).replace(microsecond=0))


@often
@given(st.sets(moments | close, min_size=1, max_size=60))
def test_the_newest_and_one_of_every_age_always_stay(times: set[datetime]) -> None:
    files = [named(at) for at in times]
    gone = backups.too_many(files, TODAY)
    kept = [path for path in files if path not in gone]
    assert max(files) in kept
    for at in times:  # whatever went, a newer one of the same hour, day or week stayed
        age = TODAY - at
        slot = "%Y-%m-%d %H" if age < timedelta(days=1) else "%Y-%m-%d" if age < timedelta(days=14) else "%G-%V"
        same = [other for other in times if other >= at and other.strftime(slot) == at.strftime(slot)]
        assert any(named(other) in kept for other in same)
    assert backups.too_many(kept, TODAY) == []


@often
@given(st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=9)), min_size=1, max_size=60))
def test_over_a_year_of_closing_there_are_never_many_and_always_a_recent_one(gaps: list[timedelta]) -> None:
    now, folder = TODAY, set()
    for gap in gaps:
        now += gap
        folder.add(named(now))
        folder -= set(backups.too_many(folder, now))
        assert named(now) in folder
        assert len(folder) <= 25 + 15 + (now - TODAY).days // 7 + 2
