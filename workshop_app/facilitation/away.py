"""While you were away: what somebody hears who missed sessions, so that nobody has to ask in front of the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from workshop_app.domain import answers, ideas, plans, through_plans
from workshop_app.domain.answers import Given
from workshop_app.domain.facts import Fact
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Session, in_order
from workshop_app.facilitation.coverage import put


@dataclass(frozen=True, slots=True)
class Missed:
    """One session that somebody missed: what was asked, what went forward from it and what was decided about it."""

    session: Session
    asked: tuple[str, ...]
    forward: tuple[Idea, ...]
    decided: tuple[tuple[Idea, Given], ...]
    plans: tuple[str, ...]  # the names of plans that were made from its ideas


@dataclass(frozen=True, slots=True)
class Away:
    """People who missed the same sessions in a row, up to now; the first session first."""

    people: tuple[Person, ...]
    missed: tuple[Missed, ...]


def while_away(
    programme: Programme, facts: Sequence[Fact], person_ids: Iterable[str], today: str = ""
) -> tuple[Away, ...]:
    """Who of these people missed which sessions; whoever was there last time missed none, and is not told of.

    `today` is the id of the session that is just beginning: they are here for that one. A session that is prepared and
    not yet begun, without an idea, does not count.
    """
    before = [session for session in reversed(in_order(programme)) if session.id != today]
    absent: dict[tuple[str, ...], list[Person]] = {}  # people by the ids of the sessions that they were not at
    for person_id in person_ids:
        own = tuple(one.id for one in takewhile(partial(_was_away, person_id), before))
        absent.setdefault(own, []).append(programme.get(Person, person_id))
    longest = max(map(len, absent), default=0)
    told = {one.id: _missed(programme, facts, one) for one in before[:longest]}  # once, however many missed it
    groups: dict[tuple[Missed, ...], list[Person]] = {}
    for ids, people in absent.items():
        missed = tuple(one for key in reversed(ids) if (one := told[key]) is not None)
        if missed:
            groups.setdefault(missed, []).extend(people)
    return tuple(Away(tuple(people), missed) for missed, people in groups.items())


def _was_away(person_id: str, session: Session) -> bool:
    return person_id not in session.present


def _missed(programme: Programme, facts: Sequence[Fact], session: Session) -> Missed | None:
    own = ideas.of_session(programme, session.id)
    if not own and not session.done:
        return None
    ids = {idea.id for idea in own}
    known, through = answers.by_idea(programme), through_plans.by_idea(programme)
    answered: list[tuple[Idea, Given]] = []
    for idea in own:
        given: Sequence[Given] = [known[idea.id]] if idea.id in known else through.get(idea.id, ())
        answered += [(idea, one) for one in given]
    return Missed(
        session,
        asked=tuple(asked.text for asked in put(programme, facts, session.id) if not asked.passed),
        forward=tuple(idea for idea in own if idea.forward),
        decided=tuple(answered),
        plans=tuple(plan.title for plan in plans.plans(programme) if ids & set(plan.idea_ids)),
    )
