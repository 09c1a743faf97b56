"""Splitting a theme: tick the cards that go into a new one, and call it something now or later."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_app.domain.audience import Card
from workshop_app.ui import pieces, theme
from workshop_app.ui.shared.backing_sheet import BackRow
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

_WIDE, _HIGH = 680, 420  # of the sheet, and of the cards in it at most: logical pixels


class SplitSheet(Veil):
    """`then` gets the ids of the ticked cards and the new name ("" for later), and says whether it was done."""

    def __init__(
        self, host: QWidget, name: str, cards: Sequence[Card], then: Callable[[tuple[str, ...], str], bool]
    ) -> None:
        super().__init__(host)
        self._then = then
        self._rows = {card.id: BackRow(card) for card in cards}
        rows = pieces.column(8)
        inside = QWidget()
        inside.setLayout(rows)
        for row in self._rows.values():
            row.toggled.connect(lambda _on: self._ready())
            rows.addWidget(row)
        rows.addStretch(1)
        area = pieces.scroller(inside)
        area.setMinimumHeight(min(_HIGH, 72 * len(cards)))
        self._name = QLineEdit()
        self._name.setFont(theme.font(18))
        self._name.setMaxLength(80)
        self._name.setPlaceholderText(translate("split", "What it is called (or later)"))
        self._name.setAccessibleName(translate("split", "The new theme's name"))
        self._name.returnPressed.connect(self._split)
        self._ok = pieces.button(translate("split", "Split it"), self._split, kind="primary")
        self.way_out = pieces.button(translate("asking", "Leave it"), self.leave)
        panel = pieces.frame("panel", margins=(28, 22, 28, 22), spacing=12)
        panel.setFixedWidth(_WIDE)
        heading = pieces.label(translate("split", "Which cards go into a new theme?"), size=20, bold=True)
        whence = pieces.label(translate("split", "The others stay in “{name}”.", name=name), tone="soft", size=15)
        whence.setTextFormat(Qt.TextFormat.PlainText)
        whence.setWordWrap(True)
        pieces.fill(panel, heading, whence, area, self._name, pieces.row(self._ok, self.way_out, None))
        self.hold(panel)
        self._ready()
        first = next(iter(self._rows.values()), None)
        self.rise(first if first is not None else self.way_out)

    def _ready(self) -> None:
        self._ok.setEnabled(0 < len(self._ticked()) < len(self._rows))

    def _ticked(self) -> tuple[str, ...]:
        return tuple(card_id for card_id, row in self._rows.items() if row.isChecked())

    def _split(self) -> None:
        if self._ok.isEnabled() and self._then(self._ticked(), self._name.text().strip()):
            self.leave()
