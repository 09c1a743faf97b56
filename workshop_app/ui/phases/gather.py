"""Ideas are caught here: typed by the leader, or written in silence on slips or by handing the laptop over."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.domain import ideas, people
from workshop_app.domain.people import Person, Role
from workshop_app.domain.sessions import Asked, Session, said_to
from workshop_app.ui import drafts, pieces, prompt_on, theme
from workshop_app.ui.capture import CaptureBox
from workshop_app.ui.desk import Desk
from workshop_app.ui.picks import Pick
from workshop_app.ui.role_choice import RoleChoice
from workshop_app.words import translate

SHORT = 25  # minutes of a session in which slips are the way
CAPTURE = "lead/capture"  # a half typed idea stays with the prompt under which it was typed


class Gather(QWidget):
    """Each idea knows its prompt, its session, the role that gave it and, if wished, the person."""

    caught = Signal(str)  # the id of a new idea

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Asked | None = None
        self._role_before = ""
        self._box = CaptureBox(self._catch)
        self._box.setPlaceholderText(translate("lead", "Or type an idea, Enter, next"))
        self._draft = drafts.keep(self._box, CAPTURE, desk)
        self._role = RoleChoice(translate("lead", "Given by"), self._chose_role, kind="small")
        self._giver = Pick(translate("lead", "Who said it, if they wish"))
        self._giver.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._giver.activated.connect(lambda _index: self._chose_giver())
        self._slips = pieces.button(translate("lead", "Paper slips…"), lambda: desk.going.emit("slips"), kind="small")
        self._over = pieces.button(
            translate("lead", "Hand the laptop over…"), lambda: desk.going.emit("hand-over"), kind="small"
        )
        column = pieces.column(8)
        self.setLayout(column)
        self._silence = pieces.label("", tone="soft", size=15)
        column.addWidget(self._silence)
        column.addLayout(pieces.row(self._slips, self._over, None, spacing=8))
        column.addWidget(self._box)
        column.addWidget(self._role)
        column.addWidget(self._giver)

    def show_asked(self, asked: Asked, session: Session) -> None:
        """Take ideas for this prompt."""
        if self._asked is None or self._asked.id != asked.id:
            self._role.choose(Role.STUDENT.value)  # an adult's voice is one for the prompt it was given to
        self._asked = asked
        self._draft.turn_to(f"{CAPTURE}/{asked.id}")
        # Nine students at one laptop take more time than a short session has: paper is for all at once.
        short = session.minutes <= SHORT
        first = translate("lead", "Write in silence first: paper is quickest today")
        self._silence.setText(first if short else translate("lead", "Write in silence first, then say it"))
        pieces.restyle(self._over, "quiet" if short else "small")
        self.show_written(asked.id)
        self._list_givers(session)

    def show_written(self, asked_id: str) -> None:
        """Slips are the way until something was written or said to this prompt."""
        said = any(idea.asked_id == asked_id for idea in ideas.on_board(self._desk.programme))
        nothing = not said and not prompt_on.counts(self._desk)[asked_id]
        pieces.restyle(self._slips, "primary" if nothing else "small")
        self._slips.setFont(theme.font(16))

    def type_on(self) -> None:
        """Put the keyboard in the box."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_givers(self, session: Session) -> None:
        kept = self._giver.currentData()
        self._giver.clear()
        self._giver.addItem(translate("lead", "Nobody by name"), "")
        for person in people.group(self._desk.programme):
            if person.id in session.present:
                self._giver.addItem(person.name, person.id)
        self._giver.setCurrentIndex(max(0, self._giver.findData(kept)))

    def _person(self) -> Person | None:
        return self._desk.programme.all(Person).get(str(self._giver.currentData() or ""))

    def _chose_role(self) -> None:
        """A name that does not go with the role is let go."""
        self._role_before = ""
        person = self._person()
        if person is not None and person.role.value != self._role.key():
            self._giver.setCurrentIndex(0)
        if self._role.by_hand:  # keys go on from chip to chip
            self.type_on()

    def _chose_giver(self) -> None:
        """A name brings its role along."""
        person = self._person()
        if person is not None:
            self._role_before = self._role_before or self._role.key()
            self._role.choose(person.role.value)
        else:
            self._role_as_before()
        self.type_on()

    def _role_as_before(self) -> None:
        """A name is for one idea, and so is the role that came with it."""
        if self._role_before:
            self._role.choose(self._role_before)
            self._role_before = ""

    def _catch(self) -> None:
        asked, person = self._asked, self._person()
        if asked is None:
            return
        given = said_to(asked, self._box.toPlainText(), person.role if person else self._role.role())
        given = replace(given, person_id=person.id if person else None)
        if new_ids := self._desk.add_ideas("add-idea", [given]):
            self._draft.done()
            self._giver.setCurrentIndex(0)
            self._role_as_before()
            self.caught.emit(new_ids[0])
