"""Lead a session: the agenda and its calm clock, what is on now, and the board beside it."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QWidget

from workshop_app.domain.agenda import Part, Phase
from workshop_app.domain.jobs import Job
from workshop_app.domain.people import Person
from workshop_app.domain.sessions import Asked, Session
from workshop_app.facilitation.running import Round
from workshop_app.ui import job_picks, pieces, theme
from workshop_app.ui.agenda_sheet import change_agenda
from workshop_app.ui.board_desk import make_board
from workshop_app.ui.desk import Desk
from workshop_app.ui.hands_off import HandsOff
from workshop_app.ui.job_picks import JobsSheet
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.page import Page
from workshop_app.ui.phases.check_out import CheckOutPanel
from workshop_app.ui.phases.explore import ExplorePanel
from workshop_app.ui.phases.going_on import GoingOn
from workshop_app.ui.phases.over import OverPanel
from workshop_app.ui.phases.own_pick import OwnPickPanel
from workshop_app.ui.phases.panel import Panel
from workshop_app.ui.phases.plain import CheckInPanel, ElsewherePanel, LastTimePanel
from workshop_app.ui.phases.welcome import WelcomePanel
from workshop_app.ui.session_rail import SessionRail
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.lens_bar import LensBar
from workshop_app.words import translate
from workshop_app.workspace import Changes

MIDDLE_W = 430  # logical pixels on the smallest laptop, whose page is LEAST_HEIGHT high
LEAST_HEIGHT = 708
BOARD_W = 260  # logical pixels, at least: on less there is nothing to do with hands
QWIDGETSIZE_MAX = 16777215  # Qt's own: as wide as there is room
PANELS: dict[Part, type[Panel]] = {
    Part.WELCOME: WelcomePanel,
    Part.LAST_TIME: LastTimePanel,
    Part.CHECK_IN: CheckInPanel,
    Part.CHECK_OUT: CheckOutPanel,
}


class LeadPage(Page):
    """Left the agenda and its clock, in the middle what is on, on the right the board."""

    name = "lead"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._leading = desk.leading
        self._larger = 1.0
        self._wide = True
        self._panels: dict[type[Panel], Panel] = {}
        self.board = make_board(desk)
        self._rail = SessionRail()
        self._rail.wanted.connect(self._leading.go_to)
        self._rail.stepped.connect(self._leading.step)
        self._rail.toggled.connect(self._toggle)
        self._rail.bell.connect(desk.clock.bell)
        self._rail.pick_wanted.connect(self._leading.pick)
        self._rail.jobs_wanted.connect(lambda: JobsSheet(self.window(), desk))
        self._rail.agenda_wanted.connect(partial(change_agenda, self, desk))
        self._middle = QStackedWidget()
        self._hands = _beside(self.board, desk)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._rail)
        line.addWidget(self._middle)
        line.addWidget(self._hands, 1)
        self._empty = self._build_empty()
        line.addWidget(self._empty, 1)
        self.setLayout(line)
        self._shown_minutes: list[tuple[int, bool]] = []
        desk.clock.ticked.connect(self._tick)
        desk.clock.changed.connect(self._follow)
        self._leading.moved.connect(self._follow)
        desk.counting.moved.connect(self._stand_back, Qt.ConnectionType.QueuedConnection)  # once its box is up to date

    def enter(self) -> None:
        """The page comes up: one may type at once."""
        self._stale = False
        self.refresh()

    def take(self, changes: Changes) -> None:
        """What changed."""
        if changes.touches(Session, Asked, Phase, Job) or (changes.fact and not changes.label):
            self.refresh()
        else:
            panel = self._panel()
            if panel is not None:
                panel.take(changes)
                self._stand_back()
            if changes.touches(Person):
                self.refresh()

    def refresh(self) -> None:
        """The session that is on, at the round that is on."""
        session = self.desk.session
        for part in (self._rail, self._middle):
            part.setVisible(session is not None)
        self._empty.setVisible(session is None)
        if session is None:
            self._hands.hide()
            return
        if session.done:
            self._bring_up(OverPanel)
        elif self._leading.waits_for_another_day():
            self._bring_up(GoingOn).refresh()
        else:
            self._show_round()
        self._show_rail()

    def catch_focus(self) -> None:
        """One types on."""
        panel = self._panel()
        if panel is not None:
            panel.type_on()
        else:
            super().catch_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: on a larger screen the prompt is larger, so that it can be read across a room."""
        super().resizeEvent(event)
        self._larger = min(1.7, max(1.0, self.height() / LEAST_HEIGHT / theme.scale()))
        self._give_room(self._wide)
        for panel in self._panels.values():
            panel.enlarge(self._larger)

    def _show_round(self) -> None:
        now = self._leading.now()
        if now is None:
            return
        panel = self._bring_up(self._kind_of(now))
        fresh = panel.round != now
        panel.show_round(now)
        if fresh:
            _area_of(panel).verticalScrollBar().setValue(0)
            panel.type_on()

    def _bring_up(self, kind: type[Panel]) -> Panel:
        """A panel of this kind on the screen, made when it is first needed; another one than before begins anew."""
        if kind not in self._panels:
            panel = self._panels[kind] = kind(self.desk, self._leading)
            panel.enlarge(self._larger)
            self._middle.addWidget(pieces.scroller(panel))
            if isinstance(panel, ExplorePanel):
                panel.caught.connect(self._caught)
            if isinstance(panel, GoingOn):
                panel.gone_on.connect(self.refresh)
        panel = self._panels[kind]
        if self._panel() is not panel:
            panel.round = None
        self._give_room(panel.wide)
        self._middle.setCurrentWidget(_area_of(panel))
        return panel

    def _give_room(self, wide: bool) -> None:
        """To what is on, and to the board only where there is something to move."""
        self._wide = wide
        width = theme.px(MIDDLE_W * self._larger)
        left = self.width() - self._rail.fit(self.width()) - width
        wide = wide or left < theme.px(BOARD_W)  # in large words what is said has the page, and the board its own
        self._hands.setVisible(not wide)
        self._middle.setMinimumWidth(width)
        self._middle.setMaximumWidth(QWIDGETSIZE_MAX if wide else width)

    def _kind_of(self, now: Round) -> type[Panel]:
        if self._leading.picking:
            return OwnPickPanel
        if now.asked is not None:
            return ExplorePanel
        part = now.phase.part if now.phase is not None else Part.EXPLORE
        return OwnPickPanel if part is Part.EXPLORE else PANELS.get(part, ElsewherePanel)

    def _panel(self) -> Panel | None:
        current = self._middle.currentWidget()
        return next((panel for panel in self._panels.values() if _area_of(panel) is current), None)

    def _show_rail(self) -> None:
        session, now = self.desk.session, self._leading.now()
        if session is None:
            return
        if session.done:
            self._rail.show_over()
            return
        rounds = self._leading.rounds()
        can_pick = now is not None and now.phase is not None and now.asked is not None and not session.picked
        self._rail.show_rounds(self._leading.allotted(), now, picking=self._leading.picking, can_pick=can_pick)
        self._rail.show_next(self._leading.next_words(), first=not rounds or rounds[0] == now)
        self._rail.show_standing_still(self._leading.waits_for_another_day())
        self._rail.show_jobs(job_picks.line(self.desk))
        self._stand_back()
        self._shown_minutes = self._minutes()
        self._show_clock()

    def _stand_back(self) -> None:
        """One button leads on at a time: the panel's own step before that of the agenda."""
        panel = self._panel()
        if panel is not None:
            mine = [one for one in panel.findChildren(QPushButton) if one.property("kind") == "primary"]
            self._rail.stand_back(any(one.isEnabled() and one.isVisibleTo(panel) for one in mine))

    def _minutes(self) -> list[tuple[int, bool]]:
        """What the rail says of each round: whole minutes, and whether it waits for another day."""
        return [(round(one.minutes), one.leave_out) for one in self._leading.allotted()]

    def _tick(self) -> None:
        """A second has passed: the rest is planned anew, and seen to be where a minute changes."""
        if not self.isVisible():
            return
        if self._minutes() != self._shown_minutes:
            self._show_rail()
        else:
            self._show_clock()

    def _show_clock(self) -> None:
        session, clock = self.desk.session, self.desk.clock
        if session is None or session.done or not self.isVisible():
            return
        whole = timedelta(minutes=session.minutes)
        left = whole - clock.elapsed
        minutes = -(-left // timedelta(minutes=1))
        if not clock.begun:
            now = self._leading.now()
            by_idea = now is not None and now.asked is not None
            first = translate("lead", "The clock starts with the first idea.")
            stands = first if by_idea else translate("lead", "The clock starts when we go on.")
            run = translate("lead", "Start")
        elif self._leading.waits_for_another_day():
            stands, run = translate("lead", "It goes on another day."), translate("lead", "Go on")
        elif clock.running:
            ends = (self.desk.workspace.now() + left).astimezone().strftime("%H:%M")
            stands, run = self._leading.standing(ends), translate("lead", "Pause")
        else:
            stands, run = translate("lead", "Paused. Nothing is lost."), translate("lead", "Go on")
        self._rail.show_clock(minutes, left / whole, stands, run, begun=clock.begun)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _toggle(self) -> None:
        clock = self.desk.clock
        if clock.running:
            clock.pause()
        else:
            clock.start()

    def _caught(self, idea_id: str) -> None:
        self.board.choose(idea_id, follow=True)

    def _build_empty(self) -> QWidget:
        empty = QWidget()
        column = pieces.column(16)
        empty.setLayout(column)
        column.addStretch(1)
        words = translate("lead", "A session begins with a few aspects of school life to explore.")
        column.addWidget(Words(words, size=22), alignment=Qt.AlignmentFlag.AlignHCenter)
        prepare = pieces.button(
            translate("lead", "Prepare a session  →"), partial(self.desk.going.emit, "prepare"), kind="primary"
        )
        column.addWidget(prepare, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return empty


def _beside(board: BoardView, desk: Desk) -> QWidget:
    """The board with its lenses above it: what students press is on the board's own page, lower down."""
    made = QWidget()
    column = pieces.column(0)
    top = pieces.frame("rail", margins=(12, 8, 12, 0))
    pieces.fill(top, pieces.row(LensBar(board), None))
    column.addWidget(top)
    column.addWidget(HandsOff(board, desk.lock), 1)
    made.setLayout(column)
    return made


def _area_of(panel: QWidget) -> QScrollArea:
    parent = panel.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is None:
        raise TypeError("a panel without its area")
    return parent
