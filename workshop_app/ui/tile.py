"""A tile to choose an aspect of school life by: its family's edge and its name on at most two lines."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workshop_app.domain.openness import How
from workshop_app.ui import lettering, map_words, theme
from workshop_app.ui.lettering import Lines
from workshop_app.ui.shared import marks, symbols

_MARKS_W = 20  # logical pixels at the right end


class AspectTile(QAbstractButton):
    """On or off. Its outline and its bold name tell which, not colour alone.

    Dots tell how deeply it was explored, from 0 to 3, and a mark that it is not open, or not wholly.
    """

    def __init__(self, name: str, family: str, symbol: str = "") -> None:
        super().__init__()
        self._family, self._symbol = family, symbol
        self._depth = 0
        self._how: How | None = None
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(theme.px(120))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_standing(self, depth: int, how: How | None) -> None:
        """How deeply it was explored so far, and how open it was declared; None for not yet."""
        self._depth, self._how = depth, how
        known = map_words.depth(depth)
        self.setAccessibleDescription(known)
        self.setToolTip(known)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: a tile."""
        return QSize(theme.px(170), theme.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the tile."""
        t = theme.tokens()
        on, focus = self.isChecked(), self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = on or focus
        colour = t.ink if focus else t.accent if on or self.underMouse() else t.line
        painter.setPen(QPen(QColor(colour), 2 if strong else 1))
        painter.setBrush(QColor(t.accent_soft if on else t.raised))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.RADIUS_SMALL, theme.RADIUS_SMALL
        )
        tint = t.families.get(self._family, t.families[""])
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        clip = QPainterPath()
        clip.addRoundedRect(body, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        painter.save()
        painter.setClipPath(clip)
        marks.edge(painter, self._family, QRectF(body.left(), body.top(), 7, body.height()), QColor(tint.edge))
        painter.restore()
        font, lines = lettered(self.text(), self.width() - _MARKS_W, bold=on)
        painter.setFont(font)
        painter.setPen(QColor(t.ink))
        lettering.draw(painter, lines, 17, self.height() / 2 - lines.height / 2)
        self._paint_marks(painter)
        painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        t = theme.tokens()
        right = self.width() - 8
        mark = map_words.MARKS.get(self._how) if self._how is not None else None
        if mark is not None:
            symbols.paint(painter, mark, QRectF(right - 15, 6, 16, 16), QColor(t.soft))
        elif self._symbol:
            symbols.paint(painter, self._symbol, QRectF(right - 17, 6, 18, 18), QColor(t.soft))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent))
        for place in range(self._depth):
            painter.drawEllipse(QRectF(right - 5 - place * 7, self.height() - 13, 5, 5))


def lettered(name: str, width: int, *, bold: bool) -> tuple[QFont, Lines]:
    """A name as a tile of this width shows it: on two lines, or smaller on three where the screen is narrow."""
    for size, most in ((14.5, 2), (13, 3), (12, 3)):
        font = theme.font(size, bold=bold)
        lines = lettering.broken(name, font, width - 17 - 8, most)
        if lines.whole:
            break
    return font, lines


class FamilyMark(QWidget):
    """A family's symbol on its tint, beside the family's name."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self._family = family
        self.setFixedSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the mark."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.families.get(self._family, t.families[""]).ground))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        marks.symbol(painter, self._family, QRectF(5, 5, 14, 14), QColor(t.ink))
        painter.end()
