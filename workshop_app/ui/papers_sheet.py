"""Print and papers: one calm list of all that can be printed. A place offers what fits there, and the whole list."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.dates import day_and_month
from workshop_app.documents.sizes import Size
from workshop_app.domain import audience, plans, signing, triggers
from workshop_app.domain.ideas import Idea
from workshop_app.domain.plans import Plan
from workshop_app.domain.sessions import in_order
from workshop_app.papers import Way
from workshop_app.papers.asking import Picked
from workshop_app.papers.catalogue import Paper, Wish
from workshop_app.ui import paper_words, pieces, theme
from workshop_app.ui.board_exports import exports
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.plan_export import export_plan
from workshop_app.ui.paper_export import export_paper
from workshop_app.ui.picks import Pick
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

PLAN, BOARD = "plan", "board"  # what is printed from elsewhere, and is in the whole list
ASKING = (Paper.PROMPTS, Paper.SLIPS)
AFTER = (Paper.RECORD,)
ON_PLAN = (PLAN, Paper.YOU_SAID, Paper.LETTER)
PROMISES = (Paper.YOU_SAID, Paper.ANSWERS, Paper.PROMISE, Paper.LETTER)
_WIDE, _AROUND = 780, 205  # logical pixels: the sheet; the room above, below and in it that is not the list's


class PapersSheet(Veil):
    """`fits` are the papers that the place offers, all of them if it is empty. `picked` prompts go before a session's.

    It stays until it is left, so that one after the other can be printed; what is made goes on with `owner`.
    """

    def __init__(self, host: QWidget, desk: Desk, fits: Collection[str] = (), picked: Picked = ()) -> None:
        super().__init__(host)
        self._desk, self._fits, self._picked, self._room_high = desk, set(fits), picked, host.height()
        self._session = Pick(translate("papers sheet", "Of which session"))
        for one in reversed(in_order(desk.programme)):
            words = translate("papers sheet", "Session {n}, {day}", n=one.number, day=day_and_month(one.held_on))
            self._session.addItem(words, one.id)
        self._session.setMinimumWidth(theme.px(250))
        self._rows = pieces.column(2)
        inside = QWidget()
        inside.setLayout(self._rows)
        self._scroller = pieces.scroller(inside)
        self._whole = pieces.button(translate("papers sheet", "All papers"), self._show_all, kind="quiet")
        self._whole.setVisible(bool(self._fits))
        self._leave = self.way_out = pieces.button(translate("papers sheet", "Done"), self.leave)
        panel = pieces.frame("panel", margins=(26, 20, 26, 20), spacing=10)
        self._wide = min(theme.px(_WIDE), host.width() - 40)
        panel.setFixedWidth(self._wide)
        title = pieces.label(translate("papers sheet", "Print and papers"), size=20, bold=True)
        pieces.fill(
            panel, pieces.row(title, None, self._session), self._scroller, pieces.row(self._whole, None, self._leave)
        )
        self.hold(panel)
        self._list()
        self.rise(self._leave)

    def _show_all(self) -> None:
        self._fits.clear()
        self._whole.hide()
        self._leave.setFocus()  # the button that was pressed is gone
        self._list()
        QTimer.singleShot(0, self, self._give_room)  # what comes into a window that is up has no size before

    def _list(self) -> None:
        pieces.clear(self._rows)
        for heading, made in (
            (translate("papers sheet", "To ask"), [*self._prompts(), *self._slips()]),
            (translate("papers sheet", "To keep"), [*self._record(), *self._board()]),
            (translate("papers sheet", "For the wall"), [*self._sized(Paper.YOU_SAID), *self._sized(Paper.ANSWERS)]),
            (translate("papers sheet", "For the school"), [*self._plans(), *self._promise(), *self._letters()]),
        ):
            if made:
                self._rows.addWidget(pieces.label(heading, tone="soft", size=15))
            for one in made:
                self._rows.addWidget(one)
        of_session = self._wants(Paper.RECORD) or (not self._picked and any(map(self._wants, ASKING)))
        self._session.setVisible(of_session and self._session.count() > 0)
        self._rows.addStretch(1)
        self._give_room()

    def _give_room(self) -> None:
        """As much as the list needs, or as there is."""
        wanted = self._rows.totalHeightForWidth(self._wide - 60)
        self._scroller.setFixedHeight(max(60, min(wanted, self._room_high - theme.px(_AROUND))))

    def _wants(self, paper: str) -> bool:
        return not self._fits or paper in self._fits

    def _prompts(self) -> list[QFrame]:
        if not self._wants(Paper.PROMPTS) or not (self._picked or self._session.count()):
            return []
        each = pieces.Choice(
            (("1", translate("papers sheet", "One a page")), ("4", translate("papers sheet", "Four a page"))),
            name=translate("papers sheet", "How many questions on a page"),
            kind="small",
        )
        each.choose("1")
        return [self._row(Paper.PROMPTS, (each,), lambda: self._asking(each=int(each.key())))]

    def _slips(self) -> list[QFrame]:
        if not self._wants(Paper.SLIPS):
            return []
        asked = (("asked", translate("papers sheet", "With the questions")),)
        kinds = (*(asked if self._picked or self._session.count() else ()), ("", translate("papers sheet", "Empty")))
        which = pieces.Choice(kinds, name=translate("papers sheet", "What stands on the slips"), kind="small")
        which.choose(kinds[0][0])
        draw = pieces.button(translate("papers sheet", "Room to draw"), kind="small")
        draw.setCheckable(True)

        def wish() -> Wish:
            return self._asking(drawing=draw.isChecked()) if which.key() else Wish(drawing=draw.isChecked())

        return [self._row(Paper.SLIPS, (which, draw), wish)]

    def _asking(self, *, each: int = 1, drawing: bool = False) -> Wish:
        """Of what was picked, where something was; else of the session."""
        session_id = "" if self._picked else str(self._session.currentData() or "")
        return Wish(session_id=session_id, picked=self._picked, each=each, drawing=drawing)

    def _record(self) -> list[QFrame]:
        if not self._wants(Paper.RECORD) or not self._session.count():
            return []
        return [self._row(Paper.RECORD, (), lambda: Wish(session_id=str(self._session.currentData())))]

    def _sized(self, paper: Paper) -> list[QFrame]:
        if not self._wants(paper):
            return []
        size = pieces.Choice(
            [(one.value, one.value) for one in reversed(Size)],
            name=translate("papers sheet", "Size of {paper}", paper=paper_words.name(paper)),
            kind="small",
        )
        size.choose(Size.A3.value)
        return [self._row(paper, (size,), lambda: Wish(size=Size(size.key())))]

    def _promise(self) -> list[QFrame]:
        return [self._row(Paper.PROMISE, (), Wish)] if self._wants(Paper.PROMISE) else []

    def _letters(self) -> list[QFrame]:
        """A row for each letter; it says about what."""
        if not self._wants(Paper.LETTER):
            return []
        programme = self._desk.programme
        return [
            self._row(
                Paper.LETTER,
                (),
                partial(Wish, trigger_id=one.id),
                audience.heading(programme.get(Idea, one.idea_id)),
            )
            for one in triggers.waiting(programme)
        ]

    def _plans(self) -> list[QFrame]:
        """Plans that are signed: for the head, and for everybody."""
        if not self._wants(PLAN):
            return []
        programme = self._desk.programme
        signed = [one for one in plans.plans(programme) if signing.standing(programme, one.id).is_signed_off]
        return [self._plan(one) for one in signed]

    def _plan(self, plan: Plan) -> QFrame:
        ways = pieces.Choice(
            (
                (Way.HEAD, translate("papers sheet", "For the head")),
                (Way.PLAIN, translate("papers sheet", "Plain words")),
                (Way.LARGE, translate("papers sheet", "Large print")),
            ),
            name=translate("papers sheet", "How the plan is printed"),
            kind="small",
        )
        ways.choose(Way.HEAD)

        def save() -> None:
            export_plan(self._desk, self._host, plan.id, Way(ways.key()))

        means = translate("papers sheet", "A plan that is signed.")
        return self._line(plan.title, means, (ways,), save)

    def _board(self) -> list[QFrame]:
        if not self._wants(BOARD):
            return []
        ways = exports(self._desk, self._host).inside
        means = translate("papers sheet", "The board as it is looked at now.")
        return [self._line(one.words, means, (), one.do) for one in ways]

    def _row(self, paper: Paper, choices: Sequence[QWidget], wish: Callable[[], Wish], about: str = "") -> QFrame:
        def save() -> None:
            export_paper(self._desk, self._host, paper, wish())

        return self._line(paper_words.name(paper), about or paper_words.means(paper), choices, save)

    def _line(self, name: str, means: str, choices: Sequence[QWidget], save: Callable[[], object]) -> QFrame:
        """What it is, what of it may be chosen, and the button that saves it."""
        words = pieces.column(0)
        words.addWidget(Words(name, size=18))
        words.addWidget(Words(means, size=15, colour="soft", most=2))
        label = translate("papers sheet", "Save: {paper}", paper=name)
        button = pieces.button(translate("papers sheet", "Save…"), save, kind="small", name=label)
        button.setAccessibleDescription(means)
        line = pieces.row(words, *choices, button, spacing=8)
        line.setStretch(0, 1)
        made = pieces.frame("row", margins=(0, 4, 6, 6))
        pieces.fill(made, line)
        return made
