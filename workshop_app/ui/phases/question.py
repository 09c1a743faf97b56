"""The prompt that is on: its aspect and how open that is, the question in big type, and the leader's note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.domain import audience, openness
from workshop_app.domain.sessions import Asked
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import title
from workshop_app.ui.shared.openness_line import OpennessLine
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.words import translate

SYMBOL = 30  # logical pixels


class Question(QWidget):
    """Whoever does not understand gets the plain words; "Dig deeper" brings what to ask next, for the leader alone."""

    passed = Signal()
    turned = Signal()  # something here was pressed: the keyboard may go back to the box

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Asked | None = None
        self._note_wanted = True
        self._symbol = Symbol("", SYMBOL)
        self._aspect = pieces.label("", tone="accent", size=17)
        self._bounds = OpennessLine()
        self._words = title()
        self._plainly = pieces.button(translate("lead", "I don’t understand"), self._swap_words, kind="small")
        self._deeper = pieces.button(translate("lead", "Dig deeper"), self._swap_note, kind="small")
        for button in (self._plainly, self._deeper):
            button.setCheckable(True)
        self._pass = pieces.button(translate("lead", "We pass"), self.passed.emit, kind="small")
        self._pass.setToolTip(translate("lead", "Anybody may pass. The map remembers that it was asked."))
        self._note = _private()
        self._note_words = Words(size=15)
        pieces.fill(
            self._note, pieces.label(translate("lead", "Only you see this"), tone="soft", size=14), self._note_words
        )
        column = pieces.column(8)
        self.setLayout(column)
        heading = pieces.row(spacing=10)
        heading.addWidget(self._symbol)
        heading.addWidget(self._aspect, 1)
        column.addLayout(heading)
        column.addWidget(self._bounds)
        column.addWidget(self._words)
        column.addLayout(pieces.row(self._plainly, self._deeper, self._pass, None, spacing=8))
        column.addWidget(self._note)

    @property
    def is_plain(self) -> bool:
        """Whether the plain words are on."""
        return self._plainly.isChecked()

    def show_asked(self, asked: Asked) -> None:
        """Show a prompt; another one begins in its own words, with the leader's note."""
        if self._asked is None or asked.id != self._asked.id:
            self._plainly.setChecked(False)
            self._deeper.setChecked(False)
        self._asked = asked
        self._show()

    def keep_note_back(self, on: bool) -> None:
        """One private thing at a time: the note waits while a cue is up."""
        self._note_wanted = not on
        self._show_note()

    def _show(self) -> None:
        asked = self._asked
        if asked is None:
            return
        question = audience.question(asked, self.is_plain)
        self._symbol.setVisible(bool(asked.symbol))
        self._symbol.show_symbol(asked.symbol)
        self._aspect.setText(question.aspect)
        self._words.set_text(question.text)
        self._deeper.setVisible(bool(asked.follow_ups))
        self._pass.setText(translate("lead", "We passed") if asked.passed else translate("lead", "We pass"))
        declared = openness.of_aspect(self._desk.programme, asked.aspect_id)
        self._bounds.show_bounds(audience.bounds(declared) if declared is not None else None)
        self._show_note()

    def _show_note(self) -> None:
        asked = self._asked
        if asked is None:
            return
        deeper = self._deeper.isChecked()
        said = "\n".join(f"• {one}" for one in asked.follow_ups) if deeper else asked.note
        self._note.setVisible(bool(said) and (self._note_wanted or deeper))
        self._note_words.set_text(said)

    def _swap_words(self) -> None:
        self._show()
        self.turned.emit()

    def _swap_note(self) -> None:
        self._show_note()
        self.turned.emit()


def _private() -> QFrame:
    return pieces.frame("panel", margins=(14, 10, 14, 12), spacing=2)
