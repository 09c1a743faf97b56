"""Between the screen that the class sees and the students' answer to an answer."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workshop_app import homecoming
from workshop_app.dates import long_date
from workshop_app.domain import answers, replies, told
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Reply, Says
from workshop_app.domain.seen_reply import SeenAnswer, SeenReply
from workshop_app.ui.aloud import Aloud
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.answer_sheet import AnswerSheet
from workshop_app.ui.telling_box import teller
from workshop_app.words import translate
from workshop_app.workspace import Changes


class AnsweringDesk(QObject):
    """Shows the answers to a plan's newest answered version, and says what students say to them."""

    def __init__(self, desk: Desk, host: QWidget, given: list[Reply], aloud: Aloud) -> None:
        super().__init__()
        self._desk, self._aloud = desk, aloud
        self._plan_id, self._hash = given[0].plan_id, given[0].content_hash
        self._draft = f"students-answer/{self._hash[:16]}"
        self._given = {one.id for one in given}
        self._sheet = AnswerSheet(host, seen(desk.programme, given), self, desk.workspace.draft(self._draft))
        self.setParent(self._sheet)
        desk.changed.connect(self._changed)

    def say(self, says: str, words: str) -> bool:
        """See AnswerCommands."""
        session = self._desk.session
        workspace = self._desk.workspace
        done = self._aloud.hear(
            lambda: self._desk.do(
                "respond",
                told.hear_and_respond,
                new_id=workspace.new_id(),
                told_ids=[workspace.new_id() for _ in self._given],
                at=workspace.now(),
                by=teller(self._desk) or translate("telling", "Our facilitator"),
                on=self._desk.today(),
                plan_id=self._plan_id,
                content_hash=self._hash,
                says=Says(says),
                words=words,
                session_id=session.id if session is not None and not session.done else None,
            )
        )
        if done:
            self._desk.keep_draft(self._draft, "")
        return done

    def keep_words(self, words: str) -> None:
        """See AnswerCommands."""
        self._desk.keep_draft(self._draft, words)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Reply):
            now = {one.id for one in newest(self._desk.programme, self._plan_id)}
            if now != self._given:
                self._sheet.leave()  # these answers are not the ones that count any more


def newest(programme: Programme, plan_id: str) -> list[Reply]:
    """The replies that count for the version of a plan that was answered last, by ask; none while it waits."""
    own = replies.replies_to(programme, plan_id)
    if not own:
        return []
    return sorted((one for one in own if one.content_hash == own[-1].content_hash), key=lambda one: one.ask)


def seen(programme: Programme, given: list[Reply]) -> SeenAnswer:
    """Replies to one version of a plan, as everybody may see them."""
    plan = programme.get(Plan, given[0].plan_id)
    words = asked(programme, plan.id, given[0].content_hash)
    last = max(given, key=lambda one: one.added_at)
    return SeenAnswer(
        plan.title,
        last.decided_by,
        long_date(last.decided_on),
        tuple(
            SeenReply(one.ask, words.get(one.ask, ""), one.kind.value, named(one), one.reason, _after(one))
            for one in given
        ),
    )


def asked(programme: Programme, plan_id: str, content_hash: str) -> dict[int, str]:
    """The words of the asks of a version, by number; none where they were taken out since."""
    try:
        return {one.number: one.what for one in homecoming.asks_of(programme, plan_id, content_hash)}
    except DomainError:
        return {}


def named(reply: Reply) -> str:
    """The answer in words, with whom it went on to."""
    words = answers.name(reply.kind)
    if reply.passed_to:
        return translate("reply", "{answer} to {whom}", answer=words, whom=reply.passed_to)
    return words


def open_answering(desk: Desk, host: QWidget, plan_id: str, aloud: Aloud) -> None:
    """Have students answer over `host`, once at a time; what can't be done is said by `aloud`."""
    given = newest(desk.programme, plan_id)
    if given and not host.findChildren(AnswerSheet):
        AnsweringDesk(desk, host, given, aloud)


def _after(reply: Reply) -> str:
    when = long_date(reply.due) if reply.due else reply.by_when
    return " · ".join(part for part in (reply.next_step, reply.by_whom, when) if part)
