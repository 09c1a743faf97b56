"""Ideas from a CSV file: guess how it is written, show it, read it.

`guess` looks at the file; a person corrects the Layout with `preview` before them; `read` takes every row it can.
All three turn a hostile file away, or read it, in bounded time and memory.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from workshop_app.exchange.arrival import Arrival, Damaged, Duplicate, Incoming, gather
from workshop_app.exchange.csv_guess import guess
from workshop_app.exchange.csv_out import without_guard
from workshop_app.exchange.layout import Layout, Preview
from workshop_app.exchange.records import Record, first_rows, records
from workshop_app.exchange.tidy import clean, fold
from workshop_app.exchange.unreadable import (
    COLUMN_LIMIT,
    ROW_LIMIT,
    UnreadableError,
    refuse,
    too_many_columns,
    too_many_rows,
)
from workshop_app.words import translate

__all__ = [
    "Arrival",
    "Damaged",
    "Duplicate",
    "Incoming",
    "Layout",
    "Preview",
    "UnreadableError",
    "column_named",
    "guess",
    "preview",
    "read",
    "with_column",
]

_PREVIEW_ROWS = 20
_CLIP = 300


def preview(data: bytes, layout: Layout) -> Preview:
    """The first rows under `layout`. UnreadableError for what `guess` refuses."""
    refuse(data)
    rows = first_rows(data, layout.encoding, layout.delimiter)
    width = max(map(len, rows), default=0)
    if width > COLUMN_LIMIT:
        raise too_many_columns()
    header = rows[0] if layout.has_header and rows else ()
    body = [row for row in rows[1 if layout.has_header else 0 :] if any(row)]
    return Preview(
        layout,
        tuple(_name(header, number) for number in range(width)),
        tuple(_padded(row, width) for row in body[:_PREVIEW_ROWS]),
    )


def read(data: bytes, layout: Layout, already: Collection[str] = ()) -> Arrival:
    """Every idea in the chosen column. `already` are the texts in the programme; the same again is a duplicate.

    UnreadableError for what `guess` refuses, for more than ROW_LIMIT rows, and for a column that is not there.
    """
    refuse(data)
    rows = first_rows(data, layout.encoding, layout.delimiter)
    if rows and layout.column >= max(map(len, rows)):
        raise UnreadableError(
            translate("exchange", "There is no column {number} in this file.", number=layout.column + 1)
        )
    return gather(_found(data, layout, _width(rows, layout)), already)


def column_named(columns: Sequence[str], name: str) -> int:
    """The place of the column called `name`, or numbered so from 1. UnreadableError lists them all."""
    place = _place(columns, name)
    if place is None and name.isdecimal() and 1 <= int(name[:9]) <= len(columns):
        return int(name) - 1
    if place is None:
        raise UnreadableError(
            translate(
                "exchange",
                "There is no column “{name}”. The columns are: {columns}.",
                name=name,
                columns=", ".join(columns),
            )
        )
    return place


def with_column(data: bytes, layout: Layout, name: str) -> Layout:
    """`layout` with the column a person named. A first row that holds the name is a header, whatever was guessed."""
    rows = first_rows(data, layout.encoding, layout.delimiter)
    place = _place([_shown(cell) for cell in rows[0]], name) if rows else None
    if place is not None:
        return replace(layout, has_header=True, column=place)
    return replace(layout, column=column_named(preview(data, layout).columns, name))


def _place(columns: Sequence[str], name: str) -> int | None:
    if name in columns:
        return columns.index(name)
    folded = [fold(column) for column in columns]
    return folded.index(fold(name)) if fold(name) in folded else None


def _found(data: bytes, layout: Layout, width: int) -> Iterator[Incoming | Damaged]:
    header_due = layout.has_header
    for record in records(data, layout.encoding, layout.delimiter, width):
        if record.line > ROW_LIMIT:
            raise too_many_rows()
        if isinstance(record, Record) and not any(map(str.strip, record.cells)):
            continue
        if isinstance(record, Damaged):
            yield record
        elif header_due:
            header_due = False
        else:
            yield _text_of(record, layout.column, width)


def _text_of(record: Record, column: int, width: int) -> Incoming | Damaged:
    cells = record.cells
    if len(cells) <= column:
        return Damaged(
            record.line,
            translate("exchange", "The row has only {found} of {wanted} cells.", found=len(cells), wanted=column + 1),
        )
    if any(map(str.strip, cells[width:])):
        return Damaged(
            record.line,
            translate(
                "exchange",
                "The row has {found} cells instead of {wanted}, so its text may be cut apart.",
                found=len(cells),
                wanted=width,
            ),
        )
    return Incoming(without_guard(cells[column]), record.line)


def _width(rows: list[tuple[str, ...]], layout: Layout) -> int:
    """How many cells a sound row has: as many as the header, or as most rows."""
    if not rows:
        return layout.column + 1
    usual = Counter(map(len, rows)).most_common(1)[0][0]
    return max(len(rows[0]) if layout.has_header else usual, layout.column + 1)


def _name(header: tuple[str, ...], number: int) -> str:
    name = _shown(header[number]) if number < len(header) else ""
    return name or translate("exchange", "Column {number}", number=number + 1)


def _padded(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return tuple(map(_shown, row)) + ("",) * (width - len(row))


def _shown(cell: str) -> str:
    text = clean(without_guard(cell[: _CLIP + 1]))
    return text if len(text) <= _CLIP else text[: _CLIP - 1] + "…"
