"""Fields that open a list or a calendar, with an arrow that is painted rather than shipped."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QWidget

from workshop_app.dates import long_date
from workshop_app.day_words import understood
from workshop_app.ui import theme
from workshop_app.ui.month import MonthSheet

ARROW_W = 40  # logical pixels at the right end of a field that open what it opens
_AROUND = 44  # what a list needs beside its words: the frame, the padding and a scroll bar


class Pick(QComboBox):
    """A list to pick from."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that the theme may give room

    def showPopup(self) -> None:
        """Qt: the list, as wide as its words."""
        self.view().setMinimumWidth(max(self.width(), self.view().sizeHintForColumn(0) + _AROUND))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the field with its arrow."""
        super().paintEvent(event)
        _arrow(self)


class Day(QLineEdit):
    """A date, typed in any usual way or picked. What can't be understood gives way to the day before it."""

    dateChanged = Signal(object)  # noqa: N815 - as Qt's own fields call it

    def __init__(self, name: str, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._today = today
        self._day = today()
        self._entered = False
        self.setAccessibleName(name)
        self.setProperty("kind", "day")
        self.setMaxLength(40)
        self.setFixedWidth(theme.px(220))
        self.setText(long_date(self._day))
        self.returnPressed.connect(self._agree)

    def day(self) -> date:
        """The date that is shown; what is being typed counts as soon as it can be understood."""
        return self._typed() or self._day

    def show_day(self, day: date) -> None:
        """Show a date."""
        before, self._day = self._day, day
        self.setText(long_date(day))
        self.setCursorPosition(0)
        if day != before:
            self.dateChanged.emit(day)

    def open_calendar(self) -> None:
        """Have a day picked."""
        self._agree()
        MonthSheet(self, self._day, self._picked).open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: typing replaces the whole date."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._entered = True  # the press that follows would undo the selection
        elif event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: what was typed is taken."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._agree()
            self.deselect()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the arrow opens the calendar, the first press on the words takes hold of all of them."""
        if event.position().x() >= self.width() - ARROW_W:
            self._entered = False
            self.open_calendar()
            return
        super().mousePressEvent(event)
        if self._entered:
            self._entered = False
            self.selectAll()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the pointer tells where the arrow is."""
        over = event.position().x() >= self.width() - ARROW_W
        self.setCursor(Qt.CursorShape.ArrowCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Down opens the calendar, Escape takes back what is being typed."""
        if event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        elif event.key() == Qt.Key.Key_Escape and self.text() != long_date(self._day):
            self.show_day(self._day)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the field with its arrow."""
        super().paintEvent(event)
        _arrow(self)

    def _typed(self) -> date | None:
        return None if self.text() == long_date(self._day) else understood(self.text(), self._today())

    def _agree(self) -> None:
        self.show_day(self.day())

    def _picked(self, day: date) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_day(day)
        self.selectAll()


def _arrow(field: QWidget) -> None:
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.tokens().soft), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    x, y = field.width() - 22.0, field.height() / 2
    painter.drawPolyline([QPointF(x - 5, y - 2.5), QPointF(x, y + 2.5), QPointF(x + 5, y - 2.5)])
    painter.end()
