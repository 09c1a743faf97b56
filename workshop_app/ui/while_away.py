"""While you were away: a small panel for whoever missed sessions and is here now."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.dates import day_and_month
from workshop_app.domain.answers import named
from workshop_app.domain.audience import heading
from workshop_app.facilitation import away
from workshop_app.facilitation.away import Away, Missed
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.words import translate

_MOST = 3  # of what was asked or went forward in one session, before the rest is only counted


class WhileAway(QWidget):
    """One frame for all who missed the same sessions. Hidden while nobody missed any."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = pieces.column(8)
        self.setLayout(self._column)
        self.hide()

    def show_people(self, person_ids: Iterable[str], today: str = "") -> None:
        """Say what these people missed before `today`, the session (id) that is just beginning."""
        pieces.clear(self._column)
        told = away.while_away(self._desk.programme, self._desk.workspace.facts, person_ids, today)
        for one in told:
            self._column.addWidget(_frame(one))
        self.setVisible(bool(told))


def _frame(told: Away) -> QFrame:
    made = pieces.frame("accent", margins=(18, 12, 18, 12), spacing=4)
    names = ", ".join(person.name for person in told.people)
    pieces.fill(made, Words(translate("while away", "While you were away, {names}", names=names), size=17, bold=True))
    for one in told.missed:
        day = day_and_month(one.session.held_on)
        pieces.fill(
            made,
            Words(translate("while away", "Session {n}, {day}", n=one.session.number, day=day), size=15, colour="soft"),
        )
        for line in lines(one):
            pieces.fill(made, Words(line, size=16))
    return made


def lines(one: Missed) -> list[str]:
    """What happened in one session, a sentence a line."""
    said = []
    if one.asked:
        said.append(translate("while away", "We were asked: {asked}", asked=_some(one.asked)))
    if one.forward:
        said.append(translate("while away", "Went forward: {ideas}", ideas=_some([heading(i) for i in one.forward])))
    for idea, answer in one.decided:
        said.append(translate("while away", "Answered: {idea}: {answer}", idea=heading(idea), answer=named(answer)))
        if answer.reason:
            said[-1] = translate("while away", "{said}. The reason: {reason}", said=said[-1], reason=answer.reason)
    if one.plans:
        said.append(translate("while away", "A plan was begun: {plans}", plans=_some(one.plans)))
    return said


def _some(texts: "tuple[str, ...] | list[str]") -> str:
    shown = " · ".join(texts[:_MOST])
    if len(texts) > _MOST:
        return translate("while away", "{some} · and {n} more", some=shown, n=len(texts) - _MOST)
    return shown
