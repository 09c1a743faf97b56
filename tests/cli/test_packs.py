"""Packs by command: made of what students approved, opened anywhere, put side by side; hostile ones refused fast."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import packs
from tests.cli.typed import REPOSITORY, Commands, inside, signed_plan
from tests.exchange.test_pack_file import HOSTILE
from workshop_app import share_packs
from workshop_app.domain import sharing
from workshop_app.domain.facts import Happened
from workshop_app.domain.sharing import Sharing
from workshop_app.facilitation import prompts
from workshop_app.pack_shelf import PackShelf
from workshop_app.storage.library import Library
from workshop_app.storage.pack_library import PackLibrary

MB = 1024 * 1024
MOST_SECONDS, MOST_MB = 2.0, 200
MARGIN = 5  # a busy machine; benchmarks/packs.py measures without it


def test_a_pack_goes_from_one_school_to_another(run: Commands, hill: Path, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "ours.workshoppack"
    assert run.refused("pack", "make", "--programme", hill, "--out", out).startswith("There is no pack")
    with inside(hill) as space:
        signed_plan(space)
    bank = prompts.load()
    with inside(hill) as space:
        chosen = sharing.can_leave(space.programme)
        what = {"title": "Ours", "plan_ids": [one.id for one in chosen], "question": "And you?"}
        space.perform("begin-sharing", sharing.begin_sharing, new_id="pack", at=space.now(), **what)
        draft = share_packs.draft(space.programme, space.programme.get(Sharing, "pack"), bank, bank)
        space.perform("seal-sharing", sharing.seal_sharing, "pack", draft.text)
        makers = sharing.makers(space.programme, space.programme.get(Sharing, "pack"))
    assert "Nobody who made" in run.refused("pack", "make", "--programme", hill, "--out", out)
    with inside(hill) as space:
        for one in makers:
            space.perform("approve", sharing.approve, "pack", one.id)
    assert run.done("pack", "make", "--programme", hill, "--out", out) == f"The pack “Ours” is in {out}.\n"
    theirs = tmp_path / "theirs.workshop"
    run.done("new", theirs, "--school", "Bridge School")
    said = run.done("pack", "open", out, "--programme", theirs)
    assert said.startswith("Ours\nHillside School · ")
    assert "They ask: And you?" in said
    assert chosen[0].title in said
    assert not [one.name for one in makers if one.name in said]
    with inside(theirs) as space:
        assert [fact.data["what"] for fact in space.facts if fact.what is Happened.TAKEN_IN] == ["pack"]
    assert len(PackShelf(PackLibrary(Library(home))).packs()) == 1


def test_packs_side_by_side(run: Commands, tmp_path: Path) -> None:
    paths = []
    for school in ("Hillside School", "Bridge School"):
        path = tmp_path / f"{school}.workshoppack"
        path.write_bytes(packs.file(packs.pack(school, plans=[packs.plan(number=len(paths))])))
        paths.append(path)
    said = run.done("pack", "compare", *paths)
    assert "(2) Bridge School · 2026–27 · 1 plan\n" in said
    assert said.splitlines()[4].split() == ["How", "we", "are", "taught", "1", "1", "2"]
    assert "What this can't say" in said
    (tmp_path / "bad").write_bytes(b"PK")
    assert run.refused("pack", "compare", paths[0], tmp_path / "bad", code=2).startswith("bad: This file is no pack")


def test_what_is_no_pack_is_refused(run: Commands, tmp_path: Path) -> None:
    assert "There is no file" in run.refused("pack", "open", tmp_path / "none", code=2)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
def test_hostile_packs_are_refused_within_little_time_and_memory(tmp_path: Path) -> None:
    """All of them in one process of its own, which may take 200 MB more than an idle one has."""
    for n, data in enumerate(HOSTILE.values()):
        (tmp_path / f"{n}.workshoppack").write_bytes(data)
    with (tmp_path / "endless.workshoppack").open("wb") as sparse:
        sparse.truncate(20 * 1024 * MB)
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path), str(MOST_MB * MB)],
        cwd=REPOSITORY, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    took = time.monotonic() - begun
    assert done.returncode == 0, done.stderr[-2000:]
    slowest, refused, read = done.stdout.split()
    assert (int(refused), int(read)) == (len(HOSTILE) + 1, 0)
    assert float(slowest) < MOST_SECONDS * MARGIN
    assert took < 60


CHILD = """
import resource, sys, time
from pathlib import Path
from workshop_app.exchange import pack_file
from workshop_app.exchange.unreadable import UnreadableError
pages = int(Path("/proc/self/statm").read_text().split()[0]) if Path("/proc/self/statm").exists() else 0
most = pages * resource.getpagesize() + int(sys.argv[2])
if pages:
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
slowest, refused, read = 0.0, 0, 0
for path in sorted(Path(sys.argv[1]).iterdir()):
    begun = time.monotonic()
    try:
        pack_file.contents(path)
        read += 1
    except UnreadableError:
        refused += 1
    slowest = max(slowest, time.monotonic() - begun)
print(slowest, refused, read)
"""
