"""Signing a closed plan: its words in large type to be read aloud, and a place to sign for everybody who is here."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QMenu, QWidget

from workshop_app import sealed
from workshop_app.domain import replies, signing
from workshop_app.domain.facts import Happened
from workshop_app.domain.plans import Plan
from workshop_app.papers import Way
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages import plan_words
from workshop_app.ui.pages.plan_changes import PlanChanges
from workshop_app.ui.pages.plan_export import export_plan
from workshop_app.ui.pages.plan_places import PlanPlaces
from workshop_app.ui.reading_aloud import read_aloud
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.words import translate


class PlanSigning(QWidget):
    """The closed plan. What is shown is exactly what was closed, not what is in the programme now."""

    def __init__(self, desk: Desk, plan_id: str) -> None:
        super().__init__()
        self.desk, self.plan_id = desk, plan_id
        self._words = pieces.column(6)
        words = QWidget()
        words.setLayout(self._words)
        self._words.setContentsMargins(34, 22, 24, 22)
        self._side = PlanPlaces(desk, plan_id, self._read)
        side = QWidget()
        beside = pieces.column(6)
        side.setLayout(beside)
        beside.setContentsMargins(10, 22, 34, 22)
        self._changes = PlanChanges(desk, plan_id)
        beside.addWidget(self._changes)
        beside.addWidget(self._side, 1)
        line: QLayout
        if theme.scale() == 1:
            line = pieces.row(pieces.scroller(words), pieces.scroller(side), spacing=0)
            line.setStretch(0, 11)
            line.setStretch(1, 10)
        else:  # one below the other, and the page scrolls
            line = pieces.column(0)
            line.addWidget(words)
            line.addWidget(side)
        foot = pieces.frame("foot", margins=(34, 10, 34, 10))
        self._said = Words(size=15, colour="soft", middle=True)
        reopen = pieces.button(translate("signing", "Reopen to change it"), self._reopen)
        self._pdf = pieces.button(
            translate("signing", "PDF for the head"), partial(export_plan, desk, self, plan_id), kind="primary"
        )
        self._copies = pieces.button(translate("signing", "For everybody…"), self._offer_copies)
        line_below = pieces.row(self._said, reopen, self._copies, self._pdf)
        line_below.setStretch(0, 1)
        pieces.fill(foot, line_below)
        outer = pieces.column(0)
        outer.addLayout(line, 1)
        outer.addWidget(foot)
        self.setLayout(outer)
        self._shown = ""
        self.refresh()

    def refresh(self) -> None:
        """Show the plan and where its signing stands."""
        plan = self.desk.programme.all(Plan).get(self.plan_id)
        if plan is None or plan.sealed is None:
            return
        if plan.sealed != self._shown:
            self._shown = plan.sealed
            plan_words.show(self._words, sealed.read(plan.sealed))
        standing = signing.standing(self.desk.programme, self.plan_id)
        self._side.show_standing(standing)
        self._changes.refresh()
        self._pdf.setEnabled(standing.is_signed_off)
        self._copies.setEnabled(standing.is_signed_off)
        now = signing.content_hash(plan.sealed)
        answered = bool(replies.replies_to(self.desk.programme, self.plan_id, now))
        sent = [
            fact
            for fact in self.desk.workspace.facts
            if fact.what is Happened.EXPORTED and fact.data.get("hash") == now
        ]
        pieces.restyle(self._pdf, "" if sent else "primary")  # what comes next is said above the plan then
        self._pdf.setFont(theme.font(16 if sent else 18))
        if sent:
            said = translate("signing", "Exported as {file}.", file=Path(str(sent[-1].data["file"])).name)
            if standing.to_sign and not answered:
                said += " " + translate("signing", "More can sign; then export it again.")
            self._said.set_text(said)
        elif standing.is_signed_off:
            self._said.set_text(translate("signing", "Signed. It can go to the head, or wait for more names."))
        else:
            self._said.set_text(translate("signing", "At least one student and one member of staff sign."))

    def _offer_copies(self) -> None:
        """The plan on paper for those who made it and those who will live with it: nobody answers these."""
        menu = QMenu(self)
        ways = {
            Way.PLAIN: translate("signing", "In plain words (PDF)"),
            Way.LARGE: translate("signing", "In large print (PDF)"),
        }
        for way, name in ways.items():
            menu.addAction(name, partial(export_plan, self.desk, self, self.plan_id, way))
        pieces.open_below(menu, self._copies)

    def begin(self) -> None:
        """The plan comes up. Once somebody signed, the next is at hand; before, a letter that is typed signs nobody."""
        QTimer.singleShot(0, self._side, self._side.focus_next)

    def _read(self) -> None:
        plan = self.desk.programme.all(Plan).get(self.plan_id)
        if plan is not None and plan.sealed is not None:
            read_aloud(self.desk, self, sealed.read(plan.sealed))

    def _reopen(self) -> None:
        count = len(signing.standing(self.desk.programme, self.plan_id).signed)
        if not count:
            self._reopen_now()
            return
        Confirming(
            self.window(),
            translate("signing", "Reopen the plan?"),
            translate("signing", "It becomes the next version. The {n} who signed are asked again.", n=count)
            if count > 1
            else translate("signing", "It becomes the next version. Who signed is asked again."),
            translate("signing", "Reopen it"),
            self._reopen_now,
        )

    def _reopen_now(self) -> None:
        self.desk.do("reopen-plan", signing.reopen, self.plan_id)
