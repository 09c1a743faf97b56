"""We told them today: who told the students, and when, in one press."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_app.domain import told
from workshop_app.domain.people import Role, group
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.picks import Day
from workshop_app.words import translate

TELLER = "told/by"  # the draft of who told them last, on this laptop


class TellingBox(QWidget):
    """Asks who and when; both stand there already, as far as that is known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sources: Sequence[str] = ()
        asks, when = translate("telling", "Who tells them?"), translate("telling", "On")
        self._by = QLineEdit()
        self._by.setFont(theme.font(17))
        self._by.setAccessibleName(asks)
        self._day = Day(when, desk.today)
        self._told = pieces.button(translate("telling", "We told them"), self.tell, kind="primary")
        column = pieces.column(6)
        column.addWidget(pieces.label(asks, tone="soft", size=15))
        column.addWidget(self._by)
        column.addWidget(pieces.label(when, tone="soft", size=15))
        column.addLayout(pieces.row(self._day, None))
        column.addSpacing(6)
        column.addLayout(pieces.row(self._told, None))
        self.setLayout(column)

    def show_sources(self, sources: Sequence[str]) -> None:
        """The answers and replies that are to be told, by their ids."""
        self._sources = sources
        if not self._by.text():
            self._by.setText(teller(self._desk))
        self._day.show_day(self._desk.today())

    def tell(self) -> bool:
        """Put down that they were told."""
        return tell(self._desk, self._sources, self._by.text(), self._day)


def teller(desk: Desk) -> str:
    """Who tells the students, as far as that is known: whoever told them last, else the staff who are here."""
    before = desk.workspace.draft(TELLER)
    if before:
        return before
    here = desk.session.present if desk.session is not None else ()
    staff = [one for one in group(desk.programme) if one.role is Role.STAFF]
    return next((one.name for one in staff if one.id in here), staff[0].name if staff else "")


def tell(desk: Desk, sources: Sequence[str], by: str, day: Day | None = None, session_id: str | None = None) -> bool:
    """Put down that the students were told these answers, today where no day is named; False if it can't be."""
    workspace = desk.workspace
    done = desk.do(
        "tell",
        told.tell_all,
        new_ids=[workspace.new_id() for _ in sources],
        at=workspace.now(),
        answer_ids=sources,
        by=by,
        on=day.day() if day is not None else desk.today(),
        session_id=session_id,
    )
    if done:
        desk.keep_draft(TELLER, by)
    return done
