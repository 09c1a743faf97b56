"""Schema 2: agendas, openness, both expertises, consent, answers, and writing in private.

Rows and history steps of schema 1 get the new fields with the values they would have had: see widening.py.
"""

import sqlite3

from workshop_app.storage import widening

_NEW: widening.New = {
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
    widening.widen(connection, _NEW, _OLD_COLUMNS, 2)
