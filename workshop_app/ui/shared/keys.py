"""The board from the keyboard: arrows go from card to card, Space lifts, arrows carry, Space lets go, Esc puts back.

G goes from theme to theme (see theme_keys). Ctrl+Space chooses several, Ctrl+A all of a theme. Shift+M opens the
board's own menu. Space held down lets the mouse pan; so it lifts when it comes up.
"""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from workshop_app.domain import board
from workshop_app.ui.shared import cards, groups, jumps, menu
from workshop_app.ui.shared.board_scene import HELD, CardItem
from workshop_app.ui.shared.load import Load
from workshop_app.ui.shared.theme_keys import ThemeKeys
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

LONG, REPEAT = 0.4, 0.06  # seconds: Space that is held longer waits for the mouse to pan; and between two of one hold

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Keys:
    """What keys do on the board."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.themes = ThemeKeys(view)
        self._load: Load | None = None
        self.space_is_down = False
        self._space_panned = False
        self._space_down_at = self._space_up_at = 0.0

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; False if it means nothing here."""
        return self._view.around.press(event, carrying=self.holds) or self._press(Qt.Key(event.key()), event)

    def _press(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._with_control(key)
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space_comes_down()
            return True
        if self._load is None and self.themes.press(key, event.modifiers()):
            return True
        if key in _ARROWS:
            self._arrow(*_ARROWS[key])
            return True
        if key == Qt.Key.Key_Escape:
            return self._escape()
        with_chosen = self._with_chosen(key, event.modifiers())
        return with_chosen or jumps.press(self._view, event, carrying=self._load is not None)

    def release(self, event: QKeyEvent) -> bool:
        """Take a key that comes up: Space lifts and lets go, unless the mouse panned meanwhile."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat() or not self.space_is_down:
            return False
        self.space_is_down = False
        self._space_up_at = monotonic()
        long = self._space_up_at - self._space_down_at > LONG
        if not (long or self._space_panned) and not (self._load is None and self.themes.space()):
            self._space()
        return True

    def _space_comes_down(self) -> None:
        self.space_is_down = True
        if monotonic() - self._space_up_at > REPEAT:  # or else it repeats itself, as some desktops have it
            self._space_down_at, self._space_panned = monotonic(), False

    def pan_begins(self) -> None:
        """The mouse came down while Space was held."""
        self._space_panned = True

    @property
    def holds(self) -> bool:
        """Whether something is lifted."""
        return self._load is not None or self.themes.holds

    def first(self) -> None:
        """Choose the first card, top left."""
        jumps.to_end(self._view, last=False)

    def let_go(self) -> None:
        """Put back what is lifted, without a word (something else happened)."""
        self.space_is_down = False
        self.themes.let_go()
        load, self._load = self._load, None
        if load is not None:
            load.put_back()

    def after_news(self) -> None:
        """Cards changed: keep what is lifted, if it is still there."""
        self.themes.after_news()
        if self._load is not None and not self._load.holds_on():
            self._load = None
            self._view.board.arrange()

    def _with_chosen(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """What a key does to the chosen card."""
        view, chosen = self._view, self._view.chosen_id
        if key in (Qt.Key.Key_M, Qt.Key.Key_Menu) and self._load is None:
            self._open_menu("" if modifiers & Qt.KeyboardModifier.ShiftModifier else chosen)
        elif not chosen:
            return False
        elif key in _ENTER and self._load is None:
            view.opened.emit(chosen)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._load is None:
            view.aside_wanted.emit(chosen)
        elif key == Qt.Key.Key_Z:
            view.see_card(chosen)
        else:
            return False
        return True

    def _with_control(self, key: Qt.Key) -> bool:
        view = self._view
        if key in _ARROWS:
            view.sight.pan_by_keys(*_ARROWS[key])
        elif key == Qt.Key.Key_Space:
            self._choose_several()
        elif key == Qt.Key.Key_A:
            view.choose_many(view.choice.with_theme(view.chosen_id))
            view.choice.say()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            view.zoom_by(1.2)
        elif key == Qt.Key.Key_Minus:
            view.zoom_by(1 / 1.2)
        elif key == Qt.Key.Key_0:
            view.see_all()
        else:
            return False
        return True

    def _choose_several(self) -> None:
        """Begin to choose several with this card, or add it, or take it out."""
        view = self._view
        if not view.chosen_id:
            self.first()
        elif view.choice.choosing:
            view.choice.toggle(view.chosen_id)
        else:
            view.choice.choose_by_taps(True)

    def _escape(self) -> bool:
        """Put back what is lifted, or else let go of the choice."""
        if self._load is not None:
            self._put_back()
        elif self._view.choice.choosing:
            self._view.choice.choose_by_taps(False)
        elif len(self._view.chosen_ids) > 1:
            self._view.choose("")
        else:
            return False
        return True

    def _arrow(self, dx: int, dy: int) -> None:
        if self._load is not None:
            self._carry(self._load, dx, dy)
        elif self._view.chosen_id:
            self._walk(dx, dy)
        else:
            self.first()

    def _walk(self, dx: int, dy: int) -> None:
        best = jumps.beside(self._view, dx, dy)
        if best:
            self._view.choice.walk_to(best)

    def _space(self) -> None:
        view = self._view
        if self._load is not None:
            load, self._load = self._load, None
            load.drop()
            view.announce(translate("board", "Let go: {where}.", where=self._where(load.lead)))
            return
        item = view.board.cards.get(view.chosen_id)
        if item is None:
            self.first()
            return
        if item.scale_made == HELD:
            view.announce(translate("board", "Another hand holds it."))
            return
        if view.lock.holds_back():
            return
        self._load = Load(view, item, view.choice.with_it(item))
        self._load.move_to(item.home + QPointF(6, -6))
        view.announce(translate("board", "Lifted. Arrows move it, Space lets go, Escape puts it back."))

    def _carry(self, load: Load, dx: int, dy: int) -> None:
        layout, item = self._view.board.layout, load.lead
        x = min(max(0.0, item.x() + dx * board.PITCH_X), layout.width - board.CARD_W / 2)
        y = min(max(0.0, item.y() + dy * board.PITCH_Y), layout.height)
        load.move_to(QPointF(x, y))
        load.aim.show_now()
        self._view.ensureVisible(QRectF(x, y, board.CARD_W, board.CARD_H), 30, 30)
        self._view.announce(self._over(load))

    def _over(self, load: Load) -> str:
        below = self._view.board.cards.get(load.aim.card)
        if below is not None:
            return translate("board", "On “{card}”: together they begin a theme", card=cards.said_words(below.card))
        frame = self._view.board.frames.get(load.aim.frame or "") if load.aim.frame is not None else None
        return frame.frame.name if frame is not None else translate("board", "Not in a theme")

    def _put_back(self) -> None:
        self.let_go()
        self._view.choose(self._view.chosen_id, follow=True)
        self._view.announce(translate("board", "Put back."))

    def _where(self, item: CardItem) -> str:
        group = groups.of_card(self._view.board, item.card)
        return groups.name(self._view.board, group)

    def _open_menu(self, card_id: str) -> None:
        view = self._view
        item = view.board.cards.get(card_id)
        if item is None:
            menu.board_menu(view).popup(view.viewport().mapToGlobal(view.viewport().rect().center()))
            return
        corner = view.mapFromScene(item.home + QPointF(board.CARD_W * 0.6, board.CARD_H * 0.6))
        view.menu_for(card_id, view.viewport().mapToGlobal(QPoint(corner.x(), corner.y())))
