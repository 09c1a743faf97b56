"""What lies over the window while one thing is asked. It is no dialog: the window goes on living behind it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from workshop_app.ui import pieces, theme


class Veil(QWidget):
    """A veil over `host`. Mouse and Tab stay in front of it; Escape leaves and gives the keyboard back."""

    closed = Signal()

    def __init__(self, host: QWidget, strength: int = 200) -> None:
        super().__init__(host)
        self._host, self._strength = host, strength
        self._before = host.window().focusWidget()
        host.installEventFilter(self)
        self.setGeometry(host.rect())

    def hold(self, panel: QWidget, *, above: int = 1, below: int = 1) -> None:
        """Have `panel` in the middle, with these parts of the room that is left `above` and `below` it."""
        outer = QVBoxLayout(self)
        outer.addStretch(above)
        outer.addLayout(pieces.row(None, panel, None))
        outer.addStretch(below)

    def rise(self, field: QWidget) -> None:
        """Come up, with the keyboard on `field`."""
        self.show()
        self.raise_()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close without an answer."""
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:  # anywhere but on a button that Enter would press
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the veil."""
        painter = QPainter(self)
        colour = QColor(theme.tokens().paper)
        colour.setAlpha(self._strength)
        painter.fillRect(self.rect(), colour)
        painter.end()

    def mousePressEvent(self, event: object) -> None:
        """Qt: what is behind the veil can't be touched."""

    def event(self, event: QEvent) -> bool:
        """Qt: Undo is for what lies behind, so it waits until this is answered."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _travels(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab goes round in front of the veil."""
        start = self.window().focusWidget() or self
        now = _beside(start, forward)
        while now is not None and now is not start:
            if self.isAncestorOf(now) and _takes_tab(now):
                now.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                break
            now = _beside(now, forward)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: grow with the host."""
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)


def _travels(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _beside(widget: QWidget, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
