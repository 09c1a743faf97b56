"""All hands on the board: the mouse, every finger, and what they may not do to each other.

Each hand moves what it came down on, by itself, and lets go by itself: a step of its own. The board itself moves only
for a hand that is alone: nobody pulls it away from under what others hold.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QInputDevice, QMouseEvent
from PySide6.QtWidgets import QRubberBand

from workshop_app.ui.shared import finding, menu, theme_menu
from workshop_app.ui.shared.board_scene import CardItem
from workshop_app.ui.shared.fingers import Fingers
from workshop_app.ui.shared.frame_item import FrameItem
from workshop_app.ui.shared.hand import Hand, Under

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

BRINK = 44  # pixels from the edge where the board begins to come along
TAP_MS = 250  # a tap on a theme's name waits so long for a second one
_MANY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Hands:
    """The mouse and the fingers."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.mouse = Hand(view)
        self.fingers = Fingers(view, self)
        self._pans = self._toggles = self._comes = False
        self._band: QRubberBand | None = None
        self._brink = QTimer(view, interval=16)
        self._brink.timeout.connect(self._come_along)
        self._head = QTimer(view, singleShot=True, interval=TAP_MS)
        self._head.timeout.connect(self._open_head)
        self._head_at: tuple[str, QPointF] | None = None
        self._waiting: tuple[CardItem | None, FrameItem | None, QPointF] | None = None

    # The mouse

    def press(self, event: QMouseEvent) -> None:
        """A button comes down."""
        if self._is_echo(event) or self.mouse.load is not None:
            return
        button, at = event.button(), event.position()
        if button is Qt.MouseButton.MiddleButton or (
            button is Qt.MouseButton.LeftButton and self._view.space_is_down()
        ):
            self._pans = True
            self.mouse.pressed_at = self.mouse.now = at
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button is Qt.MouseButton.LeftButton:
            self._toggles = bool(event.modifiers() & _MANY)
            self.mouse.down(at)
            self.grasped(self.mouse, toggles=self._toggles)
            if self.mouse.under is Under.GROUND and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._band = QRubberBand(QRubberBand.Shape.Rectangle, self._view.viewport())

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves."""
        if self._is_echo(event):
            return
        mouse, at = self.mouse, event.position()
        if mouse.load is not None:
            mouse.now = at
            mouse.follow()
            self.near_the_brink(at)
            return
        if self._pans:
            self._pan(at)
            return
        if mouse.under is Under.NOTHING or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        before = mouse.now
        if not mouse.to(at):
            return
        if self._band is not None:
            self._band.setGeometry(QRect(mouse.pressed_at.toPoint(), at.toPoint()).normalized())
            self._band.show()
        elif mouse.under is Under.GROUND and not self.carrying():
            self._view.sight.pan(at - before)

    def release(self, event: QMouseEvent) -> None:
        """A button goes up."""
        if self._is_echo(event):
            return
        if self._pans:
            if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
                self._pans = False
                self._view.viewport().unsetCursor()
            return
        if event.button() is not Qt.MouseButton.LeftButton or self.mouse.under is Under.NOTHING:
            return
        mouse, under, moved = self.mouse, self.mouse.under, self.mouse.has_moved
        self._brink.stop()
        self._comes = False
        band, self._band = self._band, None
        mouse.now = event.position()
        mouse.up()
        if band is not None:
            self._take_band(band)
        if not moved:
            self.tapped(mouse, under, toggles=self._toggles)
        self._open_waiting()

    def double(self, event: QMouseEvent) -> None:
        """Two clicks: open a card in full, or come near a theme."""
        if self._is_echo(event) or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.mouse.down(event.position())
        under = self.mouse.under
        if under is Under.GROUND:
            return  # as if pressed once
        self.mouse.under = Under.NOTHING
        self.tapped(self.mouse, under, twice=True)

    # All hands

    def carrying(self) -> bool:
        """Whether any hand holds something."""
        return self.mouse.load is not None or any(hand.load is not None for hand in self.fingers.by_id.values())

    def grasped(self, hand: Hand, *, toggles: bool = False) -> None:
        """A hand came down: the card below it is chosen, unless several are being chosen."""
        if hand.under is not Under.CARD or hand.item is None or toggles or self._view.choice.choosing:
            return
        card_id = hand.item.card.id
        if card_id not in self._view.chosen_ids:
            self._view.choose(card_id)

    def tapped(self, hand: Hand, under: Under, *, twice: bool = False, toggles: bool = False) -> None:
        """A hand came down and was lifted at the same place, perhaps for the second time."""
        view = self._view
        if under is Under.CARD and hand.item is not None:
            card_id = hand.item.card.id
            if toggles or view.choice.choosing:
                view.choice.toggle(card_id)
            elif twice:
                view.opened.emit(card_id)
            else:
                view.choose(card_id)
        elif under is Under.HEAD and hand.frame is not None:
            self._tap_head(hand.frame, hand.now, twice=twice)
        elif under is Under.GROUND and not view.choice.choosing:
            view.choose("")

    def near_the_brink(self, at: QPointF) -> None:
        """The board comes along where its only busy hand is near its edge; one of them is at `at` now."""
        room = self._view.viewport()
        if not self._comes and BRINK < at.x() < room.width() - BRINK and BRINK < at.y() < room.height() - BRINK:
            return  # as at most moves
        hand = self._only()
        inside = room.rect().adjusted(BRINK, BRINK, -BRINK, -BRINK)
        self._comes = hand is not None and not inside.contains(hand.now.toPoint())
        if self._comes:
            self._brink.start()
        else:
            self._brink.stop()

    def follow(self) -> None:
        """The board moved: what is held stays below its hand."""
        self.mouse.follow()
        for hand in self.fingers.by_id.values():
            hand.follow()

    def after_news(self) -> None:
        """Cards and frames changed: keep what is still there in the hands, let the rest go."""
        kept = [hand.after_news() for hand in (self.mouse, *self.fingers.by_id.values())]
        if not all(kept):
            self._view.board.arrange()

    def let_go(self) -> None:
        """Put everything back: the board was locked, hidden or is shown another way."""
        self._brink.stop()
        self._comes = False
        self._head.stop()
        self._waiting = None
        self._pans = False
        if self._band is not None:
            self._band.deleteLater()
            self._band = None
        self.mouse.cancel()
        self.fingers.cancel()

    def menu_asked(self, event: QContextMenuEvent) -> None:
        """A menu was asked for by the mouse, or by the keyboard for the chosen card."""
        view, at = self._view, QPointF(event.pos())
        if self.carrying():
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if view.chosen_id:
                view.menu_for(view.chosen_id, event.globalPos())
            return
        item = finding.card_at(view, at)
        self.menu_when_free(item, finding.head_at(view, at) if item is None else None, at)

    def menu_when_free(self, item: CardItem | None, frame: FrameItem | None, at: QPointF) -> None:
        """Open a menu, once no hand holds anything: an open menu takes every touch."""
        self._waiting = item, frame, at
        self._open_waiting()

    def _open_waiting(self) -> None:
        if self._waiting is None or self.carrying():
            return
        (item, frame, at), self._waiting = self._waiting, None
        self.fingers.cancel()
        view, where = self._view, self._global(at)
        if item is not None:
            if view.board.cards.get(item.card.id) is item:
                view.menu_for(item.card.id, where)
        elif frame is not None:
            theme_menu.open_at(view, frame.frame.id, where)
        else:
            menu.board_menu(view).popup(where)

    def lifted(self) -> None:
        """A finger was lifted: a menu may have waited for that."""
        self._open_waiting()

    def _tap_head(self, frame: FrameItem, at: QPointF, *, twice: bool) -> None:
        self._head.stop()
        if twice:
            self._view.see_theme(frame.frame.id)
        elif not frame.frame.named:
            self._view.named.emit(frame.frame.id)
        else:
            self._head_at = frame.frame.id, at
            self._head.start()

    def _open_head(self) -> None:
        if self._head_at is not None and self._view.isVisible():
            theme_id, at = self._head_at
            self.fingers.cancel()
            theme_menu.open_at(self._view, theme_id, self._global(at))

    def _only(self) -> Hand | None:
        busy = [hand for hand in (self.mouse, *self.fingers.by_id.values()) if hand.load is not None]
        return busy[0] if len(busy) == 1 else None

    def _pan(self, at: QPointF) -> None:
        by, self.mouse.now = at - self.mouse.now, at
        if not self.carrying():
            self._view.sight.pan(by)

    def _take_band(self, band: QRubberBand) -> None:
        area = self._view.mapToScene(band.geometry()).boundingRect()
        if band.isVisible():
            found = [item.card.id for item in self._view.board.in_rect(area)]
            self._view.choose_many((*self._view.chosen_ids, *found))
        band.hide()
        band.deleteLater()

    def _come_along(self) -> None:
        hand = self._only()
        if hand is None:
            self._brink.stop()
            self._comes = False
            return
        room, at = self._view.viewport().size(), hand.now
        self._view.sight.pan(QPointF(-_over(at.x(), room.width()), -_over(at.y(), room.height())))

    def _global(self, at: QPointF) -> QPoint:
        return self._view.viewport().mapToGlobal(at.toPoint())

    def _is_echo(self, event: QMouseEvent) -> bool:
        """Whether a system made it of a touch that was seen as a touch already; a pen is no finger."""
        if not self.fingers.seen or event.source() is Qt.MouseEventSource.MouseEventNotSynthesized:
            return False
        return event.device().type() is not QInputDevice.DeviceType.Stylus


def _over(at: float, room: float) -> float:
    """How fast to come along, in pixels a step, for a hand at `at` of `room`."""
    over = min(0.0, at - BRINK) or max(0.0, at - (room - BRINK))
    return max(-18.0, min(18.0, over * 0.4))


def is_touch(event: QEvent) -> bool:
    """Whether it is one of Qt's touch events."""
    return event.type() in (
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
    )
