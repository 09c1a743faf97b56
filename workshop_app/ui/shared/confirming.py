"""A question that only wants a yes: what would happen, and two buttons."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate


class Confirming(Veil):
    """Ask before something that many would feel. The keyboard is on the button that leaves all as it is."""

    def __init__(self, host: QWidget, question: str, explained: str, confirm: str, then: Callable[[], object]) -> None:
        super().__init__(host)
        self._then = then
        panel = pieces.frame("panel", margins=(24, 20, 24, 20), spacing=14)
        panel.setFixedWidth(theme.px(560))
        leave = pieces.button(translate("asking", "Leave it"), self.leave)
        pieces.fill(
            panel,
            pieces.label(question, size=20, bold=True, wrap=True),
            pieces.label(explained, tone="soft", size=17, wrap=True),
            pieces.row(pieces.button(confirm, self._confirm, kind="primary"), leave, None),
        )
        self.hold(panel, above=2, below=3)
        self.rise(leave)

    def _confirm(self) -> None:
        self.leave()
        self._then()
