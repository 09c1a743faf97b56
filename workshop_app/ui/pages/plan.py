"""Plans: on the left what goes forward and what became of it, on the right the plan that is open."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop_app import homecoming
from workshop_app.domain import asset_map, audience, choosing, making_sense, plans, replies, signing
from workshop_app.domain.asset_map import Asset
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action, Plan
from workshop_app.domain.replies import Reply
from workshop_app.domain.signing import Signature
from workshop_app.facilitation.fitting_assets import help_with
from workshop_app.ui import pieces
from workshop_app.ui.across import Across
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import OPEN_PLAN as OPEN
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.plan_editor import PlanEditor
from workshop_app.ui.pages.plan_replies import PlanReplies
from workshop_app.ui.pages.plan_signing import PlanSigning
from workshop_app.ui.papers_sheet import ON_PLAN, PapersSheet
from workshop_app.ui.theme import px
from workshop_app.words import translate
from workshop_app.workspace import Changes

MOST_LETTERS = 60  # of a plan's name that is made of an idea: the head reads it at the top of the page
EMPTY_W = 620  # logical pixels of what is said where no plan is open


class PlanPage(Page):
    """It finds the right view for a plan: the editor while it is open, the signing once it is closed."""

    name = "plan"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plan_id = desk.workspace.draft(OPEN)
        self._list = pieces.column(8)
        inside = QWidget()
        inside.setLayout(self._list)
        rail = QFrame()
        rail.setProperty("kind", "rail")
        column = QVBoxLayout(rail)
        column.setContentsMargins(16, 18, 10, 12)
        column.addWidget(pieces.scroller(inside))
        bring = pieces.button(translate("plan", "What we can bring…"), partial(desk.going.emit, "assets"), kind="quiet")
        column.addWidget(bring)
        column.addWidget(pieces.button(translate("plan", "Print…"), self._print, kind="quiet"))
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._view: PlanEditor | PlanSigning | None = None
        self._shown: object = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._replies = PlanReplies(desk)
        main = QWidget()
        below = pieces.column(0)
        main.setLayout(below)
        below.addWidget(self._replies)
        below.addWidget(place, 1)
        line.addWidget(Across(rail, main, 268, least=900))
        desk.flushing.connect(self._flush)

    def enter(self) -> None:
        """The page comes up."""
        meant = self.desk.workspace.draft(OPEN)
        if meant not in ("", self._plan_id):
            self._plan_id, self._stale = meant, True  # another page spoke of it
        super().enter()
        if self._view is not None:
            self._view.begin()

    def take(self, changes: Changes) -> None:
        """A plan changed, or what it is made of."""
        if changes.touches(Plan, Action, Signature, Person, Idea, Theme, Asset, Reply) or changes.fact:
            self.refresh()

    def refresh(self) -> None:
        """The list, and the open plan in the view that fits."""
        standing = {plan.id: plan for plan in plans.plans(self.desk.programme)}
        if self._plan_id not in standing:
            self._plan_id = next(iter(standing), "")
        self._show_list(list(standing.values()))
        self._replies.show_plan(self._plan_id)
        plan = standing.get(self._plan_id)
        wanted = None if plan is None else PlanSigning if plan.sealed is not None else PlanEditor
        view = self._view
        if plan is None or wanted is None:
            self._swap(None)
        elif not isinstance(view, wanted) or view.plan_id != plan.id:
            self._swap(wanted(self.desk, plan.id))
        elif view is not None:
            view.refresh()

    def _print(self) -> None:
        self._flush()
        PapersSheet(self.window(), self.desk, ON_PLAN)

    def open_plan(self, plan_id: str) -> None:
        """Show a plan."""
        self._flush()
        self._plan_id = plan_id
        self.desk.keep_draft(OPEN, plan_id)
        self.refresh()

    def _swap(self, view: PlanEditor | PlanSigning | None) -> None:
        pieces.clear(self._place)
        self._view = view
        if view is not None:
            self._place.addWidget(view)
            if self.isVisible():
                view.begin()
            return
        empty = pieces.column(14)
        empty.addStretch(1)
        has_any = bool(choosing.going_forward(self.desk.programme))
        words = (
            translate("plan", "Make a plan of an idea that goes forward. Three fields are enough.")
            if has_any
            else translate("plan", "A plan begins with an idea that the group takes forward.")
        )
        said = Words(words, size=22)
        said.setMaximumWidth(px(EMPTY_W))
        middle = pieces.row(None, said, None)
        middle.setStretch(1, 100)  # as wide as it may be, so that a second line finds its room
        empty.addLayout(middle)
        if not has_any:
            choose = pieces.button(
                translate("plan", "Choose ideas  →"), partial(self.desk.going.emit, "choose"), kind="primary"
            )
            empty.addWidget(choose, alignment=Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch(2)
        holder = QWidget()
        holder.setLayout(empty)
        self._place.addWidget(holder)

    def _show_list(self, standing: list[Plan]) -> None:
        planned = {idea_id for plan in standing for idea_id in plan.idea_ids}
        waiting = [idea for idea in choosing.going_forward(self.desk.programme) if idea.id not in planned]
        sent = {one.content_hash for one in homecoming.sendings(self.desk.workspace.facts)}
        states = {plan.id: state_words(self.desk, plan, sent) for plan in standing}
        shown = (
            self._plan_id,
            [(plan.id, plan.title, states[plan.id]) for plan in standing],
            [(idea.id, audience.heading(idea)) for idea in waiting],
        )
        if shown == self._shown:
            return  # a button under somebody's finger must not be replaced
        self._shown = shown
        pieces.clear(self._list)
        if standing:
            self._list.addWidget(pieces.label(translate("plan", "Plans"), size=16, bold=True))
        for plan in standing:
            self._list.addWidget(self._plan_card(plan, states[plan.id]))
        if waiting:
            self._list.addSpacing(10)
            self._list.addWidget(pieces.label(translate("plan", "Going forward"), size=16, bold=True))
        for idea in waiting:
            self._list.addWidget(self._idea_card(idea))
        self._list.addStretch(1)

    def _plan_card(self, plan: Plan, stands: str) -> QFrame:
        now = plan.id == self._plan_id
        card = pieces.frame("accent" if now else "panel", margins=(14, 10, 10, 10), spacing=2)
        state = pieces.label(stands, tone="soft", size=14, wrap=True)
        pieces.fill(card, Words(plan.title, size=16, bold=now, most=2), state)
        if not now:
            name = translate("plan", "Open the plan {title}", title=plan.title)
            open_it = pieces.button(
                translate("plan", "Open"), partial(self.open_plan, plan.id), kind="small", name=name
            )
            pieces.fill(card, pieces.row(open_it, None))
        return card

    def _idea_card(self, idea: Idea) -> QFrame:
        card = pieces.frame("panel", margins=(14, 10, 10, 10), spacing=6)
        name = translate("plan", "Make a plan of: {idea}", idea=audience.heading(idea))
        make = pieces.button(translate("plan", "Make a plan"), partial(self._start, idea), kind="small", name=name)
        pieces.fill(card, Words(audience.heading(idea), size=15, most=3), pieces.row(make, None))
        return card

    def _start(self, idea: Idea) -> None:
        theme = self.desk.programme.all(Theme).get(idea.theme_id or "")
        workspace = self.desk.workspace
        plan_id = workspace.new_id()
        self._plan_id = plan_id
        taken = {plan.title for plan in plans.plans(self.desk.programme)}
        named = theme is not None and making_sense.is_named(theme) and theme.name not in taken
        title = theme.name if theme is not None and named else _short(audience.heading(idea))
        about = [title, idea.text, idea.translation]
        help_ = help_with(about, asset_map.assets(self.desk.programme))
        started = self.desk.do(
            "start-plan",
            plans.start,
            new_id=plan_id,
            at=workspace.now(),
            title=title,
            idea_ids=[idea.id],
            help_we_have=help_,
        )
        if started:
            self.desk.keep_draft(OPEN, plan_id)

    def _flush(self) -> None:
        if isinstance(self._view, PlanEditor):
            self._view.flush()


def state_words(desk: Desk, plan: Plan, sent: Collection[str]) -> str:
    """Where a plan stands, in a few words. `sent` are the hashes of all that went out."""
    if plan.sealed is None:
        return translate("plan", "version {n}, being written", n=plan.version)
    standing = signing.standing(desk.programme, plan.id)
    now = signing.content_hash(plan.sealed)
    if replies.replies_to(desk.programme, plan.id, now):
        waits = replies.waiting(desk.programme, plan.id)
        return translate("plan", "answered in part") if waits else translate("plan", "answered")
    if now in sent:
        return translate("plan", "signed by {n}, and sent", n=len(standing.signed))
    if standing.is_signed_off:
        return translate("plan", "signed by {n}", n=len(standing.signed))
    return translate("plan", "closed for signing")


def _short(text: str) -> str:
    words = text.split()
    short = ""
    for word in words:
        if len(short) + len(word) >= MOST_LETTERS:
            return short.rstrip(",;:–- ") + "…"
        short = f"{short} {word}".strip()
    return short or text[:MOST_LETTERS]
