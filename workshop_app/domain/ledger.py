"""The promise ledger: every idea that was ever given, and which answer it has, why, from whom, and who told it when.

Where many say the same, ideas of one theme that stand alike are one entry. Nothing is kept here: the ledger is read
from ideas, answers, replies to plans and what was told, whenever somebody looks. What was set aside unseen is in none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from workshop_app.domain import answers, plans, replies, school_promise, through_plans, told, triggers
from workshop_app.domain.answers import Answer, Kind
from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.making_sense import is_named
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Reply
from workshop_app.domain.told import Told
from workshop_app.domain.triggers import Trigger
from workshop_app.words import translate


class Stands(StrEnum):
    """Where an entry stands."""

    WAITING = "waiting"  # nobody answered yet, and that ages
    ANSWERED = "answered"  # but nobody told the students
    TOLD = "told"
    OURS = "ours"  # it needs nobody's decision: it is in a signed plan that is all in our own hands
    ASIDE = "aside"  # it was set aside, for a reason that all may read


class Age(StrEnum):
    """How long something waits."""

    WEEK = "week"
    MONTH = "month"
    TERM = "term"
    LONGER = "longer"


_UP_TO = {Age.WEEK: 7, Age.MONTH: 31, Age.TERM: 100}  # days


class Verdict(NamedTuple):
    """One answer. `source_ids` are of the Answers or the Reply that it is; `asked` is the ask of a plan it replies to.

    `by` is a name or a post, "" where nobody wrote down who decided.
    """

    kind: Kind
    reason: str
    by: str
    passed_to: str
    on: date
    source_ids: tuple[str, ...]
    asked: str = ""


class Entry(NamedTuple):
    """Ideas that stand alike: one alone, or several of a theme. `key` is the first idea's, `theme` the theme's name.

    `days` are those since the oldest of them was given; `told` is the telling that was last, once all is told.
    `plan_id` is the plan that they are in, "" where they are in none. `because` says why they were set aside.
    """

    key: str
    title: str
    theme: str
    idea_ids: tuple[str, ...]
    given_on: date
    days: int
    stands: Stands
    verdicts: tuple[Verdict, ...] = ()
    told: Told | None = None
    plan_id: str = ""
    trigger: Trigger | None = None
    because: str = ""

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The ids of all answers and replies that it has: what is told when it is told."""
        return tuple(source for verdict in self.verdicts for source in verdict.source_ids)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries: what waits first, the oldest on top; then what nobody told yet, and what was told last on top.

    `promised` are the days until an answer that the school promised, 0 while it promised none.
    """

    entries: tuple[Entry, ...]
    promised: int

    def standing(self, *how: Stands) -> list[Entry]:
        """The entries that stand so."""
        return [one for one in self.entries if one.stands in how]

    def of_plan(self, plan_id: str) -> list[Entry]:
        """The entries of one plan."""
        return [one for one in self.entries if one.plan_id == plan_id]

    def is_late(self, entry: Entry) -> bool:
        """Whether an entry waits longer than the school promised."""
        return entry.stands is Stands.WAITING and 0 < self.promised < entry.days


@dataclass(frozen=True, slots=True)
class Letter:
    """What the letter of a trigger says. `days_left` is below zero once it is overdue; `hears` is who hears then."""

    trigger_id: str
    idea_id: str
    words: str
    about: str
    theme: str
    students: int
    adults: int
    needed: int
    decider: str
    demanded_on: date
    due: date
    days_left: int
    hears: str


def of(programme: Programme, today: date) -> Ledger:
    """The ledger as it is today. One pass over all ideas."""
    made = _Reading(programme).entries(programme.all(Idea).values(), today)
    promised = school_promise.promise(programme)
    return Ledger(tuple(sorted(made, key=_order)), promised.answer_days if promised is not None else 0)


def untold(programme: Programme, today: date) -> list[Entry]:
    """The entries with an answer that nobody told yet, as the ledger has them; no other idea is read for it."""
    reading = _Reading(programme)
    return sorted(reading.entries(filter(reading.is_untold, programme.all(Idea).values()), today), key=_order)


def with_ideas(programme: Programme, idea_ids: Iterable[str], today: date) -> dict[str, Entry]:
    """The entries that these ideas are in, by the idea's id; of ideas that are there, and no other entry is read."""
    there = programme.all(Idea)
    wanted = [there[key] for key in idea_ids if key in there]
    keys, themes = {one.id for one in wanted}, {one.theme_id for one in wanted if one.theme_id}
    near = (one for one in there.values() if one.id in keys or one.theme_id in themes)
    made = _Reading(programme).entries(near, today)
    return {key: entry for entry in made for key in entry.idea_ids if key in keys}


def age(days: int) -> Age:
    """How long that is."""
    return next((one for one, most in _UP_TO.items() if days <= most), Age.LONGER)


def age_name(one: Age) -> str:
    """How long something waits, as it stands above a list."""
    return {
        Age.WEEK: translate("ledger", "Given within a week"),
        Age.MONTH: translate("ledger", "Waiting for more than a week"),
        Age.TERM: translate("ledger", "Waiting for more than a month"),
        Age.LONGER: translate("ledger", "Waiting for longer than a term"),
    }[one]


def since(days: int) -> str:
    """How long something waits, in words: "since today", "12 days"."""
    if days == 0:
        return translate("ledger", "since today")
    if days == 1:
        return translate("ledger", "1 day")
    return translate("ledger", "{n} days", n=days)


def letters(programme: Programme, today: date) -> list[Letter]:
    """A letter for each trigger that still waits for its answer, the one that is due first on top."""
    promised = school_promise.promise(programme)
    hears = promised.told_when_overdue if promised is not None else ""
    return [_letter(programme, one, hears, today) for one in triggers.waiting(programme)]


