"""The sample class to practise with: invented people and ideas, from assets/sample.toml, put in like any others.

It has met once, a week ago; some of what was said then has an answer. The next session waits to be led.
"""

import tomllib
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from workshop_app.assets import find
from workshop_app.domain import answers, board, choosing, ideas, openness, people, sessions
from workshop_app.domain.agenda import Part
from workshop_app.domain.facts import Happened
from workshop_app.domain.openness import How
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import prompts_of, said_to
from workshop_app.facilitation import agendas, asking
from workshop_app.facilitation.bank import Bank
from workshop_app.words import translate
from workshop_app.workspace import Workspace

LENGTHS = (20, 50)  # minutes of the session to practise
BEFORE = 50  # minutes of the one a week ago


def school(minutes: int = BEFORE) -> str:
    """The name of the sample school, with the minutes to practise where they are not the usual ones."""
    name = str(_sample()["school"])
    return name if minutes == BEFORE else translate("practice", "{name}, {n} minutes", name=name, n=minutes)


def fill(workspace: Workspace, bank: Bank, minutes: int = BEFORE) -> None:
    """Put the sample class into an empty programme, with a session of so many minutes to lead."""
    sample = _sample()
    new_id, now = workspace.new_id, workspace.now()
    for one in sample["person"]:
        workspace.perform(
            "add-person", people.add_person, new_id=new_id(), at=now, name=one["name"], role=Role(one["role"])
        )
    for one in sample["open"]:
        aspect = bank.aspect(one["aspect"])
        workspace.perform(
            "declare",
            openness.declare,
            new_id=new_id(),
            at=now,
            aspect_id=aspect.id,
            aspect=aspect.name,
            family=aspect.family,
            how=How(one["how"]),
            whose=one.get("whose", ""),
            why=one.get("why", ""),
        )
    before = _prepare(workspace, bank, sample["aspects"], now - timedelta(days=7), BEFORE, away=1)
    _ideas(workspace, before, sample["idea"], now - timedelta(days=7))
    _lead(workspace, before)
    _answers(workspace, sample["answer"])
    workspace.perform("end-session", sessions.end, before)
    _prepare(workspace, bank, sample["next"], now, minutes, away=0)


@cache
def _sample() -> dict[str, Any]:
    return tomllib.loads(find("sample.toml").read_text(encoding="utf-8"))


def _prepare(workspace: Workspace, bank: Bank, aspects: list[str], on: datetime, minutes: int, *, away: int) -> str:
    session_id = workspace.new_id()
    template = agendas.for_minutes(agendas.load(), minutes)
    explore = template.minutes_of(Part.EXPLORE)
    chosen = asking.chosen(bank, aspects, minutes, most=template.prepared, explore_minutes=explore)
    group = [person.id for person in people.group(workspace.programme)]
    workspace.perform(
        "prepare",
        sessions.prepare,
        new_id=session_id,
        at=workspace.now(),
        held_on=on.astimezone().date(),
        minutes=minutes,
        present=group[: len(group) - away],
        prompts=asking.copies(chosen, session_id, workspace.new_id),
        phases=agendas.phases(template, session_id, workspace.new_id),
    )
    return session_id


def _ideas(workspace: Workspace, session_id: str, samples: list[dict[str, str]], at: datetime) -> None:
    prompts = {asked.aspect_id: asked for asked in reversed(prompts_of(workspace.programme, session_id))}
    given = [said_to(prompts[one["aspect"]], one["text"], Role(one.get("role", "student"))) for one in samples]
    workspace.perform(
        "bring-in",
        ideas.add,
        new_ids=[workspace.new_id() for _ in given],
        at=at,
        given=given,
        spots=board.free_spots([], len(given)),
    )


def _lead(workspace: Workspace, session_id: str) -> None:
    """It was led: its prompts were put to the group, and its clock stands at the end."""
    prompts = prompts_of(workspace.programme, session_id)
    workspace.record(Happened.CLOCK, {"session": session_id, "what": "start", "elapsed": 0.0})
    for place, asked in enumerate(prompts):
        elapsed = 60.0 * BEFORE * place / (len(prompts) + 1)
        workspace.record(Happened.ASKED, {"session": session_id, "asked": asked.id, "elapsed": elapsed})
    workspace.record(Happened.CLOCK, {"session": session_id, "what": "pause", "elapsed": 60.0 * BEFORE})


def _answers(workspace: Workspace, samples: list[dict[str, str]]) -> None:
    """What went forward, and what was answered since."""
    by_text = {idea.text: idea.id for idea in ideas.on_board(workspace.programme)}
    forward = [by_text[one["idea"]] for one in samples]
    workspace.perform("take-forward", choosing.take_forward, forward)
    for one in samples:
        if "kind" in one:
            workspace.perform(
                "answer",
                answers.answer,
                new_id=workspace.new_id(),
                at=workspace.now(),
                idea_id=by_text[one["idea"]],
                kind=answers.Kind(one["kind"]),
                reason=one.get("reason", ""),
                by=one.get("by", ""),
            )
