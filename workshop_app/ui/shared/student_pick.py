"""The students choose: big tiles with aspects of school life that nobody has asked them about yet."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from workshop_app.domain.audience import Spot
from workshop_app.ui import lettering, pieces, theme
from workshop_app.ui.shared import marks, symbols
from workshop_app.words import translate

AT_ONCE = 6
ACROSS = 3
TILE_W, TILE_H = 150, 120  # at least
_EDGE = 10
_SYMBOL = 40
_TOP, _BELOW = 14 + _SYMBOL + 8, 14  # above the name, below it


class StudentPick(QWidget):
    """Six at a time, in the order given. It says which one was picked."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("student-pick", "What shall we talk about?"))
        self._spots: list[Spot] = []
        self._first = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._others = pieces.button(translate("student-pick", "Show others"), self._turn)
        column = pieces.column(12)
        column.addLayout(self._grid)
        column.addWidget(self._others, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setLayout(column)
        for number in range(ACROSS):
            self._grid.setColumnStretch(number, 1)

    def show_aspects(self, spots: Sequence[Spot]) -> None:
        """Offer these. The same ones again stay where they are, however often it is asked."""
        if list(spots) == self._spots:
            return
        self._spots = list(spots)
        if self._first >= len(self._spots):
            self._first = 0
        self._lay()

    def _turn(self) -> None:
        self._first = self._first + AT_ONCE if self._first + AT_ONCE < len(self._spots) else 0
        self._lay()

    def _lay(self) -> None:
        pieces.clear(self._grid)
        for number, spot in enumerate(self._spots[self._first : self._first + AT_ONCE]):
            tile = PickTile(spot)
            tile.clicked.connect(lambda _checked=False, key=spot.id: self.picked.emit(key))
            self._grid.addWidget(tile, number // ACROSS, number % ACROSS)
        self._others.setVisible(len(self._spots) > AT_ONCE)


class PickTile(QAbstractButton):
    """A card with the family's edge, a drawing and a name that is never cut short."""

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self._spot = spot
        self.setText(spot.name)
        self.setAccessibleName(translate("student-pick", "Pick: {aspect}", aspect=spot.name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(theme.px(TILE_W), TILE_H)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Qt: the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as the name needs."""
        return max(TILE_H, round(_TOP + self._lines(width).height + _BELOW))

    def sizeHint(self) -> QSize:
        """Qt: a tile."""
        return QSize(theme.px(TILE_W + 50), self.heightForWidth(max(self.width(), theme.px(TILE_W))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the tile."""
        t = theme.tokens()
        tint = t.families.get(self._spot.family, t.families[""])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        shape = QPainterPath()
        shape.addRoundedRect(body, theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.fillPath(shape, QColor(tint.ground))
        painter.save()
        painter.setClipPath(shape)
        marks.edge(painter, self._spot.family, QRectF(body.left(), body.top(), _EDGE, body.height()), QColor(tint.edge))
        painter.restore()
        strong = self.hasFocus() or self.underMouse() or self.isDown()
        painter.setPen(QPen(QColor(t.ink if strong else tint.edge), 2.6 if strong else 1))
        painter.drawPath(shape)
        box = QRectF(self.width() / 2 + _EDGE / 2 - _SYMBOL / 2, 14, _SYMBOL, _SYMBOL)
        symbols.paint(painter, self._spot.symbol, box, QColor(t.ink))
        lines = self._lines(self.width())
        painter.setFont(_font())
        painter.setPen(QColor(t.ink))
        metrics = painter.fontMetrics()
        top = _TOP + (self.height() - _TOP - _BELOW - lines.height) / 2
        for number, line in enumerate(lines.lines):
            left = (self.width() + _EDGE - metrics.horizontalAdvance(line)) / 2
            painter.drawText(round(left), round(top + number * lines.step + lines.ascent), line)
        painter.end()

    def _lines(self, width: int) -> lettering.Lines:
        return lettering.broken(self._spot.name, _font(), max(60, width - _EDGE - 24))


def _font() -> QFont:
    return theme.font(17, bold=True)
