"""Schema 3: what the board's lenses ask of an idea (talked about; reach, effort), and the session of a theme."""

import sqlite3

from workshop_app.storage import widening

_NEW: widening.New = {
    "theme": (("session_id", "TEXT REFERENCES session DEFERRABLE INITIALLY DEFERRED", None, None),),
    "idea": (
        ("talked", "INTEGER NOT NULL DEFAULT 0", 0, False),
        ("reach", "REAL", None, None),
        ("effort", "REAL", None, None),
    ),
}
_OLD_COLUMNS = {
    "theme": ("id", "name", "place", "added_at", "dissolved"),
    "idea": (
        "id", "text", "role", "added_at", "source", "session_id", "asked_id", "aspect_id", "label", "family",
        "person_id", "theme_id", "place", "x", "y", "students_back", "adults_back", "insisted", "forward", "set_aside",
        "because", "unseen", "translation", "drawing",
    ),
}  # fmt: skip


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables and the history of schema 2 to schema 3, within the caller's transaction."""
    widening.widen(connection, _NEW, _OLD_COLUMNS, 3)
