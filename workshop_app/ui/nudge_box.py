"""The cue in the facilitator's column: what gathers where, a prompt that goes underneath, and two ways to go on."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from workshop_app.facilitation.nudge import Nudge
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.words import translate


class NudgeBox(QFrame):
    """Private to the facilitator. It asks for nothing and blocks nothing."""

    def __init__(self, ask: Callable[[], object], not_now: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        self._what = Words(size=15, bold=True)
        self._try = Words(size=15)
        self._ask = pieces.button(translate("nudge", "Ask it"), ask, kind="small")
        later = pieces.button(translate("nudge", "Not now"), not_now, kind="small")
        pieces.fill(self, self._what, self._try, pieces.row(self._ask, later, None))
        self.hide()

    def show_nudge(self, nudge: Nudge | None) -> None:
        """Show a cue, or none."""
        self.setVisible(nudge is not None)
        if nudge is not None:
            self._what.set_text(_said(nudge))
            self._try.set_text(translate("nudge", "Try underneath: “{prompt}”", prompt=nudge.ground.underneath))


def _said(nudge: Nudge) -> str:
    if not nudge.leads:
        return translate("nudge", "{n} of the last {of} stay on familiar ground.", n=nudge.count, of=nudge.of)
    return translate(
        "nudge",
        "{n} of the last {of} stay on familiar ground, most on {ground}.",
        n=nudge.count,
        of=nudge.of,
        ground=nudge.ground.name,
    )
