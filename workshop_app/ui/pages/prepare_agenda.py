"""The agenda of the session that is prepared: one that fits, one of a series, one of our own, or changed by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop_app.domain import agenda, sessions
from workshop_app.domain.agenda import Part
from workshop_app.facilitation import agendas
from workshop_app.facilitation.agendas import Template
from workshop_app.facilitation.pack_errors import PromptPackError
from workshop_app.storage.errors import StorageError
from workshop_app.ui import pieces
from workshop_app.ui.agenda_sheet import AgendaSheet, Phases
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.picks import Pick
from workshop_app.ui.shared.asking import Asking
from workshop_app.words import translate

OWN = "agendas"  # the kind under which the laptop keeps our own
FITTING = ""  # no template by name: what fits the minutes


class AgendaChoice(QWidget):
    """`template` is the id of what was chosen by name; `phases` what it became, which may have been changed."""

    changed = Signal()

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__()
        self._desk, self._host = desk, host
        self._minutes = 50
        self._own_phases: Phases | None = None  # changed by hand
        self._first = True
        self._templates: dict[str, Template] = {}
        self._pick = Pick(translate("prepare", "Agenda"))
        self._pick.activated.connect(lambda _index: self._chose())
        self._change = pieces.button(translate("prepare", "Change…"), self._open, kind="small")
        self._said = Words("", size=15)
        column = pieces.column(6)
        self.setLayout(column)
        line = pieces.row(self._pick, self._change, spacing=8)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(self._said)

    @property
    def template(self) -> str:
        """The id of the agenda that was chosen by name, "" where it is what fits."""
        return str(self._pick.currentData() or FITTING)

    @property
    def own_phases(self) -> Phases | None:
        """The phases where they were changed by hand, None where they are the template's."""
        return self._own_phases

    def phases(self) -> Phases:
        """The phases with their minutes."""
        return list(self._own_phases if self._own_phases is not None else self._fitted().phases)

    def prompts(self) -> int:
        """How many prompts adults prepare, 0 for as many as fit."""
        return self._fitted().prepared

    def minutes_of(self, part: Part) -> int:
        """The minutes of one phase, 0 where there is none."""
        return dict(self.phases()).get(part, 0)

    def show_agenda(self, template: str, minutes: int, own: Sequence[tuple[Part, int]] | None, *, first: bool) -> None:
        """Show what was chosen before; `first` is the first session, where nothing can have come of it yet."""
        self._first = first
        self._list_templates()
        self._pick.setCurrentIndex(max(0, self._pick.findData(template)))
        self._own_phases = list(own) if own else None
        self._minutes = minutes
        self._tell()

    def fit(self, minutes: int) -> None:
        """Other minutes: the agenda is made to fit, unless it was changed by hand."""
        if minutes != self._minutes:
            self._minutes = minutes
            self._own_phases = None
        self._tell()

    def suggest_next(self) -> str:
        """The id of what comes next in a series that was begun, "" where none was."""
        after = agendas.next_in_series(self._desk.programme, tuple(self._templates.values()))
        return after.id if after is not None else FITTING

    def _fitted(self) -> Template:
        chosen = self._templates.get(self.template)
        minutes = max(self._minutes, sessions.SHORTEST)
        # Our own are chosen by name; what merely fits is one of those that came with the app.
        fitting = agendas.fitted(chosen, minutes) if chosen else agendas.for_minutes(agendas.load(), minutes)
        return agendas.for_first_session(fitting) if self._first else agendas.for_later_session(fitting)

    def _list_templates(self) -> None:
        kept = self._pick.currentData()
        built_in = agendas.load()
        own = []
        kept_here = self._desk.library.texts(OWN) if self._desk.library is not None else {}
        for stem, text in kept_here.items():
            try:
                own.append(agendas.read(text, f"{stem}.toml"))
            except PromptPackError as error:  # one that was damaged by hand must not stop a session
                self._desk.said.emit(str(error), "notice")
        self._templates = {one.id: one for one in (*own, *built_in)}
        self._pick.clear()
        self._pick.addItem(translate("prepare", "One that fits"), FITTING)
        for one in (*own, *built_in):
            name = translate("prepare", "{n} of six: {name}", n=one.place, name=one.name) if one.series else one.name
            self._pick.addItem(name, one.id)
        self._pick.setCurrentIndex(max(0, self._pick.findData(kept)))

    def _chose(self) -> None:
        self._own_phases = None
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        said = " · ".join(f"{agenda.name(part)} {minutes}" for part, minutes in self.phases())
        chosen = self._templates.get(self.template)
        self._said.set_text("\n".join([said, *(f"– {note}" for note in (chosen.notes if chosen else ()))]))
        purpose = chosen.purpose if chosen else ""
        self._pick.setToolTip("")
        self._pick.setAccessibleDescription(purpose)

    def _open(self) -> None:
        AgendaSheet(
            self._host,
            self.phases(),
            self._minutes,
            (translate("prepare", "Take it"), self._changed_by_hand),
            (translate("prepare", "Save as our own…"), self._save),
        )

    def _changed_by_hand(self, phases: Phases) -> None:
        self._own_phases = phases
        self._tell()
        self.changed.emit()

    def _save(self, phases: Phases) -> None:
        self._changed_by_hand(phases)
        Asking(
            self._host,
            translate("prepare", "What do we call this agenda?"),
            "",
            translate("prepare", "Save it"),
            lambda name: self._keep(name, phases),
        )

    def _keep(self, name: str, phases: Phases) -> bool:
        name, library = " ".join(name.split())[: agendas.LONGEST_NAME], self._desk.library
        if not name or library is None:
            return False
        stem = library.free_stem(OWN, name)
        minutes = max(sessions.SHORTEST, sum(own for _, own in phases))
        template = Template(f"own-{self._desk.workspace.new_id()}", name, "", minutes, tuple(phases))
        try:
            library.keep(OWN, stem, agendas.write(template))
        except StorageError as error:
            self._desk.said.emit(str(error), "notice")
            return False
        self._list_templates()
        self._pick.setCurrentIndex(max(0, self._pick.findData(template.id)))
        self._desk.said.emit(translate("prepare", "“{name}” is on this laptop now.", name=name), "")
        self.changed.emit()
        return True
