"""Files that are turned away before anyone tries to read rows from them."""

from workshop_app.words import translate

SIZE_LIMIT = 10 * 1024 * 1024
"""Bytes. The replies of 2,000 students to 40 questions fit; a file of nothing but accents and emoji takes a second."""

ROW_LIMIT = 20_000
"""As many ideas as a programme of 200 sessions with 100 ideas each."""

COLUMN_LIMIT = 1_000

_STRAY_SHARE = 0.1  # bytes at random decode to about 13 % control characters in Windows-1252
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_OTHERS = (b"SQLite format 3\x00", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!\x1a", b"\x7fELF", b"{\\rtf")
_PAGES = (b"<!doctype html", b"<html")


class UnreadableError(Exception):
    """A file from which no ideas can be read. The message is one sentence for the person who chose it."""


def refuse(data: bytes) -> None:
    """Raise UnreadableError if `data` is empty, too large, or plainly some other kind of file."""
    if not data.strip(b" \t\r\n\x00\xff\xfe\xef\xbb\xbf") and len(data) <= SIZE_LIMIT:
        raise UnreadableError(translate("exchange", "This file is empty."))
    if len(data) > SIZE_LIMIT:
        raise UnreadableError(
            translate("exchange", "This file is larger than {limit} MB.", limit=SIZE_LIMIT // (1024 * 1024))
        )
    if data.startswith(_BOOKS):
        raise UnreadableError(
            translate(
                "exchange", "This is a workbook or a packed file. Open it in a spreadsheet and save it as CSV first."
            )
        )
    if data.startswith(b"%PDF"):
        raise UnreadableError(translate("exchange", "This is a PDF, not a CSV file."))
    if data.startswith(_PICTURES):
        raise UnreadableError(translate("exchange", "This is a picture, not a CSV file."))
    if data[:200].lstrip().lower().startswith(_PAGES):
        raise UnreadableError(translate("exchange", "This is a web page, not a CSV file."))
    if data.startswith(_OTHERS):
        raise not_text()


def refuse_noise(sample: str) -> None:
    """Raise UnreadableError if too much of the decoded `sample` is control characters or could not be decoded."""
    stray = sum(sample.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r")
    stray += sum(sample.count(chr(code)) for code in range(127, 160)) + sample.count("\ufffd")
    if stray > len(sample) * _STRAY_SHARE:
        raise not_text()


def not_text() -> UnreadableError:
    """The error for a file that holds something other than text."""
    return UnreadableError(translate("exchange", "This file holds no text that can be read."))


def too_many_rows() -> UnreadableError:
    """The error for a file with more rows than any workshop has ideas."""
    return UnreadableError(translate("exchange", "This file has more than {limit} rows.", limit=f"{ROW_LIMIT:,}"))


def too_many_columns() -> UnreadableError:
    """The error for a file with more columns than a person could choose from."""
    return UnreadableError(translate("exchange", "This file has more than {limit} columns.", limit=f"{COLUMN_LIMIT:,}"))


def no_rows() -> UnreadableError:
    """The error for a file without a single row that can be read."""
    return UnreadableError(translate("exchange", "No row in this file can be read."))


def no_text_column() -> UnreadableError:
    """The error for a table in which no column looks like written ideas."""
    return UnreadableError(translate("exchange", "No column in this file holds text."))
