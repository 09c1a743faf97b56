"""One idea to be backed: its words, two counters, "we insist", and the way to its answer."""

from functools import partial

from PySide6.QtWidgets import QFrame

from workshop_app.domain import answers, choosing, through_plans, triggers
from workshop_app.domain.answers import named
from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea
from workshop_app.ui import ledger_words, pieces
from workshop_app.ui.counter import Counter
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_idea
from workshop_app.ui.lettering import Words
from workshop_app.ui.must_box import backed_words
from workshop_app.ui.pages.choose_short import here
from workshop_app.ui.role_words import label_and_role
from workshop_app.words import translate


class BackingRow(QFrame):
    """It shows an idea and does what is pressed."""

    def __init__(self, desk: Desk, idea: Idea) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._desk, self._id = desk, idea.id
        self._words = Words(size=17)
        self._who = pieces.label("", tone="soft", size=14)
        self._answered = Words(size=14, bold=True, colour="accent", most=1, middle=True)
        self._answer = pieces.button(translate("choose", "Answer…"), partial(to_idea, desk, idea.id), kind="quiet")
        self._insist = pieces.button(translate("choose", "We insist"), self._toggle, kind="small")
        self._insist.setCheckable(True)
        text = pieces.column(0)
        text.addStretch(1)
        text.addWidget(self._words)
        below = pieces.row(self._who, self._answered, self._answer)
        below.setStretch(1, 1)
        text.addLayout(below)
        self._must = pieces.button("", partial(to_idea, desk, idea.id), kind="quiet")
        text.addLayout(pieces.row(self._must, None))
        students, adults = translate("choose", "students"), translate("choose", "adults")
        self._students = Counter(students, partial(self._count, "students"), caption=students)
        self._adults = Counter(adults, partial(self._count, "adults"), caption=adults)
        line = pieces.row(text, self._students, self._adults, self._insist, spacing=8)
        line.setContentsMargins(16, 8, 10, 4)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.show_idea(idea)

    def show_idea(self, idea: Idea) -> None:
        """Show an idea as it is now."""
        words = heading(idea)
        self._words.set_text(words)
        self._who.setText(label_and_role(idea))
        answer = answers.answer_to(self._desk.programme, idea.id)
        demanded = triggers.pulled(self._desk.programme, idea.id)
        stands = demanded is not None and demanded in triggers.waiting(self._desk.programme)
        waits = ledger_words.must(demanded) if demanded is not None and stands else ""
        given = (answer,) if answer else through_plans.by_idea(self._desk.programme).get(idea.id, ())
        self._answered.set_text(" · ".join(dict.fromkeys(named(one) for one in given)) or waits)
        self._answer.setAccessibleName(translate("choose", "Answer: {idea}", idea=words))
        must = triggers.may_be_pulled(self._desk.programme, idea)
        said = translate("must", "{said}  →", said=backed_words(idea)) if must else ""
        self._must.setVisible(must)
        self._must.setText(said)
        self._must.setAccessibleName(translate("must", "It must be answered: {idea}", idea=words))
        students, adults = here(self._desk)
        self._students.show_count(idea.students_back, students, words)
        self._adults.show_count(idea.adults_back, adults, words)
        self._insist.setChecked(idea.insisted)
        self._insist.setAccessibleName(translate("choose", "We insist: {idea}", idea=words))

    def _count(self, who: str, by: int) -> None:
        students, adults = (by, 0) if who == "students" else (0, by)
        self._desk.do("back", choosing.back, self._id, students=students, adults=adults)

    def _toggle(self) -> None:
        on = self._insist.isChecked()
        if not self._desk.do("insist", choosing.insist, self._id, on):
            self._insist.setChecked(not on)
