"""Ten fingers move ten cards at once, as a class does at a touch screen.

Real touch events go in at the window, all ten fingers in one frame, and a frame is over once it is painted. The floor
is ten pixmaps of the same cards, blitted through an empty widget by the same frames.
"""

import math
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import sample
from benchmarks.report import Figures, share, timed
from benchmarks.room import SIZE, Room, application
from workshop_app.ui import theme
from workshop_app.ui.shared.board_scene import CardItem

FINGERS, CARDS = 10, 60
FRAMES = 120  # of one drag, two seconds of a touch screen
REACH = 40  # pixels that each finger wanders from where it came down
NEAR = 3.0  # pixels that a card may be away from where its finger has it


def measure(*, small: bool) -> Figures:
    """All figures of touch."""
    application()
    rounds = 2 if small else 10
    with TemporaryDirectory() as folder:
        path = Path(folder) / "touch.workshop"
        sample.write(path, CARDS)
        room = Room(path)
        room.view.see_all()
        room.rest()
        try:
            return _ten_fingers(room, rounds)
        finally:
            room.close()


def _ten_fingers(room: Room, rounds: int) -> Figures:
    device = QTest.createTouchDevice()
    app_ms: list[float] = []
    floor_ms: list[float] = []
    followed = FINGERS
    for _ in range(rounds):
        items = _apart(room)
        starts = [room.spot(item) for item in items]
        floor = Blits(starts, [item.pixmap() for item in items])
        _drag(floor, device, starts, floor_ms)
        _lift(floor, device, starts)
        floor.away()
        before, steps = [item.pos() for item in items], room.desk.workspace.store.last_step()
        _drag(room.view.viewport(), device, starts, app_ms)
        followed = min(followed, _following(room, items, before))
        _lift(room.view.viewport(), device, starts)
        room.rest()
        while room.desk.workspace.store.last_step() > steps:  # each finger's drop is a step of its own
            room.desk.undo()
        room.rest()
    return {
        "touch_10_followed": float(followed),
        "touch_10_frame_p95_ms": share(app_ms, 0.95),
        "touch_10_frame_floor_p95_ms": share(floor_ms, 0.95),
        "touch_10_over_floor": share(app_ms, 0.95) / share(floor_ms, 0.95),
    }


def _drag(widget: QWidget, device: QPointingDevice, starts: Sequence[QPoint], times: list[float]) -> None:
    """Bring all fingers down and move them, a frame at a time; the first frames lift the cards and are not counted."""
    touch = QTest.touchEvent(widget, device, False)
    for finger, at in enumerate(starts):
        touch.press(finger, at, widget)
    touch.commit()
    QApplication.processEvents()
    for frame in range(1, FRAMES + 1):
        took = timed(_frame, widget, device, [at + _wander(frame) for at in starts])
        if frame > 10:
            times.append(took)


def _frame(widget: QWidget, device: QPointingDevice, spots: Sequence[QPoint]) -> None:
    touch = QTest.touchEvent(widget, device, False)
    for finger, at in enumerate(spots):
        touch.move(finger, at, widget)
    touch.commit()
    QApplication.processEvents()


def _lift(widget: QWidget, device: QPointingDevice, starts: Sequence[QPoint]) -> None:
    """All fingers let go."""
    touch = QTest.touchEvent(widget, device, False)
    for finger, at in enumerate(starts):
        touch.release(finger, at + _wander(FRAMES), widget)
    touch.commit()
    QApplication.processEvents()


def _wander(frame: int) -> QPoint:
    """How far a finger has come: two rounds of a circle and then some, so that it ends where it did not begin."""
    turn = 4.6 * math.pi * frame / FRAMES
    return QPoint(round(REACH * math.sin(turn)), round(REACH * (1 - math.cos(turn)) / 2))


def _following(room: Room, items: Sequence[CardItem], before: Sequence[QPointF]) -> int:
    """How many cards are as far from where they lay as their fingers are."""
    far = QPointF(_wander(FRAMES)) / room.view.zoom
    found = (item.pos() - start - far for item, start in zip(items, before, strict=True))
    return sum(off.manhattanLength() * room.view.zoom <= NEAR for off in found)


def _apart(room: Room) -> list[CardItem]:
    """Ten loose cards in view, well inside it: a finger at the very edge brings the board along."""
    inside = room.view.viewport().rect().adjusted(REACH, 60, -REACH, -60 - REACH)
    found = [item for item in room.loose_in_view() if inside.contains(room.spot(item))]
    if len(found) < FINGERS:
        raise RuntimeError("too few cards lie where fingers can reach them")
    return found[:FINGERS]


class Blits(QWidget):
    """An empty widget with a pixmap under each finger."""

    def __init__(self, starts: Sequence[QPoint], pixmaps: Sequence[QPixmap]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._ground = QColor(theme.tokens().board)
        self._pixmaps = pixmaps
        self._boxes = [_around(at, pixmap) for at, pixmap in zip(starts, pixmaps, strict=True)]
        self.resize(*SIZE)
        self.show()
        QApplication.processEvents()

    def event(self, event: QEvent) -> bool:
        """Qt: each pixmap goes where its finger is."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        for finger, point in enumerate(event.points()):
            before = self._boxes[finger]
            self._boxes[finger] = _around(point.position().toPoint(), self._pixmaps[finger])
            self.update(before)
            self.update(self._boxes[finger])
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: blit."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        for box, pixmap in zip(self._boxes, self._pixmaps, strict=True):
            painter.drawPixmap(box.topLeft(), pixmap)
        painter.end()

    def away(self) -> None:
        """Take the window away."""
        self.hide()
        self.deleteLater()


def _around(at: QPoint, pixmap: QPixmap) -> QRect:
    box = QRect(QPoint(0, 0), pixmap.size())
    box.moveCenter(at)
    return box
