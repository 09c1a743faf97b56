"""From columns to entities, every value checked: a file is input too.

What is taken as it is, and what the standard library reads as well, does without msgspec: the first picture of a
programme waits for this module, and not for more.
"""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from enum import EnumMeta
from math import isfinite
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from workshop_app.storage.opening import damaged

Column = str | int | float | None


def columns(kind: type[Any]) -> tuple[str, ...]:
    """The column names of a kind's table, id first, less the seal."""
    return _shape(kind).columns


class _Field(NamedTuple):
    """How a column is read, found out once: a year has half a million values. `plain` types are taken as they are."""

    hint: Any
    plain: frozenset[type]
    time: type[date] | None  # a date, or a datetime, as ISO 8601 writes it
    has_parts: bool  # JSON text
    may_be_empty: bool


class _Shape(NamedTuple):
    """A kind's columns, how each is read, and the place among them of each field of the entity, in its own order."""

    columns: tuple[str, ...]
    fields: tuple[_Field, ...]
    places: tuple[int, ...]


_shapes: dict[type[Any], _Shape] = {}


def _shape(kind: type[Any]) -> _Shape:
    if kind not in _shapes:
        own = [field.name for field in fields(kind)]
        names = ("id", *(name for name in own if name != "id"))
        hints = get_type_hints(kind)
        _shapes[kind] = _Shape(names, tuple(_field(hints[name]) for name in names), tuple(map(names.index, own)))
    return _shapes[kind]


def _field(hint: Any) -> _Field:  # noqa: ANN401 - any type hint
    within = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    parts = get_origin(hint) is tuple
    return _Field(
        hint,
        frozenset(one for one in within if one in (str, int, NoneType)),
        next((one for one in (datetime, date) if one in within), None),
        parts,
        parts and get_args(hint)[-1] is Ellipsis,
    )


def table(kind: type[Any], rows: Sequence[Sequence[Column]]) -> dict[str, Any]:
    """The entities that `codec.row` made each row of, by id in the rows' order; DamagedError if a value is wrong.

    Read column by column: most columns of a year hold what is taken as it is, or the same few values again and again.
    """
    if not rows:
        return {}
    shape = _shape(kind)
    try:
        read = [_column(values, field) for values, field in zip(zip(*rows, strict=True), shape.fields, strict=True)]
        return dict(zip(read[0], map(kind, *(read[place] for place in shape.places)), strict=True))
    except (ValueError, RecursionError) as error:
        raise damaged() from error


def _column(values: Sequence[Any], field: _Field) -> Sequence[Any]:
    found = set(map(type, values))
    if found <= field.plain or (found == {float} and field.hint is float and all(map(isfinite, values))):
        return values
    known = {value: _typed(value, field) for value in dict.fromkeys(values)}  # what they become never changes
    return [known[value] for value in values]


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
    if isinstance(value, str):
        return _said(value, field)
    return _checked(value, field.hint)


def _said(text: str, field: _Field) -> Any:  # noqa: ANN401 - as the field says
    if isinstance(field.hint, EnumMeta):
        return field.hint(text)
    if field.time is not None:
        return _moment(text, field.time) or _checked(text, field.hint)
    if not field.has_parts:
        return _checked(text, field.hint)
    if field.may_be_empty and text == "[]":
        return ()
    if field.hint == tuple[str, ...] and "\\" not in text:  # ids and names of aspects
        found = json.loads(text)
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return tuple(found)
    return _checked(text, field.hint, as_json=True)


def _moment(text: str, kind: type[date]) -> date | None:
    """A date or time that is written just as this app writes it; None for any other text."""
    try:
        found = kind.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat().replace("+00:00", "Z") == text else None


def _checked(value: Column, hint: Any, *, as_json: bool = False) -> Any:  # noqa: ANN401 - as the hint says
    import msgspec

    try:
        return msgspec.json.decode(str(value), type=hint) if as_json else msgspec.convert(value, hint)
    except msgspec.MsgspecError as error:
        raise ValueError(value) from error
