"""Fingers on the board: each moves what it came down on; on the empty board one pans and two come nearer or go back.

Qt's touch points are kept here by their ids, apart from the mouse: delivered to items, a finger on the empty board
would be given the card that another finger holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import hypot
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QTimer
from PySide6.QtGui import QEventPoint, QScreen, QTouchEvent

from workshop_app.ui.shared.hand import FINGER_SLACK, Hand, Under

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView
    from workshop_app.ui.shared.hands import Hands

# A fingertip is 16 to 20 mm wide and an adult's thumb about 25 mm (Dandekar, Raju and Srinivasan, "3-D finite-element
# models of human and monkey fingertips", J. Biomech. Eng. 125, 2003); what is wider is the side of a hand or a sleeve.
PALM_MM = 25.0
LONG_MS = 600
TWICE_S, TWICE_PX = 0.4, 40.0  # two taps so close in time and place are one double tap


class Phase(Enum):
    """What a touch point did."""

    DOWN = auto()
    MOVE = auto()
    UP = auto()


# A point that rests while others move is where it was: a move that moves nothing.
_PHASES = {QEventPoint.State.Pressed: Phase.DOWN, QEventPoint.State.Released: Phase.UP}


@dataclass(frozen=True, slots=True)
class Touch:
    """One point of a touch: where in the viewport, and how wide, in logical pixels."""

    id: int
    phase: Phase
    at: QPointF
    wide: float = 0.0


class Fingers:
    """Every finger that is down, by Qt's id of its point."""

    def __init__(self, view: "BoardView", hands: "Hands") -> None:
        self._view, self._hands = view, hands
        self.by_id: dict[int, Hand] = {}
        self.seen = False  # whether a finger was ever here: then mouse events made of touches are old news
        self._palms: set[int] = set()
        self._last_tap: tuple[float, QPointF] | None = None

    def event(self, event: QTouchEvent) -> bool:
        """Take Qt's touch event; always taken, or Qt would make mouse events of it."""
        self.seen = True
        if event.type() is QEvent.Type.TouchCancel:
            self.cancel()
            return True
        touches = [_touch(point) for point in event.points()]
        if event.type() is QEvent.Type.TouchBegin:  # the first of all: fingers that are still here went unseen
            self._forget({touch.id for touch in touches})
        self.take(touches)
        return True

    def take(self, touches: Sequence[Touch]) -> None:
        """Take what some points did."""
        widest = palm_pixels(self._view.screen())
        moved: QPointF | None = None
        for touch in touches:
            if touch.phase is Phase.DOWN:
                self._palms.discard(touch.id)
            if touch.id in self._palms or touch.wide > widest:
                self._palm(touch)
            elif touch.phase is Phase.DOWN:
                self._down(touch)
            elif touch.id in self.by_id:
                if self._move(touch):
                    moved = touch.at
                if touch.phase is Phase.UP:
                    self._up(touch.id)
        if moved is not None:
            self._hands.near_the_brink(moved)

    def cancel(self) -> None:
        """Qt took the touch away (another window, a gesture of the desktop): everything goes back."""
        for hand in list(self.by_id.values()):
            hand.cancel()
        self.by_id.clear()
        self._palms.clear()

    def _forget(self, but: set[int]) -> None:
        """An open menu took the touches, and with them how some fingers were lifted."""
        for touch_id in [one for one in self.by_id if one not in but]:
            self.by_id.pop(touch_id).cancel()

    def _down(self, touch: Touch) -> None:
        if touch.id in self.by_id:
            self.by_id.pop(touch.id).cancel()
        hand = self.by_id[touch.id] = Hand(self._view, FINGER_SLACK)
        hand.down(touch.at)
        self._hands.grasped(hand)
        if hand.under is not Under.NOTHING:
            hand.long = QTimer(self._view, singleShot=True, interval=LONG_MS)
            hand.long.timeout.connect(lambda: self._long(touch.id, hand))
            hand.long.start()

    def _move(self, touch: Touch) -> bool:
        """True if the finger carries something."""
        hand = self.by_id[touch.id]
        before = hand.now
        if before == touch.at:
            return False
        on_ground = hand.under is Under.GROUND
        spread = self._spread() if on_ground else None
        if hand.to(touch.at) and on_ground and not self._hands.carrying():
            self._pan_or_pinch(spread, touch.at - before)
        return hand.load is not None

    def _pan_or_pinch(self, spread: tuple[QPointF, float] | None, by: QPointF) -> None:
        now = self._spread()
        if spread is None or now is None:
            self._view.sight.pan(by)
            return
        self._view.sight.pan(now[0] - spread[0])
        if spread[1] > 1 and now[1] > 1:
            self._view.sight.zoom_about(now[1] / spread[1], now[0])

    def _spread(self) -> tuple[QPointF, float] | None:
        """The middle of the first two fingers on the empty board, and how far they are apart."""
        points = [hand.now for hand in self.by_id.values() if hand.under is Under.GROUND][:2]
        if len(points) < 2:
            return None
        one, other = points
        return (one + other) / 2, hypot(one.x() - other.x(), one.y() - other.y())

    def _up(self, touch_id: int) -> None:
        hand = self.by_id.pop(touch_id)
        tapped, under, at = not hand.has_moved, hand.under, hand.now
        hand.up()
        if hand.long is not None:
            hand.long.deleteLater()
        if tapped and under is not Under.NOTHING:
            self._hands.tapped(hand, under, twice=self._is_second(at))
        self._hands.lifted()

    def _is_second(self, at: QPointF) -> bool:
        before, self._last_tap = self._last_tap, (monotonic(), at)
        if before is None:
            return False
        away = before[1] - at
        twice = self._last_tap[0] - before[0] <= TWICE_S and hypot(away.x(), away.y()) <= TWICE_PX
        if twice:
            self._last_tap = None  # a third tap begins anew
        return twice

    def _long(self, touch_id: int, hand: Hand) -> None:
        """It rested long enough: a menu. What it held it holds no longer."""
        if self.by_id.get(touch_id) is not hand or hand.has_moved:
            return
        del self.by_id[touch_id]
        item, frame, at = hand.item, hand.frame, hand.now
        hand.cancel()
        self._hands.menu_when_free(item, frame, at)

    def _palm(self, touch: Touch) -> None:
        self._palms.add(touch.id)
        hand = self.by_id.pop(touch.id, None)
        if hand is not None:  # it came down as a finger and turned out to be a hand that rests
            hand.cancel()
        if touch.phase is Phase.UP:
            self._palms.discard(touch.id)


def palm_pixels(screen: QScreen) -> float:
    """How wide a touch may be to be a finger, in logical pixels of a screen."""
    dots = screen.physicalDotsPerInch()
    if not 40 <= dots <= 600:  # screens that do not know their own size say anything
        dots = screen.logicalDotsPerInch()
    return PALM_MM / 25.4 * dots


def _touch(point: QEventPoint) -> Touch:
    size = point.ellipseDiameters()
    return Touch(point.id(), _PHASES.get(point.state(), Phase.MOVE), point.position(), max(size.width(), size.height()))
