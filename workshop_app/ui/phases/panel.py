"""What every phase's panel has in common."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.facilitation.running import Round
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.workspace import Changes

TITLE_SIZE, WIDE_TITLE_SIZE = 26, 34  # logical pixels of what is read across the room, on the smallest laptop
WIDEST = 860  # logical pixels of a panel that has the page to itself


class Panel(QWidget):
    """One phase. `show_round` is called when it comes on, `take` for each change while it is on.

    A `wide` one has the page to itself: the room reads it, and there is nothing to move on the board.
    """

    wide = False

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__()
        self.desk, self.leading = desk, leading
        self.round: Round | None = None
        self._larger = 1.0

    def show_round(self, round_: Round) -> None:
        """It is this round's turn."""
        self.round = round_
        self.refresh()
        if self.wide:
            self.enlarge(self._larger)  # what was just written too

    def refresh(self) -> None:
        """Show everything anew."""

    def take(self, changes: Changes) -> None:
        """Show what changed; everything anew where a panel knows no better."""
        self.refresh()

    def type_on(self) -> None:
        """Put the keyboard where one goes on."""
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: lines that are read aloud are not longer than an eye can follow."""
        super().resizeEvent(event)
        self._narrow()

    def _narrow(self) -> None:
        layout = self.layout()
        if self.wide and layout is not None:
            side = max(24, round(self.width() - theme.px(WIDEST) * self._larger) // 2)
            layout.setContentsMargins(side, 44, side, 24)

    def enlarge(self, larger: float) -> None:
        """A larger screen: what the room reads grows by this factor."""
        self._larger = larger
        for words in self.findChildren(Words):
            if words.property("room"):
                words.set_size((WIDE_TITLE_SIZE if self.wide else TITLE_SIZE) * larger)
            elif self.wide:
                words.set_size(words.base_size * larger)
        self._narrow()


def column_of(panel: QWidget) -> QVBoxLayout:
    """The column that a panel is filled from top to bottom."""
    column = pieces.column(8)
    column.setContentsMargins(24, 16, 22, 8)
    panel.setLayout(column)
    return column


def title(text: str = "") -> Words:
    """What the room reads first."""
    made = Words(text, size=TITLE_SIZE, bold=True)
    made.setProperty("room", True)
    return made
