"""From entities to columns: plain values for SQLite, JSON text for what has parts. Steps of history go both ways.

msgspec does the converting because it checks types on the way in: a file is input too. reading.py goes back.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, get_type_hints

import msgspec

from workshop_app.domain.kinds import KINDS, NAMES
from workshop_app.domain.programme import Edit
from workshop_app.storage.opening import damaged
from workshop_app.storage.reading import Column, columns

_HINTS: dict[type[Any], dict[str, Any]] = {kind: get_type_hints(kind) for kind in KINDS.values()}


def row(entity: Any) -> tuple[Column, ...]:  # noqa: ANN401 - any entity
    """An entity's values in the order of `columns`."""
    return tuple(_plain(getattr(entity, name)) for name in columns(type(entity)))


def edits_text(edits: Iterable[Edit]) -> str:
    """Edits as JSON: kind, id, old and new fields."""
    return json.dumps(
        [[NAMES[edit.kind], edit.id, _fields(edit.old), _fields(edit.new)] for edit in edits],
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,  # it could not be read again
    )


def edits(text: str) -> tuple[Edit, ...]:
    """The edits that `edits_text` wrote; DamagedError if they can't be read."""
    try:
        return tuple(_edit(KINDS[name], entity_id, old, new) for name, entity_id, old, new in msgspec.json.decode(text))
    except (msgspec.MsgspecError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged() from error


def seal(values: Iterable[Column]) -> str:
    """A short hash over a row: SQLite's own check misses most flipped bits in text (see the durability facts)."""
    # A flipped bit can turn a text into a blob, which JSON can't hold: that must be a wrong seal, not an error.
    text = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"), default=repr)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _fields(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if values is None else {name: msgspec.to_builtins(value) for name, value in values.items()}


def _edit(kind: type[Any], entity_id: Any, old: Any, new: Any) -> Edit:  # noqa: ANN401 - whatever the file says
    """One edit, checked to be one that `apply` can make; ValueError, TypeError or KeyError if it is not."""
    before, after = _typed_fields(kind, old), _typed_fields(kind, new)
    if before is not None and after is not None:
        fits = before.keys() == after.keys() and "id" not in before
    else:
        only = before or after or {}
        fits = only.keys() == _HINTS[kind].keys() and only["id"] == entity_id
    if not (isinstance(entity_id, str) and fits):
        raise ValueError(kind)
    return Edit(kind, entity_id, before, after)


def _typed_fields(kind: type[Any], values: Any) -> dict[str, Any] | None:  # noqa: ANN401 - whatever the file says
    hints = _HINTS[kind]
    if values is None:
        return None
    if not isinstance(values, dict):
        raise TypeError(kind)
    return {name: msgspec.convert(value, hints[name]) for name, value in values.items()}


def _plain(value: Any) -> Column:  # noqa: ANN401 - any field's value
    if isinstance(value, bool):
        return int(value)
    if type(value) in (str, int, float) or value is None:
        return value  # type: ignore[no-any-return]
    if isinstance(value, tuple):
        return json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
    plain = msgspec.to_builtins(value)
    return plain if isinstance(plain, str) else str(plain)
