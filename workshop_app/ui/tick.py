"""A box to tick whose words go on in the next line where there is no room, which Qt's own can't."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from workshop_app.ui import theme
from workshop_app.ui.lettering import Words

MOST_LINES = 4


class Tick(QWidget):
    """The words can be pressed like the box."""

    def __init__(self, text: str, *, on: bool) -> None:
        super().__init__()
        line = " ".join(text.split())
        self._box = QCheckBox()
        self._box.setAccessibleName(line)
        self._box.setChecked(on)
        self._box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        words = Words(line, size=17, most=MOST_LINES, middle=True)
        across = QHBoxLayout()  # also in large words: the box stays beside them
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._box, alignment=Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(words, 1)
        self.setLayout(across)
        self.setMinimumHeight(theme.TARGET_SMALL)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def on(self) -> bool:
        """Whether it is ticked."""
        return self._box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a press anywhere ticks."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.toggle()
