"""The app's own board in a window, on a real file, with hands that send it real events."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import sample
from benchmarks.report import timed
from workshop_app.domain import board
from workshop_app.domain.audience import Card
from workshop_app.facilitation import prompts
from workshop_app.ui import app, theme
from workshop_app.ui.board_desk import make_board
from workshop_app.ui.desk import Desk
from workshop_app.ui.ports import DesktopFiles
from workshop_app.ui.shared.board_scene import CardItem
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.theme import Look

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SIZE = (1366, 768)  # the smallest laptop
HALF_A_CARD = QPointF(board.CARD_W / 2, board.CARD_H / 2)
PATIENCE = 60.0  # seconds until something that never comes to rest is given up


class Room:
    """A board on a laptop's screen. It shows the programme of its file, and drops are committed to that file."""

    def __init__(self, path: Path) -> None:
        self.app = application()
        self.desk = Desk(sample.opened(path), prompts.load(), DesktopFiles(path.parent))
        self.view: BoardView = make_board(self.desk)
        self._sorted: tuple[CardItem, Card] | None = None  # the card that `drop` put in a theme, and how it was before
        self.view.resize(*SIZE)
        self.view.show()
        self.rest()

    @property
    def window(self) -> QWindow:
        """The window that events go to."""
        return window_of(self.view)

    def rest(self) -> None:
        """Until nothing glides and every card is drawn sharp."""
        settle(lambda: self.view.is_still)

    def paint(self) -> None:
        """Handle what was asked for, painting included."""
        self.app.processEvents()

    def hover(self, at: QPoint) -> None:
        """Move the mouse, and wait until what came of it is painted."""
        QTest.mouseMove(self.window, at)
        self.app.processEvents()

    def press(self, at: QPoint) -> None:
        """Bring the left button down."""
        self.hover(at)
        QTest.mousePress(self.window, LEFT, NONE, at)
        self.app.processEvents()

    def release(self, at: QPoint) -> None:
        """Let go, and wait until what came of it is painted."""
        QTest.mouseRelease(self.window, LEFT, NONE, at)
        self.app.processEvents()

    def wheel(self, at: QPoint, clicks: int) -> None:
        """Turn the wheel with Ctrl held, and wait until what came of it is painted."""
        spot = QPointF(at)
        turn = QPoint(0, 120 * clicks)
        event = QWheelEvent(
            spot,
            QPointF(self.view.viewport().mapToGlobal(at)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view.viewport(), event)
        self.app.processEvents()

    def repaint(self) -> None:
        """Paint the whole board anew."""
        self.view.viewport().update()
        self.app.processEvents()

    def loose_in_view(self) -> list[CardItem]:
        """Cards that lie loose and wholly in view, from the middle of the view outwards."""
        seen = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        seen = seen.adjusted(0, 0, -board.CARD_W, -board.CARD_H)
        middle = seen.center()
        found = [
            item for item in self.view.board.cards.values() if item.card.theme_id is None and seen.contains(item.home)
        ]
        return sorted(found, key=lambda item: (item.home - middle).manhattanLength())

    def drop(self, number: int) -> float:
        """Drag a card into a theme, and at the next call back to where it lay; how long letting go took.

        In milliseconds, until it is committed and painted. RuntimeError if it was not committed.
        """
        if self._sorted is None:
            item = self.loose_in_view()[number % 5]
            boxes = [box for box in self.view.board.layout.themes.values() if self._sees(box)]
            start, end = self.spot(item), self._middle(boxes[number % len(boxes)])
            self._sorted = item, item.card
        else:
            item, before = self._sorted
            corner = QPointF(before.x, self.view.board.layout.ground_y + before.y)
            start, end = self.spot(item), self.view.mapFromScene(corner + HALF_A_CARD)
            self._sorted = None
        self.press(start)
        for part in (0.5, 1.0):
            self.hover(start + (end - start) * part)
        steps = self.desk.workspace.store.last_step()
        took = timed(self.release, end)
        if self.desk.workspace.store.last_step() != steps + 1:
            raise RuntimeError("the drop was not committed")
        self.rest()
        return took

    def spot(self, item: CardItem) -> QPoint:
        """The middle of a card in the viewport."""
        return self.view.mapFromScene(item.home + HALF_A_CARD)

    def _sees(self, box: board.Box) -> bool:
        return self.view.viewport().rect().adjusted(0, 50, 0, -50).contains(self._middle(box))

    def _middle(self, box: board.Box) -> QPoint:
        return self.view.mapFromScene(box.x + box.w / 2, box.y + box.h / 2)

    def close(self) -> None:
        """Take the window away and let go of the file."""
        self.desk.close()
        self.view.hide()
        self.view.deleteLater()
        settle(lambda: True)


def application() -> QApplication:
    """The application in the light look, the same in every run."""
    made = app.application()
    theme.apply(made, Look.LIGHT)
    return made


def window_of(widget: QWidget) -> QWindow:
    """The window of a widget that is shown."""
    window = widget.window().windowHandle()
    if window is None:
        raise RuntimeError("there is no window yet")
    return window


def settle(is_done: Callable[[], bool]) -> None:
    """Handle events until `is_done`; RuntimeError if that never comes."""
    until = perf_counter() + PATIENCE
    QApplication.processEvents()
    while not is_done():
        if perf_counter() > until:
            raise RuntimeError("the board does not come to rest")
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: look on."""
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return False


@contextmanager
def paints_of(widget: QWidget) -> Iterator[Paints]:
    """Count a widget's paints meanwhile. Nothing is timed in here: looking on costs time."""
    counter = Paints()
    widget.installEventFilter(counter)
    try:
        yield counter
    finally:
        widget.removeEventFilter(counter)
