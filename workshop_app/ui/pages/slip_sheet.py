"""Correct a slip that was typed: its words, what they say in English, or the drawing that was on it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop_app.domain.face_down import Entry
from workshop_app.ui import pieces, theme
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.shared.writing import Writing
from workshop_app.words import translate


class SlipSheet(Veil):
    """`then` gets words, translation and drawing, and answers whether they were taken."""

    def __init__(self, host: QWidget, entry: Entry, then: Callable[[Writing], bool]) -> None:
        super().__init__(host, strength=225)
        self._then = then
        self._writing = Writing(entry.text, entry.translation, entry.drawing, size=20)
        panel = pieces.frame("panel", margins=(24, 20, 24, 20), spacing=14)
        panel.setMinimumWidth(theme.px(640))
        panel.setMaximumWidth(theme.px(820))
        ok = pieces.button(translate("slips", "It says this"), self._confirm, kind="primary")
        leave = pieces.button(translate("asking", "Leave it"), self.leave)
        heading = pieces.label(translate("slips", "What does the slip say?"), size=20, bold=True)
        pieces.fill(panel, heading, self._writing, pieces.row(ok, leave, None))
        self.hold(panel, above=2, below=3)
        self.rise(self._writing)
        self._writing.type_on()

    def leave(self) -> None:
        """Close without an answer; nothing of it stays."""
        self._writing.wipe()
        super().leave()

    def _confirm(self) -> None:
        if self._then(self._writing):
            self.leave()
