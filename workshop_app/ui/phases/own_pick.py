"""The students' own pick: one aspect that was never asked, in each session, chosen by them."""

from workshop_app.domain import sessions
from workshop_app.facilitation import asking, coverage, own_pick
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.ui.shared.student_pick import StudentPick
from workshop_app.words import translate


class OwnPickPanel(Panel):
    """Students press a tile; its opener is asked next."""

    wide = True

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        self._title = title()
        column.addWidget(self._title)
        say = translate(
            "phases",
            "Students choose one together, by pointing or by hands. What adults keep closed can be picked too.",
        )
        column.addWidget(Words(say, size=16))
        self._pick = StudentPick()
        self._pick.picked.connect(self._picked)
        column.addWidget(self._pick)
        column.addStretch(1)

    def refresh(self) -> None:
        """What was never asked, in an order of this session's own."""
        session = self.desk.session
        if session is not None:
            later = self.leading.picks_for_next_time()
            now = translate("phases", "Your pick: what has nobody asked you yet?")
            then = translate("phases", "Your pick: what shall we talk about next time?")
            self._title.set_text(then if later else now)
            map_ = coverage.explored(self.desk.programme, self.desk.workspace.facts, self.desk.bank)
            self._pick.show_aspects(own_pick.offered(map_, session.id))

    def _picked(self, aspect_id: str) -> None:
        session = self.desk.session
        if session is None:
            return
        if self.leading.picks_for_next_time():
            if self.desk.do("pick-aspect", sessions.pick_for_next, session.id, aspect_id):
                self.leading.step(1)
            return
        aspect = self.desk.bank.aspect(aspect_id)
        place = 1 + max((one.place for one in sessions.all_asked(self.desk.programme, session.id)), default=-1)
        picked = [(aspect, asking.opener(aspect))]
        (asked,) = asking.copies(picked, session.id, self.desk.workspace.new_id, place=place)
        if self.desk.do("pick-aspect", sessions.pick, asked):
            self.leading.go_to(asked.id)
