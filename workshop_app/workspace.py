"""The open programme: the one door through which every change goes, and the news of it for those who look.

    workspace.perform("move-idea", ideas.lay, idea_id, x, y)

runs a domain function on the programme, saves its edits and their history step in one transaction, then swaps the
state, then announces what changed. If saving fails everything is as before. No Qt here.
"""

import contextlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol

from workshop_app.domain import face_down, ideas
from workshop_app.domain.errors import DomainError
from workshop_app.domain.face_down import Backing, Entry, Written
from workshop_app.domain.facts import Fact, Happened, why_undo_stops
from workshop_app.domain.ideas import Idea
from workshop_app.domain.programme import Edit, Outcome, Programme, apply
from workshop_app.domain.sessions import Asked, Session
from workshop_app.domain.steps import Step, former_words
from workshop_app.storage.errors import StorageError
from workshop_app.storage.opening import damaged
from workshop_app.storage.private import Chance, W
from workshop_app.storage.purged import Purged
from workshop_app.words import translate

P = ParamSpec("P")


class Keeper(Protocol):
    """What the workspace needs of a store; `storage.store.Store` is the real one."""

    @property
    def path(self) -> Path: ...  # noqa: D102
    def load(self) -> Programme: ...  # noqa: D102
    def facts(self) -> list[Fact]: ...  # noqa: D102
    def commit(  # noqa: D102
        self,
        programme: Programme,
        edits: tuple[Edit, ...],
        label: str,
        at: datetime,
        *,
        forget: Collection[str] = (),
        fact: Fact | None = None,
    ) -> int: ...
    def travel(self, programme: Programme, edits: tuple[Edit, ...], step: int, *, undone: bool) -> None: ...  # noqa: D102
    def record(self, fact: Fact) -> None: ...  # noqa: D102
    def last_done(self) -> Step | None: ...  # noqa: D102
    def next_undone(self) -> Step | None: ...  # noqa: D102
    def steps(self, naming: str = "") -> Iterator[Step]: ...  # noqa: D102
    def labels(self) -> tuple[str | None, str | None]: ...  # noqa: D102
    def last_step(self) -> int: ...  # noqa: D102
    def drafts(self) -> dict[str, str]: ...  # noqa: D102
    def save_draft(self, key: str, text: str, at: datetime) -> None: ...  # noqa: D102
    def put_private(self, written: tuple[Written, ...], chance: Chance, instead_of: Collection[str] = ()) -> None: ...  # noqa: D102
    def private(self, kind: type[W]) -> dict[str, W]: ...  # noqa: D102
    def purge(self, ids: Collection[str], fact: Fact) -> Purged: ...  # noqa: D102
    def close(self, now: datetime | None = None) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change touched: entity ids by class, in order. `label` is the step's key, "" for a fact."""

    label: str
    ids: Mapping[type[object], tuple[str, ...]]
    fact: Happened | None = None

    def of(self, kind: type[object]) -> tuple[str, ...]:
        """The touched ids of one class."""
        return self.ids.get(kind, ())

    def touches(self, *kinds: type[object]) -> bool:
        """Whether any entity of these classes was touched."""
        return any(kind in self.ids for kind in kinds)


Listener = Callable[[Changes], None]


