"""What is asked by head-count now, on whichever screen: hands that are counted, or dots put one by one.

Until it is kept nothing of it is anywhere but here, and of who was counted there is nothing at all. A skip is nothing.
"""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_app.domain import headcounts, school_promise
from workshop_app.domain.count_chart import CountChart
from workshop_app.domain.headcounts import MOST, Family, Headcount, Side
from workshop_app.domain.poll import Choice, Poll
from workshop_app.domain.school_promise import SchoolPromise
from workshop_app.domain.sessions import Session
from workshop_app.facilitation import questions, turns
from workshop_app.facilitation.turns import Turn
from workshop_app.words import translate
from workshop_app.workspace import Changes

if TYPE_CHECKING:  # the desk owns it
    from workshop_app.ui.desk import Desk


class Counting(QObject):
    """One question at a time: `turn`, None while none is asked. `chart` is what of the year everybody looks at.

    `school`: instead, everybody reads what the school promises.
    """

    moved = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.turn: Turn | None = None
        self.chart: CountChart | None = None
        self.school = False
        self._order: list[int] = []  # the answers that were counted, the last one last
        self._doubted = False  # it was said already that these are more than are here
        self._next: list[Turn] = []
        self._session_id = ""
        self._skipped: set[tuple[str, Turn]] = set()
        desk.changed.connect(self._changed)
        desk.leading.moved.connect(self.stop)

    def waiting(self) -> list[Turn]:
        """What is due in the session that is on and was neither counted nor skipped."""
        session, programme = self._desk.session, self._desk.programme
        if session is None:
            return []
        return [
            one
            for one in turns.due(programme, session.id)
            if (session.id, one) not in self._skipped
            and not headcounts.in_session(programme, session.id, one.question, one.side)
        ]

    def ask(self, *chosen: Turn) -> None:
        """Ask these questions one after another, or all that wait."""
        session = self._desk.session
        if session is not None:
            self._session_id = session.id
            self._next = list(chosen) or self.waiting()
            self._go_on()

    def counts(self) -> tuple[int, ...]:
        """How many chose each answer so far."""
        if self.turn is None:
            return ()
        found = Counter(self._order)
        return tuple(found[answer] for answer in range(headcounts.ANSWERS[headcounts.family_of(self.turn.question)]))

    def add(self, answer: int, by: int = 1) -> None:
        """Count more for an answer, or less below zero."""
        counts = self.counts()
        if not 0 <= answer < len(counts):
            return
        wanted = min(MOST, max(0, counts[answer] + by))
        for _ in range(wanted, counts[answer]):
            self._order.reverse()
            self._order.remove(answer)
            self._order.reverse()
        self._order += [answer] * (wanted - counts[answer])
        self.moved.emit()

    def one_back(self) -> None:
        """Whoever was counted last was not to be."""
        if self._order:
            self._order.pop()
            self.moved.emit()

    def keep(self) -> bool:
        """Keep the count, and go on to what waits; False if it can't be kept.

        More than are here are asked about once, and kept when that is pressed again: somebody may have come later.
        """
        turn, space = self.turn, self._desk.workspace
        if turn is None:
            return False
        here = headcounts.here(self._desk.programme, self._session_id, turn.side)
        if 0 < here < len(self._order) and not self._doubted:
            self._doubted = True
            self._desk.said.emit(_too_many(len(self._order), here, turn.side), "notice")
            return False
        kept = self._desk.do(
            "count",
            headcounts.count,
            new_id=space.new_id(),
            at=space.now(),
            question=turn.question,
            side=turn.side,
            counts=self.counts(),
            session_id=self._session_id,
        )
        if kept:
            self._go_on()
        return kept

    def skip(self) -> None:
        """Nobody answers this one; adults do not rate alone what students skipped."""
        if self.turn is None:
            return
        without = {self.turn}
        if self.turn.side is Side.STUDENTS:
            without.add(Turn(self.turn.question, Side.STAFF))
        self._skipped.update((self._session_id, one) for one in without)
        self._next = [one for one in self._next if one not in without]
        self._go_on()

    def stop(self) -> None:
        """Ask and show nothing more for now; what was not kept is gone."""
        if self.turn is not None or self.chart is not None or self.school:
            self._turn_to(None)

    def show_chart(self, chart: CountChart | None) -> None:
        """Show everybody a picture of the year, or take it away."""
        self._turn_to(None, chart)

    def show_school(self, *, on: bool) -> None:
        """Have everybody read what the school promises, or take it away."""
        self._turn_to(None, school=on)

    def poll(self) -> Poll | None:
        """What everybody sees of it."""
        if self.turn is None:
            return None
        asked = questions.question(self.turn.question)
        staff = self.turn.side is Side.STAFF
        return Poll(
            asked.asks(self.turn.side),
            tuple(Choice(one.symbol, one.words) for one in asked.answers),
            translate("counting", "Now the adults") if staff else translate("counting", "For students"),
            _quote(turns.signed_promise(self._desk.programme), asked.key) if asked.family is Family.PROMISE else "",
            len(self._order),
        )

    def _go_on(self) -> None:
        self._turn_to(self._next.pop(0) if self._next else None)

    def _turn_to(self, turn: Turn | None, chart: CountChart | None = None, *, school: bool = False) -> None:
        self.turn, self.chart, self.school, self._order, self._doubted = turn, chart, school, [], False
        self.moved.emit()

    def _changed(self, changes: Changes) -> None:
        session = self._desk.session
        if self.turn is not None and (session is None or session.id != self._session_id):
            self.stop()
        elif changes.touches(Headcount, Session, SchoolPromise):
            self.chart = None  # it no longer says what is so
            self.moved.emit()


def _too_many(hands: int, here: int, side: Side) -> str:
    """Asks kindly whether it was counted right."""
    if side is Side.STUDENTS:
        one = translate("counting", "1 student is here")
        us = one if here == 1 else translate("counting", "{n} students are here", n=here)
    else:
        one = translate("counting", "1 adult is here")
        us = one if here == 1 else translate("counting", "{n} adults are here", n=here)
    return translate(
        "counting",
        "{hands} hands, and {us}. Count again? If it is right, press Count once more.",
        hands=hands,
        us=us,
    )


def _quote(promise: SchoolPromise | None, question: str) -> str:
    """What was promised, as it is said on the promise's own page."""
    if promise is None:
        return ""
    said = school_promise.said(promise, question.partition("/")[2])
    return translate("counting", "Promised: {what}", what=said)
