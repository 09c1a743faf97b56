"""Where each operation is kept with what it may be done to, and what they all draw from."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from workshop_app.domain.people import Role
from workshop_app.domain.programme import Outcome, Programme

NOW = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)
TODAY = date(2026, 9, 14)
PRIVATE_NAME = "canary-of-a-name"  # in every person's name
PRIVATE_NOTE = "canary-of-a-note"  # in every facilitator's note
PRIVATE_CARE = "canary-of-care"  # in what adults keep among themselves: whom to tell, and what was uncomfortable

T = TypeVar("T")
Do = Callable[[Programme], Outcome]
Choices = Callable[[Programme], Sequence[Any]]
Maker = Callable[[DrawFn, Programme, Iterator[int], Any], Do]

POSSIBLE: dict[str, tuple[Choices, Maker]] = {}


class Operation(NamedTuple):
    """Something that may be done now, under the name that history would keep."""

    label: str
    do: Do


def always(_: Programme) -> Sequence[Any]:
    """For what may be done at any time, to nothing in particular."""
    return (None,)


def operation(label: str, of: Choices = always) -> Callable[[Maker], Maker]:
    """Keep how to draw an operation on one of `of(programme)`; where that is empty it is not possible."""

    def keep(maker: Maker) -> Maker:
        POSSIBLE[label] = (of, maker)
        return maker

    return keep


def fresh(counter: Iterator[int]) -> str:
    """The next id: a UUIDv7 as text, so that ids sort in the order in which they were given."""
    return f"01994000-0000-7000-8000-{next(counter):012x}"


# What people type: scripts, marks that compose, markup, line ends, and what no file can hold.
_odd = [
    "Siân",
    "Nguyễn",
    "e\u0301",
    "✓",
    "👩🏽\u200d🏫",
    "<b>",
    "'; --",
    "{name}",
    "a\r\nb",
    "\x00",
    "\ud800",
    "\u2028",
]
typed = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(_odd)
days = st.dates(date(2026, 9, 1), date(2027, 7, 31))
roles = st.sampled_from(list(Role))


@cache
def below(end: int) -> SearchStrategy[int]:
    """From 0 to `end` - 1. Kept, for making a strategy costs more than drawing from it."""
    return st.integers(0, end - 1)


def line(draw: DrawFn, counter: Iterator[int]) -> str:
    """A text with a number at its end: never empty, never twice the same."""
    return f"{draw(typed)} {next(counter)}"


def some(draw: DrawFn, found: Sequence[Any]) -> list[str]:
    """The ids of up to three of `found`."""
    if not found:
        return []
    chosen = [draw(below(len(found))) for _ in range(draw(below(4)))]
    return [found[index].id for index in dict.fromkeys(chosen)]


def one_of(draw: DrawFn, choices: Sequence[T]) -> T:
    """One of `choices`, of which there is at least one."""
    return choices[draw(below(len(choices)))]
