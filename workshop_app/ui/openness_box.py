"""How open is this? One question about one aspect, asked when it is first needed: whose rule it is, and why."""

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QWidget

from workshop_app.domain import openness
from workshop_app.domain.openness import How
from workshop_app.ui import drafts, pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.lettering import Words
from workshop_app.ui.option import Option
from workshop_app.ui.shared.openness_line import MARKS
from workshop_app.words import translate


def meaning(how: How) -> str:
    """What an answer means, in a sentence."""
    return {
        How.OPEN: translate("openness-box", "We can change this together."),
        How.LIMITED: translate("openness-box", "We can change it within a rule or a budget."),
        How.FIXED: translate("openness-box", "It can’t be changed here, and we say why."),
        How.KEPT_OUT: translate("openness-box", "We don’t put this to students now, and we say why."),
    }[how]


class OpennessBox(QFrame):
    """For adults. What is typed is kept as a draft until it is said."""

    declared = Signal()
    later = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._aspect = ("", "", "")  # id, name, family
        self._question = Words(size=20, bold=True)
        self._options = {how: Option(openness.name(how), meaning(how), MARKS[how.value]) for how in How}
        self._group = QButtonGroup(self)
        self._fields = QWidget()
        self._fields.setLayout(pieces.column(4))
        self._whose, self._why = QLineEdit(), QLineEdit()
        self._ready = pieces.button(translate("openness-box", "That is how it stands"), self._declare, kind="primary")
        self._leave = pieces.button("", self.later.emit, kind="quiet")
        outer = pieces.column(8)
        outer.addWidget(self._question)
        outer.addSpacing(4)
        for option in self._options.values():
            self._group.addButton(option)
            option.clicked.connect(self._chosen)
            outer.addWidget(option)
        outer.addWidget(self._fields)
        outer.addSpacing(6)
        buttons = Flow(spacing=8)
        buttons.addWidget(self._ready)
        buttons.addWidget(self._leave)
        outer.addLayout(buttons)
        outer.addStretch(1)
        self.setLayout(outer)

    def show_aspect(self, aspect_id: str, name: str, family: str) -> None:
        """Ask about one aspect, with what was declared or typed before."""
        self._aspect = (aspect_id, name, family)
        said = openness.of_aspect(self._desk.programme, aspect_id)
        self._question.set_text(translate("openness-box", "How open is “{aspect}”?", aspect=name))
        never = translate("openness-box", "Not sure yet")
        self._leave.setText(translate("openness-box", "Leave it as it is") if said else never)
        self._leave.setAccessibleName(self._leave.text())
        self._make_fields(said.whose if said else "", said.why if said else "")
        typed = self._desk.workspace.draft(self._key("how"))
        known = typed if typed in tuple(How) else said.how.value if said else ""
        self._choose(How(known) if known else None)

    def _make_fields(self, whose: str, why: str) -> None:
        """New fields for each aspect: a field's draft lives and dies with it."""
        layout = self._fields.layout()
        if layout is None:
            return
        pieces.clear(layout)
        self._whose = self._field("whose", translate("openness-box", "Whose rule or decision is it?"), whose)
        self._why = self._field("why", translate("openness-box", "Why?"), why)
        self._whose.returnPressed.connect(self._why.setFocus)
        self._why.returnPressed.connect(self._declare)
        for field in (self._whose, self._why):
            layout.addWidget(pieces.label(field.accessibleName(), tone="soft", size=15))
            layout.addWidget(field)
        order = (self._options[How.KEPT_OUT], self._whose, self._why, self._ready, self._leave)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _field(self, key: str, name: str, before: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setText(before)
        drafts.keep(field, self._key(key), self._desk)
        field.setCursorPosition(0)
        return field

    def _choose(self, how: How | None) -> None:
        self._group.setExclusive(False)  # only so can none be on
        for one, option in self._options.items():
            option.setChecked(one is how)
        self._group.setExclusive(True)
        self.setFocusProxy(self._options[how or How.OPEN])  # whoever brings the question up brings the keyboard to it
        self._show_fields()

    def _how(self) -> How | None:
        return next((how for how, option in self._options.items() if option.isChecked()), None)

    def _chosen(self) -> None:
        how = self._how()
        self._desk.keep_draft(self._key("how"), how.value if how else "")
        self._show_fields()

    def _show_fields(self) -> None:
        how = self._how()
        self._fields.setVisible(how not in (None, How.OPEN))
        self._ready.setEnabled(how is not None)

    def _declare(self) -> None:
        how = self._how()
        if how is None:
            return
        aspect_id, name, family = self._aspect
        is_open = how is How.OPEN
        done = self._desk.do(
            "declare",
            openness.declare,
            new_id=self._desk.workspace.new_id(),
            at=self._desk.workspace.now(),
            aspect_id=aspect_id,
            aspect=name,
            family=family,
            how=how,
            whose="" if is_open else self._whose.text(),
            why="" if is_open else self._why.text(),
        )
        if not done:
            missing = self._whose if not self._whose.text().strip() else self._why
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for field, key in ((self._whose, "whose"), (self._why, "why")):
            with QSignalBlocker(field):
                drafts.done(field, self._key(key), self._desk)
        self._desk.keep_draft(self._key("how"), "")
        self.declared.emit()

    def _key(self, what: str) -> str:
        return f"openness/{self._aspect[0]}/{what}"
