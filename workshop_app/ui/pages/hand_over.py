"""Hand the laptop over: one after the other writes or draws an idea in silence. All of it lies face down."""

from functools import partial

from workshop_app.domain import audience
from workshop_app.domain.face_down import Capture, Entry
from workshop_app.domain.sessions import Asked
from workshop_app.ui import pieces, prompt_on
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages import projector
from workshop_app.ui.pages.handing import HandingPage
from workshop_app.ui.role_choice import RoleChoice
from workshop_app.ui.shared.card_backs import CardBacks, face_down_words
from workshop_app.ui.shared.handed import Handed
from workshop_app.ui.shared.writing_sheet import WritingSheet
from workshop_app.words import translate


class HandOverPage(HandingPage):
    """For the prompt that is on. Whose turn it is chooses no role: the leader says before who writes."""

    name = "hand-over"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            before=translate("hand-over", "Write in silence, one after the other."),
            after=translate("hand-over", "What was written lies face down, and does not say who wrote it."),
        )
        self._asked: Asked | None = None
        self._question = Words(size=22, bold=True)
        self._role = RoleChoice(translate("hand-over", "Who writes"), several=True)
        self._backs = CardBacks()
        self._count = pieces.label("", size=18, bold=True)
        column = self.lay_out_leader(
            translate("hand-over", "Hand the laptop over"),
            translate(
                "hand-over",
                "One after the other writes an idea in silence. It lies face down until you reveal them all.",
            ),
            self._question,
            projector.warning(),
        )
        column.addLayout(pieces.row(pieces.label(translate("hand-over", "Who writes?"), size=18), self._role, None))
        column.addLayout(pieces.row(self._backs, self._count, None, spacing=18))
        back = partial(desk.going.emit, "lead")
        column.addLayout(projector.ways(translate("hand-over", "It is off: hand it over"), self.hand_over, back))

    def refresh(self) -> None:
        """The prompt that is on, and how many lie face down for it."""
        asked = self._asked = prompt_on.prompt_on(self.desk)
        self._question.set_text(
            asked.text
            if asked
            else translate("hand-over", "Prepare a session first. Then there is a prompt to answer.")
        )
        count = prompt_on.counts(self.desk)[asked.id] if asked else 0
        self._backs.setVisible(count > 0)
        self._backs.show_count(count)
        self._count.setVisible(count > 0)
        self._count.setText(face_down_words(count))

    def has_something(self) -> bool:
        """Whether a prompt is on."""
        return self._asked is not None

    def make_sheet(self) -> Handed | None:
        """The question and a big box."""
        asked = self._asked
        if asked is None:
            return None
        return WritingSheet(audience.question(asked), audience.question(asked, plain=True), asked.symbol)

    def keep(self, sheet: Handed) -> bool:
        """Lay an idea face down."""
        asked = self._asked
        if asked is None or not isinstance(sheet, WritingSheet):
            return False
        written = sheet.writing
        entry = Entry(
            asked.session_id,
            asked.id,
            self._role.role(),
            written.text(),
            written.translation(),
            written.drawing(),
            Capture.HAND_OVER,
        )
        return self.desk.attempt(lambda: self.desk.workspace.put_private(entry)) is not None
