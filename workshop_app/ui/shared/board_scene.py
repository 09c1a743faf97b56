"""What lies on the board's scene: cards and theme frames, kept in step with what the audience sees, by ids."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QBrush, QColor, QPixmap
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
)

from workshop_app.domain import audience, board, lenses
from workshop_app.domain.audience import BoardSeen, Card, Ground, Spot, ThemeFrame
from workshop_app.domain.lenses import Lens
from workshop_app.ui import theme
from workshop_app.ui.shared import cards
from workshop_app.ui.shared.frame_item import FrameItem
from workshop_app.ui.shared.reveal import FaceDown
from workshop_app.words import translate

PAD = 28.0
GLIDE_MS = 170
LENS_MS = 320  # another lens moves every card: long enough to follow one with the eyes
CROWD, LENS_CROWD = 150, 400  # so many at once are shown where they are: a crowd in motion tells nothing
BUNCH = 32  # cards that share a parent: after each move Qt looks at every parent, but into one only if it changed


HELD = -1.0  # instead of a scale: the pixmap of a card in the hand


class CardItem(QGraphicsPixmapItem):
    """A card on the scene. Its pixmap is made for the scale in which it is seen, and let go when it is not.

    The item is shrunk by the very scale by which the view enlarges it, so that each pixel of the pixmap is one of the
    screen: Qt then copies it, which is several times faster than any scaling, and text stays as crisp as it was made.
    """

    def __init__(self, card: Card, bunch: QGraphicsItem, hand: QGraphicsItem) -> None:
        super().__init__(bunch)
        self.bunch, self._hand = bunch, hand
        self.card = card
        self.scale_made = 0.0  # 0 if there is no pixmap, or one of another card's words
        self.spot: tuple[float, float] | None = None  # where it lies; None while it has never lain anywhere
        self.home = QPointF()  # the same for Qt
        self.is_away = False  # in a hand, or not yet back from one
        self.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)

    def render(self, scale: float, *, held: bool = False) -> None:
        """Make the pixmap for a scale (device pixels a board unit)."""
        scene = self.scene()
        by_role = isinstance(scene, BoardScene) and scene.by_role
        self.setPixmap(cards.paint(self.card, scale, held=held, by_role=by_role))
        self.setOffset(-cards.SHADOW * scale, -cards.SHADOW * scale)
        self.setScale(1.0 / scale)
        self.scale_made = HELD if held else scale
        if held:
            self.is_away = True
            self.setParentItem(self._hand)

    def let_go(self) -> None:
        """Keep no pixmap while nobody looks."""
        self.setPixmap(QPixmap())
        self.scale_made = 0.0

    def lie(self, spot: tuple[float, float]) -> bool:
        """Take a place; False if it has that place already and is not away."""
        if spot == self.spot and not self.is_away:
            return False
        self.spot, self.home = spot, QPointF(*spot)
        return True

    def rise(self) -> None:
        """Be above all others until it is where it belongs, out of whatever carried it, and stay where it is seen."""
        here = self.scenePos()
        self.setParentItem(self._hand)
        self.setPos(here)

    def arrive(self) -> None:
        """Be where it belongs."""
        self.setPos(self.home)
        self.setParentItem(self.bunch)


class BoardScene(QGraphicsScene):
    """The scene. It is told what changed and lays out anew; it decides nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.cards: dict[str, CardItem] = {}
        self.themes: dict[str, ThemeFrame] = {}
        self.frames: dict[str, FrameItem] = {}  # those that the lens shows: themes, or its columns
        self.lens = Lens.THEMES
        self.by_role = False
        self.room = lenses.ANY_ROOM  # in which it is seen
        self._aspects: tuple[Spot, ...] = ()
        self.grounds: tuple[Ground, ...] = ()
        self.layout = board.arrange({}, [])
        self._still: bool | None = None
        self._hand = self._bunch()  # above all others
        self._hand.setZValue(10)
        self._bunches: list[QGraphicsItem] = []
        self._in_last = 0
        self._room: list[QGraphicsItem] = []  # parents with room for one more, as often as they have it
        self._ground_names: list[QGraphicsSimpleTextItem] = []
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._step)
        self._gliding: list[tuple[CardItem, QPointF]] = []
        self._targets: dict[object, str | None] = {}  # by the hand that holds something over it
        self.face_down = FaceDown(self)

    def show_board(self, seen: BoardSeen) -> None:
        """Show a whole board at once."""
        self._settle()
        self.face_down.begin_anew(seen.face_down)
        for thing in (*self.cards.values(), *self._bunches, *self.frames.values()):
            self.removeItem(thing)
        self._bunches, self._room = [], []
        self.cards, self.frames, self.themes = {}, {}, {}
        self._aspects, self.grounds = seen.aspects, seen.grounds
        self.change({card.id: card for card in seen.cards}, {frame.id: frame for frame in seen.themes}, glide=False)

    def show_aspects(self, aspects: tuple[Spot, ...]) -> bool:
        """Other aspects are asked about now; False if they are the same, or not seen through this lens."""
        if aspects == self._aspects:
            return False
        self._aspects = aspects
        if self.lens is not Lens.ASPECTS:
            return False
        self.arrange()
        return True

    def take_room(self, shape: float, widest: float) -> None:
        """The room is another one: columns are laid out anew where that is a difference."""
        taken = lenses.Room(round(min(4.0, max(0.5, shape)), 1), widest)
        if taken != self.room:
            self.room = taken
            if self.lens in (Lens.ASPECTS, Lens.STAGE):
                self.arrange(glide=False)

    def look_through(self, lens: Lens) -> bool:
        """Look through another lens: every card goes to its place there. False if it is this one."""
        if lens is self.lens:
            return False
        self.lens = lens
        self.arrange(slowly=True)
        return True

    def change(
        self, cards_now: Mapping[str, Card | None], frames_now: Mapping[str, ThemeFrame | None], *, glide: bool = True
    ) -> None:
        """Take in what changed: the new card or frame of an id, or None where it is no longer seen."""
        for frame_id, frame in frames_now.items():
            if frame is None:
                self.themes.pop(frame_id, None)
            else:
                self.themes[frame_id] = frame
        for card_id, card in cards_now.items():
            self._take_card(card_id, card)
        self.arrange(glide=glide)

    @property
    def still(self) -> bool:
        """Whether nothing may move by itself. Asked when something would: it takes long, and no first picture asks."""
        return theme.still() if self._still is None else self._still

    @still.setter
    def still(self, on: bool | None) -> None:
        self._still = on

    def arrange(self, *, glide: bool = True, slowly: bool = False) -> None:
        """Lay everything out; what moves glides to its new place, `slowly` where all of it does."""
        shown = lenses.frames(self.lens, self.themes.values(), self._aspects)
        lying = (item.card for item in self.cards.values())
        self.layout = lenses.layout(self.lens, lying, shown, themes=self.themes, grounds=self.grounds, room=self.room)
        self._show_frames(shown)
        self._settle()
        moving: list[tuple[CardItem, QPointF]] = []
        for card_id, item in self.cards.items():
            is_new = item.spot is None
            if not item.lie(self.layout.cards[card_id]) or item.scale_made == HELD:
                continue
            if item.is_away:
                item.rise()  # no carrier keeps what goes its own way, nor takes it along when it is removed
                item.is_away = False
            if glide and not self.still and not is_new:
                moving.append((item, item.pos()))
            else:
                item.arrive()
        self.face_down.lie()
        self._show_grounds()
        area = self.face_down.area(QRectF(0, 0, self.layout.width, self.layout.height))
        self.setSceneRect(area.adjusted(-PAD, -PAD, PAD, PAD))
        if len(moving) > (LENS_CROWD if slowly else CROWD):
            for item, _ in moving:
                item.arrive()
        elif moving:
            self._gliding = moving
            self._glide.setDuration(LENS_MS if slowly else GLIDE_MS)
            self._glide.start()

    @property
    def is_still(self) -> bool:
        """Whether nothing glides or flies."""
        return not self._gliding and self.face_down.is_still

    def mark_target(self, theme_id: str | None, *, by: object = None) -> None:
        """Show which frame the card in one hand would go to (None: none); other hands have targets of their own."""
        before = self._targets.pop(by, None)
        if theme_id is not None:
            self._targets[by] = theme_id
        for frame_id in {before, theme_id} - {None}:
            item = self.frames.get(frame_id or "")
            if item is not None:
                item.show_frame(item.frame, item.box, target=frame_id in self._targets.values())

    def grasp(self, item: CardItem) -> None:
        """A hand takes a card: it glides no further."""
        self._gliding = [(one, start) for one, start in self._gliding if one is not item]

    def repaint_cards(self) -> None:
        """Forget every pixmap (the look changed); the view makes new ones for what it shows."""
        for item in self.cards.values():
            item.scale_made = 0.0
        self.face_down.repaint()
        self.arrange(glide=False)

    def themes_in_order(self) -> list[ThemeFrame]:
        """The themes on this board, whichever lens is on."""
        return audience.by_place(self.themes.values())

    def cards_of(self, theme_id: str | None) -> list[Card]:
        """The cards of a theme, the first one first."""
        return audience.by_place(item.card for item in self.cards.values() if item.card.theme_id == theme_id)

    def in_rect(self, rect: QRectF) -> list[CardItem]:
        """The cards that touch a rectangle, by the places where they belong."""
        left, right = rect.left() - board.CARD_W, rect.right()
        top, bottom = rect.top() - board.CARD_H, rect.bottom()
        lying = self.layout.cards
        return [
            item
            for card_id, item in self.cards.items()
            if left <= lying[card_id][0] <= right and top <= lying[card_id][1] <= bottom
        ]

    def _show_frames(self, shown: Iterable[ThemeFrame]) -> None:
        wanted = {frame.id: frame for frame in shown}
        for frame_id in [one for one in self.frames if one not in wanted]:
            self.removeItem(self.frames.pop(frame_id))
        for frame_id, frame in wanted.items():
            if frame_id not in self.frames:
                self.frames[frame_id] = FrameItem(frame)
                self.addItem(self.frames[frame_id])
            self.frames[frame_id].show_frame(
                frame, self.layout.themes[frame_id], target=frame_id in self._targets.values()
            )

    def _take_card(self, card_id: str, card: Card | None) -> None:
        item = self.cards.get(card_id)
        if card is None:
            if item is not None:
                self._settle()
                self._room.append(item.bunch)
                self.removeItem(self.cards.pop(card_id))
        elif item is None:
            self.cards[card_id] = CardItem(card, self._last_bunch(), self._hand)
        else:
            held_on = item.scale_made == HELD and self._where(card) == self._where(item.card)
            item.card = card
            if held_on:  # it says something else, and stays in the hand
                item.render(1.0 / item.scale(), held=item.zValue() > 1)
                item.scale_made = HELD
            else:
                item.scale_made = 0.0

    def _where(self, card: Card) -> tuple[object, ...]:
        """What says where the lens lays a card."""
        if self.lens is Lens.THEMES:
            return (card.theme_id, card.place, card.x, card.y, card.ground)
        return (card.theme_id, card.place, card.x, card.y, card.aspect_id, card.stage, card.reach, card.effort)

    def _last_bunch(self) -> QGraphicsItem:
        """The parent for one more card; where cards went, there is room again."""
        if self._room:
            return self._room.pop()
        if not self._bunches or self._in_last == BUNCH:
            self._bunches.append(self._bunch())
            self._in_last = 0
        self._in_last += 1
        return self._bunches[-1]

    def _bunch(self) -> QGraphicsItem:
        made = QGraphicsRectItem()
        made.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        made.setZValue(1)
        self.addItem(made)
        return made

    def _show_grounds(self) -> None:
        """Say what the loose ground is, or whose, above each one that is there."""
        said = self._ground_words()
        while len(self._ground_names) < len(said):
            name = QGraphicsSimpleTextItem()
            name.setFont(theme.on_board(17))
            self.addItem(name)
            self._ground_names.append(name)
        for place, name in enumerate(self._ground_names):
            name.setVisible(place < len(said))
            if place < len(said):
                words, x, y = said[place]
                name.setText(words)
                name.setBrush(QBrush(QColor(theme.tokens().soft)))
                name.setPos(x, max(8.0, y + 28 - name.boundingRect().height()))

    def _ground_words(self) -> list[tuple[str, float, float]]:
        above = board.LOOSE_HEAD - 8
        if not self.cards and not self.themes and not self.face_down.stack.count:
            return [(translate("board", "Ideas will lie here."), 4.0, 8.0)]
        if self.lens is Lens.REACH and any(item.card.reach is None for item in self.cards.values()):
            return [(translate("board", "Not weighed yet"), lenses.tray_x(self.layout), 14.0)]
        if self.lens is not Lens.THEMES:
            return []
        tops: dict[str, float] = {}
        for card_id, item in self.cards.items():
            if item.card.theme_id not in self.themes:
                y = self.layout.cards[card_id][1]
                tops[item.card.ground] = min(y, tops.get(item.card.ground, y))
        if len(tops) > 1:
            return [(one.name, 4.0, tops[one.id] - above) for one in self.grounds if one.id in tops]
        if not (tops and self.themes):
            return []
        return [(translate("board", "Not in a theme yet"), 4.0, self.layout.ground_top - above)]

    def _settle(self) -> None:
        self._glide.stop()
        for item, _ in self._gliding:
            item.arrive()
        self._gliding = []

    def _step(self, share: float) -> None:
        if share >= 1.0:
            self._settle()
            return
        for item, start in self._gliding:
            item.setPos(start + (item.home - start) * share)
