"""What came of it: at most three promises, and behind a button the rest of them and everything else, in plain rows.

In a session of ten minutes there is room for one.
"""

from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.domain.answers import named
from workshop_app.domain.audience import heading
from workshop_app.domain.replies import Reply
from workshop_app.domain.sessions import Session
from workshop_app.facilitation import last_time
from workshop_app.facilitation.last_time import Came, Since, Where
from workshop_app.facilitation.promises import MOST, ONE_PROMISE, Promise
from workshop_app.ui import opening_promises, pieces, promise_card, promise_words
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.promise_card import PromiseCard
from workshop_app.words import translate

USUAL, ALONE = (18, 16), (28, 21)  # logical pixels of an idea and of what came of it: among others, and on its own


class LastTime(QWidget):
    """For the phase in which a session begins with what became of the ones before. It can be read aloud as it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self._session_id = ""
        self._all = ""  # the session in which somebody asked for all of it
        self._rows = pieces.column(10)
        self._rows.setContentsMargins(0, 0, 14, 0)
        inside = QWidget()
        inside.setLayout(self._rows)
        self._scroll = pieces.scroller(inside)
        column = pieces.column(0)
        column.addWidget(self._scroll, 1)
        self.setLayout(column)

    def show_session(self, session_id: str) -> None:
        """The promises that a session opens with, and all that came of the sessions before this one."""
        told = last_time.since(self._desk.programme, session_id)
        three = opening_promises.chosen(self._desk, session_id)
        rest = opening_promises.others(self._desk, three)
        short = self._desk.programme.get(Session, session_id).minutes <= ONE_PROMISE
        shown = (session_id, self._all == session_id, told, three, rest, short)
        if shown == self._shown:
            return
        self._shown, self._session_id = shown, session_id
        place = self._scroll.verticalScrollBar().value()
        pieces.clear(self._rows)
        for one in three:
            self._rows.addWidget(self._card(one, promise_card.ALONE if short else promise_card.USUAL))
        if three and len(three) < MOST and not short and self._all != session_id:
            self._staff(told)  # what they change is a promise too, and there is room for it
        self._then(told, rest, short=short and not three, alone=not three)
        self._rows.addStretch(1)
        self._scroll.verticalScrollBar().setValue(place)

    def _card(self, one: Promise, sizes: tuple[int, int] = promise_card.USUAL) -> PromiseCard:
        keep = partial(opening_promises.keep, self._desk, self._session_id)
        return PromiseCard(self._desk, one, sizes=sizes, session_id=self._session_id, before=keep)

    def _then(self, told: Since, rest: tuple[Promise, ...], *, short: bool, alone: bool) -> None:
        """What comes after the promises: all of it, or the button that brings it."""
        parts = told.parts + len(rest)
        if self._all == self._session_id or (alone and not (short and told.parts > 1)):
            for one in rest:
                self._rows.addWidget(self._card(one))
            self._everything(told)
            return
        if alone and told.promise is not None:
            self._rows.addWidget(_row(told.promise, ALONE))
        if parts:
            more = pieces.button(translate("last time", "All of it ({n})", n=parts), self._tell_all, kind="small")
            self._rows.addLayout(pieces.row(more, None))

    def _tell_all(self) -> None:
        self._all = self._session_id
        self.show_session(self._session_id)

    def _everything(self, told: Since) -> None:
        if told.is_nothing:
            first = translate("last time", "This is our first session. Next time we begin with what came of it.")
            self._rows.addWidget(Words(first, size=19))
        self._part(translate("last time", "What we heard back"), [_row(one) for one in told.came])
        self._staff(told)
        signed = [Words(plan.title, size=18) for plan in told.signed]
        self._part(translate("last time", "Plans that students and staff have signed"), signed)
        if told.lying:
            more = translate("last time", "{n} more ideas are kept on the board.", n=told.lying)
            one = translate("last time", "One more idea is kept on the board.")
            self._rows.addWidget(pieces.label(more if told.lying > 1 else one, tone="soft", size=15, wrap=True))

    def _staff(self, told: Since) -> None:
        self._part(
            translate("last time", "The staff say what they change"),
            [Words(translate("last time", "“{words}”", words=words), size=18) for words in told.we_change],
        )

    def _part(self, heading: str, rows: "list[QFrame] | list[Words]") -> None:
        if rows:
            self._rows.addWidget(pieces.label(heading, tone="soft", size=15))
            for row in rows:
                self._rows.addWidget(row)
            self._rows.addSpacing(6)


def _row(one: Came, sizes: tuple[int, int] = USUAL) -> QFrame:
    made = pieces.frame("notice" if one.where is Where.WAITS else "panel", margins=(16, 10, 16, 10), spacing=2)
    pieces.fill(made, Words(heading(one.idea), size=sizes[0]), *_said(one, sizes[1]))
    return made


def _said(one: Came, size: int) -> list[Words]:
    if one.answer is not None:
        said = named(one.answer)
        if one.answer.by:
            said = translate("last time", "{answer}, says {who}", answer=said, who=one.answer.by)
        said = said[:1].upper() + said[1:]
        words = [Words(said, size=size, bold=True, colour="accent")]
        words += [Words(one.answer.reason, size=size)] if one.answer.reason else []
        return words + [Words(line, size=size, colour="soft") for line in promise_words.underneath(one.path)]
    if one.replies:
        return [words for reply in one.replies for words in _replied(reply, size)]
    if one.where is Where.WAITS:
        return [Words(translate("last time", "It waits for an answer."), size=size, colour="notice")]
    if one.where is Where.ASIDE:
        why = translate("last time", "It was set aside: {reason}", reason=one.idea.because)
        return [Words(why, size=size, colour="soft")]
    if one.where is Where.SIGNED:
        said = translate("last time", "It is in a plan that is signed: {plan}.", plan=one.plan)
    else:
        said = translate("last time", "It is in a plan that is being made: {plan}.", plan=one.plan)
    return [Words(said, size=size, colour="accent")]


def _replied(reply: Reply, size: int) -> list[Words]:
    """What a decider replied to the plan that an idea is in."""
    said = translate("last time", "{answer}, says {who}", answer=named(reply), who=reply.decided_by)
    words = [Words(said[:1].upper() + said[1:], size=size, bold=True, colour="accent")]
    return words + ([Words(reply.reason, size=size)] if reply.reason else [])
