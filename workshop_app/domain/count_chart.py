"""A small picture of counts: a row for each time or deed, a column for each answer or role, a number in each place.

It holds words and numbers alone, so everybody may see it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """What stands above a column: words, and a picture where `symbol` names one."""

    words: str
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number that goes `across` so many columns; `words` beneath it where the column's own do not say enough."""

    number: int
    across: int = 1
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One count. `when` stands beneath its words; `other` marks that it comes from others than most rows do."""

    words: str
    cells: tuple[Cell, ...]
    when: str = ""
    other: bool = False


@dataclass(frozen=True, slots=True)
class CountChart:
    """A whole picture. `said` are its values in sentences, for whoever does not see it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    said: tuple[str, ...]
