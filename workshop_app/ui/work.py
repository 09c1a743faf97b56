"""The window's inside while a programme is open: the bar, a line for what is said, and the pages."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from workshop_app.domain.programme import About
from workshop_app.ui import kept, pieces, theme
from workshop_app.ui.bar import TopBar
from workshop_app.ui.desk import Desk
from workshop_app.ui.notice import Notice
from workshop_app.ui.now_strip import NowStrip
from workshop_app.ui.pages.by_name import PAGES
from workshop_app.ui.pages.page import Page
from workshop_app.ui.place import PLACE
from workshop_app.ui.scrolling import PageScroller
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.theme import Look
from workshop_app.workspace import Changes

LOCK_KEYS = QKeySequence("F7")  # hands off the boards, beside the key that shows them to everybody
CARE_KEYS = QKeySequence("Shift+F9")  # beside the key that takes everything off the screen


class Work(QWidget):
    """Pages are made when they are first needed, so that the window is there at once."""

    home = Signal()
    look_chosen = Signal(str)
    hide_wanted = Signal()
    reveal_wanted = Signal(str)
    show_wanted = Signal()
    for_all_wanted = Signal(str, str)
    went = Signal(str)  # to a page

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk = desk
        self._pages: dict[str, Page] = {}
        self._held: dict[str, QWidget] = {}  # what stands in the window for each of them
        self._page: Page | None = None
        self._bar = TopBar()
        self._notice = Notice(self, self._bar)
        self._stack = QStackedWidget()
        self._strip = NowStrip(desk)
        column = pieces.column(0)
        column.addWidget(self._bar)
        column.addWidget(self._strip)
        column.addWidget(self._stack, 1)
        self.setLayout(column)
        self._bar.going.connect(self.go)
        self._bar.home.connect(self.home)
        self._bar.look_chosen.connect(self.look_chosen)
        self._bar.hide_wanted.connect(self.hide_wanted)
        self._bar.show_wanted.connect(self.show_wanted)
        self._bar.care_wanted.connect(self._open_care)
        QShortcut(CARE_KEYS, self, self._open_care)
        self._bar.undo.connect(desk.undo)
        self._bar.redo.connect(desk.redo)
        for keys, act in ((QKeySequence.StandardKey.Undo, desk.undo), (QKeySequence.StandardKey.Redo, desk.redo)):
            shortcut = QShortcut(self)
            shortcut.setKeys(keys)  # all that people know it by: Redo is Ctrl+Y and Ctrl+Shift+Z
            shortcut.activated.connect(act)
        QShortcut(LOCK_KEYS, self, lambda: desk.lock.turn(not desk.lock.on))
        desk.changed.connect(self._changed)
        desk.said.connect(self._say)
        desk.going.connect(self.go)
        desk.reveal_wanted.connect(self.reveal_wanted)
        desk.for_all_wanted.connect(self.for_all_wanted)
        self._show_history()
        self._show_about()

    def begin(self) -> None:
        """Go on where this programme was left. Called once it is on the screen, so that the keyboard is there too."""
        waits = self.desk.leading.waits_for_another_day()
        self.go("lead" if waits else self.desk.workspace.draft(PLACE) or "people")

    @property
    def page(self) -> Page:
        """The page that is up."""
        if self._page is None:
            raise TypeError("no page is up")
        return self._page

    def show_look(self, look: Look) -> None:
        """How the app is coloured now: what keeps colours of its own takes the new ones."""
        self._bar.show_look(look)
        for view in self.findChildren(BoardView):
            view.recolour()

    def show_shared(self, words: tuple[str, str], *, apart: bool, hidden: bool) -> None:
        """What the bar offers for the shared screen, and whether that is a window of its own, and covered."""
        self._bar.show_shared(words, apart=apart, hidden=hidden)

    def go(self, name: str) -> None:
        """Bring a page up."""
        if name not in PAGES:
            name = "people"
        self._notice.hide()  # before anything is said on the way
        self.desk.flushing.emit()
        if name not in self._pages:
            self._pages[name] = PAGES[name](self.desk)
            self._held[name] = _held(self._pages[name])
            self._stack.addWidget(self._held[name])
        self._page = self._pages[name]
        self._stack.setCurrentWidget(self._held[name])
        self._bar.setVisible(not self._pages[name].alone)
        self._bar.show_page(name)
        self._strip.show_page(name)
        self._pages[name].enter()
        if isinstance(self.window().focusWidget(), QAbstractButton):
            self._pages[name].catch_focus()  # a letter that is typed now presses nothing
        self.desk.keep_draft(PLACE, name)
        self.went.emit(name)

    def _open_care(self) -> None:
        """The card with what to do when a student tells something worrying: over everything, and once."""
        from workshop_app.ui.care_card import CareCard

        host = self.window()
        if not host.findChildren(CareCard):
            CareCard(host, self.desk, lambda: kept.open_gate(host, self.desk))

    def _changed(self, changes: Changes) -> None:
        self._show_history()
        if changes.touches(About):
            self._show_about()

    def _show_history(self) -> None:
        self._bar.show_history(*self.desk.workspace.labels())

    def _show_about(self) -> None:
        about = self.desk.programme.about
        self._bar.show_programme(f"{about.school} · {about.year}", practice=about.practice)

    def _say(self, sentence: str, kind: str) -> None:
        self._notice.say(sentence, kind)


def _held(page: Page) -> QWidget:
    """A page, in a window that it scrolls in where its words are large."""
    return page if theme.scale() == 1 else PageScroller(page)
