"""What came in: ideas, those that are there already, and rows that could not be read."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from workshop_app.exchange.tidy import TEXT_LIMIT, clean, fold, fold_clean
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Incoming:
    """One idea. `line` is the row as a spreadsheet numbers it, from 1 and with the header counted."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A text that came before: in row `first_line`, or in the programme if that is None. `text` is as it came."""

    line: int
    first_line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Damaged:
    """A row that was left out, and one sentence that says why, without the number."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """Everything found, in the order of the source. `ideas` holds no duplicates; `duplicates` may still be added.

    `empty` counts rows that say something, but nothing where the text should be.
    """

    ideas: tuple[Incoming, ...]
    duplicates: tuple[Duplicate, ...] = ()
    damaged: tuple[Damaged, ...] = ()
    empty: int = 0


def gather(found: Iterable[Incoming | Damaged], already: Collection[str] = ()) -> Arrival:
    """Sort what was found: texts are cleaned, faulty ones reported, repeated ones set apart.

    `already` are the texts the programme has. An `Incoming` whose text is blank counts as empty.
    """
    seen: dict[str, int | None] = dict.fromkeys(map(fold, already))
    ideas: list[Incoming] = []
    duplicates: list[Duplicate] = []
    damaged: list[Damaged] = []
    empty = 0
    for item in found:
        if isinstance(item, Damaged):
            damaged.append(item)
            continue
        text = clean(item.text)
        why = _fault(item.text, text)
        if why:
            damaged.append(Damaged(item.line, why))
        elif not text:
            empty += 1
        else:
            key = fold_clean(text)
            if key in seen:
                duplicates.append(Duplicate(item.line, seen[key], text))
            else:
                seen[key] = item.line
                ideas.append(Incoming(text, item.line))
    return Arrival(tuple(ideas), tuple(duplicates), tuple(damaged), empty)


def _fault(raw: str, text: str) -> str | None:
    """Why this text can't be taken as it stands, or None."""
    if "\x00" in raw:
        return translate("exchange", "Part of the text was overwritten with empty bytes.")
    if "\ufffd" in raw:
        return translate("exchange", "Some letters could not be read.")
    if len(text) > TEXT_LIMIT:
        return translate("exchange", "The text is longer than {limit} characters.", limit=f"{TEXT_LIMIT:,}")
    return None
