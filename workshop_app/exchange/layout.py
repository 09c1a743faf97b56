"""How a table is written down, and what a person may choose for it."""

from dataclasses import dataclass

from workshop_app.words import translate

DELIMITERS = (",", ";", "\t", "|", "")

ENCODINGS = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
    "cp1252",
    "mac_roman",
    "cp850",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "shift_jis",
    "gb18030",
    "big5",
    "euc_kr",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """What was guessed about a file and a person may correct.

    `encoding` is one of ENCODINGS; a byte order mark is skipped under any of them. `delimiter` is one character, or
    "" where each line is one text. `column` counts from 0. ValueError for anything else.
    """

    encoding: str
    delimiter: str
    has_header: bool
    column: int

    def __post_init__(self) -> None:
        if self.encoding not in ENCODINGS or len(self.delimiter) > 1 or self.delimiter in set('" \r\n'):
            raise ValueError(f"Not a layout: {self.encoding!r}, {self.delimiter!r}")
        if self.column < 0:
            raise ValueError(f"Not a column: {self.column}")


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows as `layout` reads them; each row is as long as `columns`. Long cells are clipped."""

    layout: Layout
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def encoding_label(encoding: str) -> str:
    """What to call an encoding in a list to choose from."""
    labels = {
        "utf-8": translate("exchange", "Unicode (UTF-8)"),
        "utf-16-le": translate("exchange", "Unicode (UTF-16)"),
        "utf-16-be": translate("exchange", "Unicode (UTF-16, high byte first)"),
        "utf-32-le": translate("exchange", "Unicode (UTF-32)"),
        "utf-32-be": translate("exchange", "Unicode (UTF-32, high byte first)"),
        "cp1252": translate("exchange", "Western Europe (Windows)"),
        "mac_roman": translate("exchange", "Western Europe (older Mac)"),
        "cp850": translate("exchange", "Western Europe (MS-DOS)"),
        "cp1250": translate("exchange", "Central Europe"),
        "cp1251": translate("exchange", "Cyrillic"),
        "cp1253": translate("exchange", "Greek"),
        "cp1254": translate("exchange", "Turkish"),
        "cp1255": translate("exchange", "Hebrew"),
        "cp1256": translate("exchange", "Arabic"),
        "cp1257": translate("exchange", "Baltic"),
        "shift_jis": translate("exchange", "Japanese"),
        "gb18030": translate("exchange", "Chinese (simplified)"),
        "big5": translate("exchange", "Chinese (traditional)"),
        "euc_kr": translate("exchange", "Korean"),
    }
    return labels[encoding]


def delimiter_label(delimiter: str) -> str:
    """What to call a delimiter in a list to choose from."""
    labels = {
        ",": translate("exchange", "Comma"),
        ";": translate("exchange", "Semicolon"),
        "\t": translate("exchange", "Tab"),
        "|": translate("exchange", "Vertical bar"),
        "": translate("exchange", "None (one idea on each line)"),
    }
    return labels.get(delimiter, delimiter)
