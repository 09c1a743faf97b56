"""Which aspects of school life a group has explored, how deeply, and which were never asked.

Depth is counted in four steps that can be told in a sentence: 0 never asked; 1 asked; 2 asked and answered with at
least three ideas; 3 as 2, with more than one prompt answered or an idea that went forward.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.ideas import Idea, on_board
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Asked
from workshop_app.facilitation import familiar
from workshop_app.facilitation.bank import Aspect, Bank

ENOUGH = 3  # ideas that make an aspect explored
SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Explored:
    """One aspect: prompts that were asked, ideas by students and by adults, session ids, depth from 0 to 3."""

    aspect: Aspect
    asked: int
    students: int
    adults: int
    sessions: tuple[str, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Familiar:
    """How much of what was said stays on the familiar ground: a share from 0 to 1, and each idea with its finding."""

    share: float
    ideas: tuple[tuple[Idea, familiar.Finding], ...]


def explored(programme: Programme, facts: Sequence[Fact], bank: Bank) -> list[Explored]:
    """Every aspect of the bank, in its order."""
    put = {str(fact.data.get("asked")) for fact in facts if fact.what is Happened.ASKED}
    ideas = on_board(programme)
    put |= {idea.asked_id for idea in ideas if idea.asked_id}
    asked = [one for one in programme.all(Asked).values() if one.id in put]
    return [_one(aspect, asked, ideas) for aspect in bank.aspects]


def familiar_ground(ideas: Sequence[Idea]) -> Familiar:
    """What of these ideas stays on the familiar ground."""
    found = [(idea, finding) for idea in ideas if (finding := familiar.look(idea.text)) is not None]
    return Familiar(len(found) / len(ideas) if ideas else 0.0, tuple(found))


def suggested(map_: Sequence[Explored], most: int = SUGGESTED) -> list[Aspect]:
    """What to ask next: never asked before little explored, a family that is behind first, familiar ground last."""
    depth_of: dict[str, int] = {}
    for one in map_:
        depth_of[one.aspect.family] = depth_of.get(one.aspect.family, 0) + one.depth
    ranked = sorted(map_, key=lambda one: (one.aspect.familiar, one.depth, depth_of[one.aspect.family]))
    chosen: list[Aspect] = []
    for one in ranked:
        if len(chosen) < most and one.aspect.family not in {aspect.family for aspect in chosen}:
            chosen.append(one.aspect)
    return chosen


def elements_met(map_: Sequence[Explored], bank: Bank) -> dict[str, dict[str, int]]:
    """For each framework and each of its elements: the depth of the deepest aspect that answers to it."""
    met = {framework.id: dict.fromkeys(framework.elements, 0) for framework in bank.frameworks}
    for one in map_:
        for framework_id, elements in one.aspect.frameworks.items():
            for element in elements:
                met[framework_id][element] = max(met[framework_id][element], one.depth)
    return met


def _one(aspect: Aspect, asked: Sequence[Asked], ideas: Sequence[Idea]) -> Explored:
    prompts = [one for one in asked if one.aspect_id == aspect.id]
    own = [idea for idea in ideas if idea.aspect_id == aspect.id]
    students = sum(idea.role.is_student for idea in own)
    sessions = dict.fromkeys(one.session_id for one in prompts)
    answered = {idea.asked_id for idea in own if idea.asked_id}
    if not prompts and not own:
        depth = 0
    elif len(own) < ENOUGH:
        depth = 1
    else:
        depth = 3 if len(answered) > 1 or any(idea.forward for idea in own) else 2
    return Explored(aspect, len(prompts), students, len(own) - students, tuple(sessions), depth)
