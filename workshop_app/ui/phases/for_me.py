"""What is for the leader alone: the prompt's note and what to ask next, a quiet cue, and whose voice was heard.

It is folded away until it is wanted: with a mirrored screen the class would read it too.
"""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop_app.domain import ideas, sessions
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import Asked, Session
from workshop_app.facilitation.nudge import LEAST, Nudge, nudge, underneath
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.nudge_box import NudgeBox
from workshop_app.ui.voice import VoiceBar
from workshop_app.words import translate

OPEN = "lead/for-me"  # the draft that remembers whether it is open on this laptop
NOT_NOW = "lead/not-now"  # until how many ideas the cue stays away
DOMINATED = 0.6  # of a session's ideas by adults: from here on the leader is told
ENOUGH = 5  # ideas before that is said


class ForMe(QWidget):
    """Nothing in it blocks anything. `waits` tells that a cue is there while it is folded."""

    put = Signal(str)  # the id of a prompt that was just taken in
    left = Signal()  # something here was answered: the keyboard may go back to where one goes on
    waits = Signal(bool)
    folded = Signal(bool)  # it is open, or folded away, though nobody pressed anything

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Asked | None = None
        self._nudge = NudgeBox(self._ask_underneath, self._not_now)
        self._note = Words(size=15)
        self._deeper_heading = pieces.label(translate("for me", "To dig deeper"), tone="soft", size=14)
        self._deeper = Words(size=15)
        self._adults = Words(
            translate("voice", "Adults have said most so far. Ask the students first for a while."),
            size=15,
            colour="notice",
        )
        self._voice = VoiceBar()
        frame = pieces.frame("panel", margins=(14, 10, 14, 12), spacing=6)
        only = translate("for me", "Only for you. A mirrored screen shows it too.")
        pieces.fill(
            frame,
            pieces.label(only, tone="soft", size=14),
            self._nudge,
            self._note,
            self._deeper_heading,
            self._deeper,
            self._adults,
            self._voice,
        )
        column = pieces.column(0)
        column.addWidget(frame)
        self.setLayout(column)
        self.hide()
        desk.apart_turned.connect(self._turned)

    @property
    def is_wanted(self) -> bool:
        """Whether it was left open; where the class sees a screen of its own it is, unless it was folded."""
        said = self._desk.workspace.draft(OPEN)
        return said == "yes" or (self._desk.apart and said != "no")

    def unfold(self, on: bool) -> None:
        """Open it, or fold it away; it stays so until it is pressed again."""
        self._desk.keep_draft(OPEN, "yes" if on else "no" if self._desk.apart else "")
        self._show_self()
        self.left.emit()

    def show_asked(self, asked: Asked, session: Session) -> None:
        """Show what there is to say at this prompt of a session."""
        self._asked = asked
        own = ideas.of_session(self._desk.programme, session.id)
        by_role = Counter(idea.role for idea in own)
        adults = len(own) - by_role[Role.STUDENT]
        self._voice.show_voice(by_role)
        self._adults.setVisible(len(own) >= ENOUGH and adults / len(own) >= DOMINATED)
        cue = self._cue(session, own)
        self._nudge.show_nudge(cue)
        self._note.set_text(asked.note)
        self._note.setVisible(bool(asked.note) and cue is None)  # one thing at a time
        self._deeper.set_text("\n".join(f"•  {one}" for one in asked.follow_ups))
        for part in (self._deeper_heading, self._deeper):
            part.setVisible(bool(asked.follow_ups) and cue is None)
        self._show_self()
        self.waits.emit(cue is not None and not self.is_wanted)

    def _turned(self) -> None:
        self._show_self()
        self.folded.emit(self.is_wanted)

    def _show_self(self) -> None:
        self.setVisible(self.is_wanted)

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
            self.left.emit()
