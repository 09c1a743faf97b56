"""Made-up programmes of any size, put into a real file through the workspace, the same in every run."""

import random
from datetime import UTC, datetime
from pathlib import Path

from uuid6 import uuid7

from workshop_app.domain import board, ideas, people, sessions
from workshop_app.domain.ideas import Given, Idea, Source
from workshop_app.domain.people import Role
from workshop_app.domain.programme import About
from workshop_app.facilitation import asking, prompts
from workshop_app.facilitation.bank import Bank
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace

BEGINNINGS = (
    "We never hear what became of",
    "It would help if somebody explained",
    "Most of us are tired before",
    "Ask the younger years about",
    "Nobody our age decides on",
    "The quiet ones lose out in",
    "Two minutes more would change",
    "Let us try for a month",
)
MIDDLES = (
    "the queue at lunch",
    "group work in mixed classes",
    "homework over a long weekend",
    "the corridor by the science rooms",
    "the way marks are talked about",
    "choosing books for the library",
    "the bus that always comes late",
)
ENDS = (
    ".",
    ", even when it is nobody’s fault.",
    ", and then say openly what will not work and why.",
    ", because those who need it most are the last to ask for it, and by then the term is over.",
)


def now() -> datetime:
    """The time, aware."""
    return datetime.now(UTC)


def new_id() -> str:
    """A UUIDv7 as text."""
    return str(uuid7())


def texts(count: int) -> list[str]:
    """As many different ideas, short and long ones as groups give them."""
    drawn = random.Random(7)
    return [
        f"{drawn.choice(BEGINNINGS)} {drawn.choice(MIDDLES)}{drawn.choice(ENDS)[:-1]} ({number})."
        for number in range(1, count + 1)
    ]


def write(path: Path, count: int, *, meetings: int = 1, page: str = "board") -> None:
    """A programme of `count` ideas from `meetings` sessions, a third of them in themes of 20, last seen on `page`."""
    workspace = Workspace(Store.create(path, About("Riverside School", "2026–27"), uid=new_id()), now, new_id)
    try:
        _people(workspace)
        words = iter(texts(count))
        bank = prompts.load()
        for number in range(meetings):
            share = count * (number + 1) // meetings - count * number // meetings
            _session(workspace, bank, [next(words) for _ in range(share)])
        _themes(workspace, count // 3)
        for last in list(workspace.programme.all(Idea).values())[-1:]:
            # The floors take the last step as their model: it moves one idea.
            workspace.perform("move-idea", ideas.lay, last.id, last.x + 1.0, last.y)
        workspace.save_draft("place", page)
    finally:
        workspace.close()


def opened(path: Path) -> Workspace:
    """The programme of a file."""
    return Workspace(Store.open(path), now, new_id)


def _people(workspace: Workspace) -> None:
    for name, role in (("Mia", Role.STUDENT), ("Łukasz", Role.STUDENT), ("Siân", Role.STUDENT), ("Ms P.", Role.STAFF)):
        workspace.perform("add-person", people.add_person, new_id=new_id(), at=now(), name=name, role=role)


def _session(workspace: Workspace, bank: Bank, words: list[str]) -> None:
    session_id = new_id()
    every = max(1, len(bank.aspects) // 6)  # a few from each family
    chosen = asking.chosen(bank, [aspect.id for aspect in bank.aspects[::every]], 90)
    asked = asking.copies(chosen, session_id, new_id)
    workspace.perform(
        "prepare",
        sessions.prepare,
        new_id=session_id,
        at=now(),
        held_on=now().date(),
        minutes=90,
        present=[person.id for person in people.group(workspace.programme)],
        prompts=asked,
    )
    roles = (Role.STUDENT, Role.STUDENT, Role.STUDENT, Role.STAFF, Role.FAMILY)
    given = [
        Given(
            text,
            roles[number % len(roles)],
            Source.PASTED,
            session_id=session_id,
            asked_id=prompt.id,
            aspect_id=prompt.aspect_id,
            label=prompt.label,
            family=prompt.family,
        )
        for number, text in enumerate(words)
        for prompt in (asked[number % len(asked)],)
    ]
    keys = [new_id() for _ in given]
    lying = board.free_spots([], len(given))  # each session has a board of its own
    workspace.perform("bring-in", ideas.add, new_ids=keys, at=now(), given=given, spots=lying)


def _themes(workspace: Workspace, sorted_in: int) -> None:
    ids = list(workspace.programme.all(Idea))[::3][:sorted_in]
    themes = max(2, sorted_in // 20)
    for number in range(themes):
        workspace.perform(
            "new-theme",
            ideas.new_theme,
            new_id=new_id(),
            at=now(),
            name=f"What we share, part {number + 1}",
            idea_ids=ids[number::themes],
        )
