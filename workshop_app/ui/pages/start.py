"""The first page: the programmes on this laptop, a new one, one from elsewhere, or practice."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from workshop_app.dates import day_and_month
from workshop_app.domain.programme import school_year
from workshop_app.storage.summary import Summary
from workshop_app.ui import pieces, theme
from workshop_app.ui.across import Across
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared import look_menu
from workshop_app.ui.theme import Look
from workshop_app.ui.tick import TickBox
from workshop_app.words import translate


class StartPage(QWidget):
    """It says what was chosen and opens nothing itself."""

    wanted = Signal(object)  # the Path of a programme
    named = Signal(str, str)  # a new programme: school and year
    open_wanted = Signal()
    practice_wanted = Signal(int)  # of so many minutes
    thrown_away = Signal(object)  # the Path of a practice programme
    backup_wanted = Signal(object)  # the Path of a programme that can't be opened
    look_chosen = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setObjectName("page")
        self._today = today
        self._left = pieces.column(12)
        self._right = pieces.column(14)
        left, right = QWidget(), QWidget()
        left.setLayout(self._left)
        right.setLayout(self._right)
        body = Across(left, right, 480, least=900, spacing=round(90 / theme.scale()))
        around = pieces.column(0)
        around.setContentsMargins(round(100 / theme.scale()), round(34 / theme.scale()), 60, 16)
        around.addWidget(body)
        inside = QWidget()
        inside.setLayout(around)
        outer = pieces.column(0)
        outer.addWidget(pieces.scroller(inside))
        self.setLayout(outer)
        self._problem = pieces.frame("notice")
        self._problem_words = Words(colour="notice")
        pieces.fill(self._problem, self._problem_words)
        self._form = QWidget()
        self._build_left()

    def show_programmes(self, summaries: Sequence[Summary]) -> None:
        """List what is on the laptop."""
        pieces.clear(self._right)
        self._right.addWidget(pieces.label(translate("start", "On this laptop"), size=20, bold=True))
        if not summaries:
            empty = pieces.frame("dashed", margins=(22, 22, 22, 22))
            words = translate(
                "start", "Nothing yet. Begin a programme for your school, or practise with a sample class."
            )
            pieces.fill(empty, pieces.label(words, tone="soft", size=17, wrap=True))
            self._right.addWidget(empty)
        for summary in summaries:
            self._right.addWidget(self._card(summary))
        self._right.addStretch(1)
        self._carry_on(next((one for one in summaries if not one.problem and not one.practice), None))

    def begun(self) -> None:
        """A programme was opened: what was typed for a new one is no longer needed."""
        self._form.hide()
        self._school.clear()

    def say(self, sentence: str) -> None:
        """Say why something could not be done."""
        self._problem_words.set_text(sentence)
        self._problem.setVisible(bool(sentence))

    def _build_left(self) -> None:
        self._left.addWidget(pieces.label("Workshop", size=44, bold=True))
        promise = translate("start", "Students and staff change the school together.")
        self._left.addWidget(pieces.label(promise, tone="soft", size=20, wrap=True))
        self._left.addSpacing(18)
        self._next_path: Path | None = None
        self._next = pieces.button("", lambda: self.wanted.emit(self._next_path), kind="next")
        self._next.hide()
        self._left.addWidget(self._next)
        self._left.addWidget(self._problem)
        for text, then in (
            (translate("start", "New programme"), self._ask_name),
            (translate("start", "Open a file…"), self.open_wanted.emit),
            (translate("start", "Practise 20 minutes with a sample class"), partial(self.practice_wanted.emit, 20)),
            (translate("start", "Practise 50 minutes with a sample class"), partial(self.practice_wanted.emit, 50)),
        ):
            self._left.addWidget(pieces.button(text, then, kind="row"))
            if then == self._ask_name:
                self._left.addWidget(self._new_form())
        self._problem.hide()
        self._left.addSpacing(14)
        offline = translate("start", "Everything stays on this laptop. No network, no accounts.")
        self._left.addWidget(pieces.label(offline, tone="soft", wrap=True))
        self._left.addStretch(1)
        for part in self._looks():
            self._left.addWidget(part)

    def show_look(self, look: Look) -> None:
        """How the app is coloured now, and how large its words are."""
        self.look.choose(look.value)
        self._size.choose(str(theme.text_size()))
        self._motion.setChecked(theme.still())

    def _looks(self) -> tuple[QWidget, ...]:
        chosen = self.look_chosen.emit
        self.look = pieces.Choice(look_menu.colours(), chosen, name=translate("start", "Colours"), kind="small")
        self._size = pieces.Choice(look_menu.text_sizes(), chosen, name=translate("start", "Text size"), kind="small")
        self._motion = TickBox(look_menu.less_motion())
        self._motion.setEnabled(not theme.system_is_still())
        self._motion.clicked.connect(lambda _on: chosen(look_menu.MOTION))
        return self.look, self._size, self._motion

    def _new_form(self) -> QWidget:
        self._form = pieces.frame("panel", margins=(18, 16, 18, 16), spacing=10)
        self._school = QLineEdit()
        self._school.setFont(theme.font(18))
        self._school.setPlaceholderText(translate("start", "Name of the school"))
        self._school.setAccessibleName(translate("start", "Name of the school"))
        self._year = QLineEdit(school_year(self._today))
        self._year.setAccessibleName(translate("start", "School year"))
        self._school.returnPressed.connect(self._name)
        self._year.returnPressed.connect(self._name)
        begin = pieces.button(translate("start", "Begin"), self._name, kind="primary")
        pieces.fill(self._form, self._school, pieces.row(self._year, begin))
        self._form.hide()
        return self._form

    def _ask_name(self) -> None:
        self._form.setVisible(not self._form.isVisible())
        if self._form.isVisible():
            self._school.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self.named.emit(self._school.text(), self._year.text())
        if self.isVisible():  # it was not taken: one may type at once
            self._school.setFocus(Qt.FocusReason.OtherFocusReason)

    def _carry_on(self, summary: Summary | None) -> None:
        self._next.setVisible(summary is not None)
        if summary is not None:
            text = translate("start", "Carry on: {school}", school=summary.school)
            shown = self._next.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, theme.px(370))
            self._next.setText(shown.replace("&", "&&"))
            self._next.setAccessibleName(translate("start", "Carry on"))
            self._next_path = summary.path

    def _card(self, summary: Summary) -> QFrame:
        card = _Tappable("dashed" if summary.practice else "panel")
        title = f"{summary.school}, {summary.year}" if summary.year else summary.school
        if summary.practice:
            title = translate("start", "Practice · {school}", school=summary.school)
        when = pieces.label(_when(summary.touched, self._today), tone="soft", size=15)
        heading = Words(title, size=20, bold=True)
        pieces.fill(card, pieces.row(heading, None, when))
        if summary.problem:
            pieces.fill(card, Words(summary.problem, colour="notice"))
            if summary.in_use:
                return card
            again = pieces.button(
                translate("start", "Open the last backup"), partial(self.backup_wanted.emit, summary.path), kind="small"
            )
            pieces.fill(card, pieces.row(again, None))
            return card
        pieces.fill(card, pieces.label(_counts(summary), size=17))
        open_it = pieces.button(
            translate("start", "Open"),
            partial(self.wanted.emit, summary.path),
            kind="small",
            name=translate("start", "Open {school}", school=summary.school),
        )
        buttons = pieces.row(open_it, None)
        if summary.practice:
            away = translate("start", "Throw away")
            buttons.addWidget(pieces.button(away, partial(self.thrown_away.emit, summary.path), kind="quiet"))
        pieces.fill(card, buttons)
        card.tapped.connect(partial(self.wanted.emit, summary.path))
        return card


class _Tappable(QFrame):
    tapped = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(8)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a tap anywhere on it opens it."""
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit()


def _counts(summary: Summary) -> str:
    sessions = (
        translate("start", "No session yet")
        if not summary.sessions
        else translate("start", "1 session")
        if summary.sessions == 1
        else translate("start", "{n} sessions", n=summary.sessions)
    )
    ideas = translate("start", "1 idea") if summary.ideas == 1 else translate("start", "{n} ideas", n=summary.ideas)
    parts = [sessions, ideas]
    if summary.plans == 1:
        parts.append(translate("start", "1 plan, signed") if summary.signed else translate("start", "1 plan"))
    elif summary.plans:
        parts.append(translate("start", "{signed} of {plans} plans signed", signed=summary.signed, plans=summary.plans))
    return " · ".join(parts)


def _when(touched: datetime, today: date) -> str:
    days = (today - touched.date()).days
    if days <= 0:
        return translate("start", "today")
    if days == 1:
        return translate("start", "yesterday")
    return day_and_month(touched.date()) if days > 6 else translate("start", "{n} days ago", n=days)
