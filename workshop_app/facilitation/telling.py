"""The prompt bank and a programme's coverage as JSON text, for `prompts --json` and `coverage --json`."""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from workshop_app.domain.facts import Fact
from workshop_app.domain.ideas import Idea, on_board
from workshop_app.domain.openness import Openness
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import in_order
from workshop_app.facilitation import coverage as maps
from workshop_app.facilitation.bank import Aspect, Bank

Packs = Mapping[tuple[str, str], str]  # names of packs, by "aspect" or "prompt" and the id


def bank(prompts: Bank, packs: Packs | None = None, hidden: Collection[str] = ()) -> str:
    """The whole bank: `families`, `frameworks` and `aspects`, each with its `prompts` and what it answers to.

    `packs` is the name of the own pack that an aspect or a prompt came with: `pack` says it, null for what is
    built in. `hidden` are ids of prompts that this laptop does not ask now.
    """
    own = packs or {}
    return _json(
        {
            "families": [{"id": family.id, "name": family.name} for family in prompts.families],
            "frameworks": [
                {"id": one.id, "name": one.name, "elements": dict(one.elements)} for one in prompts.frameworks
            ],
            "aspects": [_aspect(aspect, own, hidden) for aspect in prompts.aspects],
        }
    )


def coverage(programme: Programme, facts: Sequence[Fact], prompts: Bank) -> str:
    """The map of one programme: every aspect with its depth from 0 to 3, what was never asked, what to ask next.

    `familiar_ground` holds the `share` of ideas (0 to 1) that stay there and each of them with its words;
    `sessions` the same share for each session. `openness` is null where the school declared nothing;
    `picked_by_students` holds numbers of sessions.
    """
    found = maps.explored(programme, facts, prompts)
    ideas = on_board(programme)
    familiar = maps.familiar_ground(ideas)
    shares = _shares(ideas, familiar)
    sessions = [
        {
            "number": session.number,
            "held_on": session.held_on.isoformat(),
            "aspects": [one.aspect.id for one in found if session.id in one.sessions],
            "familiar_share": shares.get(session.id, 0.0),
        }
        for session in in_order(programme)
    ]
    return _json(
        {
            "aspects": [
                {
                    "id": one.aspect.id,
                    "name": one.aspect.name,
                    "family": one.aspect.family,
                    "prompts_asked": one.asked,
                    "students_ideas": one.students,
                    "adults_ideas": one.adults,
                    "depth": one.depth,
                    "passed": one.passed,
                    "picked_by_students": list(one.picked),
                    "openness": _openness(one.openness),
                }
                for one in found
            ],
            "never_asked": [aspect.id for aspect in maps.never_asked(found)],
            "suggested": [aspect.id for aspect in maps.suggested(found)],
            "frameworks": maps.elements_met(found, prompts),
            "sessions": sessions,
            "familiar_ground": {
                "share": round(familiar.share, 3),
                "ideas": [
                    {"text": idea.text, "ground": finding.ground, "because": list(finding.because)}
                    for idea, finding in familiar.ideas
                ],
            },
        }
    )


def _shares(ideas: Sequence[Idea], familiar: maps.Familiar) -> dict[str | None, float]:
    """What of each session's ideas stays on familiar ground, by the session's id."""
    given = Counter(idea.session_id for idea in ideas)
    stay = Counter(idea.session_id for idea, _ in familiar.ideas)
    return {session_id: round(stay[session_id] / count, 3) for session_id, count in given.items()}


def _openness(said: Openness | None) -> dict[str, str] | None:
    return {"how": said.how.value, "whose": said.whose, "why": said.why} if said is not None else None


def _aspect(aspect: Aspect, packs: Packs, hidden: Collection[str]) -> dict[str, object]:
    return {
        "id": aspect.id,
        "name": aspect.name,
        "family": aspect.family,
        "symbol": aspect.symbol,
        "familiar": aspect.familiar,
        "pack": packs.get(("aspect", aspect.id)),
        "frameworks": {name: list(elements) for name, elements in aspect.frameworks.items()},
        "prompts": [
            {
                "id": prompt.id,
                "kind": prompt.kind,
                "symbol": aspect.symbol,
                "text": prompt.text,
                "plain": prompt.plain,
                "follow_ups": list(prompt.follow_ups),
                "note": prompt.note,
                "minutes": prompt.minutes,
                "pack": packs.get(("prompt", prompt.id)),
                "hidden": prompt.id in hidden,
            }
            for prompt in aspect.prompts
        ],
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
