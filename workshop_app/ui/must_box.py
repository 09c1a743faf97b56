"""It must be answered: offered where enough of the group back an idea, and counted down once it was demanded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from workshop_app.domain import school_promise, triggers
from workshop_app.domain.ideas import Idea
from workshop_app.domain.triggers import Trigger
from workshop_app.papers.catalogue import Paper, Wish
from workshop_app.ui import drafts, ledger_words, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.paper_export import export_paper
from workshop_app.ui.picks import Day
from workshop_app.words import translate


def must_box(desk: Desk, idea: Idea) -> QFrame | None:
    """The box for an idea; None where too few back it, and where it has its answer."""
    standing = next((one for one in triggers.waiting(desk.programme) if one.idea_id == idea.id), None)
    if standing is not None:
        return _counted(desk, standing)
    if triggers.may_be_pulled(desk.programme, idea):
        return MustBox(desk, idea)
    return None


def backed_words(idea: Idea) -> str:
    """How many back it, and what follows from that."""
    return translate("must", "{n} of us back this. It must be answered.", n=triggers.backing(idea))


class MustBox(QFrame):
    """Who answers, and by when: both stand there already, as far as the school's promise says them."""

    def __init__(self, desk: Desk, idea: Idea) -> None:
        super().__init__()
        self.setProperty("kind", "accent")
        self._desk, self._idea = desk, idea
        promised = school_promise.promise(desk.programme)
        who, when = translate("must", "Who must answer?"), translate("must", "By when?")
        self._who = QLineEdit()
        self._who.setFont(theme.font(17))
        self._who.setAccessibleName(who)
        self._who.setText(school_promise.decider(promised, (idea.text, idea.translation, idea.label)))
        self._kept = drafts.keep(self._who, f"must/{idea.id}/who", desk)
        self._day = Day(when, desk.today)
        self._day.show_day(triggers.due_from(promised, desk.today()))
        demand = pieces.button(translate("must", "Ask for the answer  →"), self._demand)
        column = pieces.column(6)
        column.setContentsMargins(18, 12, 18, 14)
        column.addWidget(Words(backed_words(idea), size=18, bold=True))
        beside = pieces.row(spacing=14)
        for words, field in ((who, self._who), (when, self._day)):
            own = pieces.column(4)
            own.addWidget(pieces.label(words, tone="soft", size=15))
            own.addWidget(field)
            beside.addLayout(own, int(field is self._who))
        column.addLayout(beside)
        column.addSpacing(2)
        column.addLayout(pieces.row(demand, None))
        self.setLayout(column)

    def _demand(self) -> None:
        if not self._who.text().strip():
            self._who.setFocus(Qt.FocusReason.OtherFocusReason)
        workspace = self._desk.workspace
        how = {"idea_id": self._idea.id, "decider": self._who.text(), "due": self._day.day()}
        new = {"new_id": workspace.new_id(), "at": workspace.now()}
        if self._desk.do("pull-trigger", triggers.pull, **new, **how):  # type: ignore[arg-type]
            self._kept.done()


def letter_button(desk: Desk, owner: QWidget, trigger_id: str) -> QPushButton:
    """Prints the letter to whoever must answer, for as long as the window of `owner` is there."""
    wish = Wish(trigger_id=trigger_id)
    return pieces.button(
        translate("must", "Print the letter…"),
        lambda: export_paper(desk, owner.window(), Paper.LETTER, wish),
        kind="small",
    )


def _counted(desk: Desk, one: Trigger) -> QFrame:
    late = one.due < desk.today()
    made = pieces.frame("notice" if late else "accent", margins=(18, 12, 18, 12), spacing=2)
    colour = "notice" if late else "ink"
    said = translate("ledger", "{must}.", must=ledger_words.must(one))
    pieces.fill(made, Words(said, size=18, bold=True, colour=colour))
    pieces.fill(made, Words(ledger_words.left(one, desk.today()), size=16, colour=colour))
    pieces.fill(made, pieces.row(letter_button(desk, made, one.id), None))
    return made
