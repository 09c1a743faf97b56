"""The prompt that is on: its aspect and how open that is, and the question in big type."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop_app.domain import audience, openness
from workshop_app.domain.sessions import Asked
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.phases.panel import title
from workshop_app.ui.shared.openness_line import OpennessLine
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.words import translate

SYMBOL = 30  # logical pixels


class Question(QWidget):
    """Whoever does not understand gets the plain words; anybody may pass; the leader has something for themselves."""

    passed = Signal()
    turned = Signal()  # something here was pressed: the keyboard may go back to the box
    for_me = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Asked | None = None
        self._symbol = Symbol("", SYMBOL)
        self._aspect = pieces.label("", tone="accent", size=17)
        self._bounds = OpennessLine()
        self._words = title()
        self._plainly = pieces.button(translate("lead", "I don’t understand"), self._swap_words, kind="small")
        self._mine = pieces.button("", self._turn_mine, kind="small", name=translate("lead", "For me"))
        for button in (self._plainly, self._mine):
            button.setCheckable(True)
        self._pass = pieces.button(translate("lead", "We pass"), self.passed.emit, kind="small")
        self._pass.setToolTip(translate("lead", "Anybody may pass. The map remembers that it was asked."))
        column = pieces.column(8)
        self.setLayout(column)
        heading = pieces.row(spacing=10)
        heading.addWidget(self._symbol)
        heading.addWidget(self._aspect, 1)
        column.addLayout(heading)
        column.addWidget(self._bounds)
        column.addWidget(self._words)
        column.addLayout(pieces.row(self._plainly, self._pass, None, self._mine, spacing=8))
        self.show_mine(on=False, waits=False)
        desk.leading.reworded.connect(self._show)

    @property
    def is_plain(self) -> bool:
        """Whether the plain words are on."""
        return self._asked is not None and self._desk.leading.is_plain(self._asked.id)

    def show_asked(self, asked: Asked) -> None:
        """Show a prompt, in plain words where somebody asked for them."""
        self._asked = asked
        self._show()

    def show_mine(self, *, on: bool, waits: bool) -> None:
        """Whether what is for the leader is open, and whether a cue waits in it while it is not."""
        self._mine.setChecked(on)
        self._mine.setText(translate("lead", "For me  ●") if waits else translate("lead", "For me"))
        waiting = translate("lead", "A cue waits.") if waits else ""
        self._mine.setAccessibleDescription(waiting)

    def _show(self) -> None:
        asked = self._asked
        if asked is None:
            return
        question = audience.question(asked, self.is_plain)
        self._symbol.setVisible(bool(asked.symbol))
        self._symbol.show_symbol(asked.symbol)
        self._aspect.setText(question.aspect)
        self._words.set_text(question.text)
        self._plainly.setChecked(self.is_plain)
        self._plainly.setVisible(asked.plain != asked.text)
        self._pass.setText(translate("lead", "We passed") if asked.passed else translate("lead", "We pass"))
        self._bounds.show_bounds(audience.bounds(openness.of_aspect(self._desk.programme, asked.aspect_id)))

    def _swap_words(self) -> None:
        if self._asked is not None:
            self._desk.leading.say_plainly(self._asked.id, self._plainly.isChecked())
        self.turned.emit()

    def _turn_mine(self) -> None:
        self.for_me.emit(self._mine.isChecked())
