"""The line above a plan that went out: whether an answer is waited for, what was answered, and what students say."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout

from workshop_app import homecoming
from workshop_app.dates import long_date
from workshop_app.domain import answers, replies, signing
from workshop_app.domain.plans import Plan
from workshop_app.domain.replies import Reply, Response, Says
from workshop_app.facilitation import agendas
from workshop_app.ui import pieces, theme
from workshop_app.ui.answering_desk import newest
from workshop_app.ui.desk import ANSWER, Desk
from workshop_app.ui.going import to_reply
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.prepare import begin_with
from workshop_app.ui.pages.replies_sheet import RepliesSheet
from workshop_app.words import translate
from workshop_app.workspace import Changes

REDESIGN = "redesign"  # the id of the agenda that brings all to one board


class PlanReplies(QFrame):
    """It is there only for a plan that was sent, and says the one thing that comes next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._plan_id = desk, ""
        self.setProperty("kind", "foot")
        self._words = Words(size=16, middle=True)
        self._buttons = pieces.row(spacing=8)
        line: QHBoxLayout = pieces.row(self._words, self._buttons)
        line.setStretch(0, 1)
        line.setContentsMargins(34, 8, 34, 8)
        self.setLayout(line)
        desk.changed.connect(self._changed)
        self.hide()

    def show_plan(self, plan_id: str) -> None:
        """Show where the answer to a plan stands."""
        self._plan_id = plan_id
        plan = self._desk.programme.all(Plan).get(plan_id)
        sent = homecoming.sendings(self._desk.workspace.facts, plan_id)
        given = newest(self._desk.programme, plan_id) if plan is not None else []
        self.setVisible(plan is not None and bool(sent or given))
        pieces.clear(self._buttons)
        if plan is None or not (sent or given):
            return
        if not given and self._asks_nobody(plan, sent[-1].content_hash):
            on = long_date(sent[-1].on)
            self._words.set_text(
                translate("replies", "It went out on {date}. It asks for no decision, so none is waited for.", date=on)
            )
            return
        if not given:
            self._words.set_text(
                translate("replies", "It went out on {date}. Its answer is waited for.", date=long_date(sent[-1].on))
            )
            self._offer(translate("replies", "The answer came…"), partial(to_reply, self._desk, plan_id))
            return
        said = replies.response_to(self._desk.programme, plan_id, given[0].content_hash)
        self._words.set_text(_told(given, said))
        self._offer(translate("replies", "Read the answer"), self._read)
        if said is None:
            self._offer(translate("replies", "Students answer it…"), self._students_answer, kind="primary")
        elif said.says is Says.MEET:
            self._offer(translate("replies", "Prepare the meeting"), self._prepare, kind="primary")
        now = signing.content_hash(plan.sealed) if plan.sealed is not None else ""
        if replies.waiting(self._desk.programme, plan_id) and any(one.content_hash == now for one in sent):
            self._offer(translate("replies", "Another answer came…"), partial(to_reply, self._desk, plan_id))

    def _asks_nobody(self, plan: Plan, sent: str) -> bool:
        """Whether what went out last is the plan as it stands, and all of it is in our own hands."""
        now = signing.content_hash(plan.sealed) if plan.sealed is not None else ""
        return now == sent and not replies.asks(self._desk.programme, plan.id)

    def _offer(self, words: str, then: Callable[[], object], kind: str = "small") -> None:
        made = pieces.button(words, then, kind=kind)
        made.setFont(theme.font(16))  # of one size, whichever comes next
        self._buttons.addWidget(made)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Reply, Response, Plan) or changes.fact is not None:
            self.show_plan(self._plan_id)

    def _read(self) -> None:
        RepliesSheet(self.window(), self._desk, self._plan_id, self._students_answer)

    def _students_answer(self) -> None:
        self._desk.for_all_wanted.emit(ANSWER, self._plan_id)

    def _prepare(self) -> None:
        template = next(one for one in agendas.load() if one.id == REDESIGN)
        begin_with(self._desk, template)
        self._desk.going.emit("prepare")


def _told(given: list[Reply], said: Response | None) -> str:
    """What was answered by whom, and what students say, on a line each."""
    counted = [(kind, sum(one.kind is kind for one in given)) for kind in answers.Kind]
    if len(given) == 1:
        what = answers.name(given[0].kind)
    else:
        what = " · ".join(f"{count} {answers.name(kind)}" for kind, count in counted if count)
    last = max(given, key=lambda one: one.added_at)
    lines = [
        translate("replies", "{who}, {date}: {what}", who=last.decided_by, date=long_date(last.decided_on), what=what)
    ]
    if said is not None:
        ours = {
            Says.ACCEPT: translate("replies", "We accept it."),
            Says.COUNTER: translate("replies", "Our counter-offer:"),
            Says.MEET: translate("replies", "We ask to meet."),
        }[said.says]
        lines.append(f"{ours} “{said.words}”" if said.words else ours)
    return "\n".join(lines)
