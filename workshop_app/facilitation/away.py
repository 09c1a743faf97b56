"""While you were away: what somebody hears who missed sessions, so that nobody has to ask in front of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.domain import answers, ideas, plans
from workshop_app.domain.answers import Answer
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
    decided: tuple[tuple[Idea, Answer], ...]
    plans: tuple[str, ...]  # the names of plans that were made from its ideas


def while_away(programme: Programme, facts: Sequence[Fact], person_id: str, today: str = "") -> tuple[Missed, ...]:
    """The sessions that somebody missed in a row up to now, the first one first; none if they were there last time.

    `today` is the id of the session that is just beginning: they are here for that one. A session that is prepared and
    not yet begun, without an idea, does not count.
    """
    programme.get(Person, person_id)
    missed: list[Session] = []
    for session in reversed(in_order(programme)):
        if session.id == today:
            continue
        if person_id in session.present:
            break
        missed.append(session)
    found = (_missed(programme, facts, session) for session in reversed(missed))
    return tuple(one for one in found if one is not None)


def _missed(programme: Programme, facts: Sequence[Fact], session: Session) -> Missed | None:
    own = ideas.of_session(programme, session.id)
    if not own and not session.done:
        return None
    ids = {idea.id for idea in own}
    known = answers.by_idea(programme)
    answered = ((idea, known.get(idea.id)) for idea in own)
    return Missed(
        session,
        asked=tuple(asked.text for asked in put(programme, facts, session.id) if not asked.passed),
        forward=tuple(idea for idea in own if idea.forward),
        decided=tuple((idea, answer) for idea, answer in answered if answer is not None),
        plans=tuple(plan.title for plan in plans.plans(programme) if ids & set(plan.idea_ids)),
    )
