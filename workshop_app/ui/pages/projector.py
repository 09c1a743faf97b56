"""Before anything private is on the screen: the big screen is off, or there is none."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.words import translate


def warning(*, ticks: bool = False) -> QFrame:
    """What could be seen on the big screen: words, or `ticks`."""
    made = pieces.frame("notice", margins=(22, 16, 22, 16))
    words = (
        translate("projector", "Each tick could be seen on the big screen. Turn the projector off or freeze it.")
        if ticks
        else translate(
            "projector", "What is typed here could be read on the big screen. Turn the projector off or freeze it."
        )
    )
    pieces.fill(made, Words(words, size=18, colour="notice"))
    return made


def ways(go_on: str, then: Callable[[], object], back: Callable[[], object]) -> QHBoxLayout:
    """It is off, there is none, or back to where one came from."""
    return pieces.row(
        pieces.button(go_on, then, kind="primary"),
        pieces.button(translate("projector", "There is no projector"), then),
        None,
        pieces.button(translate("projector", "Back"), back),
    )
