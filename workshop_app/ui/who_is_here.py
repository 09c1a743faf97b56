"""Who is here: everybody until somebody is missing."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from workshop_app.domain import people
from workshop_app.domain.people import Role
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.role_words import roles_name
from workshop_app.words import translate

ACROSS = 3


class WhoIsHere(QWidget):
    """A chip for each person, on while they are here."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chips: dict[str, QPushButton] = {}
        self._column = pieces.column(6)
        self.setLayout(self._column)

    def show_people(self, present: Collection[str] | None) -> None:
        """List the group; everybody is here where `present` is None."""
        pieces.clear(self._column)
        self._chips = {}
        group = people.group(self._desk.programme)
        for role in Role:
            own = [person for person in group if person.role is role]
            if not own:
                continue
            self._column.addWidget(pieces.label(roles_name(role), size=15, bold=True))
            grid = QGridLayout()
            grid.setSpacing(6)
            for number, person in enumerate(own):
                chip = pieces.chip(person.name, name=translate("prepare", "{name} is here", name=person.name))
                chip.setCheckable(True)
                chip.setChecked(present is None or person.id in present)
                chip.toggled.connect(lambda _on: self.changed.emit())
                self._chips[person.id] = chip
                grid.addWidget(chip, number // ACROSS, number % ACROSS)
            for column in range(ACROSS):
                grid.setColumnStretch(column, 1)
            self._column.addLayout(grid)
        if not group:
            none = pieces.button(
                translate("prepare", "Nobody yet: add people first"), partial(self._desk.going.emit, "people")
            )
            self._column.addWidget(none, alignment=Qt.AlignmentFlag.AlignLeft)

    def present(self) -> list[str]:
        """The ids of those who are here."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def missing(self) -> list[str]:
        """The ids of those who are not."""
        return [key for key, chip in self._chips.items() if not chip.isChecked()]

    def let_miss(self, missing: Collection[str]) -> None:
        """These are missing, everybody else is here."""
        for key, chip in self._chips.items():
            chip.setChecked(key not in missing)
