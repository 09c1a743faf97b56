"""A card on which one person signs, or has signed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.domain.seen_plan import Place
from workshop_app.ui import theme
from workshop_app.ui.shared.signature_pad import ASPECT, draw_strokes
from workshop_app.words import translate

_WIDE, _HIGH, _DRAWN = 230, 116, 196  # logical pixels: of the card, and of the pad on it
_CAPTION = 26  # logical pixels below for the name


class SignPlace(QWidget):
    """It says that it was pressed. On a larger screen everything is `larger`."""

    pressed = Signal(object)  # Place

    def __init__(self, place: Place, larger: float = 1.0) -> None:
        super().__init__()
        self.place, self._larger = place, larger
        self.setFixedHeight(theme.px(_HIGH * larger))
        self.setMinimumWidth(theme.px(200 * larger))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = translate("signing", "{name} signs here", name=place.name)
        if place.is_signed:
            said = translate("signing", "{name} has signed", name=place.name)
        elif place.waits:
            said = translate("signing", "{name} signs last", name=place.name)
        self.setAccessibleName(said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def waits(self) -> bool:
        """Whether it is their turn and nobody has signed here yet."""
        return not self.place.is_signed and not self.place.waits

    def sizeHint(self) -> QSize:
        """Qt: a card to sign on."""
        return QSize(theme.px(_WIDE * self._larger), theme.px(_HIGH * self._larger))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: it was pressed."""
        self.pressed.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space and Enter press it."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(self.place)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the card with the signature or the place for it."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = QPen(QColor(t.accent if self.hasFocus() else t.line), 2 if self.hasFocus() else 1)
        if self.place.waits and not self.hasFocus():
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(QColor(t.paper if self.place.waits else t.raised))
        painter.drawRoundedRect(body, theme.RADIUS, theme.RADIUS)
        self._paint_inside(painter, body)
        painter.setPen(QColor(t.soft))
        painter.setFont(theme.font(15 * self._larger))
        below = theme.px(_CAPTION * self._larger)
        room = round(body.width() - 28)
        caption = painter.fontMetrics().elidedText(self.place.caption, Qt.TextElideMode.ElideRight, room)
        line = QRectF(body.left() + 16, body.bottom() - below - theme.px(6 * self._larger), room, below)
        painter.drawText(line, caption)
        painter.end()

    def _paint_inside(self, painter: QPainter, body: QRectF) -> None:
        t, larger, place = theme.tokens(), self._larger, self.place
        above = body.adjusted(14, 0, -14, -theme.px(_CAPTION * larger))
        if place.strokes:
            width = theme.px(_DRAWN * larger)
            area = QRectF(body.left() + 14, body.top() + 6, width, width / ASPECT)
            draw_strokes(painter, place.strokes, area, QColor(t.ink))
            return
        middle = Qt.AlignmentFlag.AlignVCenter
        if place.is_signed:
            painter.setPen(QColor(t.ink))
            painter.setFont(theme.font(20 * larger, bold=True))
            words = translate("signing", "{words} ✓", words=place.words)
        else:
            painter.setPen(QColor(t.soft))
            painter.setFont(theme.font(17 * larger))
            middle = Qt.AlignmentFlag.AlignCenter
            words = translate("signing", "signs last") if place.waits else translate("signing", "sign here")
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(above.width()))
        painter.drawText(above, middle, elided)
