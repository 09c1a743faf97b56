"""Students answer the answer, where everybody sees it: accept it, offer something else, or ask to meet."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QWidget

from workshop_app.domain.seen_reply import SeenAnswer, SeenReply
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

ACCEPT, COUNTER, MEET = "accept", "counter", "meet"  # the values of replies.Says
WIDTH, HEIGHT = 1366, 768  # logical pixels of the smallest screen, on which nothing is enlarged
MOST = 2.0  # times as large as there
_WIDEST = 1100  # logical pixels of the words, not enlarged


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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._commands = commands
        self._lettered: list[tuple[Words, float]] = []  # with its size on the smallest screen
        answered = pieces.column(14)
        inside = QWidget()
        inside.setLayout(answered)
        who = " · ".join(part for part in (seen.title, seen.by, seen.on) if part)
        answered.addWidget(self._words_of(translate("students answer", "What was answered"), 28, bold=True))
        answered.addWidget(self._words_of(who, 17, colour="soft"))
        for reply in seen.replies:
            answered.addWidget(self._card(reply))
        answered.addStretch(1)
        self._area = pieces.scroller(inside)
        self._outer = pieces.column(16)
        self._outer.addWidget(self._area, 1)
        foot = self._foot(words)
        if theme.scale() == 1:
            self._outer.addWidget(foot)
        else:  # large words: all of it scrolls
            answered.addWidget(foot)
        self.setLayout(self._outer)
        self._ready()
        self._fit_screen()
        self.rise(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: on a larger screen the words are larger, and lines stay short enough to read."""
        super().resizeEvent(event)
        self._fit_screen()

    def _foot(self, words: str) -> QWidget:
        self._group = QButtonGroup(self)
        self._ways: dict[str, TouchButton] = {}
        ways = pieces.row(spacing=10)
        for key, said in (
            (ACCEPT, translate("students answer", "We accept it")),
            (COUNTER, translate("students answer", "We offer something else")),
            (MEET, translate("students answer", "We ask to meet")),
        ):
            way = TouchButton(said, partial(self._chosen, key))
            way.setCheckable(True)
            self._group.addButton(way)
            self._ways[key] = way
            ways.addWidget(way)
        ways.addStretch(1)
        self._follows = self._words_of("", 17, colour="soft")
        self._field = QPlainTextEdit(words)
        self._field.setTabChangesFocus(True)
        self._field.setPlaceholderText(translate("students answer", "In our own words"))
        self._field.setAccessibleName(translate("students answer", "In our own words"))
        self._field.textChanged.connect(self._typed)
        self._say = TouchButton(translate("students answer", "That is what we say"), self._answer, kind="primary")
        self.way_out = self._leave = TouchButton(translate("students answer", "Not today"), self.leave)
        foot = pieces.frame("panel", margins=(24, 16, 24, 16), spacing=12)
        asked = self._words_of(translate("students answer", "What do we say to it?"), 20, bold=True)
        line = pieces.row(self._follows, self._leave, self._say)
        line.setStretch(0, 1)
        pieces.fill(foot, asked, ways, self._field, line)
        return foot

    def _card(self, reply: SeenReply) -> QWidget:
        card = pieces.frame("panel", margins=(24, 12, 24, 14), spacing=4)
        asked = self._words_of(reply.what, 18, colour="soft")
        pieces.fill(card, asked, self._words_of(reply.named, 26, bold=True, colour="accent"))
        if reply.reason:
            pieces.fill(card, self._words_of(translate("students answer", "“{words}”", words=reply.reason), 20))
        if reply.after:
            after = translate("students answer", "What happens next: {what}", what=reply.after)
            pieces.fill(card, self._words_of(after, 17, colour="soft"))
        return card

    def _words_of(self, text: str, size: float, *, bold: bool = False, colour: str = "ink") -> Words:
        made = Words(text, size=size, bold=bold, colour=colour, middle=False)
        self._lettered.append((made, size))
        return made

    def _fit_screen(self) -> None:
        larger = min(MOST, max(1.0, min(self.width() / WIDTH, self.height() / HEIGHT)))
        for words, size in self._lettered:
            words.set_size(size * larger)
        for button in (*self._ways.values(), self._say, self._leave):
            button.enlarge(larger)
        self._field.setFont(theme.font(20 * larger))
        self._field.setFixedHeight(theme.px(64 * larger))
        side = max(28, round((self.width() - theme.px(_WIDEST * larger)) / 2))
        self._outer.setContentsMargins(side, 24, side, 20)

    def _key(self) -> str:
        return next((key for key, way in self._ways.items() if way.isChecked()), "")

    def _chosen(self, key: str) -> None:
        self._ready()
        if key == COUNTER:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if theme.scale() > 1:
            QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, self._say))

    def _typed(self) -> None:
        self._commands.keep_words(self._field.toPlainText())
        self._ready()

    def _ready(self) -> None:
        key = self._key()
        self._follows.set_text(
            {
                ACCEPT: translate("students answer", "Then what was promised goes into our ledger."),
                COUNTER: translate("students answer", "The plan opens as a new version, to be signed again."),
                MEET: translate("students answer", "Then students, who decides and families come to one board."),
            }.get(key, "")
        )
        empty = not self._field.toPlainText().strip()
        self._say.setEnabled(bool(key) and not (key == COUNTER and empty))

    def _answer(self) -> None:
        if self._commands.say(self._key(), self._field.toPlainText()):
            self.leave()
