"""“Take it off the screen”: one key, and the whole window is a calm picture that says nothing.

It is there with one paint, without an animation. What lies below is hidden, not just covered, so neither keys nor a
screen reader reach it; nothing of it is closed but menus, and whatever was being typed is there afterwards.
"""

from collections.abc import Callable

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QToolTip, QWidget
from shiboken6 import isValid

from workshop_app.ui import theme
from workshop_app.ui.hide_button import HideButton
from workshop_app.ui.hold_button import HoldButton
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

KEY = Qt.Key.Key_F9
Hide = Callable[[], object]
_MARGIN = 24
# Each hill: its height at the left, in the middle and at the right (parts of the window's), and its tone from the
# sky (0) to the foreground (1).
_HILLS = (
    (0.52, 0.38, 0.50, 0.18),
    (0.50, 0.60, 0.44, 0.36),
    (0.70, 0.56, 0.66, 0.58),
    (0.74, 0.82, 0.72, 0.82),
)


class Calm(QWidget):
    """The picture over a window. `covered` says that nothing else is seen, `uncovered` that everything is there again.

    `hide` is what a press on a window's dark button does where a sheet lies over it: cover this window, or another one.
    Without `by_hand` it is taken away from elsewhere alone.
    """

    covered = Signal()
    uncovered = Signal()

    def __init__(self, window: QMainWindow, hide: Hide | None = None, *, by_hand: bool = True) -> None:
        super().__init__(window)
        self._window = window
        self._hide = hide or self.cover
        self._title = ""
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._picture = QPixmap()
        self._drawn: tuple[QSize, float, theme.Tokens] | None = None
        self.setAccessibleName(translate("calm", "A calm picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._hold = HoldButton(translate("calm", "Hold to go on"), self.uncover)
        self._hold.setParent(self)
        self._hold.setVisible(by_hand)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._reach)

    @property
    def is_on(self) -> bool:
        """Whether the window is covered."""
        return not self.isHidden()

    def turn(self) -> None:
        """Cover the window, or go on."""
        if self.is_on:
            self.uncover()
        else:
            self.cover()

    def cover(self) -> None:
        """Cover everything now."""
        if self.is_on:
            return
        self._focus = self._window.focusWidget()
        self._title = self._window.windowTitle()
        while (popup := QApplication.activePopupWidget()) is not None and popup.isVisible() and self._owns(popup):
            popup.close()
        QToolTip.hideText()
        self._hold.dress()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.repaint()  # before anything else: what follows takes its time
        self._hidden = [one for one in self._around() if not one.isHidden()]
        for one in self._hidden:
            one.hide()
        self._window.setWindowTitle("Workshop")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.covered.emit()

    def uncover(self) -> None:
        """Everything is there again, and the keyboard where it was."""
        if not self.is_on:
            return
        shown, self._hidden = self._hidden, []
        self.hide()
        for one in shown:
            if isValid(one):
                one.show()
        if self._window.windowTitle() == "Workshop":
            self._window.setWindowTitle(self._title)
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        self.uncovered.emit()

    def _owns(self, popup: QWidget) -> bool:
        """Whether a menu was opened from this window; one that nobody owns counts too."""
        above: QWidget | None = popup
        while above is not None and above is not self._window:
            popup, above = above, above.parentWidget()
        return above is not None or not isinstance(popup, QMainWindow)

    def _around(self) -> list[QWidget]:
        """What lies in the window and what it has opened; notices come and go by themselves."""
        inside = [one for one in self._window.findChildren(QDialog) if one.isWindow()]
        central = self._window.centralWidget()
        veils = self._window.findChildren(Veil, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [*inside, *veils, *([central] if central is not None else [])]

    # Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: grow with the window, and stay before whatever comes up in it meanwhile."""
        window = getattr(self, "_window", None)  # Python may have let go of its parts while Qt still asks
        if window is None:
            return False
        if watched is window:
            if event.type() is QEvent.Type.Resize and self.is_on:
                self.setGeometry(self._window.rect())
            elif isinstance(event, QChildEvent) and event.added() and event.child().isWidgetType():
                event.child().installEventFilter(self)
        elif isinstance(watched, Veil) and isinstance(event, QMouseEvent) and self._is_on_hide(event):
            self._hide()  # a sheet lies over the bar: its dark button works all the same
            return True
        elif event.type() is QEvent.Type.Show and self.is_on and isinstance(watched, QWidget):
            watched.hide()
            if isinstance(watched, Veil):  # it waits; what is only said passes
                self._hidden.append(watched)
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _is_on_hide(self, event: QMouseEvent) -> bool:
        if event.type() is not QEvent.Type.MouseButtonPress:
            return False
        at = event.globalPosition().toPoint()
        buttons = (one for one in self._window.findChildren(HideButton) if one.isVisible())
        return any(one.rect().contains(one.mapFromGlobal(at)) for one in buttons)

    def _reach(self) -> None:
        """A dialog takes all keys: this one's too, unless the dialog knows it."""
        active = QApplication.activeWindow()
        if (
            isinstance(active, QDialog)
            and active.parentWidget() is self._window
            and active.findChild(QShortcut) is None
        ):
            QShortcut(KEY, active, self.turn).setAutoRepeat(False)

    def event(self, event: QEvent) -> bool:
        """Qt: no shortcut but this one's key works meanwhile."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() != KEY:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: keys do nothing."""
        event.accept()

    def mousePressEvent(self, event: object) -> None:
        """Qt: a touch does nothing."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: there is nowhere to go."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the way back stays in its corner."""
        super().resizeEvent(event)
        size = self._hold.sizeHint()
        self._hold.setGeometry(
            self.width() - size.width() - _MARGIN, self.height() - size.height() - _MARGIN, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the picture, painted once for each size and look."""
        now = (self.size(), self.devicePixelRatioF(), theme.tokens())
        if self._drawn != now:
            self._picture, self._drawn = _hills(*now), now
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def _hills(size: QSize, ratio: float, tokens: theme.Tokens) -> QPixmap:
    """Hills in the paper's own tones under a low sun. `size` in logical pixels."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    w, h = float(size.width()), float(size.height())
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, h)
    sky.setColorAt(0, QColor(tokens.paper))
    sky.setColorAt(1, _mixed(tokens.paper, tokens.families["learning"].ground, 0.6))
    painter.fillRect(QRectF(0, 0, w, h), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mixed(tokens.paper, tokens.families["learning"].ground, 0.9))
    painter.drawEllipse(QPointF(w * 0.7, h * 0.34), h * 0.09, h * 0.09)
    is_night = QColor(tokens.paper).lightness() < 128  # then what is near is dark, not bright
    for left, middle, right, depth in _HILLS:
        tone = 1 - depth if is_night else depth
        hill = QPainterPath(QPointF(0, h * left))
        hill.cubicTo(w * 0.2, h * (left - 0.06), w * 0.3, h * (middle + 0.03), w * 0.5, h * middle)
        hill.cubicTo(w * 0.7, h * (middle - 0.03), w * 0.84, h * (right + 0.08), w, h * right)
        hill.lineTo(w, h)
        hill.lineTo(0, h)
        hill.closeSubpath()
        painter.setBrush(_mixed(tokens.accent_soft, tokens.accent, tone * 0.55))
        painter.drawPath(hill)
    painter.end()
    return made


def _mixed(one: str, other: str, part: float) -> QColor:
    """A colour on the way from one to another, `part` from 0 to 1."""
    first, second = QColor(one), QColor(other)
    red, green, blue = (
        round(a + (b - a) * part)
        for a, b in (
            (first.red(), second.red()),
            (first.green(), second.green()),
            (first.blue(), second.blue()),
        )
    )
    return QColor(red, green, blue)
