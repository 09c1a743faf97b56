"""Something that can be brought, as a card: it is dragged to another column, or asked for its menu."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from workshop_app.domain.seen_assets import Held
from workshop_app.ui import lettering, theme
from workshop_app.ui.shared import marks

_EDGE, _SIDE, _ABOVE = 8, 12, 10  # logical pixels: the striped edge, beside the words, above and below them
_LEAST = 52


class AssetCard(QWidget):
    """`beneath` stands small below what it is. On a larger screen everything is `larger`."""

    dragged = Signal(object, QPoint)  # itself, and where on the screen
    dropped = Signal(object, QPoint)
    asked = Signal(object)  # itself: its menu is wanted
    shifted = Signal(object, int)  # itself: one column to the left (-1) or the right
    walked = Signal(object, int)  # itself: the keyboard goes one card back (-1) or on

    def __init__(self, held: Held, beneath: str, larger: float = 1.0) -> None:
        super().__init__()
        self.held, self._beneath, self._larger = held, beneath, larger
        self._down: QPoint | None = None
        self.is_away = False  # in a hand
        self.setAccessibleName(held.what)
        self.setAccessibleDescription(beneath)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum
        )  # words that break make it higher
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Qt: the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as its words need."""
        words, small = self._lines(width)
        return max(round(_LEAST * self._larger), round(words.height + small.height + 2 * _ABOVE * self._larger))

    def sizeHint(self) -> QSize:
        """Qt: a card."""
        wide = theme.px(200 * self._larger)
        return QSize(wide, self.heightForWidth(max(self.width(), wide) if self.width() > 60 else wide))

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow is fine, the words break."""
        return QSize(90, round(_LEAST * self._larger))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a hand comes down."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._down = event.globalPosition().toPoint()
        else:
            self.asked.emit(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the hand moves; past a slack the card goes with it."""
        if self._down is None:
            return
        at = event.globalPosition().toPoint()
        if self.is_away or (at - self._down).manhattanLength() >= QApplication.startDragDistance():
            self.is_away = True
            self.update()
            self.dragged.emit(self, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: it is let go, or it was only pressed."""
        if self._down is None:
            return
        self._down = None
        if self.is_away:
            self.is_away = False
            self.update()
            self.dropped.emit(self, event.globalPosition().toPoint())
        else:
            self.asked.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space opens the menu, arrows walk, with Alt they move the card."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, **ways}
        moves = event.modifiers() & Qt.KeyboardModifier.AltModifier
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self.asked.emit(self)
        elif moves and key in ways:
            self.shifted.emit(self, ways[key])
        elif key in steps:
            self.walked.emit(self, steps[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: it shows that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: and that it is not."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the card."""
        t = theme.tokens()
        tint = t.roles[self.held.held_by]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_away:
            painter.setOpacity(0.35)
        body = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        shape = QPainterPath()
        shape.addRoundedRect(body, theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.fillPath(shape, QColor(tint.ground))
        painter.save()
        painter.setClipPath(shape)
        strip = QRectF(body.left(), body.top(), _EDGE, body.height())
        marks.edge(painter, self.held.held_by, strip, QColor(tint.edge))
        painter.restore()
        painter.setPen(QPen(QColor(t.ink if self.hasFocus() else tint.edge), 2.6 if self.hasFocus() else 1))
        painter.drawPath(shape)
        words, small = self._lines(self.width())
        left, width = _EDGE + _SIDE, self._room(self.width())
        top = (self.height() - words.height - small.height) / 2
        painter.setPen(QColor(t.ink))
        painter.setFont(self._font())
        lettering.draw(painter, words, left, top, width)
        painter.setPen(QColor(theme.beneath(t)))
        painter.setFont(self._small())
        lettering.draw(painter, small, left, top + words.height, width)
        painter.end()

    def _lines(self, width: int) -> tuple[lettering.Lines, lettering.Lines]:
        room, beneath = self._room(width), self._beneath
        return lettering.broken(self.held.what, self._font(), room), lettering.broken(beneath, self._small(), room)

    def _room(self, width: int) -> float:
        return max(40.0, width - _EDGE - 2 * _SIDE)

    def _font(self) -> QFont:
        return theme.font(17 * self._larger)

    def _small(self) -> QFont:
        return theme.font(14 * self._larger)
