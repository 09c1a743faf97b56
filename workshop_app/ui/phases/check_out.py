"""Check-out: one word from everybody, the staff's closing question, and the end of the session."""

from workshop_app.domain import sessions
from workshop_app.domain.sessions import Session
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.ui.reflection_box import ReflectionBox
from workshop_app.words import translate
from workshop_app.workspace import Changes


class CheckOutPanel(Panel):
    """The staff's question is for when the students have gone; it never has to be answered."""

    wide = True

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        column.addWidget(title(translate("phases", "One word to go: how was this for you?")))
        say = translate("phases", "Tell them when they will hear what becomes of it, and from whom.")
        column.addWidget(Words(say, size=17))
        self._end = pieces.button(translate("phases", "End the session"), self.finish, kind="primary")
        column.addLayout(pieces.row(self._end, None))
        column.addSpacing(10)
        column.addWidget(
            pieces.label(translate("phases", "For the adults, when the students have gone"), size=17, bold=True)
        )
        self._reflection = ReflectionBox(desk)
        column.addWidget(self._reflection)
        column.addStretch(1)

    def refresh(self) -> None:
        """The session that comes to its end."""
        session = self.desk.session
        if session is not None:
            self._reflection.show_session(session.id)
            self._end.setEnabled(not session.done)

    def take(self, changes: Changes) -> None:
        """The answers write themselves; only the session's end changes anything here."""
        session = self.desk.session
        if changes.touches(Session) and session is not None:
            self._end.setEnabled(not session.done)

    def finish(self) -> None:
        """The session is over, and its clock stands."""
        session = self.desk.session
        if session is not None and self.desk.do("end-session", sessions.end, session.id):
            self.desk.clock.pause()
