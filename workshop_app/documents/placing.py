"""Words and drawings put at a place of a drawn paper, in the largest size in which they fit there."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from workshop_app.documents import look
from workshop_app.documents.fitting import fitted
from workshop_app.documents.flowables import Said
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.tagged_canvas import TaggedCanvas

Room = tuple[float, float]  # width and height in points
_LOOSER = 0.97  # what is set has lines a little farther apart than what is drawn


def place(canvas: TaggedCanvas, flowable: Flowable, corner: tuple[float, float], width: float) -> float:
    """Put it with its upper left corner there (y upwards); how high it is, in points."""
    _, height = flowable.wrapOn(canvas, width, look.PAGE_HEIGHT)
    flowable.drawOn(canvas, corner[0], corner[1] - height)
    return float(height)


def largest(
    setter: Typesetter,
    words: str,
    style: ParagraphStyle,
    room: Room,
    sizes: Sequence[float],
) -> Said:
    """A paragraph in the first of `sizes` (points, descending) in which all of it fits; else cut in the last."""
    found = fitted(words, room[0], room[1] * _LOOSER, sizes, style.fontName)
    shown = words if found.whole else " ".join(found.lines)
    return setter.text(shown, look.scaled(style, found.size / style.fontSize))
