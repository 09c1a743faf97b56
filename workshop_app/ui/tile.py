"""A tile to choose an aspect of school life by: its family's symbol and its name on at most two lines."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop_app.ui import lettering, theme
from workshop_app.ui.shared import marks


class AspectTile(QAbstractButton):
    """On or off. Its outline and its bold name tell which, not colour alone."""

    def __init__(self, name: str, family: str) -> None:
        super().__init__()
        self._family = family
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: a tile."""
        return QSize(220, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the tile."""
        t = theme.tokens()
        on, focus = self.isChecked(), self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = on or focus
        painter.setPen(QPen(QColor(t.accent if strong or self.underMouse() else t.line), 2 if strong else 1))
        painter.setBrush(QColor(t.accent_soft if on else t.raised))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.RADIUS_SMALL, theme.RADIUS_SMALL
        )
        tint = t.families.get(self._family, t.families[""])
        middle = self.height() / 2
        badge = QRectF(12, middle - 15, 30, 30)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(badge, 7, 7)
        marks.symbol(painter, self._family, badge.adjusted(6.5, 6.5, -6.5, -6.5), QColor(t.ink))
        font = theme.font(15, bold=on)
        painter.setFont(font)
        painter.setPen(QColor(t.ink))
        lines = lettering.broken(self.text(), font, self.width() - 52 - 12, 2)
        lettering.draw(painter, lines, 52, middle - lines.height / 2)
        painter.end()
