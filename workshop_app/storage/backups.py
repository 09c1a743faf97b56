"""Backups: verified copies through SQLite's own backup, thinned as they age."""

import contextlib
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from workshop_app.storage.errors import StorageError
from workshop_app.words import translate

_STAMP = "%Y-%m-%dT%H%M%S"


def make(connection: sqlite3.Connection, folder: Path, now: datetime) -> Path:
    """Copy an open programme into `folder`, reopen the copy and compare its row counts. StorageError if it differs.

    What was written in private and not yet turned over is in no copy: copies stay, and their times would tell when it
    was written.
    """
    target = folder / f"{now.strftime(_STAMP)}.workshop"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in (*folder.glob("*.part"), *folder.glob("*.part-journal")):  # of one that was killed
            left.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(part)) as copy:
            connection.backup(copy)
        with contextlib.closing(sqlite3.connect(part)) as copy:
            if _counts(copy) != _counts(connection) or copy.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise StorageError(
                    translate("storage", "The backup could not be verified. The programme itself is safe.")
                )
            _leave_private_out(copy)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(translate("storage", "No backup could be made. The programme itself is safe.")) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    for old in too_many(existing(folder), now):
        with contextlib.suppress(OSError):  # it can go another time
            old.unlink(missing_ok=True)
    return target


def existing(folder: Path) -> list[Path]:
    """The backups in a folder, the newest first."""
    return sorted(folder.glob("*.workshop"), reverse=True) if folder.is_dir() else []


def made_at(backup: Path) -> datetime | None:
    """When a backup was made, by its name (local time), or None where the name says nothing."""
    with contextlib.suppress(ValueError):
        return datetime.strptime(backup.stem, _STAMP)
    return None


def too_many(backups: Iterable[Path], now: datetime) -> list[Path]:
    """Which to let go: one an hour for a day, then one a day for a fortnight, then one a week."""
    seen: set[str] = set()
    surplus: list[Path] = []
    today = now.replace(tzinfo=None)
    for backup in sorted(backups, reverse=True):
        at = made_at(backup)
        if at is None:
            continue
        age = today - at
        if age < timedelta(days=1):
            slot = backup.stem[:13]  # one an hour; the newest of each hour is met first
        elif age < timedelta(days=14):
            slot = at.strftime("day %Y-%m-%d")
        else:
            slot = at.strftime("week %G-%V")
        if slot in seen:
            surplus.append(backup)
        seen.add(slot)
    return surplus


def _leave_private_out(copy: sqlite3.Connection) -> None:
    if copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'private'").fetchone():
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute("PRAGMA journal_mode = MEMORY")  # on disk it would hold for a moment what goes
        copy.execute("DELETE FROM private")
        copy.commit()


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(names)}  # noqa: S608
