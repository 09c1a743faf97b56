"""The keys of the board on one sheet, over the window until any of them is pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate


class KeysSheet(Veil):
    """What each key does."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        panel = pieces.frame("panel", margins=(28, 22, 28, 22), spacing=14)
        panel.setMaximumWidth(theme.px(820))
        back = pieces.button(translate("keys", "Back to the board"), self.leave, kind="primary")
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (key, what) in enumerate(_keys()):
            grid.addWidget(Words(key, bold=True), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(what), line, 1)
        heading = pieces.label(translate("keys", "The board by keys"), size=20, bold=True)
        pieces.fill(panel, heading, grid, pieces.row(back, None))
        panel.setMinimumWidth(theme.px(720))
        self.setAccessibleName(translate("keys", "The board by keys"))
        self.setAccessibleDescription(". ".join(f"{key}: {what}" for key, what in _keys()))
        self.hold(panel)
        self.rise(back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the key that opened it closes it, as Escape does."""
        if event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.leave()
        else:
            super().keyPressEvent(event)


def _keys() -> list[tuple[str, str]]:
    return [
        (translate("keys", "Arrows"), translate("keys", "From card to card")),
        (translate("keys", "Space"), translate("keys", "Lift a card; arrows move it, Space lets go, Esc puts it back")),
        (translate("keys", "Enter"), translate("keys", "Read or change it")),
        (translate("keys", "M"), translate("keys", "Move to… and all else that can be done with it")),
        (translate("keys", "T, Shift+T"), translate("keys", "To the next theme, to the one before")),
        (translate("keys", "Home, End"), translate("keys", "To the first card, to the last")),
        (translate("keys", "F2"), translate("keys", "Another name for its theme")),
        (
            translate("keys", "G, Shift+G"),
            translate("keys", "A theme as a whole: Enter, M, Z, Space and arrows act on it"),
        ),
        (
            translate("keys", "Ctrl+Space, Ctrl+A"),
            translate("keys", "Choose several; all of a theme; Esc lets go of them"),
        ),
        (translate("keys", "Z"), translate("keys", "Come near it")),
        (translate("keys", "Delete"), translate("keys", "Set it aside")),
        (translate("keys", "Shift+M"), translate("keys", "What can be done with the whole board")),
        (translate("keys", "1, 2, 3, 4"), translate("keys", "Look at themes, aspects, how far, reach and effort")),
        (translate("keys", "Ctrl+L, Ctrl+F"), translate("keys", "The list, both, the board again; find words")),
        (translate("keys", "N"), translate("keys", "Add an idea")),
        (translate("keys", "Ctrl and + − 0"), translate("keys", "Nearer, further off, all of it")),
        (translate("keys", "Ctrl and arrows"), translate("keys", "Move the view")),
        (translate("keys", "Ctrl+Z"), translate("keys", "Take the last step back")),
        (translate("keys", "F7, F8, F9"), translate("keys", "Hands off while we talk; show to everybody; cover it")),
    ]
