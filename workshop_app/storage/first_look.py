"""What the first picture of a programme shows: the board of its last session, a hundred rows out of twenty thousand.

It is for looking only: whoever shows it loads everything next, and what is damaged elsewhere is found then.
"""

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from workshop_app.domain.answers import Answer
from workshop_app.domain.expertise import Expertise
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import PROGRAMME_ID, About, Programme
from workshop_app.domain.sessions import Asked, Session
from workshop_app.storage import opening, reading
from workshop_app.storage.errors import StorageError

_OF_LYING = (
    "EXISTS (SELECT 1 FROM idea WHERE idea.id = idea_id AND set_aside = 0"
    " AND (session_id IS NULL OR session_id = :session))"
)
# What the board of one session is made of: tables, and which rows of them. Everything else is left for later.
_SHOWN: tuple[tuple[str, type[Any], str], ...] = (
    ("about", About, "TRUE"),
    ("session", Session, "id = :session"),
    ("asked", Asked, "session_id = :session"),
    ("theme", Theme, "dissolved = 0"),
    ("idea", Idea, "set_aside = 0 AND (session_id IS NULL OR session_id = :session)"),
    ("plan", Plan, "dropped = 0"),
    ("answer", Answer, _OF_LYING),
    ("expertise", Expertise, _OF_LYING),
)


class ClockSet(NamedTuple):
    """How a session's clock was set last: `what` is a value of `facilitation.clock`."""

    session_id: str
    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FirstLook:
    """A part of a programme: what the board of `session_id` shows (None: there is no session, so all lies there).

    `in_themes` is how many ideas lie in each theme, by its id, with those that other boards show. `drafts` are those
    that were asked for, by key; `clock` how a session's clock was set last. `connection` holds the file, for the store
    that takes it over.
    """

    connection: sqlite3.Connection
    programme: Programme
    session_id: str | None
    in_themes: Mapping[str, int]
    drafts: Mapping[str, str]
    clock: ClockSet | None


def take(path: Path, drafts: Collection[str]) -> FirstLook | None:
    """Open a file and look, at these drafts too. StorageError if it can't be opened.

    None, and the file is let go, where it has to be brought up to date first, or something in it can't be read:
    `Store.open` does the one, and loading everything says the other.
    """
    opening.readable(path)
    connection = opening.connect(path)
    try:
        with opening.world(path):
            if connection.execute("PRAGMA user_version").fetchone()[0] == opening.SCHEMA:
                return _look(connection, drafts)
    except (StorageError, ValueError, TypeError, KeyError):
        pass
    except BaseException:
        opening.disconnect(connection)
        raise
    opening.disconnect(connection)
    return None


def _look(connection: sqlite3.Connection, drafts: Collection[str]) -> FirstLook:
    run = connection.execute
    last = run("SELECT id FROM session ORDER BY number DESC, rowid DESC LIMIT 1").fetchone()
    session_id = str(last[0]) if last else None
    tables: dict[type[Any], Mapping[str, Any]] = {}
    for name, kind, where in _SHOWN:
        names = ", ".join(f'"{column}"' for column in reading.columns(kind))
        query = f"SELECT {names} FROM {name} WHERE {where} ORDER BY rowid"  # noqa: S608
        named = {"session": session_id} if ":session" in where else {}
        table = reading.table(kind, run(query, named).fetchall())
        if table:
            tables[kind] = table
    if PROGRAMME_ID not in tables.get(About, {}):
        raise opening.damaged()
    counted = run("SELECT theme_id, count(*) FROM idea WHERE set_aside = 0 AND theme_id IS NOT NULL GROUP BY 1")
    found = [(key, run("SELECT text FROM draft WHERE key = ?", (key,)).fetchone()) for key in drafts]
    return FirstLook(
        connection,
        Programme(tables),
        session_id,
        dict(counted.fetchall()),
        {key: str(row[0]) for key, row in found if row},
        _clock(run("SELECT data, at FROM fact WHERE what = 'clock' ORDER BY n DESC LIMIT 1").fetchone()),
    )


def _clock(row: tuple[str, str] | None) -> ClockSet | None:
    if row is None:
        return None
    data = json.loads(row[0])
    return ClockSet(str(data["session"]), str(data["what"]), datetime.fromisoformat(row[1]))
