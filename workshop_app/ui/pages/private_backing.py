"""Back ideas in private: the laptop goes round, everybody ticks up to three, and nobody sees what anybody ticked."""

from functools import partial

from workshop_app.domain import audience, ideas
from workshop_app.domain.face_down import Backing
from workshop_app.domain.ideas import Idea
from workshop_app.ui import pieces, prompt_on
from workshop_app.ui.desk import Desk
from workshop_app.ui.pages import projector
from workshop_app.ui.pages.handing import HandingPage
from workshop_app.ui.role_choice import RoleChoice
from workshop_app.ui.shared.backing_sheet import BackingSheet
from workshop_app.ui.shared.handed import Handed
from workshop_app.words import translate


class PrivateBackingPage(HandingPage):
    """The ideas of the session. The leader sees how much waits, and counts it all at once."""

    name = "back-in-private"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            before=translate("backing", "Tick in silence, one after the other."),
            after=translate("backing", "Nobody sees what anybody ticked."),
        )
        self._role = RoleChoice(translate("backing", "Who backs now"), several=True)
        self._waits = pieces.label("", size=18, bold=True)
        self._count = pieces.button(translate("backing", "Count them"), self._count_all)
        column = self.lay_out_leader(
            translate("backing", "Back in private"),
            translate(
                "backing",
                "One after the other ticks up to three ideas. Nobody sees what anybody ticked, and it is counted "
                "all at once.",
            ),
            projector.warning(ticks=True),
        )
        column.addLayout(pieces.row(pieces.label(translate("backing", "Who backs?"), size=18), self._role, None))
        column.addLayout(pieces.row(self._waits, self._count, None, spacing=18))
        back = partial(desk.going.emit, "choose")
        column.addLayout(projector.ways(translate("backing", "It is off: hand it over"), self.hand_over, back))

    def refresh(self) -> None:
        """How much waits to be counted; never whose or for what."""
        waits = prompt_on.backing_waits(self.desk)
        self._count.setVisible(waits > 0)
        one, many = translate("backing", "1 tick waits."), translate("backing", "{n} ticks wait.", n=waits)
        waiting = many if waits > 1 else one if waits else ""
        self._waits.setText(" ".join(words for words in (self.turns_said(), waiting) if words))

    def has_something(self) -> bool:
        """Whether there are ideas to back."""
        if not self._ideas():
            self.desk.said.emit(translate("backing", "There are no ideas on the board yet."), "notice")
            return False
        return self.desk.session is not None

    def make_sheet(self) -> Handed | None:
        """Every idea of the session."""
        return BackingSheet([audience.card(idea) for idea in self._ideas()])

    def _ideas(self) -> list[Idea]:
        """Those of the session; all of the board where this session has not brought any."""
        session, programme = self.desk.session, self.desk.programme
        return (ideas.of_session(programme, session.id) if session else []) or ideas.on_board(programme)

    def keep(self, sheet: Handed) -> bool:
        """Keep the ticks, each on its own: not even which ones belong together is kept."""
        session = self.desk.session
        if session is None or not isinstance(sheet, BackingSheet):
            return False
        role = self._role.role()
        ticks = [Backing(session.id, idea_id, role) for idea_id in sheet.ticked()]
        return self.desk.attempt(lambda: self.desk.workspace.put_private(*ticks)) is not None

    def _count_all(self) -> None:
        session = self.desk.session
        if session is None:
            return
        if self.desk.attempt(lambda: self.desk.workspace.count_private_backing(session.id)) is not None:
            self.desk.going.emit("choose")
