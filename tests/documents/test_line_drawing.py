"""Our symbols on paper: the lines of the SVG, and never a file from elsewhere."""

import math
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from workshop_app.assets import NO_SYMBOL, find
from workshop_app.documents import line_drawing, look
from workshop_app.documents.line_drawing import arc

NAMES = sorted(path.stem for path in find("symbols").glob("*.svg"))
UNIT = st.floats(-40, 40)


def drawn(name: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=0, invariant=1)
    line_drawing.paint(canvas, name, (0, 0), 48, look.INK)
    canvas.save()
    return out.getvalue()


def test_every_symbol_is_drawn_and_no_two_are_the_same() -> None:
    assert len({drawn(name) for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", ["", "unheard-of", "../prompts/voice", "/etc/passwd", "STAR"])
def test_what_we_have_not_drawn_is_three_dots(name: str, tmp_path: Path) -> None:
    assert drawn(name) == drawn(NO_SYMBOL)


@given(st.tuples(UNIT, UNIT), st.tuples(UNIT, UNIT), st.floats(0.1, 60), st.booleans(), st.booleans())
def test_an_arc_ends_where_it_should_and_keeps_its_distance(
    start: tuple[float, float], end: tuple[float, float], radius: float, large: bool, onwards: bool
) -> None:
    curves = arc(start, radius, end, large=large, onwards=onwards)
    assert math.dist(curves[-1][4:], end) < 1e-6
    reach = max(radius, math.dist(start, end) / 2)
    assert all(math.dist(curve[4:], start) <= 2 * reach + 1e-6 for curve in curves)
    assert 1 <= len(curves) <= 4


def test_of_two_ways_around_the_large_one_is_longer() -> None:
    there, back = (0.0, 0.0), (10.0, 0.0)
    assert len(arc(there, 10, back, large=True, onwards=True)) == 4  # 300 degrees
    assert len(arc(there, 10, back, large=False, onwards=True)) == 1  # 60 degrees
    assert max(curve[5] for curve in arc(there, 10, back, large=True, onwards=False)) > 15
