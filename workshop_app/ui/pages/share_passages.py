"""A pack's passages on the screen: a label, the words, and what is said of them in passing. Never markup."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from workshop_app.exchange.pack_words import Passage
from workshop_app.ui import pieces, theme
from workshop_app.ui.across import Across
from workshop_app.ui.lettering import Words
from workshop_app.words import translate

LABEL = 200  # logical pixels
AT_ONCE = 40  # passages: whatever somebody sends, the window stays awake


class Passages(QWidget):
    """The passages below one another, labels at the left where there is room; of many, the rest is asked for."""

    def __init__(self, found: Iterable[Passage]) -> None:
        super().__init__()
        self._left = list(found)
        self._column = pieces.column(10)
        self._more = pieces.button("", self._show_more, kind="small")
        outer = pieces.column(10)
        outer.addLayout(self._column)
        outer.addLayout(pieces.row(self._more, None))
        self.setLayout(outer)
        self._show_more()

    def _show_more(self) -> None:
        now, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        for one in now:
            self._column.addWidget(_passage(one))
        words = translate("share", "Show {n} more", n=min(AT_ONCE, len(self._left)))
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(bool(self._left))


def _passage(one: Passage) -> QWidget:
    words = pieces.column(2)
    words.addWidget(Words(one.text, size=17))
    if one.soft:
        words.addWidget(Words(one.soft, size=15, colour="soft"))
    held = QWidget()
    held.setLayout(words)
    if theme.scale() > 1 and not one.label:
        return held
    apart = pieces.column(0)
    apart.setContentsMargins(0, 0, 14, 0)
    apart.addWidget(Words(one.label, size=15, colour="soft"))
    label = QWidget()
    label.setLayout(apart)
    return Across(label, held, LABEL, least=700, spacing=2)
