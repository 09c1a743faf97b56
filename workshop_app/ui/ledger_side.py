"""One entry of the ledger: what was said, which answer it has, and what can be done about that now."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.dates import long_date
from workshop_app.domain import answers, honest_no, ledger, school_promise, told, triggers
from workshop_app.domain.answers import Kind
from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea
from workshop_app.domain.ledger import Entry, Stands, Verdict
from workshop_app.domain.plans import Plan
from workshop_app.ui import ledger_words, pieces
from workshop_app.ui.answer_form import AnswerForm
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_idea, to_plan
from workshop_app.ui.lettering import Words
from workshop_app.ui.must_box import letter_button
from workshop_app.ui.telling_box import TellingBox
from workshop_app.words import translate

MOST_IDEAS = 8  # that are read out in full, before the rest is only counted


class LedgerSide(QWidget):
    """It shows an entry; what is typed for it is kept, and nothing under somebody's hand is replaced."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Entry | None = None
        self._late = False
        self._column = pieces.column(10)
        self._column.setContentsMargins(2, 2, 12, 2)
        self.setLayout(self._column)

    def show_entry(self, entry: Entry | None, *, late: bool) -> None:
        """Another entry, or the same as it is now; None for none."""
        if (entry, late) == (self._shown, self._late):
            return
        self._shown, self._late = entry, late
        column = self._column
        pieces.clear(column)
        if entry is None:
            return
        about = entry.theme if len(entry.idea_ids) == 1 else translate("ledger", "Many said the same")
        if about:
            column.addWidget(Words(about, size=15, colour="soft"))
        column.addWidget(Words(entry.title, size=24, bold=True))
        self._ideas(entry)
        if entry.trigger is not None:
            self._must(entry)
        act = {
            Stands.WAITING: self._waiting,
            Stands.ANSWERED: self._answered,
            Stands.TOLD: self._told,
            Stands.OURS: self._ours,
            Stands.ASIDE: self._aside,
        }[entry.stands]
        act(entry, column)
        column.addStretch(1)

    def _ideas(self, entry: Entry) -> None:
        if len(entry.idea_ids) > 1:
            ideas = [self._desk.programme.get(Idea, key) for key in entry.idea_ids]
            made = pieces.frame("panel", margins=(16, 10, 16, 10), spacing=6)
            for idea in ideas[:MOST_IDEAS]:
                pieces.fill(made, Words(f"•  {heading(idea)}", size=16, most=3))
            if len(ideas) > MOST_IDEAS:
                more = translate("ledger", "and {n} more", n=len(ideas) - MOST_IDEAS)
                pieces.fill(made, pieces.label(more, tone="soft", size=15))
            self._column.addWidget(made)
        given = translate("ledger", "Given on {day}", day=long_date(entry.given_on))
        first = translate("ledger", "The first was given on {day}", day=long_date(entry.given_on))
        said = pieces.label(given if len(entry.idea_ids) == 1 else first, tone="soft", size=15)
        whole = pieces.button(
            translate("ledger", "All about it"), partial(to_idea, self._desk, entry.key), kind="quiet"
        )
        one = len(entry.idea_ids) == 1 and entry.stands is not Stands.ASIDE
        self._column.addLayout(pieces.row(said, None, *([whole] if one else [])))

    def _must(self, entry: Entry) -> None:
        one = entry.trigger
        if one is None or entry.stands is not Stands.WAITING:
            return
        today = self._desk.today()
        late = one.due < today
        made = pieces.frame("notice" if late else "accent", margins=(16, 12, 12, 10), spacing=4)
        said = translate("ledger", "{must}.", must=ledger_words.must(one))
        pieces.fill(made, Words(said, size=18, bold=True, colour="notice" if late else "ink"))
        pieces.fill(made, Words(ledger_words.left(one, today), size=16, colour="notice" if late else "ink"))
        hears = (promised := school_promise.promise(self._desk.programme)) and promised.told_when_overdue
        if late and hears:
            pieces.fill(made, Words(translate("ledger", "Now tell: {who}", who=hears), size=16, bold=True))
        back = pieces.button(
            translate("ledger", "We no longer ask for it"),
            partial(self._desk.do, "take-trigger-back", triggers.take_trigger_back, one.id),
            kind="quiet",
        )
        pieces.fill(made, pieces.row(letter_button(self._desk, made, one.id), back, None))
        self._column.addWidget(made)

    def _waiting(self, entry: Entry, column: QVBoxLayout) -> None:
        n = len(entry.idea_ids)
        if self._late:
            said = translate("ledger", "It waits for {days}, longer than the school promised.", days=_since(entry))
            column.addWidget(Words(said, size=16, colour="notice"))
        if entry.plan_id:
            self._plan(entry, translate("ledger", "It is in a plan: {plan}."))
        column.addSpacing(4)
        asks = (
            translate("ledger", "One answer to all {n}?", n=n) if n > 1 else translate("ledger", "What do we answer?")
        )
        column.addWidget(Words(asks, size=20, bold=True))
        programme = self._desk.programme
        walked = honest_no.of_theme(programme, entry.idea_ids)
        refuse = None if walked is not None else partial(to_idea, self._desk, entry.key)
        if walked is not None:
            said = translate("ledger", "The honest path that one of them took counts for all of them.")
            column.addWidget(Words(said, size=15, colour="soft"))
        column.addWidget(AnswerForm(self._desk, f"together/{entry.key}", partial(self._answer, entry), refuse=refuse))

    def _answer(self, entry: Entry, kind: Kind, reason: str, by: str, passed_to: str) -> bool:
        workspace = self._desk.workspace
        return self._desk.do(
            "answer-theme" if len(entry.idea_ids) > 1 else "answer",
            answers.answer_theme,
            new_ids=[workspace.new_id() for _ in range(2 * len(entry.idea_ids))],
            at=workspace.now(),
            idea_ids=entry.idea_ids,
            kind=kind,
            reason=reason,
            by=by,
            passed_to=passed_to,
        )

    def _verdicts(self, entry: Entry) -> None:
        for one in entry.verdicts:
            self._column.addWidget(_verdict(one))
        if entry.plan_id and any(one.asked for one in entry.verdicts):
            self._plan(entry, translate("ledger", "Answered through the plan: {plan}."))

    def _answered(self, entry: Entry, column: QVBoxLayout) -> None:
        self._verdicts(entry)
        column.addSpacing(4)
        column.addWidget(Words(translate("ledger", "Nobody has told the students yet."), size=18, bold=True))
        box = TellingBox(self._desk)
        box.show_sources(entry.source_ids)
        column.addWidget(box)

    def _told(self, entry: Entry, column: QVBoxLayout) -> None:
        self._verdicts(entry)
        if entry.told is None:
            return
        said = translate("ledger", "{who} told them on {day}.", who=entry.told.by, day=long_date(entry.told.on))
        column.addWidget(Words(said, size=17))
        back = pieces.button(
            translate("ledger", "They were not told after all"), partial(self._take_back, entry), kind="quiet"
        )
        column.addLayout(pieces.row(back, None))

    def _take_back(self, entry: Entry) -> None:
        known = told.by_answer(self._desk.programme)
        tellings = [known[source].id for source in entry.source_ids if source in known]
        self._desk.do("take-telling-back", told.take_telling_back, *tellings)

    def _ours(self, entry: Entry, column: QVBoxLayout) -> None:
        self._plan(entry, translate("ledger", "It waits for nobody. It is in a signed plan that we carry out: {plan}."))

    def _aside(self, entry: Entry, column: QVBoxLayout) -> None:
        column.addWidget(Words(translate("ledger", "It was set aside."), size=18, bold=True))
        column.addWidget(Words(entry.because, size=17))

    def _plan(self, entry: Entry, sentence: str) -> None:
        plan = self._desk.programme.all(Plan).get(entry.plan_id)
        if plan is not None:
            there = pieces.button(
                translate("ledger", "To the plan  →"), partial(to_plan, self._desk, plan.id), kind="quiet"
            )
            self._column.addWidget(Words(sentence.replace("{plan}", plan.title), size=16, colour="soft"))
            self._column.addLayout(pieces.row(there, None))


def _since(entry: Entry) -> str:
    return ledger.since(entry.days)


def _verdict(one: Verdict) -> QWidget:
    made = pieces.frame("accent", margins=(18, 12, 18, 12), spacing=4)
    if one.asked:
        pieces.fill(made, Words(translate("ledger", "We asked: {what}", what=one.asked), size=15, colour="soft"))
    pieces.fill(made, Words(ledger_words.verdict(one), size=18, bold=True))
    if one.reason:
        pieces.fill(made, Words(one.reason, size=17))
    if not one.by:
        gap = translate("ledger", "Who decided is not written down.")
        pieces.fill(made, Words(gap, size=15, colour="notice"))
    return made
