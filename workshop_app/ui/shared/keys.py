"""The board from the keyboard: arrows go from card to card, Space lifts, arrows carry, Space lets go, Esc puts back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from workshop_app.domain import board
from workshop_app.ui.shared import jumps
from workshop_app.ui.shared.board_scene import CardItem
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Keys:
    """What keys do on the board."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._held: CardItem | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; False if it means nothing here."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._arrow(*_ARROWS[key])
            return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._zoom(key)
        chosen = self._view.chosen_id
        if key == Qt.Key.Key_Space:
            self._space()
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self._put_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen:
            self._view.opened.emit(chosen)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen and self._held is None:
            self._view.aside_wanted.emit(chosen)
        elif key in (Qt.Key.Key_M, Qt.Key.Key_Menu) and chosen:
            self._open_menu(chosen)
        else:
            return jumps.press(self._view, event, carrying=self._held is not None)
        return True

    def first(self) -> None:
        """Choose the first card, top left."""
        jumps.to_end(self._view, last=False)

    def let_go(self) -> None:
        """Forget what is held, without a word (something else happened)."""
        if self._held is not None:
            self._held.setZValue(1)
            self._held.scale_made = 0.0
            self._held = None
            self._view.board.mark_target(None)

    def _arrow(self, dx: int, dy: int) -> None:
        if self._held is not None:
            self._carry(self._held, dx, dy)
        elif self._view.chosen_id:
            self._walk(dx, dy)
        else:
            self.first()

    def _walk(self, dx: int, dy: int) -> None:
        best = jumps.beside(self._view, dx, dy)
        if best:
            self._view.choose(best, follow=True)

    def _space(self) -> None:
        view = self._view
        if self._held is not None:
            held, self._held = self._held, None
            view.drop(held, held.pos())
            view.announce(translate("board", "Let go: {where}.", where=self._where(held)))
            return
        item = view.board.cards.get(view.chosen_id)
        if item is None:
            self.first()
            return
        self._held = item
        item.setZValue(10)
        item.setPos(item.home + QPointF(6, -6))
        item.render(view.sharpness, held=True)
        view.announce(translate("board", "Lifted. Arrows move it, Space lets go, Escape puts it back."))

    def _carry(self, item: CardItem, dx: int, dy: int) -> None:
        layout = self._view.board.layout
        x = min(max(0.0, item.x() + dx * board.PITCH_X), layout.width - board.CARD_W / 2)
        y = min(max(0.0, item.y() + dy * board.PITCH_Y), layout.height)
        item.setPos(x, y)
        target = self._view.target_at(item.pos())
        self._view.board.mark_target(target)
        self._view.ensureVisible(QRectF(x, y, board.CARD_W, board.CARD_H), 30, 30)
        self._view.announce(self._view.theme_name(target) or translate("board", "Not in a theme"))

    def _put_back(self) -> None:
        self.let_go()
        self._view.board.arrange()
        self._view.choose(self._view.chosen_id, follow=True)
        self._view.announce(translate("board", "Put back."))

    def _where(self, item: CardItem) -> str:
        return self._view.theme_name(item.card.theme_id) or translate("board", "not in a theme")

    def _open_menu(self, card_id: str) -> None:
        item = self._view.board.cards[card_id]
        corner = self._view.mapFromScene(item.home + QPointF(board.CARD_W * 0.6, board.CARD_H * 0.6))
        self._view.menu_for(card_id, self._view.viewport().mapToGlobal(QPoint(corner.x(), corner.y())))

    def _zoom(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._view.zoom_by(1.2)
        elif key == Qt.Key.Key_Minus:
            self._view.zoom_by(1 / 1.2)
        elif key == Qt.Key.Key_0:
            self._view.see_all()
        else:
            return False
        return True
