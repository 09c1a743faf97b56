"""Check-out: one word from everybody, and the end of the session. The staff's own question comes afterwards."""

from workshop_app.domain.sessions import Session
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.words import translate
from workshop_app.workspace import Changes


class CheckOutPanel(Panel):
    """Whoever ends it says when the students will hear of it again."""

    wide = True

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        column.addWidget(title(translate("phases", "One word to go: how was this for you?")))
        say = translate("phases", "Tell them when they will hear what becomes of it, and from whom.")
        column.addWidget(Words(say, size=17))
        self._end = pieces.button(translate("phases", "End the session"), leading.finish, kind="primary")
        column.addLayout(pieces.row(self._end, None))
        column.addStretch(1)

    def refresh(self) -> None:
        """The session that comes to its end."""
        session = self.desk.session
        if session is not None:
            self._end.setEnabled(not session.done)

    def take(self, changes: Changes) -> None:
        """Only the session's end changes anything here."""
        session = self.desk.session
        if changes.touches(Session) and session is not None:
            self._end.setEnabled(not session.done)
