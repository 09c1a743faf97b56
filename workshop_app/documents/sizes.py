"""The sizes that schools print for a wall."""

from collections.abc import Mapping
from enum import StrEnum


class Size(StrEnum):
    """A sheet of paper."""

    A4 = "A4"
    A3 = "A3"


TIMES: Mapping[Size, float] = {Size.A4: 1.0, Size.A3: 2**0.5}
"""How many times as large as on A4 everything is."""
