"""The tables of a programme's file, as a list of migrations that only ever grows.

A migration imports no live code: it must do in ten years what it does today. All pending ones run together in one
transaction, after a verified backup. SCHEMA is written to the file's `user_version`, where it can be read before
anything connects; a file with a higher number is refused unopened.
"""

from sqlite_utils import Database, Migrations

from workshop_app.storage import followed_through, guided_session, lensed_board
from workshop_app.storage.opening import APPLICATION_ID, SCHEMA

migrations = Migrations("workshop")


@migrations(name="0001-first-programme")
def _first_programme(db: Database) -> None:
    for statement in _FIRST:
        db.execute(statement)


@migrations(name="0002-guided-session")
def _guided_session(db: Database) -> None:
    guided_session.migrate(db.conn)


@migrations(name="0003-lensed-board")
def _lensed_board(db: Database) -> None:
    lensed_board.migrate(db.conn)


@migrations(name="0004-followed-through")
def _followed_through(db: Database) -> None:
    followed_through.migrate(db.conn)


def bring_up_to_date(db: Database) -> None:
    """Apply every pending migration, all or none."""
    with db.atomic():
        migrations.apply(db)
        db.execute(f"PRAGMA user_version = {SCHEMA}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


_FIRST = (
    """CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE about (
        id TEXT PRIMARY KEY, school TEXT NOT NULL, year TEXT NOT NULL, practice INTEGER NOT NULL,
        seal TEXT NOT NULL)""",
    """CREATE TABLE person (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, added_at TEXT NOT NULL, "left" INTEGER NOT NULL,
        seal TEXT NOT NULL)""",
    """CREATE TABLE session (
        id TEXT PRIMARY KEY, number INTEGER NOT NULL, held_on TEXT NOT NULL, minutes INTEGER NOT NULL,
        aspects TEXT NOT NULL, present TEXT NOT NULL, added_at TEXT NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE asked (
        id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES session DEFERRABLE INITIALLY DEFERRED,
        prompt_id TEXT NOT NULL, aspect_id TEXT NOT NULL, aspect TEXT NOT NULL, label TEXT NOT NULL,
        family TEXT NOT NULL, text TEXT NOT NULL, plain TEXT NOT NULL, note TEXT NOT NULL, place INTEGER NOT NULL,
        dropped INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE theme (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, place REAL NOT NULL, added_at TEXT NOT NULL,
        dissolved INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE idea (
        id TEXT PRIMARY KEY, text TEXT NOT NULL, role TEXT NOT NULL, added_at TEXT NOT NULL, source TEXT NOT NULL,
        session_id TEXT REFERENCES session DEFERRABLE INITIALLY DEFERRED,
        asked_id TEXT REFERENCES asked DEFERRABLE INITIALLY DEFERRED,
        aspect_id TEXT, label TEXT NOT NULL, family TEXT NOT NULL,
        person_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
        theme_id TEXT REFERENCES theme DEFERRABLE INITIALLY DEFERRED,
        place REAL NOT NULL, x REAL NOT NULL, y REAL NOT NULL, students_back INTEGER NOT NULL,
        adults_back INTEGER NOT NULL, insisted INTEGER NOT NULL, forward INTEGER NOT NULL,
        set_aside INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE INDEX idea_by_session ON idea (session_id)""",
    """CREATE TABLE plan (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, added_at TEXT NOT NULL, idea_ids TEXT NOT NULL,
        change TEXT NOT NULL, how_we_know TEXT NOT NULL, why TEXT NOT NULL, students_know TEXT NOT NULL,
        staff_know TEXT NOT NULL, help_we_have TEXT NOT NULL, objection TEXT NOT NULL, first_step TEXT NOT NULL,
        review_on TEXT, version INTEGER NOT NULL, sealed TEXT, absent TEXT NOT NULL, dropped INTEGER NOT NULL,
        seal TEXT NOT NULL)""",
    """CREATE TABLE action (
        id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
        what TEXT NOT NULL, place INTEGER NOT NULL, hands TEXT NOT NULL, owner_ids TEXT NOT NULL,
        asked_of TEXT NOT NULL, "by" TEXT, dropped INTEGER NOT NULL, seal TEXT NOT NULL)""",
    """CREATE TABLE signature (
        id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
        content_hash TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL, role TEXT NOT NULL, strokes TEXT NOT NULL, words TEXT NOT NULL, signed_at TEXT NOT NULL,
        withdrawn INTEGER NOT NULL, seal TEXT NOT NULL)""",
    # History: `undone` steps are those that redo would bring back; a new step deletes them.
    """CREATE TABLE step (
        n INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, label TEXT NOT NULL, schema INTEGER NOT NULL,
        edits TEXT NOT NULL, seal TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0)""",
    """CREATE INDEX step_undone ON step (n) WHERE undone = 1""",
    """CREATE TABLE fact (
        n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, what TEXT NOT NULL,
        data TEXT NOT NULL, rests_on TEXT NOT NULL, after_step INTEGER NOT NULL, seal TEXT NOT NULL)""",
    # What is typed and not yet said. Outside history, deleted when it is said.
    """CREATE TABLE draft (
        key TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL, seal TEXT NOT NULL) WITHOUT ROWID""",
)
