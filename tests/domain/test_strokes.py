"""What a hand drew is kept inside its pad, as fine as a pen, and never without end."""

import math

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.domain.strokes import MOST_POINTS, kept, reach

points = st.tuples(st.floats(), st.floats())


@often
@given(st.lists(st.lists(points, max_size=5), max_size=4))
def test_every_point_is_inside_the_pad_and_no_stroke_is_empty(strokes):
    found = kept(strokes)
    assert all(found)
    assert all(0 <= value <= 1 and value == round(value, 3) for stroke in found for point in stroke for value in point)
    assert sum(map(len, found)) == sum(all(map(math.isfinite, point)) for stroke in strokes for point in stroke)
    assert kept(found) == found


def test_of_very_many_points_the_first_are_kept():
    assert [len(stroke) for stroke in kept([[(0.5, 0.5)] * 3000] * 3)] == [3000, MOST_POINTS - 3000]


def test_how_far_a_drawing_reaches():
    assert reach(()) == 0
    assert reach([((0.2, 0.9),)]) == 0
    assert reach([((0.25, 0.5),), ((0.5, 1.0), (0.3, 0.6))]) == 0.5
