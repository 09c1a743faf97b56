"""Choose: the group backs ideas, students' and adults' backing apart, and insists where few hands went up."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from workshop_app.domain import choosing, ideas
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.people import group
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.people import role_name
from workshop_app.words import translate
from workshop_app.workspace import Changes

MOST_FORWARD = (1, 2, 3, 5)
MOST_ROWS = 60
PAUSE_MS = 150  # after a letter, before the list follows


class ChoosePage(Page):
    """Left every idea with its backing, right what goes forward."""

    name = "choose"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: dict[str, _Row] = {}
        self._find = QLineEdit()
        self._find.setPlaceholderText(translate("choose", "Find an idea or a theme"))
        self._find.setAccessibleName(translate("choose", "Find an idea or a theme"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._list)
        self._find.textChanged.connect(lambda _text: self._pause.start())
        self._ideas = pieces.column(8)
        inside = QWidget()
        inside.setLayout(self._ideas)
        left = pieces.column(10)
        left.addWidget(pieces.label(translate("choose", "What matters most to us?"), size=30, bold=True))
        how = translate("choose", "Read an idea aloud, count the hands of students, then those of adults.")
        left.addWidget(pieces.label(how, tone="soft", size=17, wrap=True))
        left.addWidget(self._find)
        left.addWidget(pieces.scroller(inside), 1)
        self._most = pieces.Choice(
            ((str(n), str(n)) for n in MOST_FORWARD),
            lambda _key: self._show_forward(),
            kind="small",
            name=translate("choose", "How many go forward"),
        )
        self._most.choose("3")
        self._forward = pieces.column(8)
        forward_inside = QWidget()
        forward_inside.setLayout(self._forward)
        right = pieces.frame("panel", margins=(22, 20, 22, 20), spacing=12)
        right.setFixedWidth(410)
        self._take = pieces.button(translate("choose", "Take these forward  →"), self._take_forward, kind="primary")
        note = translate("choose", "The most backed go forward, and any that we insist on. Ties go together.")
        pieces.fill(
            right,
            pieces.label(translate("choose", "Going forward"), size=20, bold=True),
            pieces.label(note, tone="soft", size=15, wrap=True),
            pieces.row(pieces.label(translate("choose", "Most backed:"), size=15), self._most, None),
            pieces.scroller(forward_inside),
            self._take,
        )
        across = pieces.row(left, right, spacing=30)
        across.setContentsMargins(theme.PAGE_MARGIN, 24, theme.PAGE_MARGIN, 24)
        across.setStretch(0, 1)
        self.setLayout(across)

    def take(self, changes: Changes) -> None:
        """Backing changes in its row; anything else lists anew."""
        if not changes.touches(Idea, Theme):
            return
        known = all(idea_id in self._rows for idea_id in changes.of(Idea))
        if changes.label in ("back", "insist") and known:
            for idea_id in changes.of(Idea):
                self._rows[idea_id].show_idea(self.desk.programme.get(Idea, idea_id))
            self._show_forward()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Every idea, theme by theme, and what goes forward."""
        self._list()
        self._show_forward()

    def _list(self) -> None:
        pieces.clear(self._ideas)
        self._rows = {}
        programme = self.desk.programme
        names = {one.id: one.name for one in ideas.themes(programme)}
        order = {theme_id: place for place, theme_id in enumerate(names)}
        wanted = self._find.text().casefold().strip()
        found = [
            idea
            for idea in ideas.on_board(programme)
            if wanted in idea.text.casefold() or wanted in names.get(idea.theme_id or "", "").casefold()
        ]
        found.sort(key=lambda idea: (order.get(idea.theme_id or "", len(order)), idea.place))
        heading = None
        for idea in found[:MOST_ROWS]:
            name = names.get(idea.theme_id or "", translate("choose", "Not in a theme"))
            if name != heading:
                heading = name
                self._ideas.addWidget(Words(name, size=16, bold=True))
            row = _Row(self.desk, idea)
            self._rows[idea.id] = row
            self._ideas.addWidget(row)
        if not found:
            none = (
                translate("choose", "No idea like that on the board.")
                if wanted
                else translate(
                    "choose", "No ideas on the board yet. They come in while you lead, from slips or from a list."
                )
            )
            self._ideas.addWidget(pieces.label(none, tone="soft", size=17, wrap=True))
        elif len(found) > MOST_ROWS:
            more = translate("choose", "{n} more. Find them by a word above.", n=len(found) - MOST_ROWS)
            self._ideas.addWidget(pieces.label(more, tone="soft"))
        self._ideas.addStretch(1)

    def _short_list(self) -> list[Idea]:
        return choosing.short_list(self.desk.programme, int(self._most.key() or "3"))

    def _show_forward(self) -> None:
        pieces.clear(self._forward)
        chosen = self._short_list()
        for idea in chosen:
            card = pieces.frame("accent", margins=(14, 10, 14, 10), spacing=2)
            reason = _backing_words(idea)
            pieces.fill(card, Words(idea.text, size=16), pieces.label(reason, tone="soft", size=14, wrap=True))
            self._forward.addWidget(card)
        if not chosen:
            none = translate("choose", "Nothing yet. It begins with the first hand that goes up.")
            self._forward.addWidget(pieces.label(none, tone="soft", wrap=True))
        self._forward.addStretch(1)
        self._take.setEnabled(bool(chosen))

    def _take_forward(self) -> None:
        chosen = {idea.id for idea in self._short_list()}
        if self.desk.do("take-forward", choosing.take_forward, chosen):
            self.desk.going.emit("plan")


