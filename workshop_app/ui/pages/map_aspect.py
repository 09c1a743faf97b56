"""What the map knows of one aspect: how deep it went, what was asked when, how open it is, and the way back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.dates import long_date
from workshop_app.domain import audience
from workshop_app.domain.sessions import Session
from workshop_app.facilitation import coverage
from workshop_app.facilitation.coverage import Explored
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.openness_line import OpennessLine
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.words import translate


class AspectSide(QWidget):
    """It shows, and says what was pressed."""

    back = Signal()
    change = Signal()
    explore = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._symbol = Symbol("", 44)
        self._name = Words(size=22, bold=True)
        self._family = pieces.label("", tone="soft", size=15)
        self._depth = Words(size=17)
        self._ideas = Words(size=16)
        self._picked = Words(size=16)
        self._asked = pieces.column(8)
        self._bounds = OpennessLine(15)
        self._undeclared = Words(translate("map", "Nobody has said yet how open it is."), size=15, colour="soft")
        self._change = pieces.button("", self.change.emit, kind="small")
        self._explore = pieces.button(translate("map", "Explore it next  →"), self.explore.emit, kind="primary")
        whole = pieces.button(translate("map", "←  The whole map"), self.back.emit, kind="quiet")
        self.setFocusProxy(whole)
        head = pieces.column(0)
        head.addWidget(self._name)
        head.addWidget(self._family)
        beside = pieces.row(spacing=12)
        beside.addWidget(self._symbol, alignment=Qt.AlignmentFlag.AlignTop)
        beside.addLayout(head, 1)
        column = pieces.column(8)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(whole, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(beside)
        column.addSpacing(4)
        for thing in (self._depth, self._ideas, self._picked):
            column.addWidget(thing)
        column.addWidget(self._explore, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(pieces.label(translate("map", "How open is it?"), size=17, bold=True))
        column.addWidget(self._bounds)
        column.addWidget(self._undeclared)
        column.addWidget(self._change, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(self._asked)
        column.addStretch(1)
        self.setLayout(column)

    def show_aspect(self, one: Explored) -> None:
        """Show one aspect as the year's map has it."""
        aspect = one.aspect
        families = {family.id: family.name for family in self._desk.bank.families}
        self._symbol.show_symbol(aspect.symbol)
        self._name.set_text(aspect.name)
        self._family.setText(families.get(aspect.family, ""))
        self._depth.set_text(_deep(one.depth))
        self._ideas.set_text(_ideas(one))
        self._ideas.setVisible(one.depth > 0)
        numbers = ", ".join(str(number) for number in one.picked)
        self._picked.setVisible(bool(one.picked))
        self._picked.set_text(translate("map", "The students picked it in session {numbers}.", numbers=numbers))
        self._explore.setVisible(bool(aspect.prompts))
        self._bounds.show_bounds(audience.bounds(one.openness))
        self._undeclared.setVisible(one.openness is None)
        said = translate("map", "Say how open it is") if one.openness is None else translate("map", "Change")
        self._change.setText(said)
        self._change.setAccessibleName(translate("map", "How open it is: {do}", do=said))
        self._list_asked(aspect.id)

    def _list_asked(self, aspect_id: str) -> None:
        pieces.clear(self._asked)
        programme = self._desk.programme
        put = [one for one in coverage.put(programme, self._desk.workspace.facts) if one.aspect_id == aspect_id]
        if put:
            self._asked.addWidget(pieces.label(translate("map", "What was asked"), size=17, bold=True))
        when = ""
        for one in put:
            session = programme.all(Session).get(one.session_id)
            said = _when(session) if session is not None else ""
            if said and said != when:
                when = said
                self._asked.addWidget(pieces.label(said, tone="soft", size=14))
            self._asked.addWidget(Words(one.text, size=15))
            if one.passed:
                self._asked.addWidget(pieces.label(translate("map", "The group passed on it."), tone="soft", size=14))


def _deep(depth: int) -> str:
    return (
        translate("map", "Never asked."),
        translate("map", "Asked, with few ideas so far. Depth 1 of 3."),
        translate("map", "Explored: three ideas or more. Depth 2 of 3."),
        translate("map", "Explored deeply. Depth 3 of 3."),
    )[depth]


def _ideas(one: Explored) -> str:
    return translate(
        "map", "Ideas: {students} by students, {adults} by adults.", students=one.students, adults=one.adults
    )


def _when(session: Session) -> str:
    return translate("map", "Session {n}, {day}", n=session.number, day=long_date(session.held_on))
