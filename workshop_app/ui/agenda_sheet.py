"""Change an agenda: reorder, leave out, lengthen. Over the page, one thing at a time."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from workshop_app.domain import agenda, sessions
from workshop_app.domain.agenda import Part
from workshop_app.facilitation import agendas
from workshop_app.ui import pieces, theme
from workshop_app.ui.agenda_list import AgendaList
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

Phases = list[tuple[Part, int]]  # with their minutes
Way = tuple[str, Callable[[Phases], object]]  # what it is called, and what gets the phases as they are then


class AgendaSheet(Veil):
    """For a session of so many `minutes`. There are one or more `ways` to go on, the usual one first."""

    def __init__(self, host: QWidget, phases: Sequence[tuple[Part, int]], minutes: int, *ways: Way) -> None:
        super().__init__(host)
        self._list = AgendaList()
        self._list.show_phases(phases, minutes)
        panel = pieces.frame("panel", margins=(24, 20, 24, 20), spacing=12)
        panel.setFixedWidth(theme.px(540))
        buttons = [
            pieces.button(words, partial(self._go, then), kind="" if number else "primary")
            for number, (words, then) in enumerate(ways)
        ]
        leave = pieces.button(translate("asking", "Leave it"), self.leave)
        heading = pieces.label(translate("agenda", "Our agenda"), size=20, bold=True)
        pieces.fill(panel, heading, self._list, pieces.row(*buttons, None, leave))
        self.hold(panel)
        self.rise(buttons[0])

    def _go(self, then: Callable[[Phases], object]) -> None:
        phases = self._list.phases()
        if phases:
            self.leave()  # first: what follows may ask on
            then(phases)


def change_agenda(host: QWidget, desk: Desk, begun: Phases | None = None) -> None:
    """Change the agenda of the session that is on, as one step that can be undone; `begun` is what it is to be."""
    session = desk.session
    if session is None:
        return

    def take(wanted: Phases) -> None:
        new = agendas.planned(wanted, session.id, desk.workspace.new_id)
        if not desk.do("change-agenda", sessions.change_agenda, session.id, new):
            change_agenda(host, desk, wanted)  # nothing of it is lost

    standing = [(phase.part, phase.minutes) for phase in agenda.phases_of(desk.programme, session.id)]
    AgendaSheet(host, begun or standing, session.minutes, (translate("agenda", "That is our agenda"), take))
