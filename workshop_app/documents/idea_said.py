"""An idea in its giver's own words on paper: drawn, written, and what the words mean in the school's language."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from workshop_app.documents import look
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.signature_drawing import SignatureDrawing
from workshop_app.words import translate

_DRAWN = 120.0  # points that a drawn idea is wide
_ASPECT = 8 / 3  # of the pad that it was drawn on


def said(
    setter: Typesetter, text: str, translation: str, drawing: Sequence[Sequence[tuple[float, float]]]
) -> list[Flowable]:
    """What was drawn (strokes of points from 0 to 1 of a pad) above what was written; "" and () where there is none."""
    made: list[Flowable] = []
    if drawing:
        alt = translate("plan paper", "A drawn idea")
        if text:
            alt = translate("plan paper", "A drawing that goes with: {words}", words=text)
        made.append(setter.figure(SignatureDrawing(drawing, _DRAWN, _ASPECT), alt))
    if text:
        made.append(setter.text(translate("plan paper", "“{words}”", words=text), look.QUOTE))
    if translation:
        meant = translate("plan paper", "In our school’s language: “{words}”", words=translation)
        made.append(setter.text(meant, look.QUOTE))
    return made
