"""Real programmes on real files, as every test above the domain needs them. No Qt."""

import contextlib
import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from tests.strategies import NOW, fresh
from workshop_app.domain import ideas
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.programme import About, Programme
from workshop_app.storage.errors import StorageError
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace

ABOUT = About("Brückenschule", "2026–27")


class Clock:
    """A time that only tests move: a second on at each look, and as far as `forward` says."""

    def __init__(self, start: datetime = NOW) -> None:
        self.time = start

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    def forward(self, **by: float) -> None:
        self.time += timedelta(**by)


class Ticks:
    """A monotonic clock's seconds that only tests move. They begin anywhere, as those of a laptop do."""

    def __init__(self, start: float = 5000.0) -> None:
        self.seconds = start

    def __call__(self) -> float:
        return self.seconds

    def forward(self, seconds: float) -> None:
        self.seconds += seconds


def new_ids(first: int = 1) -> Callable[[], str]:
    """A source of ids in order, the same in every run."""
    counter = itertools.count(first)
    return lambda: fresh(counter)


def new(path: Path, *, backups: Path | None = None, now: Callable[[], datetime] | None = None) -> Workspace:
    """A new, empty programme in a new file."""
    return Workspace(Store.create(path, ABOUT, uid="uid-of-a-test", backup_folder=backups), now or Clock(), new_ids())


def opened(path: Path, *, backups: Path | None = None, now: Callable[[], datetime] | None = None) -> Workspace:
    """The programme of a file. Its ids go on far above those of `new`."""
    return Workspace(Store.open(path, backup_folder=backups), now or Clock(), new_ids(10**9))


def say(workspace: Workspace, *texts: str) -> list[str]:
    """Put ideas on the board in one step; their ids."""
    keys = [workspace.new_id() for _ in texts]
    given = [Given(text, Role.STUDENT) for text in texts]
    spots = [(0.0, 0.0)] * len(texts)
    workspace.perform("add-ideas", ideas.add, new_ids=keys, at=workspace.now(), given=given, spots=spots)
    return keys


def fill_up(workspace: Workspace) -> tuple[Fact, ...]:
    """Leave no room in the file for anything more, as on a full disk; the facts that still went in."""
    store = workspace.store
    assert isinstance(store, Store)
    [pages] = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with contextlib.suppress(StorageError):
        while True:
            workspace.record(Happened.CLOCK, {"what": "x" * 200})
    return workspace.facts


def spoken(programme: Programme) -> list[str]:
    """The text of every idea, in the order in which they were given."""
    return [idea.text for idea in programme.all(ideas.Idea).values()]


def same(one: Programme, other: Programme) -> bool:
    """Whether two programmes are equal, in the order of their entities too."""
    return one == other and all(list(one.all(kind)) == list(other.all(kind)) for kind in one.tables)


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder where waiting for the disk costs nothing, for tests that save thousands of times."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)
