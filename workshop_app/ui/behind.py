"""Work that goes on behind what is already on the screen, a slice at a time between other events."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

AGAIN = 30  # milliseconds until it is asked once more whether the last slice may be done
SOON = 2  # and whether the first may


class Behind(QObject):
    """Runs `slices`, each as long as it takes to the next yield, once it `may_begin`, and then `last`.

    But that not while somebody `is_busy`. `finish` does all that is left at once. After `stop` nothing more is done.
    """

    def __init__(
        self,
        parent: QObject,
        slices: Iterator[None],
        last: Callable[[], object],
        *,
        may_begin: Callable[[], bool],
        is_busy: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._may_begin, self._begun = may_begin, False
        self._slices, self._last, self._is_busy = slices, last, is_busy
        self._over = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def finish(self) -> None:
        """Do what is left now."""
        if not self._over:
            self.stop()
            for _ in self._slices:
                pass
            self._last()

    def stop(self) -> None:
        """Leave what is left undone."""
        self._over = True
        self._timer.stop()

    def _step(self) -> None:
        self._begun = self._begun or self._may_begin()
        if not self._begun:
            self._timer.start(SOON)
        elif next(self._slices, self) is None:
            self._timer.start(0)
        elif self._is_busy():
            self._timer.start(AGAIN)
        else:
            self.stop()
            self._last()
