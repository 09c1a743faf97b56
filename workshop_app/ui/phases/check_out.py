"""Check-out: one word from everybody, a few questions by hands, and the end of the session.

The staff's own question comes afterwards.
"""

from PySide6.QtWidgets import QWidget

from workshop_app.domain.sessions import Session
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.headcount_box import AskingRow, HeadcountBox
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.words import translate
from workshop_app.workspace import Changes


class CheckOutPanel(Panel):
    """Whoever ends it says when the students will hear of it again. While heads are counted, that is all there is."""

    wide = True

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        self._talk, talk = QWidget(), pieces.column(8)
        talk.addWidget(title(translate("phases", "One word to go: how was this for you?")))
        say = translate("phases", "Tell them when they will hear what becomes of it, and from whom.")
        talk.addWidget(Words(say, size=17))
        talk.addSpacing(16)
        frame = pieces.frame("panel")
        self._asking = AskingRow(desk)
        pieces.fill(frame, self._asking)
        talk.addWidget(frame)
        talk.addSpacing(16)
        self._end = pieces.button(translate("phases", "End the session"), leading.finish)
        talk.addLayout(pieces.row(self._end, None))
        self._talk.setLayout(talk)
        self._count = HeadcountBox(desk)
        column.addWidget(self._talk)
        column.addWidget(self._count)
        column.addStretch(1)
        desk.counting.moved.connect(self._turn)

    def refresh(self) -> None:
        """The session that comes to its end."""
        session = self.desk.session
        if session is not None:
            self._end.setEnabled(not session.done)
        self._asking.refresh()
        self._count.refresh()
        self._turn()

    def take(self, changes: Changes) -> None:
        """Only the session's end changes anything here; what is counted says so itself."""
        session = self.desk.session
        if changes.touches(Session) and session is not None:
            self._end.setEnabled(not session.done)

    def enlarge(self, larger: float) -> None:
        """A larger screen: answers have more room too."""
        super().enlarge(larger)
        self._count.enlarge(larger)

    def _turn(self) -> None:
        self._talk.setVisible(self.desk.counting.turn is None)
        self.enlarge(self._larger)  # a question's words are new
