"""A field whose text is written down when it is left. Until then it is kept as a draft, through a closed lid too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from workshop_app.ui import drafts, theme
from workshop_app.ui.desk import Desk

MOST_HEIGHT = 260  # of a field, before it scrolls


class NotedField(QPlainTextEdit):
    """`saved` tells what is written down (None where there is nothing to write it on any more), `write` does it."""

    def __init__(
        self,
        desk: Desk,
        key: str,
        name: str,
        saved: Callable[[], str | None],
        write: Callable[[str], bool],
        *,
        size: float = 17,
        height: int = 64,
    ) -> None:
        super().__init__()
        self._desk, self._key, self._saved, self._write = desk, key, saved, write
        self._least = theme.px(height)
        self.setFont(theme.font(size))
        self.textChanged.connect(self._grow)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.show_saved()
        drafts.keep(self, key, desk)
        self.document().setModified(bool(desk.workspace.draft(key)))
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: leaving the field writes it down."""
        if event.type() is QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def flush(self) -> bool:
        """Write down what is typed, if it says something else; False if that was refused."""
        saved = self._saved()
        if saved is None:
            return True  # what it is about was taken back; what was typed stays a draft and comes back with it
        typed = self.toPlainText()
        if typed.strip() == saved.strip() or self._write(typed):
            self.document().setModified(False)
            self._desk.keep_draft(self._key, "")
            return True
        return False

    def show_saved(self) -> None:
        """Show what is saved, unless something is typed that is not yet written down."""
        saved = self._saved()
        if saved is not None and not self.document().isModified() and self.toPlainText() != saved:
            self.setPlainText(saved)

    def _grow(self) -> None:
        lines = sum(
            self.document().findBlockByNumber(n).layout().lineCount() or 1 for n in range(self.document().blockCount())
        )
        wanted = round(lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin() + 22)
        self.setFixedHeight(min(theme.px(MOST_HEIGHT), max(self._least, wanted)))
