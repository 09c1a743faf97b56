"""A real workspace on a real file, for every test that needs one. No Qt here."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import programmes
from workshop_app.storage.identity import Identity, identity
from workshop_app.workspace import Workspace

MOST_AT_ONCE = 8  # each takes up to half a GB, and the longest test is what is waited for then
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3  # bytes; all tests together leave a tenth of it


def pytest_configure() -> None:
    """Temporary files stand in memory where there is room for them: to wait for a disk shows nothing more."""
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """How many processes `-n auto` is: one more than there are processors: some tests wait for a glide."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(processors + 1, MOST_AT_ONCE)


@pytest.fixture
def place() -> Iterator[Path]:
    """Where the test's programme stands, alone in a folder that is gone afterwards."""
    with programmes.in_memory() as folder:
        yield folder / "brueckenschule.workshop"


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    """An installation's certificate; a new one takes a while."""
    return identity(tmp_path_factory.mktemp("laptop"))


@pytest.fixture
def workspace(place: Path) -> Iterator[Workspace]:
    """An empty programme, open, without backups."""
    made = programmes.new(place)
    yield made
    made.close()
