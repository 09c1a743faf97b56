"""The second step of choosing: what each side knows of an idea, next to each other. A gap is said out loud."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from workshop_app.domain import expertise
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.expertise_words import column_name, gap_words
from workshop_app.ui.lettering import Words
from workshop_app.ui.noted import NotedField
from workshop_app.ui.pages.choose_step import OneByOne
from workshop_app.words import translate


def _hint(role: Role) -> str:
    return {
        Role.STUDENT: translate("expertise", "What are the days like? What helps, what gets in the way?"),
        Role.STAFF: translate("expertise", "What has been tried? What are the limits, and who could help?"),
        Role.FAMILY: translate("expertise", "If families are here: what do they see at home?"),
    }[role]


class KnowStep(OneByOne):
    """Three fields for the idea that is up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("expertise", "Both sides know something. What does each bring to this?"))
        self._fields: dict[Role, NotedField] = {}
        self._notice = pieces.frame("notice", margins=(16, 10, 16, 10), spacing=4)
        self._gaps = Words(size=17, colour="notice")
        pieces.fill(self._notice, self._gaps)
        self.above.addWidget(self._notice)
        self._onward = pieces.button(translate("choose", "Who agrees?  →"), partial(self.going.emit, "agree"))
        self.foot.addWidget(self._onward)
        desk.flushing.connect(self.flush)

    def build(self, idea: Idea, body: QVBoxLayout) -> None:
        """Another idea is up."""
        self._fields = {}
        across = pieces.row(spacing=16)
        for role, stretch in ((Role.STUDENT, 5), (Role.STAFF, 5), (Role.FAMILY, 3)):
            across.addLayout(self._side(idea, role), stretch)
        body.addLayout(across)
        body.addStretch(1)

    def update_idea(self, idea: Idea) -> None:
        """What is saved, and what is missing."""
        for field in self._fields.values():
            field.show_saved()
        gaps = expertise.gaps(self.desk.programme, idea.id)
        self._gaps.set_text("\n".join(map(gap_words, gaps)))
        self._notice.setVisible(bool(gaps))

    def show_last(self, last: bool) -> None:
        """The one next step: another idea, or the next question."""
        pieces.restyle(self._next, "small" if last else "primary")
        pieces.restyle(self._onward, "primary" if last else "")

    def flush(self) -> None:
        """Write down what is typed."""
        for field in self._fields.values():
            field.flush()

    def _side(self, idea: Idea, role: Role) -> QVBoxLayout:
        desk = self.desk

        def saved() -> str | None:
            if idea.id not in desk.programme.all(Idea):
                return None
            known = expertise.about(desk.programme, idea.id)
            return str(getattr(known, expertise.FIELDS[role])) if known else ""

        def write(text: str) -> bool:
            new_id, at = desk.workspace.new_id(), desk.workspace.now()
            return desk.do("know", expertise.note, new_id=new_id, at=at, idea_id=idea.id, whose=role, text=text)

        small = role is Role.FAMILY
        name = column_name(role)
        key = f"know/{idea.id}/{role.value}"
        size, height = (16, 130) if small else (18, 190)
        field = NotedField(desk, key, name, saved, write, size=size, height=height)
        field.setPlaceholderText(_hint(role))
        self._fields[role] = field
        column = pieces.column(6)
        line = pieces.label(name, size=17, bold=not small, tone="soft" if small else "")
        column.addWidget(line)
        column.addWidget(field)
        column.addStretch(1)
        return column
