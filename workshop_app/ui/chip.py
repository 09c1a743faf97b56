"""A button with a person's own words on it, such as a name. It never pushes a page apart, however long they are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

MOST_W, LEAST_W = 260, 72


class Chip(QPushButton):
    """As wide as its words, up to `MOST_W`; where there is less room they end in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: room for the words, within reason."""
        hint = super().sizeHint()
        return QSize(min(MOST_W, hint.width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow is fine, the words are cut short."""
        hint = super().minimumSizeHint()
        return QSize(min(LEAST_W, hint.width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the button, with as many of its words as there is room for."""
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter  # hundreds of names, seldom needed

        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room, Qt.TextFlag.TextShowMnemonic.value
        )
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
