"""What everybody sees: a window of its own on a second screen, or this one window in turns (safe mode).

In safe mode what is private is not hidden but gone: it is built when the facilitator holds a button, and destroyed when
the window goes back to everybody. Nothing here shows anything by itself: a screen that comes back changes nothing.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget

from workshop_app.ui import calm, copied
from workshop_app.ui.screens import Monitor, Screens
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.screen_desk import ScreenDesk
    from workshop_app.ui.window import Window
    from workshop_app.ui.work import Work

KEY = Qt.Key.Key_F8
BREATH = 600  # milliseconds until the cards turn, once the class sees them
PRIVATE_KEY = QKeySequence("Shift+F8")


class SharedWindow(QMainWindow):
    """The window on the second screen. It never takes the keyboard from the facilitator by coming up."""

    left = Signal()

    def __init__(self, screen: QWidget, hide: calm.Hide) -> None:
        super().__init__()
        self.setWindowTitle("Workshop")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCentralWidget(screen)
        self.calm = calm.Calm(self, hide, by_hand=False)  # students touch this screen

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: somebody closed it by the desktop's own ways."""
        super().closeEvent(event)
        self.left.emit()


class Showing(QObject):
    """Shows the shared screen, takes it away, covers it; and covers what is private before it could jump."""

    def __init__(self, window: "Window", screens: Screens) -> None:
        super().__init__(window)
        self._window, self._screens = window, screens
        self._feed: ScreenDesk | None = None
        self.shared: SharedWindow | None = None
        self._on = ""  # the name of the screen that the shared window fills
        self._was_on = ""  # and of the one that this window was on when it was last looked
        self._turns = False  # this one window is everybody's and the facilitator's in turns
        self._to_say = ""  # once what was covered is there again
        screens.removed.connect(self._gone)
        screens.changed.connect(self._moved)
        screens.added.connect(lambda _name: self._moved())
        window.calm.uncovered.connect(self._say_it)
        window.installEventFilter(self)

    @property
    def is_for_all(self) -> bool:
        """Whether this window is the audience's now, and nothing private is built."""
        return self._turns and self._window.work is None

    # What is pressed

    def turn(self) -> None:
        """Show the shared screen to everybody, or take it away. What is private comes back by `for_me` alone."""
        if self._window.desk is None or self._window.calm.is_on or self.is_for_all:
            return
        other = self._other()
        if self.shared is not None:
            self.take_away()
        elif other is not None:
            self._show_on(other)
        else:
            self._to_everybody()

    def take_away(self) -> None:
        """Close the shared window."""
        shared, self.shared, self._on = self.shared, None, ""
        self._feed = None
        if shared is not None:
            shared.hide()
            shared.deleteLater()
        self.tell()

    def for_me(self) -> None:
        """Build what is private again, at the page where it was left. Only where this window is everybody's."""
        if self.is_for_all and not self._window.calm.is_on:
            self._clear_away()
            if self._feed is not None:
                self._feed.let_reading_go()
            self._window.build_work()
            self._window.activateWindow()
            if self._window.desk is not None and self._window.desk.reading is not None:
                from workshop_app.ui.reading_aloud import read_on

                read_on(self._window.desk, self._window)

    def reveal(self, asked_id: str) -> None:
        """Turn over what lies face down where the class sees it: in its own view, if this window is theirs in turns."""
        desk = self._window.desk
        if desk is None:
            return
        if self._turns and self._other() is None and not self.is_for_all:
            self._to_everybody()
            QTimer.singleShot(BREATH, self, partial(desk.reveal, asked_id))
        else:
            desk.reveal(asked_id)

    def hide(self) -> None:
        """Cover what everybody sees, or bring it back where it is a window of its own."""
        if self.shared is not None:
            self.shared.calm.turn()
        else:
            self._window.calm.cover()

    def turn_cover(self) -> None:
        """The key: cover what everybody sees, or bring it back."""
        (self.shared or self._window).calm.turn()

    def end(self) -> None:
        """The programme is closed."""
        self._drop_audience()
        self.take_away()

    def open_for_all(self, what: str, key: str) -> None:
        """Lay a sheet where everybody sees it: one of those that desk.py names, of this plan. The screen comes up."""
        if self._window.desk is None or self._window.calm.is_on or self.is_for_all:
            return
        if self.shared is None:
            self.turn()
        if self._feed is not None:
            self._feed.open_sheet(what, key)

    # What is passed on

    def serve(self, work: "Work") -> None:
        """Do what the facilitator's pages ask for."""
        work.hide_wanted.connect(self.hide)
        work.show_wanted.connect(self.turn)
        work.reveal_wanted.connect(self.reveal)
        work.for_all_wanted.connect(self.open_for_all)
        work.went.connect(self.show_page)

    def show_page(self, page: str) -> None:
        """The page that the facilitator is on."""
        if self._feed is not None:
            self._feed.show_page(page)

    def show_look(self) -> None:
        """The app is coloured otherwise now."""
        if self._feed is not None:
            self._feed.screen.show_look(self._window.look)

    def build_anew(self) -> None:
        """Words have another size: what everybody sees is built anew."""
        before = self._feed
        if before is None:
            return
        feed = self._feed = self._fed()
        if self.shared is not None:
            self.shared.setCentralWidget(feed.screen)  # the one before goes
            if self._window.work is not None:
                feed.show_page(self._window.work.page.name)
            feed.read_on()
            return
        feed.screen.foot.add_quiet(self._way_back())
        self._window.take_down(before.screen)
        if self.is_for_all:
            self._window.put_up(feed.screen)
            feed.show_page("")
            feed.screen.catch_focus()
            feed.read_on()

    def tell(self) -> None:
        """Say on the desk and in the bar what is shown and what can be done now."""
        if self._window.desk is not None:
            self._window.desk.set_apart(self.shared is not None)
        work = self._window.work
        if work is None:
            return
        words = translate("bar", "Show to everybody"), translate("bar", "Show")
        if self.shared is not None:
            words = translate("bar", "Take it away"), translate("bar", "Take away")
        elif self._turns and self._other() is None:
            words = translate("bar", "Back to everybody"), translate("bar", "Back")
        hidden = self.shared is not None and self.shared.calm.is_on
        work.show_shared(words, apart=self.shared is not None, hidden=hidden)

    # Two screens

    def _other(self) -> Monitor | None:
        """A screen on which this window is not seen."""
        all_, here = self._screens.all(), self._screens.under(self._window)
        own = next((one for one in all_ if one.name == here), None)
        if own is None:
            return None
        return next((one for one in all_ if not one.shows_the_same_as(own)), None)

    def _show_on(self, other: Monitor) -> None:
        self._drop_audience()
        self._was_on = self._screens.under(self._window)
        feed = self._feed = self._fed()
        shared = self.shared = SharedWindow(feed.screen, self.hide)
        shared.left.connect(self.take_away)
        shared.calm.covered.connect(self.tell)
        shared.calm.uncovered.connect(self.tell)
        self._on = other.name
        self._screens.fill(shared, other.name)
        if self._window.work is not None:
            feed.show_page(self._window.work.page.name)
        self.tell()
        feed.read_on()

    def _gone(self, name: str) -> None:
        """A screen has gone. Cover first, then see what is left."""
        here = self._screens.under(self._window)
        if name in (here, self._was_on) and self._window.work is not None:
            self._cover(
                translate("shared", "A screen went away, so your window was covered. Nobody saw what is in it.")
            )
            if self.shared is not None:
                self._window.lower()
        if self.shared is not None and name == self._on:
            self.take_away()
            self._say(translate("shared", "The shared screen went away. Press “Show to everybody” when it is back."))
        self._was_on = ""
        self.tell()

    def _moved(self) -> None:
        """A screen lies elsewhere, or this window does: it is never seen where the shared screen is."""
        monitors = {one.name: one for one in self._screens.all()}
        here, there = monitors.get(self._screens.under(self._window)), monitors.get(self._on)
        same = here is not None and there is not None and here.shows_the_same_as(there)
        if self.shared is not None and same and not self._window.calm.is_on:
            self._cover(translate("shared", "Both screens show the same now, so your window was covered."))
            self.take_away()
        self.tell()

    def _cover(self, sentence: str) -> None:
        self._window.calm.cover()
        self._to_say = sentence

    def _say(self, sentence: str) -> None:
        if self._window.calm.is_on:
            self._to_say = sentence
        elif self._window.desk is not None:
            self._window.desk.said.emit(sentence, "notice")

    def _say_it(self) -> None:
        sentence, self._to_say = self._to_say, ""
        if sentence:
            self._say(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: this window was moved to another screen."""
        if event.type() is QEvent.Type.ScreenChangeInternal and self.shared is not None:
            self._moved()
        return False

    # One screen

    def _to_everybody(self) -> None:
        """Everything private is destroyed, and the window is everybody's. What is typed is kept as a draft first."""
        window = self._window
        desk, work = window.desk, window.work
        if desk is None or work is None:
            return
        desk.flushing.emit()
        self._clear_away()
        self._turns = True
        if self._feed is None:
            self._feed = self._fed()
            self._feed.screen.foot.add_quiet(self._way_back())
        window.work = None
        window.put_up(self._feed.screen)
        window.take_down(work)
        self._feed.show_page("")
        self._feed.screen.catch_focus()
        self._feed.read_on()

    def _way_back(self) -> QWidget:
        from workshop_app.ui.hold_button import HoldButton

        held = HoldButton(translate("shared", "For me"), self.for_me)
        held.setToolTip(translate("shared", "Hold it. Then this window is the facilitator’s again."))
        return held

    def _drop_audience(self) -> None:
        if self._feed is not None and self.shared is None:
            self._window.take_down(self._feed.screen)
        self._feed, self._turns = None, False

    def _fed(self) -> "ScreenDesk":
        from workshop_app.ui.screen_desk import ScreenDesk

        if self._window.desk is None:
            raise RuntimeError("no programme is open")
        made = ScreenDesk(self._window.desk, self._window.recolour)
        made.screen.show_look(self._window.look)
        return made

    def _clear_away(self) -> None:
        """Sheets, menus, dialogs and notices that lie over the window, and what was copied out of it."""
        while (popup := QApplication.activePopupWidget()) is not None and popup.isVisible():
            popup.close()
        QToolTip.hideText()
        keep = (self._window.centralWidget(), self._window.calm)
        for one in self._window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if one not in keep:
                one.hide()
                one.deleteLater()
        copied.forget()
