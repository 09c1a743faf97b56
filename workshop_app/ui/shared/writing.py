"""Where an idea is written or drawn in private, in whatever language, with a translation if one is wished."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.shared.drawing import DrawingPad
from workshop_app.ui.shared.private_field import PrivateField
from workshop_app.ui.shared.signature_pad import Point
from workshop_app.words import translate

Dressed = Callable[[str, Callable[[], object]], QPushButton]


class Writing(QWidget):
    """A big box for words, a pad if it is drawn, and a small line beneath for English; `button` makes its buttons."""

    changed = Signal()

    def __init__(
        self,
        text: str = "",
        translation: str = "",
        drawing: Sequence[Sequence[Point]] = (),
        *,
        size: float = 24,
        button: Dressed = pieces.button,
    ) -> None:
        super().__init__()
        self._box = PrivateField(translate("writing", "Your idea"), text, size=size, lines=2)
        self._box.setPlaceholderText(translate("writing", "Write it in any language"))
        self._pad = DrawingPad()
        self._pad.strokes = [list(stroke) for stroke in drawing]
        self._english = PrivateField(translate("writing", "What it says in English"), translation, size=18, lines=1)
        self._english.setFixedHeight(theme.px(56))
        self._english.setPlaceholderText(translate("writing", "What it says in English"))
        self._draw = button("", self._swap_pad)
        self._draw.setCheckable(True)
        self._draw.setChecked(bool(drawing))
        self._back = button(translate("writing", "Take the last line back"), self._pad.take_back)
        self._too = button(translate("writing", "Add it in English too"), self._swap_english)
        self._too.setCheckable(True)
        self._too.setChecked(bool(translation))
        column = pieces.column(12)
        self.setLayout(column)
        column.addWidget(self._pad, 100)
        column.addWidget(self._box, 1)
        column.addWidget(self._english)
        column.addLayout(pieces.row(self._draw, self._back, self._too, None))
        for field in (self._box, self._english):
            field.textChanged.connect(self.changed)
        self._pad.changed.connect(self._drew)
        self._show()

    def text(self) -> str:
        """The words; who wrote on the line for English alone has written in English."""
        return self._beneath() if self._only_beneath() else self._box.said()

    def translation(self) -> str:
        """The words in English, beneath others."""
        return "" if self._only_beneath() else self._beneath()

    def drawing(self) -> tuple[tuple[Point, ...], ...]:
        """The strokes."""
        return tuple(tuple(stroke) for stroke in self._pad.strokes)

    def says_something(self) -> bool:
        """Whether there are words or a drawing."""
        return bool(self.text().strip() or self._pad.strokes)

    def type_on(self) -> None:
        """Put the keyboard in the box."""
        self._box.moveCursor(QTextCursor.MoveOperation.End)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Leave nothing of it."""
        self._box.wipe()
        self._english.wipe()
        self._pad.clear()

    def _beneath(self) -> str:
        return self._english.said() if self._too.isChecked() else ""

    def _only_beneath(self) -> bool:
        return not (self._box.said().strip() or self._pad.strokes)

    def _swap_pad(self) -> None:
        if not self._draw.isChecked():
            self._pad.clear()
        self._show()

    def _swap_english(self) -> None:
        self._show()
        (self._english if self._too.isChecked() else self._box).setFocus(Qt.FocusReason.OtherFocusReason)

    def _drew(self) -> None:
        self._back.setEnabled(bool(self._pad.strokes))
        self.changed.emit()

    def _show(self) -> None:
        drawing = self._draw.isChecked()
        words = translate("writing", "Without a drawing") if drawing else translate("writing", "Draw it instead")
        self._draw.setText(words)
        self._draw.setAccessibleName(words)
        self._pad.setVisible(drawing)
        self._back.setVisible(drawing)
        self._back.setEnabled(bool(self._pad.strokes))
        self._english.setVisible(self._too.isChecked())
