"""Whether a file can be trusted: SQLite's own check, the seal of every row, and history replayed to today's state."""

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from workshop_app.domain.kinds import KINDS, NAMES
from workshop_app.domain.programme import Edit, Programme, empty
from workshop_app.storage import codec, opening, reading, store
from workshop_app.storage.errors import DamagedError, StorageError
from workshop_app.words import translate


def check(path: Path) -> list[str]:
    """What is wrong with the file, a sentence each; nothing if it is sound. It is only read.

    Of an older file a copy is brought up to date and checked. UnreadableError and InUseError as when opening it;
    StorageError where there is no room for a copy.
    """
    opening.readable(path)
    if opening.header(path).schema >= opening.SCHEMA:
        return _checked(path)
    try:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.workshop"
            _copy(path, copy)
            return _checked(copy)
    except DamagedError as error:
        return [str(error)]
    except OSError as error:
        raise StorageError(translate("health", "There is no room here for a copy to check.")) from error


def _copy(path: Path, to: Path) -> None:
    uri = path.resolve().as_uri() + "?mode=rw"  # after a crash only a writer may take the half step back
    with opening.world(path), contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0.2)) as source:
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()  # locks it: else `backup` would wait for ever
        with contextlib.closing(sqlite3.connect(to)) as copy:
            source.backup(copy)


def _checked(path: Path) -> list[str]:
    try:
        opened = store.Store.open(path)
    except DamagedError as error:
        return [str(error)]
    try:
        connection = opened.connection
        with opening.world(path):
            problems = _pages(connection) or [*_seals(connection), *_links(connection)]
            return problems or _history(opened, connection)
    except DamagedError as error:
        return [str(error)]
    finally:
        opened.close()


def _pages(connection: sqlite3.Connection) -> list[str]:
    found = [line for (line,) in connection.execute("PRAGMA integrity_check(5)")]
    if found == ["ok"]:
        return []
    return [translate("health", "The file's pages are damaged: {what}.", what=found[0])]


def _links(connection: sqlite3.Connection) -> list[str]:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [translate("health", "A row of {table} points to nothing.", table=table) for table, *_ in broken[:5]]


def _seals(connection: sqlite3.Connection) -> list[str]:
    columns = {name: reading.columns(kind) for name, kind in KINDS.items()}
    columns["step"] = ("at", "label", "schema", "edits")
    columns["fact"] = ("id", "at", "what", "data", "rests_on", "after_step")
    columns["draft"] = ("key", "text", "at")
    columns["private"] = ("id", "kind", "body")
    problems: list[str] = []
    for table, names in columns.items():
        wanted = ", ".join(f'"{name}"' for name in names)
        for number, row in enumerate(connection.execute(f"SELECT {wanted}, seal FROM {table} ORDER BY 1"), start=1):  # noqa: S608
            if codec.seal(row[:-1]) != row[-1]:
                problems.append(
                    translate("health", "Row {number} of {table} is not as it was saved.", number=number, table=table)
                )
    return problems[:5]


def _history(opened: store.Store, connection: sqlite3.Connection) -> list[str]:
    """Every standing step, taken back from today, must lead to a programme in which nothing has happened."""
    programme = opened.load()
    tables = {kind: dict(table) for kind, table in programme.tables.items()}
    for (text,) in connection.execute("SELECT edits FROM step WHERE undone = 0 ORDER BY n DESC"):
        for edit in reversed(codec.edits(text)):
            if not _taken_back(tables.setdefault(edit.kind, {}), edit):
                return [translate("health", "History and the {kind} it tells of disagree.", kind=NAMES[edit.kind])]
    left = Programme({kind: table for kind, table in tables.items() if table})
    if left != empty(left.about):
        return [translate("health", "Something is in the programme that history does not tell of.")]
    return []


def _taken_back(table: dict[str, Any], edit: Edit) -> bool:
    """Undo one edit in place; False if the entity is not as the edit left it."""
    entity = table.get(edit.id)
    if edit.new is None:
        if entity is None and edit.old is not None:
            table[edit.id] = edit.kind(**edit.old)
            return True
        return False
    if entity is None or any(getattr(entity, name) != value for name, value in edit.new.items()):
        return False
    if edit.old is None:
        del table[edit.id]
    else:
        table[edit.id] = replace(entity, **edit.old)
    return True
