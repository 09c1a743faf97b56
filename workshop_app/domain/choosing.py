"""Choosing what goes forward: the group backs ideas, and may insist on one that few have backed.

Students' and adults' backing are counted apart. The order follows the students' backing, then the adults': a room
with more adults in it must not outvote those who live in the school all day.

What was given in earlier sessions stays within reach; what became of it already makes room for what is said today.
"""

from collections.abc import Collection

from workshop_app.domain import answers, plans
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea, on_board
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.words import translate


def back(programme: Programme, idea_id: str, *, students: int = 0, adults: int = 0) -> Outcome:
    """Add to (or, below zero, take from) the backing of an idea; it never falls below none."""
    idea = programme.get(Idea, idea_id)
    editing = Editing(programme)
    editing.set(
        idea,
        students_back=max(0, idea.students_back + students),
        adults_back=max(0, idea.adults_back + adults),
    )
    return editing.outcome()


def insist(programme: Programme, idea_id: str, on: bool) -> Outcome:
    """The group insists on an idea (or no longer), however few have backed it."""
    editing = Editing(programme)
    editing.set(programme.get(Idea, idea_id), insisted=on)
    return editing.outcome()


def by_backing(programme: Programme) -> list[Idea]:
    """Ideas on the board, the most backed by students first, then by adults, then as they were given."""
    return sorted(on_board(programme), key=lambda idea: (-idea.students_back, -idea.adults_back))


def earlier(programme: Programme, session_id: str | None) -> list[Idea]:
    """Ideas on the board that were given in another session, in the order in which they were given.

    None where this session has no ideas of its own. An idea of no session belongs to whichever is on.
    """
    board = on_board(programme)
    other = [idea for idea in board if idea.session_id not in (None, session_id)]
    return other if session_id is not None and len(other) < len(board) else []


def short_list(programme: Programme, most: int, session_id: str | None = None) -> list[Idea]:
    """The `most` ideas with most backing (all that tie with the last one too), and any that the group insists on.

    An idea that was answered "no" is only on it where the group insists; one of an earlier session also where it was
    answered or went forward, and not where a plan was made of it.
    """
    out = _out(programme, session_id)
    ordered = [idea for idea in by_backing(programme) if idea.id not in out]
    ranked = [idea for idea in ordered if idea.students_back or idea.adults_back]
    top = ranked[:most]
    if top:
        last = (top[-1].students_back, top[-1].adults_back)
        top += [idea for idea in ranked[most:] if (idea.students_back, idea.adults_back) == last]
    chosen = {idea.id for idea in top}
    return top + [idea for idea in ordered if idea.insisted and idea.id not in chosen]


def _out(programme: Programme, session_id: str | None) -> set[str]:
    given = answers.by_idea(programme)
    planned = plans.planned(programme)
    before = earlier(programme, session_id)
    done = {idea.id for idea in before if not idea.insisted and (idea.forward or idea.id in given)}
    done.update(idea.id for idea in before if idea.id in planned)
    refused = (programme.get(Idea, key) for key, one in given.items() if one.kind is Kind.NO)
    return done.union(idea.id for idea in refused if not idea.insisted)


def take_forward(programme: Programme, idea_ids: Collection[str]) -> Outcome:
    """These ideas, and no others, go forward to planning."""
    if not idea_ids:
        raise DomainError(translate("choosing", "Back an idea first, or insist on one. Then it can go forward."))
    editing = Editing(programme)
    for idea_id in idea_ids:
        programme.get(Idea, idea_id)
    for idea in programme.all(Idea).values():
        editing.set(idea, forward=idea.id in idea_ids)
    return editing.outcome()


def going_forward(programme: Programme) -> list[Idea]:
    """Ideas that the group took forward, the most backed first."""
    return [idea for idea in by_backing(programme) if idea.forward]


def on_their_way(programme: Programme, session_id: str | None) -> list[Idea]:
    """Ideas of earlier sessions that went forward and still wait for an answer or, after a yes, for a plan."""
    given = answers.by_idea(programme)
    planned = plans.planned(programme)
    return [
        idea
        for idea in earlier(programme, session_id)
        if idea.forward
        and idea.id not in planned
        and (idea.id not in given or given[idea.id].kind in (Kind.YES, Kind.WITH_CHANGES))
    ]