@dataclass
class Workspace:
    """A programme, its store, a clock (aware times), ids (UUIDv7 as text), and chance for what is private."""

    store: Keeper
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    chance: Chance = field(default_factory=Chance)
    _programme: Programme = field(init=False)
    _facts: tuple[Fact, ...] = field(init=False)
    _drafts: dict[str, str] = field(init=False)
    _listeners: list[Listener] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        try:
            self._programme = self.store.load()
            self._facts = tuple(self.store.facts())
            self._drafts = self.store.drafts()
        except BaseException:
            self.store.close()  # nobody else could: this workspace never comes to be
            raise

    @property
    def programme(self) -> Programme:
        """The programme as it is saved."""
        return self._programme

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What happened in the world, the oldest first. The same tuple until something more happens."""
        return self._facts

    def perform(
        self,
        label: str,
        change: Callable[Concatenate[Programme, P], Outcome],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Make a change. DomainError or StorageError if it can't be made; then nothing has changed."""
        outcome = change(self._programme, *args, **kwargs)
        if not outcome.edits:
            return Changes(label, {})
        self._leave_nothing_behind(outcome.edits)
        self.store.commit(outcome.programme, outcome.edits, label, self.now())
        self._programme = outcome.programme
        return self._announce(label, outcome.edits)

    def perform_on_record(
        self,
        label: str,
        fact: Fact,
        change: Callable[Concatenate[Programme, P], Outcome],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Make a change and put on record what it came of, both or neither. Errors as with `perform`."""
        outcome = change(self._programme, *args, **kwargs)
        self._leave_nothing_behind(outcome.edits)
        step = self.store.commit(outcome.programme, outcome.edits, label, self.now(), fact=fact)
        self._programme = outcome.programme
        self._facts = (*self._facts, replace(fact, after_step=step))
        changes = self._announce(label, outcome.edits)
        self._tell(Changes("", {}, fact.what))
        return changes

    def put_private(self, *written: Written) -> Changes:
        """Keep what was written in private until it is turned over. It makes no step; Undo does not know of it."""
        return self._put(written)

    def correct_private(self, entry_id: str, entry: Entry) -> Changes:
        """Put an entry in another's place, as with a slip that was misread. DomainError where that may not be."""
        return self._put((face_down.corrected(self._lying(entry_id), entry),), instead_of=(entry_id,))

    def drop_private(self, *entry_ids: str) -> Changes:
        """Delete entries for good, as with a slip that was typed twice. DomainError where that may not be."""
        for entry_id in entry_ids:
            face_down.may_be_dropped(self._lying(entry_id))
        return self._put((), instead_of=entry_ids)

    def private(self, kind: type[W]) -> dict[str, W]:
        """What was written in private of one kind (Entry, Backing), by random id. For the facilitator's eyes alone."""
        return self.store.private(kind)

    def reveal(self, asked_id: str) -> Changes:
        """Turn over everything that lies face down for one prompt, in one step; DomainError if nothing does.

        Everybody has seen it then: it is on record, and undo stops there.
        """
        found = {one_id: entry for one_id, entry in self.private(Entry).items() if entry.asked == asked_id}
        entries = list(found.values())
        self.chance.shuffle(entries)
        new_ids = [self.new_id() for _ in entries]  # after shuffling: these ids tell their order
        spots = ideas.spots(self._programme, len(entries), entries[0].session if entries else None)
        outcome = face_down.turn_over(self._programme, entries, new_ids=new_ids, at=self.now(), spots=spots)
        fact = self._fact_of(Happened.REVEALED, entries[0], new_ids, count=len(entries))
        return self._turned_over("reveal", outcome, Entry, found, fact)

    def take_out_private(self, entry_id: str) -> Changes:
        """Set one entry aside unseen, for the safeguarding lead; DomainError if it is not there any more."""
        entry, new_id = self._lying(entry_id), self.new_id()
        outcome = face_down.take_out(self._programme, entry, new_id=new_id, at=self.now())
        fact = self._fact_of(Happened.KEPT, entry, (new_id,))
        return self._turned_over("set-aside-unseen", outcome, Entry, (entry_id,), fact)

    def take_unseen(self, idea_id: str) -> Changes:
        """Take an idea off the board for the safeguarding lead; undo does not bring it back before everybody's eyes."""
        idea = self._programme.get(Idea, idea_id)
        former: list[str] = []
        with contextlib.suppress(StorageError):  # no damage to history keeps it on the board
            former.extend(former_words(self.steps(naming=idea_id), idea_id))
        outcome = ideas.take_unseen(self._programme, idea_id, former)
        data = {"session": idea.session_id or "", "asked": idea.asked_id or ""}
        fact = Fact(self.new_id(), self.now(), Happened.KEPT, data, frozenset({idea_id}), 0)
        return self._turned_over("set-aside-unseen", outcome, Idea, (), fact)

    def count_private_backing(self, session_id: str) -> Changes:
        """Add what was backed in private to the ideas, in one step; DomainError if nothing waits."""
        found = {one_id: one for one_id, one in self.private(Backing).items() if one.session == session_id}
        if not found:
            raise DomainError(translate("workspace", "Nobody has backed an idea in private yet."))
        outcome = face_down.count(self._programme, list(found.values()))
        return self._turned_over("count-backing", outcome, Backing, found)

    def purge(self, idea_ids: Collection[str]) -> Purged:
        """Take ideas that were set aside unseen out for good: from history, drafts and backups too.

        It can't be undone; older steps still can. DomainError for an idea that is not set aside unseen.
        """
        waiting = {idea.id for idea in ideas.unseen(self._programme)}
        if not idea_ids or not waiting.issuperset(idea_ids):
            raise DomainError(translate("workspace", "Set it aside for the safeguarding lead first."))
        step = self.store.last_step()
        fact = Fact(self.new_id(), self.now(), Happened.PURGED, {"count": len(idea_ids)}, frozenset(), step)
        purged = self.store.purge(idea_ids, fact)
        before = self._programme
        self._programme, self._facts, self._drafts = self.store.load(), tuple(self.store.facts()), self.store.drafts()
        self._tell(Changes("", _differing(before, self._programme), Happened.PURGED))
        return purged

    def undo(self) -> Changes:
        """Take the last step back. DomainError if there is none or a fact rests on it."""
        step = self.store.last_done()
        if step is None:
            raise DomainError(translate("workspace", "There is nothing to undo. This is where the programme began."))
        self._allow(step)
        return self._travel(step, tuple(edit.reversed() for edit in reversed(step.edits)), undone=True)

    def redo(self) -> Changes:
        """Bring back the step that was undone last. DomainError if there is none."""
        step = self.store.next_undone()
        if step is None:
            raise DomainError(translate("workspace", "There is nothing to redo."))
        return self._travel(step, step.edits, undone=False)

    def today(self) -> date:
        """The day it is, where the laptop is."""
        return self.now().astimezone().date()

    def labels(self) -> tuple[str | None, str | None]:
        """The keys of the steps that undo would take back and redo bring back."""
        return self.store.labels()

    def steps(self, naming: str = "") -> Iterator[Step]:
        """Every step that stands, the oldest first; with `naming`, those that name this id. StorageError on the way."""
        return self.store.steps(naming)

    def record(
        self,
        what: Happened,
        data: Mapping[str, str | int | float | bool | None],
        rests_on: Iterable[str] = (),
    ) -> Fact:
        """Put on record what happened in the world. Steps that touched `rests_on` can't be undone from now on."""
        fact = self.fact(what, data, rests_on)
        self.store.record(fact)
        self._facts = (*self._facts, fact)
        self._tell(Changes("", {}, what))
        return fact

    def fact(
        self,
        what: Happened,
        data: Mapping[str, str | int | float | bool | None],
        rests_on: Iterable[str] = (),
    ) -> Fact:
        """What happened in the world, as of the last step; it is not on record yet."""
        plain = {name: _storable(value) if isinstance(value, str) else value for name, value in data.items()}
        return Fact(self.new_id(), self.now(), what, plain, frozenset(rests_on), self.store.last_step())

    def draft(self, key: str) -> str:
        """What was typed in a field and not yet said."""
        return self._drafts.get(key, "")

    def save_draft(self, key: str, text: str) -> None:
        """Keep what is being typed in a field; an empty text forgets it."""
        text = _storable(text)
        if self.draft(key) == text:
            return
        self.store.save_draft(key, text, self.now())
        self._drafts[key] = text

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every change from now on; the answer is how to stop."""
        self._listeners.append(listener)
        return lambda: self._forget(listener)

    def close(self) -> None:
        """Let go of the programme, with a backup if anything changed."""
        self._listeners.clear()
        self.store.close(self.now())

    def _put(self, written: tuple[Written, ...], instead_of: Collection[str] = ()) -> Changes:
        kept = tuple(face_down.checked(self._programme, one) if isinstance(one, Entry) else one for one in written)
        self.store.put_private(kept, self.chance, instead_of)
        changes = Changes("", {Entry: (), Backing: ()})
        self._tell(changes)
        return changes

    def _lying(self, entry_id: str) -> Entry:
        entry = self.private(Entry).get(entry_id)
        if entry is None:
            raise DomainError(translate("workspace", "That is not face down any more."))
        return entry

    def _fact_of(self, what: Happened, entry: Entry, rests_on: Iterable[str], **more: int) -> Fact:
        data: dict[str, str | int] = {"session": entry.session, "asked": entry.asked, **more}
        return Fact(self.new_id(), self.now(), what, data, frozenset(rests_on), 0)

    def _turned_over(
        self, label: str, outcome: Outcome, kind: type[object], ids: Collection[str], fact: Fact | None = None
    ) -> Changes:
        """Save what was made of private rows, forget these and put it on record, all in one transaction."""
        if outcome.edits:
            step = self.store.commit(outcome.programme, outcome.edits, label, self.now(), forget=tuple(ids), fact=fact)
            self._programme = outcome.programme
            if fact is not None:
                self._facts = (*self._facts, replace(fact, after_step=step))
        else:  # the ideas that were backed are gone
            self.store.put_private((), self.chance, tuple(ids))
        return self._announce(label, outcome.edits, kind)

    def _forget(self, listener: Listener) -> None:
        if listener in self._listeners:
            self._listeners.remove(listener)

    def _travel(self, step: Step, edits: tuple[Edit, ...], *, undone: bool) -> Changes:
        self._leave_nothing_behind(edits)
        try:
            programme = apply(self._programme, edits)
        except KeyError as error:  # history tells of something that is not there
            raise damaged() from error
        self.store.travel(programme, edits, step.n, undone=undone)
        self._programme = programme
        return self._announce(step.label, edits)

    def _leave_nothing_behind(self, edits: Iterable[Edit]) -> None:
        """DomainError where a prompt would go, or another session begin, while something private waits for it."""
        gone: set[str] = set()
        begun: set[str] = set()
        for edit in edits:
            if edit.kind is Asked and (edit.new is None or edit.new.get("dropped")):
                gone.add(edit.id)
            elif edit.kind is Session and edit.old is None:
                begun.add(edit.id)
        if not gone and not begun:
            return
        entries = self.private(Entry).values()
        if any(one.asked in gone or (begun and one.session not in begun) for one in entries):
            raise DomainError(
                translate("workspace", "Slips still lie face down. Reveal them first, or set them aside unseen.")
            )
        if begun and any(one.session not in begun for one in self.private(Backing).values()):
            raise DomainError(
                translate("workspace", "Backing in private is not counted yet. Count it first, under Choose.")
            )

    def _allow(self, step: Step) -> None:
        touched = {edit.id for edit in step.edits}
        for fact in reversed(self._facts):
            if fact.after_step >= step.n and touched & fact.rests_on and not self._is_over(fact):
                raise DomainError(why_undo_stops(fact))

    def _is_over(self, fact: Fact) -> bool:
        """Whether nothing rests on a fact any more: what was set aside unseen was purged since, or put back."""
        if fact.what is not Happened.KEPT:
            return False
        found = (self._programme.all(Idea).get(idea_id) for idea_id in fact.rests_on)
        return all(one is None or ideas.is_purged(one) or not one.unseen for one in found)

    def _announce(self, label: str, edits: Iterable[Edit], *also: type[object]) -> Changes:
        ids: dict[type[object], dict[str, None]] = {kind: {} for kind in also}
        for edit in edits:
            ids.setdefault(edit.kind, {})[edit.id] = None
        changes = Changes(label, {kind: tuple(found) for kind, found in ids.items()})
        self._tell(changes)
        return changes

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def _differing(one: Programme, other: Programme) -> dict[type[object], tuple[str, ...]]:
    """The ids of what is not the same in two programmes of the same entities, by class."""
    found: dict[type[object], tuple[str, ...]] = {}
    for kind, table in other.tables.items():
        ids = tuple(key for key, entity in table.items() if one.all(kind).get(key) != entity)
        if ids:
            found[kind] = ids
    return found


def _storable(text: str) -> str:
    """A text as a file can hold it: half characters (a file's name on disk can have them) become question marks."""
    return text.encode("utf-8", "replace").decode()
