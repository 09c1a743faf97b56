"""A programme at work, for tests that end it without warning:

    python -m tests.storage.working FILE ACKNOWLEDGED FIRST [COUNT [PRAGMA]]

What step `n` does follows from `n`: it says, rewords or undoes. Once the workspace says that a step is saved, the
number of steps that stand is written to ACKNOWLEDGED as a line of its own. Without COUNT it never ends by itself.
"""

import itertools
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from workshop_app.domain import ideas
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.programme import About, Programme
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace


def work(workspace: Workspace, number: int) -> None:
    """Step `number`: what it does follows from the number alone."""
    said = list(workspace.programme.all(ideas.Idea))
    if number % 5 == 4:
        workspace.undo()
    elif number % 7 == 3 and said:
        workspace.perform("reword-idea", ideas.reword, said[number % len(said)], f"{number} anew {'z' * 900}")
    else:
        given = [Given(f"{number} {'y' * (number * 37 % 1500)}", Role.STUDENT)]
        at = workspace.now()
        workspace.perform("add-ideas", ideas.add, new_ids=[f"id-{number}"], at=at, given=given, spots=[(1.0, 1.0)])


def open_or_begin(place: Path) -> Workspace:
    """The programme of the file, made where there is none."""
    about = About("Brückenschule", "2026–27")
    store = Store.open(place) if place.exists() else Store.create(place, about, uid="u")
    return Workspace(store, lambda: datetime(2026, 9, 14, tzinfo=UTC), str)


def expected(count: int, place: Path) -> list[Programme]:
    """The programme after none, one, two … `count` steps."""
    workspace = open_or_begin(place)
    states = [workspace.programme]
    for number in range(count):
        work(workspace, number)
        states.append(workspace.programme)
    workspace.close()
    return states


def main(place: Path, acknowledged: Path, first: int, most: int | None, pragma: str) -> None:
    workspace = open_or_begin(place)
    assert isinstance(workspace.store, Store)
    if pragma:
        workspace.store.connection.execute(f"PRAGMA {pragma}")
    lines = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(lines, f"{first}\n".encode())
    for number in itertools.count(first) if most is None else range(first, first + most):
        work(workspace, number)
        os.write(lines, f"{number + 1}\n".encode())
    workspace.close()


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        int(sys.argv[3]),
        int(sys.argv[4]) if len(sys.argv) > 4 else None,
        sys.argv[5] if len(sys.argv) > 5 else "",
    )
