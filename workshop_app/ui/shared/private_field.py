"""A field for what is written in private: no draft, no dictionary that learns, nothing left on the clipboard."""

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from workshop_app.ui import theme


class PrivateField(QPlainTextEdit):
    """Room for `lines` lines at least. `wipe` leaves nothing of what was typed, not even for Undo or Paste."""

    def __init__(self, name: str, text: str = "", *, size: float = 24, lines: int = 3) -> None:
        super().__init__()
        self._copied = False
        self._least = round(size * 1.6 * lines) + 26
        self.setFont(theme.font(size))
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)  # no keyboard may learn these words
        self.setMinimumHeight(theme.px(self._least))
        self.setPlainText(text)

    def said(self) -> str:
        """What is in it."""
        return self.toPlainText()

    def wipe(self) -> None:
        """Empty it for good. What was copied out of it is gone from the clipboard too."""
        self.clear()  # its history for Undo goes with it
        if self._copied:
            board = QGuiApplication.clipboard()
            board.clear()
            if board.supportsSelection():
                board.clear(QClipboard.Mode.Selection)
        self._copied = False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: something is copied, cut or dragged."""
        self._copied = True
        return super().createMimeDataFromSelection()

    def sizeHint(self) -> QSize:
        """Qt: as high as its lines."""
        return QSize(480, self._least)
