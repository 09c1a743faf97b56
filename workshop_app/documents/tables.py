"""Tables that run over pages."""

from typing import Any

from reportlab.platypus import Flowable, FrameBreak, Table

from workshop_app.documents.fonts import REGULAR

Style = list[tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]]  # commands, each for a range of cells

BARE: Style = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),  # else every cell asks for a font that is never used nor embedded
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


class RunningTable(Table):
    """A table that goes on at the top of the next page.

    Left alone, the rest of a split table is tried on the same page first, where a row that is higher than the room
    left would be cut in two under a second heading in the middle of the page.
    """

    _height: float

    def split(self, width: float, height: float) -> list[Flowable]:
        """The part that fits, a break, and the rest; nothing if no part fits."""
        parts = super().split(width, height)
        least = int(self.splitInRow)
        if not parts and self._height > height >= self._height - least > least:
            parts = super().split(width, self._height - least - 1)  # so that what is left over is not too little
        return [parts[0], FrameBreak, *parts[1:]] if len(parts) > 1 else parts
