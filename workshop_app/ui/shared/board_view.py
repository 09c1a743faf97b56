"""The board as it is touched: what is in view, in which size, and which card is chosen.

Hands (mouse, touch), keys and the menu each have their own file and drop through the same `drop`.
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTouchEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from workshop_app.domain import lenses
from workshop_app.domain.audience import BoardSeen, Card, Spot, ThemeFrame
from workshop_app.domain.lenses import Lens
from workshop_app.ui import theme
from workshop_app.ui.shared import around, dropping, finding, menu, reveal
from workshop_app.ui.shared.board_accessible import BoardTree
from workshop_app.ui.shared.board_lock import BoardLock
from workshop_app.ui.shared.board_scene import HELD, BoardScene, CardItem
from workshop_app.ui.shared.choice import Choice
from workshop_app.ui.shared.choice_bar import ChoiceBar
from workshop_app.ui.shared.commands import BoardCommands
from workshop_app.ui.shared.hands import Hands, is_touch
from workshop_app.ui.shared.keys import Keys
from workshop_app.ui.shared.nearby import Nearby
from workshop_app.ui.shared.sharp import Sharp
from workshop_app.ui.shared.sight import Sight
from workshop_app.words import translate


class BoardView(QGraphicsView):
    """A window on the board. `opened` asks for a card to be opened in full, `named` for a theme to be renamed."""

    chosen = Signal(str)
    selection_changed = Signal()  # other cards are chosen, or several are being chosen now, or no longer
    opened = Signal(str)
    named = Signal(str)
    aside_wanted = Signal(str)  # to be asked why, and set aside
    theme_wanted = Signal(str)  # a new theme with this card in it
    translation_wanted = Signal(str)
    alike_wanted = Signal(str)  # what says something close to this card; "" for the whole board
    lens_wanted = Signal(object)  # Lens
    looked = Signal()  # through another lens, or in other colours
    story_wanted = Signal(str)  # what became of this card
    shown_anew = Signal()  # the whole board is another one
    took = Signal(object, object)  # the ids of the cards and of the themes that came, went or changed
    announced = Signal(str)  # what assistive technology is told

    def __init__(self, commands: BoardCommands) -> None:
        self.board = BoardScene()
        super().__init__(self.board)
        self.setViewport(QWidget())  # one that Qt made PySide would look for among all kinds of widgets
        self.tree = BoardTree(self)  # for assistive technology, which may ask from here on
        self.board.setParent(self)  # a scene that goes before its view makes it scroll while everything is taken down
        self.commands, self.around = commands, around.Around(self)
        self.is_shared = False  # students touch it
        self.lock = BoardLock(self)
        self.lock.turned.connect(self._let_go)
        self.lock.refused.connect(self.announce)
        self.choice, self.sight, self.nearby = Choice(self), Sight(self), Nearby(self.board)
        self._hands, self._keys = Hands(self), Keys(self)
        self.leave_theme = self._keys.themes.leave
        self._zooming = False
        self._sharp = Sharp(self)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # its own ground covers all of it
        self.setMouseTracking(True)
        self.setAccessibleName(translate("board", "Board"))
        self._bar = ChoiceBar(self)
        self.recolour()

    # What is seen

    def show_board(self, seen: BoardSeen) -> None:
        """Show a whole board."""
        self._let_go()
        self.board.show_board(seen)
        self.tree.anew()
        self._after_change()
        self.shown_anew.emit()

    def change(self, cards_now: dict[str, Card | None], frames_now: dict[str, ThemeFrame | None]) -> None:
        """Take in what changed, by id; None is no longer seen."""
        self.setAccessibleDescription("")  # what was said last may be of a card that nobody is to hear of again
        self.board.change(cards_now, frames_now)
        self.tree.took(cards_now, frames_now)
        self._after_change(calm=True)
        self.took.emit(tuple(cards_now), tuple(frames_now))

    def show_face_down(self, count: int) -> None:
        """Show how many cards lie face down."""
        self.board.face_down.show_count(count)
        self.tree.stack_changed()
        self._after_change(calm=True)

    def turn_over(self, cards_now: Mapping[str, Card | None], face_down: int) -> None:
        """The reveal: take in cards that lay face down until now; `face_down` others still do."""
        reveal.turn_over(self, cards_now, face_down)

    def recolour(self) -> None:
        """Paint everything in the colours now in force."""
        self.board.still = None  # to be asked anew
        self.setBackgroundBrush(QColor(theme.tokens().board))
        self._let_go()
        self.choice.recolour()
        self.board.repaint_cards()
        self._sharp.look()

    @property
    def lens(self) -> Lens:
        """The lens that is on."""
        return self.board.lens

    def look_through(self, lens: Lens) -> None:
        """Look through another lens; whoever wants one asks with `lens_wanted`, so that every board follows."""
        self._let_go()
        if self.board.look_through(lens):
            self.sight.look_through(lens)
            self.tree.anew()
            self._after_change()
            self.announce(lenses.name(lens))
            self.looked.emit()

    def colour_by_role(self, on: bool) -> None:
        """Colour cards by who gave them, or by their family of aspects."""
        if on != self.board.by_role:
            self._let_go()
            self.board.by_role = on
            self.board.repaint_cards()
            self._sharp.look()
            self.looked.emit()

    def show_aspects(self, aspects: tuple[Spot, ...]) -> None:
        """Other aspects are asked about now."""
        if self.board.show_aspects(aspects):
            self.tree.anew()
            self._after_change(calm=True)
            self.shown_anew.emit()

    # Choosing

    @property
    def chosen_id(self) -> str:
        """The chosen card that the keyboard is on, "" for none."""
        return self.choice.lead

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """All cards that are chosen."""
        return self.choice.ids

    def choose(self, card_id: str, *, follow: bool = False) -> None:
        """Make one card the chosen one ("" for none); `follow` brings it into view."""
        self.choice.only(card_id)
        self.choice.go_to(card_id, follow=follow)

    def choose_many(self, card_ids: Iterable[str], *, lead: str = "") -> None:
        """Choose several cards; the keyboard is on `lead`, or else on the last of them."""
        self.choice.many(card_ids)
        self.choice.go_to(lead or next(reversed(self.choice.ids), ""))

    @property
    def is_still(self) -> bool:
        """Whether nothing glides and nothing waits to be drawn sharp."""
        return self._sharp.is_done and self.board.is_still

    def theme_name(self, theme_id: str | None) -> str:
        """The name of a theme, "" for the loose ground."""
        frame = self.board.themes.get(theme_id or "")
        return frame.name if frame else ""

    def announce(self, sentence: str) -> None:
        """Say something to assistive technology."""
        self.setAccessibleDescription(sentence)  # what was said last
        self.tree.say(sentence)
        self.announced.emit(sentence)

    # Letting go

    def drop(self, item: CardItem, at: QPointF, hand: QPointF | None = None, *, onto: str = "") -> None:
        """A card was let go with its top left corner at `at`, by a hand at `hand`: say so, and show what came of it.

        `onto` is the loose card that it was meant for, if it was meant for one.
        """
        card_id = item.card.id
        if onto in self.board.cards:
            self.commands.start_theme((onto, card_id))
        else:
            dropping.let_go(self, item.card, at, finding.frame_for(self, at, hand))
        self.settle()
        if card_id in self.board.cards and not self.choice.choosing:
            self.choose(card_id)

    def drop_many(self, items: Sequence[CardItem], at: QPointF, hand: QPointF | None = None) -> None:
        """Several cards were let go in one hand: one step for all of them."""
        dropping.let_go_many(self, [item.card for item in items], at, finding.frame_for(self, at, hand))
        self.settle()

    def settle(self) -> None:
        """What was let go and not taken anywhere glides back to where it belongs."""
        if any(item.is_away and item.scale_made != HELD for item in self.board.cards.values()):
            self.board.arrange()
        self._after_change(calm=True)

    def menu_for(self, card_id: str, where: QPoint) -> None:
        """Open the "Move to…" menu of a card at a point of the screen."""
        if self.lock.holds_back():
            return
        if card_id not in self.choice.ids:
            self.choose(card_id)
        menu.card_menu(self, card_id).popup(where)

    # Size and place

    @property
    def zoom(self) -> float:
        """Logical pixels a board unit."""
        return float(self.transform().m11())

    def see_all(self) -> None:
        """Fit the whole board into view."""
        self.sight.fitting = "all"
        self.sight.fit()

    def fit_width(self) -> None:
        """Fit the board's width into view, from its top: the size to read in."""
        self.sight.fitting = "width"
        self.sight.fit()
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def zoom_by(self, factor: float) -> None:
        """Come nearer or go back, about the middle of the view."""
        self.sight.zoom_about(factor, QPointF(self.viewport().rect().center()))

    def see_theme(self, theme_id: str) -> None:
        """Bring a theme into view, as large as it fits."""
        self.sight.theme(theme_id)

    def see_card(self, card_id: str) -> None:
        """Bring a card into view, in the size to read in."""
        self.sight.card(card_id)

    def space_is_down(self) -> bool:
        """Whether Space is held, so that the mouse pans."""
        if self._keys.space_is_down:
            self._keys.pan_begins()
        return self._keys.space_is_down

    def scale_to(self, zoom: float) -> None:
        """Show the board in this size, as near to it as is allowed."""
        wanted = self.sight.within(zoom)
        if abs(wanted - self.zoom) > 1e-4:
            self._zooming = True
            self.setTransform(QTransform.fromScale(wanted, wanted))
            self._zooming = False
            self._sharp.soon()
            self._sharp.look(zooming=True)
            self._hands.follow()

    def _after_change(self, *, calm: bool = False) -> None:
        self._hands.after_news()
        self._keys.after_news()
        if not self.is_busy:  # the board keeps still below what is held
            self.sight.fit(calm=calm)
        self._sharp.look()
        self.choice.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether a hand or a key holds something."""
        return self._hands.carrying() or self._keys.holds

    def _let_go(self) -> None:
        """Everything that is held goes back."""
        self._hands.let_go()
        self._keys.let_go()

    @property
    def sharpness(self) -> float:
        """Device pixels a board unit: the scale in which a card is drawn."""
        return self.zoom * self.devicePixelRatioF()

    # Qt's events

    def sizeHint(self) -> QSize:
        """Qt: as much room as there is."""
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: keep fitting."""
        super().resizeEvent(event)
        self.sight.take_room()
        self.sight.fit()
        self._bar.place()
        self._sharp.soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: cards may have changed meanwhile."""
        super().showEvent(event)
        self._sharp.look()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt: other cards came into view."""
        super().scrollContentsBy(dx, dy)
        if not self._zooming:
            self._sharp.look(zooming=self._sharp.is_coming)
            self._hands.follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel moves the board, with Ctrl it comes nearer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sight.zoom_about(1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: hands."""
        self._keys.let_go()
        self.board.face_down.flight.touched(self.mapToScene(event.position().toPoint()))
        self._hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: hands."""
        self._hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: hands."""
        self._hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: open a card in full."""
        self._hands.double(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: fingers, apart from the mouse."""
        if isinstance(event, QTouchEvent) and is_touch(event) and self.isEnabled():
            return self._hands.fingers.event(event)
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: a board that is locked lets go of what is held."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and not self.isEnabled():
            self._let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: another page is up."""
        super().hideEvent(event)
        self._let_go()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the menu of what is under the mouse, or of the chosen card from the keyboard."""
        self._hands.menu_asked(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: keys. They go from card to card, so all of them are there first."""
        self.board.face_down.flight.settle()
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Qt: keys."""
        if not self._keys.release(event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the first card is chosen when the board is reached by Tab."""
        super().focusInEvent(event)
        self.choice.recolour()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            if not self.chosen_id:
                self._keys.first()
            self.announce(self.tree.counted())
        self.tree.has_keyboard()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._keys.space_is_down = False
        self.choice.recolour()
