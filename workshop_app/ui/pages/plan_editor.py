"""Writing a plan: the change, who does what by when, how we will know. The rest opens when it is wanted."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app import sealed
from workshop_app.domain import plans, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import Plan
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.lettering import Words
from workshop_app.ui.noted import NotedField
from workshop_app.ui.pages.plan_actions import ActionList, school_day
from workshop_app.ui.pages.plan_changes import PlanChanges
from workshop_app.ui.pages.plan_days import WantedDay
from workshop_app.ui.plan_lines import extras
from workshop_app.ui.reading_aloud import read_aloud
from workshop_app.ui.shared.asking import Asking
from workshop_app.words import translate

IN_SIX_WEEKS = timedelta(weeks=6)


class PlanField(NotedField):
    """One text of the plan."""

    def __init__(self, desk: Desk, plan_id: str, field: str, name: str, *, size: float = 17, height: int = 64) -> None:
        def saved() -> str | None:
            plan = desk.programme.all(Plan).get(plan_id)
            return None if plan is None else str(getattr(plan, field))

        def write(text: str) -> bool:
            return desk.do("write-plan", plans.write, plan_id, field, text)

        super().__init__(desk, f"plan/{plan_id}/{field}", name, saved, write, size=size, height=height)


class PlanEditor(QWidget):
    """The open plan."""

    def __init__(self, desk: Desk, plan_id: str) -> None:
        super().__init__()
        self.desk, self.plan_id = desk, plan_id
        self._fields: dict[str, PlanField] = {}
        self._boxes: dict[str, QWidget] = {}
        self._title = Words(size=26, bold=True)
        self._state = pieces.label("", tone="soft", size=15)
        self._actions = ActionList(desk, plan_id)
        body = QWidget()
        column = pieces.column(8)
        column.setContentsMargins(34, 20, 34, 20)
        body.setLayout(column)
        rename = pieces.button(translate("plan", "Another name…"), self._rename, kind="quiet")
        drop = pieces.button(translate("plan", "Put away"), self._drop, kind="quiet")
        column.addLayout(pieces.row(self._title, self._state, None, rename, drop))
        self._changes = PlanChanges(desk, plan_id)
        column.addWidget(self._changes)
        column.addWidget(self._box("change", translate("plan", "The change"), size=22, height=84))
        column.addWidget(pieces.label(translate("plan", "Who does what by when"), tone="soft", size=15))
        column.addWidget(self._actions)
        column.addWidget(self._box("how_we_know", translate("plan", "How we will know"), height=64))
        self._wanted = Flow(4)
        self._chips: dict[str, QWidget] = {}
        column.addLayout(self._wanted)
        for field, name in extras():
            box = self._box(field, name[:1].upper() + name[1:])
            column.addWidget(box)
            chip = pieces.button(f"+ {name}", partial(self._open, field), kind="quiet", name=name)
            self._chips[field] = chip
            self._wanted.addWidget(chip)
        self._step = WantedDay(
            desk,
            translate("plan", "The first small step is made by"),
            translate("plan", "a day for the first step"),
            lambda: school_day(desk.today() + plans.SOON),
            lambda day: desk.do("write-plan", plans.step_by, plan_id, day),
        )
        pieces.fill(self._boxes["first_step"], self._step, pieces.row(self._step.add, None))
        self._review = WantedDay(
            desk,
            translate("plan", "We look again on"),
            translate("plan", "a day to look again"),
            lambda: desk.today() + IN_SIX_WEEKS,
            lambda day: desk.do("write-plan", plans.review, plan_id, day),
        )
        column.addWidget(self._review)
        self._wanted.addWidget(self._review.add)
        column.addStretch(1)
        foot = pieces.frame("foot", margins=(34, 10, 34, 10))
        self._cue = Words(size=15, colour="notice", middle=True)
        self._bring = pieces.button(
            translate("plan", "What can we bring?"), partial(desk.going.emit, "assets"), kind="quiet"
        )
        close = pieces.button(translate("plan", "Read aloud and close for signing  →"), self._close, kind="primary")
        line = pieces.row(self._cue, self._bring, close)
        line.setStretch(0, 1)
        pieces.fill(foot, line)
        outer = pieces.column(0)
        self._area = pieces.scroller(body)
        outer.addWidget(self._area, 1)
        outer.addWidget(foot)
        self.setLayout(outer)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is saved."""
        plan = self.desk.programme.all(Plan).get(self.plan_id)
        if plan is None:
            return
        self._title.set_text(plan.title)
        state = translate("plan", "version {n}", n=plan.version)
        if plan.came_from:
            state = translate("plan", "{state}, first made at {school}", state=state, school=plan.came_from)
        self._state.setText(state)
        self._changes.refresh()
        for editor in self._fields.values():
            editor.show_saved()
        for field, chip in self._chips.items():
            filled = bool(self._fields[field].toPlainText())
            self._boxes[field].setVisible(filled or self._boxes[field].property("wanted") is True)
            chip.setVisible(self._boxes[field].isHidden())
        self._review.show_day(plan.review_on)
        self._step.show_day(plan.first_step_by)
        late = plan.first_step_by is not None and not plans.is_soon(plan.first_step_by, self.desk.today())
        self._step.say(translate("plan", "That is more than two weeks away. What could be smaller?") if late else "")
        self._actions.refresh()
        self._show_cue()

    def _show_cue(self) -> None:
        """One kind word on who carries the plan, where there is something to say."""
        programme = self.desk.programme
        alone = plans.rests_on_staff_alone(programme, self.plan_id)
        some = bool(plans.actions_of(programme, self.plan_id))
        cue = ""
        if alone:
            cue = translate("plan", "Everything here rests on staff. What could students or the community bring?")
        elif some and not plans.students_own_some(programme, self.plan_id):
            cue = translate("plan", "No student owns an action yet. Which part do students carry?")
        self._cue.set_text(cue)
        self._bring.setVisible(alone)

    def begin(self) -> None:
        """The plan comes up: one may write at once."""
        field = self._fields["change"]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.moveCursor(QTextCursor.MoveOperation.End)

    def flush(self) -> None:
        """Write down everything that is typed."""
        for field in self._fields.values():
            field.flush()

    def _box(self, field: str, name: str, *, size: float = 17, height: int = 64) -> QFrame:
        box = QFrame()
        column = pieces.column(4)
        box.setLayout(column)
        editor = PlanField(self.desk, self.plan_id, field, name, size=size, height=height)
        column.addWidget(pieces.label(name, tone="soft", size=15))
        column.addWidget(editor)
        self._fields[field], self._boxes[field] = editor, box
        return box

    def _open(self, field: str) -> None:
        self._boxes[field].setProperty("wanted", True)
        self._boxes[field].show()
        self._chips[field].hide()
        self._fields[field].setFocus()
        if field == "first_step":
            self._step.offer()
        QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, self._boxes[field], 0, 24))

    def _rename(self) -> None:
        Asking(
            self.window(),
            translate("plan", "What is the plan called?"),
            self.desk.programme.get(Plan, self.plan_id).title,
            translate("plan", "Call it that"),
            lambda text: self.desk.do("write-plan", plans.name_plan, self.plan_id, text),
        )

    def _drop(self) -> None:
        self.desk.do("drop-plan", plans.drop_plan, self.plan_id)

    def _close(self) -> None:
        self.flush()
        if not self._actions.say_what_is_typed():
            return
        try:
            text = signing.to_close(self.desk.programme, self.plan_id)
        except DomainError as error:
            self.desk.said.emit(str(error), "notice")
            return
        close = partial(self.desk.do, "close-plan", signing.close_for_signing, self.plan_id)
        read_aloud(self.desk, self, sealed.read(text), close)
