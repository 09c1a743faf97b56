"""The power goes at any moment: nothing that was acknowledged is lost, and the file is sound. `kill -9` proves neither:
what a killed app had written the system still writes.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests import programmes
from tests.programmes import in_memory, same
from tests.storage import working
from tests.storage.power import STRACE, Call, Disk, recorded
from workshop_app.domain.programme import Programme
from workshop_app.storage import health
from workshop_app.storage.errors import StorageError

REPOSITORY = Path(__file__).parents[2]
STEPS = 12  # of each of two runs
CUTS = 200


def record(folder: Path, pragma: str = "") -> list[Call]:
    """What two runs of the app, one after the other, ask of the disk."""
    works = folder / "works"
    works.mkdir()
    calls: list[Call] = []
    for first in (0, STEPS):
        log = folder / f"{first}.log"
        script = ["-m", "tests.storage.working", str(works / "a.workshop"), str(works / "acknowledged")]
        command = [*STRACE, "-o", str(log), sys.executable, *script, str(first), str(STEPS), pragma]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode and "ptrace" in done.stderr.lower():
            pytest.skip("nothing may be traced here")
        assert done.returncode == 0, done.stderr
        calls += recorded(log, works)
    return calls


def losses(calls: list[Call], states: list[Programme]) -> tuple[int, int]:
    """How many cuts lost something that was acknowledged, out of how many."""
    random, disk, told, lost, cuts = Random(3), Disk(), -1, 0, 0
    chosen = set(random.sample(range(len(calls)), CUTS))
    for number, call in enumerate(calls):
        if number in chosen and told >= 0:
            cuts += 1
            lost += not stands(disk.after_cut(random), states[told : told + 2])
        if call.path == "acknowledged":
            told = int(call.data) if call.name == "write" else told
        else:
            disk.do(call)
    assert told == 2 * STEPS
    return lost, cuts


def stands(files: dict[str, bytes], expected: list[Programme]) -> bool:
    """Whether the programme is sound and as it was acknowledged, or a step ahead."""
    with in_memory() as folder:
        for name, content in files.items():
            (folder / name).write_bytes(content)
        try:
            if health.check(folder / "a.workshop"):
                return False
            workspace = programmes.opened(folder / "a.workshop")
        except StorageError:
            return False
        workspace.close()
        return any(same(workspace.programme, state) for state in expected)


@pytest.fixture(scope="module")
def states() -> list[Programme]:
    with in_memory() as folder:
        return working.expected(2 * STEPS, folder / "a.workshop")


needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


@needs_strace
def test_a_power_cut_loses_nothing_that_was_acknowledged(tmp_path: Path, states: list[Programme]) -> None:
    lost, cuts = losses(record(tmp_path), states)
    assert cuts > CUTS / 2
    assert lost == 0


@needs_strace
def test_without_waiting_for_the_disk_the_same_cuts_lose_much(tmp_path: Path, states: list[Programme]) -> None:
    lost, cuts = losses(record(tmp_path, "synchronous = OFF"), states)
    assert lost > cuts / 2
