"""The real app on a bench: its window on a home of the test's own, and a person's hands and eyes for it.

Every gesture is a mouse or key event at the window, which decides itself what it hits. Nothing is patched: clock, ids
and files come in by argument.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QPushButton, QScrollArea, QWidget

from tests.programmes import Clock, Ticks, new_ids
from tests.ui.files import FakeFiles
from tests.ui.monitors import LAPTOP, FakeScreens
from workshop_app.domain.programme import Programme
from workshop_app.facilitation import prompts
from workshop_app.ui import app
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.notice import Notice
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.start import StartPage
from workshop_app.ui.screens import Monitor
from workshop_app.ui.shared.board_scene import CardItem
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.tour import gestures
from workshop_app.ui.tour.stage import Stage
from workshop_app.ui.window import Window
from workshop_app.ui.work import Work

bank = cache(prompts.load)  # read once for all tests
DAY = datetime(2026, 11, 6, 10, 0, tzinfo=UTC)
SIZE = (1366, 768)
W = TypeVar("W", bound=QWidget)


class Bench:
    """One laptop. `start` puts the app's window up, `stop` closes it; what is on disk stays."""

    def __init__(
        self,
        home: Path,
        now: Callable[[], datetime] | None = None,
        new_id: Callable[[], str] | None = None,
        ticks: Ticks | None = None,
        screens: tuple[Monitor, ...] = (),
    ) -> None:
        self.home = home
        self.files = FakeFiles()
        self.clock = Clock(DAY)
        self.ticks = ticks or Ticks()
        self._now, self._new_id = now or self.clock, new_id or new_ids()
        self.screens = FakeScreens(*(screens or (LAPTOP,)))
        self._window: Window | None = None

    def start(self, size: tuple[int, int] = SIZE) -> Window:
        """Start the app."""
        window = self._window = app.make_window(
            self.home, self._now, self._new_id, self.files, bank(), ticks=self.ticks, screens=self.screens
        )
        window.resize(*size)
        window.show()
        window.activateWindow()
        settle()
        return window

    def start_with(self, path: Path) -> Window:
        """Start the app with a programme. Nothing is waited for: its board is up, and the rest is still to come."""
        window = self._window = app.make_window(
            self.home, self._now, self._new_id, self.files, bank(), ticks=self.ticks, ready=False
        )
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        window.open_at_once(path)
        return window

    def stop(self) -> None:
        """Close the window as a person does."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def restart(self) -> Window:
        """Close the app and start it again."""
        self.stop()
        return self.start()

    def spend(self, *, minutes: float) -> None:
        """Time passes while the app is open: the day goes on, and so does the session's clock if it runs."""
        self.clock.forward(minutes=minutes)
        whole, rest = divmod(minutes * 60, 60)
        for seconds in (*[60.0] * int(whole), rest):
            self.ticks.forward(seconds)
            self.desk.clock.beat()
        settle()

    # What is there

    @property
    def window(self) -> Window:
        assert self._window is not None
        return self._window

    @property
    def work(self) -> Work:
        assert self.window.work is not None, "no programme is open"
        return self.window.work

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None, "no programme is open"
        return self.window.desk

    @property
    def page(self) -> Page:
        return self.work.page

    @property
    def programme(self) -> Programme:
        """The programme as it is saved."""
        return self.desk.programme

    @property
    def stage(self) -> Stage:
        return Stage(self.window)

    @property
    def view(self) -> BoardView:
        """The board that is on the screen."""
        return self.stage.view()

    def card(self, text: str) -> CardItem:
        """The card on the board with these words."""
        found = [item for item in self.view.board.cards.values() if item.card.text == text]
        assert len(found) == 1, f"{len(found)} cards say {text!r}"
        return found[0]

    def button(self, name: str) -> QPushButton:
        """A visible button by what assistive technology calls it, enabled or not."""
        found = [one for one in self.seen(QPushButton) if one.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
        return found[0]

    def seen(self, kind: type[W]) -> list[W]:
        """Every visible widget of a kind."""
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def texts(self) -> list[str]:
        """What every visible label says."""
        return [one.text() for one in (*self.seen(QLabel), *self.seen(Words))]

    def said(self) -> str:
        """The sentence at the top of the window or on the start page, "" if there is none."""
        return "\n".join(one.text() for one in self.seen(Words) if _is_notice(one))

    # What a person does

    def press(self, name: str, nth: int = 1) -> None:
        """Press the thing of this name, scrolled to where it can be seen."""
        widget = self.stage.widget(name, nth)
        for area in self.seen(QScrollArea):
            if area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget)
        settle()
        assert widget.visibleRegion().contains(widget.rect().center()), f"{name!r} is out of sight"
        # A check box takes no press beside its words.
        gestures.click(widget, QPoint(12, widget.height() // 2) if isinstance(widget, QCheckBox) else None)
        settle()

    def go_on(self) -> None:
        """Let a session go on that waits for another day."""
        if any(one.accessibleName() == "Go on  →" for one in self.seen(QPushButton)):
            self.press("Go on  →")

    def lead_it(self) -> None:
        """Lead what was prepared; how open its aspects are is put off."""
        self.press("Ready: lead it  →")
        while any(one.accessibleName() == "Not sure yet" for one in self.seen(QPushButton)):
            self.press("Not sure yet")

    def type(self, text: str, into: str = "", *, enter: bool = False) -> None:
        """Type, into a field that is clicked first if one is named."""
        if into:
            self.press(into)
        gestures.write(text)
        if enter:
            self.key(Qt.Key.Key_Return)
        settle()

    def over(self, text: str, into: str, *, enter: bool = False) -> None:
        """Type over what a field holds."""
        self.press(into)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text, enter=enter)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key; the window hands it to whatever has the focus."""
        QTest.keyClick(self.window.windowHandle(), key, modifiers)
        settle()

    def read_and_close(self) -> None:
        """Read the open plan aloud to its end, and close it for signing."""
        self.press("Read aloud and close for signing  →")
        self.key(Qt.Key.Key_End)
        self.press("Close for signing  →")

    def undo(self) -> None:
        """Ctrl+Z."""
        self.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def drag(self, text: str, to: QPoint) -> None:
        """Drag a card by its middle to a point of the board's viewport."""
        self.stage.still()
        gestures.drag(self.view.viewport(), self.stage.spot_of_card(self.card(text)), to)
        self.stage.still()

    def drag_to_theme(self, text: str, name: str) -> None:
        """Drag a card to the end of a theme."""
        self.drag(text, self.stage.spot_of_theme(name))

    def choose(self, text: str) -> None:
        """Click a card."""
        self.stage.still()
        gestures.click(self.view.viewport(), self.stage.spot_of_card(self.card(text)))
        settle()

    def menu(self, name: str) -> None:
        """Click an entry of the menu that is open."""
        menu, action = self.stage.action(name)
        gestures.click(menu, menu.actionGeometry(action).center())
        settle()

    def entries(self) -> list[QAction]:
        """The entries of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        return menu.actions()

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Let the app work until something holds."""
        self.stage.until(condition, what)


def settle() -> None:
    """Let the app take every event that waits."""
    for _ in range(3):
        QApplication.processEvents()


def _is_notice(words: Words) -> bool:
    frame = words.parentWidget()
    return isinstance(frame, Notice) or (frame.property("kind") == "notice" and isinstance(_page_of(frame), StartPage))


def _page_of(widget: QWidget) -> QWidget:
    while (parent := widget.parentWidget()) is not None and widget.objectName() != "page":
        widget = parent
    return widget
