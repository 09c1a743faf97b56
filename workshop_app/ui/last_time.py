"""What came of it, in plain rows: answers with their reasons, plans, what waits, and what the staff will change.

In a session of ten minutes there is room for one promise; the rest is behind a button.
"""

from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.domain.answers import named
from workshop_app.domain.audience import heading
from workshop_app.domain.honest_no import HonestNo
from workshop_app.domain.sessions import Session
from workshop_app.facilitation import last_time
from workshop_app.facilitation.last_time import Came, Since, Where
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.words import translate

ONE_PROMISE = 10  # minutes of a session that has room for no more than that
USUAL, ALONE = (18, 16), (28, 21)  # logical pixels of an idea and of what came of it: among others, and on its own


class LastTime(QWidget):
    """For the phase in which a session begins with what became of the ones before. It can be read aloud as it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[str, bool, Since] | None = None
        self._all = ""  # the session in which somebody asked for all of it
        self._rows = pieces.column(8)
        inside = QWidget()
        inside.setLayout(self._rows)
        column = pieces.column(0)
        column.addWidget(pieces.scroller(inside), 1)
        self.setLayout(column)

    def show_session(self, session_id: str) -> None:
        """All that came of the sessions before this one."""
        told = last_time.since(self._desk.programme, session_id)
        short = self._desk.programme.get(Session, session_id).minutes <= ONE_PROMISE
        shown = (session_id, short and told.parts > 1 and self._all != session_id, told)
        if shown == self._shown:
            return
        self._shown = shown
        pieces.clear(self._rows)
        if shown[1] and told.promise is not None:
            self._promise(told.promise, told.parts)
        else:
            self._everything(told)
        self._rows.addStretch(1)

    def _promise(self, one: Came, parts: int) -> None:
        self._rows.addWidget(_row(one, ALONE))
        more = pieces.button(translate("last time", "All of it ({n})", n=parts), self._tell_all, kind="small")
        self._rows.addLayout(pieces.row(more, None))

    def _tell_all(self) -> None:
        if self._shown is not None:
            self._all = self._shown[0]
            self.show_session(self._all)

    def _everything(self, told: Since) -> None:
        if told.is_nothing:
            first = translate("last time", "This is our first session. Next time we begin with what came of it.")
            self._rows.addWidget(Words(first, size=19))
        self._part(translate("last time", "What we heard back"), [_row(one) for one in told.came])
        self._part(
            translate("last time", "The staff say what they change"),
            [Words(translate("last time", "“{words}”", words=words), size=18) for words in told.we_change],
        )
        signed = [Words(plan.title, size=18) for plan in told.signed]
        self._part(translate("last time", "Plans that students and staff have signed"), signed)
        if told.lying:
            more = translate("last time", "{n} more ideas are kept on the board.", n=told.lying)
            one = translate("last time", "One more idea is kept on the board.")
            self._rows.addWidget(pieces.label(more if told.lying > 1 else one, tone="soft", size=15, wrap=True))

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
        words = [Words(said, size=size, bold=True, colour="accent")]
        words += [Words(one.answer.reason, size=size)] if one.answer.reason else []
        return words + _underneath(one.path, size)
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


def _underneath(path: HonestNo | None, size: int) -> list[Words]:
    """What came to light on the way to an answer."""
    if path is None:
        return []
    said = (
        (path.need, translate("last time", "The need underneath: {words}", words=path.need)),
        (path.students_say, translate("last time", "We said to it: “{words}”", words=path.students_say)),
    )
    return [Words(line, size=size, colour="soft") for words, line in said if words]
