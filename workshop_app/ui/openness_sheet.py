"""How open is each aspect that nobody has declared yet? One at a time, over the page."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.openness_box import OpennessBox
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

LATER = "openness-later"  # the draft that remembers that an aspect's openness was put off
Named = tuple[str, str, str]  # an aspect's id, name and family


class OpenSheet(Veil):
    """`then` is called when each was answered or put off; leaving keeps the answers and stays on the page."""

    def __init__(self, host: QWidget, desk: Desk, aspects: Sequence[Named], then: Callable[[], object]) -> None:
        super().__init__(host)
        self._desk, self._aspects, self._then = desk, list(aspects), then
        self._place = 0
        self._count = pieces.label("", tone="soft", size=15)
        self._box = OpennessBox(desk)
        self._box.declared.connect(self._next)
        self._box.later.connect(self._put_off)
        panel = pieces.frame("panel", margins=(24, 18, 24, 20), spacing=10)
        panel.setFixedWidth(theme.px(640))
        leave = pieces.button(translate("asking", "Leave it"), self.leave, kind="quiet")
        why = translate(
            "openness", "Students see this before they are asked. It can be changed at any time, on the map."
        )
        pieces.fill(
            panel,
            pieces.row(self._count, None, leave),
            self._box,
            pieces.label(why, tone="soft", size=15, wrap=True),
        )
        self.hold(panel)
        self.rise(self._box)
        self._show()

    def _show(self) -> None:
        aspect = self._aspects[self._place]
        self._count.setText(translate("openness", "{n} of {of}", n=self._place + 1, of=len(self._aspects)))
        self._count.setVisible(len(self._aspects) > 1)
        self._box.show_aspect(*aspect)

    def _put_off(self) -> None:
        self._desk.keep_draft(f"{LATER}/{self._aspects[self._place][0]}", "yes")
        self._next()

    def _next(self) -> None:
        self._place += 1
        if self._place < len(self._aspects):
            self._show()
        else:
            self.leave()
            self._then()
