"""The board as it is touched: what is in view, in which size, and which card is chosen.

Hands (mouse, touch), keys and the menu each have their own file and drop through the same `drop`.
"""

from collections.abc import Mapping
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView

from workshop_app.domain import board, lenses
from workshop_app.domain.audience import BoardSeen, Card, Spot, ThemeFrame
from workshop_app.domain.lenses import Lens
from workshop_app.ui import theme
from workshop_app.ui.shared import dropping, menu, reveal
from workshop_app.ui.shared.board_accessible import BoardTree
from workshop_app.ui.shared.board_scene import HELD, PAD, BoardScene, CardItem
from workshop_app.ui.shared.commands import BoardCommands
from workshop_app.ui.shared.hands import Hands
from workshop_app.ui.shared.keys import Keys
from workshop_app.ui.shared.ring import Ring
from workshop_app.words import translate

LEAST_ZOOM, MOST_ZOOM, NEAR = 0.05, 4.0, 1.6  # a small board comes NEAR, in words of ordinary size
MANY = 300  # beyond so many cards, those out of view keep no pixmap
CALM = 0.94  # so much of the fitting size is near enough while things are moved about
AT_ONCE = 0.005  # seconds of rendering before the window breathes again
FEW = 60  # so many cards are drawn sharp at each step of a zoom; more are stretched until it comes to rest


