"""Prepare a session: when, how long, who is here, and which aspects of school life to explore."""

from datetime import date
from functools import partial
from typing import Annotated

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.domain import people, sessions
from workshop_app.domain.people import Person, Role
from workshop_app.domain.sessions import Session
from workshop_app.facilitation import asking
from workshop_app.facilitation.clock import clock_of
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.people import roles_name
from workshop_app.ui.picks import Day
from workshop_app.ui.tile import AspectTile, FamilyMark
from workshop_app.words import translate
from workshop_app.workspace import Changes

CHOSEN = "prepare/chosen"  # the draft of what is chosen here
MINUTES = (10, 20, 35, 50, 100)
ACROSS = 5  # aspects abreast: all of school life is on one screen, so that nothing is left out by scrolling


class _Chosen(msgspec.Struct):
    minutes: Annotated[int, msgspec.Meta(ge=0, le=sessions.LONGEST)]
    day: date
    aspects: list[str]
    missing: list[str]  # ids of people


class PreparePage(Page):
    """Everything has a sensible start: today, 50 minutes, everybody here. Only the aspects are to be chosen."""

    name = "prepare"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._session: Session | None = None
        self._filling = True
        self._people: dict[str, QPushButton] = {}
        self._aspects: dict[str, AspectTile] = {}
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
        self._minutes.setFixedWidth(64)
        self._minutes.textChanged.connect(lambda _text: self._count())
        self._here = pieces.column(6)
        self._grid = pieces.column(5)
        self._said = pieces.label("", tone="soft")
        self._ready = pieces.button(translate("prepare", "Ready: lead it  →"), self._prepare, kind="primary")
        self.setLayout(self._page())
        self._families()

    def enter(self) -> None:
        """The page comes up, always with the session that is next."""
        self._stale = False
        self.refresh()

    def take(self, changes: Changes) -> None:
        """People or the session changed."""
        if changes.touches(Person, Session):
            self.refresh()

    def refresh(self) -> None:
        """The session that is prepared; once it has begun, that one (who is here may change) or the next."""
        self._filling = True
        last = self.desk.session
        begun = last is not None and clock_of(self.desk.workspace.facts, last.id).begun
        self._which.setVisible(begun)
        if last is not None:
            self._which.rename("now", translate("prepare", "Session {n}, now", n=last.number))
            self._which.rename("next", translate("prepare", "Session {n}", n=last.number + 1))
        if begun and last is not None and self._which_of != last.id:
            self._which_of = last.id
            today = self.desk.today()
            self._which.choose("now" if last.held_on == today else "next")
        self._session = None if begun and self._which.key() == "next" else last
        self._show(last)
        self._give_back()
        self._filling = False
        self._count()

    def _show(self, last: Session | None) -> None:
        session = self._session
        number = session.number if session else last.number + 1 if last else 1
        self._title.setText(translate("prepare", "Prepare session {n}", n=number))
        self._day.show_day(session.held_on if session else self.desk.today())
        self._minutes.setText(str(session.minutes if session else last.minutes if last else 50))
        self._list_people(set(session.present) if session else None)
        chosen = session.aspects if session else ()
        for aspect_id, tile in self._aspects.items():
            tile.setChecked(aspect_id in chosen)

    def _turn(self) -> None:
        """The other session: what was chosen for this one and not yet said is let go."""
        self.desk.keep_draft(CHOSEN, "")
        self.refresh()

    def _page(self) -> QVBoxLayout:
        left = pieces.column(12)
        left.addWidget(self._title)
        left.addWidget(self._which)
        left.addWidget(pieces.label(translate("prepare", "When, and how long?"), tone="soft"))
        left.addLayout(pieces.row(self._day, self._minutes, pieces.label(translate("prepare", "minutes")), None))
        chips = pieces.row(spacing=6)
        for minutes in MINUTES:
            name = translate("prepare", "{n} minutes", n=minutes)
            chips.addWidget(
                pieces.button(str(minutes), partial(self._minutes.setText, str(minutes)), kind="small", name=name)
            )
        chips.addStretch(1)
        left.addLayout(chips)
        left.addSpacing(12)
        left.addWidget(pieces.label(translate("prepare", "Who is here? Tap who is missing."), tone="soft"))
        left.addLayout(self._here)
        left.addStretch(1)
        right = pieces.column(8)
        right.addWidget(pieces.label(translate("prepare", "What shall we explore?"), size=20, bold=True))
        hint = translate(
            "prepare", "One or two go deep, four stay shallow. Every aspect of school life is open to questions."
        )
        right.addWidget(pieces.label(hint, tone="soft", wrap=True))
        right.addLayout(self._grid)
        right.addStretch(1)
        left_side, body = QWidget(), QWidget()
        left_side.setLayout(left)
        left_side.setFixedWidth(370)
        across = pieces.row(left_side, right, spacing=30)
        across.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 16)
        body.setLayout(across)
        foot = pieces.frame("foot", margins=(theme.PAGE_MARGIN, 10, theme.PAGE_MARGIN, 10))
        pieces.fill(foot, pieces.row(self._said, None, self._ready))
        outer = pieces.column(0)
        outer.addWidget(pieces.scroller(body), 1)
        outer.addWidget(foot)
        return outer

    def _families(self) -> None:
        for family in self.desk.bank.families:
            self._grid.addLayout(pieces.row(FamilyMark(family.id), pieces.label(family.name, size=15, bold=True), None))
            tiles = QGridLayout()
            tiles.setSpacing(6)
            for number, aspect in enumerate(self.desk.bank.in_family(family.id)):
                tile = AspectTile(aspect.name, family.id)
                tile.toggled.connect(self._count)
                self._aspects[aspect.id] = tile
                tiles.addWidget(tile, number // ACROSS, number % ACROSS)
            for column in range(ACROSS):
                tiles.setColumnStretch(column, 1)
            self._grid.addLayout(tiles)

    def _list_people(self, present: set[str] | None) -> None:
        pieces.clear(self._here)
        self._people = {}
        group = people.group(self.desk.programme)
        for role in Role:
            own = [person for person in group if person.role is role]
            if not own:
                continue
            self._here.addWidget(pieces.label(roles_name(role), size=15, bold=True))
            grid = QGridLayout()
            grid.setSpacing(6)
            for number, person in enumerate(own):
                chip = pieces.chip(person.name, name=translate("prepare", "{name} is here", name=person.name))
                chip.setCheckable(True)
                chip.setChecked(present is None or person.id in present)
                chip.toggled.connect(self._count)
                self._people[person.id] = chip
                grid.addWidget(chip, number // 3, number % 3)
            for column in range(3):
                grid.setColumnStretch(column, 1)
            self._here.addLayout(grid)
        if not group:
            none = pieces.button(
                translate("prepare", "Nobody yet: add people first"), partial(self.desk.going.emit, "people")
            )
            self._here.addWidget(none, alignment=Qt.AlignmentFlag.AlignLeft)

    def _chosen(self) -> list[str]:
        return [aspect_id for aspect_id, tile in self._aspects.items() if tile.isChecked()]

    def _keep(self) -> None:
        """What is chosen and not yet said survives a look at another page, and a closed lid."""
        if not self._filling:
            missing = [person_id for person_id, chip in self._people.items() if not chip.isChecked()]
            chosen = _Chosen(self._time(), self._day.day(), self._chosen(), missing)
            self.desk.keep_draft(CHOSEN, msgspec.json.encode(chosen).decode())

    def _give_back(self) -> None:
        kept = self.desk.workspace.draft(CHOSEN)
        try:
            chosen = msgspec.json.decode(kept, type=_Chosen)
        except msgspec.DecodeError:  # nothing was kept, or it makes no sense
            return
        self._minutes.setText(str(chosen.minutes))
        self._day.show_day(chosen.day)
        for aspect_id, tile in self._aspects.items():
            tile.setChecked(aspect_id in chosen.aspects)
        for person_id, chip in self._people.items():
            chip.setChecked(person_id not in chosen.missing)

    def _time(self) -> int:
        text = self._minutes.text()
        return int(text) if text.isdecimal() else 0

    def _count(self) -> None:
        self._keep()
        picked = asking.chosen(self.desk.bank, self._chosen(), self._time())
        if not picked:
            self._said.setText(translate("prepare", "Choose an aspect to begin with."))
        else:
            minutes = sum(prompt.minutes for _, prompt in picked)
            said = translate(
                "prepare", "{n} prompts, about {minutes} minutes of asking.", n=len(picked), minutes=minutes
            )
            if len(picked) == 1:
                said = translate("prepare", "1 prompt, about {minutes} minutes of asking.", minutes=minutes)
            if minutes > self._time() * asking.SHARE:
                said += " " + translate("prepare", "That is much for {n} minutes.", n=self._time())
            self._said.setText(said)
        self._ready.setEnabled(bool(picked) and any(chip.isChecked() for chip in self._people.values()))

    def _prepare(self) -> None:
        workspace = self.desk.workspace
        minutes = self._time()
        session_id = self._session.id if self._session else workspace.new_id()
        prompts = asking.copies(asking.chosen(self.desk.bank, self._chosen(), minutes), session_id, workspace.new_id)
        held_on = self._day.day()
        present = [person_id for person_id, chip in self._people.items() if chip.isChecked()]
        if self._session is None:
            done = self.desk.do(
                "prepare",
                sessions.prepare,
                new_id=session_id,
                at=workspace.now(),
                held_on=held_on,
                minutes=minutes,
                present=present,
                prompts=prompts,
            )
        else:
            done = self.desk.do(
                "prepare",
                sessions.rearrange,
                session_id,
                held_on=held_on,
                minutes=minutes,
                present=present,
                prompts=prompts,
            )
        if done:
            self.desk.keep_draft(CHOSEN, "")
            self.desk.going.emit("lead")
