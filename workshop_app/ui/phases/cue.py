"""The leader's private cues: what gathers on familiar ground, and whose voice was heard so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop_app.domain import ideas, sessions
from workshop_app.domain.ideas import Idea
from workshop_app.domain.sessions import Asked, Session
from workshop_app.facilitation.nudge import LEAST, Nudge, nudge, underneath
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.nudge_box import NudgeBox
from workshop_app.ui.voice import VoiceBar
from workshop_app.words import translate

NOT_NOW = "lead/not-now"  # until how many ideas the cue stays away
DOMINATED = 0.6  # of a session's ideas by adults: from here on the leader is told
ENOUGH = 5  # ideas before that is said


class Cue(QWidget):
    """It never blocks, and never shows on the shared screen. `nudge` goes where the leader's note is otherwise."""

    put = Signal(str)  # the id of a prompt that was just taken in
    shown = Signal(bool)  # whether the nudge is up

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Asked | None = None
        self.nudge = NudgeBox(self._ask_underneath, self._not_now)
        self._voice = VoiceBar()
        self._adults = pieces.label(
            translate("voice", "Adults have said most so far. Ask the students first for a while."),
            tone="notice",
            size=15,
            wrap=True,
        )
        column = pieces.column(8)
        self.setLayout(column)
        column.addStretch(1)
        column.addWidget(self._adults)
        column.addWidget(self._voice)

    def show_asked(self, asked: Asked, session: Session) -> None:
        """Show what there is to say at this prompt of a session."""
        self._asked = asked
        own = ideas.of_session(self._desk.programme, session.id)
        students = sum(idea.role.is_student for idea in own)
        self._voice.show_voice(students, len(own) - students)
        self._adults.setVisible(len(own) >= ENOUGH and (len(own) - students) / len(own) >= DOMINATED)
        cue = self._cue(session, own)
        self.nudge.show_nudge(cue)
        self.shown.emit(cue is not None)

    def _cue(self, session: Session, own: list[Idea]) -> Nudge | None:
        quiet_until = int(self._desk.workspace.draft(f"{NOT_NOW}/{session.id}") or 0)
        if len(own) < quiet_until:
            return None
        asked = {one.prompt_id for one in sessions.all_asked(self._desk.programme, session.id)}
        return nudge(own, asked)

    def _ask_underneath(self) -> None:
        """Put the prompt underneath right after the one that is on, and ask it."""
        session, asked = self._desk.session, self._asked
        if session is None or asked is None:
            return
        cue = self._cue(session, ideas.of_session(self._desk.programme, session.id))
        if cue is not None:
            one = underneath(cue.ground, self._desk.bank, session.id, asked.place + 1, self._desk.workspace.new_id)
            if self._desk.do("ask-also", sessions.ask_also, one):
                self._not_now()
                self.put.emit(one.id)

    def _not_now(self) -> None:
        """Be quiet until some more was said."""
        session = self._desk.session
        if session is not None and self._asked is not None:
            own = ideas.of_session(self._desk.programme, session.id)
            self._desk.keep_draft(f"{NOT_NOW}/{session.id}", str(len(own) + LEAST))
            self.show_asked(self._asked, session)
