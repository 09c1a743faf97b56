"""What one hand holds: a card, or all that were chosen, stacked a little. It follows, and is let go or put back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsRectItem

from workshop_app.ui.shared.aim import Aim
from workshop_app.ui.shared.board_scene import HELD, CardItem

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

STEP, STACKED = 7.0, 3  # board units between two cards of a stack, and how many are seen below the first


class Load:
    """The cards in one hand. `lead` is the one that was grasped; the `rest` follow it on one carrier, moved as one."""

    def __init__(self, view: "BoardView", lead: CardItem, rest: list[CardItem]) -> None:
        self._view, self.lead, self.rest = view, lead, rest
        self.aim = Aim(view, pairs=not rest)
        self._carrier: Carrier | None = None
        self._start = QPointF(lead.pos())
        view.board.grasp(lead)
        lead.setZValue(10)
        lead.render(view.sharpness, held=True)
        if rest:
            self._carrier = Carrier(view, 9.5)
            for number, item in enumerate(rest, start=1):
                view.board.grasp(item)
                depth = min(number, STACKED)
                if item.pixmap().isNull() and number <= STACKED:
                    item.render(view.sharpness)
                item.scale_made, item.is_away = HELD, True
                item.setParentItem(self._carrier)
                item.setZValue(-number)
                item.setPos(self._start + QPointF(STEP, STEP) * depth)
        view.choice.show()

    @property
    def items(self) -> list[CardItem]:
        """Every card in the hand, the grasped one first."""
        return [self.lead, *self.rest]

    def move_to(self, at: QPointF, hand: QPointF | None = None) -> None:
        """Be where the hand is; `at` is the grasped card's corner."""
        self.lead.setPos(at)
        if self._carrier is not None:
            self._carrier.setPos(at - self._start)
        self.aim.look(at, hand)

    def drop(self, hand: QPointF | None = None) -> None:
        """Let everything go here, as one step."""
        at, onto, items = QPointF(self.lead.pos()), self.aim.look_below(), self.items
        self._free()
        if len(items) > 1:
            self._view.drop_many(items, at, hand)
        else:
            self._view.drop(self.lead, at, hand, onto=onto)

    def put_back(self) -> None:
        """Let everything glide back to where it belongs."""
        self._free()
        self._view.settle()

    def holds_on(self) -> bool:
        """After news: keep what is still there and has not been laid elsewhere; False if nothing is left to hold."""
        cards = self._view.board.cards
        if cards.get(self.lead.card.id) is not self.lead or self.lead.scale_made != HELD:
            self._free()  # it was taken away, or laid elsewhere: the others go back too
            return False
        gone = [one for one in self.rest if cards.get(one.card.id) is not one or one.scale_made != HELD]
        for item in gone:
            self.rest.remove(item)
            self._release(item)
        return True

    def _free(self) -> None:
        self.aim.away()
        for item in self.items:
            self._release(item)
        if self._carrier is not None:
            self._carrier.away()
            self._carrier = None

    def _release(self, item: CardItem) -> None:
        """Out of the hand, at the very place on the screen where it is now."""
        if item.scene() is not self._view.board:
            return
        if self._carrier is not None:
            self._carrier.release(item)
        item.setZValue(1)
        item.scale_made = 0.0


class Carrier(QGraphicsRectItem):
    """A parent for what is moved as one: Qt moves it, and looks at nothing below it.

    Whoever removes an item removes what is on it too: so it goes by `away` alone, which leaves no card on it.
    """

    def __init__(self, view: "BoardView", height: float) -> None:
        super().__init__()
        self._scene = view.board
        self.setFlag(QGraphicsRectItem.GraphicsItemFlag.ItemHasNoContents)
        self.setZValue(height)
        self._scene.addItem(self)

    def release(self, item: CardItem) -> bool:
        """A card that is on it goes its own way from the very place where it is now; False if it is not on it."""
        if item.parentItem() is not self:
            return False
        item.rise()
        return True

    def away(self) -> None:
        """Leave nothing on the scene but the cards that were carried."""
        for item in self.childItems():
            if isinstance(item, CardItem) and self.release(item):
                item.scale_made = 0.0
        self._scene.removeItem(self)
