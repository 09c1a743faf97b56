"""The line at the foot of a page while something that leaves the app is made: what, how far, and a way to stop it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.words import translate

_MOST_W, _ABOVE = 560, 24


class MakingLine(QFrame):
    """It lies over the foot of its page and takes nothing away from it but the room it needs."""

    def __init__(self, page: QWidget, said: str, stop: Callable[[], object]) -> None:
        super().__init__(page.window())
        self._page, self._said, self._pages = page, said, 0
        self.setProperty("kind", "accent")
        self._words = Words(said, size=17)
        line = QHBoxLayout(self)
        line.setContentsMargins(22, 8, 10, 8)
        line.setSpacing(16)
        line.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(pieces.button(translate("making", "Stop"), stop))
        page.window().installEventFilter(self)
        page.destroyed.connect(self.deleteLater)
        self._place()
        self.show()
        self.raise_()
        if QAccessible.isActive():  # it takes no focus, so nobody would hear of it
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def show_pages(self, pages: int) -> None:
        """So many pages are done."""
        if pages != self._pages:
            self._pages = pages
            self._words.set_text(translate("making", "{what} Page {n}.", what=self._said, n=pages))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: stay in the middle."""
        if event.type() is QEvent.Type.Resize and getattr(self, "_page", None) is not None:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._page.window()
        wide = min(window.width() - 80, theme.px(_MOST_W))
        high = max(self.sizeHint().height(), theme.px(68))
        self.setGeometry((window.width() - wide) // 2, window.height() - high - _ABOVE, wide, high)
