"""Random valid operations on a programme, for every test that states a rule about all of them.

    counter = itertools.count(1)
    label, do = data.draw(operations(programme, counter))
    outcome = do(programme)

`do` is a `functools.partial` of a domain function with everything but the programme filled in: it can be handed on,
done twice with the same result, and read in a failure report. It never raises on the programme it was drawn for; it
may come to no edits. New ids come from the counter, times are `NOW`. People's names carry `PRIVATE_NAME` and
facilitators' notes `PRIVATE_NOTE`, what adults keep among themselves `PRIVATE_CARE`; none of them may turn up where an
audience looks.
"""

import itertools
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

import tests.possible.followed
import tests.possible.guided
import tests.possible.ideas
import tests.possible.making_sense
import tests.possible.people
import tests.possible.plans  # noqa: F401 - each import makes the operations of its module possible
from tests.possible.opening import opening
from tests.possible.people import asked
from tests.possible.registry import (
    NOW,
    POSSIBLE,
    PRIVATE_CARE,
    PRIVATE_NAME,
    PRIVATE_NOTE,
    TODAY,
    Do,
    Operation,
    below,
    fresh,
)
from workshop_app.domain.programme import About, Outcome, Programme, empty

__all__ = [
    "NOW",
    "PRIVATE_CARE",
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
    "often",
    "opening",
    "operations",
]

# A shared laptop stalls now and then; that breaks no rule.
calm = settings(  # for rules about whole pasts, some 10 ms each
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
often = settings(calm, max_examples=40)  # for rules about single values


class Step(NamedTuple):
    """One operation that was done."""

    label: str
    do: Do
    before: Programme
    outcome: Outcome


class History:
    """A programme's whole past, from nothing. Its first `opened` steps are those of the opening."""

    def __init__(self, steps: Iterable[Step], opened: int) -> None:
        self.start = nothing_yet()
        self.steps = tuple(steps)
        self.opened = opened

    def __repr__(self) -> str:
        # Whole programmes would bury what was done in a failure report.
        later = "".join(f"\n    {step.label}: {step.do}" for step in self.steps[self.opened :])
        return f"<History {'after the opening' if self.opened else 'from nothing'}:{later}>"

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
    label, maker, found = possible[draw(below(len(possible)))]
    one = found[draw(below(len(found)))]
    return Operation(label, maker(draw, programme, counter, one))


@st.composite
def histories(draw: DrawFn, most: int = 12) -> History:
    """A past of up to `most` random steps, from nothing or after the opening."""
    opened = _opened() if draw(st.booleans()) else ()
    counter = itertools.count(1000)
    steps = list(opened)
    for _ in range(draw(below(most + 1))):
        before = steps[-1].outcome.programme if steps else nothing_yet()
        label, do = draw(operations(before, counter))
        steps.append(Step(label, do, before, do(before)))
    return History(steps, len(opened))


@cache
def _opened() -> tuple[Step, ...]:
    steps: list[Step] = []
    for label, do in opening(itertools.count(1)):
        before = steps[-1].outcome.programme if steps else nothing_yet()
        steps.append(Step(label, do, before, do(before)))
    return tuple(steps)


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
