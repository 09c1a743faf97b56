"""Share ideas: one prompt at a time, how open its aspect is, and ways to catch what is said and written."""

from PySide6.QtCore import Signal

from workshop_app.domain import openness, sessions
from workshop_app.domain.ideas import Idea
from workshop_app.domain.openness import Openness
from workshop_app.domain.sessions import Asked, Session
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.face_down import FaceDown
from workshop_app.ui.leading import Leading
from workshop_app.ui.openness_sheet import OpenSheet
from workshop_app.ui.phases.for_me import ForMe
from workshop_app.ui.phases.gather import Gather
from workshop_app.ui.phases.panel import Panel, column_of
from workshop_app.ui.phases.question import Question
from workshop_app.words import translate
from workshop_app.workspace import Changes


class ExplorePanel(Panel):
    """How open an aspect is stands above its prompt, also where nobody has said it yet; that never holds up a class."""

    caught = Signal(str)

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        self._question = Question(desk)
        self._ask_open = pieces.button(translate("lead", "Say how open this is…"), self._open_sheet, kind="quiet")
        self._face_down = FaceDown(desk)
        self._gather = Gather(desk)
        self._for_me = ForMe(desk)
        column = column_of(self)
        for part in (self._question, self._ask_open, self._for_me, self._face_down, self._gather):
            column.addWidget(part)
        column.addStretch(1)
        self._question.passed.connect(self._pass_on)
        self._question.turned.connect(self.type_on)
        self._gather.caught.connect(self._caught)
        self._question.for_me.connect(self._for_me.unfold)
        self._for_me.put.connect(leading.go_to)
        self._for_me.left.connect(self._left_mine)
        self._for_me.folded.connect(lambda on: self._question.show_mine(on=on, waits=False))
        self._for_me.waits.connect(lambda waits: self._question.show_mine(on=self._for_me.is_wanted, waits=waits))

    @property
    def asked(self) -> Asked | None:
        """The prompt that is on, as it is in the programme now."""
        if self.round is None or self.round.asked is None:
            return None
        return self.desk.programme.all(Asked).get(self.round.asked.id)

    def refresh(self) -> None:
        """The prompt that is on."""
        asked, session = self.asked, self.desk.session
        if asked is None or session is None:
            return
        self._question.show_asked(asked)
        self._face_down.show_prompt(asked.id)
        self._gather.show_asked(asked, session)
        self._for_me.show_asked(asked, session)
        self._ask_open.setVisible(openness.of_aspect(self.desk.programme, asked.aspect_id) is None)

    def take(self, changes: Changes) -> None:
        """What changed."""
        asked, session = self.asked, self.desk.session
        if asked is None or session is None or changes.touches(Session, Asked, Openness):
            self.refresh()
        elif changes.touches(Idea):
            self._face_down.show_prompt(asked.id)
            self._for_me.show_asked(asked, session)
            self._gather.show_written(asked.id)

    def type_on(self) -> None:
        """Put the keyboard where one goes on."""
        self._gather.type_on()

    def _left_mine(self) -> None:
        asked, session = self.asked, self.desk.session
        if asked is not None and session is not None:
            self._for_me.show_asked(asked, session)  # whether a cue waits now
        self.type_on()

    def _open_sheet(self) -> None:
        asked = self.asked
        if asked is not None:
            OpenSheet(self.window(), self.desk, [(asked.aspect_id, asked.aspect, asked.family)], self.type_on)

    def _pass_on(self) -> None:
        asked = self.asked
        if asked is None:
            return
        done = self.desk.do("pass-on", sessions.pass_on, asked.id, not asked.passed)
        if done and not asked.passed:
            self.desk.said.emit(translate("lead", "We passed on that one. The map remembers that it was asked."), "")
            self.leading.step(1)

    def _caught(self, idea_id: str) -> None:
        if not self.desk.clock.begun:
            self.desk.clock.start()
        self.caught.emit(idea_id)
