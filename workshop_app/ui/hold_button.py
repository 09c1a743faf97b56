"""A quiet button that wants to be held: a stray touch does nothing."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from workshop_app.ui import theme

HOLD_MS = 1000
_FRAME_MS = 30
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_QUIET = 170  # of 255, that the ground covers of what lies below


class HoldButton(QWidget):
    """It fills while it is held, and calls `then` once it is full. Let go before, and nothing happened."""

    def __init__(self, words: str, then: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._then = words, then
        self._since: float | None = None
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._look)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dress()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self) -> None:
        """Take the text size now in force."""
        self.setFont(theme.font(16))

    def sizeHint(self) -> QSize:
        """Qt: room for the words and a finger."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 48, theme.tall(52))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: it is held from now on."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._since = monotonic()
            self._timer.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: who slips off has let go."""
        if not self.rect().contains(event.position().toPoint()):
            self._let_go()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: let go."""
        self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a key is held as a finger is."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._since = monotonic()
            self._timer.start()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Qt: let go."""
        if event.key() in _KEYS and not event.isAutoRepeat():
            self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: it is gone."""
        self._let_go()

    def _let_go(self) -> None:
        self._since = None
        self._timer.stop()
        self.update()

    def _part(self) -> float:
        return 0.0 if self._since is None else min(1.0, (monotonic() - self._since) * 1000 / HOLD_MS)

    def _look(self) -> None:
        self.update()
        if self._part() >= 1:
            self._let_go()
            self._then()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the words on a ground that fills from the left."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
        ground = QColor(t.raised)
        ground.setAlpha(_QUIET)
        painter.fillPath(shape, ground)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, self.width() * self._part(), self.height()), QColor(t.accent_soft))
        painter.setPen(QColor(t.ink))
        painter.setFont(self.font())
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 4))
            painter.drawPath(shape)
            painter.setPen(QColor(t.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
