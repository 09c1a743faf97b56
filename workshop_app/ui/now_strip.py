"""On pages other than the leader's, while a session runs: what is on now, what is next, and the time."""

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QFrame

from workshop_app.domain import agenda
from workshop_app.ui import pieces, theme
from workshop_app.ui.calm_bar import CalmBar
from workshop_app.ui.desk import Desk
from workshop_app.words import translate

PAGES = ("board", "choose", "plan", "idea", "map")


class NowStrip(QFrame):
    """One line. It is there only where a session with an agenda is on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page = ""
        self.setProperty("kind", "foot")
        self.setFixedHeight(theme.tall(52, 20))
        self._now = pieces.label("", size=16, bold=True)
        self._left = pieces.label("", tone="soft", size=16)
        self._bar = CalmBar(8)
        self._bar.setFixedWidth(180)
        self._next = pieces.button(
            "", partial(desk.leading.step, 1), kind="small", name=translate("strip", "Next phase")
        )
        self._lead = pieces.button(translate("strip", "Agenda"), partial(desk.going.emit, "lead"), kind="small")
        line = pieces.row(self._now, self._bar, self._left, None, self._lead, self._next, spacing=14)
        line.setContentsMargins(18, 3, 16, 3)
        self.setLayout(line)
        desk.clock.ticked.connect(self._show)
        desk.clock.changed.connect(self._show)
        desk.leading.moved.connect(self._show)
        desk.changed.connect(self._changed)

    def show_page(self, page: str) -> None:
        """Which page is up."""
        self._page = page
        self._show()

    def _changed(self, _changes: object) -> None:
        self._show()

    def _show(self) -> None:
        session, clock = self._desk.session, self._desk.clock
        now = self._desk.leading.now() if self._page in PAGES and session is not None else None
        on = session is not None and now is not None and now.phase is not None and clock.begun and not session.done
        self.setVisible(on)
        if not on or session is None or now is None or now.phase is None:
            return
        self._now.setText(translate("strip", "Now: {phase}", phase=agenda.name(now.phase.part)))
        whole = timedelta(minutes=session.minutes)
        self._bar.set_share((whole - clock.elapsed) / whole)
        self._left.setText(_left(self._desk.leading.left_for_phase(), paused=not clock.running))
        self._next.setVisible(self._desk.leading.next() is not None)
        after, words = self._desk.leading.next(), self._desk.leading.next_words()
        another = after is not None and after.phase != now.phase and not self._desk.leading.pick_is_next()
        self._next.setText(translate("strip", "Next: {what}", what=words) if another else words)


def _left(minutes: float, *, paused: bool) -> str:
    if paused:
        return translate("strip", "paused")
    if minutes < 0.5:
        return translate("strip", "time for what is next")
    return translate("strip", "about {n} min left for it", n=max(1, round(minutes)))
