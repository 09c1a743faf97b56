"""What is made beside the window: a line where it takes longer, a way to stop it, and nothing lost in a fault."""

from threading import Event

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workshop_app.documents import watching
from workshop_app.domain.errors import DomainError
from workshop_app.ui import paper_making, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.making_line import MakingLine
from workshop_app.ui.paper_making import Making
from workshop_app.ui.theme import Look
from workshop_app.ui.tour import gestures


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> QWidget:
    theme.apply(qapp, Look.LIGHT)
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(page: QWidget) -> list[MakingLine]:
    return [one for one in page.window().findChildren(MakingLine) if one.isVisible()]


def test_what_is_quick_needs_no_line(page: QWidget, qtbot: QtBot) -> None:
    made: list[int] = []
    Making(page, "It is being made.", lambda: 7, made.append)
    qtbot.waitUntil(lambda: bool(made))
    assert made == [7]
    assert not lines(page)


def test_what_takes_longer_says_how_far_it_is_and_can_be_stopped(page: QWidget, qtbot: QtBot) -> None:
    made: list[str] = []
    told: list[str] = []
    go_on = Event()

    def build() -> str:
        for number in range(1, 1000):
            watching.page_done(number)
            go_on.wait(0.02)
        return "all of it"

    making = Making(page, "It is being made.", build, made.append)
    making.stopped.connect(lambda: told.append("stopped"))
    qtbot.waitUntil(lambda: bool(lines(page)), timeout=paper_making.LATE_MS + 3000)
    [line] = lines(page)
    qtbot.waitUntil(lambda: "Page " in line.findChildren(Words)[0].text())
    [stop] = line.findChildren(QPushButton)
    assert stop.accessibleName() == "Stop"
    assert min(stop.width(), stop.height()) >= theme.TARGET
    gestures.click(stop, QPoint(10, 10))
    qtbot.waitUntil(lambda: bool(told))
    assert (told, made, lines(page)) == (["stopped"], [], [])


def test_an_expected_error_is_handed_over_and_whoever_leaves_gets_nothing(page: QWidget, qtbot: QtBot) -> None:
    failed: list[str] = []

    def build() -> None:
        raise DomainError("It can't be made.")

    making = Making(page, "It is being made.", build, failed.append, expected=(DomainError,))
    making.failed.connect(lambda error: failed.append(str(error)))
    qtbot.waitUntil(lambda: bool(failed))
    assert failed == ["It can't be made."]
