"""What a person means who types a day: "14", "14/12", "12 dec 2026", "2026-12-14". Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from workshop_app.dates import months

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_AROUND = frozenset(("st", "nd", "rd", "th", "of", "the"))  # such as in "the 12th of December"
_SHORTEST = 3  # letters that tell every month from the others
_CENTURIES = range(2000, 2200)
_YEARS_AHEAD = 9  # 29 February comes again within that, also over 2100


def understood(typed: str, today: date) -> date | None:
    """The day that is meant, None if that can't be told. Without a year, or a month, it is the next such day."""
    parts = [part.casefold() for part in _PARTS.findall(typed) if part.casefold() not in _AROUND]
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= len("2026")]
    words = [part for part in parts if not part.isdecimal()]
    if len(numbers) + len(words) != len(parts) or len(words) > 1:
        return None
    if words:
        return _with_month(numbers, _month(words[0]), today)
    if len(numbers) == 3:
        year_first = parts[0].isdecimal() and len(parts[0]) == len("2026")
        day, month, year = reversed(numbers) if year_first else numbers
        return _day(year, month, day)
    return _next(numbers, today)


def _with_month(numbers: Sequence[int], month: int | None, today: date) -> date | None:
    if month is None or not 1 <= len(numbers) <= 2:
        return None
    return _next((numbers[0], month), today) if len(numbers) == 1 else _day(numbers[1], month, numbers[0])


def _month(word: str) -> int | None:
    fitting = [number for number, name in enumerate(months(), start=1) if name.casefold().startswith(word)]
    return fitting[0] if len(word) >= _SHORTEST and fitting else None


def _next(day_and_month: Sequence[int], today: date) -> date | None:
    """The first day from today on with this number, or this number and month."""
    if not 1 <= len(day_and_month) <= 2:
        return None
    day, wanted = day_and_month[0], day_and_month[1:]
    dates = (_day(year, month, day) for year, month in _months_from(today) if not wanted or month == wanted[0])
    return next((found for found in dates if found is not None and found >= today), None)


def _months_from(today: date) -> Iterator[tuple[int, int]]:
    for year in range(today.year, today.year + _YEARS_AHEAD):
        for month in range(1, 13):
            yield year, month


def _day(year: int, month: int, day: int) -> date | None:
    year = year + 2000 if year < 100 else year
    try:
        return date(year, month, day) if year in _CENTURIES else None
    except ValueError:
        return None