class _Row(QFrame):
    """One idea with its two counters and "we insist"."""

    def __init__(self, desk: Desk, idea: Idea) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._desk, self._id = desk, idea.id
        self._words = Words(size=17)
        self._who = pieces.label("", tone="soft", size=14)
        self._insist = pieces.button(translate("choose", "We insist"), self._toggle, kind="small")
        self._insist.setCheckable(True)
        text = pieces.column(2)
        text.addWidget(self._words)
        text.addWidget(self._who)
        self._students = _Counter(translate("choose", "students"), partial(self._count, "students"))
        self._adults = _Counter(translate("choose", "adults"), partial(self._count, "adults"))
        line = pieces.row(text, self._students, self._adults, self._insist, spacing=16)
        line.setContentsMargins(18, 10, 14, 10)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.show_idea(idea)

    def show_idea(self, idea: Idea) -> None:
        """Show an idea as it is now."""
        self._words.set_text(idea.text)
        self._who.setText(" · ".join(part for part in (idea.label, role_name(idea.role)) if part))
        students, adults = here(self._desk)
        self._students.show_count(idea.students_back, students, idea.text)
        self._adults.show_count(idea.adults_back, adults, idea.text)
        self._insist.setChecked(idea.insisted)
        self._insist.setAccessibleName(translate("choose", "We insist: {idea}", idea=idea.text))

    def _count(self, who: str, by: int) -> None:
        students, adults = (by, 0) if who == "students" else (0, by)
        self._desk.do("back", choosing.back, self._id, students=students, adults=adults)

    def _toggle(self) -> None:
        on = self._insist.isChecked()
        if not self._desk.do("insist", choosing.insist, self._id, on):
            self._insist.setChecked(not on)


class _Counter(QWidget):
    """Minus, a number, plus."""

    def __init__(self, who: str, then: "partial[None]") -> None:
        super().__init__()
        self._who = who
        self._less = pieces.button("–", partial(then, -1), kind="small")
        self._more = pieces.button("+", partial(then, 1), kind="small")
        self._number = QLineEdit("0")
        self._number.setFont(theme.font(19, bold=True))
        self._number.setFixedWidth(46)
        self._number.setStyleSheet("padding: 0 2px; border: none; background: transparent;")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setValidator(QIntValidator(0, 9999, self))
        self._number.editingFinished.connect(self._typed)
        self._then, self._count, self._most = then, 0, 0
        column = pieces.column(0)
        column.addStretch(1)
        column.addLayout(pieces.row(self._less, self._number, self._more, spacing=4))
        below = pieces.label(who, tone="soft", size=13)
        below.setAlignment(below.alignment().AlignCenter)
        column.addWidget(below)
        column.addStretch(1)
        self.setLayout(column)
        for button in (self._less, self._more):
            button.setFixedWidth(44)
            _narrow(button)

    def _typed(self) -> None:
        wanted = min(self._most, int(self._number.text() or 0))
        self._number.setText(str(self._count))
        if wanted != self._count:
            self._then(wanted - self._count)

    def show_count(self, count: int, most: int, idea: str) -> None:
        """Show how many of the `most` who are here back the idea."""
        self._count, self._most = count, max(most, count)
        self._number.setText(str(count))
        self._number.setAccessibleName(translate("choose", "How many {who}: {idea}", who=self._who, idea=idea))
        self._number.setToolTip(translate("choose", "{n} are here", n=most))
        self._less.setEnabled(count > 0)
        self._more.setEnabled(count < self._most)
        self._more.setAccessibleName(translate("choose", "One more of the {who}: {idea}", who=self._who, idea=idea))
        self._less.setAccessibleName(translate("choose", "One less of the {who}: {idea}", who=self._who, idea=idea))


def here(desk: Desk) -> tuple[int, int]:
    """How many students and adults are here: in the session that is on, or in the whole group where none is."""
    present = set(desk.session.present) if desk.session else None
    roles = [one.role for one in group(desk.programme) if present is None or one.id in present]
    students = sum(role.is_student for role in roles)
    return students, len(roles) - students


def _narrow(button: QPushButton) -> None:
    button.setStyleSheet("padding: 0; min-height: 42px;")


def _backing_words(idea: Idea) -> str:
    counted = translate(
        "choose", "{students} students, {adults} adults", students=idea.students_back, adults=idea.adults_back
    )
    return translate("choose", "{counted} · we insist", counted=counted) if idea.insisted else counted