def _letter(programme: Programme, one: Trigger, hears: str, today: date) -> Letter:
    idea = programme.get(Idea, one.idea_id)
    theme = programme.all(Theme).get(idea.theme_id or "")
    return Letter(
        one.id,
        idea.id,
        heading(idea),
        idea.label,
        theme.name if theme is not None and not theme.dissolved else "",
        idea.students_back,
        idea.adults_back,
        one.needed,
        one.decider,
        one.added_at.date(),
        one.due,
        (one.due - today).days,
        hears,
    )


class _Reading:
    """What is known of every idea, gathered once."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._own = answers.by_idea(programme)
        self._through = through_plans.by_idea(programme)
        self._ours = through_plans.ours(programme)
        self._told = told.by_answer(programme)
        self._triggers = triggers.by_idea(programme)
        themes = (one for one in programme.all(Theme).values() if not one.dissolved)
        self._themes = {one.id: one.name if is_named(one) else "" for one in themes}
        standing = reversed(plans.plans(programme))
        self._plans = {idea_id: plan.id for plan in standing for idea_id in plan.idea_ids}  # the oldest that has it

    def entries(self, ideas: Iterable[Idea], today: date) -> list[Entry]:
        """The entries of these ideas, which must hold all that stand alike."""
        groups: dict[tuple[object, ...], list[Idea]] = {}
        for idea in ideas:
            if not idea.unseen:
                groups.setdefault(self.key(idea), []).append(idea)
        return [self.entry(own, today) for own in groups.values()]

    def is_untold(self, idea: Idea) -> bool:
        """Whether an idea has an answer that nobody told yet."""
        if idea.set_aside:
            return False
        own = self._own.get(idea.id)
        given = (own,) if own is not None else self._through.get(idea.id, ())
        return any(one.id not in self._told for one in given)

    def key(self, idea: Idea) -> tuple[object, ...]:
        """What ideas of one entry have in common. An answer that is demanded is demanded for one idea alone."""
        key = idea.id
        where = idea.theme_id if idea.theme_id in self._themes and key not in self._triggers else key
        if idea.set_aside:
            return (where, Stands.ASIDE, idea.because)
        plan_id = self._plans.get(key, "")
        own = self._own.get(key)
        if own is not None:
            telling = self._told.get(own.id)
            how = (telling.by, telling.on) if telling is not None else None
            return (where, plan_id, own.kind, own.reason, own.by, own.passed_to, how)
        through = self._through.get(key)
        return (where, plan_id, through[0].id if through is not None else key in self._ours)

    def entry(self, own: list[Idea], today: date) -> Entry:
        """The entry of ideas with one key."""
        first = own[0]
        theme = self._themes.get(first.theme_id or "", "")
        given_on = min([one.added_at for one in own]).date()
        stands, verdicts, heard = self._stands(own)
        return Entry(
            first.id,
            (theme if len(own) > 1 else "") or heading(first),
            theme,
            tuple([one.id for one in own]),
            given_on,
            max(0, (today - given_on).days),
            stands,
            verdicts,
            heard,
            self._plan_of(first),
            self._triggers.get(first.id),
            first.because if first.set_aside else "",
        )

    def _plan_of(self, idea: Idea) -> str:
        through = None if idea.id in self._own else self._through.get(idea.id)
        return through[0].plan_id if through is not None else self._plans.get(idea.id, "")

    def _stands(self, own: list[Idea]) -> tuple[Stands, tuple[Verdict, ...], Told | None]:
        """Where they stand, the answers that they have, and the telling that was last where all were told."""
        first = own[0]
        if first.set_aside:
            return Stands.ASIDE, (), None
        verdicts: tuple[Verdict, ...]
        if first.id in self._own:
            verdicts = (_answered([self._own[one.id] for one in own]),)
        elif (through := self._through.get(first.id)) is not None:
            verdicts = tuple(self._replied(one) for one in through)
        else:
            # What was demanded is answered by whoever it was demanded of, also where we begin by ourselves.
            begun = first.id in self._ours and first.id not in self._triggers
            return (Stands.OURS if begun else Stands.WAITING), (), None
        heard = None
        for verdict in verdicts:
            for source in verdict.source_ids:
                telling = self._told.get(source)
                if telling is None:
                    return Stands.ANSWERED, verdicts, None
                heard = telling if heard is None or telling.on > heard.on else heard
        return Stands.TOLD, verdicts, heard

    def _replied(self, one: Reply) -> Verdict:
        asked = replies.asked(self._programme, one)
        return Verdict(one.kind, one.reason, one.decided_by, one.passed_to, one.decided_on, (one.id,), asked)


def _answered(given: list[Answer]) -> Verdict:
    one = given[0]
    on = max([answer.added_at for answer in given]).date()
    return Verdict(one.kind, one.reason, one.by, one.passed_to, on, tuple([answer.id for answer in given]))


_PLACES = {stands: place for place, stands in enumerate(Stands)}


def _order(one: Entry) -> tuple[int, int, str]:
    place = _PLACES[one.stands]
    if one.stands is Stands.TOLD and one.told is not None:
        return (place, -one.told.on.toordinal(), one.key)
    if one.stands is Stands.ANSWERED:
        return (place, min(verdict.on for verdict in one.verdicts).toordinal(), one.key)
    return (place, one.given_on.toordinal(), one.key)


def count(entries: Iterable[Entry]) -> int:
    """How many ideas the entries have."""
    return sum(len(one.idea_ids) for one in entries)
