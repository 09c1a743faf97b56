"""The sheet on which one person signs: whose turn it is, a pad, and a typed way for who would rather not draw."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.signature_pad import Point, SignaturePad
from workshop_app.words import translate

Signed = Callable[[Sequence[Sequence[Point]], str], bool]


class SignSheet(QWidget):
    """A veil over `host` with the pad in its lower part, where students reach it. `then` answers if it was taken."""

    closed = Signal()

    def __init__(self, host: QWidget, name: str, then: Signed, absent: Callable[[], object]) -> None:
        super().__init__(host)
        self._host, self._then = host, then
        self._pad = SignaturePad()
        self._typed = QLineEdit()
        self._typed.setFont(theme.font(20))
        self._typed.setPlaceholderText(translate("signing", "or type your name or initials"))
        self._typed.setAccessibleName(translate("signing", "Type your name or initials"))
        self._typed.textChanged.connect(lambda _text: self._ready())
        self._typed.returnPressed.connect(self._agree)
        self._pad.changed.connect(self._ready)
        self._done = pieces.button(translate("signing", "I agree"), self._agree, kind="primary")
        again = pieces.button(translate("signing", "Begin again"), self._pad.clear)
        away = pieces.button(translate("signing", "Is absent today"), lambda: self._absent(absent))
        leave = pieces.button(translate("signing", "Not yet"), self.leave)
        panel = pieces.frame("panel", margins=(28, 22, 28, 22), spacing=14)
        panel.setFixedWidth(800)
        heading = translate("signing", "{name}, do you agree with what was read aloud?", name=name)
        pieces.fill(
            panel,
            Words(heading, size=22, bold=True),
            self._pad,
            pieces.row(self._typed, again),
            pieces.row(self._done, leave, None, away),
        )
        outer = QVBoxLayout(self)
        outer.addStretch(3)
        outer.addLayout(pieces.row(None, panel, None))
        outer.addStretch(1)
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        self._ready()
        self.show()
        self.raise_()
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close without a signature."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the veil."""
        painter = QPainter(self)
        veil = QColor(theme.tokens().paper)
        veil.setAlpha(215)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def mousePressEvent(self, event: object) -> None:
        """Qt: what is behind the veil can't be touched."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: grow with the host."""
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def _ready(self) -> None:
        self._done.setEnabled(bool(self._pad.strokes or self._typed.text().strip()))

    def _agree(self) -> None:
        if self._done.isEnabled() and self._then(self._pad.strokes, self._typed.text()):
            self.leave()

    def _absent(self, absent: Callable[[], object]) -> None:
        absent()
        self.leave()
