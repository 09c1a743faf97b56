"""What the start page says of a programme, read with the driver directly: no entity is built, nothing else imported."""

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workshop_app.storage import codec, opening, store
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


def read(path: Path) -> Summary:
    """The summary of a file that nobody in this process has open; a damaged or foreign one says so in `problem`."""
    touched = (
        datetime.fromtimestamp(path.stat().st_mtime).astimezone() if path.exists() else datetime.now().astimezone()
    )
    try:
        store.readable(path)
        uri = path.resolve().as_uri() + "?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0.1)) as connection:
            school, year, practice = connection.execute("SELECT school, year, practice FROM about").fetchone()
            sessions, ideas, plans, signed = connection.execute(
                """SELECT (SELECT count(*) FROM session), (SELECT count(*) FROM idea WHERE set_aside = 0),
                          (SELECT count(*) FROM plan WHERE dropped = 0),
                          (SELECT count(DISTINCT plan_id) FROM signature
                             WHERE withdrawn = 0 AND plan_id IN
                               (SELECT id FROM plan WHERE sealed IS NOT NULL AND dropped = 0))"""
            ).fetchone()
        return Summary(path, school, year, bool(practice), sessions, ideas, plans, signed, touched)
    except (StorageError, sqlite3.DatabaseError, TypeError) as error:
        locked = isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode == sqlite3.SQLITE_BUSY
        problem = str(error) if isinstance(error, StorageError) else str(codec.damaged())
        if locked or isinstance(error, InUseError):
            problem = str(opening.in_use(path))
        return Summary(path, path.stem, "", False, 0, 0, 0, 0, touched, problem)
