"""The field in which slips are typed up: no draft, no dictionary that learns, and several lines are several slips."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt

from workshop_app.ui import theme
from workshop_app.ui.capture import CaptureBox
from workshop_app.words import translate


class SlipBox(CaptureBox):
    """`then` is called at Enter; `several` gets what is pasted where it is more than one line."""

    def __init__(self, then: Callable[[], object], several: Callable[[str], object]) -> None:
        super().__init__(then)
        self._several = several
        self.setFont(theme.font(24))
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.setAccessibleName(translate("slips", "What the slip says"))
        self.setPlaceholderText(translate("slips", "What the slip says. Say in a few words what was drawn."))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt: something is pasted or dropped."""
        text = source.text() if source.hasText() else ""
        if sum(bool(line.strip()) for line in text.splitlines()) > 1:
            self._several(text)
        else:
            super().insertFromMimeData(source)
