"""What was copied out of the app. It is forgotten where it might say what nobody is to read any more."""

from PySide6.QtGui import QClipboard, QGuiApplication


def forget() -> None:
    """Empty the clipboard, if it was this app that filled it."""
    board = QGuiApplication.clipboard()
    if board.ownsClipboard():
        board.clear()
    if board.supportsSelection() and board.ownsSelection():
        board.clear(QClipboard.Mode.Selection)
