"""Hands on the board: press a card and it is held, move and it follows, let go and it is dropped.

While it is held the card moves itself and nothing else happens; what it means is decided after it is let go.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from workshop_app.domain import board
from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared import menu
from workshop_app.ui.shared.board_scene import CardItem, FrameItem

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

SLACK = 5  # pixels a hand may tremble before a press becomes a drag
BRINK = 44  # pixels from the edge where the board begins to come along


class Hands:
    """One pointer: the mouse, or the finger that Qt turns into one."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._item: CardItem | None = None
        self._frame: FrameItem | None = None
        self._grip = QPointF()
        self._pressed_at = QPoint()
        self._now = QPoint()
        self._dragging = False
        self._panning = False
        self._target: str | None = None
        self._brink = QTimer(view, interval=16)
        self._brink.timeout.connect(self._come_along)

    def press(self, event: QMouseEvent) -> None:
        """A hand comes down."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed_at = self._now = event.position().toPoint()
        self._item = self.card_at(self._pressed_at)
        self._dragging = False
        if self._item is not None:
            self._grip = self._view.mapToScene(self._pressed_at) - self._item.pos()
            self._view.choose(self._item.card.id)
            return
        self._frame = self._frame_head_at(self._pressed_at)
        self._panning = self._frame is None
        self._view.choose("")

    def move(self, event: QMouseEvent) -> None:
        """A hand moves."""
        before, self._now = self._now, event.position().toPoint()
        if self._item is None:
            if self._panning and event.buttons() & Qt.MouseButton.LeftButton:
                self._pan(before - self._now)
            return
        if not self._dragging:
            if (self._now - self._pressed_at).manhattanLength() < SLACK:
                return
            self._lift(self._item)
        self._follow()
        near = not self._view.viewport().rect().adjusted(0, BRINK, 0, -BRINK).contains(self._now)
        if near != self._brink.isActive():
            if near:
                self._brink.start()
            else:
                self._brink.stop()

    def release(self, event: QMouseEvent) -> None:
        """A hand lets go."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        item, self._item = self._item, None
        frame, self._frame = self._frame, None
        self._brink.stop()
        self._panning = False
        if item is not None and self._dragging:
            self._dragging = False
            self._target = None
            self._view.drop(item, item.pos(), self._view.mapToScene(self._now))
        elif frame is not None:
            menu.theme_menu(self._view, frame.frame.id).popup(event.globalPosition().toPoint())

    def double(self, event: QMouseEvent) -> None:
        """Two taps: open a card in full."""
        item = self.card_at(event.position().toPoint())
        self._item = None
        if item is not None:
            self._view.opened.emit(item.card.id)

    def card_at(self, at: QPoint) -> CardItem | None:
        """The topmost card under a point of the viewport."""
        spot = self._view.mapToScene(at)
        under = self._view.board.items(spot, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        found = (item for item in under if isinstance(item, CardItem))
        return next((item for item in found if self._on_paper(item, spot)), None)

    def _on_paper(self, item: CardItem, spot: QPointF) -> bool:
        on = spot - item.pos()  # the item's own units are pixels, the board's are not
        return 0 <= on.x() <= board.CARD_W and 0 <= on.y() <= board.CARD_H

    def _frame_head_at(self, at: QPoint) -> FrameItem | None:
        if self._view.lens is not Lens.THEMES:
            return None
        spot = self._view.mapToScene(at)
        for frame in self._view.board.frames.values():
            box = frame.box
            if box.holds(spot.x(), spot.y()) and spot.y() < box.y + board.HEAD:
                return frame
        return None

    def _lift(self, item: CardItem) -> None:
        self._dragging = True
        item.setZValue(10)
        item.render(self._view.sharpness, held=True)
        self._view.choose("")

    def _follow(self) -> None:
        if self._item is None:
            return
        self._item.setPos(self._view.mapToScene(self._now) - self._grip)
        target = self._view.target_at(self._item.pos(), self._view.mapToScene(self._now))
        if target != self._target:
            self._target = target
            self._view.board.mark_target(target)

    def _pan(self, by: QPoint) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    def _come_along(self) -> None:
        area = self._view.viewport().rect()
        over = min(0, self._now.y() - BRINK) or max(0, self._now.y() - (area.height() - BRINK))
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + round(max(-18, min(18, over * 0.4))))
        if bar.value() != before:
            self._follow()
