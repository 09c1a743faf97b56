"""Schema 4: assets, promises and what became of them, head-counts, triggers, replies, and packs for other schools."""

import sqlite3

from workshop_app.storage import widening

_NEW: widening.New = {
    "person": (("post", "TEXT NOT NULL DEFAULT ''", "", ""),),
    "plan": (
        ("first_step_by", "TEXT", None, None),
        ("earlier", "TEXT NOT NULL DEFAULT '[]'", "[]", []),
        ("came_from", "TEXT NOT NULL DEFAULT ''", "", ""),
    ),
    "action": (
        ("done_looks", "TEXT NOT NULL DEFAULT ''", "", ""),
        ("asset_ids", "TEXT NOT NULL DEFAULT '[]'", "[]", []),
    ),
    "signature": (("post", "TEXT NOT NULL DEFAULT ''", "", ""),),
}
_OLD_COLUMNS = {
    "person": ("id", "name", "role", "added_at", '"left"'),
    "plan": (
        "id", "title", "added_at", "idea_ids", "change", "how_we_know", "why", "students_know", "staff_know",
        "help_we_have", "objection", "first_step", "review_on", "version", "sealed", "absent", "dropped",
    ),
    "action": ("id", "plan_id", "what", "place", "hands", "owner_ids", "asked_of", '"by"', "dropped"),
    "signature": (
        "id", "plan_id", "content_hash", "person_id", "name", "role", "strokes", "words", "signed_at", "withdrawn",
    ),
}  # fmt: skip
_TABLES = (
    """CREATE TABLE asset (
        id TEXT PRIMARY KEY, sort TEXT NOT NULL, what TEXT NOT NULL, held_by TEXT NOT NULL, added_at TEXT NOT NULL,
        asker_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
        session_id TEXT REFERENCES session DEFERRABLE INITIALLY DEFERRED, dropped INTEGER NOT NULL,
        seal TEXT NOT NULL)""",
    """CREATE TABLE progress (
        id TEXT PRIMARY KEY, about_id TEXT NOT NULL, how TEXT NOT NULL, words TEXT NOT NULL, added_at TEXT NOT NULL,
        session_id TEXT REFERENCES session DEFERRABLE INITIALLY DEFERRED, really TEXT, withdrawn INTEGER NOT NULL,
        seal TEXT NOT NULL)""",
    """CREATE TABLE handover (
        id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES action DEFERRABLE INITIALLY DEFERRED,
        from_id TEXT NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
        to_id TEXT NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED, added_at TEXT NOT NULL,
        withdrawn INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE promise (
        id TEXT PRIMARY KEY, added_at TEXT NOT NULL, protected_time TEXT NOT NULL, who_decides TEXT NOT NULL,
        answer_days INTEGER NOT NULL, budget TEXT NOT NULL, told_when_overdue TEXT NOT NULL, backers INTEGER NOT NULL,
        signed_by TEXT NOT NULL, post TEXT NOT NULL, strokes TEXT NOT NULL, words TEXT NOT NULL, signed_at TEXT,
        withdrawn INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE headcount (
        id TEXT PRIMARY KEY, question TEXT NOT NULL, side TEXT NOT NULL, counts TEXT NOT NULL, added_at TEXT NOT NULL,
        session_id TEXT REFERENCES session DEFERRABLE INITIALLY DEFERRED, withdrawn INTEGER NOT NULL,
        seal TEXT NOT NULL)""",
    """CREATE TABLE trigger (
        id TEXT PRIMARY KEY, idea_id TEXT NOT NULL REFERENCES idea DEFERRABLE INITIALLY DEFERRED,
        needed INTEGER NOT NULL, decider TEXT NOT NULL, due TEXT NOT NULL, added_at TEXT NOT NULL,
        withdrawn INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE told (
        id TEXT PRIMARY KEY, answer_id TEXT NOT NULL,
        "by" TEXT NOT NULL, "on" TEXT NOT NULL, added_at TEXT NOT NULL,
        session_id TEXT REFERENCES session DEFERRABLE INITIALLY DEFERRED, withdrawn INTEGER NOT NULL,
        seal TEXT NOT NULL)""",
    """CREATE TABLE reply (
        id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
        content_hash TEXT NOT NULL, ask INTEGER NOT NULL, action_id TEXT NOT NULL, kind TEXT NOT NULL,
        reason TEXT NOT NULL, passed_to TEXT NOT NULL, next_step TEXT NOT NULL, by_whom TEXT NOT NULL,
        by_when TEXT NOT NULL, due TEXT, decided_by TEXT NOT NULL, decided_on TEXT NOT NULL, came TEXT NOT NULL,
        added_at TEXT NOT NULL, signed INTEGER NOT NULL, withdrawn INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE response (
        id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
        content_hash TEXT NOT NULL, says TEXT NOT NULL, words TEXT NOT NULL, added_at TEXT NOT NULL,
        session_id TEXT REFERENCES session DEFERRABLE INITIALLY DEFERRED, withdrawn INTEGER NOT NULL,
        seal TEXT NOT NULL)""",
    """CREATE TABLE sharing (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, plan_ids TEXT NOT NULL, prompt_ids TEXT NOT NULL,
        question TEXT NOT NULL, added_at TEXT NOT NULL, answers_pack TEXT NOT NULL, answer TEXT NOT NULL, sealed TEXT,
        approved TEXT NOT NULL, withdrawn INTEGER NOT NULL, hidden TEXT NOT NULL, seal TEXT NOT NULL)""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables and the history of schema 3 to schema 4, within the caller's transaction."""
    for statement in _TABLES:
        connection.execute(statement)
    widening.widen(connection, _NEW, _OLD_COLUMNS, 4)
