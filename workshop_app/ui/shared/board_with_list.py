"""A board, the list of its ideas, or both side by side. Which one it is, its caller remembers."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workshop_app.ui import pieces
from workshop_app.ui.shared.around import Offer
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.idea_list import IdeaList
from workshop_app.words import translate

PART = 0.36  # of the width for the list, where both are there
LEAST, MOST = 340, 620
WIDEST = 1100
ROOM = 900  # pixels below which there is room for one of them only


class Shown(StrEnum):
    """What is shown."""

    BOARD = "board"
    LIST = "list"
    BOTH = "both"


class BoardWithList(QWidget):
    """`view` and its list. `around` is what the board is shown in, where that is more than the board itself."""

    shown_changed = Signal(str)  # a value of Shown

    def __init__(self, view: BoardView, around: QWidget | None = None) -> None:
        super().__init__()
        self.view = view
        self.shown = Shown.BOARD
        self._board = around or view
        self._list: IdeaList | None = None  # made when it is first wanted
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._board, 1)
        ways = (
            (translate("list", "Board"), Shown.BOARD),
            (translate("list", "List"), Shown.LIST),
            (translate("list", "Both"), Shown.BOTH),
        )
        looks = (Offer(words, partial(self.show_as, one), is_on=partial(self._shows, one)) for words, one in ways)
        find = Offer(translate("list", "Find words…"), self.find_words, Qt.Key.Key_F, control=True)
        view.around.offer(Offer(translate("list", "Show as"), inside=(*looks, find)))
        view.around.offer(Offer("", self._show_next, Qt.Key.Key_L, control=True))

    @property
    def list(self) -> IdeaList:
        """The list."""
        if self._list is None:
            self._list = IdeaList(self.view)
            self._list.hide()
            self._row.insertWidget(0, self._list)
        return self._list

    def show_as(self, shown: Shown | str) -> None:
        """Show the board, the list, or both; a word that is none of these means the board."""
        wanted = Shown(shown) if shown in list_of_shown() else Shown.BOARD
        with_keyboard = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self.shown = wanted
        self._settle()
        if with_keyboard:
            to = self.view if wanted is not Shown.LIST else self.list.rows
            to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown_changed.emit(wanted.value)

    def find_words(self) -> None:
        """Have the list there, with the keyboard where words to find are typed."""
        if self.shown is Shown.BOARD:
            self.show_as(Shown.BOTH if self.width() >= ROOM else Shown.LIST)
        elif not self.list.isVisible():
            self.show_as(Shown.LIST)
        self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _shows(self, shown: Shown) -> bool:
        return self.shown is shown

    def _show_next(self) -> None:
        """The key: the list, both, the board again."""
        order = (Shown.BOARD, Shown.LIST, Shown.BOTH)
        self.show_as(order[(order.index(self.shown) + 1) % len(order)])

    def switch(self) -> QWidget:
        """Three buttons that say what is shown, for a bar of the caller's."""
        made = QWidget()
        buttons = {
            Shown.BOARD: pieces.button(translate("list", "Board"), kind="tab", name=translate("list", "As a board")),
            Shown.LIST: pieces.button(translate("list", "List"), kind="tab", name=translate("list", "As a list")),
            Shown.BOTH: pieces.button(translate("list", "Both"), kind="tab", name=translate("list", "Board and list")),
        }
        for shown, button in buttons.items():
            button.setCheckable(True)
            button.setMinimumHeight(46)
            button.clicked.connect(lambda _on=False, shown=shown: self.show_as(shown))
        made.setLayout(pieces.row(*buttons.values(), spacing=4))
        self.shown_changed.connect(lambda _shown: _check(buttons, self.shown))
        _check(buttons, self.shown)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is no room for both, the list makes way."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        self._board.setVisible(self.shown is not Shown.LIST)
        if self._list is None and self.shown is Shown.BOARD:
            return
        room = self.shown is not Shown.BOTH or self.width() >= ROOM
        self.list.setVisible(self.shown is not Shown.BOARD and room)
        # Alone on a wide screen it keeps to the middle, so that a mark is near the words it belongs to.
        beside = max(0, (self.width() - WIDEST) // 2) if self.shown is Shown.LIST else 0
        self._row.setContentsMargins(beside, 0, beside, 0)
        if self.shown is Shown.BOTH:
            self.list.setFixedWidth(min(MOST, max(LEAST, round(self.width() * PART))))
        else:
            self.list.setMinimumWidth(LEAST)
            self.list.setMaximumWidth(16777215)


def list_of_shown() -> list[str]:
    """The words for what can be shown."""
    return [one.value for one in Shown]


def _check(buttons: dict[Shown, QPushButton], shown: Shown) -> None:
    for one, button in buttons.items():
        button.setChecked(one is shown)
