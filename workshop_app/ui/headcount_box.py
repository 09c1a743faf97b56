"""Counting heads: the question that is asked now, its pictures with minus and plus, and Count and Skip side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.domain import headcounts
from workshop_app.domain.headcounts import KEYS, MOST, SHOWN_FROM, Family
from workshop_app.domain.poll import Choice, Poll
from workshop_app.facilitation import questions, turns
from workshop_app.ui import pieces, theme
from workshop_app.ui.counter import Counter, Size
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.poll_sheet import counted_words
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.words import translate

CELLS = {3: 220, 5: 156, 8: 200}  # logical pixels of an answer's width, by how many there are
PICTURE, WORDS = 60, 15
COUNTER = Size(48, 46, 24)
WIDE_BUTTON = 190


class HeadcountBox(QWidget):
    """For whoever leads: only here is seen how many chose what, and only until it is counted.

    Whoever holds it has it refresh first.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Poll | None = None
        self._cells: list[_Cell] = []
        self._larger = 1.0
        self._whose = pieces.label("", tone="accent", size=17)
        self._counted = pieces.label("", tone="soft", size=17)
        self._question = Words("", size=26, bold=True)
        self._quote = Words("", size=19, most=4)
        self._inside = QWidget()
        self._flow = Flow(spacing=12)
        self._inside.setLayout(self._flow)
        hint = translate(
            "headcount",
            "“Close your eyes and put a hand up.” Or dots, put in secret. Anybody may sit it out. "
            "Of fewer than {n} answers nothing is shown.",
            n=SHOWN_FROM,
        )
        self._keep = pieces.button(translate("headcount", "Count"), desk.counting.keep, kind="primary")
        self._skip = pieces.button(translate("headcount", "Skip"), desk.counting.skip)
        self._skip.setFont(self._keep.font())
        for button in (self._keep, self._skip):  # to skip is as easy as to count
            button.setMinimumWidth(theme.px(WIDE_BUTTON))
        stop = pieces.button(translate("headcount", "Leave the rest"), desk.counting.stop, kind="quiet")
        column = pieces.column(10)
        column.addLayout(pieces.row(self._whose, self._counted, None, spacing=14))
        for part in (self._question, self._quote, self._inside, Words(hint, size=16, colour="soft")):
            column.addWidget(part)
        column.addLayout(pieces.row(self._keep, self._skip, None, stop, spacing=12))
        self.setLayout(column)
        self.hide()
        desk.counting.moved.connect(self.refresh)

    def refresh(self) -> None:
        """What is asked now, and how many have answered."""
        poll = self._desk.counting.poll()
        self.setVisible(poll is not None)
        if poll is None:
            self._asked = None
            return
        if self._asked is None or (self._asked.question, self._asked.whose) != (poll.question, poll.whose):
            self._fill(poll.choices)
        self._asked = poll
        self._whose.setText(poll.whose)
        self._counted.setText(counted_words(poll.counted))
        self._question.set_text(poll.question)
        self._quote.set_text(poll.quote)
        self._quote.setVisible(bool(poll.quote))
        self._keep.setEnabled(poll.counted > 0)
        for cell, number in zip(self._cells, self._desk.counting.counts(), strict=True):
            cell.show_count(number)

    def _fill(self, choices: tuple[Choice, ...]) -> None:
        pieces.clear(self._flow)
        self._cells = [_Cell(one, partial(self._desk.counting.add, number)) for number, one in enumerate(choices)]
        for cell in self._cells:
            self._flow.addWidget(cell)
        self.enlarge(self._larger)

    def enlarge(self, larger: float) -> None:
        """On a larger screen words are larger, and so is the room for them."""
        self._larger = larger
        wide = theme.px(CELLS.get(len(self._cells), PICTURE) * larger)
        high = max((cell.words_high(wide, larger) for cell in self._cells), default=0)
        for cell in self._cells:
            cell.fit(wide, high)
        self._inside.updateGeometry()


