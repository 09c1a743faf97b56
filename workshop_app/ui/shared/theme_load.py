"""A whole theme in one hand, held by its name: its cards come along, and a bar shows before which other it would stand.

Let go on another theme's name, the two are put together.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from workshop_app.domain import board
from workshop_app.ui import theme
from workshop_app.ui.shared.board_scene import HELD, CardItem
from workshop_app.ui.shared.load import Carrier

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

BAR = 8.0  # board units


class ThemeLoad:
    """A theme in a hand. `into` is the theme whose name it is over; else it would go `before` one, or last (None)."""

    def __init__(self, view: "BoardView", theme_id: str) -> None:
        self._view, self.theme_id = view, theme_id
        self.into: str | None = None
        self.before: str | None = theme_id  # before itself: where it is
        self._frame = view.board.frames[theme_id]
        self._cards: list[CardItem] = []
        self._start = QPointF(self._frame.box.x, self._frame.box.y)
        self._at = QPointF(self._start)
        self._carrier = Carrier(view, 9)
        self._frame.setParentItem(self._carrier)
        self._pen = self._frame.pen()
        self._frame.setPen(QPen(QColor(theme.tokens().accent), 3))
        self._bar = QGraphicsRectItem()
        self._bar.setBrush(QColor(theme.tokens().accent))
        self._bar.setPen(QPen(Qt.PenStyle.NoPen))
        self._bar.setZValue(8)
        self._bar.hide()
        view.board.addItem(self._bar)
        self._take_cards()

    def move_to(self, at: QPointF, hand: QPointF) -> None:
        """Be where the hand is; `at` is the frame's corner."""
        self._at = at
        self._carrier.setPos(at - self._start)
        layout = self._view.board.layout
        into = before = None
        if hand.y() < layout.ground_top:
            under = layout.theme_at(hand.x(), hand.y())
            if under not in (None, self.theme_id) and hand.y() < layout.themes[under or ""].y + board.HEAD:
                into = under
            before = self._before(hand)
        else:
            before = self.theme_id  # below all themes: it goes nowhere
        self.aim_at(into, before)

    def aim_at(self, into: str | None, before: str | None) -> None:
        """Show where it would go."""
        if into != self.into:
            self.into = into
            self._view.board.mark_target(into, by=self)
        self.before = before
        spot = None if into is not None or before == self.theme_id else self._bar_at(before)
        self._bar.setVisible(spot is not None)
        if spot is not None:
            self._bar.setRect(spot)

    def drop(self, hand: QPointF | None = None) -> None:
        """Let it go here, as one step."""
        into, before = self.into, self.before
        self._free()
        if into is not None:
            self._view.commands.merge_themes(self.theme_id, into)
        elif before != self.theme_id:
            self._view.commands.order_theme(self.theme_id, before)
        self._view.settle()

    def put_back(self) -> None:
        """Let it stand where it stood."""
        self._free()
        self._view.settle()

    def holds_on(self) -> bool:
        """After news: keep the frame in the hand, with the cards that are in it now; False if it was taken away."""
        if self._view.board.frames.get(self.theme_id) is not self._frame:
            self._free()
            return False
        self._start = QPointF(self._frame.box.x, self._frame.box.y)
        self._carrier.setPos(self._at - self._start)
        self._take_cards()
        there = self._view.board.frames
        into = self.into if self.into in there else None
        last = self.before is None and len(there) > 1
        self.aim_at(into, self.before if last or self.before in there else self.theme_id)  # themes lie elsewhere now
        return True

    def _take_cards(self) -> None:
        scene = self._view.board
        for item in self._cards:
            if item.scene() is scene and item.card.theme_id != self.theme_id:
                self._release(item)
        kept = [one for one in self._cards if one.scene() is scene and one.card.theme_id == self.theme_id]
        mine = set(kept)
        for item in scene.cards.values():
            if item.card.theme_id == self.theme_id and item not in mine and item.scale_made != HELD:
                kept.append(item)
        for item in kept:
            scene.grasp(item)
            if item.pixmap().isNull() or item.scale_made == 0.0:
                item.render(self._view.sharpness)
            item.scale_made, item.is_away = HELD, True
            item.setParentItem(self._carrier)
            item.setPos(item.home)
        self._cards = kept

    def _before(self, hand: QPointF) -> str | None:
        """The theme before which it would stand: that which is nearest, or the one after it."""
        boxes = self._view.board.layout.themes
        others = [theme_id for theme_id in boxes if theme_id != self.theme_id]
        if not others:
            return self.theme_id
        nearest = min(others, key=lambda theme_id: _distance(boxes[theme_id], hand))
        if hand.x() >= boxes[nearest].x + boxes[nearest].w / 2:
            at = others.index(nearest) + 1
            nearest_after = others[at] if at < len(others) else None
        else:
            nearest_after = nearest
        order = list(boxes)
        follows = order.index(self.theme_id) + 1
        mine = order[follows] if follows < len(order) else None
        return self.theme_id if nearest_after == mine else nearest_after

    def _bar_at(self, before: str | None) -> QRectF:
        boxes = self._view.board.layout.themes
        if before is not None:
            box = boxes[before]
            return QRectF(box.x - (board.MARGIN + BAR) / 2, box.y, BAR, box.h)
        box = next(boxes[theme_id] for theme_id in reversed(list(boxes)) if theme_id != self.theme_id)
        return QRectF(box.x + box.w + (board.MARGIN - BAR) / 2, box.y, BAR, box.h)

    def _free(self) -> None:
        scene = self._view.board
        scene.mark_target(None, by=self)
        self._frame.setPen(self._pen)
        scene.removeItem(self._bar)
        if self._frame.scene() is scene:
            scene.removeItem(self._frame)  # and out of the carrier with it
            scene.addItem(self._frame)
        self._carrier.away()

    def _release(self, item: CardItem) -> None:
        if self._carrier.release(item):
            item.scale_made = 0.0


def _distance(box: board.Box, spot: QPointF) -> float:
    across = max(box.x - spot.x(), 0.0, spot.x() - box.x - box.w)
    down = max(box.y - spot.y(), 0.0, spot.y() - box.y - box.h)
    return across + down
