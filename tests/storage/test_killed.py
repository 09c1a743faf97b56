"""The app is killed at random moments: no step that was acknowledged is lost, and none is there by half."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests import programmes
from tests.programmes import in_memory
from tests.storage import working
from workshop_app.storage import health

REPOSITORY = Path(__file__).parents[2]
ROUNDS = 6


def last(acknowledged: Path) -> int:
    """How many steps were acknowledged so far; a line without its end does not count."""
    whole = acknowledged.read_text().rpartition("\n")[0] if acknowledged.exists() else ""
    return int(whole.split()[-1]) if whole else 0


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(place: Path) -> None:
    acknowledged, random, stands = place.with_name("acknowledged"), Random(11), 0
    for _ in range(ROUNDS):
        command = [sys.executable, "-m", "tests.storage.working", str(place), str(acknowledged), str(stands)]
        with subprocess.Popen(command, cwd=REPOSITORY) as worker:
            deadline = time.monotonic() + 30
            while last(acknowledged) < stands + random.randrange(3, 15):
                assert worker.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.001)
            time.sleep(random.random() * 0.01)
            worker.kill()
        told = last(acknowledged)
        assert told > stands
        with in_memory() as folder:
            states = working.expected(told + 1, folder / "a.workshop")
        assert health.check(place) == []
        workspace = programmes.opened(place)
        assert workspace.programme in (states[told], states[told + 1])  # the one under way may be saved already
        stands = told if workspace.programme == states[told] else told + 1
        workspace.close()
    assert stands > 3 * ROUNDS
