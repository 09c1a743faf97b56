"""From nothing to a painted window, each start in a process of its own, timed from outside.

The floor is an empty PySide6 window. `_page` opens on the list of programmes, `_board` on the board of a year: 200
sessions of 100 ideas, of which the last is shown. It counts as painted when no card in view is blank. `_loaded` is when
the whole programme is there and every card in view is drawn sharp, `_rest` how long that took from the painted board
on. Modules are compiled before, as they are wherever an app was installed.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
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
from workshop_app.ui.window import Window

class Watch(QObject):
    # It looks at one widget only: to look at all of them takes longer than much of the start itself.
    def begin(self):
        self.window = next(one for one in application.topLevelWidgets() if isinstance(one, Window))
        up = self.window.centralWidget().currentWidget()
        self.view = up.view if programme else None
        self.seen = up.view.viewport() if programme else up
        self.seen.installEventFilter(self)
        self.seen.update()

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and self.is_drawn():
            self.seen.removeEventFilter(self)
            QTimer.singleShot(0, self.painted)
        return False

    def is_drawn(self):
        if self.view is None:
            return True
        inside = self.view.mapToScene(self.seen.rect()).boundingRect()
        return not any(item.pixmap().isNull() for item in self.view.board.in_rect(inside))

    def painted(self):
        print("painted", flush=True)
        self.wait()

    def wait(self):
        if programme and not self.is_loaded():
            QTimer.singleShot(5, self.wait)
            return
        print("loaded", flush=True)
        application.quit()

    def is_loaded(self):
        return self.window.work is not None and self.window.work.page.board.is_still

home, programme = Path(sys.argv[1]), sys.argv[2:]
application = app.application()
watch = Watch()
QTimer.singleShot(0, watch.begin)  # the window is there then, and nothing is painted yet
app.run(home, Path(programme[0]) if programme else None, now, new_id)
"""


def measure(*, small: bool) -> Figures:
    """All figures of a start."""
    meetings, rounds = (1, 1) if small else (MEETINGS, 7)
    empty_ms: list[float] = []
    page_ms: list[float] = []
    board_ms: list[float] = []
    loaded_ms: list[float] = []
    rest_ms: list[float] = []
    with TemporaryDirectory() as folder:
        home = Path(folder)
        year = home / "programmes" / "year.workshop"
        sample.write(year, meetings * EACH, meetings=meetings)
        board = (APP, str(home), str(year))
        for script in ((EMPTY,), (APP, str(home)), board):
            _start(home, *script)
        for _ in range(rounds):
            empty_ms.append(_start(home, EMPTY)["painted"])
            page_ms.append(_start(home, APP, str(home))["painted"])
            shown = _start(home, *board)
            board_ms.append(shown["painted"])
            loaded_ms.append(shown["loaded"])
            rest_ms.append(shown["loaded"] - shown["painted"])
    return {
        "start_floor_ms": median(empty_ms),
        "start_page_ms": median(page_ms),
        "start_page_over_floor": median(page_ms) / median(empty_ms),
        "start_board_ms": median(board_ms),
        "start_over_floor": median(board_ms) / median(empty_ms),
        "start_loaded_ms": median(loaded_ms),
        "start_rest_ms": median(rest_ms),
    }


def _start(home: Path, script: str, *words: str) -> dict[str, float]:
    """Run a script; when it said what, in milliseconds from before its process was there."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).resolve().parent.parent),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *words], stdout=subprocess.PIPE, text=True, env=environment
    ) as run:
        late = Timer(PATIENCE, run.kill)
        late.start()
        said = {line.strip(): (perf_counter() - begin) * 1000.0 for line in run.stdout or ()}
        code = run.wait()
        late.cancel()
        if code or not said:
            raise RuntimeError("a start came to no end, or ended before anything was painted")
    return said
