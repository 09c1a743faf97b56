"""The page on which one student writes: the question in big type, a big box, and nothing else."""

from PySide6.QtGui import QResizeEvent

from workshop_app.domain.audience import Question
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.handed import Handed
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.ui.shared.writing import Writing
from workshop_app.words import translate

QUESTION_SIZE, LEAST_HEIGHT = 32, 768  # logical pixels on the smallest laptop
SYMBOL = 52


class WritingSheet(Handed):
    """A question, in plain words too, and room for one idea."""

    def __init__(self, question: Question, plainly: Question, symbol: str) -> None:
        super().__init__()
        self._question, self._plain_question = question, plainly
        self.writing = Writing()
        self.writing.changed.connect(self._ready)
        self._words = Words(question.text, size=QUESTION_SIZE, bold=True)
        self._plainly = pieces.button(translate("writing", "I don’t understand"), self._swap_words)
        self._plainly.setCheckable(True)
        self._done = pieces.button(translate("writing", "Done"), self.done.emit, kind="primary")
        self._done.setMinimumWidth(220)
        skip = pieces.button(translate("writing", "Pass"), self.passed.emit)
        skip.setToolTip(translate("writing", "No idea just now. Nobody sees that you passed."))
        top = pieces.row(spacing=14)
        if symbol:
            top.addWidget(Symbol(symbol, SYMBOL))
        top.addWidget(pieces.label(question.aspect, tone="accent", size=20), 1)
        top.addWidget(self._plainly)
        column = pieces.column(16)
        column.setContentsMargins(64, 36, 64, 32)
        self.setLayout(column)
        column.addLayout(top)
        column.addWidget(self._words)
        column.addWidget(self.writing, 1)
        column.addLayout(pieces.row(skip, None, self._done))
        self._plainly.setVisible(plainly != question)  # only now: shown without a parent it would be a window
        self._ready()

    def begin(self) -> None:
        """One may type at once."""
        self.writing.type_on()

    def wipe(self) -> None:
        """Leave nothing of what was typed."""
        self.writing.wipe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: a larger screen has larger type."""
        super().resizeEvent(event)
        self._words.set_size(QUESTION_SIZE * min(1.4, max(1.0, self.height() / LEAST_HEIGHT)))

    def _swap_words(self) -> None:
        shown = self._plain_question if self._plainly.isChecked() else self._question
        self._words.set_text(shown.text)
        self.writing.type_on()

    def _ready(self) -> None:
        self._done.setEnabled(self.writing.says_something())
