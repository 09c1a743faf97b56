"""Welcome: the ground rules in plain words, no promise of secrecy, and jobs for students."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from workshop_app.domain import jobs, people
from workshop_app.domain.jobs import Task
from workshop_app.domain.people import Role
from workshop_app.facilitation import care_words
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.ui.picks import Pick
from workshop_app.words import translate


class WelcomePanel(Panel):
    """The reader reads the rules aloud; whoever holds a job is chosen by the group."""

    wide = True

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        column.addWidget(title(translate("welcome", "Welcome. This is how we work together.")))
        rules = pieces.frame("panel", margins=(16, 12, 16, 14), spacing=8)
        for rule in care_words.ground_rules():
            pieces.fill(rules, Words(f"•  {rule}", size=22))
        column.addWidget(rules)
        column.addWidget(Words(care_words.promise(), size=19))
        column.addSpacing(6)
        column.addWidget(pieces.label(translate("welcome", "Who takes a job today?"), size=17, bold=True))
        self._picks: dict[Task, Pick] = {}
        grid = QGridLayout()
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
        column.addLayout(grid)
        column.addStretch(1)

    def refresh(self) -> None:
        """Who holds which job."""
        session = self.desk.session
        if session is None:
            return
        here = [
            one for one in people.group(self.desk.programme) if one.role is Role.STUDENT and one.id in session.present
        ]
        for task, pick in self._picks.items():
            holder = jobs.holder(self.desk.programme, session.id, task)
            pick.clear()
            pick.addItem(translate("welcome", "Nobody yet"), "")
            for person in here:
                pick.addItem(person.name, person.id)
            pick.setCurrentIndex(max(0, pick.findData(holder.id if holder else "")))

    def _give(self, task: Task, _index: int) -> None:
        session = self.desk.session
        if session is not None:
            self.desk.do(
                "give-job",
                jobs.give,
                new_id=self.desk.workspace.new_id(),
                session_id=session.id,
                task=task,
                person_id=str(self._picks[task].currentData() or "") or None,
            )


def _what() -> dict[Task, str]:
    return {
        Task.TIMEKEEPER: translate("welcome", "Watches the bar and says when it is time."),
        Task.READER: translate("welcome", "Reads prompts and ideas aloud."),
        Task.MOVER: translate("welcome", "Moves the cards as the group says."),
    }
