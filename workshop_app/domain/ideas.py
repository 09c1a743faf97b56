"""Ideas and the themes that the group puts them in, and everything that may be done to either.

An idea that is in a theme has its place in the order of that theme; a loose one lies where it was put, at (x, y)
of the board's loose ground (see board.py). An idea is never gone: it is set aside and can be brought back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import isfinite

from workshop_app.domain import board
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Editing, Outcome, Programme, values
from workshop_app.domain.strokes import Stroke, kept
from workshop_app.domain.texts import LONG, SHORT, optional_line, wanted
from workshop_app.words import translate

NO_SESSION, ASIDE = "", "aside"  # groups of ideas


class Source(StrEnum):
    """How an idea came in."""

    TYPED = "typed"
    PASTED = "pasted"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea, with the role that gave it. `person_id` only if the person wished it.

    `because` says why it was set aside; `unseen` that it was set aside for the safeguarding lead alone. An idea has
    words, or a `drawing`, or both; `translation` says its words in the school's language. `talked` is True once the
    group talked about it; `reach` (how many it would help) and `effort` go from 0 to 1, None while nobody weighed it.
    """

    id: str
    text: str
    role: Role
    added_at: datetime
    source: Source = Source.TYPED
    session_id: str | None = None
    asked_id: str | None = None
    aspect_id: str | None = None
    label: str = ""
    family: str = ""
    person_id: str | None = None
    theme_id: str | None = None
    place: float = 0.0
    x: float = 0.0
    y: float = 0.0
    students_back: int = 0
    adults_back: int = 0
    insisted: bool = False
    forward: bool = False
    set_aside: bool = False
    because: str = ""
    unseen: bool = False
    translation: str = ""
    drawing: tuple[Stroke, ...] = ()
    talked: bool = False
    reach: float | None = None
    effort: float | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A named group of ideas. Anyone can make one. `place` orders the themes on the board.

    `session_id` is the session during which it was made, if one was on.
    """

    id: str
    name: str
    place: float
    added_at: datetime
    dissolved: bool = False
    session_id: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an idea when it is given, before it lies on the board."""

    text: str
    role: Role
    source: Source = Source.TYPED
    session_id: str | None = None
    asked_id: str | None = None
    aspect_id: str | None = None
    label: str = ""
    family: str = ""
    person_id: str | None = None
    translation: str = ""
    drawing: tuple[Stroke, ...] = ()


def on_board(programme: Programme) -> list[Idea]:
    """Every idea that is not set aside, in the order in which they were given."""
    return [idea for idea in programme.all(Idea).values() if not idea.set_aside]


def of_session(programme: Programme, session_id: str) -> list[Idea]:
    """The ideas on the board that were given in one session, in the order in which they were given."""
    return [idea for idea in on_board(programme) if idea.session_id == session_id]


def lying(programme: Programme, session_id: str | None) -> list[Idea]:
    """The ideas that the board of a session shows, in no order; those of every board without one."""
    if session_id is None:
        return on_board(programme)
    own = programme.grouped(Idea, by_session)
    return [idea for one in (session_id, NO_SESSION) for idea in own.get(one, {}).values() if not idea.set_aside]


def count_on_board(programme: Programme) -> int:
    """How many ideas `on_board` has."""
    return len(programme.all(Idea)) - len(programme.grouped(Idea, by_aside).get(ASIDE, {}))


def count_aside(programme: Programme) -> int:
    """How many ideas `aside` has."""
    return sum(not idea.unseen for idea in programme.grouped(Idea, by_aside).get(ASIDE, {}).values())


def by_theme(idea: Idea) -> str | None:
    """The theme that an idea is in."""
    return idea.theme_id


def by_session(idea: Idea) -> str:
    """The session that an idea was given in."""
    return idea.session_id or NO_SESSION


def by_aside(idea: Idea) -> str | None:
    """Whether it is set aside."""
    return ASIDE if idea.set_aside else None


