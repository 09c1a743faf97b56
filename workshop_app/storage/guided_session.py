"""Schema 2: agendas, openness, both expertises, consent, answers, and writing in private.

Rows and history steps of schema 1 get the new fields with the values they would have had. A row or a step whose seal
was wrong before keeps a wrong seal, and a step that can't be read stays as it is: a migration must not make damage
look sound, nor stop at what nobody may ever ask for. No live code is used here.
"""

import hashlib
import json
import sqlite3
from typing import Any

# The new fields of old kinds: column, its declaration, its value in a row, its value in a history step.
_NEW: dict[str, tuple[tuple[str, str, object, object], ...]] = {
    "session": (
        ("template", "TEXT NOT NULL DEFAULT ''", "", ""),
        ("picked", "TEXT NOT NULL DEFAULT ''", "", ""),
        ("done", "INTEGER NOT NULL DEFAULT 0", 0, False),
    ),
    "asked": (
        ("follow_ups", "TEXT NOT NULL DEFAULT '[]'", "[]", []),
        ("minutes", "INTEGER NOT NULL DEFAULT 5", 5, 5),
        ("symbol", "TEXT NOT NULL DEFAULT ''", "", ""),
        ("passed", "INTEGER NOT NULL DEFAULT 0", 0, False),
    ),
    "idea": (
        ("because", "TEXT NOT NULL DEFAULT ''", "", ""),
        ("unseen", "INTEGER NOT NULL DEFAULT 0", 0, False),
        ("translation", "TEXT NOT NULL DEFAULT ''", "", ""),
        ("drawing", "TEXT NOT NULL DEFAULT '[]'", "[]", []),
    ),
}
_OLD_COLUMNS = {
    "session": ("id", "number", "held_on", "minutes", "aspects", "present", "added_at"),
    "asked": (
        "id", "session_id", "prompt_id", "aspect_id", "aspect", "label", "family", "text", "plain", "note", "place",
        "dropped",
    ),
    "idea": (
        "id", "text", "role", "added_at", "source", "session_id", "asked_id", "aspect_id", "label", "family",
        "person_id", "theme_id", "place", "x", "y", "students_back", "adults_back", "insisted", "forward", "set_aside",
    ),
}  # fmt: skip
_OF_SESSION = "TEXT NOT NULL REFERENCES session DEFERRABLE INITIALLY DEFERRED"
_OF_IDEA = "TEXT NOT NULL REFERENCES idea DEFERRABLE INITIALLY DEFERRED"
_TABLES = (
    f"""CREATE TABLE phase (
        id TEXT PRIMARY KEY, session_id {_OF_SESSION}, part TEXT NOT NULL, minutes INTEGER NOT NULL,
        place INTEGER NOT NULL, dropped INTEGER NOT NULL, seal TEXT NOT NULL)""",
    f"""CREATE TABLE job (
        id TEXT PRIMARY KEY, session_id {_OF_SESSION}, task TEXT NOT NULL,
        person_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED, seal TEXT NOT NULL)""",
    """CREATE TABLE openness (
        id TEXT PRIMARY KEY, aspect_id TEXT NOT NULL, aspect TEXT NOT NULL, family TEXT NOT NULL, how TEXT NOT NULL,
        whose TEXT NOT NULL, why TEXT NOT NULL, added_at TEXT NOT NULL, seal TEXT NOT NULL)""",
    f"""CREATE TABLE expertise (
        id TEXT PRIMARY KEY, idea_id {_OF_IDEA}, students TEXT NOT NULL, staff TEXT NOT NULL, families TEXT NOT NULL,
        added_at TEXT NOT NULL, seal TEXT NOT NULL)""",
    f"""CREATE TABLE answer (
        id TEXT PRIMARY KEY, idea_id {_OF_IDEA}, kind TEXT NOT NULL, reason TEXT NOT NULL, "by" TEXT NOT NULL,
        passed_to TEXT NOT NULL, added_at TEXT NOT NULL, withdrawn INTEGER NOT NULL, seal TEXT NOT NULL)""",
    f"""CREATE TABLE honest_no (
        id TEXT PRIMARY KEY, idea_id {_OF_IDEA}, because TEXT NOT NULL, need TEXT NOT NULL,
        who_could_change TEXT NOT NULL, small_try TEXT NOT NULL, students_say TEXT NOT NULL, added_at TEXT NOT NULL,
        settled INTEGER NOT NULL, dropped INTEGER NOT NULL, seal TEXT NOT NULL)""",
    f"""CREATE TABLE consent (
        id TEXT PRIMARY KEY, idea_id {_OF_IDEA}, students_agree INTEGER NOT NULL,
        students_live_with INTEGER NOT NULL, adults_agree INTEGER NOT NULL, adults_live_with INTEGER NOT NULL,
        added_at TEXT NOT NULL, seal TEXT NOT NULL)""",
    f"""CREATE TABLE objection (
        id TEXT PRIMARY KEY, idea_id {_OF_IDEA}, role TEXT NOT NULL, text TEXT NOT NULL, met TEXT NOT NULL,
        added_at TEXT NOT NULL, withdrawn INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE care (
        id TEXT PRIMARY KEY, lead TEXT NOT NULL, about_staff TEXT NOT NULL, about_head TEXT NOT NULL,
        seal TEXT NOT NULL)""",
    f"""CREATE TABLE reflection (
        id TEXT PRIMARY KEY, session_id {_OF_SESSION}, uncomfortable TEXT NOT NULL, we_change TEXT NOT NULL,
        added_at TEXT NOT NULL, seal TEXT NOT NULL)""",
    # What was written in private and is not yet revealed: a random id, no author, no time, no order.
    """CREATE TABLE private (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, seal TEXT NOT NULL) WITHOUT ROWID""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables and the history of schema 1 to schema 2, within the caller's transaction."""
    for statement in _TABLES:
        connection.execute(statement)
    for table, new in _NEW.items():
        for column, declaration, _, _ in new:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {declaration}")
    usual = connection.text_factory
    connection.text_factory = _readable
    try:
        for table in _NEW:
            _seal_anew(connection, table)
        _rewrite_steps(connection)
    finally:
        connection.text_factory = usual


def _seal_anew(connection: sqlite3.Connection, table: str) -> None:
    old = _OLD_COLUMNS[table]
    added = [value for _, _, value, _ in _NEW[table]]
    for values in connection.execute(f"SELECT {', '.join(old)}, seal FROM {table}").fetchall():  # noqa: S608
        *row, seal = values
        if _seal(row) == seal:
            connection.execute(f"UPDATE {table} SET seal = ? WHERE id = ?", (_seal([*row, *added]), row[0]))  # noqa: S608


def _rewrite_steps(connection: sqlite3.Connection) -> None:
    for n, at, label, schema, text, seal in connection.execute(
        "SELECT n, at, label, schema, edits, seal FROM step"
    ).fetchall():
        sound = _seal((at, label, schema, text)) == seal
        try:
            written = _with_new_fields(text)
        except (ValueError, TypeError, AttributeError, RecursionError):
            continue  # damaged already, and found as such when it is read
        new_seal = _seal((at, label, 2, written)) if sound else seal
        connection.execute("UPDATE step SET schema = 2, edits = ?, seal = ? WHERE n = ?", (written, new_seal, n))


def _with_new_fields(text: str) -> str:
    edits: list[Any] = json.loads(text)
    for kind, _, old, new in edits:
        whole = new if old is None else old if new is None else None
        if whole is not None:
            whole.update({column: value for column, _, _, value in _NEW.get(kind, ())})
    written = json.dumps(edits, ensure_ascii=False, separators=(",", ":"))
    written.encode()  # half a character can't be written again
    return written


def _readable(text: bytes) -> str:
    """A text even where it is not UTF-8: then its seal is found to be wrong."""
    return text.decode("utf-8", "surrogateescape")


def _seal(values: Any) -> str:  # noqa: ANN401 - whatever columns hold
    text = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"), default=repr)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
