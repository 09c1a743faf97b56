"""Students answer the answer, where everybody sees it: accept it, offer something else, or ask to meet."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop_app.domain.seen_reply import SeenAnswer, SeenReply
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

ACCEPT, COUNTER, MEET = "accept", "counter", "meet"  # the values of replies.Says
_WIDEST = 1100  # logical pixels of the words


class AnswerCommands(Protocol):
    """What is done where students answer."""

    def say(self, says: str, words: str) -> bool:
        """ACCEPT, COUNTER or MEET, in the students' own words; False if it can't be taken."""

    def keep_words(self, words: str) -> None:
        """What is being typed."""


class AnswerSheet(Veil):
    """Above, what was answered, to be read aloud; below, what we say to it. Nothing is chosen before somebody does."""

    def __init__(self, host: QWidget, seen: SeenAnswer, commands: AnswerCommands, words: str = "") -> None:
        super().__init__(host, strength=255)
        self.setAccessibleName(translate("students answer", "What do we say to this answer?"))
        self._commands = commands
        answered = pieces.column(14)
        inside = QWidget()
        inside.setLayout(answered)
        who = " · ".join(part for part in (seen.title, seen.by, seen.on) if part)
        answered.addWidget(Words(translate("students answer", "What was answered"), size=28, bold=True))
        answered.addWidget(Words(who, size=17, colour="soft"))
        for reply in seen.replies:
            answered.addWidget(_card(reply))
        answered.addStretch(1)
        self._choice = pieces.Choice(
            (
                (ACCEPT, translate("students answer", "We accept it")),
                (COUNTER, translate("students answer", "We offer something else")),
                (MEET, translate("students answer", "We ask to meet")),
            ),
            self._chosen,
            name=translate("students answer", "What do we say to this answer?"),
        )
        self._follows = Words(size=17, colour="soft")
        self._words = QPlainTextEdit(words)
        self._words.setFont(theme.font(20))
        self._words.setFixedHeight(theme.px(76))
        self._words.setTabChangesFocus(True)
        self._words.setPlaceholderText(translate("students answer", "In our own words"))
        self._words.setAccessibleName(translate("students answer", "In our own words"))
        self._words.textChanged.connect(self._typed)
        self._say = pieces.button(translate("students answer", "That is what we say"), self._answer, kind="primary")
        leave = pieces.button(translate("students answer", "Not today"), self.leave)
        foot = pieces.frame("panel", margins=(24, 16, 24, 16), spacing=12)
        asked = pieces.label(translate("students answer", "What do we say to it?"), size=20, bold=True)
        beside = theme.scale() == 1
        over = pieces.row(asked, None, self._choice) if beside else pieces.column(10)
        if not beside:
            over.addWidget(asked)
            over.addWidget(self._choice)
        pieces.fill(foot, over, self._words)
        line = pieces.row(self._follows, leave, self._say)
        line.setStretch(0, 1)
        pieces.fill(foot, line)
        self._area = pieces.scroller(inside)
        self._outer = pieces.column(16)
        self._outer.addWidget(self._area, 1)
        if beside:
            self._outer.addWidget(foot)
        else:  # large words: all of it scrolls
            answered.addWidget(foot)
        self.setLayout(self._outer)
        self.way_out = leave
        self._ready()
        self._breathe()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rise(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: lines stay short enough to read."""
        super().resizeEvent(event)
        self._breathe()

    def _breathe(self) -> None:
        side = max(28, (self.width() - theme.px(_WIDEST)) // 2)
        self._outer.setContentsMargins(side, 28, side, 24)

    def _chosen(self, key: str) -> None:
        self._ready()
        if key == COUNTER:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        if theme.scale() > 1:
            QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, self._say))

    def _typed(self) -> None:
        self._commands.keep_words(self._words.toPlainText())
        self._ready()

    def _ready(self) -> None:
        key = self._choice.key()
        self._follows.set_text(
            {
                ACCEPT: translate("students answer", "Then what was promised goes into our ledger."),
                COUNTER: translate("students answer", "The plan opens as a new version, to be signed again."),
                MEET: translate("students answer", "Then students, who decides and families come to one board."),
            }.get(key, "")
        )
        empty = not self._words.toPlainText().strip()
        self._say.setEnabled(bool(key) and not (key == COUNTER and empty))

    def _answer(self) -> None:
        if self._commands.say(self._choice.key(), self._words.toPlainText()):
            self.leave()


def _card(reply: SeenReply) -> QWidget:
    card = pieces.frame("panel", margins=(24, 12, 24, 14), spacing=4)
    pieces.fill(
        card,
        Words(reply.what, size=18, colour="soft"),
        Words(reply.named, size=26, bold=True, colour="accent"),
    )
    if reply.reason:
        pieces.fill(card, Words(translate("students answer", "“{words}”", words=reply.reason), size=20))
    if reply.after:
        after = translate("students answer", "What happens next: {what}", what=reply.after)
        pieces.fill(card, Words(after, size=17, colour="soft"))
    return card
