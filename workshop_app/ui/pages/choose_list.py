"""Every idea with its backing: those of the session that is on, theme by theme; the earlier ones behind a button."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_app.domain import choosing, ideas, plans, through_plans
from workshop_app.domain.ideas import Idea
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.choose_row import BackingRow
from workshop_app.words import translate

MOST_ROWS = 60
PAUSE_MS = 150  # after a letter, before the list follows
_GOING, _ANSWERED = "going", "answered"


class BackList(QWidget):
    """`search` is the field above it, which finds in all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[str, BackingRow] = {}
        self._unfolded = ""  # the session in which the earlier ideas are shown
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("choose", "Find an idea or a theme"))
        self.search.setAccessibleName(translate("choose", "Find an idea or a theme"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._column = pieces.column(8)
        self.setLayout(self._column)

    def show_backing(self, idea_ids: Collection[str]) -> bool:
        """Show hands that were counted in the rows there are; False where an idea has none."""
        if not all(idea_id in self._rows for idea_id in idea_ids):
            return False
        for idea_id in idea_ids:
            self._rows[idea_id].show_idea(self._desk.programme.get(Idea, idea_id))
        return True

    def refresh(self) -> None:
        """All of it anew."""
        pieces.clear(self._column)
        self._rows = {}
        programme, session = self._desk.programme, self._desk.session
        wanted = self.search.text().casefold().strip()
        names = {one.id: one.name for one in ideas.themes(programme)}
        order = {theme_id: place for place, theme_id in enumerate(names)}
        found = [
            idea
            for idea in ideas.on_board(programme)
            if wanted in f"{idea.text}\n{idea.translation}".casefold()
            or wanted in names.get(idea.theme_id or "", "").casefold()
        ]
        found.sort(key=lambda idea: (order.get(idea.theme_id or "", len(order)), idea.place))
        before = {idea.id for idea in choosing.earlier(programme, session.id if session else None)}
        loose = translate("choose", "Not in a theme")
        themed = lambda idea: names.get(idea.theme_id or "", loose)  # noqa: E731 - the name above an idea
        self._list([idea for idea in found if idea.id not in before], themed)
        self._earlier([idea for idea in found if idea.id in before], themed, searched=bool(wanted))
        if not found:
            self._column.addWidget(pieces.label(_none(wanted), tone="soft", size=17, wrap=True))
        self._column.addStretch(1)

    def _earlier(self, found: list[Idea], themed: Callable[[Idea], str], *, searched: bool) -> None:
        """Ideas of earlier sessions: what nobody took up yet, what is on its way, and what has an answer."""
        if not found:
            return
        session_id = self._desk.session.id if self._desk.session else ""
        fold = pieces.button(translate("choose", "Earlier ideas ({n})", n=len(found)), self._fold)
        fold.setCheckable(True)
        fold.setChecked(searched or self._unfolded == session_id)
        self._column.addSpacing(8)
        self._column.addLayout(pieces.row(fold, None))
        if not fold.isChecked():
            return
        programme = self._desk.programme
        given = through_plans.heard(programme)
        going = {idea_id for plan in plans.plans(programme) for idea_id in plan.idea_ids}
        going.update(idea.id for idea in found if idea.forward)
        stands = {idea.id: _ANSWERED if idea.id in given else _GOING if idea.id in going else "" for idea in found}
        names = {
            _GOING: translate("choose", "On its way already"),
            _ANSWERED: translate("choose", "Answered already"),
        }
        found = sorted(found, key=lambda idea: ("", _GOING, _ANSWERED).index(stands[idea.id]))
        self._list(found, lambda idea: names.get(stands[idea.id]) or themed(idea))

    def _list(self, found: list[Idea], above: Callable[[Idea], str]) -> None:
        heading = None
        for idea in found[:MOST_ROWS]:
            if above(idea) != heading:
                heading = above(idea)
                self._column.addWidget(Words(heading, size=16, bold=True))
            row = BackingRow(self._desk, idea)
            self._rows[idea.id] = row
            self._column.addWidget(row)
        if len(found) > MOST_ROWS:
            more = translate("choose", "{n} more. Find them by a word above.", n=len(found) - MOST_ROWS)
            self._column.addWidget(pieces.label(more, tone="soft"))

    def _fold(self) -> None:
        session_id = self._desk.session.id if self._desk.session else ""
        self._unfolded = "" if self._unfolded == session_id else session_id
        self.refresh()


def _none(wanted: str) -> str:
    if wanted:
        return translate("choose", "No idea like that on the board.")
    return translate("choose", "No ideas on the board yet. They come in while you lead, from slips or from a list.")
