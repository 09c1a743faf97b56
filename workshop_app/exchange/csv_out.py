"""Tables for spreadsheets, which must not run what students wrote as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

Row = Sequence[str | int]

# Some spreadsheets skip white space first, and take the full-width forms for the plain ones. Apostrophes count as
# nothing, so that a text which begins with one of its own is told from a guarded one.
_RUNS = re.compile(r"[\s']*[=+\-@＝＋－＠\t\r\n]")


def write(headings: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A CSV file: UTF-8 with byte order mark, commas, CRLF. Numbers stay numbers.

    A text that a spreadsheet might run gets an apostrophe before it, also one that begins with apostrophes and would
    then look as if it had been given one: `without_guard` takes exactly that off again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)  # commas, CRLF and quotes where needed are its defaults
    writer.writerow(map(_guarded, headings))
    writer.writerows(map(_guarded, row) for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def without_guard(cell: str) -> str:
    """`cell` as it was before `write` put an apostrophe before it."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell


def _guarded(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _RUNS.match(cell) else cell
