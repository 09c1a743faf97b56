"""The form for one action: what, by when, in whose hands, who; and when wanted what done looks like and what helps."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workshop_app.domain import people, plans
from workshop_app.domain.plans import Action, Hands
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.pages.plan_help import ActionHelp
from workshop_app.ui.picks import Day
from workshop_app.ui.plan_lines import hands_name
from workshop_app.words import translate


class ActionForm(QWidget):
    """A new action, or one that is changed. `offered` is the day that a new one is to be done by."""

    def __init__(self, desk: Desk, plan_id: str, offered: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._plan_id, self._offered = desk, plan_id, offered
        self._key = f"plan/{plan_id}/action"
        self._changing = ""
        self._owners: dict[str, QPushButton] = {}
        self._listed: list[tuple[str, str]] = []
        self._what = _line(translate("actions", "What will be done?"))
        self._what.returnPressed.connect(self._add)
        self._draft = drafts.keep(self._what, self._key, desk)
        self._done = _line(translate("actions", "What does it look like when it is done?"))
        self._done.returnPressed.connect(self._add)
        self._done_draft = drafts.keep(self._done, f"{self._key}/done", desk)
        wanted = translate("actions", "what done looks like")
        self._want_done = pieces.button(f"+ {wanted}", self._open_done, kind="quiet", name=wanted)
        self._hands = pieces.Choice(
            ((hands.value, hands_name(hands)) for hands in Hands),
            lambda _key: self._show_decider(),
            name=translate("actions", "In whose hands"),
            kind="small",
        )
        self._hands.choose(Hands.OURS.value)
        self._asked_of = QLineEdit(translate("actions", "the head"))
        self._asked_of.setAccessibleName(translate("actions", "Who decides?"))
        self._asked_of.setMaximumWidth(theme.px(200))
        self._asked_words = pieces.label(translate("actions", "decided by"), tone="soft", size=15)
        self._by = Day(translate("actions", "By when?"), desk.today)
        self._help = ActionHelp(desk)
        self._people = Flow()
        self._add_button = pieces.button(
            translate("actions", "Add"), self._add, name=translate("actions", "Add the action")
        )
        self._lay()
        self._what.textChanged.connect(self._help.fit)
        self._help.fit(self._what.text())
        self._set_day(None)
        self._show_decider()
        self._show_done()

    def _lay(self) -> None:
        form = pieces.frame("dashed", margins=(16, 12, 16, 12), spacing=10)
        by_words = pieces.label(translate("actions", "by"), tone="soft", size=15)
        pieces.fill(
            form,
            pieces.row(self._what, by_words, self._by, self._add_button),
            pieces.row(self._hands, self._asked_words, self._asked_of, None, self._want_done),
            self._people,
            self._done,
            self._help,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def refresh(self, there: Collection[str]) -> None:
        """The group or the map changed, or an action; `there` are the ids of those that the plan has."""
        self._list_owners()
        self._help.refresh()
        if self._changing not in there:
            self._change("")  # it was taken out meanwhile; its words stay, for a new one

    def say_what_is_typed(self) -> bool:
        """Add what is typed; False, with the reason said, if it can't be added. Nothing typed is fine."""
        return not self._what.text().strip() or self._add()

    def open_action(self, action: Action) -> None:
        """Change an action."""
        self._change(action.id)
        self._draft.turn_to(f"{self._key}/{action.id}")  # half a new action waits until this one is done
        self._done_draft.turn_to(f"{self._key}/{action.id}/done")
        if not self._what.text():
            self._what.setText(action.what)
        if not self._done.text():
            self._done.setText(action.done_looks)
        self._hands.choose(action.hands.value)
        self._asked_of.setText(action.asked_of or translate("actions", "the head"))
        self._set_day(action.by)
        self._help.choose(action.asset_ids)
        for person_id, chip in self._owners.items():
            chip.setChecked(person_id in action.owner_ids)
        self._show_decider()
        self._show_done()
        self._what.setFocus()
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        """All of it, not only the field that has the focus."""
        if (around := self._around()) is not None:
            around.ensureWidgetVisible(self, 0, theme.px(10))

    def _stay(self, high: int) -> None:
        """Be as high on the screen as before an action was added, or a second press would take that out again."""
        around = self._around()
        if around is not None and self.isVisible():
            bar = around.verticalScrollBar()
            bar.setValue(bar.value() + self.mapToGlobal(QPoint()).y() - high)

    def _around(self) -> QScrollArea | None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

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

    def _open_done(self) -> None:
        self._done.show()
        self._want_done.hide()
        self._done.setFocus()

    def _show_done(self) -> None:
        said = bool(self._done.text())
        self._done.setVisible(said)
        self._want_done.setVisible(not said)

    def _add(self) -> bool:
        high = self.mapToGlobal(QPoint()).y()
        hands = Hands(self._hands.key())
        what, done_looks, by = self._what.text(), self._done.text(), self._by.day()
        asked_of = self._asked_of.text() if hands is Hands.DECISION else ""
        owner_ids = [person_id for person_id, chip in self._owners.items() if chip.isChecked()]
        asset_ids = self._help.chosen
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
                done_looks=done_looks,
                asset_ids=asset_ids,
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
                done_looks=done_looks,
                asset_ids=asset_ids,
            )
        if done:
            self._begin_anew()
            QTimer.singleShot(0, self, partial(self._stay, high))
        return done

    def _begin_anew(self) -> None:
        self._draft.done()
        self._draft.turn_to(self._key)
        self._done_draft.done()
        self._done_draft.turn_to(f"{self._key}/done")
        self._change("")
        for chip in self._owners.values():
            chip.setChecked(False)
        self._hands.choose(Hands.OURS.value)
        self._help.choose(())
        self._set_day(None)
        self._show_decider()
        self._show_done()
        self._what.setFocus()

    def _change(self, action_id: str) -> None:
        """What is written from now on is for this action, or "" for a new one."""
        self._changing = action_id
        new, change = translate("actions", "Add"), translate("actions", "Keep the change")
        self._add_button.setText(change if action_id else new)

    def _set_day(self, day: date | None) -> None:
        self._by.show_day(day or self._offered())


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setFont(theme.font(17))
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    return made
