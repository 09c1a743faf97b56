"""The app in use, until it is killed: `python -m tests.ui.used HOME LOG`.

LOG gets a line for each sign of life, as it happens: `step N DIGEST` once a change is acknowledged, `typed TIME TEXT`
after each letter of an idea, `alive TIME` whenever the app had time for itself.
"""

import hashlib
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.bench import Bench
from workshop_app.cli import new_id, now
from workshop_app.domain.ideas import on_board, themes
from workshop_app.domain.programme import Programme
from workshop_app.ui.tour import gestures
from workshop_app.workspace import Changes

FIELD = "Type an idea"
WORDS = "ask us halfway what we still do not get and change the next lesson"


def digest(programme: Programme) -> str:
    """The same for the same programme, in any process."""
    return hashlib.sha256(repr(programme).encode()).hexdigest()[:16]


def main(home: Path, log: Path) -> None:
    """Use the app for ever."""
    app = QApplication([])
    bench = Bench(home, now, new_id)
    bench.start()
    bench.press("Carry on")
    bench.work.go("lead")  # or where the one before was killed
    bench.go_on()
    with log.open("a", encoding="utf-8", buffering=1) as file:
        workspace = bench.desk.workspace

        def acknowledged(changes: Changes) -> None:
            if changes.fact is None:
                print("step", bench.desk.workspace.store.last_step(), digest(bench.programme), file=file)

        workspace.subscribe(acknowledged)
        print("step", workspace.store.last_step(), digest(bench.programme), file=file)
        for number in range(10**6):
            say(bench, f"Idea {number} of {len(on_board(bench.programme))}: {WORDS}", file)
            bench.work.go("board")
            bench.press("Size to read in")
            drag(bench)
            bench.work.go("lead")
            print("alive", time.monotonic(), file=file)
    app.quit()


def say(bench: Bench, text: str, file: "object") -> None:
    """Type an idea letter by letter, with Enter at the end."""
    bench.press(FIELD)
    bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for end in range(1, len(text) + 1):
        gestures.write(text[end - 1])
        print("typed", time.monotonic(), text[:end], file=file)
        QTest.qWait(12)
        print("alive", time.monotonic(), file=file)
    bench.key(Qt.Key.Key_Return)


def drag(bench: Bench) -> None:
    """Drag the first loose card that is in view to the first theme."""
    bench.stage.still()
    loose = bench.stage.loose()
    viewport = bench.view.viewport().rect()
    item = next((one for one in loose if viewport.contains(bench.stage.spot_of_card(one))), None)
    if item is not None:
        bench.drag_to_theme(item.card.text, themes(bench.programme)[0].name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
