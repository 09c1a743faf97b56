"""On which line of a TOML text a table or key stands. Used only to say where a mistake is, so it may be slow."""

import re

Where = tuple[str | int, ...]  # such as ("aspect", 2, "prompt", 0, "text")

_HEADER = re.compile(r"""^\s*(\[\[?)\s*([\w"'.\- ]+?)\s*\]\]?\s*(?:#.*)?$""")
_KEY = re.compile(r"""^\s*([\w"'.-]+)\s*=""")


def line_of(text: str, where: Where) -> int:
    """The line (from 1) of a table or key, or of the nearest thing around it that can be found."""
    lines = _all_lines(text)
    for length in range(len(where), 0, -1):
        if where[:length] in lines:
            return lines[where[:length]]
    return 1


def _all_lines(text: str) -> dict[Where, int]:
    lines: dict[Where, int] = {}
    counts: dict[Where, int] = {}  # how many tables each array of tables has so far
    table: Where = ()
    inside_string = False
    for number, line in enumerate(text.splitlines(), start=1):
        quotes = line.count('"""') + line.count("'''")
        was_inside, inside_string = inside_string, inside_string ^ (quotes % 2 == 1)
        if was_inside:
            continue
        if header := _HEADER.match(line):
            table = _enter(_parts(header[2]), counts, is_array=header[1] == "[[")
            lines.setdefault(table, number)
            lines.setdefault(table[:-1], number)  # an array of tables as a whole stands where its first one does
        elif key := _KEY.match(line):
            parts = _parts(key[1])
            for length in range(1, len(parts) + 1):
                lines.setdefault(table + tuple(parts[:length]), number)
    return lines


def _parts(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _enter(parts: list[str], counts: dict[Where, int], *, is_array: bool) -> Where:
    where: Where = ()
    for position, part in enumerate(parts):
        where = (*where, part)
        if is_array and position == len(parts) - 1:
            counts[where] = counts.get(where, 0) + 1
        if where in counts:
            where = (*where, counts[where] - 1)
    return where
