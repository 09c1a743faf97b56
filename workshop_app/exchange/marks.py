"""Marks of a file that was sent: a short hash of each of its pieces.

They tell a file in which bytes were changed from one that a reader wrote anew: of the first almost every piece is still
where it was, of the second hardly any.
"""

import hashlib
from itertools import pairwise

PIECES = 16
_DIGITS = 6
_STILL_OURS = 12  # pieces that are where they were; in a file that was written anew there are hardly any


def of(data: bytes) -> str:
    """The marks of a file, as one text that a fact can hold."""
    return "".join(_marks(data, len(data)))


def is_touched(data: bytes, size: int, marks: str) -> bool:
    """Whether `data` is the file of `size` bytes that has these marks, with bytes in it that were changed.

    Not for a file that begins with exactly those bytes. Without marks, nothing is known.
    """
    if not PIECES <= size <= len(data) or len(marks) != PIECES * _DIGITS:
        return False
    before = [marks[start : start + _DIGITS] for start in range(0, len(marks), _DIGITS)]
    return sum(one == other for one, other in zip(before, _marks(data, size), strict=True)) >= _STILL_OURS


def _marks(data: bytes, size: int) -> list[str]:
    edges = [size * n // PIECES for n in range(PIECES + 1)]
    pieces = (data[start:end] for start, end in pairwise(edges))
    return [hashlib.sha256(piece).hexdigest()[:_DIGITS] for piece in pieces]
