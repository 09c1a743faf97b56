"""Between two people: a calm page on which nothing of what was written can be seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workshop_app.ui import pieces, theme
from workshop_app.words import translate


class PassOn(QWidget):
    """One button, “I am next”, begins a turn; the quiet way back is for the leader."""

    turned = Signal()
    back = Signal()

    def __init__(self, before: str, after: str) -> None:
        """`before` is read ahead of the first turn, `after` beneath the thanks between two."""
        super().__init__()
        self._before = before
        self._thanks = pieces.label(size=44, bold=True)
        self._face_down = pieces.label(after, tone="soft", size=20)
        self._next = pieces.button(translate("pass-on", "I am next"), self.turned.emit, kind="primary")
        self._next.setFont(theme.font(26))
        self._next.setStyleSheet("min-width: 300px; min-height: 88px;")  # every hand finds it
        back = pieces.button(translate("pass-on", "Back to the leader"), self.back.emit, kind="quiet")
        column = pieces.column(22)
        column.setContentsMargins(48, 40, 48, 28)
        self.setLayout(column)
        column.addStretch(3)
        for thing in (self._thanks, self._face_down, self._next):
            column.addWidget(thing, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)
        column.addLayout(pieces.row(None, back))

    def show_turn(self, *, first: bool) -> None:
        """Before the first turn nobody is thanked."""
        self._thanks.setText(self._before if first else translate("pass-on", "Thank you. Pass the laptop on."))
        self._face_down.setVisible(not first)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: one calm colour all over."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().accent_soft))
        painter.end()
