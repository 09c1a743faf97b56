"""Cards that lie face down, as a stack on the board. All that is known of them here is how many there are."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.ui import theme
from workshop_app.ui.shared import cards
from workshop_app.words import translate

SETTLE_MS = 180
LAYERS = 6  # backs that a stack shows, however high it is
STEP = 2.6  # board units from one back of the stack to the next
DEEP = (LAYERS - 1) * STEP  # what lies below the uppermost, less than there is between two rows of cards
_BODY = QRectF(0, 0, CARD_W, CARD_H)


def words(count: int) -> str:
    """How many cards lie face down, as it is written on their stack."""
    return translate("board", "{n} face down", n=count)


class Stack(QGraphicsPixmapItem):
    """The cards that lie face down. `spot` is where the top left corner of the uppermost one lies."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__()
        self.count = 0
        self.spot = QPointF()
        self._scale = 0.0
        self._drop = QVariantAnimation(scene)  # it goes with the scene
        self._drop.setDuration(SETTLE_MS)
        self._drop.setStartValue(1.0)
        self._drop.setEndValue(0.0)
        self._drop.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._drop.valueChanged.connect(self._settle)
        self.setZValue(0.5)  # above frames and below cards: the first one turned over lies down on it
        self.hide()
        scene.addItem(self)

    @property
    def is_still(self) -> bool:
        """Whether nothing of it moves."""
        return self._drop.state() is not QVariantAnimation.State.Running

    @property
    def box(self) -> QRectF:
        """The room that it takes on the board."""
        return QRectF(self.spot.x(), self.spot.y(), CARD_W + DEEP, CARD_H + DEEP)

    def show_count(self, count: int, *, settle: bool = False) -> None:
        """Be so high; `settle` has the uppermost card come down on it."""
        if count == self.count:
            return
        self.count = count
        self.setVisible(count > 0)
        self._paint()
        self._drop.stop()
        if settle and count:
            self._drop.start()
        else:
            self._settle(0.0)

    def lie(self, spot: QPointF) -> None:
        """Take a place."""
        if spot != self.spot:
            self.spot = QPointF(spot)
            self._settle(0.0)

    def render(self, scale: float) -> None:
        """Be sharp at a scale (device pixels a board unit)."""
        if scale != self._scale:
            self._scale = scale
            self._paint()

    def forget_look(self) -> None:
        """The colours are others now."""
        self._paint()

    def _settle(self, left: float) -> None:
        self.setPos(self.spot + QPointF(0, -14.0 * left))

    def _paint(self) -> None:
        if self.count and self._scale:
            self.setPixmap(_stack(self.count, self._scale))
            self.setOffset(-cards.SHADOW * self._scale, -cards.SHADOW * self._scale)
            self.setScale(1.0 / self._scale)


def card_back(scale: float) -> QPixmap:
    """One card's back, with the same room for a shadow around it as a card's face."""
    pixmap = QPixmap(round((CARD_W + 2 * cards.SHADOW) * scale), round((CARD_H + 2 * cards.SHADOW) * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(cards.SHADOW, cards.SHADOW)
    _shade(painter)
    _back(painter)
    painter.end()
    return pixmap


def _stack(count: int, scale: float) -> QPixmap:
    """So many backs on each other (a few of them, where they are many), with their count on the uppermost."""
    wide, high = (round((side + DEEP + 2 * cards.SHADOW) * scale) for side in (CARD_W, CARD_H))
    pixmap = QPixmap(wide, high)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(cards.SHADOW, cards.SHADOW)
    for number in reversed(range(min(count, LAYERS))):
        painter.save()
        painter.translate(STEP * number * (0.5 if number % 2 else 0.8), STEP * number)  # a stack that hands made
        if number == min(count, LAYERS) - 1:
            _shade(painter)
        _back(painter)
        painter.restore()
    _count(painter, words(count))
    painter.end()
    return pixmap


def _shade(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(5, 0, -1):
        shade = QColor(theme.tokens().shadow)
        shade.setAlpha(max(1, 9 - ring))
        painter.setBrush(shade)
        spread = ring * 0.9
        painter.drawRoundedRect(_BODY.adjusted(-spread * 0.6, -spread * 0.2, spread * 0.6, spread), 9, 9)


def _back(painter: QPainter) -> None:
    t = theme.tokens()
    painter.setPen(QPen(QColor(t.accent), 1.6))
    painter.setBrush(QColor(t.accent_soft))
    painter.drawRoundedRect(_BODY.adjusted(0.8, 0.8, -0.8, -0.8), theme.RADIUS_CARD, theme.RADIUS_CARD)
    painter.setPen(QPen(QColor(t.accent), 1.4, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_BODY.adjusted(8, 8, -8, -8), 3, 3)


def _count(painter: QPainter, said: str) -> None:
    t = theme.tokens()
    painter.setFont(theme.on_board(21, bold=True))
    wide = min(CARD_W - 24.0, painter.fontMetrics().horizontalAdvance(said) + 28.0)
    label = QRectF((CARD_W - wide) / 2, CARD_H / 2 - 20, wide, 40)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.accent_soft))
    painter.drawRect(label)
    painter.setPen(QColor(t.ink))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, said)
