"""Typing that is not yet said survives a closed lid: it is kept as a draft while it is typed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from workshop_app.ui.desk import Desk

PAUSE_MS = 300


def keep(field: QLineEdit | QPlainTextEdit, key: str, desk: Desk) -> None:
    """Give `field` back what was typed into it before, and keep what is typed from now on under `key`."""
    before = desk.workspace.draft(key)
    if before:
        _fill(field, before)
    timer = QTimer(field, singleShot=True, interval=PAUSE_MS)
    timer.timeout.connect(lambda: desk.keep_draft(key, text_of(field)))

    def flush() -> None:
        if timer.isActive():
            timer.stop()
            desk.keep_draft(key, text_of(field))

    field.textChanged.connect(lambda *_: timer.start())
    desk.flushing.connect(flush)


def done(field: QLineEdit | QPlainTextEdit, key: str, desk: Desk) -> None:
    """It was said: empty the field and forget the draft."""
    field.clear()
    desk.keep_draft(key, "")


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    """What is in a field."""
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _fill(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.setText(text)
