"""The answer came: a returned PDF, or what somebody wrote or said, is looked at before it is taken in."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from workshop_app import homecoming, inbox, sealed
from workshop_app.domain import replies
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import Plan
from workshop_app.exchange.unreadable import UnreadableError as NotRead
from workshop_app.homecoming import Arrived, How, Sent
from workshop_app.inbox import Taking
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.across import Across
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import OPEN_PLAN, REPLY_TO
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.reply_ask import AskCard, AskShown, AskTyped
from workshop_app.ui.pages.reply_beginning import ReplyBeginning
from workshop_app.ui.paper_making import Making
from workshop_app.ui.picks import Day
from workshop_app.words import translate
from workshop_app.workspace import Changes

SIDE_W = 350  # logical pixels


class ReplyPage(Page):
    """First how it came; then what it says, ask by ask. Nothing is taken in by itself."""

    name = "reply"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._held: Arrived | None = None
        self._cards: list[AskCard] = []
        self._read = 0  # how many files were begun to be read: the last one counts
        self._beginning = ReplyBeginning(desk)
        self._beginning.file_chosen.connect(self.load)
        self._beginning.by_hand.connect(self._type_in)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._beginning)
        self._stack.addWidget(self._looking())
        column = pieces.column(0)
        column.addWidget(self._stack)
        self.setLayout(column)
        desk.changed.connect(self._forget_what_is_gone)

    def enter(self) -> None:
        """The page comes up: another plan may be meant."""
        self._stale = True
        if self._held is not None and self._held.plan_id != self.desk.workspace.draft(REPLY_TO):
            self._let_go()
        super().enter()

    def take(self, changes: Changes) -> None:
        """A plan changed: what is looked at may have become an answer to an older version."""
        if changes.touches(Plan) and self._held is None:
            self.refresh()

    def _forget_what_is_gone(self, changes: Changes) -> None:
        """Words were taken out of the plan for good, also of what was sent: here they stand no longer either."""
        if self._held is not None and changes.touches(Plan):
            sent = self.desk.programme.all(Plan).get(self._held.plan_id)
            if sent is None or replies.words_of(sent, self._held.content_hash) is None:
                self._let_go()

    def refresh(self) -> None:
        """What is looked at, or how it came."""
        self._beginning.refresh()
        self._stack.setCurrentIndex(0 if self._held is None else 1)

    def load(self, path: Path) -> None:
        """Read a returned PDF, beside the window, and show what it says."""
        self._let_go()
        self._read += 1
        number = self._read
        programme, facts, today = self.desk.programme, self.desk.workspace.facts, self.desk.today()
        making = Making(
            self,
            translate("reply", "Reading {file}…", file=path.name),
            lambda: homecoming.look(programme, facts, path, today),
            lambda arrived: self._show(arrived) if number == self._read else None,
            expected=(DomainError, NotRead),
        )
        making.failed.connect(lambda error: self._refuse(str(error)) if number == self._read else None)
        making.stopped.connect(self._let_go)

    def _type_in(self, how: How, sent: Sent) -> None:
        try:
            asks = homecoming.asks_of(self.desk.programme, sent.plan_id, sent.content_hash)
            plan = self.desk.programme.get(Plan, sent.plan_id)
            said = sealed.read(replies.words_of(plan, sent.content_hash) or "")
        except DomainError as error:
            self._refuse(str(error))
            return
        self._show(Arrived("", plan.id, said.title, sent.content_hash, said.version, how, asks))

    # What it says

    def _looking(self) -> QWidget:
        self._title = Words(size=24, bold=True)
        self._verdict = Words(size=17)
        self._box = pieces.frame("accent", margins=(18, 14, 18, 14), spacing=8)
        self._notes = Words(size=16, colour="soft")
        pieces.fill(self._box, self._verdict, self._notes)
        self._by = QLineEdit()
        self._by.setFont(theme.font(17))
        self._by.setAccessibleName(translate("reply", "Who decided?"))
        self._by_kept = drafts.keep(self._by, "reply/by", self.desk)
        self._on = Day(translate("reply", "Decided on"), self.desk.today)
        side = QWidget()
        column = pieces.column(10)
        side.setLayout(column)
        column.addWidget(self._title)
        column.addWidget(self._box)
        column.addSpacing(6)
        column.addWidget(
            pieces.label(translate("reply", "Who decided? A name or a post."), tone="soft", size=15, wrap=True)
        )
        column.addWidget(self._by)
        column.addWidget(pieces.label(translate("reply", "When?"), tone="soft", size=15))
        column.addWidget(self._on)
        column.addStretch(1)
        self._asks = pieces.column(14)
        inside = QWidget()
        inside.setLayout(self._asks)
        asks = pieces.scroller(inside) if theme.scale() == 1 else inside  # in large words the page scrolls
        body = QWidget()
        across: QVBoxLayout = pieces.column()
        across.addWidget(Across(side, asks, SIDE_W, least=1000, spacing=30))
        across.setContentsMargins(theme.PAGE_MARGIN, 22, theme.PAGE_MARGIN, 12)
        body.setLayout(across)
        self._missing = Words(size=15, colour="notice", middle=True)
        leave = pieces.button(translate("reply", "Leave it"), self._let_go)
        self._go = pieces.button(translate("reply", "Take it in"), self._take_in, kind="primary")
        foot = pieces.frame("foot", margins=(theme.PAGE_MARGIN, 10, theme.PAGE_MARGIN, 10))
        self._by.textChanged.connect(lambda _text: self._ready())
        line = pieces.row(self._missing, leave, self._go)
        line.setStretch(0, 1)
        pieces.fill(foot, line)
        page = QWidget()
        outer = pieces.column(0)
        outer.addWidget(body, 1)
        outer.addWidget(foot)
        page.setLayout(outer)
        return page

    def _show(self, arrived: Arrived) -> None:
        self._beginning.refuse("")
        self._held = arrived
        self.desk.keep_draft(REPLY_TO, arrived.plan_id)
        self._title.set_text(translate("reply", "“{title}” · version {n}", title=arrived.title, n=arrived.version))
        self._verdict.set_text(_verdict(arrived))
        self._notes.set_text("\n".join(arrived.notes))
        self._notes.setVisible(bool(arrived.notes))
        if arrived.decided_by:
            self._by.setText(arrived.decided_by)
        self._on.show_day(arrived.decided_on or self.desk.today())
        pieces.clear(self._asks)
        make = AskTyped if arrived.how in (How.PAPER, How.SPOKEN) else AskShown
        key = f"reply/{arrived.content_hash[:16]}"
        self._cards = [make(self.desk, ask, key) for ask in arrived.asks]
        for card in self._cards:
            card.changed.connect(self._ready)
            self._asks.addWidget(card)
        if not self._cards:
            nothing = translate("reply", "This version asks nobody for a decision, so there is nothing to answer.")
            self._asks.addWidget(pieces.label(nothing, size=18, wrap=True))
        self._asks.addStretch(1)
        self._ready()
        self.refresh()
        QTimer.singleShot(0, self, self._focus)

    def _focus(self) -> None:
        """Where something is missing one may type at once; else letters press nothing."""
        field = self._by if not self._by.text().strip() else self
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ready(self) -> None:
        asks = [card.answer() for card in self._cards]
        told = [ask for ask in asks if ask.kind is not None]
        lacking = next((ask for ask in told if ask.lacks_reason), None)
        unknown = next((ask for ask in told if ask.kind is not None and _goes_nowhere(ask)), None)
        missing = ""
        if not told:
            missing = translate("reply", "Nothing is answered yet.") if asks else ""
        elif lacking is not None:
            missing = translate("reply", "The reason for ask {n} is still open.", n=lacking.number)
        elif unknown is not None:
            missing = translate("reply", "To whom ask {n} goes on is still open.", n=unknown.number)
        elif not self._by.text().strip():
            missing = translate("reply", "Who decided is still open.")
        self._missing.set_text(missing)
        self._go.setEnabled(bool(told) and not missing)

    def _take_in(self) -> None:
        held = self._held
        if held is None:
            return
        today = self.desk.today()
        answered = tuple(one for card in self._cards if (one := card.answer().answered(today)) is not None)
        taking = Taking(
            held.plan_id,
            held.content_hash,
            held.how,
            answered,
            self._by.text(),
            self._on.day(),
            held.signed,
            held.file,
        )
        said = ""  # the plan's page tells it
        if inbox.is_in_already(self.desk.programme, taking):
            said = translate("reply", "This answer was taken in before. Nothing has changed.")
        elif self.desk.attempt(lambda: inbox.take_in(self.desk.workspace, taking)) is None:
            return
        for card in self._cards:
            card.forget()
        self._by_kept.done()
        self.desk.keep_draft(OPEN_PLAN, held.plan_id)
        self._let_go()
        self.desk.going.emit("plan")
        if said:
            self.desk.said.emit(said, "")

    def _refuse(self, why: str) -> None:
        self._held = None
        self._beginning.refuse(why)
        self.refresh()

    def _let_go(self) -> None:
        self._held = None
        self._cards = []
        self._beginning.refuse("")
        pieces.clear(self._asks)
        self.refresh()


def _goes_nowhere(ask: homecoming.AskBack) -> bool:
    return ask.kind is Kind.PASSED_ON and not ask.passed_to.strip()


def _verdict(arrived: Arrived) -> str:
    """Whether it is what was sent, in a sentence that claims no more than is known."""
    sentences = {
        How.UNTOUCHED: translate(
            "reply", "Untouched since it was sent: the very file that went out, with answers added."
        ),
        How.RESAVED: translate(
            "reply", "A reader has saved it anew. The plan in it and its pages are the same as those that went out."
        ),
        How.PAPER: translate("reply", "It came on paper: type in what it says."),
        How.SPOKEN: translate("reply", "It was said: type in the words as they were spoken, and read them back."),
    }
    return sentences[arrived.how]
