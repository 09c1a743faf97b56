"""What came of a list or a table that was brought in, in sentences."""

from workshop_app.exchange.arrival import Arrival
from workshop_app.words import translate


def report(arrival: Arrival) -> str:
    """What comes in, what is there twice and what could not be read; "" where there is nothing to say."""
    parts = [_ideas(len(arrival.ideas))] if arrival.ideas else []
    if arrival.duplicates:
        parts.append(_twice([one.line for one in arrival.duplicates]))
    parts += [translate("bring-in", "Row {n} was left out: {why}", n=one.line, why=one.why) for one in arrival.damaged]
    if arrival.empty == 1:
        parts.append(translate("bring-in", "1 row has no text."))
    elif arrival.empty:
        parts.append(translate("bring-in", "{n} rows have no text.", n=arrival.empty))
    return "\n".join(parts)


def to_bring_in(count: int) -> str:
    """What the button says that brings so many in."""
    if not count:
        return translate("bring-in", "Bring in")
    if count == 1:
        return translate("bring-in", "Bring in 1 idea")
    return translate("bring-in", "Bring in {n} ideas", n=count)


def came_in(count: int) -> str:
    """That so many are on the board now."""
    if count == 1:
        return translate("bring-in", "1 idea came in.")
    return translate("bring-in", "{n} ideas came in.", n=count)


def _ideas(count: int) -> str:
    return translate("bring-in", "1 idea.") if count == 1 else translate("bring-in", "{n} ideas.", n=count)


def _twice(rows: list[int]) -> str:
    if len(rows) == 1:
        return translate("bring-in", "1 is there already (row {row}).", row=rows[0])
    listed = ", ".join(map(str, rows))
    return translate("bring-in", "{n} are there already (rows {rows}).", n=len(rows), rows=listed)
