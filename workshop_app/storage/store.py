"""One open programme file: load it, and commit each change with its history in one transaction.

The hot path is one generated upsert a row and one insert for the step, straight through the driver. A row is always
written whole, because its seal is over the whole row.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from workshop_app.domain.face_down import Written
from workshop_app.domain.facts import Fact
from workshop_app.domain.kinds import KINDS, NAMES
from workshop_app.domain.programme import PROGRAMME_ID, About, Edit, Programme
from workshop_app.domain.steps import Step
from workshop_app.storage import backups, codec, opening, private, reading
from workshop_app.storage.errors import StorageError
from workshop_app.storage.opening import SCHEMA
from workshop_app.storage.private import Chance, W
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.storage.purged import Purged


STEPS_AT_ONCE = 200  # are read from the file before the next are asked for


class Store:
    """The file of one programme, held exclusively until `close`. Its `connection` is for storage's own modules."""

    def __init__(self, path: Path, connection: sqlite3.Connection, backup_folder: Path | None) -> None:
        self.path = path
        self.connection = connection
        self._backup_folder = backup_folder
        self._closed = False
        self._identity = opening.held_as(connection)

    @classmethod
    def create(cls, path: Path, about: About, *, uid: str, backup_folder: Path | None = None) -> "Store":
        """Make a new programme's file. StorageError if there is one already or it can't be made."""
        _claim(path)
        with ExitStack() as undo:
            undo.callback(path.unlink, missing_ok=True)
            connection = opening.connect(path)
            undo.callback(opening.disconnect, connection)
            with opening.world(path):
                _migrate(connection)
                with opening.transaction(connection):
                    connection.execute("INSERT INTO meta VALUES ('uid', ?)", (uid,))
                    _write(connection, about)
            undo.pop_all()
        return cls(path, connection, backup_folder)

    @classmethod
    def open(cls, path: Path, *, backup_folder: Path | None = None, now: datetime | None = None) -> "Store":
        """Open a programme's file, migrated where it is older.

        UnreadableError where it is no programme or newer than this app (it is left as it was), InUseError where
        it is open elsewhere.
        """
        opening.readable(path)
        connection = opening.connect(path)
        try:
            with opening.world(path):
                if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA:
                    if backup_folder and now:
                        backups.make(connection, backup_folder, now)
                    with opening.transaction(connection):
                        _migrate(connection)
                        cls(path, connection, None).read_all()  # what can't be read afterwards stays as it was
        except BaseException:
            opening.disconnect(connection)
            raise
        return cls(path, connection, backup_folder)

    @property
    def uid(self) -> str:
        """The programme's own id, the same in every copy of its file."""
        with opening.world(self.path):
            found = self.connection.execute("SELECT value FROM meta WHERE key = 'uid'").fetchone()
        return str(found[0]) if found else ""

    def load(self) -> Programme:
        """Every entity; DamagedError if one can't be read or the programme itself is missing."""
        tables: dict[type[Any], Mapping[str, Any]] = {}
        with opening.world(self.path):
            for name, kind in KINDS.items():
                query = f"SELECT {_names(kind)} FROM {name} ORDER BY rowid"  # noqa: S608
                table = reading.table(kind, self.connection.execute(query).fetchall())
                if table:
                    tables[kind] = table
        if PROGRAMME_ID not in tables.get(About, {}):
            raise opening.damaged()
        return Programme(tables)

    def read_all(self) -> None:
        """Read whatever a workspace reads; DamagedError if any of it can't be read."""
        self.load()
        self.facts()
        self.drafts()

    def facts(self) -> list[Fact]:
        """Every fact on record, the oldest first."""
        with opening.world(self.path):
            rows = self.connection.execute(
                "SELECT id, at, what, data, rests_on, after_step FROM fact ORDER BY n"
            ).fetchall()
        return [_fact(row) for row in rows]

    def commit(
        self,
        programme: Programme,
        edits: Sequence[Edit],
        label: str,
        at: datetime,
        *,
        forget: Collection[str] = (),
        fact: Fact | None = None,
    ) -> int:
        """Save `edits`, as they stand in `programme`, with their step; steps that were undone are dropped.

        The private rows of `forget`, of which the edits were made, are gone with the same stroke, and `fact` is on
        record, as of this step. The step's number.
        """
        text = codec.edits_text(edits)
        values = (at.isoformat(), label, SCHEMA, text)
        with self.writing() as connection:
            connection.execute("DELETE FROM step WHERE undone = 1")
            done = connection.execute(
                "INSERT INTO step (at, label, schema, edits, seal) VALUES (?, ?, ?, ?, ?)",
                (*values, codec.seal(values)),
            )
            self._write_all(programme, edits)
            private.forget(connection, forget)
            step = int(done.lastrowid or 0)
            if fact is not None:
                insert_fact(connection, replace(fact, after_step=step))
        return step

    def travel(self, programme: Programme, edits: Sequence[Edit], step: int, *, undone: bool) -> None:
        """Save the state after a step was undone or redone."""
        with self.writing() as connection:
            connection.execute("UPDATE step SET undone = ? WHERE n = ?", (int(undone), step))
            self._write_all(programme, edits)

    def record(self, fact: Fact) -> None:
        """Put a fact on record."""
        with self.writing() as connection:
            insert_fact(connection, fact)

    def purge(self, ids: Collection[str], fact: Fact) -> "Purged":
        """Take ideas out for good, from the backups too, and put it on record: see purging.py."""
        from workshop_app.storage import purging

        return purging.run(self, self._backup_folder, ids, fact)

    def last_done(self) -> Step | None:
        """The step that undo would take back."""
        return self._step("SELECT n, label, edits, at FROM step WHERE undone = 0 ORDER BY n DESC LIMIT 1")

    def next_undone(self) -> Step | None:
        """The step that redo would bring back."""
        return self._step("SELECT n, label, edits, at FROM step WHERE undone = 1 ORDER BY n LIMIT 1")

    def steps(self, naming: str = "") -> Iterator[Step]:
        """Every step that stands, the oldest first, read as it is asked for; with `naming`, those that name this id.

        DamagedError at the step that can't be read.
        """
        last = 0
        while True:
            with opening.world(self.path):
                rows = self.connection.execute(
                    "SELECT n, label, edits, at FROM step"
                    " WHERE undone = 0 AND n > ? AND (? = '' OR instr(edits, ?)) ORDER BY n LIMIT ?",
                    (last, naming, naming, STEPS_AT_ONCE),
                ).fetchall()
            for row in rows:
                yield _a_step(row)
            if len(rows) < STEPS_AT_ONCE:
                return
            last = rows[-1][0]

    def labels(self) -> tuple[str | None, str | None]:
        """The labels of what undo would take back and redo bring back, without reading the steps."""
        with opening.world(self.path):
            done = self.connection.execute("SELECT label FROM step WHERE undone = 0 ORDER BY n DESC LIMIT 1").fetchone()
            undone = self.connection.execute("SELECT label FROM step WHERE undone = 1 ORDER BY n LIMIT 1").fetchone()
        return (done[0] if done else None, undone[0] if undone else None)

    def last_step(self) -> int:
        """The number of the last step that stands, 0 if there is none."""
        with opening.world(self.path):
            found = self.connection.execute("SELECT max(n) FROM step WHERE undone = 0").fetchone()
        return int(found[0] or 0)

    def drafts(self) -> dict[str, str]:
        """What was typed and not yet said, by the field's key."""
        with opening.world(self.path):
            found = self.connection.execute("SELECT key, text FROM draft").fetchall()
        if not all(isinstance(value, str) for row in found for value in row):
            raise opening.damaged()
        return dict(found)

    def save_draft(self, key: str, text: str, at: datetime) -> None:
        """Keep what is being typed; an empty text forgets it."""
        with self.writing() as connection:
            if text:
                values = (key, text, at.isoformat())
                connection.execute(
                    "INSERT INTO draft (key, text, at, seal) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (key) DO UPDATE SET text = excluded.text, at = excluded.at, seal = excluded.seal",
                    (*values, codec.seal(values)),
                )
            else:
                connection.execute("DELETE FROM draft WHERE key = ?", (key,))

    def put_private(self, written: Sequence[Written], chance: Chance, instead_of: Collection[str] = ()) -> None:
        """Keep what was written in private, in place of the rows `instead_of`; it leaves no step and no time."""
        with self.writing() as connection:
            private.put(connection, written, chance, instead_of)

    def private(self, kind: type[W]) -> dict[str, W]:
        """What was written in private of one kind, by the rows' random ids; DamagedError if it can't be read."""
        with opening.world(self.path):
            return private.of_kind(self.connection, kind)

    def back_up(self, now: datetime) -> Path | None:
        """A verified copy in the backup folder; None where no folder was given."""
        return backups.make(self.connection, self._backup_folder, now) if self._backup_folder else None

    def close(self, now: datetime | None = None) -> None:
        """Let go of the file, after a verified backup if anything changed since it was opened.

        StorageError if the backup could not be made; the file is let go all the same. Closing twice does nothing.
        """
        if self._closed:
            return
        self._closed = True
        try:
            if now is not None and self.connection.total_changes:
                with opening.world(self.path):
                    self.back_up(now)
        finally:
            opening.disconnect(self.connection)

    def _write_all(self, programme: Programme, edits: Iterable[Edit]) -> None:
        for kind, entity_id in dict.fromkeys((edit.kind, edit.id) for edit in edits):
            entity = programme.all(kind).get(entity_id)
            if entity is None:
                self.connection.execute(f"DELETE FROM {NAMES[kind]} WHERE id = ?", (entity_id,))  # noqa: S608
            else:
                _write(self.connection, entity)

    def _step(self, query: str) -> Step | None:
        with opening.world(self.path):
            found = self.connection.execute(query).fetchone()
        return _a_step(found) if found else None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, for storage's own modules; StorageError if the file was moved or can't be written to."""
        if opening.identity(self.path) != self._identity:
            raise StorageError(
                translate(
                    "storage",
                    "The file {name} was moved or deleted while it was open. Put it back, then do this once more.",
                    name=self.path.name,
                )
            )
        with opening.world(self.path), opening.transaction(self.connection):
            yield self.connection


def insert_fact(connection: sqlite3.Connection, fact: Fact) -> None:
    """Put a fact on record within the caller's transaction."""
    values = (
        fact.id,
        fact.at.isoformat(),
        fact.what.value,
        msgspec.json.encode(fact.data).decode(),
        msgspec.json.encode(sorted(fact.rests_on)).decode(),
        fact.after_step,
    )
    connection.execute(
        "INSERT INTO fact (id, at, what, data, rests_on, after_step, seal) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*values, codec.seal(values)),
    )


