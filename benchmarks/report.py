"""Samples into figures, and figures onto the screen."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import ParamSpec

P = ParamSpec("P")
Figures = dict[str, float]


def share(samples: Sequence[float], part: float) -> float:
    """The sample below which `part` (0 to 1) of all lie; 0.5 is the median."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, math.ceil(part * len(ordered)) - 1)] if part else ordered[0]


def median(samples: Sequence[float]) -> float:
    """The middle sample."""
    return share(samples, 0.5)


def timed(act: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> float:
    """How long `act` takes, in milliseconds."""
    begin = perf_counter()
    act(*args, **kwargs)
    return (perf_counter() - begin) * 1000.0


def in_turns(rounds: int, *acts: Callable[[], object]) -> list[list[float]]:
    """Do each act once a round, so that a busy moment of the machine hits them alike; their times in milliseconds."""
    found: list[list[float]] = [[] for _ in acts]
    for number in range(rounds):
        # Who goes first finds the machine as the other left it: take turns in that too.
        order = range(len(acts)) if number % 2 == 0 else reversed(range(len(acts)))
        for which in order:
            found[which].append(timed(acts[which]))
    return found


def show(figures: Mapping[str, float], *, as_json: bool) -> None:
    """Print the figures: a line each, or one JSON object."""
    rounded = {name: round(value, 4) for name, value in figures.items()}
    if as_json:
        print(json.dumps(rounded))
        return
    width = max(map(len, rounded))
    for name, value in rounded.items():
        print(f"{name:<{width}}  {value:>12,.3f}")
