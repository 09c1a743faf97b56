"""The answers to a plan in full, for whoever leads: how they came, what students say, and taking one back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from workshop_app.dates import long_date
from workshop_app.domain import replies
from workshop_app.domain.replies import Reply
from workshop_app.ui import pieces, theme
from workshop_app.ui.answering_desk import asked, named, newest
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate
from workshop_app.workspace import Changes


class RepliesSheet(Veil):
    """Over the plan. `answer` has students answer it, or answer it anew."""

    def __init__(self, host: QWidget, desk: Desk, plan_id: str, answer: Callable[[], object]) -> None:
        super().__init__(host)
        self._desk, self._plan_id, self._then = desk, plan_id, answer
        self._list = pieces.column(12)
        inside = QWidget()
        inside.setLayout(self._list)
        panel = pieces.frame("panel", margins=(26, 20, 26, 20), spacing=14)
        panel.setFixedWidth(theme.px(820))
        leave = pieces.button(translate("asking", "Close"), self.leave)
        again = pieces.button(translate("replies", "Students answer it…"), self._answer)
        pieces.fill(
            panel,
            pieces.label(translate("replies", "What was answered"), size=22, bold=True),
            inside,
            pieces.row(again, None, leave),
        )
        desk.changed.connect(self._changed)
        self._fill()
        self.hold(panel)
        self.rise(leave)

    def _fill(self) -> None:
        given = newest(self._desk.programme, self._plan_id)
        pieces.clear(self._list)
        words = asked(self._desk.programme, self._plan_id, given[0].content_hash) if given else {}
        for one in given:
            self._list.addWidget(self._card(one, words.get(one.ask, "")))

    def _card(self, reply: Reply, what: str) -> QWidget:
        card = pieces.frame("accent", margins=(18, 12, 12, 12), spacing=4)
        back = pieces.button(
            translate("replies", "Take it back"),
            partial(self._desk.do, "take-reply-back", replies.take_reply_back, reply.id),
            kind="quiet",
            name=translate("replies", "Take the answer to ask {n} back", n=reply.ask),
        )
        pieces.fill(
            card,
            Words(translate("replies", "{n}  {what}", n=reply.ask, what=what), size=16, colour="soft"),
            Words(named(reply), size=20, bold=True),
        )
        if reply.reason:
            pieces.fill(card, Words(translate("reply", "“{words}”", words=reply.reason), size=17))
        when = long_date(reply.due) if reply.due else reply.by_when
        after = " · ".join(part for part in (reply.next_step, reply.by_whom, when) if part)
        if after:
            pieces.fill(card, Words(translate("reply", "What happens next: {what}", what=after), size=16))
        came = translate(
            "replies",
            "{who}, {date}, {how}",
            who=reply.decided_by,
            date=long_date(reply.decided_on),
            how=replies.name_came(reply.came),
        )
        foot = pieces.row(Words(came, size=15, colour="soft", middle=True), back)
        foot.setStretch(0, 1)
        pieces.fill(card, foot)
        return card

    def _answer(self) -> None:
        self.leave()
        self._then()

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(Reply):
            return
        if newest(self._desk.programme, self._plan_id):
            self._fill()
        else:
            self.leave()
