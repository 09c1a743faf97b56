"""One hand on the board, mouse or finger: what it came down on, what it holds, and whether it only tapped."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer

from workshop_app.ui.shared import finding
from workshop_app.ui.shared.board_scene import HELD, CardItem
from workshop_app.ui.shared.frame_item import FrameItem
from workshop_app.ui.shared.load import Load
from workshop_app.ui.shared.theme_load import ThemeLoad

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

SLACK = 5  # pixels a mouse may tremble before a press becomes a drag
FINGER_SLACK = 10  # a finger rolls


class Under(Enum):
    """What a hand came down on."""

    NOTHING = auto()  # a card that another hand holds: this one waits until it is lifted
    GROUND = auto()
    CARD = auto()
    HEAD = auto()


class Hand:
    """One pointer, from where it comes down until it is lifted."""

    def __init__(self, view: "BoardView", slack: int = SLACK) -> None:
        self._view, self._slack = view, slack
        self.under = Under.NOTHING
        self.load: Load | ThemeLoad | None = None
        self.item: CardItem | None = None
        self.frame: FrameItem | None = None
        self.pressed_at = QPointF()
        self.now = QPointF()  # in the viewport
        self.has_moved = False
        self._grip = QPointF()
        self.long: QTimer | None = None

    def down(self, at: QPointF) -> None:
        """Come down at a point of the viewport."""
        self.pressed_at = self.now = at
        self.has_moved = False
        spot = self._view.mapToScene(at.toPoint())
        self.item = finding.card_at(self._view, at)
        self.frame = None
        if self.item is not None:
            self.under = Under.NOTHING if self.item.scale_made == HELD else Under.CARD
            self._grip = spot - self.item.pos()
            return
        self.frame = finding.head_at(self._view, at)
        self.under = Under.GROUND if self.frame is None else Under.HEAD
        if self.frame is not None:
            self._grip = spot - QPointF(self.frame.box.x, self.frame.box.y)
            if self.frame.parentItem() is not None:
                self.under = Under.NOTHING

    def to(self, at: QPointF) -> bool:
        """Move; True once it is a drag."""
        self.now = at
        if not self.has_moved:
            if (at - self.pressed_at).manhattanLength() < self._slack:
                return False
            self.has_moved = True
            self.stop_waiting()
            self._lift()
        if self.load is not None:
            self.follow()
        return True

    def follow(self) -> None:
        """Bring what is held to where the hand is now (the board may have moved below it)."""
        if self.load is not None:
            spot = self._view.mapToScene(self.now.toPoint())
            self.load.move_to(spot - self._grip, spot)

    def up(self) -> None:
        """Be lifted; what is held is let go here."""
        self.stop_waiting()
        load, self.load = self.load, None
        self.under = Under.NOTHING
        if load is not None:
            load.drop(self._view.mapToScene(self.now.toPoint()))

    def cancel(self) -> None:
        """Forget everything; what is held goes back."""
        self.stop_waiting()
        load, self.load = self.load, None
        self.item = self.frame = None
        self.under = Under.NOTHING
        if load is not None:
            load.put_back()

    def after_news(self) -> bool:
        """Keep hold of what is still there and bring it below the hand; False if it had to be let go."""
        cards, frames = self._view.board.cards, self._view.board.frames
        if self.item is not None and cards.get(self.item.card.id) is not self.item:
            self.item = None
        if self.frame is not None and frames.get(self.frame.frame.id) is not self.frame:
            self.frame = None
        if self.load is None:
            gone = self.item is None if self.under is Under.CARD else self.under is Under.HEAD and self.frame is None
            if gone:
                self.stop_waiting()
                self.under = Under.NOTHING
            return True
        if self.load.holds_on():
            self.follow()
            return True
        self.load, self.under = None, Under.NOTHING
        return False

    def stop_waiting(self) -> None:
        """It is no long press any more."""
        if self.long is not None:
            self.long.stop()

    def _lift(self) -> None:
        if self._view.lock.on:
            self.under = Under.GROUND  # nothing is lifted; it moves the view, wherever it came down
            return
        if self.under is Under.CARD and self.item is not None:
            if self.item.scale_made == HELD:  # another hand was quicker
                self.under = Under.NOTHING
                return
            self.load = Load(self._view, self.item, self._view.choice.with_it(self.item))
        elif self.under is Under.HEAD and self.frame is not None and self.frame.parentItem() is None:
            self.load = ThemeLoad(self._view, self.frame.frame.id)
