"""The ledger by plan: what became of each plan's ideas, and of every promise that it holds."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.dates import long_date
from workshop_app.domain import ledger, plans
from workshop_app.domain.ledger import Ledger, Stands
from workshop_app.domain.plans import Plan
from workshop_app.facilitation import promises
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_plan
from workshop_app.ui.lettering import Words
from workshop_app.ui.promise_card import PromiseCard
from workshop_app.words import translate


class LedgerPlans(QWidget):
    """A frame for each plan, the newest first. A frame in which nothing changed stays as it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._frames: dict[str, tuple[object, QFrame]] = {}
        self._column = pieces.column(14)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._none = Words("", size=19, colour="soft")
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        self.setLayout(self._column)

    def show_ledger(self, book: Ledger) -> None:
        """Every plan with what became of it."""
        standing = list(reversed(plans.plans(self._desk.programme)))
        self._none.setVisible(not standing)
        self._none.set_text(translate("ledger", "There is no plan yet. A plan begins with an idea that goes forward."))
        before, self._frames = self._frames, {}
        for place, plan in enumerate(standing):
            days = tuple(_days(plan, self._desk.today()))
            shown = (plan.title, days, book.of_plan(plan.id), self._promises(plan.id))
            known = before.pop(plan.id, None)
            if known is not None and known[0] == shown:
                frame = known[1]
            else:
                frame = self._frame(plan, book)
                if known is not None:
                    _drop(known[1])
            self._column.insertWidget(place, frame)
            self._frames[plan.id] = (shown, frame)
        for _, gone in before.values():
            _drop(gone)

    def _promises(self, plan_id: str) -> tuple[promises.Promise, ...]:
        return promises.of_plan(self._desk.programme, plan_id, self._desk.today())

    def _frame(self, plan: Plan, book: Ledger) -> QFrame:
        made = pieces.frame("dashed", margins=(18, 14, 18, 16), spacing=8)
        there = pieces.button(
            translate("ledger", "To the plan  →"),
            partial(to_plan, self._desk, plan.id),
            kind="quiet",
            name=translate("ledger", "To the plan: {plan}", plan=plan.title),
        )
        title = pieces.row(Words(plan.title, size=21, bold=True, middle=True), there)
        title.setStretch(0, 1)
        pieces.fill(made, title, Words(_ideas(book, plan.id), size=16, colour="soft"))
        for said, has_come in _days(plan, self._desk.today()):
            pieces.fill(made, Words(said, size=16, colour="notice" if has_come else "soft"))
        own = self._promises(plan.id)
        for one in own:
            pieces.fill(made, PromiseCard(self._desk, one))
        if not own:
            none = translate("ledger", "It holds no promise yet: nothing that we do, and no yes to what it asks.")
            pieces.fill(made, Words(none, size=16, colour="soft"))
        return made


def _ideas(book: Ledger, plan_id: str) -> str:
    """How the ideas of a plan stand."""
    own = book.of_plan(plan_id)

    def how_many(*stands: Stands) -> int:
        return ledger.count(one for one in own if one.stands in stands)

    parts = (
        (how_many(Stands.WAITING), translate("ledger", "Ideas that wait: {n}")),
        (how_many(Stands.ANSWERED), translate("ledger", "answered and not told: {n}")),
        (how_many(Stands.TOLD), translate("ledger", "answered and told: {n}")),
        (how_many(Stands.OURS), translate("ledger", "in our own hands: {n}")),
    )
    said = " · ".join(words.replace("{n}", str(n)) for n, words in parts if n)
    return said[:1].upper() + said[1:]


def _days(plan: Plan, today: date) -> Iterator[tuple[str, bool]]:
    """The first small step and the day to look again, as far as they were planned, each with whether it is time."""
    if plan.first_step:
        said = translate("ledger", "First small step: {words}", words=plan.first_step)
        if plan.first_step_by is not None:
            said = translate("ledger", "{step} · by {day}", step=said, day=long_date(plan.first_step_by))
        yield said, False  # nobody says of it whether it was made
    if plan.review_on is not None and plan.review_on > today:
        yield translate("ledger", "We look again on {day}", day=long_date(plan.review_on)), False
    elif plan.review_on is not None:
        yield translate("ledger", "It is time to look again: {day}", day=long_date(plan.review_on)), True


def _drop(frame: QFrame) -> None:
    frame.hide()
    frame.deleteLater()
