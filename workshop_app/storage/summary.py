"""What the start page says of a programme, read with the driver directly: no entity is built, nothing else imported."""

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from workshop_app.storage import opening
from workshop_app.storage.errors import InUseError, StorageError


@dataclass(frozen=True, slots=True)
class Summary:
    """A programme at a glance. `problem` is the sentence why it can't be opened, empty where it can."""

    path: Path
    school: str
    year: str
    practice: bool
    sessions: int
    ideas: int
    plans: int
    signed: int
    touched: datetime
    problem: str = ""
    in_use: bool = False  # open elsewhere: nothing is wrong with it


def read(path: Path) -> Summary:
    """The summary of a file that nobody in this process has open; a damaged or foreign one says so in `problem`."""
    touched = _touched(path)
    try:
        opening.readable(path)
        with opening.world(path):
            school, year, practice, sessions, ideas, plans, signed = _look(path)
        if not (isinstance(school, str) and isinstance(year, str)):
            raise opening.damaged()
        return Summary(path, school, year, bool(practice), sessions, ideas, plans, signed, touched)
    except StorageError as error:
        in_use = isinstance(error, InUseError)
        return Summary(path, path.stem, "", False, 0, 0, 0, 0, touched, str(error), in_use)


def _look(path: Path) -> tuple[Any, ...]:
    uri = path.resolve().as_uri()
    try:
        return _ask(uri + "?mode=ro")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
            raise
        return _ask(uri + "?mode=rw")  # the app was killed while it wrote: only a writer may take the half step back


def _ask(uri: str) -> tuple[Any, ...]:
    with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0.1)) as connection:
        opening.refuse_code(connection)
        found = connection.execute(
            """SELECT school, year, practice,
                      (SELECT count(*) FROM session), (SELECT count(*) FROM idea WHERE set_aside = 0),
                      (SELECT count(*) FROM plan WHERE dropped = 0),
                      (SELECT count(DISTINCT plan_id) FROM signature
                         WHERE withdrawn = 0 AND plan_id IN
                           (SELECT id FROM plan WHERE sealed IS NOT NULL AND dropped = 0))
               FROM about"""
        ).fetchone()
    if found is None:
        raise opening.damaged()
    return tuple(found)


def _touched(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):  # no such file, or a time that no calendar has
        return datetime.now().astimezone()
