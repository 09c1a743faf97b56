"""The board with room: put ideas in order, name themes, set aside and bring back."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.domain import ideas
from workshop_app.domain.board import free_spots
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.lenses import Lens
from workshop_app.domain.sessions import Session
from workshop_app.ui import pieces, theme
from workshop_app.ui.aside_sheet import AsideSheet
from workshop_app.ui.board_desk import ask_for_theme, make_board
from workshop_app.ui.board_exports import exports
from workshop_app.ui.board_menu import film, open_more
from workshop_app.ui.desk import Desk
from workshop_app.ui.hands_off import HandsOff
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.page import CAME_FROM, Page
from workshop_app.ui.place import BOARD_SHOWN
from workshop_app.ui.shared.around import Offer
from workshop_app.ui.shared.board_with_list import BoardWithList, Shown
from workshop_app.ui.shared.lens_bar import LensBar
from workshop_app.words import translate
from workshop_app.workspace import Changes

_COUNTED = 1.5  # up to this scale the number of ideas is said


class BoardPage(Page):
    """The board above, all that is touched below, within reach."""

    name = "board"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = make_board(desk)
        self.board.chosen.connect(self._chosen)
        self._move = pieces.button(translate("board", "Move to…"), self._menu)
        self._open = pieces.button(translate("board", "Read or change"), self._open_chosen)
        self._new = pieces.button(translate("board", "New theme"), self._new_theme)
        self._more = pieces.button(translate("board", "More…"), lambda: open_more(desk, self.board, self._more))
        self._aside = pieces.button("", self._show_aside, kind="quiet", name=translate("board", "Set aside"))
        self._count = Words(size=15, colour="soft", middle=True)
        desk.lock.turned.connect(self._locked)
        desk.looking.changed.connect(self._looked)
        self._room = BoardWithList(self.board, HandsOff(self.board, desk.lock))
        self._offer()
        self._room.show_as(desk.workspace.draft(BOARD_SHOWN))
        self._room.shown_changed.connect(partial(desk.keep_draft, BOARD_SHOWN))
        column = pieces.column(0)
        column.addWidget(self._room, 1)
        column.addWidget(self._foot())
        self.setLayout(column)

    def _foot(self) -> QFrame:
        """How the board is looked at, and below it what can be done."""
        foot = pieces.frame("foot", margins=(24, 6, 24, 10), spacing=4)
        all_of_it = pieces.button(translate("board", "See all"), self.board.see_all)
        near = pieces.button(
            translate("board", "Close up"), self.board.fit_width, name=translate("board", "Size to read in")
        )
        onward = partial(self.desk.leading.onward, "choose")
        choose = pieces.button(translate("board", "Choose  →"), onward, kind="primary")
        large = theme.scale() > _COUNTED  # then the room is the board's, and how many there are can be seen
        self._count.setParent(foot)
        self._count.setVisible(not large)
        last: tuple[QWidget, ...] = () if large else (self._count,)
        pieces.fill(
            foot,
            pieces.row(LensBar(self.board), None, self._room.switch(), *last, spacing=18),
            pieces.row(self._new, self._move, self._open, all_of_it, near, self._more, self._aside, None, choose),
        )
        return foot

    def enter(self) -> None:
        """The page comes up: the keyboard is on the board, or on its list."""
        super().enter()
        to = self._room.list.rows if self._room.shown is Shown.LIST else self.board
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, changes: Changes) -> None:
        """Ideas or themes changed; the board itself hears of it on its own."""
        if changes.touches(Idea, Theme, Session):
            self.refresh()

    def refresh(self) -> None:
        """The words around the board."""
        session_id = self.desk.looking.session_id
        every = ideas.count_on_board(self.desk.programme)
        lying = ideas.lying(self.desk.programme, session_id)
        loose = sum(idea.theme_id is None for idea in lying)
        parts = [translate("board", "{n} ideas", n=len(lying)) if len(lying) != 1 else translate("board", "1 idea")]
        if loose and self.board.lens is Lens.THEMES:
            parts.append(translate("board", "{n} not in a theme", n=loose))
        if every > len(lying):
            parts.append(translate("board", "{n} of other sessions", n=every - len(lying)))
        self._count.set_text(" · ".join(parts))
        aside = ideas.count_aside(self.desk.programme)
        self._aside.setVisible(aside > 0)
        self._aside.setText(translate("board", "Set aside: {n}", n=aside))
        self._chosen(self.board.chosen_id)

    def _locked(self, _on: bool) -> None:
        self._chosen(self.board.chosen_id)

    def _chosen(self, card_id: str) -> None:
        free = not self.desk.lock.on
        self._move.setEnabled(bool(card_id) and free)
        self._open.setEnabled(bool(card_id))
        self._new.setEnabled(free and self.board.lens is Lens.THEMES)

    def _looked(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _offer(self) -> None:
        """What this page can do with the whole board, beside what every board offers."""
        self.board.around.offer_more(
            Offer(translate("board", "Add ideas…"), self._to_ideas, Qt.Key.Key_N, is_free=self._is_free),
            Offer(translate("board", "Tidy up"), self._tidy, is_free=self._can_tidy),
            exports(self.desk, self),
            film(self.desk, self),
            Offer(
                translate("board", "What was set aside…"),
                self._show_aside,
                is_free=lambda: bool(ideas.aside(self.desk.programme)),
            ),
        )

    def _is_free(self) -> bool:
        return not self.desk.lock.on

    def _can_tidy(self) -> bool:
        looking = self.desk.looking
        one_ground = looking.session_id is not None or self.desk.session is None
        return self._is_free() and one_ground and looking.lens is Lens.THEMES

    def _to_ideas(self) -> None:
        self.desk.keep_draft(CAME_FROM, self.name)
        self.desk.going.emit("bring-in")

    def _new_theme(self) -> None:
        ask_for_theme(self.board)

    def _tidy(self) -> None:
        session_id = self.desk.looking.session_id
        count = len(ideas.loose(self.desk.programme, session_id))
        self.desk.do("tidy", ideas.tidy, free_spots([], count), session_id)

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
