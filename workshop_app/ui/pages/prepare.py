"""Prepare a session: when, how long, by which agenda, who is here, and which aspects of school life to explore."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Annotated

import msgspec
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.domain import openness, sessions
from workshop_app.domain.agenda import Part, phases_of
from workshop_app.domain.openness import Openness
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Outcome
from workshop_app.domain.sessions import Asked, Session
from workshop_app.facilitation import agendas, asking, coverage
from workshop_app.facilitation.agendas import Template
from workshop_app.facilitation.bank import Aspect, Prompt
from workshop_app.ui import pieces, theme
from workshop_app.ui.across import Across
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import WISH
from workshop_app.ui.openness_sheet import LATER, OpenSheet
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.prepare_agenda import AgendaChoice
from workshop_app.ui.pages.prepare_aspects import Aspects
from workshop_app.ui.papers_sheet import ASKING, PapersSheet
from workshop_app.ui.picks import Day
from workshop_app.ui.who_is_here import WhoIsHere
from workshop_app.words import translate
from workshop_app.workspace import Changes

CHOSEN = "prepare/chosen"  # the draft of what is chosen here
MINUTES = (10, 20, 35, 50, 100)


class _Chosen(msgspec.Struct):
    minutes: Annotated[int, msgspec.Meta(ge=0, le=sessions.LONGEST)]
    day: date
    aspects: list[str]
    missing: list[str]  # ids of people
    template: str = ""
    phases: list[tuple[Part, int]] | None = None  # changed by hand


class PreparePage(Page):
    """Everything has a sensible start: today, 50 minutes, everybody here. Only the aspects are to be chosen."""

    name = "prepare"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._session: Session | None = None
        self._filling = True
        self._title = pieces.label("", size=30, bold=True)
        self._which_of = ""
        self._which = pieces.Choice(
            (("now", ""), ("next", "")),
            lambda _key: self._turn(),
            name=translate("prepare", "Which session"),
            kind="small",
        )
        self._day = Day(translate("prepare", "Date"), desk.today)
        self._day.dateChanged.connect(lambda _day: self._keep())
        self._minutes = QLineEdit()
        self._minutes.setValidator(QIntValidator(0, sessions.LONGEST, self))
        self._minutes.setAccessibleName(translate("prepare", "Minutes available"))
        self._minutes.setFixedWidth(theme.px(64))
        self._minutes.textChanged.connect(lambda _text: self._fit())
        self._usual: dict[int, QPushButton] = {}
        self._agenda = AgendaChoice(desk, self)
        self._agenda.changed.connect(self._count)
        self._here = WhoIsHere(desk)
        self._here.changed.connect(self._count)
        self._aspects = Aspects(desk)
        self._aspects.changed.connect(self._count)
        self._said = pieces.label("", tone="soft")
        self._ready = pieces.button(translate("prepare", "Ready: lead it  →"), self._ask_open, kind="primary")
        self.setLayout(self._page())

    def enter(self) -> None:
        """The page comes up, always with the session that is next."""
        self._stale = False
        self.refresh()

    def take(self, changes: Changes) -> None:
        """People or the session changed."""
        if changes.touches(Person, Session):
            self.refresh()
        elif changes.touches(Openness):
            self._aspects.refresh()

    def refresh(self) -> None:
        """The session that is prepared; once it has begun, that one (who is here may change) or the next."""
        self._filling = True
        last = self.desk.session
        begun = last is not None and self.desk.clock.begun and not last.done
        self._which.setVisible(begun)
        if last is not None:
            self._which.rename("now", translate("prepare", "Session {n}, now", n=last.number))
            self._which.rename("next", translate("prepare", "Session {n}", n=last.number + 1))
            if begun and self._which_of != last.id:
                self._which_of = last.id
                self._which.choose("now")
        over = last is not None and last.done
        self._session = None if over or (begun and self._which.key() == "next") else last
        self._show(last)
        self._give_back()
        self._take_wish()
        self._filling = False
        self._count()

    def _show(self, last: Session | None) -> None:
        session = self._session
        number = session.number if session else last.number + 1 if last else 1
        self._title.setText(translate("prepare", "Prepare session {n}", n=number))
        self._day.show_day(session.held_on if session else self.desk.today())
        minutes = session.minutes if session else last.minutes if last else 50
        standing = phases_of(self.desk.programme, session.id) if session else []
        own = [(phase.part, phase.minutes) for phase in standing] or None
        self._agenda.show_agenda(session.template if session else "", minutes, own, first=number == 1)
        if session is None:
            after = self._agenda.suggest_next()
            if after:
                self._agenda.show_agenda(after, minutes, None, first=False)
        self._minutes.setText(str(minutes))
        self._here.show_people(set(session.present) if session else None)
        self._aspects.choose(session.aspects if session else self._picked_before(last))
        self._aspects.refresh()

    def _picked_before(self, last: Session | None) -> list[str]:
        """What the students picked for next time, where it was not asked since."""
        if last is None or not last.picked:
            return []
        asked = {one.aspect_id for one in coverage.put(self.desk.programme, self.desk.workspace.facts)}
        return [] if last.picked in asked else [last.picked]

    def _turn(self) -> None:
        """The other session: what was chosen for this one and not yet said is let go."""
        self.desk.keep_draft(CHOSEN, "")
        self.refresh()

    def _page(self) -> QVBoxLayout:
        left = pieces.column(10)
        left.addWidget(self._title)
        left.addWidget(self._which)
        left.addLayout(pieces.row(self._day, self._minutes, pieces.label(translate("prepare", "minutes")), None))
        chips = pieces.row(spacing=6)
        for minutes in MINUTES:
            name = translate("prepare", "{n} minutes", n=minutes)
            chip = pieces.button(str(minutes), partial(self._minutes.setText, str(minutes)), kind="small", name=name)
            chip.setCheckable(True)
            chip.clicked.connect(self._light_minutes)
            self._usual[minutes] = chip
            chips.addWidget(chip)
        chips.addStretch(1)
        left.addLayout(chips)
        left.addWidget(pieces.label(translate("prepare", "Our agenda"), tone="soft"))
        left.addWidget(self._agenda)
        left.addSpacing(6)
        left.addWidget(pieces.label(translate("prepare", "Who is here? Tap who is missing."), tone="soft"))
        left.addWidget(self._here)
        left.addStretch(1)
        left_side, body = QWidget(), QWidget()
        left_side.setLayout(left)
        across = pieces.column()
        across.addWidget(Across(left_side, self._aspects, 370, least=1000, spacing=30))
        across.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 12)
        body.setLayout(across)
        foot = pieces.frame("foot", margins=(theme.PAGE_MARGIN, 10, theme.PAGE_MARGIN, 10))
        show = pieces.button(translate("prepare", "Print…"), self._print, name=translate("prepare", "Print questions"))
        pieces.fill(foot, pieces.row(self._said, None, show, self._ready))
        outer = pieces.column(0)
        outer.addWidget(pieces.scroller(body), 1)
        outer.addWidget(foot)
        return outer

    def _keep(self) -> None:
        """What is chosen and not yet said survives a look at another page, and a closed lid."""
        if not self._filling:
            chosen = _Chosen(
                self._time(),
                self._day.day(),
                self._aspects.chosen(),
                self._here.missing(),
                self._agenda.template,
                self._agenda.own_phases,
            )
            self.desk.keep_draft(CHOSEN, msgspec.json.encode(chosen).decode())

    def _give_back(self) -> None:
        kept = self.desk.workspace.draft(CHOSEN)
        try:
            chosen = msgspec.json.decode(kept, type=_Chosen)
        except msgspec.DecodeError:  # nothing was kept, or it makes no sense
            return
        self._agenda.show_agenda(chosen.template, chosen.minutes, chosen.phases, first=self._is_first())
        self._minutes.setText(str(chosen.minutes))
        self._day.show_day(chosen.day)
        self._aspects.choose(chosen.aspects)
        self._here.let_miss(chosen.missing)

    def _take_wish(self) -> None:
        """An aspect that was pointed at on the map."""
        wish = self.desk.workspace.draft(WISH)
        if wish:
            self._aspects.choose([*self._aspects.chosen(), wish])
            self.desk.keep_draft(WISH, "")

    def _is_first(self) -> bool:
        return self.desk.session is None or (self._session is not None and self._session.number == 1)

    def _time(self) -> int:
        text = self._minutes.text()
        return int(text) if text.isdecimal() else 0

    def _light_minutes(self) -> None:
        for minutes, chip in self._usual.items():
            chip.setChecked(minutes == self._time())

    def _fit(self) -> None:
        self._light_minutes()
        self._agenda.fit(self._time())
        self._count()

    def _picked(self) -> list[tuple[Aspect, Prompt]]:
        return asking.chosen(
            self.desk.bank,
            self._aspects.chosen(),
            self._time(),
            most=self._agenda.prompts(),
            explore_minutes=self._agenda.minutes_of(Part.EXPLORE),
        )

    def _count(self) -> None:
        self._keep()
        explores = self._agenda.minutes_of(Part.EXPLORE)
        chosen, picked = self._aspects.chosen(), self._picked()
        lasts = sessions.SHORTEST <= self._time() <= sessions.LONGEST
        if not lasts:
            least, most = sessions.SHORTEST, sessions.LONGEST
            said = translate("prepare", "A session lasts from {least} to {most} minutes.", least=least, most=most)
        elif not explores:
            said = translate("prepare", "This agenda asks nothing new today.")
        elif not chosen:
            said = translate("prepare", "Nothing chosen: the students pick today’s aspect themselves.")
        else:
            said = _told(len(picked), sum(prompt.minutes for _, prompt in picked), explores)
            left = len(chosen) - len({aspect.id for aspect, _ in picked})
            if left:
                said = translate(
                    "prepare", "There is time for {n} of {of} aspects.", n=len(chosen) - left, of=len(chosen)
                )
        self._said.setText(said)
        self._ready.setEnabled(lasts and bool(self._here.present()))

    def _ask_open(self) -> None:
        """How open is what will be asked? Asked where nobody has said it yet."""
        wanted = dict.fromkeys(aspect.id for aspect, _ in self._picked())
        later = self.desk.workspace.draft
        waiting = [
            self.desk.bank.aspect(aspect_id)
            for aspect_id in wanted
            if openness.of_aspect(self.desk.programme, aspect_id) is None and not later(f"{LATER}/{aspect_id}")
        ]
        if waiting:
            named = [(aspect.id, aspect.name, aspect.family) for aspect in waiting]
            OpenSheet(self, self.desk, named, self._prepare)
        else:
            self._prepare()

    def _print(self) -> None:
        """Questions and slips of what is chosen here, which need not be prepared yet."""
        PapersSheet(self.window(), self.desk, ASKING, self._picked())

    def _prepare(self) -> None:
        workspace, session = self.desk.workspace, self._session
        session_id = session.id if session else workspace.new_id()
        prompts = asking.copies(self._picked(), session_id, workspace.new_id)
        change: Callable[..., Outcome]
        if session is None:
            change = partial(sessions.prepare, new_id=session_id, at=workspace.now())
        else:
            change = partial(sessions.rearrange, session_id=session_id)
            prompts += _kept_pick(session, sessions.prompts_of(self.desk.programme, session.id), prompts)
        done = self.desk.do(
            "prepare",
            change,
            held_on=self._day.day(),
            minutes=self._time(),
            present=self._here.present(),
            prompts=prompts,
            phases=agendas.planned(self._agenda.phases(), session_id, workspace.new_id),
            template=self._agenda.template,
        )
        if done:
            self.desk.keep_draft(CHOSEN, "")
            self.desk.going.emit("lead")


def begin_with(desk: Desk, template: Template) -> None:
    """Have this agenda chosen when the page comes up next. Everybody is here, and aspects are still to be chosen."""
    chosen = _Chosen(template.minutes, desk.today(), [], [], template.id)
    desk.keep_draft(CHOSEN, msgspec.json.encode(chosen).decode())


def _kept_pick(session: Session, before: list[Asked], prompts: list[Asked]) -> list[Asked]:
    """What the students picked themselves stays in the session, whoever prepares it anew."""
    there = {one.prompt_id for one in prompts}
    return [one for one in before if one.aspect_id == session.picked and one.prompt_id not in there]


def _told(count: int, minutes: int, explores: int) -> str:
    if count == 1:
        said = translate("prepare", "1 prompt, about {minutes} minutes of asking.", minutes=minutes)
    else:
        said = translate("prepare", "{n} prompts, about {minutes} minutes of asking.", n=count, minutes=minutes)
    if minutes > explores:
        said += " " + translate("prepare", "That is much for {n} minutes.", n=explores)
    return said
