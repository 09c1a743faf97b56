"""The window: the start page, or the programme that is open. It opens and closes programmes; pages do the rest.

What only an open programme needs is imported when one is opened, so that the start page is there at once; and where
a programme is opened with the app, its board is there before the start page is even made.
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
from workshop_app.domain.programme import About, Programme, school_year
from workshop_app.domain.texts import SHORT, wanted
from workshop_app.storage.errors import StorageError
from workshop_app.storage.library import Library
from workshop_app.storage.shelf import Shelf
from workshop_app.ui import theme
from workshop_app.ui.ports import Files
from workshop_app.ui.screens import Screens
from workshop_app.ui.settings import Settings
from workshop_app.ui.theme import Look
from workshop_app.words import translate

if TYPE_CHECKING:
    from sqlite3 import Connection

    from workshop_app.facilitation.bank import Bank
    from workshop_app.storage.store import Store
    from workshop_app.ui.calm import Calm
    from workshop_app.ui.desk import Desk
    from workshop_app.ui.opening_up import OpeningUp
    from workshop_app.ui.pages.start import StartPage
    from workshop_app.ui.showing import Showing
    from workshop_app.ui.work import Work
    from workshop_app.workspace import Workspace

LEAST = QSize(1180, 700)


class Window(QMainWindow):
    """The one window on this screen. Its world comes in by argument: shelf, prompts, files, clock and ids."""

    def __init__(
        self,
        *,
        shelf: Shelf,
        bank: "Callable[[], Bank]",
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
        self._screens = screens
        self.desk: Desk | None = None
        self.work: Work | None = None
        self.setWindowTitle("Workshop")
        self.setMinimumSize(LEAST)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._start: StartPage | None = None
        self._calm: Calm | None = None
        self._showing: Showing | None = None
        self._opening: OpeningUp | None = None

    @property
    def start(self) -> "StartPage":
        """The list of programmes, made when it is first needed."""
        if self._start is None:
            self._start = self._build_start()
            self._list()
        return self._start

    @property
    def calm(self) -> "Calm":
        """What takes everything off this window, made with the keys for what everybody sees when it is first needed."""
        if self._calm is None:
            from workshop_app.ui import calm, showing

            # Made before Calm looks at what is new here: what Qt calls a plain object takes PySide long to name.
            hide, show, private = (
                QShortcut(keys, self, context=Qt.ShortcutContext.ApplicationShortcut)
                for keys in (calm.KEY, showing.KEY, showing.PRIVATE_KEY)
            )
            hide.setAutoRepeat(False)  # held down it would come and go
            show.setAutoRepeat(False)
            self._calm = calm.Calm(self, self._hide)
            hide.activated.connect(self.showing.turn_cover)
            show.activated.connect(self.showing.turn)
            private.activated.connect(self.showing.for_me)
        return self._calm

    @property
    def showing(self) -> "Showing":
        """What everybody sees, made when it is first needed."""
        if self._showing is None:
            from workshop_app.ui.showing import Showing

            self._showing = Showing(self, self._screens)
        return self._showing

    def make_ready(self) -> None:
        """Make what every window has, where it is not there yet: the start page and the calm picture."""
        self.start  # noqa: B018
        self.calm  # noqa: B018

    def open_programme(self, path: Path) -> bool:
        """Open a programme; False, with the reason on the start page, if it can't be opened."""
        return self._enter(lambda: self._store_of(path), path)

    def open_at_once(self, path: Path) -> bool:
        """Open a programme with the app: a board that was up is there now, and the rest is loaded behind it.

        False, with the reason on the start page, if it can't be opened.
        """
        from workshop_app.ui import opening_up

        try:
            look = opening_up.board_that_was_up(path, self._now())
        except StorageError as error:
            self.refuse(str(error))
            return False
        if look is None:
            self.make_ready()
            return self.open_programme(path)
        self._opening = opening_up.OpeningUp(self, path, look)
        self._opening.board.take_room(self._stack.size())
        self.put_up(self._opening.board)
        self._opening.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self._entitle(look.programme)
        return True

    def load(self, path: Path, connection: "Connection") -> "Workspace":
        """Everything of a file that is held already; StorageError, and it is let go, where it can't be loaded."""
        from workshop_app.storage.store import Store

        return self._workspace_of(Store(path, connection, self._shelf.backups_of(path)))

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
        if self._opening is not None:
            self._opening.close()
            self._opening = None
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

    def _build_start(self) -> "StartPage":
        from workshop_app.ui.pages.start import StartPage

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
        self.showing.serve(work)
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

    def _store_of(self, path: Path) -> "Store":
        from workshop_app.storage.store import Store

        return Store.open(path, backup_folder=self._shelf.backups_of(path), now=self._now())

    def _workspace_of(self, store: "Store") -> "Workspace":
        from workshop_app.workspace import Workspace

        return Workspace(store, self._now, self._new_id)

    def _enter(self, get: "Callable[[], Store]", path: Path) -> bool:
        self.close_programme()
        self.start.say("")
        try:
            workspace = self._workspace_of(get())
        except StorageError as error:
            self.start.say(str(error))
            return False
        self.take_in(workspace, path)
        return True

    def take_in(self, workspace: "Workspace", path: Path) -> "Work | None":
        """Show the pages of a programme that is whole."""
        from workshop_app.ui.desk import Desk

        self._shelf.remember(path)
        self.start.begun()
        self.desk = Desk(workspace, self._bank(), self._files, self._library, self._ticks)
        self.build_work()
        self._entitle(workspace.programme)
        return self.work

    def refuse(self, why: str) -> None:
        """Nothing is open, and the start page says why."""
        self.make_ready()
        self.put_up(self.start)
        self.setWindowTitle("Workshop")
        self.start.say(why)

    def _entitle(self, programme: Programme) -> None:
        self.setWindowTitle(f"{programme.about.school} – Workshop")

    def _list(self) -> None:
        self.start.show_programmes(self._shelf.summaries())

    def _ask_file(self) -> None:
        title = translate("window", "Open a programme")
        kinds = translate("window", "Programmes (*.workshop)")
        self._files.open_one(self, title, kinds, self.open_programme)

    def _open_backup(self, path: Path) -> None:
        from workshop_app.ui import from_backup

        try:
            beside = from_backup.copied(self._shelf, path)
        except StorageError as error:
            self.start.say(str(error))
            return
        self.open_programme(beside)

    def _ask_throw_away(self, path: Path) -> None:
        from workshop_app.ui.shared.confirming import Confirming

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
        self._start = self._build_start()
        self._list()
        self.showing.build_anew()
        if self.desk is None:
            self.put_up(self.start)
        elif page:
            self.build_work(page)
