"""The story of one idea: what became of it, day by day, in sentences that everybody may read.

A day tells what it came to: ten moves to and fro are one line, or none where all is as it was in the morning. Words
that an idea no longer says are not told again, nobody is named, and what was set aside for the safeguarding lead
alone has left no line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from workshop_app.domain import answers, plans
from workshop_app.domain.answers import Answer
from workshop_app.domain.ideas import Idea, Source, Theme
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Edit, Programme
from workshop_app.domain.replies import Reply
from workshop_app.domain.sessions import Session
from workshop_app.domain.steps import Step
from workshop_app.words import translate

_DEFAULTS = {field.name: field.default for field in fields(Idea)}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that became of it on a day (of the clock on the wall where the laptop is)."""

    on: date
    text: str


def story(programme: Programme, idea_id: str, steps: Iterable[Step]) -> tuple[Line, ...]:
    """The lines of an idea's story, the oldest first; nothing for an idea that is gone or set aside unseen.

    `steps` are those that stand, the oldest first; steps that do not name the idea may be left out.
    """
    idea = programme.all(Idea).get(idea_id)
    if idea is None or idea.unseen:
        return ()
    telling = _Telling(programme, idea)
    for step in steps:
        telling.take(step)
    return tuple(telling.end())


class _Telling:
    """A story in the making: how the idea is now, how it was this morning, and what else happened today."""

    def __init__(self, programme: Programme, idea: Idea) -> None:
        self._programme, self._idea = programme, idea
        self._now: dict[str, Any] = {}
        self._morning: dict[str, Any] = {}
        self._told: dict[str, None] = {}  # today's other lines, each once
        self._touched: dict[str, None] = {}  # the idea's fields that were changed today, the latest last
        self._lines: list[Line] = []
        self._day: date | None = None
        self._aside = False  # with a reason that all may see
        self._hidden = False  # since it was given
        self._plans: dict[str, bool] = {}  # whether it is in a plan
        # No step that brings a reply to its plan names the idea, so they come from what counts now, at their time.
        self._replies = _replies(programme, idea)

    def take(self, step: Step) -> None:
        """Take one step in."""
        self._take_replies(step.at)
        self._begin_day(step.at)
        for edit in step.edits:
            if edit.kind is Idea and edit.id == self._idea.id and edit.new is not None:
                self._take_idea(edit, step.label)
            elif edit.kind is Answer:
                self._take_answer(edit)
            elif edit.kind is Plan:
                self._take_plan(edit)

    def end(self) -> list[Line]:
        """The whole story."""
        self._take_replies()
        self._close_day()
        return self._lines

    def _begin_day(self, at: datetime) -> None:
        day = at.astimezone().date()
        if day != self._day:
            self._close_day()
            self._day = day

    def _take_replies(self, until: datetime | None = None) -> None:
        """Tell the replies that came before a time, or all that are left."""
        while self._replies and (until is None or self._replies[0].added_at <= until):
            one = self._replies.pop(0)
            self._begin_day(one.added_at)
            plan = self._programme.get(Plan, one.plan_id).title
            said = translate(
                "story", "The answer to the plan “{plan}”: {answer}.", plan=plan, answer=answers.named(one)
            )
            if one.reason:
                said = translate("story", "{said} {why}", said=said, why=one.reason)
            self._tell(said)

    def _take_idea(self, edit: Edit, label: str) -> None:
        new = dict(edit.new or {})
        if edit.old is None:
            self._now = {**_DEFAULTS, **new}
            self._morning = dict(self._now)
            self._hidden = bool(new.get("unseen"))
            if not self._hidden:
                self._tell(self._given(label))
            return
        self._take_aside(new)
        for name, value in new.items():
            self._now[name] = value
            if "unseen" in new:  # what else goes with it would tell of it
                self._morning[name] = value
            else:
                self._touched.pop(name, None)
                self._touched[name] = None

    def _take_aside(self, new: dict[str, Any]) -> None:
        """Tell of setting aside and bringing back, as far as all could see it."""
        if new.get("unseen"):
            return
        if new.get("set_aside"):
            self._aside = True
            self._tell(translate("story", "Set aside."))
        elif new.get("set_aside") is False and self._hidden:
            self._hidden = False
            self._tell(self._given(""))  # nobody had seen it before
        elif new.get("set_aside") is False and self._aside:
            self._back()

    def _back(self) -> None:
        self._aside = False
        self._tell(translate("story", "Brought back."))

    def _take_answer(self, edit: Edit) -> None:
        if edit.old is not None or edit.new is None or edit.new.get("idea_id") != self._idea.id:
            return
        one = self._programme.all(Answer).get(edit.id)
        if one is None or one.withdrawn:
            self._tell(translate("story", "Answered. That answer no longer counts."))
        elif one.reason:
            self._tell(translate("story", "Answered: {answer}. {why}", answer=answers.named(one), why=one.reason))
        else:
            self._tell(translate("story", "Answered: {answer}.", answer=answers.named(one)))

    def _take_plan(self, edit: Edit) -> None:
        plan = self._programme.all(Plan).get(edit.id)
        if plan is None or edit.new is None:
            return
        was = self._plans.get(edit.id, False)
        inside = self._plans[edit.id] = self._idea.id in edit.new["idea_ids"] if "idea_ids" in edit.new else was
        if inside and not was:
            self._tell(translate("story", "In the plan “{plan}”.", plan=plan.title))
        if was and edit.new.get("dropped"):
            self._tell(translate("story", "The plan “{plan}” was put away.", plan=plan.title))

    def _given(self, label: str) -> str:
        session = self._programme.all(Session).get(self._idea.session_id or "")
        who = _who(self._idea.role)
        if session is not None and label == "reveal":
            return translate(
                "story", "Written in silence by {who}, and turned over in session {n}.", who=who, n=session.number
            )
        if session is not None:
            return translate("story", "Given by {who} in session {n}.", who=who, n=session.number)
        if self._idea.source is Source.TYPED:
            return translate("story", "Given by {who}.", who=who)
        return translate("story", "Brought in, from {who}.", who=who)

    def _tell(self, words: str) -> None:
        self._told.pop(words, None)
        self._told[words] = None

    def _close_day(self) -> None:
        """Say what the day came to."""
        if self._day is not None:
            changed = [one for name in self._touched if self._differs(name) and (one := self._came_to(name))]
            given, *others = list(self._told) or [""]
            lines = [given, *changed, *others] if self._is_first_day() else [*changed, given, *others]
            self._lines += [Line(self._day, line) for line in dict.fromkeys(lines) if line]
        self._told, self._touched = {}, {}
        self._morning = dict(self._now)

    def _is_first_day(self) -> bool:
        return not self._lines

    def _differs(self, name: str) -> bool:
        return bool(self._now.get(name) != self._morning.get(name))

    def _came_to(self, name: str) -> str:
        """What is told of a field that is not as it was in the morning; "" where nothing is."""
        now = self._now[name]
        if name == "theme_id":
            return self._moved(now)
        if name in ("students_back", "adults_back"):
            return self._backed()
        if name in ("reach", "effort"):
            return translate("story", "We weighed how far it reaches and what it takes.") if now is not None else ""
        return {
            ("forward", True): translate("story", "Chosen to go forward."),
            ("forward", False): translate("story", "No longer chosen."),
            ("insisted", True): translate("story", "We insist on it."),
            ("insisted", False): translate("story", "We no longer insist on it."),
            ("talked", True): translate("story", "We talked about it."),
            ("text", now): translate("story", "Said in other words."),
            ("translation", now): translate("story", "Said in English too.") if now else "",
        }.get((name, now), "")

    def _moved(self, theme_id: str | None) -> str:
        theme = self._programme.all(Theme).get(theme_id or "")
        if theme is None:
            return translate("story", "Out of its theme.") if theme_id is None else ""
        return translate("story", "Moved into “{theme}”.", theme=theme.name)

    def _backed(self) -> str:
        students = self._now["students_back"] - self._morning["students_back"]
        adults = self._now["adults_back"] - self._morning["adults_back"]
        if students < 0 or adults < 0:
            return translate("story", "The backing was counted anew.")
        both = [_students(students)] if students else []
        both += [_adults(adults)] if adults else []
        return translate("story", "Backed by {who}.", who=translate("story", " and ").join(both))


def _replies(programme: Programme, idea: Idea) -> list[Reply]:
    """The replies that count to plans that an idea is in, the oldest first."""
    inside = {plan.id for plan in plans.plans(programme) if idea.id in plan.idea_ids}
    own = (one for one in programme.all(Reply).values() if one.plan_id in inside and not one.withdrawn)
    return sorted(own, key=lambda one: (one.added_at, one.ask))


def _who(role: Role) -> str:
    return {
        Role.STUDENT: translate("story", "a student"),
        Role.STAFF: translate("story", "a member of staff"),
        Role.FAMILY: translate("story", "somebody from a family"),
        Role.COMMUNITY: translate("story", "somebody from the community"),
    }[role]


def _students(count: int) -> str:
    return translate("story", "1 student") if count == 1 else translate("story", "{n} students", n=count)


def _adults(count: int) -> str:
    return translate("story", "1 adult") if count == 1 else translate("story", "{n} adults", n=count)
