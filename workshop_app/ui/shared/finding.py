"""What lies under a point of the board's viewport."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from workshop_app.domain import board
from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared.board_scene import CardItem
from workshop_app.ui.shared.frame_item import FrameItem

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView


def card_at(view: "BoardView", at: QPointF) -> CardItem | None:
    """The topmost card under a point."""
    spot = view.mapToScene(at.toPoint())
    under = view.board.items(spot, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
    found = (item for item in under if isinstance(item, CardItem))
    return next((item for item in found if _on_paper(item, spot)), None)


def head_at(view: "BoardView", at: QPointF) -> FrameItem | None:
    """The theme whose name is under a point; the columns of other lenses have names of their own."""
    if view.lens is not Lens.THEMES:
        return None
    spot = view.mapToScene(at.toPoint())
    for frame in view.board.frames.values():
        box = frame.box
        if box.holds(spot.x(), spot.y()) and spot.y() < box.y + board.HEAD:
            return frame
    return None


def frame_for(view: "BoardView", at: QPointF, hand: QPointF | None = None) -> str | None:
    """The frame that a card held at `at` would go to: the one under the hand first, then under its middle.

    All in board units; None for the loose ground.
    """
    layout, y = view.board.layout, at.y() + board.CARD_H / 2
    if hand is not None and hand.y() < layout.ground_top:
        under = layout.theme_at(hand.x(), hand.y())
        if under is not None:
            return under
    if y >= layout.ground_top:
        return None  # below every theme; asked at each move of a hand
    return layout.theme_at(at.x() + board.CARD_W / 2, y)


def _on_paper(item: CardItem, spot: QPointF) -> bool:
    on = spot - item.scenePos()  # the item's own units are pixels, the board's are not
    return 0 <= on.x() <= board.CARD_W and 0 <= on.y() <= board.CARD_H