def aside(programme: Programme) -> list[Idea]:
    """Ideas that were set aside with a reason that all may see, the latest first."""
    return [idea for idea in reversed(list(programme.all(Idea).values())) if idea.set_aside and not idea.unseen]


def unseen(programme: Programme) -> list[Idea]:
    """Ideas that were set aside for the safeguarding lead alone and not yet purged, the latest first."""
    return [idea for idea in reversed(list(programme.all(Idea).values())) if idea.unseen and not is_purged(idea)]


def is_purged(idea: Idea) -> bool:
    """Whether it was taken out for good: nothing is left of it but its place in history."""
    return idea.unseen and not (idea.text or idea.drawing)


def themes(programme: Programme) -> list[Theme]:
    """The themes on the board, in their order."""
    standing = (theme for theme in programme.all(Theme).values() if not theme.dissolved)
    return sorted(standing, key=lambda theme: (theme.place, theme.id))


def in_theme(programme: Programme, theme_id: str) -> list[Idea]:
    """The ideas of one theme, in their order."""
    own = (idea for idea in programme.grouped(Idea, by_theme).get(theme_id, {}).values() if not idea.set_aside)
    return sorted(own, key=lambda idea: (idea.place, idea.id))


def add(
    programme: Programme,
    *,
    new_ids: Sequence[str],
    at: datetime,
    given: Sequence[Given],
    spots: Sequence[tuple[float, float]],
) -> Outcome:
    """Put ideas on the board's loose ground: one id, one `Given` and one free spot (x, y) each."""
    editing = Editing(programme)
    for new_id, one, (x, y) in zip(new_ids, given, spots, strict=True):
        editing.add(Idea(new_id, added_at=at, x=x, y=y, **{**values(one), **said(one)}))
    return editing.outcome()


def said(one: Given) -> dict[str, str | tuple[Stroke, ...]]:
    """Words, translation and drawing as they are kept; DomainError where there are neither words nor a drawing."""
    what = translate("ideas", "The idea")
    drawing = kept(one.drawing) if one.drawing else ()
    text = optional_line(one.text, what, LONG) if drawing else wanted(one.text, what, LONG)
    translation = optional_line(one.translation, translate("ideas", "The translation"), LONG) if one.translation else ""
    return {"text": text, "translation": translation, "drawing": drawing}


def translated(programme: Programme, idea_id: str, translation: str) -> Outcome:
    """Say an idea's words in the school's language too; they stand beneath its own."""
    editing = Editing(programme)
    line = optional_line(translation, translate("ideas", "The translation"), LONG)
    editing.set(programme.get(Idea, idea_id), translation=line)
    return editing.outcome()


def reword(programme: Programme, idea_id: str, text: str) -> Outcome:
    """Say an idea in other words."""
    editing = Editing(programme)
    editing.set(programme.get(Idea, idea_id), text=wanted(text, translate("ideas", "The idea"), LONG))
    return editing.outcome()


def said_by(programme: Programme, idea_id: str, role: Role) -> Outcome:
    """Correct the role that gave an idea; a name that goes with another role is let go."""
    idea = on_it(programme, idea_id)
    person = programme.all(Person).get(idea.person_id or "")
    editing = Editing(programme)
    editing.set(idea, role=role, person_id=idea.person_id if person and person.role is role else None)
    return editing.outcome()


def lay(programme: Programme, idea_id: str, x: float, y: float) -> Outcome:
    """Lay an idea on the loose ground with its top left corner at (x, y), out of its theme if it was in one."""
    if not (isfinite(x) and isfinite(y)):
        raise DomainError(translate("ideas", "A card can't lie there."))
    editing = Editing(programme)
    editing.set(on_it(programme, idea_id), theme_id=None, x=max(0.0, x), y=max(0.0, y))
    return editing.outcome()


