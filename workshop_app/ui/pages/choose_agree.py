"""The third step of choosing: consent. Who agrees, who can live with it, and who objects, in their own words.

Students and adults are counted apart. Nothing is ranked and nobody is named.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from workshop_app.domain import consent
from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea
from workshop_app.ui import pieces, theme
from workshop_app.ui.counter import BIG, Counter
from workshop_app.ui.desk import Desk
from workshop_app.ui.pages import choose_short
from workshop_app.ui.pages.choose_objections import Objections
from workshop_app.ui.pages.choose_step import OneByOne
from workshop_app.words import translate


class AgreeStep(OneByOne):
    """Counters on the left, objections on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, translate("consent", "Agree, can live with it, or object? Objections are kept as they are said.")
        )
        self._counters: dict[str, Counter] = {}
        self._objecting: tuple[QLabel, QLabel] | None = None
        self._objections: Objections | None = None
        self._said = pieces.label("", tone="soft", size=15, wrap=True)
        take = partial(choose_short.take_forward, desk)
        self._take = pieces.button(translate("choose", "Take these forward  →"), take)
        self.foot.insertWidget(2, self._said, 1)
        self.foot.addWidget(self._take)

    def build(self, idea: Idea, body: QVBoxLayout) -> None:
        """Another idea is up."""
        self._objections = Objections(self.desk, idea.id)
        left = pieces.column(0)
        left.addWidget(self._grid(idea))
        left.addStretch(1)
        across = pieces.row(left, self._objections, spacing=18)
        across.setStretch(1, 1)
        body.addLayout(across)

    def update_idea(self, idea: Idea) -> None:
        """The counts and the objections as they are saved."""
        counts = consent.consent_on(self.desk.programme, idea.id)
        standing = consent.objections(self.desk.programme, idea.id)
        objecting = sum(one.role.is_student for one in standing), sum(not one.role.is_student for one in standing)
        here = choose_short.here(self.desk)
        for which, counter in self._counters.items():
            students = which.startswith("students")
            most = here[0] if students else here[1]
            count = getattr(counts, which) if counts else 0
            counter.show_count(count, most, heading(idea))
        if self._objecting is not None:
            for label, count in zip(self._objecting, objecting, strict=True):
                label.setText(str(count))
        if self._objections is not None:
            self._objections.refresh()
        self._said.setText(self._about_objections())

    def show_last(self, last: bool) -> None:
        """The one next step: another idea, or on to the plan."""
        pieces.restyle(self._next, "small" if last else "primary")
        pieces.restyle(self._take, "primary" if last else "")

    def _about_objections(self) -> str:
        standing = consent.objections_by_idea(self.desk.programme)
        found = choose_short.short_list(self.desk)
        if any(not one.met for idea in found for one in standing.get(idea.id, ())):
            return translate(
                "consent", "An idea can go forward with an open objection. It goes on paper with the plan."
            )
        return ""

    def _grid(self, idea: Idea) -> QFrame:
        box = pieces.frame("panel", margins=(18, 14, 18, 14))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        columns = (
            ("agree", translate("consent", "agree")),
            ("live_with", translate("consent", "can live with it")),
            ("", translate("consent", "object")),
        )
        for number, (_key, name) in enumerate(columns, start=1):
            heading = pieces.label(name, size=16, bold=True)
            grid.addWidget(heading, 0, number, Qt.AlignmentFlag.AlignHCenter)
        self._counters = {}
        objecting = []
        for row, (side, name) in enumerate(
            (("students", translate("consent", "Students")), ("adults", translate("consent", "Adults"))), start=1
        ):
            grid.addWidget(pieces.label(name, size=17, bold=True), row, 0)
            for column in (1, 2):
                which = f"{side}_{columns[column - 1][0]}"
                counter = Counter(_whose(which), partial(self._count, idea.id, which), size=BIG)
                self._counters[which] = counter
                grid.addWidget(counter, row, column)
            count = pieces.label("0", size=28, bold=True)
            count.setFont(theme.font(28, bold=True))
            grid.addWidget(count, row, 3, Qt.AlignmentFlag.AlignCenter)
            objecting.append(count)
        self._objecting = (objecting[0], objecting[1])
        pieces.fill(box, grid)
        return box

    def _count(self, idea_id: str, which: str, by: int) -> None:
        new_id, at = self.desk.workspace.new_id(), self.desk.workspace.now()
        self.desk.do("consent", consent.count, new_id=new_id, at=at, idea_id=idea_id, which=which, by=by)


def _whose(which: str) -> str:
    """Whose hands a counter counts, after "One more of the"."""
    return {
        "students_agree": translate("consent", "students who agree"),
        "students_live_with": translate("consent", "students who can live with it"),
        "adults_agree": translate("consent", "adults who agree"),
        "adults_live_with": translate("consent", "adults who can live with it"),
    }[which]
