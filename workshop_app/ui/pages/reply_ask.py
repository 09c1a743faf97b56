"""One ask of a plan with its answer: as a returned file says it, or to be typed in by hand."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workshop_app.domain import answers
from workshop_app.domain.answers import Kind
from workshop_app.homecoming import AskBack
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.words import translate

_NOT_YET_ANSWERED = "waits"


class AskCard(QFrame):
    """An ask. `answer()` is what is to be taken in; `key` names the drafts of what is typed here."""

    changed = Signal()

    def __init__(self, desk: Desk, ask: AskBack, key: str) -> None:
        super().__init__()
        self._desk, self._ask, self._key = desk, ask, key
        self._kept: list[drafts.Keeper] = []
        self.setProperty("kind", "panel")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(22, 16, 22, 18)
        self.body.setSpacing(8)
        of = (
            translate("reply", "Ask {n} · {whom}", n=ask.number, whom=ask.asked_of)
            if ask.asked_of
            else translate("reply", "Ask {n}", n=ask.number)
        )
        self.body.addWidget(pieces.label(of, tone="soft", size=15, wrap=True))
        self.body.addWidget(Words(ask.what, size=20, bold=True))

    @property
    def number(self) -> int:
        """Which ask it is."""
        return self._ask.number

    def answer(self) -> AskBack:
        """The answer as it stands."""
        return self._ask

    def forget(self) -> None:
        """It was taken in: what was typed is no draft any more."""
        for keeper in self._kept:
            keeper.done()

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setFont(theme.font(17))
        field.setAccessibleName(name)
        return field

    def _reason_field(self, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setFont(theme.font(17))
        field.setFixedHeight(theme.px(84))
        field.setTabChangesFocus(True)
        field.setAccessibleName(name)
        return field

    def _keep(self, field: QLineEdit | QPlainTextEdit, part: str) -> None:
        self._kept.append(drafts.keep(field, f"{self._key}/{self._ask.number}/{part}", self._desk))
        field.textChanged.connect(lambda *_: self.changed.emit())


class AskShown(AskCard):
    """As the file says it. Only a reason that was left out is typed here."""

    def __init__(self, desk: Desk, ask: AskBack, key: str) -> None:
        super().__init__(desk, ask, key)
        self._reason: QPlainTextEdit | None = None
        if ask.kind is None:
            waits = translate("reply", "Not answered yet. It goes on waiting.")
            self.body.addWidget(pieces.label(waits, tone="soft", size=17, wrap=True))
            return
        said = pieces.frame("accent", margins=(18, 12, 18, 14), spacing=6)
        pieces.fill(said, Words(_named(ask), size=22, bold=True))
        if ask.reason:
            pieces.fill(said, Words(translate("reply", "“{words}”", words=ask.reason), size=18))
        self.body.addWidget(said)
        following = _following(ask)
        if following:
            self.body.addWidget(Words(following, size=16, colour="soft"))
        if ask.lacks_reason:
            note = translate("reply", "The reason was left out. Ask for it, and type what they say.")
            self.body.addWidget(Words(note, size=16, colour="notice"))
            self._reason = self._reason_field(translate("reply", "The reason for ask {n}", n=ask.number))
            self.body.addWidget(self._reason)
            self._keep(self._reason, "reason")

    def answer(self) -> AskBack:
        """See AskCard."""
        return self._ask if self._reason is None else replace(self._ask, reason=self._reason.toPlainText())


class AskTyped(AskCard):
    """To be typed in: the one list of answers, and what goes with it."""

    def __init__(self, desk: Desk, ask: AskBack, key: str) -> None:
        super().__init__(desk, ask, key)
        self._kind_key = f"{key}/{ask.number}/kind"
        options = [(kind.value, answers.name(kind)) for kind in Kind]
        options.append((_NOT_YET_ANSWERED, translate("reply", "not answered")))
        self._kind = pieces.Choice(
            options, self._chosen, name=translate("reply", "The answer to ask {n}", n=ask.number), kind="small"
        )
        self.body.addWidget(self._kind)
        self._to = self._line(translate("reply", "To whom it goes on"))
        self._reason = self._reason_field(translate("reply", "The reason for ask {n}", n=ask.number))
        self._next = self._line(translate("reply", "What happens next"))
        self._by_whom = self._line(translate("reply", "By whom"))
        self._by_when = self._line(translate("reply", "By when"))
        self._to_row = _beneath(translate("reply", "To whom does it go on?"), self._to)
        why = _beneath(translate("reply", "The reason, as it was given. Only a plain yes needs none."), self._reason)
        after = pieces.row(spacing=12)
        for words, field, share in (
            (translate("reply", "What happens next?"), self._next, 3),
            (translate("reply", "By whom?"), self._by_whom, 2),
            (translate("reply", "By when?"), self._by_when, 2),
        ):
            after.addWidget(_beneath(words, field), share)
        self._rest = QWidget()
        rest = pieces.column(8)
        self._rest.setLayout(rest)
        things: tuple[QWidget | QLayout, ...] = (self._to_row, why, after)
        pieces.fill(self._rest, *things)
        self.body.addWidget(self._rest)
        parts = {"to": self._to, "next": self._next, "by-whom": self._by_whom, "by-when": self._by_when}
        for part, field in parts.items():
            self._keep(field, part)
        self._keep(self._reason, "reason")
        self._kind.choose(desk.workspace.draft(self._kind_key))
        self._show()

    def answer(self) -> AskBack:
        """See AskCard."""
        key = self._kind.key()
        if key in ("", _NOT_YET_ANSWERED):
            return self._ask
        return replace(
            self._ask,
            kind=Kind(key),
            reason=self._reason.toPlainText(),
            passed_to=self._to.text() if Kind(key) is Kind.PASSED_ON else "",
            next_step=self._next.text(),
            by_whom=self._by_whom.text(),
            by_when=self._by_when.text(),
        )

    def forget(self) -> None:
        """See AskCard."""
        super().forget()
        self._desk.keep_draft(self._kind_key, "")

    def _chosen(self, key: str) -> None:
        self._desk.keep_draft(self._kind_key, key)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        key = self._kind.key()
        self._rest.setVisible(key not in ("", _NOT_YET_ANSWERED))
        self._to_row.setVisible(key == Kind.PASSED_ON.value)


Make = Callable[[Desk, AskBack, str], AskCard]


def _named(ask: AskBack) -> str:
    if ask.kind is None:
        return ""
    words = answers.name(ask.kind)
    if ask.passed_to:
        return translate("reply", "{answer} to {whom}", answer=words, whom=ask.passed_to)
    return words


def _following(ask: AskBack) -> str:
    parts = [part for part in (ask.next_step, ask.by_whom, ask.by_when) if part]
    return translate("reply", "What happens next: {what}", what=" · ".join(parts)) if parts else ""


def _beneath(words: str, field: QWidget) -> QWidget:
    made = QWidget()
    column = pieces.column(4)
    made.setLayout(column)
    pieces.fill(made, pieces.label(words, tone="soft", size=15, wrap=True), field)
    return made
