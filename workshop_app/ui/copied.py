"""What was copied out of the app. It is forgotten where it might say what nobody is to read any more."""

from PySide6.QtGui import QClipboard, QGuiApplication

MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def forget(*texts: str) -> None:
    """Empty the clipboard if this app filled it, or if it holds one of these texts, or a part of one."""
    board = QGuiApplication.clipboard()
    for mode in MODES:
        if mode is QClipboard.Mode.Selection and not board.supportsSelection():
            continue
        held = board.text(mode).strip()
        ours = board.ownsClipboard() if mode is QClipboard.Mode.Clipboard else board.ownsSelection()
        if ours or (held and any(text and (text in held or held in text) for text in texts)):
            board.clear(mode)
