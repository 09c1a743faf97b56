"""The foot of the shared screen: everything that students touch beside the cards, within reach on a tall panel too."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from workshop_app.ui.shared import look_menu
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.theme import Look
from workshop_app.words import translate

SIDE, BETWEEN = 24, 10  # logical pixels on the smallest screen
_SIDES = {0: Qt.AlignmentFlag.AlignLeft, 1: Qt.AlignmentFlag.AlignLeft, 3: Qt.AlignmentFlag.AlignRight}


class Foot(QFrame):
    """What is done at the left, what was added in the middle (`add`), what is quiet at the right.

    Where they do not fit side by side they take two lines, or three.
    """

    def __init__(
        self,
        board: BoardView,
        *,
        add: Callable[[], object],
        theme_wanted: Callable[[], object],
        plainly: Callable[[bool], object],
        recolour: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._board, self._recolour = board, recolour
        self._larger = 1.0
        self._look = Look.SYSTEM
        self.setProperty("kind", "foot")
        self._add = TouchButton(translate("shared", "+  Add an idea"), add, kind="primary", name=_add_name())
        self._move = TouchButton(translate("board", "Move to…"), self._open_menu)
        self._new = TouchButton(translate("board", "New theme"), theme_wanted)
        self._all = TouchButton(translate("board", "See all"), board.see_all)
        self._near = TouchButton(
            translate("board", "Close up"), board.fit_width, name=translate("board", "Size to read in")
        )
        self._several = TouchButton(translate("board", "Choose several"), self._choose_several)
        self._plainly = TouchButton(translate("lead", "I don’t understand"), kind="quiet")
        self._plainly.setCheckable(True)
        self._plainly.clicked.connect(plainly)
        self._looks = TouchButton(
            translate("bar", "Look"), self._offer_looks, kind="quiet", name=translate("bar", "Colours")
        )
        self._groups = tuple(_Group() for _ in range(3))
        self._acts, self._extra, self._quiet = self._groups
        self._acts.fill(self._add, self._move, self._new, self._several, self._all, self._near)
        self._quiet.fill(self._plainly, self._looks)
        self._grid = QGridLayout(self)
        board.chosen.connect(lambda _card_id: self._allow())
        self._free = self._open = True
        self._allow()
        self._lay_out()

    def add(self, *buttons: QWidget) -> None:
        """Take more in, in the middle. Those that are TouchButtons grow with the screen."""
        self._extra.fill(*buttons)
        self.enlarge(self._larger)

    def add_quiet(self, *buttons: QWidget) -> None:
        """Take more in, at the right."""
        self._quiet.fill(*buttons)
        self.enlarge(self._larger)

    def allow(self, *, cards: bool, ideas: bool) -> None:
        """Whether cards may be moved, and whether there is a board to add ideas to now."""
        self._free, self._open = cards, ideas
        self._acts.setVisible(ideas)
        self._allow()

    def show_plain(self, *, there: bool, on: bool) -> None:
        """Whether there are plainer words, and whether they are on."""
        self._plainly.setVisible(there)
        self._plainly.setChecked(on)

    def show_look(self, look: Look) -> None:
        """How the app is coloured."""
        self._look = look

    def enlarge(self, larger: float) -> None:
        """Everything is larger by this factor than on the smallest screen."""
        self._larger = larger
        self._dress(larger)
        room, acts = self.width() - 2 * round(SIDE * larger), self._acts.sizeHint().width()
        if acts > room > 0:
            self._dress(max(1.0, larger * room / acts * 0.98))
        self._lay_out()

    def _dress(self, larger: float) -> None:
        for button in self.findChildren(TouchButton):
            button.enlarge(larger)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: as many lines as it takes."""
        super().resizeEvent(event)
        self.enlarge(self._larger)

    def _allow(self) -> None:
        card = bool(self._board.chosen_id)
        self._add.setEnabled(self._open)
        self._move.setEnabled(self._free and self._open and card)
        for button in (self._new, self._several):
            button.setEnabled(self._open and self._free)
        for button in (self._all, self._near):
            button.setEnabled(self._open)

    def _lay_out(self) -> None:
        side = round(SIDE * self._larger)
        self._grid.setContentsMargins(side, round(side * 0.5), side, round(side * 0.5))
        self._grid.setHorizontalSpacing(round(side * 0.8))
        self._grid.setVerticalSpacing(round(BETWEEN * self._larger))
        room, gap = self.width() - 2 * side, self._grid.horizontalSpacing()
        self._extra.setVisible(self._open and self._extra.holds_something)
        acts, extra, quiet = (0 if group.isHidden() else group.sizeHint().width() for group in self._groups)
        lines = (0, 0, 0)
        if acts + extra + quiet + 3 * gap > room:
            lines = (0, 1, 1) if extra + quiet + 2 * gap <= room else (0, 1, 2)
        for group, line, column in zip(self._groups, lines, (0, 1, 3), strict=True):
            # Alone in its line it goes across all of them, so that no column is wider for its sake.
            alone = lines.count(line) == 1
            self._grid.addWidget(group, line, 0 if alone else column, 1, 4 if alone else 1, _SIDES[column])
        self._grid.setColumnStretch(2, 1)

    def _open_menu(self) -> None:
        if self._board.chosen_id:
            self._board.menu_for(self._board.chosen_id, self._move.mapToGlobal(QPoint(0, 0)))

    def _choose_several(self) -> None:
        self._board.choice.choose_by_taps(True)

    def _offer_looks(self) -> None:
        look_menu.offer(self._looks, self._look, self._recolour, above=True)


class _Group(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BETWEEN)

    def fill(self, *things: QWidget) -> None:
        for thing in things:
            self._row.addWidget(thing)

    @property
    def holds_something(self) -> bool:
        return self._row.count() > 0


def _add_name() -> str:
    return translate("shared", "Add an idea")
