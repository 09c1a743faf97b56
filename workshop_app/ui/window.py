"""The window: the start page, or the programme that is open. It opens and closes programmes; pages do the rest.

What only an open programme needs is imported when one is opened, so that the start page is there at once.
"""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import About, school_year
from workshop_app.domain.texts import SHORT, wanted
from workshop_app.facilitation.bank import Bank
from workshop_app.storage import opening
from workshop_app.storage.errors import InUseError, StorageError
from workshop_app.storage.library import Library
from workshop_app.storage.shelf import Shelf
from workshop_app.ui import calm, showing, theme
from workshop_app.ui.pages.start import StartPage
from workshop_app.ui.ports import Files
from workshop_app.ui.screens import Screens
from workshop_app.ui.settings import Settings
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.ui.theme import Look
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.storage.store import Store
    from workshop_app.ui.desk import Desk
    from workshop_app.ui.work import Work

LEAST = QSize(1180, 700)


class Window(QMainWindow):
    """The one window on this screen. Its world comes in by argument: shelf, prompts, files, clock and ids."""

    def __init__(
        self,
        *,
        shelf: Shelf,
        bank: Callable[[], Bank],
        files: Files,
        settings: Settings,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        library: Library | None = None,
        ticks: Callable[[], float] = time.monotonic,
        screens: Screens,
    ) -> None:
        super().__init__()
        self._shelf, self._bank, self._files, self._settings = shelf, bank, files, settings
        self._now, self._new_id, self._library, self._ticks = now, new_id, library, ticks
        self.desk: Desk | None = None
        self.work: Work | None = None
        self.setWindowTitle("Workshop")
        self.setMinimumSize(LEAST)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.start = self._build_start()
        self._list()
        # Made before Calm looks at what is new in the window: what Qt calls a plain object takes PySide long to name.
        hide = QShortcut(calm.KEY, self, context=Qt.ShortcutContext.ApplicationShortcut)
        hide.setAutoRepeat(False)  # held down it would come and go
        show = QShortcut(showing.KEY, self, context=Qt.ShortcutContext.ApplicationShortcut)
        show.setAutoRepeat(False)
        private = QShortcut(showing.PRIVATE_KEY, self, context=Qt.ShortcutContext.ApplicationShortcut)
        self.calm = calm.Calm(self, self._hide)
        self.showing = showing.Showing(self, screens)
        hide.activated.connect(self.showing.turn_cover)
        show.activated.connect(self.showing.turn)
        private.activated.connect(self.showing.for_me)

    def open_programme(self, path: Path) -> bool:
        """Open a programme; False, with the reason on the start page, if it can't be opened."""
        from workshop_app.storage.store import Store

        now = self._now()
        return self._enter(lambda: Store.open(path, backup_folder=self._shelf.backups_of(path), now=now), path)

    def new_programme(self, school: str, year: str) -> bool:
        """Begin a programme of a school."""
        try:
            about = About(
                wanted(school, translate("window", "The school's name"), SHORT),
                wanted(year, translate("window", "The school year"), SHORT),
            )
        except DomainError as error:
            self.start.say(str(error))
            return False
        path = self._shelf.place_for(about.school)
        return self._enter(lambda: self._create(path, about), path)

    def practise(self, minutes: int) -> bool:
        """Open the practice of so many minutes, or a new one with a sample class that waits to be led."""
        from workshop_app import practice

        school = practice.school(minutes)
        found = (one for one in self._shelf.summaries() if one.practice and not one.problem and one.school == school)
        there = next(found, None)
        if there is not None:
            return self.open_programme(there.path)
        today = self._now().astimezone().date()
        about = About(school, school_year(today), practice=True)
        path = self._shelf.place_for(about.school, practice=True)
        if not self._enter(lambda: self._create(path, about), path) or self.desk is None:
            return False
        try:
            practice.fill(self.desk.workspace, self._bank(), minutes)
        except StorageError as error:
            self.desk.said.emit(str(error), "notice")
        if self.work is not None:
            self.work.go("lead")
        return True

    def close_programme(self) -> bool:
        """Back to the start page, with everything saved; False, with the reason there, if there is no backup of it."""
        whole = True
        desk, work = self.desk, self.work
        self.showing.end()
        self.desk = self.work = None
        if desk is not None:
            try:
                desk.close()
            except StorageError as error:
                self.start.say(str(error))
                whole = False
        if work is not None:
            self.take_down(work)
        self._list()
        self._stack.setCurrentWidget(self.start)
        self.setWindowTitle("Workshop")
        return whole

    def _build_start(self) -> StartPage:
        start = StartPage(self._now().astimezone().date())
        start.wanted.connect(self.open_programme)
        start.named.connect(self.new_programme)
        start.open_wanted.connect(self._ask_file)
        start.practice_wanted.connect(self.practise)
        start.thrown_away.connect(self._ask_throw_away)
        start.backup_wanted.connect(self._open_backup)
        start.show_look(self._settings.look)
        start.look_chosen.connect(self.recolour)
        self._stack.insertWidget(0, start)
        return start

    def _hide(self) -> None:
        self.showing.hide()

    def build_work(self, page: str = "") -> None:
        """Build everything that is for the facilitator, at this page or the one where it was left."""
        from workshop_app.ui.work import Work

        if self.desk is None:
            return
        work = self.work = Work(self.desk)
        work.home.connect(self.close_programme)
        work.show_look(self._settings.look)
        work.look_chosen.connect(self.recolour)
        work.hide_wanted.connect(self.showing.hide)
        work.show_wanted.connect(self.showing.turn)
        work.went.connect(self.showing.show_page)
        self.put_up(work)
        self.showing.tell()
        if page:
            work.go(page)
        else:
            work.begin()

    def put_up(self, whole: QWidget) -> None:
        """Fill the window with this."""
        if self._stack.indexOf(whole) < 0:
            self._stack.addWidget(whole)
        self._stack.setCurrentWidget(whole)

    def take_down(self, whole: QWidget) -> None:
        """Take something out of the window, and destroy it."""
        self._stack.removeWidget(whole)
        whole.hide()
        whole.deleteLater()

    @property
    def look(self) -> Look:
        """How the app is coloured."""
        return self._settings.look

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: where what had the keyboard has gone, it does not wander to the next button, least of all to ←."""
        now = self.focusWidget()
        gone = now is not None and not (now.isVisible() and now.isEnabled())
        if gone and self.work is not None and self.work.isVisible():
            self.work.page.catch_focus()
            return True
        return super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: the programme is let go with a backup. Where there could be none, the window says so and stays once."""
        if self.close_programme():
            super().closeEvent(event)
        else:
            event.ignore()

    def _create(self, path: Path, about: About) -> "Store":
        from workshop_app.storage.store import Store

        return Store.create(path, about, uid=self._new_id(), backup_folder=self._shelf.backups_of(path))

    def _enter(self, get: "Callable[[], Store]", path: Path) -> bool:
        from workshop_app.ui.desk import Desk
        from workshop_app.workspace import Workspace

        self.close_programme()
        self.start.say("")
        try:
            workspace = Workspace(get(), self._now, self._new_id)
        except StorageError as error:
            self.start.say(str(error))
            return False
        self._shelf.remember(path)
        self.start.begun()
        self.desk = Desk(workspace, self._bank(), self._files, self._library, self._ticks)
        self.build_work()
        self.setWindowTitle(f"{workspace.programme.about.school} – Workshop")
        return True

    def _list(self) -> None:
        self.start.show_programmes(self._shelf.summaries())

    def _ask_file(self) -> None:
        title = translate("window", "Open a programme")
        kinds = translate("window", "Programmes (*.workshop)")
        self._files.open_one(self, title, kinds, self.open_programme)

    def _open_backup(self, path: Path) -> None:
        if self._is_open_elsewhere(path):
            return
        found = self._shelf.newest_backup(path)
        if found is None:
            self.start.say(translate("window", "There is no backup of {name} on this laptop.", name=path.name))
            return
        try:
            beside = self._shelf.recover(path, found[0])
        except StorageError as error:
            self.start.say(str(error))
            return
        self.open_programme(beside)

    def _is_open_elsewhere(self, path: Path) -> bool:
        """Whether it is, which is said: a copy of a programme that is in use would part ways with it."""
        try:
            opening.readable(path)
            opening.disconnect(opening.connect(path))  # not opened as a programme: that would bring it up to date
        except InUseError as error:
            self.start.say(str(error))
            return True
        except StorageError:
            pass
        return False

    def _ask_throw_away(self, path: Path) -> None:
        Confirming(
            self,
            translate("window", "Throw this practice away?"),
            translate("window", "Its people, ideas and plans are gone then."),
            translate("window", "Throw it away"),
            lambda: self._throw_away(path),
        )

    def _throw_away(self, path: Path) -> None:
        try:
            self._shelf.throw_away(path)
        except (StorageError, OSError, ValueError):
            self.start.say(
                translate("window", "{name} can't be thrown away now. Is it open elsewhere?", name=path.stem)
            )
        self._list()

    def recolour(self, key: str) -> None:
        """Take what was chosen in the menu of looks, in every window and at once; see `look_menu`."""
        before = self._settings.text_size
        self._settings.take(key)
        if self._settings.text_size != before:
            QTimer.singleShot(0, self, self._build_anew)  # what was pressed is built anew too
            return
        self._dress()
        self.start.show_look(self._settings.look)
        if self.work is not None:
            self.work.show_look(self._settings.look)
        else:
            self._list()
        self.showing.show_look()

    def _dress(self) -> None:
        app, wanted = QApplication.instance(), self._settings
        if isinstance(app, QApplication):
            theme.apply(app, wanted.look, wanted.text_size, less_motion=wanted.less_motion)

    def _build_anew(self) -> None:
        """Build everything in another text size. What is open stays open, and what was typed is kept."""
        page = ""
        if self.desk is not None:
            self.desk.flushing.emit()
        if self.work is not None:
            page = self.work.page.name
            self.take_down(self.work)
        self.take_down(self.start)
        self._dress()
        self.start = self._build_start()
        self._list()
        self.showing.build_anew()
        if self.desk is None:
            self.put_up(self.start)
        elif page:
            self.build_work(page)
