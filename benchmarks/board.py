"""The board under the hand: drag, drop, repaint, zoom and an import, with as many cards as a year of ideas makes.

Mouse events go in at the window; an answer counts once it is painted. All cards are in view. A drag's floor is the
same card's pixmap, blitted through an empty widget by the same events; a drop's and an import's is the bare commit of
the same rows; a repaint's and a zoom step's is the blit of as many pixmaps.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap

from benchmarks import machine, sample
from benchmarks.floor import Blit, Commits
from benchmarks.report import Figures, in_turns, median, share, timed
from benchmarks.room import SIZE, Room, application, paints_of
from workshop_app.domain import ideas
from workshop_app.domain.ideas import Given, Source
from workshop_app.domain.people import Role
from workshop_app.exchange import csv_guess, csv_in

SIZES = (1000, 500, 5000)  # the one whose memory is asked for first: what is let go is not always given back
SMALL_SIZES = (60, 40, 80)
STEPS = 240  # moves of one drag, some 15 pixels each, as a quick hand makes them


def measure(*, small: bool) -> Figures:
    """All of the board's figures. Names keep the full sizes where `small` runs with fewer cards."""
    application()
    rounds = 2 if small else 12
    figures: Figures = {}
    counts = dict(zip(SIZES, SMALL_SIZES if small else SIZES, strict=True))
    with TemporaryDirectory() as folder:
        place = Path(folder)
        figures |= _a_year(place / "a.workshop", counts[1000], rounds)
        figures |= _drags(place / "b.workshop", counts[500], rounds, "500")
        figures |= _drags(place / "c.workshop", counts[5000], rounds, "5000")
        figures |= _imported(place, counts[1000], max(2, rounds // 4))
    figures["drag_5000_over_500"] = figures["drag_5000_median_ms"] / figures["drag_500_median_ms"]
    return figures


def _a_year(path: Path, count: int, rounds: int) -> Figures:
    """Repaint, zoom, drop and memory at 1,000 cards."""
    figures: Figures = {}
    empty = Blit(QPixmap(10, 10))
    before = machine.memory()
    empty.away()
    with _room(path, count) as room:
        figures |= _repaints(room, rounds)
        figures |= _zoom_steps(room, rounds)
        figures |= _drops(path, room, rounds * 6)
        after = machine.memory()
    if before is not None and after is not None:
        figures |= {"rss_1000_mb": after, "rss_floor_mb": before}
    return figures


def _drags(path: Path, count: int, rounds: int, name: str) -> Figures:
    with _room(path, count) as room:
        item = room.loose_in_view()[0]
        floor = Blit(item.pixmap())
        _check(room)
        app_ms: list[float] = []
        floor_ms: list[float] = []
        for number in range(rounds):
            start = room.spot(room.loose_in_view()[0])
            path_now = list(_path(start, number))
            for hand, times in ((room, app_ms), (floor, floor_ms)):
                hand.press(start)
                for at in path_now[:5]:
                    hand.hover(at)  # the card is lifted, and painted anew for that
                times += [timed(hand.hover, at) for at in path_now[5:]]
                hand.release(path_now[-1])
            room.rest()
        floor.away()
    return {
        f"drag_{name}_median_ms": median(app_ms),
        f"drag_{name}_p99_ms": share(app_ms, 0.99),
        f"drag_{name}_floor_ms": median(floor_ms),
        f"drag_{name}_floor_p99_ms": share(floor_ms, 0.99),
        f"drag_{name}_over_floor": median(app_ms) / median(floor_ms),
    }


def _check(room: Room) -> None:
    """Each move is painted once: otherwise the times would be those of nothing."""
    start = room.spot(room.loose_in_view()[0])
    steps = list(_path(start, 0))
    room.press(start)
    for at in steps[:5]:
        room.hover(at)
    with paints_of(room.view.viewport()) as paints:
        for at in steps[5:]:
            room.hover(at)
    room.release(steps[-1])
    room.rest()
    if paints.count < len(steps) - 5:
        raise RuntimeError(f"{len(steps) - 5} moves came to {paints.count} paints")


def _path(start: QPoint, number: int) -> Iterator[QPoint]:
    """A loop through the view from `start`, some pixels a step, clear of the edges where the board scrolls."""
    width, height = SIZE
    reach_x = min(start.x(), width - start.x()) - 60
    reach_y = min(start.y(), height - start.y()) - 60
    for step in range(1, STEPS + 1):
        turn = 2 * math.pi * step / STEPS
        yield start + QPoint(round(reach_x * math.sin(turn) * 0.9), round(reach_y * math.sin(2 * turn + number) * 0.9))


def _repaints(room: Room, rounds: int) -> Figures:
    still = [(room.spot(item), item.pixmap()) for item in room.view.board.cards.values()]
    floor = Blit(QPixmap(10, 10), still)
    app_ms, floor_ms = in_turns(rounds * 2, room.repaint, floor.repaint_all)
    floor.away()
    return {
        "repaint_1000_ms": median(app_ms),
        "repaint_1000_p95_ms": share(app_ms, 0.95),
        "repaint_1000_floor_ms": median(floor_ms),
        "repaint_1000_over_floor": median(app_ms) / median(floor_ms),
    }


def _zoom_steps(room: Room, rounds: int) -> Figures:
    middle = room.view.viewport().rect().center()
    room.wheel(middle, -1)  # from here on two steps in and out keep every card in view
    times: list[float] = []
    sharp: list[float] = []
    for _ in range(rounds):
        times += [timed(room.wheel, middle, by) for by in (-1, 1)]
    for by in (1, -1, 1):
        sharp.append(timed(room.wheel, middle, by) + timed(room.rest))
    room.view.see_all()
    room.rest()
    return {
        "zoom_step_1000_ms": median(times),
        "zoom_step_1000_p95_ms": share(times, 0.95),
        "zoom_sharp_1000_ms": median(sharp),
    }


def _drops(path: Path, room: Room, rounds: int) -> Figures:
    """Let go → committed and painted."""
    commits = Commits(path.with_suffix(".before"))
    times: list[float] = []
    floor_ms: list[float] = []
    for number in range(rounds):
        times.append(room.drop(number))
        floor_ms.append(timed(commits.commit, commits.ideas(1, x=float(number))))
    commits.close()
    return {
        "drop_1000_ms": median(times),
        "drop_1000_p95_ms": share(times, 0.95),
        "drop_1000_floor_ms": median(floor_ms),
        "drop_1000_floor_p95_ms": share(floor_ms, 0.95),
        "drop_1000_over_floor": share(times, 0.95) / share(floor_ms, 0.95),
    }


def _imported(place: Path, count: int, rounds: int) -> Figures:
    """A CSV of 1,000 ideas → read, committed, and every card in view painted sharp; on an empty board."""
    data = "\r\n".join(["Idea", *(f'"{text}"' for text in sample.texts(count))]).encode()
    first: list[float] = []
    times: list[float] = []
    sample.write(place / "d.workshop", 0)
    room = Room(place / "d.workshop")
    for _ in range(rounds):
        begin = timed(_bring_in, room, data) + timed(room.paint)
        rest = timed(room.rest)
        first.append(begin)
        times.append(begin + rest)
        if len(room.view.board.cards) != count:
            raise RuntimeError("the ideas did not come in")
        room.desk.undo()
        room.rest()
    _bring_in(room, data)
    room.close()
    commits = Commits(place / "d.workshop")
    floor_ms = [timed(commits.commit, commits.ideas(count, id=f"{n}-")) for n in range(rounds)]
    commits.close()
    return {
        "import_1000_ms": median(times),
        "import_1000_first_paint_ms": median(first),
        "import_1000_floor_ms": median(floor_ms),
        "import_1000_over_floor": median(times) / median(floor_ms),
    }


def _bring_in(room: Room, data: bytes) -> None:
    """What the page for it does with a file."""
    arrival = csv_in.read(data, csv_guess.guess(data), [])
    workspace = room.desk.workspace
    room.desk.do(
        "bring-in",
        ideas.add,
        new_ids=[workspace.new_id() for _ in arrival.ideas],
        at=workspace.now(),
        given=[Given(one.text, Role.STUDENT, Source.IMPORTED) for one in arrival.ideas],
        spots=ideas.spots(room.desk.programme, len(arrival.ideas)),
    )


@contextmanager
def _room(path: Path, count: int) -> Iterator[Room]:
    """A board of `count` cards, all of them in view."""
    sample.write(path, count)
    path.with_suffix(".before").write_bytes(path.read_bytes())  # nobody has it open yet
    room = Room(path)
    try:
        room.view.see_all()
        room.rest()
        yield room
    finally:
        room.close()
