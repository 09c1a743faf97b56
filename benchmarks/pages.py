"""The pages over a whole year: 200 sessions of 100 ideas, 5,000 facts, and a session with an agenda that is on.

A page is timed from the press that brings it up until it is painted: `first` builds it, later ones (`_ms`) find it
there. Its floor is the blit of the same picture. A tick is a second of the session's clock, painted; its floor is a
line of text that says another number.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from benchmarks import led, sample
from benchmarks.floor import Blit
from benchmarks.report import Figures, median, share, timed
from benchmarks.room import SIZE, application, settle
from workshop_app.facilitation import prompts
from workshop_app.ui.desk import Desk
from workshop_app.ui.ports import DesktopFiles
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.work import Work

MEETINGS, EACH, FACTS = 200, 100, 5000
PAGES = ("lead", "map", "choose", "prepare", "board", "promises")
TICKING = ("lead", "board")


class House:
    """The window's inside with every page, on a real file, with a clock that passes when it is told to."""

    def __init__(self, path: Path) -> None:
        self.app = application()
        self.ticks = 0.0
        workspace = sample.opened(path)
        self.desk = Desk(workspace, prompts.load(), DesktopFiles(path.parent), ticks=lambda: self.ticks)
        self.window = QWidget()  # without a layout: the platform that draws offscreen knows no least size of a window
        self.work = Work(self.desk)
        self.work.setParent(self.window)
        for part in (self.work, self.window):
            part.resize(*SIZE)
        self.window.show()
        self.work.show()
        self.work.begin()
        self.rest()

    def go(self, page: str) -> None:
        """Bring a page up, until it is painted."""
        self.work.go(page)
        self.app.processEvents()

    def rest(self) -> None:
        """Until every board in the house is drawn sharp: a tick should not pay for that."""
        settle(lambda: all(board.is_still for board in self.work.findChildren(BoardView)))

    def tick(self) -> None:
        """A second passes, and what came of it is painted."""
        self.ticks += 1.0
        self.desk.clock.beat()
        self.app.processEvents()

    def close(self) -> None:
        """Let go of the file."""
        self.desk.close()
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def measure(*, small: bool) -> Figures:
    """All figures of the pages."""
    meetings, each, facts, rounds = (2, 10, 20, 2) if small else (MEETINGS, EACH, FACTS, 9)
    figures: Figures = {}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "year.workshop"
        led.write(path, meetings * each, meetings=meetings, facts=facts)
        house = House(path)
        for page in PAGES:
            figures |= _opened(house, page, rounds)
        house.desk.clock.start()
        for page in TICKING:
            figures |= _ticked(house, page, rounds * 4)
        figures |= _tick_floor(house, rounds * 4)
        house.close()
    return figures


def _opened(house: House, page: str, rounds: int) -> Figures:
    """The page comes up from the one with people, which is quick."""
    first = timed(house.go, page)
    times: list[float] = []
    for _ in range(rounds):
        house.rest()
        house.go("people")
        times.append(timed(house.go, page))
    house.rest()
    floor = Blit(house.work.grab())
    floor_ms = [timed(floor.repaint_all) for _ in range(rounds)]
    floor.away()
    house.go("people")
    return {
        f"page_{page}_first_ms": first,
        f"page_{page}_ms": median(times),
        f"page_{page}_floor_ms": median(floor_ms),
    }


def _ticked(house: House, page: str, rounds: int) -> Figures:
    house.go(page)
    house.rest()
    times = [timed(house.tick) for _ in range(rounds)]
    return {f"tick_{page}_ms": median(times), f"tick_{page}_p95_ms": share(times, 0.95)}


def _tick_floor(house: House, rounds: int) -> Figures:
    label = QLabel("0")
    label.resize(200, 40)
    label.show()
    house.rest()
    times: list[float] = []
    for number in range(rounds):
        times.append(timed(_say, house, label, str(number)))
    label.hide()
    label.deleteLater()
    return {"tick_floor_ms": median(times)}


def _say(house: House, label: QLabel, words: str) -> None:
    label.setText(words)
    house.app.processEvents()
