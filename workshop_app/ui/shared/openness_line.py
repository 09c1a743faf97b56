"""How open an aspect is, above its prompt: said to everybody before ideas are asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop_app.domain.audience import Bounds
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.words import translate

MARK = 22  # logical pixels
# The drawing for each way of being open, wherever it is told.
MARKS = {"open": "open", "limited": "half", "fixed": "lock", "kept-out": "eye-off"}


class OpennessLine(QWidget):
    """A quiet line with a mark. Where nothing was declared it says just that."""

    def __init__(self, size: float = 16) -> None:
        super().__init__()
        self._mark = Symbol("open", MARK, "soft")
        self._words = Words(size=size, colour="soft")
        line = pieces.row(spacing=8)
        line.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.setLayout(line)

    def set_size(self, size: float) -> None:
        """Say it in another size (logical pixels)."""
        self._words.set_size(size)

    def show_bounds(self, bounds: Bounds | None) -> None:
        """Say how open it is; None where the school declared nothing."""
        self._mark.show_symbol(MARKS.get(bounds.how, "open") if bounds is not None else "circle-dots")
        self._words.set_text(said(bounds) if bounds is not None else unknown())


def unknown() -> str:
    """What students are told where nobody has said how open it is."""
    return translate("openness", "We don’t know yet how open this is. We will tell you.")


def said(bounds: Bounds) -> str:
    """How open, whose rule it is and why, in the words of who declared it."""
    words = {"whose": _bare(bounds.whose), "why": _bare(bounds.why)}
    if bounds.how == "limited":
        return translate("openness", "Limited by: {whose}. Why: {why}.", **words)
    still = translate("openness", "We can still say what we think.")
    if bounds.how == "fixed":
        return translate("openness", "Fixed by: {whose}. Why: {why}.", **words) + " " + still
    if bounds.how == "kept-out":
        return translate("openness", "Kept out for now by: {whose}. Why: {why}.", **words) + " " + still
    return translate("openness", "Open: we can change this together.")


def _bare(text: str) -> str:
    """Without the full stop that follows anyway."""
    return text.strip().rstrip(".")
