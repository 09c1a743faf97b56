"""A plan is read aloud over the window, and along with it where the class sees a screen of its own.

Where one window is everybody's in turns, the reading goes along with it: whoever looks sees the same line.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from workshop_app.sealed import SealedPlan
from workshop_app.ui import plan_lines
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.reading import Reading
from workshop_app.ui.shared.reading_sheet import ReadingSheet


def read_aloud(desk: Desk, page: QWidget, said: SealedPlan, then: Callable[[], object] | None = None) -> ReadingSheet:
    """Read a plan from its first line; `then` closes it after the last one, even if the page is gone by then."""
    if desk.reading is not None:
        desk.reading.end()
    reading = Reading(said.title, plan_lines.lines(said), then)
    reading.setParent(desk)
    reading.over.connect(partial(_forget, desk, reading))
    desk.reading = reading
    sheet = ReadingSheet(page.window(), reading, then)
    desk.reading_begun.emit(reading)
    return sheet


def read_on(desk: Desk, window: QWidget) -> None:
    """Go on over this window with what is read aloud, at the line where it was; nothing where nothing is."""
    if desk.reading is not None:
        ReadingSheet(window, desk.reading, desk.reading.then)


def _forget(desk: Desk, reading: Reading) -> None:
    if desk.reading is reading:
        desk.reading = None
    reading.deleteLater()
