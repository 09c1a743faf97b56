"""Making sense of ideas together: themes that begin by laying cards on each other, put together, ordered, split.

Every verb here moves several things in one step. A theme that begins this way has a placeholder for a name until the
group finds one. No idea is set aside or forgotten by any of them.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from math import isfinite

from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea, Theme, in_theme, themes
from workshop_app.domain.programme import Edit, Editing, Outcome, Programme
from workshop_app.words import translate


def start_theme(
    programme: Programme, new_id: str, at: datetime, idea_ids: Sequence[str], session_id: str | None = None
) -> Outcome:
    """A new theme of these ideas, in this order, last on the board, with a placeholder for a name."""
    moved = _moved(programme, idea_ids)
    if not moved:
        raise DomainError(translate("making_sense", "A theme needs an idea to begin with."))
    editing = Editing(programme)
    place = 1.0 + max((theme.place for theme in programme.all(Theme).values()), default=0.0)
    editing.add(Theme(new_id, _placeholder(programme), place, at, session_id=session_id))
    for number, idea in enumerate(moved, start=1):
        editing.set(idea, theme_id=new_id, place=float(number))
    return editing.outcome()


def is_named(theme: Theme) -> bool:
    """Whether the group has given it a name of its own."""
    start, end = _unnamed(), theme.name.rpartition(" ")
    return theme.name != start and not (end[0] == start and end[2].isdecimal())


def merge(programme: Programme, theme_id: str, into: str) -> Outcome:
    """Put a theme's ideas at the end of another theme, which keeps its name; the first one's frame goes."""
    theme, other = _standing(programme, theme_id), _standing(programme, into)
    if theme.id == other.id:
        raise DomainError(translate("making_sense", "A theme can't be put together with itself."))
    editing = Editing(programme)
    editing.set(theme, dissolved=True)
    last = max((idea.place for idea in in_theme(programme, other.id)), default=0.0)
    for number, idea in enumerate(in_theme(programme, theme.id), start=1):
        editing.set(idea, theme_id=other.id, place=last + number)
    return editing.outcome()


def order(programme: Programme, theme_id: str, before: str | None) -> Outcome:
    """Put a theme before another one, or last; all others keep their order."""
    theme = _standing(programme, theme_id)
    editing = Editing(programme)
    if before == theme.id:
        return editing.outcome()
    others = [one for one in themes(programme) if one.id != theme.id]
    at = others.index(_standing(programme, before)) if before is not None else len(others)
    places = _between([one.place for one in others], at, 1)
    if places is None:
        for number, one in enumerate([*others[:at], theme, *others[at:]], start=1):
            editing.set(one, place=float(number))
    else:
        editing.set(theme, place=places[0])
    return editing.outcome()


def gather(programme: Programme, idea_ids: Sequence[str], theme_id: str, before: str | None) -> Outcome:
    """Put several ideas in a theme, in this order, before another idea of it or at its end.

    Where `before` is one of those that are moved, they come before the next one that stays.
    """
    theme = _standing(programme, theme_id)
    moved = _moved(programme, idea_ids)
    going = {idea.id for idea in moved}
    there = in_theme(programme, theme.id)
    ahead = next((index for index, idea in enumerate(there) if idea.id == before), len(there))
    at = sum(idea.id not in going for idea in there[:ahead])
    others = [idea for idea in there if idea.id not in going]
    editing = Editing(programme)
    places = _between([idea.place for idea in others], at, len(moved))
    if places is None:
        for number, idea in enumerate([*others[:at], *moved, *others[at:]], start=1):
            editing.set(idea, theme_id=theme.id, place=float(number))
    else:
        for idea, place in zip(moved, places, strict=True):
            editing.set(idea, theme_id=theme.id, place=place)
    return editing.outcome()


def lay_many(programme: Programme, spots: Sequence[tuple[str, float, float]]) -> Outcome:
    """Lay several ideas on the loose ground, each with its top left corner at (x, y); all or none."""
    if not all(isfinite(x) and isfinite(y) for _, x, y in spots):
        raise DomainError(translate("making_sense", "Cards can't lie there."))
    moved = _moved(programme, [idea_id for idea_id, _, _ in spots])
    where = {idea_id: (max(0.0, x), max(0.0, y)) for idea_id, x, y in spots}
    editing = Editing(programme)
    for idea in moved:
        x, y = where[idea.id]
        editing.set(idea, theme_id=None, x=x, y=y)
    return editing.outcome()


def each(programme: Programme, idea_ids: Sequence[str], change: Callable[[Programme, str], Outcome]) -> Outcome:
    """Do the same to several ideas, one after the other; all or none, as one step."""
    edits: list[Edit] = []
    for idea in _moved(programme, idea_ids):
        programme, made = change(programme, idea.id)
        edits += made
    return Outcome(programme, tuple(edits))


def _moved(programme: Programme, idea_ids: Sequence[str]) -> list[Idea]:
    """Each of the ideas once, in this order; DomainError if one is not there or not on the board."""
    found = [programme.get(Idea, idea_id) for idea_id in dict.fromkeys(idea_ids)]
    if any(idea.set_aside for idea in found):
        raise DomainError(translate("making_sense", "One of these ideas was set aside. Choose again without it."))
    return found


def _standing(programme: Programme, theme_id: str) -> Theme:
    theme = programme.get(Theme, theme_id)
    if theme.dissolved:
        raise DomainError(translate("making_sense", "That theme is not there any more. Choose another."))
    return theme


def _between(places: Sequence[float], at: int, count: int) -> list[float] | None:
    """So many places before number `at` of `places` (or after them all), rising; None where no numbers are left."""
    if at == len(places):
        last = places[-1] if places else 0.0
        return [last + number for number in range(1, count + 1)]
    end = places[at]
    start = places[at - 1] if at else end - 2.0
    found = [start + (end - start) * number / (count + 1) for number in range(1, count + 1)]
    rising = all(one < other for one, other in zip([start, *found], [*found, end], strict=True))
    return found if rising else None


def _placeholder(programme: Programme) -> str:
    """The first placeholder that no theme on the board has."""
    taken = {theme.name.casefold() for theme in themes(programme)}
    number, name = 1, _unnamed()
    while name.casefold() in taken:
        number += 1
        name = f"{_unnamed()} {number}"
    return name


def _unnamed() -> str:
    return translate("making_sense", "Not named yet")
