"""Welcome: the ground rules in plain words, no promise of secrecy, and jobs for students."""

from workshop_app.facilitation import care_words
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.job_picks import JobPicks
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
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
        self._jobs = JobPicks(desk)
        column.addWidget(self._jobs)
        column.addStretch(1)

    def refresh(self) -> None:
        """Who holds which job."""
        self._jobs.refresh()
