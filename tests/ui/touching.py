"""Fingers for tests: every frame holds all that are down, as a touch screen sends them."""

from functools import cache

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from tests.ui.bench import Bench, settle


@cache
def screen() -> QPointingDevice:
    """One touch screen for all tests."""
    return QTest.createTouchDevice()


class Touching:
    """Fingers by number, at points of the board's viewport."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self.down: dict[int, QPoint] = {}

    def press(self, *at: QPoint, first: int = 1) -> None:
        """Put fingers down, one after another."""
        for finger, point in enumerate(at, start=first):
            self._frame({finger: point}, press=True)
            self.down[finger] = point

    def move(self, to: dict[int, QPoint], steps: int = 4) -> None:
        """Move some fingers together, the others resting."""
        start = {finger: self.down[finger] for finger in to}
        for step in range(1, steps + 1):
            self._frame({finger: start[finger] + (end - start[finger]) * step / steps for finger, end in to.items()})
        self.down |= to

    def lift(self, *fingers: int) -> None:
        """Lift fingers, one after another."""
        for finger in fingers:
            at = self.down.pop(finger)
            self._frame({finger: at}, release=True)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """One finger, from here to there."""
        self.press(start)
        self.move({1: end}, 6)
        self.lift(1)

    def tap(self, at: QPoint) -> None:
        """One finger, down and up."""
        self.press(at)
        self.lift(1)

    def _frame(self, points: dict[int, QPoint], *, press: bool = False, release: bool = False) -> None:
        window = self._bench.window.windowHandle()
        event = QTest.touchEvent(window, screen())
        for finger, point in self.down.items():
            if finger not in points:  # where it was (a stationary point would have no place here)
                event.move(finger, self._bench.view.viewport().mapTo(self._bench.window, point), window)
        for finger, point in points.items():
            at = self._bench.view.viewport().mapTo(self._bench.window, point)
            act = event.press if press else event.release if release else event.move
            act(finger, at, window)
        event.commit()
        settle()
