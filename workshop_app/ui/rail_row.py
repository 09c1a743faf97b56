"""One row of the agenda at the left edge: done, on now, or to come, with the minutes it may take."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop_app.ui import lettering, theme

ROW_H, NOW_H, SMALL_H = 40, 58, 36
_INDENT, _RIGHT = 34, 12


class RailRow(QAbstractButton):
    """`state` is done, now, next, to come, or left out; `small` rows are the prompts within a phase."""

    def __init__(self, words: str, minutes: str, state: str, *, below: str = "", small: bool = False) -> None:
        super().__init__()
        self.setText(words)
        self._minutes, self._state, self._below, self._small = minutes, state, below, small
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: a row, higher where there is a second line."""
        high = SMALL_H if self._small else NOW_H if self._below else ROW_H
        return QSize(200, theme.px(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the row."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = self._state == "now"
        if on or self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(t.ink), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft if on else t.raised))
            painter.drawRoundedRect(box, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        if on and not self._small:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 5, 4, box.height() - 10), 2, 2)
        quiet = self._state in ("done", "left out")
        if self._state == "done":
            self._tick(painter, QColor(t.soft))
        line = QRectF(0, 0, self.width(), self.height() if not self._below else theme.px(34))
        font = theme.font(14.5 if self._small else 16, bold=on)
        font.setStrikeOut(self._state == "left out")
        painter.setFont(font)
        painter.setPen(QColor(t.soft if quiet or (self._small and not on) else t.ink))
        indent = _INDENT + (6 if self._small else 0)
        room = self.width() - indent - _RIGHT - (theme.px(30) if self._minutes else 0)
        words = lettering.broken(self.text(), font, room, 1)
        lettering.draw(painter, words, indent, line.center().y() - words.height / 2)
        painter.setFont(theme.font(15))
        painter.setPen(QColor(t.soft))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line.adjusted(0, 0, -_RIGHT, 0), right, self._minutes)
        if self._below:
            painter.setFont(theme.font(14))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(indent, theme.px(30), self.width() - indent, theme.px(24)), left, self._below)
        painter.end()

    def _tick(self, painter: QPainter, colour: QColor) -> None:
        middle = self.height() / 2
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([QPointF(14, middle), QPointF(18, middle + 4), QPointF(25, middle - 5)])
