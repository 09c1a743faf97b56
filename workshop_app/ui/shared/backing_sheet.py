"""The page on which one person backs ideas in private: big rows to tick, three at most."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workshop_app.domain.audience import Card
from workshop_app.ui import lettering, pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared import drawing
from workshop_app.ui.shared.cards import said_words
from workshop_app.ui.shared.handed import Handed
from workshop_app.words import translate

MOST = 3
BOX, MARGIN, TEXT_SIZE, DRAWN_H = 30, 18, 20, 84  # logical pixels


class BackingSheet(Handed):
    """Every idea once, in the order given. `ticked` are the ids of those that are backed."""

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__()
        self._rows = {card.id: BackRow(card) for card in cards}
        self._left = pieces.label("", tone="accent", size=20)
        self._done = pieces.button(translate("backing", "Done"), self.done.emit, kind="primary")
        self._done.setMinimumWidth(220)
        skip = pieces.button(translate("backing", "Pass"), self.passed.emit)
        rows = pieces.column(10)
        inside = QWidget()
        inside.setLayout(rows)
        for row in self._rows.values():
            row.toggled.connect(lambda _on: self._count())
            rows.addWidget(row)
        rows.addStretch(1)
        column = pieces.column(16)
        column.setContentsMargins(64, 36, 64, 32)
        self.setLayout(column)
        top = pieces.row(spacing=14)
        top.addWidget(Words(translate("backing", "What matters most to you?"), size=32, bold=True), 1)
        top.addWidget(self._left)
        column.addLayout(top)
        column.addWidget(pieces.scroller(inside), 1)
        column.addLayout(pieces.row(skip, None, self._done))
        self._count()

    def ticked(self) -> list[str]:
        """The ids of the ideas that are backed."""
        return [card_id for card_id, row in self._rows.items() if row.isChecked()]

    def begin(self) -> None:
        """The keyboard is on the first idea."""
        for row in self._rows.values():
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            break

    def wipe(self) -> None:
        """Take every tick back."""
        for row in self._rows.values():
            row.setChecked(False)

    def _count(self) -> None:
        left = MOST - len(self.ticked())
        for row in self._rows.values():
            row.setEnabled(left > 0 or row.isChecked())
        self._left.setText(
            translate("backing", "Tick up to {n}", n=left)
            if left == MOST
            else translate("backing", "{n} more, if you like", n=left)
            if left
            else translate("backing", "That is three. Untick one to change it.")
        )
        self._done.setEnabled(left < MOST)


class BackRow(QAbstractButton):
    """One idea to tick, as high as its words."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card
        self.setCheckable(True)
        self.setAccessibleName(said_words(card))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        """Qt: the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: the words, what they say in English, the drawing."""
        words, beneath = self._broken(width)
        drawn = DRAWN_H + 6 if self._card.drawing else 0
        return max(64, round(words.height * bool(self._card.text) + beneath + drawn) + 2 * MARGIN)

    def sizeHint(self) -> QSize:
        """Qt: as wide as there is room."""
        width = max(480, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Qt: the words break."""
        return QSize(240, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a box to tick, and the idea."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        on, focus = self.isChecked(), self.hasFocus()
        painter.setPen(QPen(QColor(t.accent if on or focus else t.line), 2.4 if focus else 1.4))
        painter.setBrush(QColor(t.accent_soft if on else t.raised))
        painter.drawRoundedRect(area, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        self._tick(painter, QRectF(MARGIN, (self.height() - BOX) / 2, BOX, BOX))
        words, _ = self._broken(self.width())
        left, top, width = self._left(), float(MARGIN), self._room(self.width())
        if self._card.text:
            painter.setPen(QColor(t.ink if self.isEnabled() else t.soft))
            painter.setFont(theme.font(TEXT_SIZE))
            lettering.draw(painter, words, left, top, width)
            top += words.height
        if self._card.translation:
            font = theme.font(16)
            lines = lettering.broken(self._card.translation, font, width)
            painter.setPen(QColor(theme.between(t.soft, t.ink)))
            painter.setFont(font)
            lettering.draw(painter, lines, left, top, width)
            top += lines.height
        if self._card.drawing:
            drawing.paint(painter, self._card.drawing, QRectF(left, top + 6, width, DRAWN_H), QColor(t.ink))
        painter.end()

    def _tick(self, painter: QPainter, box: QRectF) -> None:
        t = theme.tokens()
        on = self.isChecked()
        painter.setPen(QPen(QColor(t.accent if on or self.isEnabled() else t.line), 2))
        painter.setBrush(QColor(t.accent if on else t.raised))
        painter.drawRoundedRect(box, 7, 7)
        if on:
            pen = QPen(QColor(t.on_accent), 3.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            hook = ((0.24, 0.54), (0.43, 0.73), (0.78, 0.3))
            painter.drawPolyline([box.topLeft() + QPointF(x, y) * box.width() for x, y in hook])

    def _left(self) -> float:
        return MARGIN + BOX + 16.0

    def _room(self, width: int) -> float:
        return max(120.0, width - self._left() - MARGIN)

    def _broken(self, width: int) -> tuple[lettering.Lines, float]:
        room = self._room(width)
        words = lettering.broken(self._card.text, theme.font(TEXT_SIZE), room)
        if not self._card.translation:
            return words, 0.0
        return words, lettering.broken(self._card.translation, theme.font(16), room).height
