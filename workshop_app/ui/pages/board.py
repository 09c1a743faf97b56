"""The board with room: put ideas in order, name themes, set aside and bring back."""

from functools import partial

from PySide6.QtCore import QPoint, Qt

from workshop_app.domain import ideas
from workshop_app.domain.board import free_spots
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.ui import pieces
from workshop_app.ui.aside_sheet import AsideSheet
from workshop_app.ui.board_desk import ask_for_theme, make_board
from workshop_app.ui.desk import Desk
from workshop_app.ui.hands_off import HandsOff
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.page import CAME_FROM, Page
from workshop_app.words import translate
from workshop_app.workspace import Changes


class BoardPage(Page):
    """The board above, all that is touched below, within reach."""

    name = "board"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = make_board(desk)
        self.board.chosen.connect(self._chosen)
        foot = pieces.frame("foot", margins=(24, 10, 24, 10))
        tidy = pieces.button(translate("board", "Tidy up"), self._tidy)
        add = pieces.button(translate("board", "Add ideas…"), self._to_ideas)
        self._move = pieces.button(translate("board", "Move to…"), self._menu)
        self._open = pieces.button(translate("board", "Read or change"), self._open_chosen)
        new = pieces.button(translate("board", "New theme"), self._new_theme)
        all_of_it = pieces.button(translate("board", "See all"), self.board.see_all)
        near = pieces.button(
            translate("board", "Close up"), self.board.fit_width, name=translate("board", "Size to read in")
        )
        self._aside = pieces.button("", self._show_aside, kind="quiet", name=translate("board", "Set aside"))
        onward = pieces.button(translate("board", "Choose  →"), partial(desk.leading.onward, "choose"), kind="primary")
        self._moving = (tidy, new, add)
        desk.lock.turned.connect(lambda _on: self._chosen(self.board.chosen_id))
        self._count = Words(size=15, colour="soft", middle=True)
        buttons = pieces.row(
            new, self._move, self._open, all_of_it, near, tidy, add, self._aside, None, self._count, onward
        )
        pieces.fill(foot, buttons)
        column = pieces.column(0)
        column.addWidget(HandsOff(self.board, desk.lock), 1)
        column.addWidget(foot)
        self.setLayout(column)

    def enter(self) -> None:
        """The page comes up: the keyboard is on the board."""
        super().enter()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, changes: Changes) -> None:
        """Ideas or themes changed; the board itself hears of it on its own."""
        if changes.touches(Idea, Theme):
            self.refresh()

    def refresh(self) -> None:
        """The words around the board."""
        lying = ideas.on_board(self.desk.programme)
        loose = sum(idea.theme_id is None for idea in lying)
        words = translate("board", "{n} ideas", n=len(lying)) if len(lying) != 1 else translate("board", "1 idea")
        self._count.set_text(words + (translate("board", " · {n} not in a theme", n=loose) if loose else ""))
        aside = len(ideas.aside(self.desk.programme))
        self._aside.setVisible(aside > 0)
        self._aside.setText(translate("board", "Set aside: {n}", n=aside))
        self._chosen(self.board.chosen_id)

    def _chosen(self, card_id: str) -> None:
        free = not self.desk.lock.on
        self._move.setEnabled(bool(card_id) and free)
        self._open.setEnabled(bool(card_id) and free)
        for button in self._moving:
            button.setEnabled(free)

    def _to_ideas(self) -> None:
        self.desk.keep_draft(CAME_FROM, self.name)
        self.desk.going.emit("bring-in")

    def _new_theme(self) -> None:
        ask_for_theme(self.board)

    def _tidy(self) -> None:
        count = len(ideas.loose(self.desk.programme))
        self.desk.do("tidy", ideas.tidy, free_spots([], count))

    def _menu(self) -> None:
        if self.board.chosen_id:
            above = self._move.mapToGlobal(QPoint(0, 0))
            self.board.menu_for(self.board.chosen_id, above)

    def _open_chosen(self) -> None:
        if self.board.chosen_id:
            self.board.opened.emit(self.board.chosen_id)

    def _show_aside(self) -> None:
        sheet = AsideSheet(self, self.desk)
        sheet.closed.connect(lambda: self.board.setFocus(Qt.FocusReason.OtherFocusReason))
