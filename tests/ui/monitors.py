"""Screens that come and go as a test says. A window is where it was shown last; the first screen is the laptop's."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from workshop_app.ui.screens import Monitor, Screens

LAPTOP = Monitor("laptop", QRect(0, 0, 1366, 768))
PROJECTOR = Monitor("projector", QRect(1366, 0, 1366, 768))
MIRROR = Monitor("mirror", QRect(0, 0, 1366, 768))


class FakeScreens(Screens):
    """As the desktop's, without a desktop."""

    def __init__(self, *monitors: Monitor) -> None:
        super().__init__()
        self._there = list(monitors)
        self._first = monitors[0].name
        self._on: dict[QWidget, str] = {}

    def all(self) -> list[Monitor]:
        return list(self._there)

    def under(self, window: QWidget) -> str:
        return self._on.get(window, self._first)

    def fill(self, window: QWidget, name: str) -> None:
        self._on[window] = name
        window.setGeometry(next(one.area for one in self._there if one.name == name))
        window.show()

    def plug(self, monitor: Monitor) -> None:
        """A screen comes."""
        self._there.append(monitor)
        self.added.emit(monitor.name)

    def pull(self, name: str) -> None:
        """A screen goes. As on a desktop, what was on it is still there while this is told, and moved afterwards."""
        self._there = [one for one in self._there if one.name != name]
        self.removed.emit(name)
        if self._there:
            self._on = {window: self._there[0].name if on == name else on for window, on in self._on.items()}
            self._first = self._first if self._first != name else self._there[0].name

    def mirror(self) -> None:
        """All screens show the same from now on."""
        self._there = [Monitor(one.name, self._there[0].area) for one in self._there]
        self.changed.emit()
