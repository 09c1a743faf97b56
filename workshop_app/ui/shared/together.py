"""What stands where the board is while there is nothing to move: silence with a count, or what the group reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop_app.domain.audience import Screen
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.card_backs import CardBacks, face_down_words
from workshop_app.words import translate

WIDEST = 980  # logical pixels of a line that an eye can follow, on the smallest screen
SIZE, QUIET = 26, 20


class Together(QWidget):
    """A few calm lines in the middle of the room that is left."""

    def __init__(self) -> None:
        super().__init__()
        self._larger = 1.0
        self._backs = CardBacks(220)
        self._lines = [Words(size=SIZE) for _ in range(8)]
        self._inner = QWidget()
        column = pieces.column(14)
        column.addWidget(self._backs, alignment=Qt.AlignmentFlag.AlignLeft)
        for line in self._lines:
            column.addWidget(line)
        self._inner.setLayout(column)
        across = pieces.row()
        across.addStretch(1)
        across.addWidget(self._inner, 30)
        across.addStretch(1)
        outer = pieces.column(0)
        outer.setContentsMargins(32, 16, 32, 16)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)
        self.setLayout(outer)

    def show_screen(self, seen: Screen) -> None:
        """Silence, or lines to read together."""
        self._backs.setVisible(seen.silent and seen.face_down > 0)
        self._backs.show_count(seen.face_down if seen.silent else 0)
        said = silence(seen.face_down) if seen.silent else seen.lines
        for number, line in enumerate(self._lines):
            words = said[number] if number < len(said) else ""
            line.set_text(words)
            line.setVisible(bool(words))

    def enlarge(self, larger: float) -> None:
        """A larger screen has larger type."""
        self._inner.setMaximumWidth(round(WIDEST * larger))
        for line in self._lines:
            line.set_size(SIZE * larger)


def silence(face_down: int) -> tuple[str, ...]:
    """What the room reads while everybody writes."""
    lying = (face_down_words(face_down),) if face_down else ()
    return (
        *lying,
        translate("shared", "We write in silence. Everybody has time."),
        translate("shared", "What we write stays face down until we turn it all over together."),
    )
