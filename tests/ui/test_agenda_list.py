"""The list of phases: with hands or keys it can be put in order, lengthened and left out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.bench import settle
from workshop_app.domain import agenda
from workshop_app.domain.agenda import LONGEST, Part
from workshop_app.ui import theme
from workshop_app.ui.agenda_list import USUAL, AgendaList
from workshop_app.ui.theme import Look

SHORT = [(Part.LAST_TIME, 2), (Part.EXPLORE, 6), (Part.CHECK_OUT, 2)]
ALT = Qt.KeyboardModifier.AltModifier


class Hand:
    """The list in a window of its own, and a person at it."""

    def __init__(self) -> None:
        self.list = AgendaList()
        self.list.setFixedWidth(370)
        self.list.show_phases(SHORT, 10)
        self.heard: list[list[tuple[Part, int]]] = []
        self.list.changed.connect(lambda: self.heard.append(self.list.phases()))
        self.list.show()
        self.list.activateWindow()
        settle()

    def button(self, name: str) -> QPushButton:
        found = [one for one in self.buttons() if one.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
        return found[0]

    def buttons(self) -> list[QPushButton]:
        return [one for one in self.list.findChildren(QPushButton) if one.isVisible()]

    def press(self, name: str) -> None:
        button = self.button(name)
        QTest.mouseClick(
            self.list.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            button.mapTo(self.list, button.rect().center()),
        )
        settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.list.windowHandle(), key, modifiers)
        settle()

    def texts(self) -> list[str]:
        return [one.text() for one in self.list.findChildren(QLabel) if one.isVisible()]

    def shown(self) -> list[str]:
        """The names of the rows, from top to bottom."""
        titles = [self.button(agenda.name(part)) for part in Part]
        return [one.text() for one in sorted(titles, key=lambda one: one.mapTo(self.list, QPoint()).y())]


@pytest.fixture
def hand(qapp: QApplication) -> Iterator[Hand]:
    theme.apply(qapp, Look.LIGHT)
    made = Hand()
    yield made
    made.list.close()
    made.list.deleteLater()


def test_what_is_shown_comes_back(hand: Hand) -> None:
    assert hand.list.phases() == SHORT
    assert hand.heard == []
    assert "10 of 10 minutes" in hand.texts()
    assert hand.texts().count("left out") == len(Part) - 3


def test_every_row_fits_and_a_finger_finds_everything(hand: Hand) -> None:
    hand.list.show_phases([(part, 100) for part in Part], 100)
    settle()
    assert hand.list.sizeHint().height() <= 460
    assert hand.list.minimumSizeHint().width() <= 370
    assert len(hand.buttons()) == 3 * len(Part) + 3
    for button in hand.buttons():
        assert button.height() >= 44, button.accessibleName()
        assert button.width() >= 44, button.accessibleName()
        assert hand.list.rect().contains(button.geometry().translated(button.parentWidget().mapTo(hand.list, QPoint())))
    for words in hand.list.findChildren(QLabel):
        assert words.fontMetrics().horizontalAdvance(words.text()) <= words.width()


def test_minutes_go_up_and_down_and_are_summed(hand: Hand) -> None:
    for _ in range(2):
        hand.press("Share ideas: a minute more")
    hand.press("Check-out: a minute less")
    assert hand.list.phases() == [(Part.LAST_TIME, 2), (Part.EXPLORE, 8), (Part.CHECK_OUT, 1)]
    assert "11 of 10 minutes" in hand.texts()
    assert len(hand.heard) == 3


def test_more_than_there_is_shows_in_another_tone(hand: Hand) -> None:
    (total,) = [one for one in hand.list.findChildren(QLabel) if "of 10" in one.text()]
    assert total.palette().windowText().color().name().upper() == theme.LIGHT.ink
    hand.press("Share ideas: a minute more")
    assert total.palette().windowText().color().name().upper() == theme.LIGHT.notice


def test_minutes_stay_within_reason(hand: Hand) -> None:
    hand.list.show_phases([(Part.EXPLORE, LONGEST), (Part.CHECK_OUT, 1)], 60)
    assert not hand.button("Share ideas: a minute more").isEnabled()
    assert not hand.button("Check-out: a minute less").isEnabled()
    hand.press("Check-out: a minute more")
    assert hand.button("Check-out: a minute less").isEnabled()


def test_a_row_moves_past_those_that_are_in(hand: Hand) -> None:
    hand.press("Check-out")
    hand.press("Earlier")
    assert [part for part, _ in hand.list.phases()] == [Part.LAST_TIME, Part.CHECK_OUT, Part.EXPLORE]
    rows = hand.shown()
    assert rows.index("Check-out") == rows.index("Share ideas") - 1
    hand.press("Earlier")
    assert [part for part, _ in hand.list.phases()] == [Part.CHECK_OUT, Part.LAST_TIME, Part.EXPLORE]
    assert not hand.button("Earlier").isEnabled()
    hand.press("Later")
    hand.press("Later")
    assert hand.list.phases() == SHORT
    assert not hand.button("Later").isEnabled()


def test_a_phase_is_left_out_and_taken_in_where_it_was(hand: Hand) -> None:
    hand.press("Share ideas")
    hand.press("Leave out")
    assert hand.list.phases() == [SHORT[0], SHORT[2]]
    assert not hand.button("Earlier").isEnabled()
    hand.press("Put it back")
    assert hand.list.phases() == SHORT
    hand.press("Plan")
    hand.press("Plan")
    assert hand.button("Plan").isChecked()
    hand.press("Put it back")
    assert hand.list.phases() == [*SHORT[:2], (Part.PLAN, USUAL), SHORT[2]]
    assert len(hand.heard) == 3


def test_one_phase_stays(hand: Hand) -> None:
    hand.list.show_phases([(Part.EXPLORE, 6)], 10)
    assert not hand.button("Leave out").isEnabled()
    hand.button("Share ideas").setFocus()
    hand.key(Qt.Key.Key_Delete)
    assert hand.list.phases() == [(Part.EXPLORE, 6)]


def test_the_row_that_is_chosen_stays_so_when_a_button_can_not_be_pressed_any_more(hand: Hand) -> None:
    hand.list.show_phases([(Part.EXPLORE, 6), (Part.CHECK_OUT, 2)], 10)
    hand.press("Check-out: a minute less")
    hand.press("Check-out: a minute less")  # that was the last that could go
    assert hand.button("Check-out").isChecked()
    hand.press("Earlier")  # to the top
    assert hand.button("Check-out").isChecked()
    hand.press("Share ideas")
    hand.press("Leave out")
    hand.press("Check-out")
    assert not hand.button("Leave out").isEnabled()
    hand.press("Share ideas")
    hand.press("Put it back")
    assert hand.button("Share ideas").isChecked()


def test_another_agenda_takes_the_place_of_the_first(hand: Hand) -> None:
    hand.press("Plan")
    hand.press("Put it back")
    order = [(Part.CHECK_OUT, 9), (Part.WELCOME, 1)]
    hand.list.show_phases(order, 20)
    assert hand.list.phases() == order
    assert "10 of 20 minutes" in hand.texts()
    assert len(hand.shown()) == len(Part)


def test_all_of_it_works_with_keys(hand: Hand) -> None:
    hand.button("What came of it").setFocus()
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Plus)
    hand.key(Qt.Key.Key_Left)
    hand.key(Qt.Key.Key_Down, ALT)
    assert hand.list.phases() == [(Part.EXPLORE, 6), (Part.LAST_TIME, 3), (Part.CHECK_OUT, 2)]
    hand.key(Qt.Key.Key_Up, ALT)
    assert hand.list.phases() == [(Part.LAST_TIME, 3), *SHORT[1:]]
    hand.key(Qt.Key.Key_Up)  # to the check-in, which is left out
    hand.key(Qt.Key.Key_Delete)
    assert hand.list.phases() == [(Part.CHECK_IN, USUAL), (Part.LAST_TIME, 3), *SHORT[1:]]
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Space)
    assert (Part.CHECK_IN, USUAL - 1) in hand.list.phases()


def test_the_keyboard_stays_with_a_row_that_is_left_out(hand: Hand) -> None:
    hand.press("Share ideas: a minute more")
    hand.key(Qt.Key.Key_Delete)
    assert hand.list.phases() == [SHORT[0], SHORT[2]]
    assert hand.button("Share ideas").hasFocus()
    hand.key(Qt.Key.Key_Delete)
    assert dict(hand.list.phases())[Part.EXPLORE] == 7


def test_tab_goes_as_the_rows_do(hand: Hand) -> None:
    hand.press("Check-out")
    hand.press("Earlier")
    hand.button("Check-out").setFocus()
    names = []
    for _ in range(4):
        hand.key(Qt.Key.Key_Tab)
        names.append(hand.list.focusWidget().accessibleName())
    assert names == [
        "Check-out: a minute less",
        "Check-out: a minute more",
        "Share ideas",
        "Share ideas: a minute less",
    ]


def test_a_finger_that_stays_goes_on(hand: Hand) -> None:
    button = hand.button("Share ideas: a minute more")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    QTest.qWait(700)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert dict(hand.list.phases())[Part.EXPLORE] >= 8
