"""What is said to the person at the laptop: a line over the page that moves nothing and leaves by itself."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words

SAID_MS, IN_PASSING_MS = 9000, 5000
MOST_W, BELOW = 760, 8  # below the bar, in the middle


class Notice(QFrame):
    """It lies over everything in the window, sheets too, below its `bar` or above it; a tap sends it away."""

    def __init__(self, page: QWidget, bar: QWidget, *, above: bool = False) -> None:
        super().__init__(page)
        self._bar, self._above = bar, above
        self._page = page
        self._words = Words(size=17)
        line = QHBoxLayout(self)
        line.setContentsMargins(22, 12, 22, 12)
        line.addWidget(self._words)
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self.hide)
        page.installEventFilter(self)
        page.destroyed.connect(self.deleteLater)
        self.hide()

    def say(self, sentence: str, kind: str) -> None:
        """Say a sentence; `kind` "notice" where something could not be done."""
        if self.parentWidget() is not self._page.window():
            self.setParent(self._page.window())
        self._words.set_text(sentence)
        pieces.restyle(self, "notice" if kind == "notice" else "accent")
        self._place()
        self.show()
        self.raise_()
        if QAccessible.isActive():  # it takes no focus, so nobody would hear of it
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self._quiet.start(SAID_MS if kind == "notice" else IN_PASSING_MS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: it was read."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: stay in the middle; go when the programme goes."""
        page = getattr(self, "_page", None)  # Python may have let go of its parts while Qt still asks
        if watched is page and event.type() is QEvent.Type.Resize:
            self._place()
        if watched is page and event.type() is QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._page.width() - 80
        wide = min(room, theme.px(MOST_W), self._words.sizeHint().width() + 46)
        high = self._words.heightForWidth(wide - 44) + 26
        top = self._bar.y() - BELOW - high if self._above else self._bar.height() + BELOW
        self.setGeometry((self._page.width() - wide) // 2, top, wide, high)
