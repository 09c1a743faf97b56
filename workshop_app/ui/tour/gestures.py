"""A tour's hands: real mouse and key events through the window, which decides itself what they hit."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
PACE = 24  # pixels between two points of a drag


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget, in its middle or at a point of it."""
    window, spot = _in_window(widget, at or widget.rect().center())
    QTest.mouseMove(window, spot)
    QTest.mouseClick(window, LEFT, NONE, spot)


def press(widget: QWidget, at: QPoint) -> None:
    """Bring the left button down."""
    window, spot = _in_window(widget, at)
    QTest.mouseMove(window, spot)
    QTest.mousePress(window, LEFT, NONE, spot)


def move(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Move with the button down, through points on the way as a hand does."""
    steps = max(2, round((end - start).manhattanLength() / PACE))
    for number in range(1, steps + 1):
        window, spot = _in_window(widget, start + (end - start) * number / steps)
        QTest.mouseMove(window, spot)
        QApplication.processEvents()


def release(widget: QWidget, at: QPoint) -> None:
    """Let the left button go."""
    window, spot = _in_window(widget, at)
    QTest.mouseRelease(window, LEFT, NONE, spot)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move, let go."""
    press(widget, start)
    move(widget, start, end)
    release(widget, end)


def draw(widget: QWidget, strokes: Sequence[Sequence[QPointF]]) -> None:
    """Draw strokes with the button down."""
    for stroke in strokes:
        points = [point.toPoint() for point in stroke]
        press(widget, points[0])
        for start, end in pairwise(points):
            move(widget, start, end)
        release(widget, points[-1])


def write(text: str) -> None:
    """Type text into whatever has the focus, one character at a time."""
    for character in text:
        target = QApplication.focusWidget()
        if target is None:
            return
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, NONE, character))


def key(window: QWidget, name: str) -> None:
    """Press a key by Qt's name for it, with Shift where that is said before it: "F8", "Shift+F8"."""
    handle, (shift, plus, plain) = window.windowHandle(), name.rpartition("+")
    held = Qt.KeyboardModifier.ShiftModifier if (shift, plus) == ("Shift", "+") else NONE
    QTest.keyClick(handle, Qt.Key[f"Key_{plain}"], held)


def select_all(window: QWidget) -> None:
    """Choose everything in the field that has the focus."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def wheel(widget: QWidget, down: int) -> None:
    """Turn the wheel over a widget; positive is down, in steps of a notch."""
    window, spot = _in_window(widget, widget.rect().center())
    at = QPointF(widget.rect().center())
    turn = QPoint(0, -120 * down)
    event = QWheelEvent(
        at,
        QPointF(window.mapToGlobal(spot)),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def _in_window(widget: QWidget, at: QPoint) -> tuple[QWindow, QPoint]:
    window = widget.window()
    return window.windowHandle(), widget.mapTo(window, at)
