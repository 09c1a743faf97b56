"""A large answer to choose: a word, and a line that says what it means."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop_app.ui import lettering, theme
from workshop_app.ui.shared import symbols

_LEFT = 52  # where words begin, after the symbol
_ROOM = 12  # at the right


class Option(QAbstractButton):
    """On or off, one of several. A dot, an outline and bold letters tell which, not colour alone."""

    def __init__(self, name: str, means: str, symbol: str) -> None:
        super().__init__()
        self._means, self._symbol = means, symbol
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(means)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Qt: the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as its line needs."""
        return max(theme.TARGET + 10, round(theme.px(33) + self._lines(width).height + 11))

    def sizeHint(self) -> QSize:
        """Qt: wide enough for a line."""
        return QSize(theme.px(340), self.heightForWidth(max(self.width(), theme.px(340))))

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow is fine, the line breaks."""
        return QSize(220, theme.TARGET + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the answer."""
        t = theme.tokens()
        on, focus = self.isChecked(), self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = t.ink if focus else t.accent if on or self.underMouse() else t.line
        painter.setPen(QPen(QColor(edge), 2 if on or focus else 1))
        painter.setBrush(QColor(t.accent_soft if on else t.raised))
        around = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(around, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        symbols.paint(painter, self._symbol, QRectF(15, theme.px(14), 24, 24), QColor(t.accent if on else t.soft))
        painter.setFont(theme.font(17, bold=on))
        painter.setPen(QColor(t.ink))
        line = QRectF(_LEFT, theme.px(6), self.width() - _LEFT - _ROOM, theme.px(28))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(theme.font(14.5))
        painter.setPen(QColor(t.ink if on else t.soft))
        lettering.draw(painter, self._lines(self.width()), _LEFT, theme.px(33))
        painter.end()

    def _lines(self, width: int) -> lettering.Lines:
        return lettering.broken(self._means, theme.font(14.5), max(60, width - _LEFT - _ROOM))
