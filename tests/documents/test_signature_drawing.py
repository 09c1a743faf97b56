"""Strokes become smooth lines, through every point and never beyond the pad."""

# ruff: noqa: N802 - a stand-in has the names of what it stands in for

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.documents.signature_drawing import SignatureDrawing, smooth, thinned

unit = st.floats(0, 1)
strokes = st.lists(st.lists(st.tuples(unit, unit), max_size=12), max_size=4)


class Recorder:
    """Stands in for a canvas and keeps every point that is drawn with the reach of the pen around it."""

    def __init__(self) -> None:
        self.points = []
        self.caps = []

    def beginPath(self):
        return self

    def moveTo(self, x, y):
        self.points.append((x, y))

    def curveTo(self, *numbers):
        self.points += [numbers[0:2], numbers[2:4], numbers[4:6]]

    def circle(self, x, y, _radius, **_how):
        self.points.append((x, y))

    def setLineCap(self, cap):
        self.caps.append(cap)

    def drawPath(self, *_what, **_how): ...
    def setStrokeColor(self, _colour): ...
    def setFillColor(self, _colour): ...
    def setLineWidth(self, _width): ...
    def setLineJoin(self, _join): ...


def drawn(some) -> Recorder:
    drawing = SignatureDrawing(some, 112, 8 / 3)
    drawing.canv = Recorder()
    drawing.draw()
    return drawing.canv


@given(strokes)
def test_nothing_leaves_the_pad(some):
    for x, y in drawn(some).points:
        assert 0.6 <= x <= 112 - 0.6
        assert 0.6 <= y <= 42 - 0.6


def test_the_pad_keeps_its_shape_and_its_top_is_up():
    assert SignatureDrawing((), 112, 8 / 3).wrap(500, 500) == (112, pytest.approx(42))
    (low_x, low_y), (high_x, high_y) = drawn([[(0, 1)], [(1, 0)]]).points
    assert (low_x < 2, high_x > 110) == (True, True)
    assert (low_y < 2, high_y > 40) == (True, True)


def test_the_pen_is_round_and_a_tap_is_a_dot():
    canvas = drawn([[(0.5, 0.5), (0.5, 0.5)]])
    assert canvas.caps == [1]
    assert canvas.points == [(pytest.approx(56), pytest.approx(21))]


def test_a_line_goes_through_every_point():
    points = [(0, 0), (10, 5), (20, -5), (30, 0)]
    curves = smooth(points)
    assert [end for _first, _second, end in curves] == points[1:]
    assert curves[1][0] == (10 + 20 / 6, 5 - 5 / 6)  # leaves along the line between the points on either side
    assert curves[0][1] == (10 - 20 / 6, 5 + 5 / 6)


def test_points_that_lie_on_each_other_are_left_out_but_the_last_stays():
    assert thinned([(0, 0), (0.1, 0), (0.2, 0), (5, 0), (5.1, 0)]) == [(0, 0), (5.1, 0)]
    assert thinned([]) == []
