"""The desk: what every page works at. It tries changes, says what went wrong in a sentence, and passes on the news."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from workshop_app.domain import ideas
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Given
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.sessions import Session, in_order
from workshop_app.exchange.unreadable import UnreadableError as NotText
from workshop_app.facilitation.bank import Bank
from workshop_app.prompt_shelf import PromptShelf
from workshop_app.storage.errors import StorageError
from workshop_app.storage.library import Library
from workshop_app.ui.counting import Counting
from workshop_app.ui.deeds import deed
from workshop_app.ui.hands_off import Lock
from workshop_app.ui.leading import Leading
from workshop_app.ui.looking import Looking
from workshop_app.ui.ports import Files
from workshop_app.ui.session_clock import SessionClock
from workshop_app.words import translate
from workshop_app.workspace import Changes, Workspace

if TYPE_CHECKING:
    from workshop_app.ui.shared.reading import Reading

P = ParamSpec("P")
SIGN, ASSETS, ANSWER, SCHOOL = "sign", "assets", "answer", "school"  # sheets that everybody sees
EXPECTED = (DomainError, StorageError, NotText)


class Desk(QObject):
    """The open programme with all that pages share."""

    changed = Signal(object)  # Changes
    said = Signal(str, str)  # a sentence and its kind: "" in passing, "notice" when something could not be done
    going = Signal(str)  # to a page
    bank_changed = Signal()  # prompts came, went, were hidden or shown: `bank` is another one
    apart_turned = Signal(bool)  # the class sees a screen of its own now, or no longer
    reveal_wanted = Signal(str)  # what lies face down for a prompt is to be turned over, where everybody sees it
    for_all_wanted = Signal(str, str)  # a sheet is to lie where everybody sees it: one of the above, and which plan
    reading_begun = Signal(object)  # Reading: a plan is read aloud
    flushing = Signal()  # say now what is typed and not yet said

    def __init__(
        self,
        workspace: Workspace,
        bank: Bank,
        files: Files,
        library: Library | None = None,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.workspace, self.files, self.library = workspace, files, library
        self.prompts = PromptShelf(bank, library, self.bank_changed.emit)
        self.clock = SessionClock(self, ticks)
        self.leading = Leading(self)
        self.counting = Counting(self)
        self.lock = Lock(self)  # on the boards, while we talk
        self.looking = Looking(self)
        self.apart = False  # the class sees a screen of its own
        self.reading: Reading | None = None  # the plan that is read aloud now, whichever window shows it
        self._stop = workspace.subscribe(self.changed.emit)

    @property
    def programme(self) -> Programme:
        """The programme as it is saved."""
        return self.workspace.programme

    @property
    def bank(self) -> Bank:
        """What may be asked on this laptop now: built in and own, without what is hidden."""
        return self.prompts.bank

    def today(self) -> date:
        """The day it is, where the laptop is."""
        return self.workspace.today()

    @property
    def session(self) -> Session | None:
        """The session that is on: the last one that was prepared."""
        sessions = in_order(self.programme)
        return sessions[-1] if sessions else None

    def reveal(self, asked_id: str) -> None:
        """Turn over what lies face down for a prompt."""
        if self.attempt(lambda: self.workspace.reveal(asked_id)) is not None and not self.clock.begun:
            self.clock.start()

    def set_apart(self, on: bool) -> None:
        """Whether the class sees a screen of its own: then what is for the leader may lie open."""
        if on != self.apart:
            self.apart = on
            self.apart_turned.emit(on)

    def do(
        self,
        label: str,
        change: Callable[Concatenate[Programme, P], Outcome],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Make a change; False, with the reason said, if it can't be made."""
        return self.attempt(lambda: self.workspace.perform(label, change, *args, **kwargs)) is not None

    def add_ideas(self, label: str, given: Sequence[Given]) -> list[str]:
        """Add what was said at one time in one session; their ids, none if that can't be done."""
        new_ids = [self.workspace.new_id() for _ in given]
        spots = ideas.spots(self.programme, len(given), given[0].session_id if given else None)
        done = self.do(label, ideas.add, new_ids=new_ids, at=self.workspace.now(), given=given, spots=spots)
        return new_ids if done else []

    def attempt(self, act: Callable[[], Changes]) -> Changes | None:
        """Do something that may be refused; None, with the reason said, if it was."""
        try:
            return act()
        except EXPECTED as error:
            self.said.emit(str(error), "notice")
            return None

    def record(self, what: Happened, data: Mapping[str, str | int | float | bool | None]) -> bool:
        """Put a fact on record; False, with the reason said, if that could not be saved."""
        try:
            self.workspace.record(what, data)
        except StorageError as error:
            self.said.emit(str(error), "notice")
            return False
        return True

    def keep_draft(self, key: str, text: str) -> None:
        """Keep what is being typed, quietly: a full disk must not interrupt a sentence."""
        try:
            self.workspace.save_draft(key, text)
        except StorageError as error:
            self.said.emit(str(error), "notice")

    def undo(self) -> None:
        """Take the last step back."""
        self.flushing.emit()
        done = self.attempt(self.workspace.undo)
        if done is not None:
            self.said.emit(translate("desk", "Taken back: {what}", what=deed(done.label)), "")

    def redo(self) -> None:
        """Bring the last undone step back."""
        done = self.attempt(self.workspace.redo)
        if done is not None:
            self.said.emit(translate("desk", "Done again: {what}", what=deed(done.label)), "")

    def close(self) -> None:
        """Let go of the programme. What is typed is said first, and the clock stands."""
        self.clock.pause()
        self.flushing.emit()
        self._stop()
        self.workspace.close()
