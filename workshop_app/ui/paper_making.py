"""What leaves the app is made beside the window, which lives on: a thread works, and a quiet line says how far it is.

    Making(page, said, build, then)

`build` runs in a thread and knows nothing of Qt; `then` gets what it made, in the window. The line comes up where it
takes longer than a moment, with a button that stops it. Used by the plan, the board and every other paper.
"""

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.ui.making_line import MakingLine

T = TypeVar("T")
LATE_MS = 500  # what is made within this needs no line
_LOOKS_MS = 20


class Making(QObject, Generic[T]):
    """Does `before` in steps between the window's events, then `build` in a thread, then `then` with what it made.

    It ends with its owner: what nobody waits for any more is thrown away. An error that is `expected` is handed to
    `failed`, whose receiver says it; any other fault in the thread is the window's fault.
    """

    stopped = Signal()
    failed = Signal(object)  # one of `expected`

    def __init__(
        self,
        owner: QWidget,
        said: str,
        build: Callable[[], T],
        then: Callable[[T], object],
        *,
        before: Callable[[], bool] = lambda: True,
        expected: tuple[type[Exception], ...] = (),
    ) -> None:
        super().__init__(owner)
        self._owner, self._said = owner, said
        self._before, self._then, self._build, self._expected = before, then, build, expected
        self._made: list[T] = []
        self._fault: list[Exception] = []
        self._thread: Thread | None = None
        self._line: MakingLine | None = None
        self._late = 0
        self._work = _Work()
        owner.destroyed.connect(self._work.stop)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()
        QTimer.singleShot(LATE_MS, self, self._show_line)

    def stop(self) -> None:
        """Nobody wants it any more."""
        self._work.stop()
        if self._thread is None:
            self._end()
            self.stopped.emit()

    def _step(self) -> None:
        if self._thread is None:
            if self._is_ready():
                self._thread = Thread(target=self._run, daemon=True)
                self._thread.start()
                self._timer.setInterval(_LOOKS_MS)
        elif self._thread.is_alive():
            if self._line is not None:
                self._line.show_pages(self._work.pages)
        else:
            self._end()
            self._hand_over()

    def _hand_over(self) -> None:
        if self._work.is_stopped:
            self.stopped.emit()
        elif self._made:
            self._then(self._made[0])
        elif isinstance(self._fault[0], self._expected):
            self.failed.emit(self._fault[0])
        else:
            raise self._fault[0]

    def _end(self) -> None:
        self._timer.stop()
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
            self._line = None
        self.deleteLater()

    def _show_line(self) -> None:
        if self._timer.isActive() and not self._work.is_stopped:
            self._line = MakingLine(self._owner, self._said, self.stop)

    def _is_ready(self) -> bool:
        try:
            return self._before()
        except BaseException:
            self._end()  # or it would fail again and again
            raise

    def _run(self) -> None:
        try:
            self._made.append(self._work.done(self._build))
        except Exception as error:  # it is raised again where the window hears of it
            self._fault.append(error)


class _Work:
    """What both threads know of the work: how many pages are done, and whether it is wanted."""

    def __init__(self) -> None:
        self.pages = 0
        self._stop = Event()

    @property
    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """End after the page that is being made."""
        self._stop.set()

    def done(self, build: Callable[[], T]) -> T:
        """Do it, in the thread that calls."""
        from workshop_app.documents import watching

        with watching.watched(self._heard):
            return build()

    def _heard(self, page: int) -> bool:
        self.pages = page
        return not self._stop.is_set()
