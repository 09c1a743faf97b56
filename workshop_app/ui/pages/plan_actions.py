"""Who does what by when: the plan's actions, each to be opened again, and the form in which the next one is written."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from workshop_app.dates import short_date
from workshop_app.domain import asset_map, plans
from workshop_app.domain.asset_map import Asset
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action, Hands
from workshop_app.facilitation.fitting_assets import Fit, fitting
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.hands_chip import HandsChip
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.plan_action_form import ActionForm
from workshop_app.ui.pages.plan_help import held, why
from workshop_app.ui.plan_lines import carried
from workshop_app.ui.shared.bare_menu import BareMenu, add, plain
from workshop_app.words import translate

WHO_W = 170  # so that names stand below each other


def day_words(day: date | None) -> str:
    """A date as people say it: "27 Nov"."""
    return short_date(day) if day else translate("actions", "no date")


def school_day(day: date) -> date:
    """A day itself, or the Friday before where it is at a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


class ActionList(QWidget):
    """The actions of a plan, and a form for the next."""

    def __init__(self, desk: Desk, plan_id: str) -> None:
        super().__init__()
        self._desk, self._plan_id = desk, plan_id
        self._shown: object = None
        self._rows = pieces.column(0)
        box = pieces.frame("panel", margins=(6, 4, 6, 4), spacing=0)
        pieces.fill(box, self._rows)
        box.hide()
        self._box = box
        self._form = ActionForm(desk, plan_id, lambda: school_day(desk.today() + plans.SOON))
        column = pieces.column(8)
        self.setLayout(column)
        column.addWidget(box)
        column.addWidget(self._form)

    def refresh(self) -> None:
        """Show the actions as they are saved."""
        programme = self._desk.programme
        actions = plans.actions_of(programme, self._plan_id)
        self._form.refresh({action.id for action in actions})
        there = asset_map.assets(programme)
        rows = [(one, self._names(one), self._help(one), fitting(one.what, there, one.asset_ids)) for one in actions]
        if rows == self._shown:
            return
        self._shown = rows
        pieces.clear(self._rows)
        self._box.setVisible(bool(actions))
        for action, names, rests_on, fits in rows:
            self._rows.addWidget(self._row(action, names, rests_on, fits))

    def say_what_is_typed(self) -> bool:
        """Add what is typed in the form; False, with the reason said, if it can't be added. Nothing typed is fine."""
        return self._form.say_what_is_typed()

    def _names(self, action: Action) -> str:
        owners = [self._desk.programme.get(Person, owner_id).name for owner_id in action.owner_ids]
        asked_of = action.asked_of if action.hands is Hands.DECISION else ""
        return carried(owners, asked_of) or translate("actions", "nobody yet")

    def _help(self, action: Action) -> list[Asset]:
        return asset_map.named(self._desk.programme, action.asset_ids)

    def _row(self, action: Action, names: str, rests_on: list[Asset], fits: tuple[Fit, ...]) -> QWidget:
        change = pieces.button(
            translate("actions", "Change"),
            partial(self._form.open_action, action),
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
        text = pieces.column(2)
        text.addStretch(1)
        text.addWidget(Words(action.what, size=16))
        for words in _besides(action, rests_on):
            text.addWidget(Words(words, size=14, colour="soft"))
        text.addStretch(1)
        offer = self._offer(action, rests_on, fits)
        by = pieces.label(day_words(action.by), size=16)
        line = pieces.row(HandsChip(action.hands), text, *offer, who, by, change, drop)
        line.setContentsMargins(12, 4, 6, 4)
        line.setStretch(1, 1)
        made = QWidget()
        made.setLayout(line)
        return made

    def _offer(self, action: Action, rests_on: list[Asset], fits: tuple[Fit, ...]) -> list[QPushButton]:
        """A quiet way to what fits, while an action rests on nothing of the map yet."""
        if rests_on or not fits:
            return []
        words = translate("actions", "+ help")
        name = translate("actions", "What could help: {what}", what=action.what)
        made = pieces.button(words, kind="quiet", name=name)
        made.clicked.connect(lambda _checked=False: self._offer_fits(made, action, fits))
        return [made]

    def _offer_fits(self, button: QPushButton, action: Action, fits: tuple[Fit, ...]) -> None:
        menu = BareMenu(button, button.accessibleName())
        for fit in fits:
            words = translate("actions", "{asset} – {why}", asset=held(fit.asset), why=why(fit))
            do = partial(self._desk.do, "rest-on", plans.rest_on, action.id, fit.asset.id, True)
            add(menu, plain(words), do)
        pieces.open_below(menu, button)


def _besides(action: Action, rests_on: list[Asset]) -> list[str]:
    lines = []
    if action.done_looks:
        lines.append(translate("actions", "Done looks like this: {words}", words=action.done_looks))
    if rests_on:
        lines.append(translate("actions", "It rests on: {help}", help=", ".join(held(one) for one in rests_on)))
    return lines
