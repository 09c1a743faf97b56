"""Typing that is not yet said survives a closed lid: it is kept as a draft while it is typed."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from workshop_app.ui.desk import Desk

PAUSE_MS = 300
Field = QLineEdit | QPlainTextEdit


class _Keeper(QObject):
    """Lives and dies with its field, and so do its connections."""

    def __init__(self, field: Field, key: str, desk: Desk) -> None:
        super().__init__(field)
        self._field, self._key, self._desk = field, key, desk
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._save)
        field.textChanged.connect(self._typed)
        desk.flushing.connect(self._flush)

    def _typed(self) -> None:
        self._timer.start()

    def _flush(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def _save(self) -> None:
        self._desk.keep_draft(self._key, text_of(self._field))


def keep(field: Field, key: str, desk: Desk) -> None:
    """Give `field` back what was typed into it before, and keep what is typed from now on under `key`."""
    before = desk.workspace.draft(key)
    if before:
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(before)
        else:
            field.setText(before)
    _Keeper(field, key, desk)


def done(field: Field, key: str, desk: Desk) -> None:
    """It was said: empty the field and forget the draft."""
    field.clear()
    desk.keep_draft(key, "")


def text_of(field: Field) -> str:
    """What is in a field."""
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
