"""A date is typed as people type dates, or picked; nothing that was typed is lost without a word."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.bench import settle
from workshop_app.ui import theme
from workshop_app.ui.month import MonthSheet
from workshop_app.ui.picks import ARROW_W, Day, Pick
from workshop_app.ui.theme import Look

TODAY = date(2026, 11, 6)


class Form(QWidget):
    """A date with a field after it."""

    def __init__(self) -> None:
        super().__init__()
        self.day, self.after = Day("By when?", lambda: TODAY), QLineEdit()
        self.told: list[date] = []
        self.day.dateChanged.connect(self.told.append)
        column = QVBoxLayout(self)
        column.addWidget(self.after)
        column.addWidget(self.day)
        column.addStretch(1)
        self.resize(400, 300)

    def click(self, x: int = 60) -> None:
        QTest.mouseClick(self.day, Qt.MouseButton.LeftButton, pos=QPoint(x, self.day.height() // 2))
        settle()


@pytest.fixture
def form(qapp: QApplication) -> Iterator[Form]:
    theme.apply(qapp, Look.LIGHT)
    made = Form()
    made.day.show_day(date(2026, 12, 6))
    made.told.clear()
    made.show()
    made.activateWindow()
    made.after.setFocus()
    settle()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("leave", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_typing_over_a_click_replaces_the_whole_date(form: Form, leave: Qt.Key) -> None:
    form.click()
    QTest.keyClicks(form.day, "12 December")
    QTest.keyClick(form.day, leave)
    assert form.day.text() == "12 December 2026"
    assert form.day.day() == date(2026, 12, 12)
    assert form.told == [date(2026, 12, 12)]


def test_typing_counts_before_the_field_is_left(form: Form) -> None:
    form.click()
    QTest.keyClicks(form.day, "14")
    assert form.day.day() == date(2026, 11, 14)
    form.after.setFocus()
    assert form.told == [date(2026, 11, 14)]


@pytest.mark.parametrize("typed", ["soon", "31/2", " "])
def test_what_is_no_date_gives_way_to_the_day_before_it(form: Form, typed: str) -> None:
    form.click()
    QTest.keyClicks(form.day, typed)
    QTest.keyClick(form.day, Qt.Key.Key_Tab)
    assert form.day.text() == "6 December 2026"
    assert form.told == []


def test_escape_takes_back_what_is_typed(form: Form) -> None:
    form.click()
    QTest.keyClicks(form.day, "14")
    QTest.keyClick(form.day, Qt.Key.Key_Escape)
    assert form.day.text() == "6 December 2026"
    assert form.day.selectedText() == form.day.text()


def test_a_second_click_sets_the_cursor(form: Form) -> None:
    form.click()
    assert form.day.selectedText() == "6 December 2026"
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    form.click(30)
    assert form.day.selectedText() == ""


def test_the_same_day_is_no_news(form: Form) -> None:
    form.day.show_day(date(2026, 12, 6))
    form.click()
    QTest.keyClicks(form.day, "6/12/26")
    QTest.keyClick(form.day, Qt.Key.Key_Return)
    assert form.told == []
    assert form.day.text() == "6 December 2026"


def test_the_arrow_opens_a_calendar_and_a_day_of_it_is_taken(form: Form) -> None:
    form.click(form.day.width() - ARROW_W // 2)
    sheet = QApplication.activePopupWidget()
    assert isinstance(sheet, MonthSheet)
    after = next(one for one in sheet.findChildren(QPushButton) if one.accessibleName() == "Month after")
    after.click()
    assert (sheet.calendar.monthShown(), sheet.calendar.yearShown()) == (1, 2027)
    sheet.calendar.clicked.emit(QDate(2027, 1, 14))
    settle()
    assert QApplication.activePopupWidget() is None
    assert form.day.text() == "14 January 2027"
    assert form.told == [date(2027, 1, 14)]


def test_keys_open_the_calendar_choose_and_close_it(form: Form) -> None:
    form.day.setFocus()
    QTest.keyClick(form.day, Qt.Key.Key_Down)
    sheet = QApplication.activePopupWidget()
    assert isinstance(sheet, MonthSheet)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.told == [date(2026, 12, 7)]
    QTest.keyClick(form.day, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert QApplication.activePopupWidget() is None
    assert form.told == [date(2026, 12, 7)]


def test_a_list_is_as_wide_as_its_words(form: Form) -> None:
    pick = Pick("Who said it")
    pick.addItems(["Nobody by name", "A name that is very much longer than the field"])
    pick.setFixedWidth(150)
    form.layout().addWidget(pick)
    settle()
    pick.showPopup()
    settle()
    words = pick.fontMetrics().horizontalAdvance(pick.itemText(1))
    assert pick.view().viewport().width() > words
    pick.hidePopup()
