"""Rows of a delimited file, one after the other, in bounded memory; a damaged one does not take the rest along.

The standard library's csv module reads each row, in strict mode, so that a quotation mark that is never closed is
noticed where the next one turns up instead of swallowing what lies between. The lines it had taken are then read again,
each on its own. Its process-wide field_size_limit is left alone: lines longer than LINE_LIMIT never reach it.

Reading again stays linear: after a row that broke only when many lines had been taken, each of these stands for itself,
but for the last. That is where it broke, so a sound row of several lines may begin there.
"""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from workshop_app.exchange.arrival import Damaged
from workshop_app.words import translate

SAMPLE = 262_144  # bytes from which a table's shape is told; a multiple of four, for UTF-32
_SAMPLE_ROWS = 100
LINE_LIMIT = 100_000  # characters; below csv's default field limit of 131,072
_RECORD_LINES = 1_000
_AGAIN = 20  # lines of a broken row that may begin a row of several lines
_NO_DELIMITER = "\x1f"  # the "unit separator": nobody types it
_HINT = re.compile(r'"?sep=([^\w" \r\n])"?[\r\n]*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One row. `line` is its number as a spreadsheet shows it; a blank row has no cells."""

    line: int
    cells: tuple[str, ...]


class _BrokenRowError(Exception):
    """Raised into the csv module from below, when the row at hand can't go on."""


class _Lines:
    """The physical lines of a file, None for one that is too long. Remembers those of the row at hand."""

    def __init__(self, data: bytes, encoding: str) -> None:
        self._stream = io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")
        self._waiting: deque[str | None] = deque()
        self._singles = 0  # how many of the lines to come are rows of their own
        self._single = False  # whether the row at hand is one
        self.taken: list[str] = []
        first = self._read()
        first = first.removeprefix("\ufeff") if first else first
        hint = _HINT.fullmatch(first) if first else None
        self.hint = hint[1] if hint else None  # a line for spreadsheets, which they do not show or count
        if not hint and first != "":
            self._waiting.append(first)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.taken and (self._single or len(self.taken) >= _RECORD_LINES):
            raise _BrokenRowError
        line = self._waiting.popleft() if self._waiting else self._read()
        if line is None:
            if self.taken:
                self._waiting.appendleft(line)
            raise _BrokenRowError
        if not line:
            raise StopIteration
        if not self.taken:
            self._single = self._singles > 0
        self._singles = max(self._singles - 1, 0)
        self.taken.append(line)
        return line

    def give_back(self) -> None:
        """Have all lines of the row at hand but its first read again."""
        again = self.taken[1:]
        self._waiting.extendleft(reversed(again))
        if len(again) > _AGAIN:
            self._singles = len(again) - 1

    def _read(self) -> str | None:
        line = self._stream.readline(LINE_LIMIT + 1)
        if len(line) <= LINE_LIMIT:
            return line
        while line and not line.endswith(("\n", "\r")):
            line = self._stream.readline(LINE_LIMIT)
        return None


def hinted_delimiter(data: bytes, encoding: str) -> str | None:
    """The delimiter that a first line such as `sep=;` names, or None."""
    return _Lines(data, encoding).hint


def records(data: bytes, encoding: str, delimiter: str, width: int | None = None) -> Iterator[Record | Damaged]:
    """Every row of `data`. `width`, the usual number of cells, helps to mend a row with loose quotation marks."""
    lines = _Lines(data, encoding)
    dialect: dict[str, Any] = {"delimiter": delimiter or _NO_DELIMITER, "skipinitialspace": True}
    reader = csv.reader(lines, strict=True, **dialect)
    number = 0
    while True:
        number += 1
        lines.taken.clear()
        try:
            yield Record(number, tuple(next(reader)))
        except StopIteration:
            return
        except (csv.Error, _BrokenRowError):
            reader = csv.reader(lines, strict=True, **dialect)
            yield _rescued(lines, number, width, dialect)


def first_rows(data: bytes, encoding: str, delimiter: str) -> list[tuple[str, ...]]:
    """The cells of the first rows that can be read, blank ones left out: at most 100 rows from SAMPLE bytes."""
    found = list(islice(records(data[:SAMPLE], encoding, delimiter), _SAMPLE_ROWS))
    if len(data) > SAMPLE and len(found) < _SAMPLE_ROWS:
        del found[-1:]  # the sample ends within it
    return [record.cells for record in found if isinstance(record, Record) and any(map(str.strip, record.cells))]


def _rescued(lines: _Lines, number: int, width: int | None, dialect: dict[str, Any]) -> Record | Damaged:
    """What can be made of the row that failed; the lines after its first are given back."""
    if not lines.taken:
        return Damaged(number, translate("exchange", "The row is too long to be read."))
    line = lines.taken[0]
    if len(lines.taken) > 1 or line.count('"') % 2:
        lines.give_back()
        return Damaged(number, translate("exchange", "A quotation mark is opened and never closed."))
    for cells in _loose_readings(line, dialect):
        if width is None or len(cells) == width:
            return Record(number, cells)
    return Damaged(number, translate("exchange", "The quotation marks don't show where a cell ends."))


def _loose_readings(line: str, dialect: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Ways to read a line such as `7,"Tom" said so`: marks escaped by a backslash, as plain text, or lost."""
    plain = line.rstrip("\r\n")
    ways: list[dict[str, Any]] = [{"quoting": csv.QUOTE_NONE}, {}]
    if '\\"' in plain:
        ways.insert(0, {"escapechar": "\\", "strict": True})
    for way in ways:
        try:
            yield tuple(next(csv.reader([plain], **dialect, **way)))
        except (csv.Error, StopIteration):
            continue