def loose(programme: Programme, session_id: str | None = None) -> list[Idea]:
    """The ideas that lie in no theme, in reading order; those on the board of a session where one is named."""
    lying = (idea for idea in on_board(programme) if idea.theme_id is None and lies_with(idea, session_id))
    return sorted(lying, key=lambda idea: (idea.y, idea.x, idea.id))


def tidy(programme: Programme, spots: Sequence[tuple[float, float]], session_id: str | None = None) -> Outcome:
    """Lay the loose ideas (of a session's board) out anew in their reading order, one on each of `spots`."""
    editing = Editing(programme)
    for idea, (x, y) in zip(loose(programme, session_id), spots, strict=True):
        editing.set(idea, x=x, y=y)
    return editing.outcome()


def spots(programme: Programme, wanted: int, session_id: str | None = None) -> list[tuple[float, float]]:
    """Free spots for so many more ideas, on the loose ground of a session; on every session's ground without one."""
    lying = (idea for idea in on_board(programme) if idea.theme_id is None and lies_with(idea, session_id))
    return board.free_spots([(idea.x, idea.y) for idea in lying], wanted)


def on_it(programme: Programme, idea_id: str) -> Idea:
    """An idea that is on the board; DomainError if it was set aside meanwhile."""
    idea = programme.get(Idea, idea_id)
    if idea.set_aside:
        raise DomainError(translate("ideas", "That idea was set aside. Bring it back first."))
    return idea


def homes(programme: Programme, idea_ids: Sequence[str]) -> list[tuple[float, float]]:
    """A free spot for each of these ideas, on the loose ground of its own session, and none on another's."""
    taken = [idea for idea in on_board(programme) if idea.theme_id is None]
    found: list[tuple[float, float]] = []
    for idea_id in idea_ids:
        idea = programme.get(Idea, idea_id)
        beside = [(one.x, one.y) for one in taken if lies_with(one, idea.session_id)]
        found += board.free_spots(beside, 1)
        taken.append(replace(idea, x=found[-1][0], y=found[-1][1]))
    return found


def lies_with(idea: Idea, session_id: str | None) -> bool:
    """Whether an idea lies on the board of a session: its own, and those of none. Without a session all do."""
    return session_id is None or idea.session_id is None or idea.session_id == session_id


def put_in_theme(programme: Programme, idea_id: str, theme_id: str, before: str | None = None) -> Outcome:
    """Put an idea in a theme, before another idea of it or at its end."""
    theme = programme.get(Theme, theme_id)
    if theme.dissolved:
        raise DomainError(translate("ideas", "That theme was dissolved. Bring it back first, or choose another."))
    moved = on_it(programme, idea_id)
    others = [idea for idea in in_theme(programme, theme_id) if idea.id != idea_id]
    editing = Editing(programme)
    place = _place_before(others, before)
    if place is None:
        at = next(index for index, idea in enumerate(others) if idea.id == before)
        for number, idea in enumerate([*others[:at], moved, *others[at:]], start=1):
            editing.set(idea, theme_id=theme_id, place=float(number))
    else:
        editing.set(moved, theme_id=theme_id, place=place)
    return editing.outcome()


def to_aspect(programme: Programme, idea_id: str, aspect_id: str | None, label: str = "", family: str = "") -> Outcome:
    """Say which aspect of school life an idea is about (None for none of them). Its prompt stays the same."""
    editing = Editing(programme)
    editing.set(on_it(programme, idea_id), aspect_id=aspect_id, label=label, family=family)
    return editing.outcome()


def weigh(programme: Programme, idea_id: str, reach: float | None, effort: float | None) -> Outcome:
    """Say how many an idea would help and how much effort it takes, each from 0 to 1; None for not weighed yet."""
    if (reach is None) != (effort is None) or not all(isfinite(one or 0.0) for one in (reach, effort)):
        raise DomainError(translate("ideas", "A card can't lie there."))
    editing = Editing(programme)
    editing.set(on_it(programme, idea_id), reach=_share(reach), effort=_share(effort))
    return editing.outcome()


