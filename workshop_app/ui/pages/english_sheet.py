"""Say in English too what somebody wrote at the laptop. Their own words stand above, and stay as they are."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop_app.domain.face_down import Entry
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.drawing import Picture
from workshop_app.ui.shared.private_field import PrivateField
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate


class EnglishSheet(Veil):
    """`then` gets the words in English and answers whether they were taken."""

    def __init__(self, host: QWidget, entry: Entry, then: Callable[[str], bool]) -> None:
        super().__init__(host, strength=225)
        self._then = then
        self._field = PrivateField(translate("writing", "What it says in English"), size=20, lines=2)
        panel = pieces.frame("panel", margins=(24, 20, 24, 20), spacing=14)
        panel.setFixedWidth(theme.px(640))
        pieces.fill(panel, pieces.label(translate("slips", "What does it say in English?"), size=20, bold=True))
        if entry.text:
            pieces.fill(panel, Words(entry.text, size=20))
        if entry.drawing:
            pieces.fill(panel, Picture(entry.drawing))
        ok = pieces.button(translate("slips", "It says this"), self._confirm, kind="primary")
        leave = pieces.button(translate("asking", "Leave it"), self.leave)
        pieces.fill(panel, self._field, pieces.row(ok, leave, None))
        self.hold(panel, above=2, below=3)
        self.rise(self._field)

    def leave(self) -> None:
        """Close without an answer; nothing of it stays."""
        self._field.wipe()
        super().leave()

    def _confirm(self) -> None:
        if self._field.said().strip() and self._then(self._field.said()):
            self.leave()
