"""A pack's passages on the screen: a label, the words, and what is said of them in passing. Never markup."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from workshop_app.exchange.pack_words import Passage
from workshop_app.ui import pieces, theme
from workshop_app.ui.across import Across
from workshop_app.ui.lettering import Words

LABEL = 200  # logical pixels


def passages(found: Iterable[Passage]) -> QWidget:
    """The passages below one another, labels at the left where there is room."""
    column = pieces.column(10)
    for one in found:
        words = pieces.column(2)
        words.addWidget(Words(one.text, size=17))
        if one.soft:
            words.addWidget(Words(one.soft, size=15, colour="soft"))
        held = QWidget()
        held.setLayout(words)
        if theme.scale() > 1 and not one.label:
            column.addWidget(held)
            continue
        apart = pieces.column(0)
        apart.setContentsMargins(0, 0, 14, 0)
        apart.addWidget(Words(one.label, size=15, colour="soft"))
        label = QWidget()
        label.setLayout(apart)
        column.addWidget(Across(label, held, LABEL, least=700, spacing=2))
    inside = QWidget()
    inside.setLayout(column)
    return inside
