"""What lies face down for a prompt, in the leader's column: how many, and the way to turn them over."""

from PySide6.QtWidgets import QFrame

from workshop_app.domain.face_down import Entry
from workshop_app.ui import pieces, prompt_on
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.card_backs import CardBacks, face_down_words
from workshop_app.words import translate
from workshop_app.workspace import Changes


class FaceDown(QFrame):
    """Nothing is seen of it while nothing lies face down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._desk, self._asked_id = desk, ""
        self._backs = CardBacks(96)
        self._words = pieces.label("", size=18, bold=True, wrap=True)
        reveal = pieces.button(translate("face-down", "Reveal"), self._reveal)
        look = pieces.button(translate("face-down", "Look through first"), self._look, kind="primary")
        column = pieces.column(8)
        column.setContentsMargins(16, 10, 16, 12)
        self.setLayout(column)
        top = pieces.row(self._backs, spacing=16)
        top.addWidget(self._words, 1)
        column.addLayout(top)
        column.addLayout(pieces.row(look, reveal, None))
        self.hide()
        desk.changed.connect(self._changed)

    def show_prompt(self, asked_id: str) -> None:
        """Show what lies face down for this prompt."""
        self._asked_id = asked_id
        count = prompt_on.counts(self._desk)[asked_id]
        self._backs.show_count(count)
        self._words.setText(face_down_words(count))
        self.setVisible(count > 0)

    def _changed(self, changes: Changes) -> None:
        if self._asked_id and changes.touches(Entry):
            self.show_prompt(self._asked_id)

    def _reveal(self) -> None:
        self._desk.reveal_wanted.emit(self._asked_id)

    def _look(self) -> None:
        self._desk.going.emit("slips")
