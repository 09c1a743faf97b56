"""The reveal: cards that lay face down turn over before everybody.

They fly out of their stack in the order in which they come, which was shuffled before it came here, and lie down at
their places. Nothing runs here while nothing flies.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsPixmapItem

from workshop_app.domain import board
from workshop_app.domain.audience import Card
from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared import cards
from workshop_app.ui.shared.card_stack import Stack, card_back
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_scene import BoardScene
    from workshop_app.ui.shared.board_view import BoardView

WHOLE_MS, FLIGHT_MS = 1200, 520
ONE_BY_ONE = 60  # so many fly one after the other; more of them in waves
WAVES = 15
CROWD = 150  # beyond so many they are just there: a crowd in motion tells nothing
HOP = 26.0  # board units that a card rises on its way


@dataclass(slots=True)
class _Flyer:
    """One card on its way."""

    card_id: str
    sprite: QGraphicsPixmapItem
    departs: float  # ms from the beginning
    gone: bool = False  # from the stack
    turned: bool = False


class Flight:
    """Cards on their way from the stack to where they belong.

    What flies are pictures of cards; the cards themselves lie at their places already, unseen until they are landed on.
    `ended` is called when all have landed. `left` cards stay face down.
    """

    def __init__(self, scene: "BoardScene", stack: Stack, ended: Callable[[], None]) -> None:
        self._scene, self._stack, self._ended = scene, stack, ended
        self.left = 0
        self._flyers: list[_Flyer] = []
        self._scale = 1.0
        self._back = QPixmap()
        self._start = QPointF()
        self._clock = QVariantAnimation(scene)  # it goes with the scene
        self._clock.setDuration(WHOLE_MS)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(float(WHOLE_MS))
        self._clock.valueChanged.connect(self._step)
        self._ease = QEasingCurve(QEasingCurve.Type.InOutCubic)

    @property
    def is_still(self) -> bool:
        """Whether nothing flies."""
        return not self._flyers

    @property
    def in_the_air(self) -> tuple[QRectF, ...]:
        """Where those are that have left the stack and not yet landed."""
        spots = (one.sprite.pos() for one in self._flyers if one.gone)
        return tuple(QRectF(spot, spot + QPointF(CARD_W, CARD_H)) for spot in spots)

    def begin(self, card_ids: Sequence[str], left: int, scale: float) -> None:
        """Have these cards fly, one after the other; `left` stay face down."""
        self.settle()
        for card_id in card_ids:
            self._scene.cards[card_id].hide()
        self.left, self._scale, self._start = left, scale, QPointF(self._stack.spot)
        self._back = card_back(scale)
        self._flyers = [
            _Flyer(card_id, self._sprite(number, len(card_ids)), departs)
            for number, (card_id, departs) in enumerate(zip(card_ids, departures(len(card_ids)), strict=True))
        ]
        self._clock.start()

    def touched(self, spot: QPointF) -> bool:
        """A hand comes down at a point of the scene: if it touches a card on its way, all are there at once."""
        hit = any(card.contains(spot) for card in self.in_the_air)
        if hit:
            self.settle()
        return hit

    def settle(self) -> None:
        """Have every card where it belongs."""
        flyers, self._flyers = self._flyers, []
        for one in flyers:
            self._land(one)
        if flyers:
            self._end()

    def _end(self) -> None:
        self._clock.stop()
        self._stack.show_count(self.left)
        self._ended()

    def _sprite(self, number: int, count: int) -> QGraphicsPixmapItem:
        made = QGraphicsPixmapItem(self._back)
        made.setOffset(-cards.SHADOW * self._scale, -cards.SHADOW * self._scale)
        made.setScale(1.0 / self._scale)
        made.setZValue(20 + (count - number) / count)
        made.setPos(self._start)
        made.hide()
        self._scene.addItem(made)
        return made

    def _land(self, one: _Flyer) -> None:
        self._scene.removeItem(one.sprite)
        item = self._scene.cards.get(one.card_id)
        if item is not None:
            item.show()

    def _step(self, now: float) -> None:
        landed = [one for one in self._flyers if not self._fly(one, (now - one.departs) / FLIGHT_MS)]
        for one in landed:
            self._flyers.remove(one)
            self._land(one)
        if self._flyers:
            self._stack.show_count(self.left + sum(not one.gone for one in self._flyers))
        elif landed:
            self._end()

    def _fly(self, one: _Flyer, share: float) -> bool:
        """Bring a card so far on its way; False once it is there."""
        if share <= 0.0:
            return True
        item = self._scene.cards.get(one.card_id)
        if share >= 1.0 or item is None:  # it may have vanished meanwhile
            one.gone = True
            return False
        if not one.gone:
            one.gone = True
            one.sprite.show()
        along = float(self._ease.valueForProgress(share))
        one.sprite.setPos(self._start + (item.home - self._start) * along - QPointF(0, HOP * sin(pi * share)))
        turn = min(1.0, max(0.0, (share - 0.2) / 0.55))
        if turn >= 0.5 and not one.turned:
            one.turned = True
            if item.scale_made != self._scale:
                item.render(self._scale)
            one.sprite.setPixmap(item.pixmap())
        one.sprite.setTransform(_squeezed(abs(cos(pi * turn)), self._scale))
        return True


def departures(count: int) -> list[float]:
    """When each of so many cards leaves the stack, in ms from the beginning."""
    last = WHOLE_MS - FLIGHT_MS - 20.0  # the last one is there before the clock ends
    if count <= ONE_BY_ONE:
        pace = min(last / max(1, count - 1), 140.0)  # a few do not wait for each other any longer than that
        return [number * pace for number in range(count)]
    return [number * WAVES // count * last / (WAVES - 1) for number in range(count)]


def _squeezed(width: float, scale: float) -> QTransform:
    middle = CARD_W / 2 * scale
    return QTransform.fromTranslate(middle, 0).scale(max(0.02, width), 1.0).translate(-middle, 0)


class FaceDown:
    """What lies face down on a scene, and its way to lie face up."""

    def __init__(self, scene: "BoardScene") -> None:
        self._scene = scene
        self.stack = Stack(scene)
        self.flight = Flight(scene, self.stack, scene.arrange)

    @property
    def is_still(self) -> bool:
        """Whether nothing flies or settles."""
        return self.flight.is_still and self.stack.is_still

    def begin_anew(self, count: int) -> None:
        """Another board is shown, on which so many lie face down."""
        self.flight.settle()
        self.stack.show_count(count)

    def show_count(self, count: int) -> None:
        """Show how many cards lie face down."""
        if not self.flight.is_still:
            self.flight.left = count  # it is shown when all have landed
            return
        before = self.stack.count
        self.stack.show_count(count, settle=count > before and not self._scene.still)
        if (count > 0) != (before > 0):
            self._scene.arrange()

    def turn_over(self, card_ids: Sequence[str], start: QPointF, left: int, scale: float) -> None:
        """Have cards that just came fly out of the stack, from `start` on and in this order; `left` stay face down.

        `scale` is the one in which the board is seen. Without motion, or if they are a crowd, they are just there.
        """
        coming = [card_id for card_id in card_ids if card_id in self._scene.cards]
        if self._scene.still or not coming or not self.stack.count or len(coming) > CROWD:
            self.flight.settle()
            self.show_count(left)
            return
        self.stack.lie(start)
        self.flight.begin(coming, left, scale)

    def repaint(self) -> None:
        """The look changed."""
        self.flight.settle()
        self.stack.forget_look()

    def lie(self) -> None:
        """Have the stack lie where new cards come to lie: on the first free spot of the ground."""
        if not self.stack.count or not self.flight.is_still:
            return
        scene, layout = self._scene, self._scene.layout
        loose = [item.card for item in scene.cards.values() if item.card.theme_id not in scene.themes]
        if scene.lens is Lens.THEMES and not any(card.ground for card in loose):
            top = layout.ground_top - layout.ground_y
            x, y = board.free_spots([(card.x, card.y - top) for card in loose], 1)[0]
            self.stack.lie(QPointF(x, layout.ground_top + y))
        else:
            self.stack.lie(QPointF(0.0, layout.height + board.GAP))

    def area(self, lying: QRectF) -> QRectF:
        """The room that cards take, and the stack too where there is one."""
        return lying.united(self.stack.box) if self.stack.count else lying


def turn_over(view: "BoardView", cards_now: Mapping[str, Card | None], left: int) -> None:
    """Show on a board that cards were turned over, of which `left` others still lie face down, and say so."""
    face_down = view.board.face_down
    start, stack = QPointF(face_down.stack.spot), face_down.stack.box
    view.change(dict(cards_now), {})
    came = [card_id for card_id, card in cards_now.items() if card is not None]
    if view.isVisible():
        _bring_into_view(view, stack, came)
        face_down.turn_over(came, start, left, view.sharpness)
    else:
        face_down.show_count(left)
    if came:
        view.announce(_turned_over(len(came)))


def _bring_into_view(view: "BoardView", stack: QRectF, card_ids: Sequence[str]) -> None:
    """Have the stack in view, with as many of the places where cards will lie as there is room for."""
    area = QRectF(stack)
    room = view.mapToScene(view.viewport().rect()).boundingRect().height()
    for item in (view.board.cards[card_id] for card_id in card_ids if card_id in view.board.cards):
        larger = area.united(QRectF(item.home, item.home + QPointF(CARD_W, CARD_H)))
        if larger.height() < room * 0.9:
            area = larger
    view.ensureVisible(area, 0, 20)


def _turned_over(count: int) -> str:
    if count == 1:
        return translate("board", "1 idea turned over.")
    return translate("board", "{n} ideas turned over.", n=count)
