"""One promise as a card: what we said, what happened, what did not and why; and what is said of it now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from workshop_app.domain import honest_no, people, progress, school_promise
from workshop_app.domain.people import Person
from workshop_app.domain.progress import How, Really
from workshop_app.domain.triggers import Trigger
from workshop_app.facilitation.promises import Promise, Why
from workshop_app.ui import drafts, ledger_words, pieces, promise_words, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_idea
from workshop_app.ui.lettering import Words
from workshop_app.ui.must_box import letter_button
from workshop_app.ui.shared.bare_menu import plain
from workshop_app.ui.telling_box import TELLER, tell, teller
from workshop_app.words import translate

USUAL, ALONE = (19, 16), (28, 20)  # logical pixels of what was said and of the rest: among others, and on its own


class PromiseCard(QFrame):
    """`before` is called before anything is said of it, so that whoever shows it can keep it where it is."""

    def __init__(
        self,
        desk: Desk,
        one: Promise,
        *,
        sizes: tuple[int, int] = USUAL,
        session_id: str | None = None,
        before: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._one, self._session_id, self._before = desk, one, session_id, before
        self._how = one.last.how if one.last is not None else None
        late = one.why is Why.OVERDUE
        self.setProperty("kind", "notice" if late else "panel")
        large, small = sizes
        column = pieces.column(6)
        column.setContentsMargins(18, 12, 18, 14)
        self.setLayout(column)
        words = Words(promise_words.why(one), size=15, bold=True, colour="notice" if late else "accent")
        column.addWidget(words)
        column.addWidget(Words(one.said, size=large, bold=True))
        if one.trigger is None and (about := promise_words.who(one)):
            column.addWidget(Words(about, size=15, colour="soft"))
        for line in self._lines():
            column.addWidget(Words(line, size=small))
        if one.entry is not None:
            column.addLayout(self._telling())
        elif one.trigger is not None:
            column.addLayout(self._demanded(one.trigger))
        else:
            column.addLayout(self._saying())
            self._column_of_words(column)
            if self._how is How.DONE and one.last is not None:
                column.addLayout(self._asking(one.last.id))
                if not one.last.words and one.last.really is None:
                    column.addLayout(self._more_to_say())

    def _lines(self) -> list[str]:
        one = self._one
        if one.entry is not None:
            said = [(ledger_words.verdict(it), it.reason) for it in one.entry.verdicts]
            path = honest_no.walked(self._desk.programme, one.entry.key)
            return [*(line for pair in said for line in pair if line), *promise_words.underneath(path)]
        if one.trigger is not None:
            promised = school_promise.promise(self._desk.programme)
            hears = promised.told_when_overdue if promised is not None and one.over else ""
            told = [translate("ledger", "Now tell: {who}", who=hears)] if hears else []
            return [" ".join((f"{ledger_words.must(one.trigger)}.", *told))]
        happened = promise_words.happened(one.last)
        return [happened] if happened else []

    # What must be answered

    def _demanded(self, trigger: Trigger) -> QHBoxLayout:
        answer = pieces.button(
            translate("promises", "Answer it  →"),
            partial(to_idea, self._desk, trigger.idea_id),
            kind="small",
            name=translate("promises", "Answer it: {what}", what=self._one.said),
        )
        return pieces.row(answer, letter_button(self._desk, self, trigger.id), None)

    # An answer is told

    def _telling(self) -> QHBoxLayout:
        entry = self._one.entry
        if entry is not None and entry.told is not None:
            who = translate("promises", "Told by {who}", who=entry.told.by)
            return pieces.row(pieces.label(who, tone="soft", size=15), None)
        name = translate("promises", "Who tells it?")
        self._by = QLineEdit(teller(self._desk))
        self._by.setAccessibleName(translate("promises", "Who tells it: {what}", what=self._one.said))
        self._by.setPlaceholderText(name)
        self._by.setMaximumWidth(theme.px(240))
        told = pieces.button(
            translate("promises", "Told"),
            self._tell,
            name=translate("promises", "Told: {what}", what=self._one.said),
        )
        return pieces.row(told, pieces.label(translate("promises", "by"), tone="soft", size=15), self._by, None)

    def _tell(self) -> None:
        entry = self._one.entry
        if entry is None:
            return
        if not self._by.text().strip():
            self._by.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep()
        self._desk.keep_draft(TELLER, self._by.text())
        tell(self._desk, entry.source_ids, self._by.text(), session_id=self._session_id)

    # How it goes

    def _saying(self) -> QHBoxLayout:
        said = self._one.said
        self._chips: dict[How, QPushButton] = {}
        line = pieces.row(spacing=8)
        for how in (How.DONE, How.GOING, How.STUCK, How.DROPPED):
            words = promise_words.how_name(how)
            chip = pieces.button(
                words,
                partial(self._choose, how),
                name=translate("promises", "{how}: {what}", how=words, what=said),
            )
            chip.setCheckable(True)
            chip.setChecked(how is self._how)
            self._chips[how] = chip
            line.addWidget(chip)
        if self._one.action is not None and self._one.who:
            over = pieces.button(
                translate("promises", "Hand over…"),
                kind="quiet",
                name=translate("promises", "Hand over: {what}", what=said),
            )
            over.clicked.connect(lambda: self._offer_hands(over))
            line.addWidget(over)
        line.addStretch(1)
        return line

    def _column_of_words(self, column: QVBoxLayout) -> None:
        """The line in which it is said what would help, or why it was dropped."""
        self._words = QLineEdit()
        self._words.setFont(theme.font(17))
        self._draft = drafts.keep(self._words, f"promise/{self._one.about_id}/words", self._desk)
        self._keep_it = pieces.button(translate("promises", "Keep"), self._say)
        self._words.returnPressed.connect(self._say)
        self._asked = QWidget()
        self._asked.setLayout(pieces.row(self._words, self._keep_it))
        self._asked.hide()
        column.addWidget(self._asked)
        kept = self._desk.workspace.draft(self._how_key)
        if kept:
            self._ask(How(kept))

    def _more_to_say(self) -> QHBoxLayout:
        """Done is said with one press; what happened can be told beside it, for the wall and for whoever was away."""
        tell = pieces.button(
            translate("promises", "+ what happened"),
            partial(self._begin, How.DONE),
            kind="quiet",
            name=translate("promises", "What happened: {what}", what=self._one.said),
        )
        return pieces.row(tell, None)

    @property
    def _how_key(self) -> str:
        return f"promise/{self._one.about_id}/how"

    def _choose(self, how: How) -> None:
        if how in (How.STUCK, How.DROPPED):
            self._begin(how)
        else:
            self._say_how(how, "")

    def _begin(self, how: How) -> None:
        self._desk.keep_draft(self._how_key, how.value)
        self._ask(how)
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, how: How) -> None:
        self._how = how
        for one, chip in self._chips.items():
            chip.setChecked(one is how)
        asks = {
            How.STUCK: translate("promises", "What would help?"),
            How.DROPPED: translate("promises", "Why?"),
        }.get(how, translate("promises", "What happened?"))
        self._words.setPlaceholderText(asks)
        self._words.setAccessibleName(translate("promises", "{asks} {what}", asks=asks, what=self._one.said))
        self._keep_it.setAccessibleName(translate("promises", "Keep: {what}", what=self._one.said))
        self._asked.show()

    def _say(self) -> None:
        if self._how is not None:
            self._say_how(self._how, self._words.text())

    def _say_how(self, how: How, words: str) -> None:
        self._keep()
        workspace = self._desk.workspace
        # What is half said is let go first: the news of the change builds this card anew.
        kept = workspace.draft(self._how_key)
        self._desk.keep_draft(self._how_key, "")
        done = self._desk.do(
            "say-how",
            progress.say_how,
            new_id=workspace.new_id(),
            at=workspace.now(),
            about_id=self._one.about_id,
            how=how,
            words=words,
            session_id=self._session_id,
        )
        if done:
            self._desk.keep_draft(f"promise/{self._one.about_id}/words", "")
        else:
            self._desk.keep_draft(self._how_key, kept)
            for one, chip in self._chips.items():
                chip.setChecked(one is self._how)

    # Whether it really happened

    def _asking(self, progress_id: str) -> QHBoxLayout:
        asks = pieces.label(translate("promises", "Students: did it really happen?"), size=16, bold=True)
        line = pieces.row(asks, spacing=8)
        now = self._one.last.really if self._one.last is not None else None
        for one, words in really_words():
            chip = pieces.button(
                words,
                partial(self._say_really, progress_id, one),
                name=translate("promises", "Really {answer}: {what}", answer=words, what=self._one.said),
            )
            chip.setCheckable(True)
            chip.setChecked(one is now)
            line.addWidget(chip)
        line.addStretch(1)
        return line

    def _say_really(self, progress_id: str, one: Really) -> None:
        self._keep()
        self._desk.do("say-really", progress.say_really, progress_id, one)

    # Handing over

    def _offer_hands(self, button: QWidget) -> None:
        action = self._one.action
        if action is None:
            return
        owners = progress.owners_now(self._desk.programme, action.id)
        names = self._desk.programme.all(Person)
        menu = QMenu(self)
        free = [one for one in people.group(self._desk.programme) if one.id not in owners]
        for owner in owners:
            for one in free:
                words = translate("promises", "{one} → {other}", one=names[owner].name, other=one.name)
                menu.addAction(plain(words)).triggered.connect(partial(self._hand, owner, one.id))
        pieces.open_below(menu, button)

    def _hand(self, from_id: str, to_id: str, _checked: bool = False) -> None:
        self._keep()
        workspace = self._desk.workspace
        self._desk.do(
            "hand-over",
            progress.hand_over,
            new_id=workspace.new_id(),
            at=workspace.now(),
            action_id=self._one.about_id,
            from_id=from_id,
            to_id=to_id,
        )

    def _keep(self) -> None:
        if self._before is not None:
            self._before()


def really_words() -> tuple[tuple[Really, str], ...]:
    """The three answers that students give."""
    return (
        (Really.YES, translate("promises", "Yes")),
        (Really.PARTLY, translate("promises", "Partly")),
        (Really.NO, translate("promises", "No")),
    )