class BoardView(QGraphicsView):
    """A window on the board. `opened` asks for a card to be opened in full, `named` for a theme to be renamed."""

    chosen = Signal(str)
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
        self.tree = BoardTree(self)  # for assistive technology, which may ask from here on
        self.board.setParent(self)  # a scene that goes before its view makes it scroll while everything is taken down
        self.commands = commands
        self.is_shared = False  # students touch it
        self.chosen_id = ""
        self._fitting = self._fitting_themes = "width"
        self._hands = Hands(self)
        self._keys = Keys(self)
        self._ring = Ring()
        self.board.addItem(self._ring)
        self._late: list[CardItem] = []  # in view and not sharp
        self._painted: set[CardItem] = set()  # those that have a pixmap, and some that have none any more
        self._zooming = False
        self._sharpen = QTimer(self, singleShot=True, interval=60)
        self._sharpen.timeout.connect(self._look)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._render_late)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # its own ground covers all of it
        self.setMouseTracking(True)
        self.setAccessibleName(translate("board", "Board"))
        self.recolour()

    # What is seen

    def show_board(self, seen: BoardSeen) -> None:
        """Show a whole board."""
        self.board.show_board(seen)
        self.tree.anew()
        self._after_change()
        self.shown_anew.emit()

    def change(self, cards_now: dict[str, Card | None], frames_now: dict[str, ThemeFrame | None]) -> None:
        """Take in what changed, by id; None is no longer seen."""
        self._keys.let_go()
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
        self.board.still = theme.still()
        self.setBackgroundBrush(QColor(theme.tokens().board))
        self._ring.tell(keyboard=self.hasFocus())
        self.board.repaint_cards()
        self._look()

    @property
    def lens(self) -> Lens:
        """The lens that is on."""
        return self.board.lens

    def look_through(self, lens: Lens) -> None:
        """Look through another lens; whoever wants one asks with `lens_wanted`, so that every board follows."""
        self._keys.let_go()
        if self.board.look_through(lens):
            if lens is Lens.THEMES:
                self._fitting = self._fitting_themes
            elif self._fitting != "all":
                self._fitting_themes, self._fitting = self._fitting, "all"
            self.tree.anew()
            self._after_change()
            self.announce(lenses.name(lens))
            self.looked.emit()

    def colour_by_role(self, on: bool) -> None:
        """Colour cards by who gave them, or by their family of aspects."""
        if on != self.board.by_role:
            self.board.by_role = on
            self.board.repaint_cards()
            self._look()
            self.looked.emit()

    def show_aspects(self, aspects: tuple[Spot, ...]) -> None:
        """Other aspects are asked about now."""
        if self.board.show_aspects(aspects):
            self.tree.anew()
            self._after_change(calm=True)
            self.shown_anew.emit()

    # Choosing

    def choose(self, card_id: str, *, follow: bool = False) -> None:
        """Make a card the chosen one ("" for none); `follow` brings it into view."""
        self.chosen_id = card_id if card_id in self.board.cards else ""
        item = self.board.cards.get(self.chosen_id)
        self._ring.lie_around(item)
        if item is not None and follow:
            self.ensureVisible(QRectF(item.home, item.home + QPointF(board.CARD_W, board.CARD_H)), 30, 30)
        self.tree.chose(self.chosen_id)
        self.chosen.emit(self.chosen_id)

    @property
    def is_still(self) -> bool:
        """Whether nothing glides and nothing waits to be drawn sharp."""
        return not (self._sharpen.isActive() or self._next.isActive()) and self.board.is_still

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

    def drop(self, item: CardItem, at: QPointF, hand: QPointF | None = None) -> None:
        """A card was let go with its top left corner at `at`, by a hand at `hand`: say so, and show what came of it."""
        target = self.target_at(at, hand)
        self.board.mark_target(None)
        item.setZValue(1)
        item.scale_made = 0.0
        card_id = item.card.id
        dropping.let_go(self, item.card, at, target)
        if item.is_away:  # nothing came of it: the card glides back to where it belongs
            self.board.arrange()
            self._after_change(calm=True)
        if card_id in self.board.cards:
            self.choose(card_id)

    def target_at(self, at: QPointF, hand: QPointF | None = None) -> str | None:
        """The frame that a card held at `at` would go to: the one under the hand first, then under its middle."""
        layout, y = self.board.layout, at.y() + board.CARD_H / 2
        if hand is not None and hand.y() < layout.ground_top:
            under = layout.theme_at(hand.x(), hand.y())
            if under is not None:
                return under
        if y >= layout.ground_top:
            return None  # below every theme; asked at each move of a hand
        return layout.theme_at(at.x() + board.CARD_W / 2, y)

    def menu_for(self, card_id: str, where: QPoint) -> None:
        """Open the "Move to…" menu of a card at a point of the screen."""
        self.choose(card_id)
        menu.card_menu(self, card_id).popup(where)

    # Size and place

    @property
    def zoom(self) -> float:
        """Logical pixels a board unit."""
        return float(self.transform().m11())

    def see_all(self) -> None:
        """Fit the whole board into view."""
        self._fitting = "all"
        self._fit()

    def fit_width(self) -> None:
        """Fit the board's width into view, from its top: the size to read in."""
        self._fitting = "width"
        self._fit()
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def zoom_by(self, factor: float) -> None:
        """Come nearer or go back."""
        self._fitting = ""
        self._zoom_to(self.zoom * factor)

    def _fit(self, *, calm: bool = False) -> None:
        """Fit the board into view; `calm` leaves what fits about well as it is, so that not every drop stirs it all."""
        area, room = self.sceneRect(), self.viewport().size()
        if area.isEmpty() or room.width() < 10:
            return
        across, down = room.width() / area.width(), room.height() / area.height()
        wanted = min(across, NEAR * theme.scale(), down if self._fitting == "all" else across)
        if calm and wanted * CALM <= self.zoom <= wanted:
            return
        # Where it grows, it will grow on: leave some room for that.
        self._zoom_to(wanted * (1 + CALM) / 2 if calm and self._fitting == "all" else wanted)

    def _zoom_to(self, zoom: float) -> None:
        wanted = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        if abs(wanted - self.zoom) > 1e-4:
            self._zooming = True
            self.setTransform(QTransform.fromScale(wanted, wanted))
            self._zooming = False
            self._sharpen.start()
            self._look(zooming=True)

    def _after_change(self, *, calm: bool = False) -> None:
        if self._fitting:
            self._fit(calm=calm)
        self._look()
        self.choose(self.chosen_id)

    def _look(self, *, zooming: bool = False) -> None:
        """Render the cards in view that are not sharp; while zooming, and where they are many, only those with nothing.

        What takes long goes on between other events; cards that went out of view keep no pixmap on a large board.
        """
        if not self.isVisible():
            return  # another page is up, or the size is not known yet: it will be looked at when it is shown
        scale = self.sharpness
        self.board.face_down.stack.render(scale)
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        visible = self.board.in_rect(seen.adjusted(-PAD, -seen.height() / 3, PAD, seen.height() / 3))
        self._late = [item for item in visible if item.scale_made not in (scale, HELD)]
        if zooming and len(self._late) > FEW:
            self._late = [item for item in self._late if item.pixmap().isNull()]
        self._late.reverse()  # they are taken from its end
        keep = set(visible)
        if len(self.board.cards) > MANY:
            for item in self._painted - keep:
                if item.scale_made != HELD:
                    item.let_go()
            self._painted = keep
        else:
            self._painted |= keep
        self._render_late()

    def _render_late(self) -> None:
        scale, until = self.sharpness, perf_counter() + AT_ONCE
        while self._late:
            item = self._late.pop()
            if item.scale_made not in (scale, HELD):
                item.render(scale)
                if perf_counter() > until:
                    break
        if self._late:
            self._next.start()
        else:
            self._next.stop()

    @property
    def sharpness(self) -> float:
        """Device pixels a board unit: the scale in which a card is drawn."""
        return self.zoom * self.devicePixelRatioF()

    def lying(self, but: str) -> list[tuple[float, float]]:
        """Where the loose cards lie on the ground of a card, all but that one."""
        ground = self.board.cards[but].card.ground if but in self.board.cards else ""
        return [
            (item.card.x, item.card.y)
            for card_id, item in self.board.cards.items()
            if card_id != but and item.card.ground == ground and item.card.theme_id not in self.board.themes
        ]

    # Qt's events

    def sizeHint(self) -> QSize:
        """Qt: as much room as there is."""
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: keep fitting."""
        super().resizeEvent(event)
        self.board.take_shape(self.viewport().width() / max(1, self.viewport().height()))
        if self._fitting:
            self._fit()
        self._sharpen.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: cards may have changed meanwhile."""
        super().showEvent(event)
        self._look()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt: other cards came into view."""
        super().scrollContentsBy(dx, dy)
        if not self._zooming:
            self._look(zooming=self._sharpen.isActive())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel moves the board, with Ctrl it comes nearer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** event.angleDelta().y())
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the menu of the card under the mouse, or of the chosen one from the keyboard."""
        item = self._hands.card_at(event.pos())
        card_id = item.card.id if item else self.chosen_id
        if card_id:
            self.menu_for(card_id, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: keys. They go from card to card, so all of them are there first."""
        self.board.face_down.flight.settle()
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the first card is chosen when the board is reached by Tab."""
        super().focusInEvent(event)
        self._ring.tell(keyboard=self.hasFocus())
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason) and not self.chosen_id:
            self._keys.first()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.announce(self.tree.counted())
        self.tree.has_keyboard()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._ring.tell(keyboard=self.hasFocus())
