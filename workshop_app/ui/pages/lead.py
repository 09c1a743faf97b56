"""Lead a session: one prompt in big type, a calm clock, quick capture, and the board beside it."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workshop_app.domain import audience, ideas, people, sessions
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.sessions import Asked, Session
from workshop_app.facilitation import clock as clocks
from workshop_app.facilitation.nudge import LEAST, Nudge, nudge, underneath
from workshop_app.ui import drafts, pieces
from workshop_app.ui.board_desk import make_board
from workshop_app.ui.capture import CaptureBox
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.nudge_box import NudgeBox
from workshop_app.ui.pages.page import CAME_FROM, Page
from workshop_app.ui.pages.people import role_name
from workshop_app.ui.picks import Pick
from workshop_app.ui.session_rail import SessionRail
from workshop_app.ui.voice import VoiceBar
from workshop_app.words import translate
from workshop_app.workspace import Changes

MIDDLE_W, PROMPT_SIZE = 408, 26  # logical pixels on the smallest laptop, whose page is LEAST_HEIGHT high
LEAST_HEIGHT = 708
NOT_NOW = "lead/not-now"  # until how many ideas the cue stays away
CAPTURE = "lead/capture"  # a half typed idea stays with the prompt under which it was typed


class LeadPage(Page):
    """Left the session and its clock, in the middle the prompt and the capture box, on the right the board."""

    name = "lead"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked: Asked | None = None
        self._plain = False
        self._role_before = ""
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_clock)
        self.board = make_board(desk)
        self._rail = SessionRail()
        self._rail.asked.connect(self.go_to)
        self._rail.stepped.connect(self.step)
        self._rail.clock_set.connect(self.set_clock)
        self._middle = self._build_middle()
        self._column = pieces.scroller(self._middle)
        self._column.setFixedWidth(MIDDLE_W)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._rail)
        line.addWidget(self._column)
        line.addWidget(self.board, 1)
        self._empty = self._build_empty()
        line.addWidget(self._empty, 1)
        self.setLayout(line)

    def enter(self) -> None:
        """The page comes up: one may type at once."""
        super().enter()
        self._tick.start()
        self._show_clock()
        if self._asked is not None:
            self._capture.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, changes: Changes) -> None:
        """What changed."""
        if changes.fact or changes.touches(Session, Asked, Person):
            self.refresh()
        elif changes.touches(Idea):
            self._show_counts()

    def refresh(self) -> None:
        """The session that is on, at the prompt that was asked last."""
        session = self.desk.session
        for part in (self._rail, self._column, self.board):
            part.setVisible(session is not None)
        self._empty.setVisible(session is None)
        if session is None:
            return
        prompts = sessions.prompts_of(self.desk.programme, session.id)
        now = clocks.asked_now(self.desk.workspace.facts, session.id)
        found = next((asked for asked in prompts if asked.id == now), prompts[0] if prompts else None)
        if found is not self._asked:
            self._plain = False
        self._asked = found
        self._draft.turn_to(f"{CAPTURE}/{found.id}" if found else CAPTURE)
        self._show_prompt()
        self._list_givers(session)
        self._rail.show_session(session, prompts, self._asked)
        self._show_clock()
        self._show_counts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: on a larger screen the prompt is larger, so that it can be read across a room."""
        super().resizeEvent(event)
        larger = min(1.7, max(1.0, self.height() / LEAST_HEIGHT))
        self._column.setFixedWidth(round(MIDDLE_W * larger))
        self._prompt.set_size(PROMPT_SIZE * larger)

    def go_to(self, asked_id: str) -> None:
        """Put a prompt to the group."""
        session = self.desk.session
        if session is not None:
            clock = clocks.clock_of(self.desk.workspace.facts, session.id)
            if not clock.begun:
                self.set_clock(clocks.START)
            self.desk.record(Happened.ASKED, {"session": session.id, "asked": asked_id})
            self._capture.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """The next prompt or the one before; past the last the board is next."""
        session = self.desk.session
        if session is None or self._asked is None:
            return
        prompts = sessions.prompts_of(self.desk.programme, session.id)
        place = next((n for n, asked in enumerate(prompts) if asked.id == self._asked.id), 0) + by
        if place >= len(prompts):
            self.desk.going.emit("board")
        elif place >= 0:
            self.go_to(prompts[place].id)

    def set_clock(self, what: str) -> None:
        """Start or pause the session's clock."""
        session = self.desk.session
        if session is not None:
            elapsed = clocks.clock_of(self.desk.workspace.facts, session.id).elapsed(self.desk.workspace.now())
            self.desk.record(
                Happened.CLOCK, {"session": session.id, "what": what, "elapsed": elapsed / timedelta(seconds=1)}
            )

    def _build_middle(self) -> QWidget:
        middle = QWidget()
        column = pieces.column(10)
        column.setContentsMargins(24, 20, 22, 18)
        middle.setLayout(column)
        self._aspect = pieces.label("", tone="accent", size=17)
        self._prompt = Words(size=PROMPT_SIZE, bold=True)
        self._plainly = pieces.button(translate("lead", "Plain words"), self._swap_words, kind="small")
        self._plainly.setCheckable(True)
        before = pieces.button(translate("lead", "←  Previous"), partial(self.step, -1), kind="small")
        self._note = pieces.frame("panel", margins=(14, 10, 14, 12), spacing=2)
        self._note_words = Words(size=15)
        pieces.fill(
            self._note, pieces.label(translate("lead", "Only you see this"), tone="soft", size=14), self._note_words
        )
        self._capture = CaptureBox(self._catch)
        self._draft = drafts.keep(self._capture, CAPTURE, self.desk)
        self._role = pieces.Choice(
            ((role.value, role_name(role)) for role in Role),
            lambda _key: self._chose_role(),
            name=translate("lead", "Given by"),
            kind="small",
        )
        self._role.choose(Role.STUDENT.value)
        self._giver = Pick(translate("lead", "Who said it, if they wish"))
        self._giver.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._giver.activated.connect(lambda _index: self._chose_giver())
        slips = pieces.button(translate("lead", "Slips and lists…"), self._to_slips)
        self._voice = VoiceBar()
        column.addWidget(self._aspect)
        column.addWidget(self._prompt)
        column.addLayout(pieces.row(before, self._plainly, None))
        column.addWidget(self._note)
        self._nudge = NudgeBox(self._ask_underneath, self._not_now)
        column.addWidget(self._nudge)
        column.addSpacing(2)
        column.addWidget(pieces.label(translate("lead", "Type an idea, Enter, next"), tone="soft", size=15))
        column.addWidget(self._capture)
        column.addWidget(self._role)
        column.addLayout(pieces.row(self._giver, slips))
        column.addStretch(1)
        column.addWidget(self._voice)
        return middle

    def _build_empty(self) -> QWidget:
        empty = QWidget()
        column = pieces.column(16)
        empty.setLayout(column)
        column.addStretch(1)
        words = translate("lead", "A session begins with a few aspects of school life to explore.")
        column.addWidget(pieces.label(words, size=22), alignment=Qt.AlignmentFlag.AlignHCenter)
        prepare = pieces.button(
            translate("lead", "Prepare a session  →"), partial(self.desk.going.emit, "prepare"), kind="primary"
        )
        column.addWidget(prepare, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return empty

    def _show_prompt(self) -> None:
        asked = self._asked
        if asked is None:
            return
        question = audience.question(asked, self._plain)
        self._aspect.setText(question.aspect)
        self._prompt.set_text(question.text)
        self._plainly.setChecked(self._plain)
        self._note.setVisible(bool(asked.note))
        self._note_words.set_text(asked.note)

    def _swap_words(self) -> None:
        self._plain = not self._plain
        self._show_prompt()
        self._type_on()

    def _type_on(self) -> None:
        self._capture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chose_role(self) -> None:
        """A name that does not go with the role is let go."""
        self._role_before = ""
        person = self.desk.programme.all(Person).get(str(self._giver.currentData() or ""))
        if person is not None and person.role.value != self._role.key():
            self._giver.setCurrentIndex(0)
        if self._role.by_hand:  # keys go on from chip to chip
            self._type_on()

    def _chose_giver(self) -> None:
        """A name brings its role along."""
        person = self.desk.programme.all(Person).get(str(self._giver.currentData() or ""))
        if person is not None:
            self._role_before = self._role_before or self._role.key()
            self._role.choose(person.role.value)
        else:
            self._role_as_before()
        self._type_on()

    def _role_as_before(self) -> None:
        """A name is for one idea, and so is the role that came with it."""
        if self._role_before:
            self._role.choose(self._role_before)
            self._role_before = ""

    def _to_slips(self) -> None:
        self.desk.keep_draft(CAME_FROM, self.name)
        self.desk.going.emit("bring-in")

    def _list_givers(self, session: Session) -> None:
        kept = self._giver.currentData()
        self._giver.clear()
        self._giver.addItem(translate("lead", "Nobody by name"), "")
        for person in people.group(self.desk.programme):
            if person.id in session.present:
                self._giver.addItem(person.name, person.id)
        self._giver.setCurrentIndex(max(0, self._giver.findData(kept)))

    def _catch(self) -> None:
        asked, session = self._asked, self.desk.session
        if asked is None or session is None:
            return
        person_id = str(self._giver.currentData() or "")
        person = self.desk.programme.all(Person).get(person_id)
        role = person.role if person else Role(self._role.key())
        given = Given(
            self._capture.toPlainText(),
            role,
            session_id=session.id,
            asked_id=asked.id,
            aspect_id=asked.aspect_id,
            label=asked.label,
            family=asked.family,
            person_id=person.id if person else None,
        )
        workspace = self.desk.workspace
        new_id = workspace.new_id()
        if self.desk.do(
            "add-idea",
            ideas.add,
            new_ids=[new_id],
            at=workspace.now(),
            given=[given],
            spots=ideas.spots(self.desk.programme, 1),
        ):
            self._draft.done()
            self._giver.setCurrentIndex(0)
            self._role_as_before()
            self.board.choose(new_id, follow=True)
            if not clocks.clock_of(workspace.facts, session.id).begun:
                self.set_clock(clocks.START)

    def _show_clock(self) -> None:
        session = self.desk.session
        if session is not None and self.isVisible():
            clock = clocks.clock_of(self.desk.workspace.facts, session.id)
            self._rail.show_clock(session, clock, self.desk.workspace.now())

    def _show_counts(self) -> None:
        session = self.desk.session
        if session is None:
            return
        own = ideas.of_session(self.desk.programme, session.id)
        students = sum(idea.role.is_student for idea in own)
        self._voice.show_voice(students, len(own) - students)
        cue = self._cue(session, own)
        self._nudge.show_nudge(cue)
        self._note.setVisible(cue is None and bool(self._asked and self._asked.note))  # one private thing at a time

    def _cue(self, session: Session, own: list[Idea]) -> Nudge | None:
        quiet_until = int(self.desk.workspace.draft(f"{NOT_NOW}/{session.id}") or 0)
        if len(own) < quiet_until:
            return None
        asked = {one.prompt_id for one in sessions.all_asked(self.desk.programme, session.id)}
        return nudge(own, asked)

    def _ask_underneath(self) -> None:
        """Put the prompt underneath right after the one that is on, and ask it."""
        session, asked = self.desk.session, self._asked
        if session is None or asked is None:
            return
        own = ideas.of_session(self.desk.programme, session.id)
        cue = self._cue(session, own)
        if cue is not None:
            one = underneath(cue.ground, self.desk.bank, session.id, asked.place + 1, self.desk.workspace.new_id)
            if self.desk.do("ask-also", sessions.ask_also, one):
                self._not_now()
                self.go_to(one.id)
                self._column.verticalScrollBar().setValue(0)

    def _not_now(self) -> None:
        """Be quiet until some more was said."""
        session = self.desk.session
        if session is not None:
            own = ideas.of_session(self.desk.programme, session.id)
            self.desk.keep_draft(f"{NOT_NOW}/{session.id}", str(len(own) + LEAST))
            self._show_counts()
        self._type_on()