class _Cell(QWidget):
    """One answer: its picture, its words, and a counter."""

    def __init__(self, choice: Choice, then: "partial[None]") -> None:
        super().__init__()
        self._choice = choice
        self._words = Words(choice.words, size=WORDS)
        self._counter = Counter(translate("headcount", "heads"), then, size=COUNTER)
        column = pieces.column(4)
        column.addWidget(Symbol(choice.symbol, PICTURE, "ink"))
        column.addWidget(self._words)
        column.addWidget(self._counter, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setLayout(column)

    def words_high(self, width: int, larger: float) -> int:
        """The height of its words in a width."""
        self._words.set_size(WORDS * larger)
        return self._words.heightForWidth(width)

    def fit(self, width: int, words_high: int) -> None:
        """As wide as the others, with as much room for words."""
        self._words.setFixedSize(width, words_high)
        self.setFixedWidth(width)

    def show_count(self, number: int) -> None:
        """How many gave this answer."""
        self._counter.show_count(number, MOST, self._choice.words, are_here=False)


class AskingRow(QWidget):
    """Offers what is due in this session, and any other question in a menu. Whoever holds it has it refresh first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._say = Words("", size=17)
        self._ask = pieces.button("", desk.counting.ask)
        self._other = pieces.button(translate("headcount", "Ask something else…"), self._offer, kind="quiet")
        column = pieces.column(6)
        column.addWidget(self._say)
        column.addLayout(pieces.row(self._ask, self._other, None))
        self.setLayout(column)
        self.hide()
        desk.counting.moved.connect(self.refresh)

    def refresh(self) -> None:
        """How many wait."""
        waiting = len({one.question for one in self._desk.counting.waiting()})  # adults answer the same one
        session = self._desk.session
        self.setVisible(session is not None and self._desk.counting.turn is None)
        over = session is not None and session.done
        self._say.set_text(missed_words(waiting) if over and waiting else waiting_words(waiting))
        words = translate("headcount", "Ask it") if waiting == 1 else translate("headcount", "Ask them")
        self._ask.setText(words)
        self._ask.setAccessibleName(words)
        self._ask.setVisible(waiting > 0)

    def _offer(self) -> None:
        menu = QMenu(self)
        for family in Family:
            asked = KEYS[family] if family is not Family.PROMISE else turns.promised(self._desk.programme)
            if len(asked) == 1:
                menu.addAction(self._named(asked[0], questions.family_name(family)), partial(self._ask_also, asked))
            elif asked:
                below = menu.addMenu(questions.family_name(family))
                if family is Family.PROMISE:
                    below.addAction(translate("headcount", "All of it"), partial(self._ask_also, asked))
                for key in asked:
                    below.addAction(self._named(key, questions.question(key).name), partial(self._ask_also, (key,)))
        pieces.open_below(menu, self._other)

    def _ask_also(self, keys: Sequence[str]) -> None:
        self._desk.counting.ask(*(turn for key in keys for turn in turns.with_staff(key)))

    def _named(self, key: str, name: str) -> str:
        """A question in the menu; whoever asks it again counts anew."""
        session = self._desk.session
        again = session is not None and headcounts.in_session(self._desk.programme, session.id, key)
        return translate("headcount", "{name} (asked today)", name=name) if again else name


def missed_words(missed: int) -> str:
    """What was not asked in a session that is over; it still can be."""
    if missed == 1:
        return translate("headcount", "This session is over. One short question was not asked.")
    return translate("headcount", "This session is over. {n} short questions were not asked.", n=missed)


def waiting_words(waiting: int) -> str:
    """What is still to be asked today."""
    if waiting == 0:
        return translate("headcount", "Today’s questions are asked.")
    if waiting == 1:
        return translate("headcount", "Before we go: one short question, answered by hands. It can be skipped.")
    return translate(
        "headcount", "Before we go: {n} short questions, answered by hands. Each can be skipped.", n=waiting
    )
