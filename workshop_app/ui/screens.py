"""The screens there are, as a port: the laptop's own, a projector, a panel. They come and go while the app runs."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Monitor:
    """One screen: its name, and where it lies on the desktop (logical pixels)."""

    name: str
    area: QRect

    def shows_the_same_as(self, other: "Monitor") -> bool:
        """Whether what is seen on one is seen on the other too, as on a mirrored projector."""
        return self.area.intersects(other.area)


class Screens(QObject):
    """Which screens there are. `removed` comes with the name of one that has gone, before Qt moves what was on it."""

    added = Signal(str)
    removed = Signal(str)
    changed = Signal()  # one of them lies elsewhere now, or is mirrored

    def all(self) -> list[Monitor]:
        """Every screen that is there now."""
        raise NotImplementedError

    def under(self, window: QWidget) -> str:
        """The name of the screen that a window is on."""
        raise NotImplementedError

    def fill(self, window: QWidget, name: str) -> None:
        """Show a window on the whole of a screen."""
        raise NotImplementedError


class DesktopScreens(Screens):
    """Those of this computer."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__()
        for screen in app.screens():
            screen.geometryChanged.connect(self._moved)
        app.screenAdded.connect(self._came)
        app.screenRemoved.connect(self._went)

    def all(self) -> list[Monitor]:
        """See Screens."""
        return [Monitor(one.name(), one.geometry()) for one in QGuiApplication.screens()]

    def under(self, window: QWidget) -> str:
        """See Screens."""
        screen = window.screen()
        return screen.name() if screen is not None else ""

    def fill(self, window: QWidget, name: str) -> None:
        """See Screens."""
        screen = next((one for one in QGuiApplication.screens() if one.name() == name), None)
        if screen is None:
            return
        window.winId()  # a window that is placed before it is shown is never seen elsewhere
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()

    def _came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._moved)
        self.added.emit(screen.name())

    def _went(self, screen: QScreen) -> None:
        self.removed.emit(screen.name())

    def _moved(self) -> None:
        self.changed.emit()
