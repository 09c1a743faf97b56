"""Minus, a number, plus: hands that are counted. The number can be typed as well."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Size:
    """Logical pixels of a counter's buttons, number and letters."""

    button: int
    number: int
    letters: int


SMALL, BIG = Size(44, 46, 19), Size(54, 54, 28)


class Counter(QWidget):
    """`who` names whose hands they are, `then` gets what is to be added; `caption` stands below, "" for none."""

    def __init__(self, who: str, then: Callable[[int], object], *, caption: str = "", size: Size = SMALL) -> None:
        super().__init__()
        self._who = who
        self._less = pieces.button("–", lambda: then(-1), kind="small")
        self._more = pieces.button("+", lambda: then(1), kind="small")
        self._number = QLineEdit("0")
        self._number.setFont(theme.font(size.letters, bold=True))
        self._number.setFixedWidth(theme.px(size.number))
        self._number.setStyleSheet("padding: 0 2px; border: none; background: transparent;")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setValidator(QIntValidator(0, 9999, self))
        self._number.editingFinished.connect(self._typed)
        self._then, self._count, self._most = then, 0, 0
        column = pieces.column(0)
        column.addStretch(1)
        column.addLayout(pieces.row(self._less, self._number, self._more, spacing=4))
        if caption:
            below = pieces.label(caption, tone="soft", size=13)
            below.setAlignment(below.alignment().AlignCenter)
            column.addWidget(below)
        column.addStretch(1)
        self.setLayout(column)
        for button in (self._less, self._more):
            button.setFont(theme.font(size.letters))
            button.setFixedWidth(theme.px(size.button))
            button.setStyleSheet(f"padding: 0; min-height: {size.button - 2}px;")

    def show_count(self, count: int, most: int, idea: str, *, are_here: bool = True) -> None:
        """Show how many of the `most` raise a hand for the idea; `are_here` where that is how many there are."""
        self._count, self._most = count, max(most, count)
        self._number.setText(str(count))
        self._number.setAccessibleName(translate("choose", "How many {who}: {idea}", who=self._who, idea=idea))
        self._number.setToolTip(translate("choose", "{n} are here", n=most) if are_here else "")
        self._less.setEnabled(count > 0)
        self._more.setEnabled(count < self._most)
        self._more.setAccessibleName(translate("choose", "One more of the {who}: {idea}", who=self._who, idea=idea))
        self._less.setAccessibleName(translate("choose", "One less of the {who}: {idea}", who=self._who, idea=idea))

    def _typed(self) -> None:
        wanted = min(self._most, int(self._number.text() or 0))
        self._number.setText(str(self._count))
        if wanted != self._count:
            self._then(wanted - self._count)
