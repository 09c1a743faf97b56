"""The app is killed while it is used: what was acknowledged is there again, and so is what was typed."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests import programmes
from tests.ui import rich
from tests.ui.bench import Bench
from tests.ui.used import FIELD, digest
from workshop_app.cli import new_id
from workshop_app.storage import health

REPOSITORY = Path(__file__).parents[2]
ROUNDS = 3
KEPT_AFTER = 0.5  # seconds after which what was typed has to be safe


@dataclass(frozen=True)
class Told:
    """What the app said of itself before it was killed."""

    step: int
    digest: str
    typed: str  # what stood in the field half a second before the last sign of life, "" if it was said since


def told(log: Path) -> Told:
    lines = log.read_text(encoding="utf-8").rpartition("\n")[0].split("\n")
    words = [line.split(" ", 2) for line in lines]
    steps = [one for one in words if one[0] == "step"]
    alive = max((float(one[1]) for one in words if one[0] in ("typed", "alive")), default=0.0)
    since = lines[max((n for n, one in enumerate(words) if one[0] == "step"), default=0) :]
    typed = [line.split(" ", 2) for line in since if line.startswith("typed")]
    kept = [text for _, at, text in typed if float(at) <= alive - KEPT_AFTER]
    return Told(int(steps[-1][1]), steps[-1][2], kept[-1] if kept else "")


def is_half_typed(log: Path) -> bool:
    """Whether some of an idea stands in the field for so long that it has to be safe."""
    return log.exists() and "\n" in log.read_text(encoding="utf-8") and told(log).typed != ""


def test_a_kill_at_any_moment_loses_nothing(qapp: QApplication, tmp_path: Path) -> None:
    home, log, random = tmp_path / "home", tmp_path / "log", Random(5)
    path = rich.board_of_six(home, page="lead").close()
    given_back = 0
    for number in range(ROUNDS):
        log.unlink(missing_ok=True)
        with subprocess.Popen([sys.executable, "-m", "tests.ui.used", str(home), str(log)], cwd=REPOSITORY) as used:
            deadline = time.monotonic() + 60
            while not is_half_typed(log):
                assert used.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.02)
            if number % 2:  # whatever is under way then; the others die right there, in the middle of an idea
                time.sleep(0.2 + 2.2 * random.random())
            assert used.poll() is None
            used.kill()
        heard = told(log)
        assert health.check(path) == []
        workspace = programmes.opened(path)
        assert workspace.store.last_step() in (heard.step, heard.step + 1)  # the one under way may be saved already
        if workspace.store.last_step() == heard.step:
            assert digest(workspace.programme) == heard.digest
        else:
            workspace.undo()
            assert digest(workspace.programme) == heard.digest
            workspace.redo()
        workspace.close()
        if heard.typed:
            given_back += 1
            assert in_the_field(home).startswith(heard.typed)
    assert given_back, "no kill hit a half typed idea"


def in_the_field(home: Path) -> str:
    """What the app gives back when it is opened again."""
    bench = Bench(home, new_id=new_id)
    bench.start()
    bench.press("Carry on")
    bench.work.go("lead")
    bench.go_on()  # it is another day on the bench
    field = bench.stage.widget(FIELD)
    assert isinstance(field, QPlainTextEdit)
    text = field.toPlainText()
    bench.stop()
    return text
