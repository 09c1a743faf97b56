"""What a hand draws on a pad: strokes of points, each from 0 to 1 of the pad's width and height."""

from collections.abc import Sequence
from math import isfinite

Point = tuple[float, float]
Stroke = tuple[Point, ...]

MOST_POINTS = 5000


def kept(strokes: Sequence[Sequence[Point]]) -> tuple[Stroke, ...]:
    """Points inside the pad, rounded to a thousandth: finer than any pen, and the same on every machine."""
    found: list[Stroke] = []
    left = MOST_POINTS
    for stroke in strokes:
        points = [(x, y) for x, y in stroke if isfinite(x) and isfinite(y)][:left]
        left -= len(points)
        if points:
            found.append(tuple((round(min(1, max(0, x)), 3), round(min(1, max(0, y)), 3)) for x, y in points))
    return tuple(found)


def reach(strokes: Sequence[Stroke]) -> float:
    """How far the strokes go in one direction at most, from 0 to 1."""
    points = [point for stroke in strokes for point in stroke]
    return max((max(values) - min(values) for values in zip(*points, strict=True)), default=0.0)
