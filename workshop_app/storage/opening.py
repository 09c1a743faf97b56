"""Getting at a file: checks before anything connects, then one connection that holds the file alone.

The header is read with a plain `open()` only while nobody in this process has the file open: closing such a handle
would drop SQLite's POSIX lock and let a second process write (see the durability facts).
"""

import os
import sqlite3
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workshop_app.storage.errors import DamagedError, InUseError, StorageError, UnreadableError
from workshop_app.words import translate

SCHEMA = 4  # the newest that this app knows; in the header as `user_version`
APPLICATION_ID = 0x57534850  # "WSHP", in the header too

_MAGIC = b"SQLite format 3\0"
_held: dict[sqlite3.Connection, "Identity | None"] = {}  # what this process has open

Identity = tuple[int, int]  # device and inode: the same file under whatever name

PRAGMAS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_size_limit = 0",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes say."""

    application_id: int
    schema: int


def header(path: Path) -> Header:
    """The file's header; UnreadableError if there is no SQLite file, InUseError if this process has it open."""
    if _is_held(path):
        raise in_use(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _unreadable(path)  # opening a pipe would wait for ever
        with path.open("rb") as file:
            first = file.read(100)
    except FileNotFoundError as error:
        raise UnreadableError(translate("storage", "There is no file {name}.", name=path.name)) from error
    except (OSError, ValueError) as error:  # ValueError: no file can have such a name
        raise _unreadable(path) from error
    if len(first) < 100 or not first.startswith(_MAGIC):
        raise not_ours(path)
    schema, application_id = struct.unpack(">I", first[60:64])[0], struct.unpack(">I", first[68:72])[0]
    return Header(application_id, schema)


def readable(path: Path) -> None:
    """UnreadableError unless the file says that it is a programme that this app knows. Nothing is touched."""
    head = header(path)
    if head.application_id != APPLICATION_ID:
        raise not_ours(path)
    if head.schema > SCHEMA:
        raise UnreadableError(
            translate(
                "storage",
                "{name} was made by a newer version of this app. Nothing was changed. Update the app to open it.",
                name=path.name,
            )
        )


def connect(path: Path) -> sqlite3.Connection:
    """The one connection to a file, holding it exclusively from now on; InUseError if somebody else has it."""
    if _is_held(path):
        raise in_use(path)
    with world(path):
        connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    try:
        with world(path):
            for pragma in PRAGMAS:
                connection.execute(pragma)
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            refuse_code(connection)
    except BaseException:
        connection.close()
        raise
    _held[connection] = identity(path)
    return connection


def disconnect(connection: sqlite3.Connection) -> None:
    """Let go of a file."""
    connection.close()
    _held.pop(connection, None)


def held_as(connection: sqlite3.Connection) -> Identity | None:
    """Which file a connection had when it was made."""
    return _held.get(connection)


def refuse_code(connection: sqlite3.Connection) -> None:
    """DamagedError if the file brings views, triggers or virtual tables: we make none, and they would run."""
    query = "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
    if connection.execute(query).fetchone():
        raise damaged()


def identity(path: Path) -> Identity | None:
    """Which file a path leads to now, None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - the hot path
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Written here so that opening a programme needs no import of sqlite_utils (100 ms)."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def world(path: Path) -> Iterator[None]:
    """Turn the driver's errors into sentences about the world."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _sentence(error, path) from error
    except UnicodeDecodeError as error:  # the driver quotes a damaged schema and can't
        raise damaged() from error


def in_use(path: Path) -> InUseError:
    """The sentence for a file that somebody else has."""
    name = path.name
    return InUseError(translate("storage", "{name} is open in another window. Close it there first.", name=name))


def damaged() -> DamagedError:
    """The one sentence for a file that can't be trusted."""
    return DamagedError(
        translate(
            "storage", "This programme's file is damaged. Nothing was changed. A backup from before can be opened."
        )
    )


def not_ours(path: Path) -> UnreadableError:
    """The sentence for a file of another kind."""
    return UnreadableError(translate("storage", "{name} is not a programme of this app.", name=path.name))


def _is_held(path: Path) -> bool:
    found = identity(path)
    return found is not None and found in _held.values()


def _unreadable(path: Path) -> UnreadableError:
    return UnreadableError(translate("storage", "The file {name} can't be read.", name=path.name))


def _sentence(error: sqlite3.DatabaseError, path: Path) -> StorageError:
    undecodable = isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return in_use(path)
    if code == sqlite3.SQLITE_FULL:
        return StorageError(
            translate("storage", "The disk is full. What was saved is safe. Make room, then do this once more.")
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return StorageError(
            translate(
                "storage", "{name} can't be written to. Copy it to a folder of your own and open it there.", name=name
            )
        )
    if code == sqlite3.SQLITE_NOTADB:
        return not_ours(path)
    # SQLITE_ERROR is a missing table or column; undecodable is a text that is not UTF-8.
    if undecodable or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
        return damaged()
    return StorageError(
        translate("storage", "The disk did not take this. What was saved before is safe. ({why})", why=str(error))
    )
