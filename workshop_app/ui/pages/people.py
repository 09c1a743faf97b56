"""Who takes part: a name as they want it and a role. Nothing else is asked, least of all why somebody is here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from workshop_app.domain import people, plans
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Action
from workshop_app.domain.programme import About, Outcome
from workshop_app.domain.school_promise import SchoolPromise
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.page import Page
from workshop_app.ui.promise_pointer import PromisePointer
from workshop_app.ui.role_choice import RoleChoice
from workshop_app.ui.role_words import role_name, roles_name
from workshop_app.ui.school_line import WhoLeft, ask_school
from workshop_app.ui.shared.asking import Asking
from workshop_app.words import translate
from workshop_app.workspace import Changes


class PeoplePage(Page):
    """Type a name, Enter, next. Students' part of the page is the largest and comes first."""

    name = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._name = QLineEdit()
        self._name.setFont(theme.font(20))
        self._name.setPlaceholderText(translate("people", "First name, nickname or initials"))
        self._name.setAccessibleName(translate("people", "Name"))
        self._name.returnPressed.connect(self._add)
        drafts.keep(self._name, "people/name", desk)
        self._role = RoleChoice(translate("people", "Role"), self._chose_role)
        add = pieces.button(translate("people", "Add"), self._add)
        self._groups = QWidget()
        self._columns = pieces.row(spacing=28)
        self._groups.setLayout(self._columns)
        self._onward = pieces.button(translate("people", "Prepare a session  →"), self._go_on, kind="primary")
        body = QWidget()
        column = pieces.column(14, theme.PAGE_MARGIN)
        body.setLayout(column)
        column.addWidget(pieces.label(translate("people", "Who takes part?"), size=30, bold=True))
        why = translate("people", "Students first: they are the ones who live in the school all day. A name is enough.")
        column.addWidget(pieces.label(why, tone="soft", size=17, wrap=True))
        column.addSpacing(6)
        column.addLayout(pieces.row(self._name, self._role, add))
        column.addSpacing(10)
        column.addWidget(self._groups)
        self._left = WhoLeft(desk)
        column.addWidget(self._left)
        self._promise = PromisePointer(desk)
        column.addWidget(self._promise)
        column.addStretch(1)
        school = pieces.button(
            translate("people", "Correct the school’s name…"),
            lambda: ask_school(self.window(), desk),
            kind="quiet",
        )
        column.addLayout(pieces.row(None, school))
        outer = pieces.column(0)
        outer.addWidget(pieces.scroller(body), 1)
        foot = pieces.frame("foot", margins=(theme.PAGE_MARGIN, 10, theme.PAGE_MARGIN, 10))
        self._count = pieces.label("", tone="soft")
        pieces.fill(foot, pieces.row(self._count, None, self._onward))
        outer.addWidget(foot)
        self.setLayout(outer)

    def enter(self) -> None:
        """The page comes up: one may type at once."""
        super().enter()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, changes: Changes) -> None:
        """People changed."""
        if changes.touches(Person, About, SchoolPromise):
            self.refresh()

    def refresh(self) -> None:
        """Everybody, by role."""
        pieces.clear(self._columns)
        group = people.group(self.desk.programme)
        for role in Role:
            own = [person for person in group if person.role is role]
            self._columns.addWidget(self._role_panel(role, own), 5 if role is Role.STUDENT else 3)
        self._left.show_people()
        self._promise.refresh()
        students = sum(person.role.is_student for person in group)
        self._count.setText(_counted(students, len(group) - students))
        self._onward.setEnabled(students > 0)

    def _role_panel(self, role: Role, own: list[Person]) -> QFrame:
        panel = pieces.frame("panel" if own or role is Role.STUDENT else "dashed")
        panel.setAccessibleName(roles_name(role))
        heading = pieces.label(roles_name(role), size=18, bold=True)
        pieces.fill(panel, pieces.row(heading, None, pieces.label(str(len(own)) if own else "", tone="soft")))
        grid = QGridLayout()
        grid.setSpacing(6)
        across = 2 if role is Role.STUDENT else 1
        for number, person in enumerate(own):
            chip = pieces.chip(_named(person), name=person.name)
            chip.clicked.connect(partial(self._open, person.id, chip))
            grid.addWidget(chip, number // across, number % across)
        if not own:
            hint = {
                Role.STUDENT: translate("people", "Whoever is here now begins. Others can join at any time."),
                Role.STAFF: translate("people", "Those who will carry a change together with students."),
            }.get(role, translate("people", "Invite them when their part comes up."))
            grid.addWidget(Words(hint, size=15, colour="soft"), 0, 0)
        pieces.fill(panel, grid)
        column = panel.layout()
        if isinstance(column, QVBoxLayout):
            column.addStretch(1)
        return panel

    def _chose_role(self) -> None:
        if self._role.by_hand:  # keys go on from chip to chip
            self._type_on()

    def _type_on(self) -> None:
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """On to the session; a name that stands there without Enter comes along."""
        if not self._name.text().strip() or self._add():
            self.desk.going.emit("prepare")

    def _add(self) -> bool:
        workspace = self.desk.workspace
        done = self.desk.do(
            "add-person",
            people.add_person,
            new_id=workspace.new_id(),
            at=workspace.now(),
            name=self._name.text(),
            role=self._role.role(),
        )
        if done:
            drafts.done(self._name, "people/name", self.desk)
        self._type_on()
        return done

    def _open(self, person_id: str, chip: QWidget, _checked: bool = False) -> None:
        person = self.desk.programme.get(Person, person_id)
        menu = QMenu(self)
        menu.addAction(translate("people", "Another name…")).triggered.connect(partial(self._rename, person))
        for role in Role:
            if role is not person.role:
                turn = menu.addAction(translate("people", "Is here as: {role}", role=role_name(role)))
                turn.triggered.connect(partial(self._do, "change-role", people.change_role, person_id, role))
        if not person.role.is_student:
            decides = translate("people", "Decides for the school as…")
            menu.addAction(decides).triggered.connect(partial(self._ask_post, person))
        if person.post:
            no_more = menu.addAction(translate("people", "Decides for the school no more"))
            no_more.triggered.connect(partial(self._do, "give-post", people.give_post, person.id, ""))
        menu.addSeparator()
        leave = menu.addAction(translate("people", "Leaves the group"))
        leave.triggered.connect(partial(self._leave, person))
        pieces.open_below(menu, chip)

    def _leave(self, person: Person, _checked: bool = False) -> None:
        if not self.desk.do("leave-group", people.leave_group, person.id):
            return
        standing = {plan.id for plan in plans.plans(self.desk.programme)}
        theirs = sum(
            person.id in action.owner_ids and action.plan_id in standing and not action.dropped
            for action in self.desk.programme.all(Action).values()
        )
        said = translate("people", "{name} has left the group. What they gave stays.", name=person.name)
        if theirs:
            said += " " + translate("people", "Actions that are still theirs: {n}.", n=theirs)
        self.desk.said.emit(said, "")
        self._type_on()

    def _rename(self, person: Person) -> None:
        asking = Asking(
            self.window(),
            translate("people", "What should we call them?"),
            person.name,
            translate("people", "Keep this name"),
            lambda text: self.desk.do("rename-person", people.rename_person, person.id, text),
        )
        asking.closed.connect(self._name.setFocus)

    def _ask_post(self, person: Person, _checked: bool = False) -> None:
        asking = Asking(
            self.window(),
            translate("people", "As what does {name} decide for the school?", name=person.name),
            person.post or translate("people", "Head"),
            translate("people", "That is their post"),
            lambda text: self.desk.do("give-post", people.give_post, person.id, text),
        )
        asking.closed.connect(self._name.setFocus)

    def _do(self, label: str, change: Callable[..., Outcome], *args: object) -> None:
        self.desk.do(label, change, *args)


def _named(person: Person) -> str:
    """A name, with the post of who decides for the school."""
    return translate("people", "{name} · {post}", name=person.name, post=person.post) if person.post else person.name


def _counted(students: int, adults: int) -> str:
    first = translate("people", "1 student") if students == 1 else translate("people", "{n} students", n=students)
    second = translate("people", "1 adult") if adults == 1 else translate("people", "{n} adults", n=adults)
    return f"{first} · {second}"
