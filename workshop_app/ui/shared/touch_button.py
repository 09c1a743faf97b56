"""A button for many hands: never lower than a finger, and larger on a larger screen."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy

from workshop_app.ui import theme

LEAST, SIZE = 56, 18  # logical pixels of its height and of its words, on the smallest screen


class TouchButton(QPushButton):
    """`name` is what assistive technology calls it, the words by default."""

    def __init__(self, words: str, then: Callable[[], object] | None = None, *, kind: str = "", name: str = "") -> None:
        super().__init__(words.replace("&", "&&"))
        self._larger = 1.0
        self.setProperty("kind", kind)
        self.setAccessibleName(name or words)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.enlarge(1.0)
        if then is not None:
            self.clicked.connect(lambda _checked=False: then())

    def enlarge(self, larger: float) -> None:
        """Be larger by this factor than on the smallest screen."""
        self._larger = larger
        self.setFont(theme.font(SIZE * larger))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt: room for the words and a finger."""
        return super().sizeHint().expandedTo(QSize(LEAST, max(theme.TARGET, round(LEAST * self._larger))))

    def minimumSizeHint(self) -> QSize:
        """Qt: never less."""
        return self.sizeHint()
