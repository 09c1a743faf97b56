"""Three plain questions in turn, and a line with Enter for each answer: what we and our neighbourhood can bring."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_app.domain import seen_assets
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.shared.touch_choice import TouchChoice
from workshop_app.words import translate

Said = Callable[[str, str, str], bool]  # sort, what, who holds it; False where it can't be taken


class AssetCapture(QWidget):
    """`said` takes each answer. What looks like a number to call is asked about once, and kept if it is said again."""

    def __init__(self, said: Said) -> None:
        super().__init__()
        self._said = said
        self._asks = seen_assets.asked()
        self._names = dict(seen_assets.sorts())
        self._warned = ""
        self._question = Words(size=26, bold=True, middle=True)
        self._steps = TouchChoice(
            ((str(place), f"{place + 1}  {one.short}") for place, one in enumerate(self._asks)),
            lambda key: self.ask(int(key)),
            name=translate("assets", "The question"),
        )
        self.field = QLineEdit()
        self.field.setAccessibleName(translate("assets", "Your answer"))
        self.field.setMaxLength(200)
        self.field.returnPressed.connect(self._say)
        self.field.textChanged.connect(self._typed)
        self._put = TouchButton(translate("assets", "Put it there"), self._say)
        self._next = TouchButton("", lambda: self.ask((self._place + 1) % len(self._asks)))
        self._sort = TouchChoice((), name=translate("assets", "What kind of thing it is"))
        self._held = TouchChoice(seen_assets.holders(), name=translate("assets", "Who holds it"))
        self._whose = pieces.label(translate("assets", "Who has it?"), tone="soft", size=16)
        self._what = pieces.label(translate("assets", "It is"), tone="soft", size=16)
        self._hint = Words(size=16, colour="notice")
        self._hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        heading = pieces.row(self._question, self._steps)
        heading.setStretch(0, 1)
        column.addLayout(heading)
        column.addLayout(pieces.row(self.field, self._put, self._next))
        column.addWidget(self._hint)
        self._kinds = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._kinds.setSpacing(12)
        for label, choice, wide in ((self._whose, self._held, 0), (self._what, self._sort, 1)):
            pair = QHBoxLayout()
            pair.setSpacing(12)
            pair.addWidget(label)
            pair.addWidget(choice, 1)
            self._kinds.addLayout(pair, wide)
        column.addLayout(self._kinds)
        self._place = 0
        self.ask(0)
        self.enlarge(1.0)

    def ask(self, place: int) -> None:
        """Ask one of the questions, counted from 0."""
        self._place = place
        now, after = self._asks[place], self._asks[(place + 1) % len(self._asks)]
        self._steps.choose(str(place))
        self._question.set_text(now.text)
        self.field.setPlaceholderText(now.example)
        self.field.setAccessibleDescription(now.text)
        self._next.setText(translate("assets", "{question}  →", question=after.text))
        self._next.setAccessibleName(translate("assets", "Next: {question}", question=after.text))
        self._sort.offer((sort, self._names[sort]) for sort in now.sorts)
        self._held.choose(now.held_by)
        self._fit()
        self.type_on()

    def type_on(self) -> None:
        """The keyboard is where the next answer is typed."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def enlarge(self, larger: float) -> None:
        """Be larger by this factor than on the smallest screen."""
        self._question.set_size(26 * larger)
        self._hint.set_size(16 * larger)
        self.field.setFont(theme.font(20 * larger))
        for label in (self._whose, self._what):
            label.setFont(theme.font(16 * larger))
        for thing in (self._steps, self._sort, self._held, self._put, self._next):
            thing.enlarge(larger)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is more room or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Who has it and what it is stand side by side, or one below the other where there is less room."""
        parts = (self._whose, self._held, self._what, self._sort)
        needed = sum(part.sizeHint().width() for part in parts) + 4 * self._kinds.spacing()
        way = QBoxLayout.Direction.LeftToRight if needed <= self.width() else QBoxLayout.Direction.TopToBottom
        self._kinds.setDirection(way)

    def _typed(self) -> None:
        self._hint.hide()

    def _say(self) -> None:
        what = self.field.text()
        if not what.strip():
            return
        if seen_assets.is_to_call(what) and what != self._warned:
            self._warned = what
            hint = translate(
                "assets",
                "That looks like a number or an address to call. Whoever would ask keeps it; here a few words are "
                "enough. Press again to put it there all the same.",
            )
            self._hint.set_text(hint)
            self._hint.show()
            return
        if self._said(self._sort.key, what, self._held.key):
            self.field.setText("")
            self._warned = ""
        self.type_on()
