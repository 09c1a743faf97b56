"""From nothing to a painted window, each start in a process of its own, timed from outside.

The floor is an empty PySide6 window. `_page` opens on the list of programmes, `_board` on the board of a year: 200
sessions of 100 ideas; `_loaded` is when its last card is drawn sharp.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import sample
from benchmarks.report import Figures, median

MEETINGS, EACH = 200, 100
PATIENCE = 120  # seconds for one start

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True)
        QTimer.singleShot(0, app.quit)

app = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

APP = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from workshop_app.cli import new_id, now
from workshop_app.ui import app

class Watch(QObject):
    seen = None

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and self.seen is None and self.is_wanted(watched):
            self.seen = watched
            QTimer.singleShot(0, self.painted)
        return False

    def is_wanted(self, watched):
        name = type(watched.parent()).__name__ if wanted == "BoardView" else type(watched).__name__
        return name == wanted

    def painted(self):
        print("painted", flush=True)
        self.wait()

    def wait(self):
        board = self.seen.parent()
        if wanted == "BoardView" and not board.is_still:
            QTimer.singleShot(0, self.wait)
            return
        print("loaded", flush=True)
        application.quit()

home, wanted, programme = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
application = app.application()
watch = Watch()
application.installEventFilter(watch)
app.run(home, Path(programme[0]) if programme else None, now, new_id)
"""


def measure(*, small: bool) -> Figures:
    """All figures of a start."""
    meetings, rounds = (1, 1) if small else (MEETINGS, 7)
    empty_ms: list[float] = []
    page_ms: list[float] = []
    board_ms: list[float] = []
    loaded_ms: list[float] = []
    with TemporaryDirectory() as folder:
        home = Path(folder)
        year = home / "programmes" / "year.workshop"
        sample.write(year, meetings * EACH, meetings=meetings)
        for _ in range(rounds):
            empty_ms.append(_start(EMPTY)["painted"])
            page_ms.append(_start(APP, str(home), "StartPage")["painted"])
            shown = _start(APP, str(home), "BoardView", str(year))
            board_ms.append(shown["painted"])
            loaded_ms.append(shown["loaded"])
    return {
        "start_floor_ms": median(empty_ms),
        "start_page_ms": median(page_ms),
        "start_page_over_floor": median(page_ms) / median(empty_ms),
        "start_board_ms": median(board_ms),
        "start_over_floor": median(board_ms) / median(empty_ms),
        "start_loaded_ms": median(loaded_ms),
    }


def _start(script: str, *words: str) -> dict[str, float]:
    """Run a script; when it said what, in milliseconds from before its process was there."""
    begin = perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    with subprocess.Popen(
        [sys.executable, "-c", script, *words], stdout=subprocess.PIPE, text=True, env=environment
    ) as run:
        said = {line.strip(): (perf_counter() - begin) * 1000.0 for line in run.stdout or ()}
        if run.wait(PATIENCE) or not said:
            raise RuntimeError("a start ended before anything was painted")
    return said
