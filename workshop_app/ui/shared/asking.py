"""One question over the window: a field and two buttons."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate


class Asking(Veil):
    """One question, about what is `shown`. `then` gets the text and answers whether it was taken."""

    def __init__(
        self,
        host: QWidget,
        question: str,
        text: str,
        confirm: str,
        then: Callable[[str], bool],
        *,
        lines: bool = False,
        more: tuple[tuple[str, Callable[[], object]], ...] = (),
        shown: QWidget | None = None,
    ) -> None:
        super().__init__(host)
        self._then = then
        panel = pieces.frame("panel", margins=(24, 20, 24, 20), spacing=14)
        panel.setMaximumWidth(theme.px(640))
        self.field = _field(question, text, lines=lines)
        self.field.installEventFilter(self)
        ok = pieces.button(confirm, self._confirm, kind="primary")
        self.way_out = pieces.button(translate("asking", "Leave it"), self.leave)
        extra = [pieces.button(words, partial(self._also, do)) for words, do in more]
        heading = pieces.label(question, size=20, bold=True, wrap=True)
        above = (heading,) if shown is None else (heading, shown)
        pieces.fill(panel, *above, self.field, pieces.row(ok, self.way_out, None, *extra))
        self.hold(_wide(panel), above=2, below=3)
        self.rise(self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter answers, Escape leaves."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
                self._confirm()
                return True
        return super().eventFilter(watched, event)

    def _confirm(self) -> None:
        if self.is_frozen:
            self.leave()
            return
        field = self.field
        text = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        if self._then(text):
            self.leave()

    def _also(self, do: Callable[[], object]) -> None:
        self.leave()
        do()


def _field(question: str, text: str, *, lines: bool) -> QLineEdit | QPlainTextEdit:
    field: QLineEdit | QPlainTextEdit
    if lines:
        field = QPlainTextEdit(text)
        field.setMinimumHeight(140)
        field.setTabChangesFocus(True)
        field.moveCursor(QTextCursor.MoveOperation.End)  # a key pressed by accident must not replace somebody's words
    else:
        field = QLineEdit(text)
        field.selectAll()
    field.setFont(theme.font(20))
    field.setAccessibleName(question)
    return field


def _wide(panel: QFrame) -> QFrame:
    panel.setMinimumWidth(theme.px(520))
    return panel
