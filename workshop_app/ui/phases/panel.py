"""What every phase's panel has in common."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.facilitation.running import Round
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.workspace import Changes

TITLE_SIZE = 26  # logical pixels of what is read from across the room, on the smallest laptop


class Panel(QWidget):
    """One phase. `show_round` is called when it comes on, `take` for each change while it is on."""

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__()
        self.desk, self.leading = desk, leading
        self.round: Round | None = None

    def show_round(self, round_: Round) -> None:
        """It is this round's turn."""
        self.round = round_
        self.refresh()

    def refresh(self) -> None:
        """Show everything anew."""

    def take(self, changes: Changes) -> None:
        """Show what changed; everything anew where a panel knows no better."""
        self.refresh()

    def type_on(self) -> None:
        """Put the keyboard where one goes on."""
        self.setFocus()

    def enlarge(self, larger: float) -> None:
        """A larger screen: what the room reads grows by this factor."""
        for words in self.findChildren(Words):
            if words.property("room"):
                words.set_size(TITLE_SIZE * larger)


def column_of(panel: QWidget) -> QVBoxLayout:
    """The column that a panel is filled from top to bottom."""
    column = pieces.column(10)
    column.setContentsMargins(24, 20, 22, 18)
    panel.setLayout(column)
    return column


def title(text: str = "") -> Words:
    """What the room reads first."""
    made = Words(text, size=TITLE_SIZE, bold=True)
    made.setProperty("room", True)
    return made
