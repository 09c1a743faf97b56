"""Random valid operations on a programme, for every test that states a rule about all of them.

    counter = itertools.count(1)
    label, do = data.draw(operations(programme, counter))
    outcome = do(programme)

`do` is a `functools.partial` of a domain function with everything but the programme filled in: it can be handed on,
done twice with the same result, and read in a failure report. It never raises on the programme it was drawn for; it
may come to no edits. New ids come from the counter, times are `NOW`. People's names carry `PRIVATE_NAME` and
facilitators' notes `PRIVATE_NOTE`; neither may turn up where an audience looks.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

import tests.possible.ideas
import tests.possible.people
import tests.possible.plans  # noqa: F401 - each import makes the operations of its module possible
from tests.possible.opening import opening
from tests.possible.people import asked
from tests.possible.registry import NOW, POSSIBLE, PRIVATE_NAME, PRIVATE_NOTE, TODAY, Operation, fresh
from workshop_app.domain.programme import About, Outcome, Programme, empty

__all__ = [
    "NOW",
    "PRIVATE_NAME",
    "PRIVATE_NOTE",
    "TODAY",
    "History",
    "Operation",
    "Step",
    "asked",
    "calm",
    "done",
    "fresh",
    "histories",
    "labels",
    "nothing_yet",
    "opening",
    "operations",
]

# A shared laptop stalls now and then; that breaks no rule.
calm = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


class Step(NamedTuple):
    """One operation that was done."""

    label: str
    before: Programme
    outcome: Outcome


@dataclass(frozen=True)
class History:
    """A programme's whole past, from nothing."""

    start: Programme
    steps: tuple[Step, ...]

    @property
    def states(self) -> list[Programme]:
        """Every programme on the way, the empty one first."""
        return [self.start, *(step.outcome.programme for step in self.steps)]

    @property
    def end(self) -> Programme:
        """The programme as it is now."""
        return self.states[-1]


@st.composite
def operations(draw: DrawFn, programme: Programme, counter: Iterator[int]) -> Operation:
    """One operation out of all that are possible in `programme`; every label is as likely as any other."""
    possible = [(label, maker, found) for label, (of, maker) in POSSIBLE.items() if (found := of(programme))]
    label, maker, found = possible[draw(st.integers(0, len(possible) - 1))]
    one = found[draw(st.integers(0, len(found) - 1))]
    return Operation(label, maker(draw, programme, counter, one))


@st.composite
def histories(draw: DrawFn, most: int = 12) -> History:
    """A past of up to `most` random steps, from nothing or after the opening."""
    counter = itertools.count(1)
    start = programme = nothing_yet()
    steps: list[Step] = []

    def take(step: Operation) -> None:
        nonlocal programme
        steps.append(Step(step.label, programme, step.do(programme)))
        programme = steps[-1].outcome.programme

    for step in opening(counter) if draw(st.booleans()) else ():
        take(step)
    for _ in range(draw(st.integers(0, most))):
        take(draw(operations(programme, counter)))
    return History(start, tuple(steps))


def nothing_yet() -> Programme:
    """The programme that every past here begins from."""
    return empty(About("Brückenschule", "2026–27"))


def done(programme: Programme, steps: Iterable[Operation]) -> Programme:
    """The programme after `steps`, one after another."""
    for step in steps:
        programme = step.do(programme).programme
    return programme


def labels() -> list[str]:
    """The name of every operation there is."""
    return list(POSSIBLE)
