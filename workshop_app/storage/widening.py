"""New fields for old kinds: what several migrations do alike.

It must do in ten years what it does today: it changes for none of them, and no live code is used here.

A row or a step whose seal was wrong before keeps a wrong seal, and a step that can't be read stays as it is: a
migration must not make damage look sound, nor stop at what nobody may ever ask for.
"""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from typing import Any

# By table: column, its declaration, its value in a row, its value in a history step.
New = dict[str, tuple[tuple[str, str, object, object], ...]]


def widen(connection: sqlite3.Connection, new: New, old_columns: Mapping[str, tuple[str, ...]], schema: int) -> None:
    """Give tables and history the `new` fields; `old_columns` are those that were sealed before, id first."""
    for table, added in new.items():
        for column, declaration, _, _ in added:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {declaration}")
    usual = connection.text_factory
    connection.text_factory = _readable
    try:
        for table, added in new.items():
            _seal_anew(connection, table, old_columns[table], [value for _, _, value, _ in added])
        _rewrite_steps(connection, new, schema)
    finally:
        connection.text_factory = usual


def _seal_anew(connection: sqlite3.Connection, table: str, old: tuple[str, ...], added: list[object]) -> None:
    for values in connection.execute(f"SELECT {', '.join(old)}, seal FROM {table}").fetchall():  # noqa: S608
        *row, seal = values
        if _seal(row) == seal:
            connection.execute(f"UPDATE {table} SET seal = ? WHERE id = ?", (_seal([*row, *added]), row[0]))  # noqa: S608


def _rewrite_steps(connection: sqlite3.Connection, new: New, to_schema: int) -> None:
    for n, at, label, schema, text, seal in connection.execute(
        "SELECT n, at, label, schema, edits, seal FROM step"
    ).fetchall():
        sound = _seal((at, label, schema, text)) == seal
        try:
            written = _with_new_fields(text, new)
        except (ValueError, TypeError, AttributeError, RecursionError):
            continue  # damaged already, and found as such when it is read
        connection.execute("UPDATE step SET schema = ?, edits = ? WHERE n = ?", (to_schema, written, n))
        if sound:  # a seal that was wrong stays as it is, and may not even be a text that can be written
            new_seal = _seal((at, label, to_schema, written))
            connection.execute("UPDATE step SET seal = ? WHERE n = ?", (new_seal, n))


def _with_new_fields(text: str, new: New) -> str:
    edits: list[Any] = json.loads(text)
    for kind, _, old, now in edits:
        whole = now if old is None else old if now is None else None
        if whole is not None:
            whole.update({column: value for column, _, _, value in new.get(kind, ())})
    written = json.dumps(edits, ensure_ascii=False, separators=(",", ":"))
    written.encode()  # half a character can't be written again
    return written


def _readable(text: bytes) -> str:
    """A text even where it is not UTF-8: then its seal is found to be wrong."""
    return text.decode("utf-8", "surrogateescape")


def _seal(values: Any) -> str:  # noqa: ANN401 - whatever columns hold
    text = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"), default=repr)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
