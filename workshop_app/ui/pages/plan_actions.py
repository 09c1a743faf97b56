"""Who does what by when: the plan's actions, and the row in which the next one is written."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from workshop_app.dates import short_date
from workshop_app.domain import people, plans
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action, Hands
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.lettering import Words
from workshop_app.ui.picks import Day
from workshop_app.words import translate

SOON = timedelta(days=14)
WHO_W = 210  # so that names stand below each other


def hands_name(hands: Hands) -> str:
    """In whose hands an action is, as it stands on a chip."""
    return {
        Hands.OURS: translate("actions", "ours"),
        Hands.WITH_ADULT: translate("actions", "ours, with an adult here"),
        Hands.DECISION: translate("actions", "needs a decision"),
    }[hands]


def day_words(day: date | None) -> str:
    """A date as people say it: "27 Nov"."""
    return short_date(day) if day else translate("actions", "no date")


def school_day(day: date) -> date:
    """A day itself, or the Friday before where it is at a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


class ActionList(QWidget):
    """The actions of a plan, each to be opened again, and a form for the next."""

    def __init__(self, desk: Desk, plan_id: str) -> None:
        super().__init__()
        self._desk, self._plan_id = desk, plan_id
        self._key = f"plan/{plan_id}/action"
        self._changing = ""
        self._owners: dict[str, QPushButton] = {}
        self._shown: list[tuple[Action, str]] = []
        self._listed: list[tuple[str, str]] = []
        self._rows = pieces.column(0)
        box = pieces.frame("panel", margins=(6, 4, 6, 4), spacing=0)
        pieces.fill(box, self._rows)
        box.hide()
        self._box = box
        column = pieces.column(8)
        self.setLayout(column)
        column.addWidget(box)
        column.addWidget(self._form())

    def refresh(self) -> None:
        """Show the actions as they are saved."""
        self._list_owners()
        actions = plans.actions_of(self._desk.programme, self._plan_id)
        if self._changing not in (action.id for action in actions):
            self._change("")  # it was taken out meanwhile; its words stay, for a new one
        shown = [(action, self._names(action)) for action in actions]
        if shown == self._shown:
            return
        self._shown = shown
        pieces.clear(self._rows)
        self._box.setVisible(bool(actions))
        for action, names in shown:
            self._rows.addWidget(self._row(action, names))

    def say_what_is_typed(self) -> bool:
        """Add what is typed in the form; False, with the reason said, if it can't be added. Nothing typed is fine."""
        return not self._what.text().strip() or self._add()

    def _form(self) -> QFrame:
        form = pieces.frame("dashed", margins=(16, 12, 16, 12), spacing=10)
        self._what = QLineEdit()
        self._what.setFont(theme.font(17))
        self._what.setPlaceholderText(translate("actions", "What will be done?"))
        self._what.setAccessibleName(translate("actions", "What will be done?"))
        self._what.returnPressed.connect(self._add)
        self._draft = drafts.keep(self._what, self._key, self._desk)
        self._hands = pieces.Choice(
            ((hands.value, hands_name(hands)) for hands in Hands),
            lambda _key: self._show_decider(),
            name=translate("actions", "In whose hands"),
            kind="small",
        )
        self._hands.choose(Hands.OURS.value)
        self._asked_of = QLineEdit(translate("actions", "the head"))
        self._asked_of.setAccessibleName(translate("actions", "Who decides?"))
        self._asked_of.setMaximumWidth(theme.px(220))
        self._asked_words = pieces.label(translate("actions", "decided by"), tone="soft", size=15)
        self._by = Day(translate("actions", "By when?"), self._desk.today)
        self._set_day(None)
        self._people = Flow()
        self._add_button = pieces.button(
            translate("actions", "Add"), self._add, name=translate("actions", "Add the action")
        )
        by_words = pieces.label(translate("actions", "by"), tone="soft", size=15)
        pieces.fill(
            form,
            pieces.row(self._what, by_words, self._by, self._add_button),
            pieces.row(self._hands, self._asked_words, self._asked_of, None),
            self._people,
        )
        self._show_decider()
        return form

    def _names(self, action: Action) -> str:
        owners = [self._desk.programme.get(Person, owner_id).name for owner_id in action.owner_ids]
        if action.asked_of and action.hands is Hands.DECISION:
            owners.append(action.asked_of)
        return ", ".join(owners) or translate("actions", "nobody yet")

    def _row(self, action: Action, names: str) -> QWidget:
        chip = pieces.label(hands_name(action.hands), tone="soft", size=14)
        chip.setFixedWidth(theme.px(170))
        change = pieces.button(
            translate("actions", "Change"),
            partial(self._open, action),
            kind="quiet",
            name=translate("actions", "Change the action: {what}", what=action.what),
        )
        drop = pieces.button(
            translate("actions", "Take out"),
            partial(self._desk.do, "drop-action", plans.drop_action, action.id),
            kind="quiet",
            name=translate("actions", "Take out the action: {what}", what=action.what),
        )
        who = Words(names, size=16, bold=True, middle=True)
        who.setFixedWidth(theme.px(WHO_W))
        line = pieces.row(
            chip,
            Words(action.what, size=16, middle=True),
            who,
            pieces.label(day_words(action.by), size=16),
            change,
            drop,
        )
        line.setContentsMargins(12, 4, 6, 4)
        line.setStretch(1, 3)
        line.setStretch(2, 2)
        made = QWidget()
        made.setLayout(line)
        return made

    def _list_owners(self) -> None:
        group = people.group(self._desk.programme)
        if [(person.id, person.name) for person in group] == self._listed:
            return  # a chip under somebody's finger must not be replaced
        self._listed = [(person.id, person.name) for person in group]
        chosen = {person_id for person_id, chip in self._owners.items() if chip.isChecked()}
        pieces.clear(self._people)
        self._owners = {}
        for person in group:
            chip = pieces.chip(person.name, name=translate("actions", "{name} does it", name=person.name))
            chip.setCheckable(True)
            chip.setChecked(person.id in chosen)
            self._owners[person.id] = chip
            self._people.addWidget(chip)

    def _show_decider(self) -> None:
        decision = self._hands.key() == Hands.DECISION.value
        self._asked_of.setVisible(decision)
        self._asked_words.setVisible(decision)

    def _add(self) -> bool:
        hands = Hands(self._hands.key())
        what, asked_of = self._what.text(), self._asked_of.text() if hands is Hands.DECISION else ""
        owner_ids = [person_id for person_id, chip in self._owners.items() if chip.isChecked()]
        by = self._by.day()
        if self._changing:
            done = self._desk.do(
                "change-action",
                plans.change_action,
                self._changing,
                what=what,
                hands=hands,
                owner_ids=owner_ids,
                asked_of=asked_of,
                by=by,
            )
        else:
            done = self._desk.do(
                "add-action",
                plans.add_action,
                self._plan_id,
                new_id=self._desk.workspace.new_id(),
                what=what,
                hands=hands,
                owner_ids=owner_ids,
                asked_of=asked_of,
                by=by,
            )
        if done:
            self._begin_anew()
        return done

    def _begin_anew(self) -> None:
        self._draft.done()
        self._draft.turn_to(self._key)
        self._change("")
        for chip in self._owners.values():
            chip.setChecked(False)
        self._hands.choose(Hands.OURS.value)
        self._set_day(None)
        self._show_decider()
        self._what.setFocus()

    def _change(self, action_id: str) -> None:
        """What is written from now on is for this action, or "" for a new one."""
        self._changing = action_id
        new, change = translate("actions", "Add"), translate("actions", "Keep the change")
        self._add_button.setText(change if action_id else new)

    def _open(self, action: Action) -> None:
        self._change(action.id)
        self._draft.turn_to(f"{self._key}/{action.id}")  # half a new action waits until this one is done
        if not self._what.text():
            self._what.setText(action.what)
        self._hands.choose(action.hands.value)
        self._asked_of.setText(action.asked_of or translate("actions", "the head"))
        self._set_day(action.by)
        for person_id, chip in self._owners.items():
            chip.setChecked(person_id in action.owner_ids)
        self._show_decider()
        self._what.setFocus()

    def _set_day(self, day: date | None) -> None:
        self._by.show_day(day or school_day(self._desk.today() + SOON))
