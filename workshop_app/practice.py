"""The sample class to practise with: invented people and ideas, from assets/sample.toml, put in like any others."""

import tomllib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from workshop_app.assets import find
from workshop_app.domain import board, ideas, people, sessions
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import prompts_of
from workshop_app.facilitation import asking
from workshop_app.facilitation.bank import Bank
from workshop_app.workspace import Workspace


def school() -> str:
    """The name of the sample school."""
    return str(_sample()["school"])


def fill(workspace: Workspace, bank: Bank) -> None:
    """Put the sample class into an empty programme."""
    sample = _sample()
    new_id, now = workspace.new_id, workspace.now()
    for one in sample["person"]:
        workspace.perform(
            "add-person", people.add_person, new_id=new_id(), at=now, name=one["name"], role=Role(one["role"])
        )
    session_id = _prepare(workspace, bank, sample["aspects"], now)
    _ideas(workspace, session_id, sample["idea"], new_id)


def _sample() -> dict[str, Any]:
    return tomllib.loads(find("sample.toml").read_text(encoding="utf-8"))


def _prepare(workspace: Workspace, bank: Bank, aspects: list[str], now: datetime) -> str:
    session_id = workspace.new_id()
    minutes = 50
    workspace.perform(
        "prepare",
        sessions.prepare,
        new_id=session_id,
        at=now,
        held_on=now.astimezone().date(),
        minutes=minutes,
        present=[person.id for person in people.group(workspace.programme)][:-1],
        prompts=asking.copies(asking.chosen(bank, aspects, minutes), session_id, workspace.new_id),
    )
    return session_id


def _ideas(workspace: Workspace, session_id: str, samples: list[dict[str, str]], new_id: Callable[[], str]) -> None:
    prompts = {asked.aspect_id: asked for asked in reversed(prompts_of(workspace.programme, session_id))}
    given: list[Given] = []
    for one in samples:
        asked = prompts[one["aspect"]]
        given.append(
            Given(
                one["text"],
                Role(one.get("role", "student")),
                session_id=session_id,
                asked_id=asked.id,
                aspect_id=asked.aspect_id,
                label=asked.label,
                family=asked.family,
            )
        )
    workspace.perform(
        "bring-in",
        ideas.add,
        new_ids=[new_id() for _ in given],
        at=workspace.now(),
        given=given,
        spots=board.free_spots([], len(given)),
    )
