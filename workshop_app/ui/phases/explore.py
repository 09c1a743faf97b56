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
from workshop_app.ui.openness_box import OpennessBox
from workshop_app.ui.phases.cue import Cue
from workshop_app.ui.phases.gather import Gather
from workshop_app.ui.phases.panel import Panel, column_of
from workshop_app.ui.phases.question import Question
from workshop_app.words import translate
from workshop_app.workspace import Changes

LATER = "openness-later"  # the draft that remembers that an aspect's openness is not known yet


class ExplorePanel(Panel):
    """How open an aspect is comes before ideas are asked for; "Not sure yet" lets the session go on."""

    caught = Signal(str)

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        self._question = Question(desk)
        self._ask_open = pieces.button(translate("lead", "Say first how open this is…"), self._open_box, kind="quiet")
        self._box = OpennessBox(desk)
        self._box.declared.connect(self._said_how_open)
        self._box.later.connect(self._said_later)
        self._face_down = FaceDown(desk)
        self._gather = Gather(desk)
        self._cue = Cue(desk)
        column = column_of(self)
        for part in (self._question, self._cue.nudge, self._ask_open, self._box, self._face_down, self._gather):
            column.addWidget(part)
        column.addWidget(self._cue, 1)
        self._question.passed.connect(self._pass_on)
        self._question.turned.connect(self.type_on)
        self._gather.caught.connect(self._caught)
        self._cue.put.connect(leading.go_to)
        self._cue.shown.connect(self._question.keep_note_back)

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
        self._cue.show_asked(asked, session)
        self._show_open(asked)

    def take(self, changes: Changes) -> None:
        """What changed."""
        asked, session = self.asked, self.desk.session
        if asked is None or session is None or changes.touches(Session, Asked, Openness):
            self.refresh()
        elif changes.touches(Idea):
            self._face_down.show_prompt(asked.id)
            self._cue.show_asked(asked, session)

    def type_on(self) -> None:
        """Put the keyboard in the box."""
        if self._gather.isVisible():
            self._gather.type_on()

    def _show_open(self, asked: Asked) -> None:
        known = openness.of_aspect(self.desk.programme, asked.aspect_id) is not None
        later = bool(self.desk.workspace.draft(f"{LATER}/{asked.aspect_id}"))
        self._ask_open.setVisible(not known and later)
        self._box.setVisible(not known and not later)
        self._gather.setVisible(known or later)
        self._question.keep_note_back(not known and not later)
        if not known and not later:
            self._box.show_aspect(asked.aspect_id, asked.aspect, asked.family)

    def _open_box(self) -> None:
        if self.asked is not None:
            self.desk.keep_draft(f"{LATER}/{self.asked.aspect_id}", "")
            self.refresh()

    def _said_how_open(self) -> None:
        self.refresh()
        self.type_on()

    def _said_later(self) -> None:
        if self.asked is not None:
            self.desk.keep_draft(f"{LATER}/{self.asked.aspect_id}", "yes")
            self.refresh()
            self.type_on()

    def _pass_on(self) -> None:
        asked = self.asked
        if asked is None:
            return
        done = self.desk.do("pass-on", sessions.pass_on, asked.id, not asked.passed)
        if done and not asked.passed:
            self.leading.step(1)

    def _caught(self, idea_id: str) -> None:
        if not self.desk.clock.begun:
            self.desk.clock.start()
        self.caught.emit(idea_id)
