"""The session at the left edge: the clock, the agenda with what is on now, and the one next step."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.domain import agenda
from workshop_app.domain.agenda import Part
from workshop_app.facilitation.running import DONE, NOW, Allotted, Round
from workshop_app.ui import pieces, theme
from workshop_app.ui.calm_bar import CalmBar
from workshop_app.ui.rail_row import RailRow
from workshop_app.words import translate

_PART = 0.28  # of the page, at most


class SessionRail(QFrame):
    """It shows and says what was pressed; the page does it."""

    wanted = Signal(str)  # the id of a round
    stepped = Signal(int)
    toggled = Signal()  # the clock
    bell = Signal()
    agenda_wanted = Signal()
    pick_wanted = Signal()
    jobs_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        column = pieces.column(6)
        column.setContentsMargins(16, 16, 16, 14)
        self.setLayout(column)
        self._left = pieces.label("", size=32, bold=True)
        self._stands = pieces.label("", tone="soft", size=15, wrap=True)
        self._bar = CalmBar()
        self._list = pieces.column(1)
        # In large words what tells the time scrolls with the agenda, so that the way on always stays in sight.
        above = column if theme.scale() == 1 else pieces.column(6)
        inside = QWidget()
        inside.setLayout(self._list if above is column else above)
        self._area = pieces.scroller(inside)
        self._area.setMinimumHeight(50)  # it gives way first
        self._agenda = pieces.button(translate("lead", "Agenda…"), self.agenda_wanted.emit, kind="quiet")
        self._agenda.setAccessibleName(translate("lead", "Change the agenda…"))
        self._agenda.setFont(theme.font(14.5))
        self._jobs = pieces.chip("", self.jobs_wanted.emit, name=translate("lead", "Jobs"))
        pieces.restyle(self._jobs, "quiet")
        self._jobs.setFont(theme.font(14.5))
        self._before = pieces.button(
            "←", partial(self.stepped.emit, -1), kind="small", name=translate("lead", "Previous")
        )
        self._before.setFixedWidth(theme.px(44))
        self._next = pieces.button("", partial(self.stepped.emit, 1), kind="primary", name=translate("lead", "Next"))
        self._next.setFont(theme.font(17))
        self._run = pieces.button("", self.toggled.emit, kind="small", name=translate("lead", "Clock"))
        self._bell = pieces.button(translate("lead", "Bell rang"), self.bell.emit, kind="small")
        below = pieces.row(self._before, spacing=6)
        below.addWidget(self._run, 1)
        below.addWidget(self._bell, 1)
        for part in (self._left, self._bar, self._stands):
            above.addWidget(part)
        above.addSpacing(4)
        if above is not column:
            above.addLayout(self._list)
        column.addWidget(self._area, 1)
        change = pieces.row(spacing=0)
        change.addWidget(self._jobs, 1)
        change.addWidget(self._agenda)
        column.addLayout(change)
        column.addWidget(self._next)
        column.addLayout(below)
        for button in (self._before, self._run, self._bell):
            button.setMinimumHeight(46)

    def fit(self, room: int) -> int:
        """Take its width of `room` logical pixels; what it took."""
        width = theme.RAIL_W if theme.scale() == 1 else min(theme.px(theme.RAIL_W), round(room * _PART))
        self.setFixedWidth(width)
        return width

    def show_rounds(self, allotted: Sequence[Allotted], now: Round | None, *, picking: bool, can_pick: bool) -> None:
        """List the agenda; a phase that asks prompts opens its list while it is on, the students' pick at its end."""
        pieces.clear(self._list)
        shown: RailRow | None = None
        number = 0
        done: set[Part] = set()
        for place, one in enumerate(allotted):
            round_ = one.round
            if round_.phase is not None and round_.phase.part not in done:
                done.add(round_.phase.part)
                own = [each for each in allotted if each.round.phase == round_.phase]
                row_of_phase = self._add_phase(round_, own, now)
                if now is not None and round_.phase == now.phase:
                    shown = row_of_phase
            if round_.asked is not None:
                number += 1
                on = now is not None and now.phase == round_.phase
                if on or round_.phase is None:
                    row = self._add_prompt(one, number, picking=picking)
                    shown = row if one.state == "now" else shown
                after = allotted[place + 1].round if place + 1 < len(allotted) else None
                if on and can_pick and (after is None or after.phase != round_.phase):
                    row = self._add_pick(picking)
                    shown = row if picking else shown
        self._list.addStretch(1)
        self._agenda.setVisible(any(one.round.phase is not None for one in allotted))
        if shown is not None:
            QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, shown, 0, 84))  # and what is next

    def show_standing_still(self, still: bool) -> None:
        """A session that waits for another day has no next step and no clock to set here."""
        for part in (self._next, self._before, self._run, self._bell, self._jobs):
            part.setVisible(not still)
        if still:
            self._agenda.hide()

    def show_over(self) -> None:
        """A session that is over has no time and no step."""
        pieces.clear(self._list)
        self._list.addStretch(1)
        self.show_standing_still(True)
        self._left.setText("")
        self._bar.set_share(0)
        self._stands.setText(translate("lead", "This session is over."))

    def show_jobs(self, line: str) -> None:
        """Who holds which job."""
        self._jobs.setText(line.replace("&", "&&"))
        self._jobs.setAccessibleDescription(line)

    def show_next(self, words: str, *, first: bool) -> None:
        """What the one next step is called."""
        self._next.setText(words.replace("&", "&&"))
        self._before.setEnabled(not first)

    def stand_back(self, back: bool) -> None:
        """Where what is on has a step of its own, that comes first: the way on is there, and waits."""
        pieces.restyle(self._next, "" if back else "primary")

    def show_clock(self, minutes_left: int, share: float, stands: str, run: str, *, begun: bool) -> None:
        """The time that is left, in whole minutes: seconds make a room nervous."""
        if minutes_left >= 0:
            self._left.setText(translate("lead", "{n} min left", n=minutes_left))
        else:
            self._left.setText(translate("lead", "{n} min over", n=-minutes_left))
        self._bar.set_share(share)
        self._stands.setText(stands)
        self._run.setText(run)
        self._bell.setEnabled(begun)

    def _add_phase(self, first: Round, own: list[Allotted], now: Round | None) -> RailRow | None:
        phase = first.phase
        if phase is None:
            return None
        on = now is not None and now.phase == phase
        states = {one.state for one in own}
        # What is on shows what it has left; what is done, what it took.
        counted = (one for one in own if not one.leave_out and not (on and one.state == DONE))
        minutes = sum(one.minutes for one in counted)
        state = "now" if on else "done" if states == {"done"} else "to come"
        if all(one.leave_out for one in own) and not on:
            state = "left out"
        below = ""
        if on and first.asked is not None and now is not None:
            place = next((n for n, one in enumerate(own, start=1) if one.round == now), 1)
            below = translate("lead", "prompt {n} of {of}", n=place, of=len(own))
        elif on:
            below = translate("lead", "now")
        words = agenda.name(phase.part)
        shows = state != "left out" and round(minutes) > 0
        target = now.id if on and now is not None else first.id
        row = RailRow(words, str(round(minutes)) if shows else "", state, below=below)
        row.setAccessibleName(translate("lead", "Phase: {name}", name=words))
        row.setAccessibleDescription(_told(state, round(minutes)))
        row.clicked.connect(lambda: self.wanted.emit(target))
        self._list.addWidget(row)
        return row

    def _add_pick(self, picking: bool) -> RailRow:
        row = RailRow(translate("lead", "Our own pick"), "", "now" if picking else "to come", small=True)
        row.setAccessibleName(translate("lead", "Our own pick"))
        row.clicked.connect(self.pick_wanted.emit)
        self._list.addWidget(row)
        return row

    def _add_prompt(self, one: Allotted, number: int, *, picking: bool) -> RailRow:
        asked = one.round.asked
        assert asked is not None  # noqa: S101 - only called for prompts
        state = DONE if picking and one.state == NOW else one.state
        row = RailRow(asked.text, "", "left out" if one.leave_out else state, small=True)
        row.setAccessibleName(translate("lead", "Prompt {n}: {text}", n=number, text=asked.text))
        row.clicked.connect(lambda: self.wanted.emit(one.round.id))
        self._list.addWidget(row)
        return row


def _told(state: str, minutes: int) -> str:
    if state == "left out":
        return translate("lead", "There is no time left for it.")
    if state == "done":
        return translate("lead", "done")
    return translate("lead", "{n} minutes", n=minutes)
