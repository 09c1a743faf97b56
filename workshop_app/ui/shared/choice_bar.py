"""A bar over the board while several cards are chosen: how many they are, and what can be done with all of them."""

from typing import TYPE_CHECKING
from weakref import proxy

from PySide6.QtCore import QPoint, Qt

from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

ABOVE = 14  # logical pixels between it and the lower edge


class ChoiceBar:
    """Lies in the lower middle of the view, within reach of students at a tall panel."""

    def __init__(self, view: "BoardView") -> None:
        self._view = proxy(view)  # its buttons keep this bar, and would keep the view with it
        self._frame = pieces.frame("panel", margins=(18, 8, 10, 8))
        self._frame.setParent(view)
        self._frame.setAccessibleName(translate("board", "Chosen cards"))
        self._count = Words(size=17)
        self._count.setMinimumWidth(130)
        self._move = pieces.button(translate("board", "Move all…"), self._open_menu)
        every = pieces.button(translate("board", "All"), self._all, name=translate("board", "Choose all"))
        done = pieces.button(translate("board", "Done"), self._done, kind="primary")
        row = pieces.row(self._count, self._move, every, done)
        row.setAlignment(self._count, Qt.AlignmentFlag.AlignVCenter)
        pieces.fill(self._frame, row)
        self._frame.hide()
        view.selection_changed.connect(self._show)
        view.lock.turned.connect(self._show)

    def place(self) -> None:
        """Lie in the middle of the lower edge."""
        self._frame.adjustSize()
        room, size = self._view.size(), self._frame.size()
        self._frame.move((room.width() - size.width()) // 2, room.height() - size.height() - ABOVE)

    def _show(self) -> None:
        count = len(self._view.chosen_ids)
        wanted = (self._view.choice.choosing or count > 1) and not self._view.lock.on
        self._frame.setVisible(wanted)
        if not wanted:
            return
        self._count.set_text(
            translate("board", "Tap the cards")
            if count == 0
            else translate("board", "1 card chosen")
            if count == 1
            else translate("board", "{n} cards chosen", n=count)
        )
        self._move.setEnabled(count > 0)
        self.place()
        self._frame.raise_()

    def _open_menu(self) -> None:
        ids = self._view.chosen_ids
        if ids:
            self._view.menu_for(ids[-1], self._move.mapToGlobal(QPoint(0, 0)))

    def _all(self) -> None:
        self._view.choose_many(self._view.choice.with_theme(""))
        self._view.setFocus()

    def _done(self) -> None:
        self._view.choice.choose_by_taps(False)
        self._view.choose("")
        self._view.setFocus()
