"""In the board's corner: that hands stay off while we talk."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.domain.audience import Screen
from workshop_app.ui import pieces, theme
from workshop_app.words import translate

SIZE, MARGIN = 18, 16  # logical pixels on the smallest screen


class HandsOffNote(QFrame):
    """It lies over the board and takes no touch from it."""

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self._board = board
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = pieces.label(translate("hands off", "Hands off. We talk now."), size=SIZE)
        line = pieces.row(self._words, spacing=14)
        line.setContentsMargins(16, 8, 18, 8)
        self.setLayout(line)
        self.hide()
        board.installEventFilter(self)

    def show_screen(self, seen: Screen) -> None:
        """Show what there is to say; nothing, if there is nothing."""
        self.setVisible(seen.hands_off and not seen.is_apart)
        self._place()

    def enlarge(self, larger: float) -> None:
        """A larger screen has larger type."""
        self._words.setFont(theme.font(SIZE * larger))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: stay in the corner."""
        if event.type() is QEvent.Type.Resize and getattr(self, "_board", None) is watched:
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        room = self._board.size()
        self.move(room.width() - self.width() - MARGIN, room.height() - self.height() - MARGIN)
        self.raise_()
