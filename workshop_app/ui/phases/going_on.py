"""A session that was stopped goes on another day: where it stopped, who is here now, and how long today."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop_app.dates import day_and_month
from workshop_app.domain import sessions
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.leading import Leading
from workshop_app.ui.lettering import Words
from workshop_app.ui.phases.panel import Panel, column_of, title
from workshop_app.ui.while_away import WhileAway
from workshop_app.ui.who_is_here import WhoIsHere
from workshop_app.words import translate

MINUTES = (10, 20, 35, 50)


class GoingOn(Panel):
    """Nothing runs by itself: the leader says when it goes on."""

    wide = True
    gone_on = Signal()

    def __init__(self, desk: Desk, leading: Leading) -> None:
        super().__init__(desk, leading)
        column = column_of(self)
        self._where = title()
        self._left = Words("", size=17)
        self._today = pieces.Choice(
            ((str(minutes), str(minutes)) for minutes in MINUTES), name=translate("going on", "Minutes today")
        )
        self._here = WhoIsHere(desk)
        self._here.changed.connect(self._show_away)
        self._away = WhileAway(desk)
        self._go_on = pieces.button(translate("going on", "Go on  →"), self._go, kind="primary")
        self._after_all = pieces.button(translate("going on", "Go on now after all"), self._start)
        column.addWidget(self._where)
        column.addWidget(self._left)
        self._another_day: tuple[QWidget, ...] = (
            pieces.label(translate("going on", "How many minutes do we have today?"), size=17, bold=True),
            self._today,
            pieces.label(translate("going on", "Who is here? Tap who is missing."), size=17, bold=True),
            self._here,
            self._away,
            self._go_on,
        )
        for part in self._another_day[:-1]:
            column.addWidget(part)
        column.addLayout(pieces.row(self._go_on, self._after_all, None))
        column.addStretch(1)

    def refresh(self) -> None:
        """Where the session stopped."""
        session, clock = self.desk.session, self.desk.clock
        if session is None:
            return
        minutes = int(clock.elapsed.total_seconds() // 60)
        stopped = clock.stands_since
        today = stopped is not None and stopped.astimezone().date() == self.desk.today()
        for part in self._another_day:
            part.setVisible(not today)
        self._after_all.setVisible(today)
        if stopped is not None:
            day = day_and_month(stopped.astimezone().date())
            self._where.set_text(translate("going on", "We stopped at minute {n}, on {day}.", n=minutes, day=day))
        else:
            self._where.set_text(translate("going on", "We stopped at minute {n}.", n=minutes))
        left = max(0, session.minutes - minutes)
        self._left.set_text(
            translate(
                "going on",
                "{n} of {of} planned minutes are left. We go on at the same place.",
                n=left,
                of=session.minutes,
            )
        )
        nearest = min(MINUTES, key=lambda one: (abs(one - left), one))
        self._today.choose(str(nearest))
        self._here.show_people(None)
        if not today:
            self._show_away()

    def _start(self) -> None:
        """The bell was not the end after all."""
        self.desk.clock.start()
        self.gone_on.emit()

    def _show_away(self) -> None:
        """Whoever is here now and was not the last time hears what happened."""
        before = self.desk.session.present if self.desk.session else ()
        self._away.show_people(key for key in self._here.present() if key not in before)

    def _go(self) -> None:
        session, clock = self.desk.session, self.desk.clock
        if session is None:
            return
        today = int(self._today.key() or 0)
        minutes = max(sessions.SHORTEST, round(clock.elapsed.total_seconds() / 60) + today)
        minutes, present = min(minutes, sessions.LONGEST), self._here.present()
        if self.desk.do("go-on", sessions.go_on, session.id, minutes=minutes, present=present):
            clock.start()
            self.gone_on.emit()
