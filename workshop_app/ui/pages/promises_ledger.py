"""The ledger: every idea that was given, and which answer it has. What waits comes first, and ages in the open."""

from datetime import date

from PySide6.QtWidgets import QStackedWidget, QWidget

from workshop_app.domain import ledger, triggers
from workshop_app.domain.ledger import Entry, Ledger, Stands
from workshop_app.domain.programme import Programme
from workshop_app.ui import ledger_words, pieces
from workshop_app.ui.across import Across
from workshop_app.ui.desk import Desk
from workshop_app.ui.ledger_plans import LedgerPlans
from workshop_app.ui.ledger_rows import LedgerRows, Row
from workshop_app.ui.ledger_side import LedgerSide
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.promises_part import PromisesPart
from workshop_app.words import translate
from workshop_app.workspace import Changes

FILTER, OPEN = "ledger/filter", "ledger/open"  # drafts: what is listed, and which entry is open
SIDE_W = 470  # logical pixels
PLANS = "plans"
_LISTED = (Stands.WAITING, Stands.ANSWERED, Stands.TOLD, Stands.ASIDE)


class LedgerPart(PromisesPart):
    """A list at the left, one entry of it at the right; or all plans with their promises."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = Ledger((), 0)
        self._read_from: Programme | None = None
        self._read_on: date | None = None
        self._sum = Words("", size=24, bold=True)
        self._more = Words("", size=16, colour="soft")
        options = [(one.value, ledger_words.filter_name(one.value, 0)) for one in _LISTED]
        options.insert(3, (PLANS, translate("ledger", "By plan")))
        self._chips = pieces.Choice(options, self._filter, name=translate("ledger", "What to list"), kind="small")
        self._rows = LedgerRows()
        self._rows.chosen.connect(self._open)
        self._side = LedgerSide(desk)
        self._none = Words("", size=19, colour="soft")
        self._plans = LedgerPlans(desk)
        listed = pieces.frame("panel", margins=(2, 8, 2, 8))
        pieces.fill(listed, self._rows)
        across = Across(pieces.scroller(self._side), listed, SIDE_W, least=1000, first=False, spacing=24)
        empty = QWidget()
        around = pieces.column(0)
        around.addWidget(self._none)
        around.addStretch(1)
        empty.setLayout(around)
        self._stack = QStackedWidget()
        self._views: tuple[QWidget, ...] = (across, empty, pieces.scroller(self._plans))
        for view in self._views:
            self._stack.addWidget(view)
        column = pieces.column(8)
        column.addWidget(self._sum)
        column.addWidget(self._more)
        column.addLayout(pieces.row(self._chips, None))
        column.addWidget(self._stack, 1)
        self.setLayout(column)

    def take(self, changes: Changes) -> None:
        """Whatever changed may change what became of an idea."""
        self.refresh()

    def refresh(self) -> None:
        """The ledger as it is today."""
        self._read()
        self._show_sum()
        for one in _LISTED:
            count = ledger.count(self._book.standing(one))
            self._chips.rename(one.value, ledger_words.filter_name(one.value, count))
        key = self.desk.workspace.draft(FILTER) or Stands.WAITING.value
        self._chips.choose(key)
        across, empty, plans = self._views
        if key == PLANS:
            self._stack.setCurrentWidget(plans)
            self._plans.show_ledger(self._book)
            return
        entries = self._book.standing(Stands(key))
        self._stack.setCurrentWidget(across if entries else empty)
        self._none.set_text(_nothing(Stands(key)))
        self._rows.show_rows(self._listed(entries), self.desk.workspace.draft(OPEN))
        self._open(self._rows.key())

    def _read(self) -> None:
        """Read the ledger, unless nothing has happened since and it is the same day: a year's takes its time."""
        programme, today = self.desk.programme, self.desk.today()
        if programme is not self._read_from or today != self._read_on:
            self._book = ledger.of(programme, today)
            self._read_from, self._read_on = programme, today

    def _filter(self, key: str) -> None:
        self.desk.flushing.emit()
        self.desk.keep_draft(FILTER, key)
        self.refresh()

    def _open(self, key: str) -> None:
        if key and key != self.desk.workspace.draft(OPEN):
            self.desk.flushing.emit()
            self.desk.keep_draft(OPEN, key)
        entry = next((one for one in self._book.entries if one.key == key), None)
        self._side.show_entry(entry, late=entry is not None and self._book.is_late(entry))

    def _show_sum(self) -> None:
        waiting = self._book.standing(Stands.WAITING)
        n = ledger.count(waiting)
        said = translate("ledger", "{n} ideas wait for an answer.", n=n)
        if n == 1:
            said = translate("ledger", "1 idea waits for an answer.")
        if n == 0:
            said = translate("ledger", "No idea waits for an answer.")
        self._sum.set_text(said if self._book.entries else translate("ledger", "What becomes of every idea"))
        parts = []
        if waiting:
            oldest = max(one.days for one in waiting)
            if oldest:
                parts.append(translate("ledger", "The oldest: {days}.", days=ledger.since(oldest)))
        if self._book.promised:
            late = ledger.count(one for one in waiting if self._book.is_late(one))
            parts.append(translate("ledger", "The school promised {n} days.", n=self._book.promised))
            if late:
                parts.append(translate("ledger", "Waiting longer than that: {n}.", n=late))
        if over := len(triggers.overdue(self.desk.programme, self.desk.today())):
            parts.append(translate("ledger", "Answers that are overdue: {n}.", n=over))
        self._more.set_text(" ".join(parts))
        self._more.setVisible(bool(parts))

    def _listed(self, entries: list[Entry]) -> list[Row]:
        """Rows, under headings where they wait: what must be answered first, then the oldest."""
        today = self.desk.today()
        rows: list[Row] = []
        heading = ""
        for entry in sorted(entries, key=_place) if _waits(entries) else entries:
            above = _heading(entry)
            if above != heading:
                heading = above
                rows.append(Row("", heading))
            beneath, right = ledger_words.row(entry, today)
            late = self._book.is_late(entry) or (entry.trigger is not None and entry.trigger.due < today)
            rows.append(Row(entry.key, entry.title, beneath, right, late=late and entry.stands is Stands.WAITING))
        return rows


def _waits(entries: list[Entry]) -> bool:
    return bool(entries) and entries[0].stands is Stands.WAITING


def _place(entry: Entry) -> tuple[int, int]:
    """What must be answered by a day is listed first, by that day; the rest by how long it waits."""
    if entry.trigger is not None:
        return (0, entry.trigger.due.toordinal())
    return (1, -entry.days)


def _heading(entry: Entry) -> str:
    if entry.stands is not Stands.WAITING:
        return ""
    if entry.trigger is not None:
        return translate("ledger", "Must be answered by a day")
    return ledger.age_name(ledger.age(entry.days))


def _nothing(stands: Stands) -> str:
    return {
        Stands.WAITING: translate("ledger", "Nothing waits. Every idea has its answer."),
        Stands.ANSWERED: translate("ledger", "There is nothing to tell. What was answered was told."),
        Stands.TOLD: translate("ledger", "Nothing was told yet. It begins with an answer."),
        Stands.ASIDE: translate("ledger", "Nothing was set aside."),
    }[stands]
