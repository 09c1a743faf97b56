"""What was written in private and is not yet turned over: a table that tells neither who wrote a row nor when.

Ids are random, there is no time and no history step. Where a row lies in the file would still tell what was written
first, for SQLite puts each new row before the last one in its page: so the whole table, which is small, is written
anew in a shuffled order whenever something comes in. What is deleted is overwritten (`secure_delete`).
"""

import json
import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from random import SystemRandom
from typing import Any, TypeVar

import msgspec

from workshop_app.domain.face_down import Backing, Entry, Written
from workshop_app.storage import codec
from workshop_app.storage.opening import damaged

KINDS: Mapping[type[Any], str] = {Entry: "entry", Backing: "backing"}
W = TypeVar("W", bound=Written)


@dataclass(frozen=True, slots=True)
class Chance:
    """Where ids come from that tell nothing, and an order that tells nothing (a list is shuffled in place)."""

    new_id: Callable[[], str] = lambda: str(uuid.uuid4())
    shuffle: Callable[[list[Any]], None] = field(default_factory=lambda: SystemRandom().shuffle)


def put(
    connection: sqlite3.Connection, written: Iterable[Written], chance: Chance, instead_of: Collection[str] = ()
) -> None:
    """Add what was written (and take out what it stands in for), within the caller's transaction.

    The whole table is laid out anew, in an order that chance gives.
    """
    forget(connection, instead_of)
    rows = connection.execute("SELECT id, kind, body, seal FROM private ORDER BY id").fetchall()
    for one in written:
        values = (chance.new_id(), KINDS[type(one)], _body(one))
        rows.append((*values, codec.seal(values)))
    chance.shuffle(rows)
    connection.execute("DELETE FROM private")
    connection.executemany("INSERT INTO private (id, kind, body, seal) VALUES (?, ?, ?, ?)", rows)


def of_kind(connection: sqlite3.Connection, kind: type[W]) -> dict[str, W]:
    """What was written of one kind, by its id; DamagedError if a row can't be read."""
    found = connection.execute("SELECT id, body FROM private WHERE kind = ? ORDER BY id", (KINDS[kind],)).fetchall()
    try:
        return {row_id: msgspec.json.decode(body, type=kind) for row_id, body in found}
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as error:
        raise damaged() from error


def forget(connection: sqlite3.Connection, ids: Collection[str]) -> None:
    """Delete rows, within the caller's transaction."""
    connection.executemany("DELETE FROM private WHERE id = ?", [(row_id,) for row_id in ids])


def _body(one: Written) -> str:
    said = {part.name: msgspec.to_builtins(getattr(one, part.name)) for part in fields(one)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