def set_idea_aside(programme: Programme, idea_id: str, because: str) -> Outcome:
    """Take an idea off the board, with a reason that the students will see. It can be brought back at any time."""
    reason = wanted(because, translate("ideas", "The reason"), LONG)
    editing = Editing(programme)
    editing.set(programme.get(Idea, idea_id), set_aside=True, because=reason)
    return editing.outcome()


def take_unseen(programme: Programme, idea_id: str, former: Sequence[str] = ()) -> Outcome:
    """Set an idea aside for the safeguarding lead alone: from now on it is nowhere, not even in a plan.

    Nor are `former` words of it. A plan that was closed with it is opened again, so what was signed with it is void.
    """
    from workshop_app.domain.unsaid import take_out  # plans are made of ideas, so they can't be known any earlier

    idea = programme.get(Idea, idea_id)
    editing = Editing(programme)
    editing.set(idea, set_aside=True, unseen=True, because="", forward=False, insisted=False)
    take_out(editing, programme, idea, former)
    return editing.outcome()


def bring_back(programme: Programme, idea_id: str) -> Outcome:
    """Put an idea that was set aside back where it was; DomainError if it was purged."""
    idea = programme.get(Idea, idea_id)
    if is_purged(idea):
        raise DomainError(translate("ideas", "That was taken out for good. It can't come back."))
    theme = programme.all(Theme).get(idea.theme_id or "")
    home = theme.id if theme and not theme.dissolved else None
    editing = Editing(programme)
    editing.set(idea, set_aside=False, unseen=False, because="", theme_id=home)
    return editing.outcome()


def new_theme(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    name: str,
    idea_ids: Sequence[str] = (),
    session_id: str | None = None,
) -> Outcome:
    """Name a new theme, last on the board, with these ideas in it; `session_id` is the session that is on."""
    editing = Editing(programme)
    line = _free_theme_name(programme, name)
    place = 1.0 + max((theme.place for theme in programme.all(Theme).values()), default=0.0)
    editing.add(Theme(new_id, line, place, at, session_id=session_id))
    for number, idea_id in enumerate(idea_ids, start=1):
        editing.set(programme.get(Idea, idea_id), theme_id=new_id, place=float(number))
    return editing.outcome()


def rename_theme(programme: Programme, theme_id: str, name: str) -> Outcome:
    """Give a theme another name."""
    editing = Editing(programme)
    editing.set(programme.get(Theme, theme_id), name=_free_theme_name(programme, name, but=theme_id))
    return editing.outcome()


def dissolve_theme(programme: Programme, theme_id: str, spots: Sequence[tuple[float, float]]) -> Outcome:
    """Take a theme's frame away; its ideas lie loose on `spots`, one for each idea in its order."""
    editing = Editing(programme)
    editing.set(programme.get(Theme, theme_id), dissolved=True)
    for idea, (x, y) in zip(in_theme(programme, theme_id), spots, strict=True):
        editing.set(idea, theme_id=None, x=x, y=y)
    return editing.outcome()


def _share(part: float | None) -> float | None:
    """A part of the whole, to a thousandth: what a hand can tell apart."""
    return None if part is None else round(min(1.0, max(0.0, part)), 3)


def _place_before(others: Sequence[Idea], before: str | None) -> float | None:
    """A place before one of `others` or at their end; None where halving has left no number in between."""
    places = [idea.place for idea in others]
    for index, idea in enumerate(others):
        if idea.id == before:
            ahead = places[index - 1] if index else places[index] - 2.0
            middle = (ahead + places[index]) / 2.0
            return middle if ahead < middle < places[index] else None
    return (places[-1] if places else 0.0) + 1.0


def _free_theme_name(programme: Programme, name: str, but: str = "") -> str:
    line = wanted(name, translate("ideas", "The theme's name"), SHORT)
    for theme in themes(programme):
        if theme.id != but and theme.name.casefold() == line.casefold():
            raise DomainError(translate("ideas", "There is a theme “{name}” already.", name=line))
    return line
