"""How a CSV file is most likely written: encoding, delimiter, header, and the column with the ideas.

csv.Sniffer is not used: it takes any frequent character for a delimiter, and takes the first idea of a plain list for
a header if it is shorter than the rest. A delimiter here is one that gives most rows the same number of cells.
"""

import codecs
from collections import Counter

from workshop_app.exchange.columns import has_columns_apart, has_header, is_text_header, text_column
from workshop_app.exchange.encodings import guess_encoding
from workshop_app.exchange.layout import Layout
from workshop_app.exchange.records import SAMPLE, first_rows, hinted_delimiter
from workshop_app.exchange.unreadable import (
    COLUMN_LIMIT,
    no_rows,
    no_text_column,
    refuse,
    refuse_noise,
    too_many_columns,
)

_CANDIDATES = ("\t", ";", "|", ",")  # of two that fit as well, the one less often part of a sentence
_LEAST_AGREEMENT = 0.6
_PROSE = 0.5


def guess(
    data: bytes, *, encoding: str | None = None, delimiter: str | None = None, header: bool | None = None
) -> Layout:
    """The most likely Layout. What a person has settled is handed in and kept; the rest is guessed to fit.

    UnreadableError if the file is empty, too large, no text, or has no column with letters in it.
    """
    refuse(data)
    encoding = guess_encoding(data) if encoding is None else encoding
    head = codecs.getincrementaldecoder(encoding)("replace").decode(data[:SAMPLE])
    refuse_noise(head)
    if delimiter is None:
        delimiter = _delimiter(data, encoding, head)
    rows = first_rows(data, encoding, delimiter)
    if any(len(row) > COLUMN_LIMIT for row in rows):
        raise too_many_columns()
    if not rows:
        raise no_rows()
    header = has_header(rows) if header is None else header
    column = text_column(rows[1:] if header and len(rows) > 1 else rows, rows[0] if header else ())
    if column is None:
        raise no_text_column()
    return Layout(encoding, delimiter, header, column)


def _delimiter(data: bytes, encoding: str, head: str) -> str:
    hint = hinted_delimiter(data, encoding)
    if hint is not None:
        return hint
    scores = {mark: _agreement(data, encoding, mark, head) for mark in _CANDIDATES if mark in head}
    best = max(scores, key=lambda mark: scores[mark], default="")
    return best if best and scores[best] >= _LEAST_AGREEMENT else ""


def _agreement(data: bytes, encoding: str, mark: str, head: str) -> float:
    """The share of rows with the usual number of cells, if that is two or more; less if the mark looks like prose."""
    rows = first_rows(data, encoding, mark)
    if not rows or is_text_header(rows[0]):
        return 0.0
    usual, times = Counter(map(len, rows)).most_common(1)[0]
    if usual < 2:
        return 0.0
    agreement = times / len(rows)
    if mark != "\t" and _reads_like_prose(head, mark) and not has_columns_apart(rows):
        agreement *= 0.5
    return agreement


def _reads_like_prose(head: str, mark: str) -> bool:
    """Whether a space follows most of the marks that stand outside quoted lines, as after a comma in a sentence."""
    bare = [line for line in head.splitlines() if '"' not in line]
    marks = sum(line.count(mark) for line in bare)
    return marks > 0 and sum(line.count(f"{mark} ") for line in bare) >= marks * _PROSE
