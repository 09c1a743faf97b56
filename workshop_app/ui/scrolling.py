"""Where words are large: a page that scrolls once it is lower than what stands on it, and lists that stay usable."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workshop_app.ui import theme

LOW = 200  # logical pixels of a list that is squeezed, if it has as much to show


class LowScroller(QScrollArea):
    """A scroll that is not squeezed to a slit where a page is high: the page scrolls then."""

    def minimumSizeHint(self) -> QSize:
        """Qt: room for a few lines."""
        inside, least = self.widget(), super().minimumSizeHint()
        high = inside.sizeHint().height() if inside is not None else 0
        return QSize(least.width(), min(theme.px(LOW), max(least.height(), high)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: there is more in it or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class PageScroller(QScrollArea):
    """A page as high as the window, or as high as its parts need at least; then it scrolls."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is more room or less."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: something on the page needs more room or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, layout = self.viewport().size(), self._page.layout()
        if layout is None:
            least = self._page.minimumSizeHint().height()
        elif layout.hasHeightForWidth():
            least = layout.minimumHeightForWidth(room.width())
        else:
            least = layout.minimumSize().height()
        self._page.resize(room.width(), max(room.height(), least))
