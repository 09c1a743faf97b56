"""A plan that is read aloud, line by line: where everybody is, on each screen that shows it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from workshop_app.domain.seen_plan import Line


class Reading(QObject):
    """The lines and the one that is read now, which may be turned from any screen; `then` comes after the last one."""

    turned = Signal()
    over = Signal()

    def __init__(self, title: str, lines: Sequence[Line], then: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.title, self.lines, self.place, self.then = title, tuple(lines), 0, then
        self.is_over = False

    @property
    def line(self) -> Line:
        """What is read now."""
        return self.lines[self.place]

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after it."""
        return self.place == len(self.lines) - 1

    def go(self, place: int) -> None:
        """On to a line, or to the nearest there is."""
        place = min(max(place, 0), len(self.lines) - 1)
        if place != self.place and not self.is_over:
            self.place = place
            self.turned.emit()

    def end(self) -> None:
        """It is read no more."""
        if not self.is_over:
            self.is_over = True
            self.over.emit()
