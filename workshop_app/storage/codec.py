"""Between entities and columns: plain values for SQLite, JSON text for what has parts, and back, checked.

msgspec does the converting because it checks types on the way in: a file is input too.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from math import isfinite
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from workshop_app.domain.kinds import KINDS, NAMES
from workshop_app.domain.programme import Edit
from workshop_app.storage.opening import damaged

Column = str | int | float | None


_HINTS: dict[type[Any], dict[str, Any]] = {kind: get_type_hints(kind) for kind in KINDS.values()}


def columns(kind: type[Any]) -> tuple[str, ...]:
    """The column names of a kind's table, id first, less the seal."""
    return _COLUMNS[kind]


def _id_first(kind: type[Any]) -> tuple[str, ...]:
    return ("id", *(field.name for field in fields(kind) if field.name != "id"))


_COLUMNS = {kind: _id_first(kind) for kind in KINDS.values()}


class _Field(NamedTuple):
    """How a column is read, found out once: a year has half a million of them. `plain` types are taken as they are."""

    name: str
    hint: Any
    plain: frozenset[type]
    has_parts: bool  # JSON text
    may_be_empty: bool


def _field(name: str, hint: Any) -> _Field:  # noqa: ANN401 - any type hint
    within = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    parts = get_origin(hint) is tuple
    return _Field(
        name,
        hint,
        frozenset(one for one in within if one in (str, int, NoneType)),
        parts,
        parts and get_args(hint)[-1] is Ellipsis,
    )


_FIELDS = {kind: tuple(_field(name, _HINTS[kind][name]) for name in names) for kind, names in _COLUMNS.items()}


def row(entity: Any) -> tuple[Column, ...]:  # noqa: ANN401 - any entity
    """An entity's values in the order of `columns`."""
    return tuple(_plain(getattr(entity, name)) for name in columns(type(entity)))


def entity(kind: type[Any], values: Sequence[Column]) -> Any:  # noqa: ANN401 - any entity
    """The entity that `row` was made of; DamagedError if a value has the wrong type."""
    try:
        return kind(**{field.name: _typed(value, field) for field, value in zip(_FIELDS[kind], values, strict=True)})
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise damaged() from error


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


def _typed(value: Column, field: _Field) -> Any:  # noqa: ANN401 - as the field says
    if type(value) in field.plain:
        return value
    if type(value) is float:
        if not isfinite(value):
            raise ValueError(value)  # nothing can lie or stand there
        if field.hint is float:
            return value
    if field.hint is bool and value in (0, 1):
        return bool(value)
    if field.has_parts and isinstance(value, str):
        return () if field.may_be_empty and value == "[]" else msgspec.json.decode(value, type=field.hint)
    return msgspec.convert(value, field.hint)
