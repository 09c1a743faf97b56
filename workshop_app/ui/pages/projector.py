"""Before anything private is on the screen: the big screen is off, or there is none."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.words import translate

COLUMN_W = 760  # logical pixels


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


def centred(page: QWidget) -> QVBoxLayout:
    """A column in the middle of a page, wide enough to read in comfort."""
    inner = QWidget()
    inner.setMaximumWidth(theme.px(COLUMN_W))
    column = pieces.column(18)
    inner.setLayout(column)
    across = pieces.row()
    across.addStretch(1)
    across.addWidget(inner, 20)
    across.addStretch(1)
    outer = pieces.column(0)
    outer.setContentsMargins(40, 24, 40, 24)
    outer.addStretch(2)
    outer.addLayout(across)
    outer.addStretch(3)
    page.setLayout(outer)
    return column
