"""Who holds which job in a session: three lists to pick from, on the welcome and in a sheet while it goes on."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from workshop_app.domain import jobs, people
from workshop_app.domain.jobs import Task
from workshop_app.domain.people import Role
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.picks import Pick
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate


class JobPicks(QWidget):
    """Jobs are for students who are here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._picks: dict[Task, Pick] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        for place, (task, what) in enumerate(_what().items()):
            grid.setColumnStretch(place, 1)
            pick = Pick(jobs.name(task))
            pick.activated.connect(partial(self._give, task))
            self._picks[task] = pick
            grid.addWidget(pieces.label(jobs.name(task), size=16, bold=True), 0, place)
            grid.addWidget(pieces.label(what, tone="soft", size=15, wrap=True), 1, place, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(pick, 2, place)
        self.setLayout(grid)

    def refresh(self) -> None:
        """Who holds which job."""
        session = self._desk.session
        if session is None:
            return
        group = people.group(self._desk.programme)
        here = [one for one in group if one.role is Role.STUDENT and one.id in session.present]
        for task, pick in self._picks.items():
            holder = jobs.holder(self._desk.programme, session.id, task)
            pick.clear()
            pick.addItem(translate("jobs", "Nobody yet"), "")
            for person in here:
                pick.addItem(person.name, person.id)
            pick.setCurrentIndex(max(0, pick.findData(holder.id if holder else "")))

    def _give(self, task: Task, _index: int) -> None:
        session = self._desk.session
        if session is not None:
            self._desk.do(
                "give-job",
                jobs.give,
                new_id=self._desk.workspace.new_id(),
                session_id=session.id,
                task=task,
                person_id=str(self._picks[task].currentData() or "") or None,
            )


class JobsSheet(Veil):
    """Give or change the jobs while a session goes on."""

    def __init__(self, host: QWidget, desk: Desk) -> None:
        super().__init__(host)
        panel = pieces.frame("panel", margins=(24, 20, 24, 20), spacing=14)
        panel.setFixedWidth(theme.px(760))
        self._picks = JobPicks(desk)
        self._picks.refresh()
        done = pieces.button(translate("jobs", "Done"), self.leave, kind="primary")
        heading = pieces.label(translate("jobs", "Who takes a job today?"), size=20, bold=True)
        pieces.fill(panel, heading, self._picks, pieces.row(done, None))
        self.hold(panel)
        self.rise(done)


def line(desk: Desk) -> str:
    """Who holds which job, in one line; how to give one where nobody holds any."""
    session = desk.session
    if session is None:
        return ""
    held = ((task, jobs.holder(desk.programme, session.id, task)) for task in Task)
    said = [f"{jobs.name(task)}: {person.name}" for task, person in held if person is not None]
    return " · ".join(said) or translate("jobs", "Jobs…")


def _what() -> dict[Task, str]:
    return {
        Task.TIMEKEEPER: translate("jobs", "Watches the bar and says when it is time."),
        Task.READER: translate("jobs", "Reads prompts and ideas aloud."),
        Task.MOVER: translate("jobs", "Moves the cards as the group says."),
    }