def _claim(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise StorageError(translate("storage", "There is a file {name} already.", name=path.name)) from error
    except (OSError, ValueError) as error:  # ValueError: no file can have such a name
        raise StorageError(
            translate("storage", "The file {name} can't be made there. Choose a folder of your own.", name=path.name)
        ) from error


def _migrate(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    from workshop_app.storage import schema

    schema.bring_up_to_date(Database(connection))


def _write(connection: sqlite3.Connection, entity: Any) -> None:  # noqa: ANN401 - any entity
    values = codec.row(entity)
    connection.execute(_UPSERTS[type(entity)], (*values, codec.seal(values)))


def _names(kind: type[Any]) -> str:
    return ", ".join(f'"{name}"' for name in reading.columns(kind))


def _upsert(kind: type[Any]) -> str:
    names = [f'"{name}"' for name in reading.columns(kind)] + ["seal"]
    places = ", ".join("?" * len(names))
    updates = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return f"INSERT INTO {NAMES[kind]} ({', '.join(names)}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}"  # noqa: S608


_UPSERTS = {kind: _upsert(kind) for kind in NAMES}


def _a_step(row: Sequence[Any]) -> Step:
    try:
        at = datetime.fromisoformat(row[3])
    except (ValueError, TypeError) as error:
        raise opening.damaged() from error
    return Step(row[0], row[1], codec.edits(row[2]), at)


def _fact(row: Sequence[Any]) -> Fact:
    try:
        return msgspec.convert(
            {
                "id": row[0],
                "at": row[1],
                "what": row[2],
                "data": msgspec.json.decode(row[3]),
                "rests_on": msgspec.json.decode(row[4]),
                "after_step": row[5],
            },
            Fact,
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise opening.damaged() from error
