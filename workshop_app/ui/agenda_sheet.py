"""Change the agenda of the session that is on: reorder, leave out, lengthen. Over the page, one thing at a time."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.domain import agenda, sessions
from workshop_app.domain.agenda import Part, Phase
from workshop_app.ui import pieces
from workshop_app.ui.agenda_list import AgendaList
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate


class AgendaSheet(Veil):
    """What is changed here is one step that can be undone."""

    def __init__(self, host: QWidget, desk: Desk) -> None:
        super().__init__(host)
        self._desk = desk
        self._list = AgendaList()
        panel = pieces.frame("panel", margins=(24, 20, 24, 20), spacing=12)
        panel.setFixedWidth(520)
        done = pieces.button(translate("agenda", "That is our agenda"), self._done, kind="primary")
        leave = pieces.button(translate("asking", "Leave it"), self.leave)
        heading = pieces.label(translate("agenda", "Our agenda"), size=20, bold=True)
        pieces.fill(panel, heading, self._list, pieces.row(done, leave, None))
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(pieces.row(None, panel, None))
        outer.addStretch(1)
        session = desk.session
        if session is not None:
            phases = agenda.phases_of(desk.programme, session.id)
            self._list.show_phases([(phase.part, phase.minutes) for phase in phases], session.minutes)
        self.rise(done)

    def _done(self) -> None:
        session = self._desk.session
        if session is None:
            return
        new = phases(self._list.phases(), session.id, self._desk)
        if self._desk.do("change-agenda", sessions.change_agenda, session.id, new):
            self.leave()


def phases(wanted: list[tuple[Part, int]], session_id: str, desk: Desk) -> list[Phase]:
    """Phases as the domain takes them, with ids of their own."""
    return [
        Phase(desk.workspace.new_id(), session_id, part, minutes, place) for place, (part, minutes) in enumerate(wanted)
    ]
