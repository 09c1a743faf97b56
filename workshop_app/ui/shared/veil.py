"""What lies over the window while one thing is asked. It is no dialog: the window goes on living behind it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from workshop_app.ui import theme

_AIR = 12  # logical pixels around a panel
_Frozen = QAbstractButton | QLineEdit | QPlainTextEdit
TALL = 1.15  # times as high as wide: a panel on its feet


class Veil(QWidget):
    """A veil over `host`. Mouse and Tab stay in front of it; Escape leaves and gives the keyboard back."""

    closed = Signal()

    def __init__(self, host: QWidget, strength: int = 200) -> None:
        super().__init__(host)
        self._host, self._strength = host, strength
        self._frame: _Frame | None = None
        self._before = host.window().focusWidget()
        self.way_out: QWidget | None = None  # the button that leaves: it stays free when all else is frozen
        self.is_frozen = False
        self._frozen: list[_Frozen] = []
        host.installEventFilter(self)
        self.setGeometry(host.rect())

    def hold(self, panel: QWidget, *, above: int = 1, below: int = 1) -> None:
        """Have `panel` in the middle, with these parts of the room that is left `above` and `below` it.

        On a tall window all of it lies in the lower half, within reach.
        """
        outer = QVBoxLayout(self)
        outer.addStretch(above)
        self._frame = _Frame(panel)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._frame)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(below)
        self._fit()

    def room(self) -> QSize:
        """The part of the window in which a panel is held, with the air around it."""
        tall = self.height() > self.width() * TALL
        return QSize(self.width(), self.height() // 2 if tall else self.height())

    def rise(self, field: QWidget) -> None:
        """Come up, with the keyboard on `field`."""
        self.show()
        if self._frame is not None:
            self._frame.measure()
        self.raise_()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def freeze(self, on: bool) -> None:
        """Let it be read and left, and nothing else be done; after that it goes on with all that was typed."""
        if on == self.is_frozen:
            return
        self.is_frozen = on
        if on:
            found: list[_Frozen] = [*self.findChildren(QAbstractButton), *self.findChildren(QLineEdit)]
            found += self.findChildren(QPlainTextEdit)
            self._frozen = [one for one in found if one is not self.way_out and _is_open(one)]
        for one in self._frozen:
            if not isValid(one):
                continue
            if isinstance(one, QAbstractButton):
                one.setEnabled(not on)
            else:
                one.setReadOnly(on)

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
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout = self.layout()
        if self._frame is not None and layout is not None:
            layout.setContentsMargins(_AIR, _AIR + self.height() - self.room().height(), _AIR, _AIR)
            self._frame.fit(self.room())


class _Frame(QScrollArea):
    """A panel as large as it wants to be; where the window is lower than that, it scrolls."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        self._least, self._most = panel.minimumWidth(), panel.maximumWidth()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(panel)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        panel.installEventFilter(self)

    def fit(self, room: QSize) -> None:
        """Be no wider than the room, whatever the panel was made for."""
        bar = self.verticalScrollBar().sizeHint().width()
        widest = max(1, room.width() - 2 * _AIR - bar)
        self._panel.setMinimumWidth(min(self._least, widest))
        self._panel.setMaximumWidth(min(self._most, widest))
        wide = min(self._panel.maximumWidth(), max(self._panel.minimumWidth(), self._panel.sizeHint().width()))
        high = self._panel.heightForWidth(wide) if self.hasHeightForWidth() else self._panel.sizeHint().height()
        beside = bar if high > room.height() - 2 * _AIR else 0
        self.setMinimumWidth(self._panel.minimumWidth() + beside)
        self.setMaximumWidth(self._panel.maximumWidth() + beside)
        self.updateGeometry()

    def measure(self) -> None:
        """Ask for every size anew: before a field is on the screen it does not know how high its type makes it."""
        for layout in self._panel.findChildren(QLayout):
            layout.invalidate()
        self._fit_again()

    def hasHeightForWidth(self) -> bool:
        """Qt: as its panel."""
        return self._panel.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as its panel."""
        return self._panel.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Qt: as large as its panel."""
        return self._panel.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Qt: as wide as its panel, and low if need be: it scrolls."""
        return QSize(self._panel.minimumSizeHint().width(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the panel wants another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_again()
        return super().eventFilter(watched, event)

    def _fit_again(self) -> None:
        veil = self.parentWidget()
        if isinstance(veil, Veil):
            self.fit(veil.room())


def _is_open(one: _Frozen) -> bool:
    return one.isEnabled() if isinstance(one, QAbstractButton) else not one.isReadOnly()


def _travels(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _beside(widget: QWidget, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
