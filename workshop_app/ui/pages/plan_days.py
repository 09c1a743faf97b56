"""A day that a plan may have: offered when it is wanted, and open again when it is not."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.picks import Day
from workshop_app.words import translate


class WantedDay(QWidget):
    """The button `add`, for its owner to lay out, begins with the day that is `offered`. `write` takes it, or None."""

    def __init__(
        self, desk: Desk, name: str, wanted: str, offered: Callable[[], date], write: Callable[[date | None], object]
    ) -> None:
        super().__init__()
        self._offered, self._write = offered, write
        self._saved: date | None = None
        self._day = Day(name, desk.today)
        self._day.dateChanged.connect(lambda _day: write(self._day.day()))
        self._hint = Words(size=15, colour="notice", middle=True)
        no_day = translate("plan", "Without a day")
        said = translate("plan", "{day}: without a day", day=name)
        never = pieces.button(no_day, lambda: write(None), kind="quiet", name=said)
        self._row = QWidget()
        line = pieces.row(pieces.label(name, tone="soft", size=15), self._day, never, self._hint)
        line.setStretch(3, 1)
        self._row.setLayout(line)
        self.add = pieces.button(f"+ {wanted}", self.offer, kind="quiet", name=wanted)
        column = pieces.column(0)
        column.addWidget(self._row)
        self.setLayout(column)

    def offer(self) -> None:
        """Begin with the day that is offered, unless there is one."""
        if self._saved is None:
            self._write(self._offered())

    def show_day(self, day: date | None) -> None:
        """Show the day that is saved."""
        self._saved = day
        self._row.setVisible(day is not None)
        self.add.setVisible(day is None)
        if day is not None and day != self._day.day():
            self._day.blockSignals(True)
            self._day.show_day(day)
            self._day.blockSignals(False)

    def say(self, hint: str) -> None:
        """Say something about the day that is shown."""
        self._hint.set_text(hint)
