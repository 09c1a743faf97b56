"""A page's parts side by side, or one below the other where words are too large for the room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from workshop_app.ui import theme

ANY_WIDTH = 16777215  # Qt's own: as wide as there is room


class Across(QWidget):
    """`side` is `width` wide beside `main`, from `least` logical pixels at 100 % on; below that it takes a line.

    `first` has the side at the left or on top.
    """

    def __init__(
        self, side: QWidget, main: QWidget, width: int, *, least: int, first: bool = True, spacing: int = 0
    ) -> None:
        super().__init__()
        self._side, self._width, self._least = side, theme.px(width), theme.px(least)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for part in (side, main) if first else (main, side):
            self._line.addWidget(part, int(part is main))
        self._main = main
        if theme.scale() == 1:
            self._lay(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is more room or less."""
        super().resizeEvent(event)
        self._lay(beside=theme.scale() == 1 or self.width() >= self._least)

    def _lay(self, *, beside: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way == self._line.direction() and self._side.maximumWidth() == (self._width if beside else ANY_WIDTH):
            return
        self._line.setDirection(way)
        self._side.setMinimumWidth(self._width if beside else 0)
        self._side.setMaximumWidth(self._width if beside else ANY_WIDTH)
