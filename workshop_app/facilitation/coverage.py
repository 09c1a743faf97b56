"""Which aspects of school life a group has explored, how deeply, and which were never asked.

Depth is counted in four steps that can be told in a sentence: 0 never asked; 1 asked; 2 asked and answered with at
least three ideas; 3 as 2, with more than one prompt answered or an idea that went forward.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from workshop_app.domain import openness
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.ideas import Idea, on_board
from workshop_app.domain.openness import How, Openness
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Asked, Session, in_order
from workshop_app.facilitation import familiar
from workshop_app.facilitation.bank import Aspect, Bank

ENOUGH = 3  # ideas that make an aspect explored
SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Explored:
    """One aspect: prompts that were asked, ideas by students and by adults, session ids, depth from 0 to 3.

    `passed` counts those of its prompts that the group passed on, which were asked too. `picked` holds the numbers of
    the sessions for which the students chose it, `openness` what the school declared, None where it was not asked yet.
    """

    aspect: Aspect
    asked: int
    students: int
    adults: int
    sessions: tuple[str, ...]
    depth: int
    passed: int = 0
    picked: tuple[int, ...] = ()
    openness: Openness | None = None


@dataclass(frozen=True, slots=True)
class Familiar:
    """How much of what was said stays on the familiar ground: a share from 0 to 1, and each idea with its finding."""

    share: float
    ideas: tuple[tuple[Idea, familiar.Finding], ...]


def explored(programme: Programme, facts: Sequence[Fact], bank: Bank, session_id: str | None = None) -> list[Explored]:
    """Every aspect of the bank in its order, then those that it has no more; in one session where one is named.

    What was asked or declared stays on the map, also after the pack that it came from was taken away.
    """
    ideas: dict[str, list[Idea]] = {}
    for idea in on_board(programme):
        if idea.aspect_id and session_id in (None, idea.session_id):
            ideas.setdefault(idea.aspect_id, []).append(idea)
    asked: dict[str, list[Asked]] = {}
    for one in put(programme, facts, session_id):
        asked.setdefault(one.aspect_id, []).append(one)
    sessions = [one for one in in_order(programme) if session_id in (None, one.id)]
    declared = openness.by_aspect(programme)
    return [
        _one(aspect, asked.get(aspect.id, ()), ideas.get(aspect.id, ()), sessions, declared.get(aspect.id))
        for aspect in (*bank.aspects, *_gone(programme, facts, bank))
    ]


def put(programme: Programme, facts: Sequence[Fact], session_id: str | None = None) -> list[Asked]:
    """Every prompt that was put to the group, also where they passed on it, session by session as they were placed."""
    known = {str(fact.data.get("asked")) for fact in facts if fact.what is Happened.ASKED}
    known |= {idea.asked_id for idea in on_board(programme) if idea.asked_id}
    number = {session.id: session.number for session in in_order(programme)}
    found = (
        one
        for one in programme.all(Asked).values()
        if (one.id in known or one.passed) and session_id in (None, one.session_id)
    )
    return sorted(found, key=lambda one: (number.get(one.session_id, 0), one.place, one.id))


def familiar_ground(ideas: Sequence[Idea]) -> Familiar:
    """What of these ideas stays on the familiar ground."""
    found = [(idea, finding) for idea in ideas if (finding := familiar.look(idea.text)) is not None]
    return Familiar(len(found) / len(ideas) if ideas else 0.0, tuple(found))


def never_asked(map_: Sequence[Explored]) -> list[Aspect]:
    """Every aspect that was never asked, in the order of the map; what is fixed or kept out too."""
    return [one.aspect for one in map_ if one.depth == 0]


def suggested(map_: Sequence[Explored], most: int = SUGGESTED) -> list[Aspect]:
    """What adults could ask next, without what they keep out.

    Familiar ground comes last; never asked comes before little explored; of what is level, a family that is behind
    comes first, and another family before a second of the same one.
    """
    depths: dict[str, list[int]] = {}
    for one in map_:
        depths.setdefault(one.aspect.family, []).append(one.depth)
    behind = {family: mean(own) for family, own in depths.items()}  # families are not of one size
    left = [one for one in map_ if one.aspect.prompts and not _kept_out(one)]
    chosen: list[Explored] = []
    while left and len(chosen) < most:
        taken = Counter(one.aspect.family for one in chosen)
        best = min(
            left, key=lambda one: (one.aspect.familiar, one.depth, taken[one.aspect.family], behind[one.aspect.family])
        )
        chosen.append(best)
        left.remove(best)
    return [one.aspect for one in chosen]


def _kept_out(one: Explored) -> bool:
    return one.openness is not None and one.openness.how is How.KEPT_OUT


def elements_met(map_: Sequence[Explored], bank: Bank) -> dict[str, dict[str, int]]:
    """For each framework and each of its elements: the depth of the deepest aspect that answers to it."""
    met = {framework.id: dict.fromkeys(framework.elements, 0) for framework in bank.frameworks}
    for one in map_:
        for framework_id, elements in one.aspect.frameworks.items():
            for element in elements:
                met[framework_id][element] = max(met[framework_id][element], one.depth)
    return met


def _one(
    aspect: Aspect,
    prompts: Sequence[Asked],
    own: Sequence[Idea],
    sessions: Sequence[Session],
    said: Openness | None,
) -> Explored:
    students = sum(idea.role.is_student for idea in own)
    answered = {idea.asked_id for idea in own if idea.asked_id}
    if not prompts and not own:
        depth = 0
    elif len(own) < ENOUGH:
        depth = 1
    else:
        depth = 3 if len(answered) > 1 or any(idea.forward for idea in own) else 2
    return Explored(
        aspect,
        len(prompts),
        students,
        len(own) - students,
        tuple(dict.fromkeys(one.session_id for one in prompts)),
        depth,
        passed=sum(one.passed for one in prompts),
        picked=tuple(session.number for session in sessions if session.picked == aspect.id),
        openness=said,
    )


def _gone(programme: Programme, facts: Sequence[Fact], bank: Bank) -> Iterator[Aspect]:
    """Aspects that the bank has no more, as the prompts that were asked, or what was declared, tell of them."""
    known = {aspect.id for aspect in bank.aspects}
    for one in put(programme, facts):
        if one.aspect_id not in known:
            known.add(one.aspect_id)
            yield Aspect(one.aspect_id, one.family, one.aspect, one.label, one.symbol, False, {}, ())
    for said in openness.not_open(programme):
        if said.aspect_id not in known:
            known.add(said.aspect_id)
            yield Aspect(said.aspect_id, said.family, said.aspect, said.aspect, "", False, {}, ())
