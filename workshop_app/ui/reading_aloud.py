"""A plan is read aloud over the window, and along with it where the class sees a screen of its own."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop_app.sealed import SealedPlan
from workshop_app.ui import plan_lines
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.reading import Reading
from workshop_app.ui.shared.reading_sheet import ReadingSheet


def read_aloud(desk: Desk, page: QWidget, said: SealedPlan, then: Callable[[], object] | None = None) -> ReadingSheet:
    """Read a plan from its first line; `then` closes it after the last one."""
    reading = Reading(said.title, plan_lines.lines(said))
    sheet = ReadingSheet(page.window(), reading, then)
    reading.setParent(sheet)
    desk.reading_begun.emit(reading)
    return sheet
