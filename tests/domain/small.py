"""A programme as small as a rule needs it: three people, two ideas "a" and "b", and a session "s" with prompts."""

import itertools
from typing import Any

from tests.strategies import NOW, TODAY, asked, nothing_yet
from workshop_app.domain import ideas, people, sessions
from workshop_app.domain.agenda import Part, Phase
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Outcome, Programme, apply

PARTS = (Part.WELCOME, Part.EXPLORE, Part.CHOOSE, Part.CHECK_OUT)


def small() -> Programme:
    programme = nothing_yet()
    for key, role in (("ana", Role.STUDENT), ("bo", Role.STUDENT), ("mr b", Role.STAFF)):
        programme = people.add_person(programme, new_id=key, at=NOW, name=key, role=role).programme
    given = [Given("Quiet", Role.STUDENT), Given("Water", Role.STUDENT)]
    programme = ideas.add(programme, new_ids=["a", "b"], at=NOW, given=given, spots=[(0, 0), (0, 9)]).programme
    return sessions.prepare(programme, new_id="s", at=NOW, **meeting()).programme


def meeting(**other: Any) -> dict[str, Any]:
    counter = itertools.count(1)
    prompts = [asked(counter, "s", number, place) for place, number in enumerate((1, 2))]
    phases = [Phase(f"phase {part}", "s", part, 5, 0) for part in PARTS]
    filled = {"held_on": TODAY, "minutes": 50, "present": ["ana", "mr b"], "prompts": prompts, "phases": phases}
    return {**filled, "template": "twenty", **other}


def undone(outcome: Outcome) -> Programme:
    """The programme before, made of the one after."""
    return apply(outcome.programme, [edit.reversed() for edit in reversed(outcome.edits)])
