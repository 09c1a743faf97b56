"""The file under a whole year: 200 sessions of 100 ideas, each step committed before it is shown.

A commit's floor is SQLite alone, writing the same rows into a copy of the file.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import sample
from benchmarks.floor import Commits
from benchmarks.report import Figures, median, share, timed
from benchmarks.room import Room, application
from workshop_app.domain import ideas
from workshop_app.domain.ideas import Idea
from workshop_app.storage import summary
from workshop_app.workspace import Workspace

MEETINGS, EACH = 200, 100


def measure(*, small: bool) -> Figures:
    """All figures of the file."""
    meetings, rounds = (2, 6) if small else (MEETINGS, 200)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "year.workshop"
        figures: Figures = {"write_20000_ms": timed(sample.write, path, meetings * EACH, meetings=meetings)}
        commits = Commits(path)
        figures["summary_20000_ms"] = median([timed(summary.read, path) for _ in range(5)])
        figures |= _loaded(path, commits)
        workspace = sample.opened(path)
        figures |= _steps(workspace, commits, rounds)
        workspace.close()
        figures |= _drops(path, commits, rounds // 2)
        commits.close()
        figures["file_20000_mb"] = path.stat().st_size / 2**20
    return figures


def _loaded(path: Path, commits: Commits) -> Figures:
    """Every entity read and checked; the floor reads the same rows."""
    opened: list[Workspace] = []

    def load() -> None:
        opened.append(sample.opened(path))

    times: list[float] = []
    for _ in range(3):
        times.append(timed(load))
        opened[-1].close()
    floor_ms = [timed(commits.read_all) for _ in range(3)]
    return {
        "load_20000_ms": median(times),
        "load_20000_floor_ms": median(floor_ms),
        "load_20000_over_floor": median(times) / median(floor_ms),
    }


def _steps(workspace: Workspace, commits: Commits, rounds: int) -> Figures:
    """One idea moved, undone and redone."""
    idea_id = next(iter(workspace.programme.all(Idea)))
    commit_ms: list[float] = []
    undo_ms: list[float] = []
    redo_ms: list[float] = []
    floor_ms: list[float] = []
    for number in range(rounds):
        commit_ms.append(timed(workspace.perform, "move-idea", ideas.lay, idea_id, 1.0 + number, 2.0))
        undo_ms.append(timed(workspace.undo))
        redo_ms.append(timed(workspace.redo))
        floor_ms.append(timed(commits.commit, commits.ideas(1, x=float(number))))
    return {
        "commit_20000_ms": median(commit_ms),
        "commit_20000_p95_ms": share(commit_ms, 0.95),
        "commit_20000_floor_ms": median(floor_ms),
        "commit_20000_floor_p95_ms": share(floor_ms, 0.95),
        "commit_20000_over_floor": share(commit_ms, 0.95) / share(floor_ms, 0.95),
        "undo_20000_ms": median(undo_ms),
        "redo_20000_ms": median(redo_ms),
    }


def _drops(path: Path, commits: Commits, rounds: int) -> Figures:
    """A card let go on the board of the last session, with the whole year behind it → committed and painted."""
    application()
    room = Room(path)
    room.view.see_all()
    room.rest()
    times: list[float] = []
    floor_ms: list[float] = []
    for number in range(rounds):
        times.append(room.drop(number))
        floor_ms.append(timed(commits.commit, commits.ideas(1, x=float(number))))
    room.close()
    return {
        "drop_20000_ms": median(times),
        "drop_20000_p95_ms": share(times, 0.95),
        "drop_20000_floor_p95_ms": share(floor_ms, 0.95),
        "drop_20000_over_floor": share(times, 0.95) / share(floor_ms, 0.95),
    }
