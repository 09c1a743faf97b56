"""The people's page at its foot: who left and may come back, and whose programme it is."""

from functools import partial

from PySide6.QtWidgets import QWidget

from workshop_app.domain import people
from workshop_app.domain.people import Person
from workshop_app.domain.programme import rename_school
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.shared.asking import Asking
from workshop_app.words import translate


class WhoLeft(QWidget):
    """Anybody may stop at any time, and come back. Hidden while nobody left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chips = Flow()
        column = pieces.column(6)
        column.addWidget(pieces.label(translate("people", "Who has left"), tone="soft", size=15))
        column.addLayout(self._chips)
        self.setLayout(column)

    def show_people(self) -> None:
        """Who left, each with a way back."""
        pieces.clear(self._chips)
        gone = people.who_left(self._desk.programme)
        for person in gone:
            name = translate("people", "{name} is back", name=person.name)
            self._chips.addWidget(pieces.chip(name, partial(self._back, person), name=name))
        self.setVisible(bool(gone))

    def _back(self, person: Person) -> None:
        self._desk.do("come-back", people.come_back, person.id)


def ask_school(host: QWidget, desk: Desk) -> None:
    """Correct the school's name."""
    about = desk.programme.about
    Asking(
        host,
        translate("people", "What is the school called?"),
        about.school,
        translate("people", "Keep this name"),
        lambda text: desk.do("rename-school", rename_school, text, about.year),
    )
