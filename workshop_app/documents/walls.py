"""Sheets for the wall: A4 and A3, upright or lying."""

from reportlab.lib.pagesizes import A3, A4, landscape

from workshop_app.documents.page import Format
from workshop_app.documents.sizes import TIMES, Size

_SHEETS = {Size.A4: A4, Size.A3: A3}
_MARGIN = 40.0


def upright(size: Size) -> Format:
    """A sheet that is higher than it is wide."""
    return Format(*_SHEETS[size], _MARGIN * TIMES[size])


def lying(size: Size) -> Format:
    """A sheet that is wider than it is high."""
    return Format(*landscape(_SHEETS[size]), _MARGIN * TIMES[size])
