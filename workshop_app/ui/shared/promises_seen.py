"""Promises as the room reads them, such as those a session opens with; students touch whether it really happened."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.domain.audience import Promised
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.words import translate

WIDEST = 1000  # logical pixels of a line that an eye can follow, on the smallest screen
SAID, REST = 26, 19  # logical pixels of what was said and of what happened, on the smallest screen
Say = Callable[[str, str], object]  # the id of what is answered, and "yes", "partly" or "no"


class PromisesSeen(QWidget):
    """A card for each. One in which nothing changed stays under the hand that is on it."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say, self._larger = say, 1.0
        self._cards: dict[str, tuple[Promised, QFrame]] = {}
        self._column = pieces.column(12)
        self._column.addStretch(1)
        self._inner = QWidget()
        self._inner.setLayout(self._column)
        across = pieces.row()
        across.addStretch(1)
        across.addWidget(self._inner, 30)
        across.addStretch(1)
        body = QWidget()
        body.setLayout(across)
        outer = pieces.column(0)
        outer.setContentsMargins(32, 12, 32, 8)
        outer.addWidget(pieces.scroller(body))
        self.setLayout(outer)

    def show_promises(self, promises: Sequence[Promised]) -> None:
        """These promises and no others."""
        before, self._cards = self._cards, {}
        for place, one in enumerate(promises):
            known = before.pop(one.key, None)
            if known is not None and known[0] == one:
                frame = known[1]
            else:
                frame = self._card(one)
                if known is not None:
                    _drop(known[1])
            self._column.insertWidget(place, frame)
            self._cards[one.key] = (one, frame)
        for _, gone in before.values():
            _drop(gone)
        self.enlarge(self._larger)

    def enlarge(self, larger: float) -> None:
        """A larger screen has larger type, and room for larger hands."""
        self._larger = larger
        self._inner.setMaximumWidth(round(WIDEST * larger))
        for words in self._inner.findChildren(Words):
            words.set_size(words.base_size * larger)
        for button in self._inner.findChildren(TouchButton):
            button.enlarge(larger)

    def _card(self, one: Promised) -> QFrame:
        made = pieces.frame("notice" if one.overdue else "panel", margins=(24, 14, 24, 16), spacing=6)
        pieces.fill(made, Words(one.why, size=REST, bold=True, colour="notice" if one.overdue else "accent"))
        pieces.fill(made, Words(one.said, size=SAID, bold=True))
        if one.who:
            pieces.fill(made, Words(one.who, size=REST, colour="soft"))
        for line in one.lines:
            pieces.fill(made, Words(line, size=REST + 2))
        if one.asks:
            pieces.fill(made, Words(translate("shared", "Did it really happen?"), size=REST + 2, bold=True))
            hands = pieces.row(spacing=12)
            for key, words in _answers():
                button = TouchButton(
                    words,
                    partial(self._say, one.asks, key),
                    name=translate("shared", "{answer}: {what}", answer=words, what=one.said),
                )
                button.setCheckable(True)
                button.setChecked(key == one.really)
                hands.addWidget(button)
            hands.addStretch(1)
            pieces.fill(made, hands)
        return made


def _answers() -> tuple[tuple[str, str], ...]:
    return (
        ("yes", translate("shared", "Yes")),
        ("partly", translate("shared", "Partly")),
        ("no", translate("shared", "No")),
    )


def _drop(frame: QFrame) -> None:
    frame.hide()
    frame.deleteLater()
