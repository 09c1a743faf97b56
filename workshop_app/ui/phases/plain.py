"""Phases that need no more than a sentence or two to the room, and a way to the page where they happen."""

from functools import partial

from workshop_app.domain.agenda import Part
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.last_time import LastTime
from workshop_app.ui.leading import PAGE_OF, Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.ui.while_away import WhileAway
from workshop_app.words import translate


class CheckInPanel(Panel):
    """Everybody says one word, or passes."""

    wide = True

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        column.addWidget(Symbol("speech", 72))
        column.addWidget(title(translate("phases", "How are you here today? One word, or pass.")))
        say = translate(
            "phases", "Go round once. Students begin, adults say a word too. Nobody comments, nobody writes it down."
        )
        column.addWidget(Words(say, size=20))
        column.addStretch(1)


class LastTimePanel(Panel):
    """What became of what was said before: answers with their reasons, what still waits, and what somebody missed."""

    wide = True

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        column.addWidget(title(translate("phases", "What came of it")))
        self._away = WhileAway(desk)
        self._last = LastTime(desk)
        column.addWidget(self._last, 1)
        column.addWidget(self._away)

    def refresh(self) -> None:
        """Everything since the last session."""
        session = self.desk.session
        if session is not None:
            self._last.show_session(session.id)
            self._away.show_people(session.present, today=session.id)


class ElsewherePanel(Panel):
    """A phase that happens on a page of its own: what to say, and the way there."""

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        self._symbol = Symbol("group", 72)
        self._title = title()
        self._say = Words("", size=17)
        self._go = pieces.button("", self._there, kind="primary")
        self._bring = pieces.button(translate("phases", "What can we bring?"), partial(desk.going.emit, "assets"))
        for part in (self._symbol, self._title, self._say):
            column.addWidget(part)
        column.addLayout(pieces.row(self._go, self._bring, None))
        column.addStretch(1)

    def refresh(self) -> None:
        """What this phase is about."""
        if self.round is None or self.round.phase is None or self.round.phase.part not in PAGE_OF:
            return
        symbol, heading, say, go = _told(self.round.phase.part)
        self._symbol.show_symbol(symbol)
        self._title.set_text(heading)
        self._say.set_text(say)
        self._go.setText(go)
        self._go.setAccessibleName(go)
        self._bring.setVisible(self.round.phase.part is Part.PLAN)

    def _there(self) -> None:
        if self.round is not None and self.round.phase is not None:
            partial(self.desk.going.emit, PAGE_OF[self.round.phase.part])()


def _told(part: Part) -> tuple[str, str, str, str]:
    told = {
        Part.MAKE_SENSE: (
            "group",
            translate("phases", "What belongs together?"),
            translate(
                "phases", "Students drag cards side by side and name what they see. Ask why; don’t name it for them."
            ),
            translate("phases", "To the board  →"),
        ),
        Part.CHOOSE: (
            "hand",
            translate("phases", "What matters most to us?"),
            translate(
                "phases", "Back ideas, in the open or in private. Then ask who can’t live with what goes forward."
            ),
            translate("phases", "Choose together  →"),
        ),
        Part.PLAN: (
            "plan",
            translate("phases", "Who does what by when?"),
            translate(
                "phases", "Begin with what students can start themselves. Only some of it has to wait for a decision."
            ),
            translate("phases", "To the plan  →"),
        ),
        Part.SIGN_OFF: (
            "pen",
            translate("phases", "Is this what we mean?"),
            translate("phases", "The reader reads the plan aloud. Whoever agrees signs, students first."),
            translate("phases", "Read and sign  →"),
        ),
    }
    return told[part]
