"""The calendar that a day is picked from, in the app's own colours."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QWidget

from workshop_app.dates import months
from workshop_app.ui import pieces, theme
from workshop_app.words import translate

WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class MonthSheet(QFrame):
    """A popup below `field`; `then` is called with the day that is picked. It goes when something else is pressed."""

    def __init__(self, field: QWidget, day: date, then: Callable[[date], object]) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popup")
        self._field, self._then = field, then
        self._heading = pieces.label("", size=17, bold=True)
        self.calendar = _calendar(day)
        self.calendar.currentPageChanged.connect(lambda _year, _month: self._show_month())
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        before = pieces.button(
            "←", self.calendar.showPreviousMonth, kind="quiet", name=translate("calendar", "Month before")
        )
        after = pieces.button("→", self.calendar.showNextMonth, kind="quiet", name=translate("calendar", "Month after"))
        column = pieces.column(4, 8)
        column.addLayout(pieces.row(before, None, self._heading, None, after))
        column.addWidget(self.calendar)
        self.setLayout(column)
        self._show_month()

    def open(self) -> None:
        """Come up below the field, or above it where the screen ends."""
        field = self._field
        size, screen = self.sizeHint(), field.screen().availableGeometry()
        at = field.mapToGlobal(QPoint(0, field.height() + 4))
        if at.y() + size.height() > screen.bottom():
            at.setY(max(screen.top(), field.mapToGlobal(QPoint()).y() - 4 - size.height()))
        at.setX(max(screen.left(), min(at.x(), screen.right() - size.width())))
        self.move(at)
        self.show()
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show_month(self) -> None:
        month = months()[self.calendar.monthShown() - 1]
        self._heading.setText(translate("calendar", "{month} {year}", month=month, year=self.calendar.yearShown()))

    def _pick(self, picked: QDate) -> None:
        self.close()
        self._then(date(picked.year(), picked.month(), picked.day()))


def _calendar(day: date) -> QCalendarWidget:
    made = QCalendarWidget()
    made.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))  # as all other words are
    made.setAccessibleName(translate("calendar", "Calendar"))
    made.setNavigationBarVisible(False)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setFont(theme.font(15))
    made.setMinimumSize(theme.px(340), theme.px(270))
    made.setSelectedDate(QDate(day.year, day.month, day.day))
    quiet, ink = QTextCharFormat(), QTextCharFormat()
    quiet.setForeground(QColor(theme.tokens().soft))
    quiet.setBackground(QColor(theme.tokens().raised))
    ink.setForeground(QColor(theme.tokens().ink))
    for weekday in Qt.DayOfWeek:
        made.setWeekdayTextFormat(weekday, quiet if weekday in WEEKEND else ink)
    made.setHeaderTextFormat(quiet)
    return made
