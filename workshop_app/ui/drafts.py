"""Typing that is not yet said survives a closed lid: it is kept as a draft while it is typed."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from workshop_app.domain.facts import Happened
from workshop_app.ui.desk import Desk
from workshop_app.workspace import Changes

EVERY_MS = 300
Field = QLineEdit | QPlainTextEdit


class Keeper(QObject):
    """Lives and dies with its field, and so do its connections."""

    def __init__(self, field: Field, key: str, desk: Desk) -> None:
        super().__init__(field)
        self._field, self._key, self._desk = field, key, desk
        self._saved = desk.workspace.draft(key)
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self._save)
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)
        desk.flushing.connect(self._flush)
        desk.changed.connect(self._purged)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a field takes Ctrl+Z for its own typing; with none left, the programme's last step goes back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_not_mine(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_not_mine(self, event: QKeyEvent) -> bool:
        field = self._field
        typing = field.document() if isinstance(field, QPlainTextEdit) else field
        if event.matches(QKeySequence.StandardKey.Undo):
            return not typing.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not typing.isRedoAvailable()

    def _typed(self) -> None:
        # A hand that never pauses is kept up with too: the timer runs on, it does not begin anew at each letter.
        if not self._timer.isActive():
            self._timer.start()

    def turn_to(self, key: str) -> None:
        """Keep what stands in the field where it belongs, and give it what was typed under another key."""
        if key == self._key:
            return
        self._save()
        self._timer.stop()
        self._key = key
        self._saved = self._desk.workspace.draft(key)
        _give_back(self._field, self._desk.workspace.draft(key))
        self._timer.stop()

    def done(self) -> None:
        """It was said: empty the field and forget the draft."""
        done(self._field, self._key, self._desk)

    def _flush(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def _save(self) -> None:
        self._saved = text_of(self._field)
        self._desk.keep_draft(self._key, self._saved)

    def _purged(self, changes: Changes) -> None:
        """A draft that was purged must not be kept again from what still stands in the field."""
        if changes.fact is Happened.PURGED and self._saved and not self._desk.workspace.draft(self._key):
            self._saved = ""
            _give_back(self._field, "")
            self._timer.stop()


def keep(field: Field, key: str, desk: Desk) -> "Keeper":
    """Give `field` back what was typed into it before, and keep what is typed from now on under `key`."""
    before = desk.workspace.draft(key)
    if before:
        _give_back(field, before)
    return Keeper(field, key, desk)


def done(field: Field, key: str, desk: Desk) -> None:
    """It was said: empty the field and forget the draft."""
    if isinstance(field, QPlainTextEdit):
        field.clear()
    else:
        field.setText("")  # clear() could be undone: Ctrl+Z would bring the words back, not take the step back
    desk.keep_draft(key, "")


def _give_back(field: Field, text: str) -> None:
    """Put text into a field with the caret behind it, where somebody goes on typing."""
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
        field.moveCursor(QTextCursor.MoveOperation.End)
    else:
        field.setText(text)


def text_of(field: Field) -> str:
    """What is in a field."""
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
