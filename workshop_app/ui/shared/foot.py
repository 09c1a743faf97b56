"""The foot of the shared screen: everything that students touch beside the cards, within reach on a tall panel too."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared import foot_menu, look_menu
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.screen_commands import ScreenCommands
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.theme import Look
from workshop_app.ui.wrapping import WrappingRow
from workshop_app.words import translate

SIDE, BETWEEN = 24, 10  # logical pixels on the smallest screen
MOST_HIGH, MOST_TALL = 0.24, 0.18  # of a wide screen and of a tall one: above that, what is used less is folded
SMALLER = (1.0, 0.85, 0.7)  # what the words may shrink to, where even so little does not fit
_SIDES = {0: Qt.AlignmentFlag.AlignLeft, 1: Qt.AlignmentFlag.AlignLeft, 3: Qt.AlignmentFlag.AlignRight}


class Foot(QFrame):
    """What is done at the left, what was added in the middle (`add`), what is quiet at the right.

    Where they do not fit side by side they take two lines, or more, and what is used less goes into one menu.
    """

    fitted = Signal()  # it is as high as it is from now on

    def __init__(
        self,
        board: BoardView,
        commands: ScreenCommands,
        *,
        add: Callable[[], object],
        undo: Callable[[], object],
        plainly: Callable[[bool], object],
    ) -> None:
        super().__init__()
        self._board, self._commands = board, commands
        self._room = (0, 0, 1.0)  # width and height of the screen, and how much larger everything is
        self._look = Look.SYSTEM
        self.setProperty("kind", "foot")
        self._add = TouchButton(translate("shared", "+  Add an idea"), add, kind="primary", name=_add_name())
        self._move = TouchButton(translate("board", "Move to…"), self._open_menu)
        self._undo = TouchButton(translate("board", "Undo"), undo)
        self._new = TouchButton(translate("board", "New theme"), commands.new_theme)
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
        self._more = TouchButton(translate("board", "More…"), self._offer_more, kind="quiet")
        self._groups = tuple(_Group(self) for _ in range(3))
        self._acts, self._extra, self._quiet = self._groups
        self._own = (self._add, self._move, self._undo, self._new, self._several, self._all, self._near)
        self._acts.fill(*self._own)
        self._quiet.fill(self._plainly, self._looks, self._more)
        self._added: list[QWidget] = []
        self._folded: tuple[QWidget, ...] = ()
        self._grid = QGridLayout(self)
        board.chosen.connect(lambda _card_id: self._allow())
        board.looked.connect(self._allow)
        self._free = self._open = self._plain_there = True
        self._allow()

    def add(self, *things: QWidget) -> None:
        """Take more in, in the middle. Those that are TouchButtons grow with the screen."""
        self._added += things
        self._extra.fill(*things)
        self._fit()

    def add_quiet(self, *things: QWidget) -> None:
        """Take more in, at the right."""
        for thing in things:
            thing.setMinimumSize(thing.sizeHint())
        self._quiet.fill(*things)
        self._fit()

    def allow(self, *, cards: bool, ideas: bool) -> None:
        """Whether cards may be moved, and whether there is a board to add ideas to now."""
        self._free, self._open = cards, ideas
        self._allow()
        self._fit()

    def show_plain(self, *, there: bool, on: bool) -> None:
        """Whether there are plainer words, and whether they are on."""
        self._plain_there = there
        self._plainly.setChecked(on)
        self._fit()

    def show_look(self, look: Look) -> None:
        """How the app is coloured."""
        self._look = look

    def lay_out(self, width: int, height: int, larger: float) -> None:
        """For a screen of this size (logical pixels); everything is `larger` than on the smallest by this factor."""
        self._room = (width, height, larger)
        self._fit()

    def _allow(self) -> None:
        card = bool(self._board.chosen_id)
        free = self._open and self._free
        self._add.setEnabled(self._open)
        self._move.setEnabled(free and card)
        self._new.setEnabled(free and self._board.lens is Lens.THEMES)
        for button in (self._undo, self._several):
            button.setEnabled(free)
        for button in (self._all, self._near, self._more):
            button.setEnabled(self._open)

    def _fit(self) -> None:
        """Fold as much as it takes to leave the board its room; then let the words be smaller."""
        width, height, larger = self._room
        if not width:
            return
        most = height * (MOST_HIGH if height < width else MOST_TALL)
        sizing = (self._all, self._near, self._several)
        foldable = ((), sizing, (*sizing, *self._added), (*self._added, self._new, *sizing, self._looks))
        tries = [(folded, 1.0) for folded in foldable] + [(foldable[-1], smaller) for smaller in SMALLER[1:]]
        for folded, smaller in tries:
            self._folded = folded
            self._show()
            self._dress(larger * smaller)
            if self._lay_out(width, larger * smaller) <= most:
                break
        self.fitted.emit()

    def _show(self) -> None:
        """Show what there is room for."""
        for button in self._own:
            button.setVisible(self._open and button not in self._folded)
        for thing in self._added:
            thing.setVisible(thing not in self._folded)
        self._plainly.setVisible(self._plain_there)
        self._looks.setVisible(self._looks not in self._folded or not self._open)
        self._more.setVisible(self._open)
        self._acts.setVisible(self._open)
        self._quiet.setVisible(True)
        self._extra.setVisible(self._open and any(thing not in self._folded for thing in self._added))

    def _dress(self, larger: float) -> None:
        for button in self.findChildren(TouchButton):
            button.enlarge(larger)
        for thing in self._added:
            if (inside := thing.layout()) is not None:
                inside.invalidate()  # it is asked for its size before it hears of theirs
            thing.updateGeometry()

    def _lay_out(self, width: int, larger: float) -> float:
        """Put the groups in as many lines as it takes; the height of them all, infinite where one is cut."""
        side = round(SIDE * larger)
        gap, between, above = round(side * 0.8), round(BETWEEN * larger), round(side * 0.5)
        self._grid.setContentsMargins(side, above, side, above)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(between)
        room = width - 2 * side
        wide = [0 if group.isHidden() else group.wanted() for group in self._groups]
        lines = (0, 0, 0)
        if sum(wide) + 3 * gap > room:
            lines = (0, 1, 1) if wide[1] + wide[2] + 2 * gap <= room else (0, 1, 2)
        high, cut = [0, 0, 0], False
        for group, line, column, wanted in zip(self._groups, lines, (0, 1, 3), wide, strict=True):
            if group.isHidden():
                continue
            cut = cut or group.least() > room
            high[line] = max(high[line], group.take(min(room, wanted)))
            # Alone in its line it goes across all of them, so that no column is wider for its sake.
            alone = lines.count(line) == 1
            place = 0 if alone or (line and column == 1) else column
            self._grid.addWidget(group, line, place, 1, 4 if alone else 1, _SIDES[column])
        self._grid.setColumnStretch(2, 1)
        used = [one for one in high if one]
        whole = sum(used) + between * max(0, len(used) - 1) + 2 * above
        self.setFixedHeight(whole + 1)  # and its line
        return float("inf") if cut else whole

    def _open_menu(self) -> None:
        if self._board.chosen_id:
            self._board.menu_for(self._board.chosen_id, self._move.mapToGlobal(QPoint(0, 0)))

    def _choose_several(self) -> None:
        self._board.choice.choose_by_taps(True)

    def _offer_looks(self) -> None:
        beside = self._looks if self._looks.isVisible() else self._more
        look_menu.offer(beside, self._look, self._commands.recolour, above=True)

    def _offer_more(self) -> None:
        foot_menu.open_above(self._more, self._board, self._commands, self._folded)


class _Group(QWidget):
    """Things side by side, in as many lines as it takes."""

    def __init__(self, foot: QWidget) -> None:
        super().__init__(foot)
        self._row = WrappingRow(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BETWEEN)

    def fill(self, *things: QWidget) -> None:
        for thing in things:
            self._row.addWidget(thing)

    def wanted(self) -> int:
        """The width of all of it in one line."""
        self._row.invalidate()
        return self._row.sizeHint().width()

    def least(self) -> int:
        """The width of the widest thing in it."""
        return self._row.minimumSize().width()

    def take(self, width: int) -> int:
        """Be so wide, and as high as that needs."""
        high = self._row.heightForWidth(width)
        self.setFixedSize(width, high)
        return high


def _add_name() -> str:
    return translate("shared", "Add an idea")
