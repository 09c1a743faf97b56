"""The phases of an agenda, to be put in order, lengthened and left out. It knows no programme."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workshop_app.domain.agenda import Part
from workshop_app.ui import pieces, theme
from workshop_app.ui.agenda_row import STEP_W, AgendaRow
from workshop_app.words import translate

USUAL = 5  # minutes of a phase that was not in the agenda before
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Plus: 1}
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgendaList(QWidget):
    """A row for every phase there is. One row is chosen; what stands below the rows is done to that one.

    Keys on a row: Up and Down choose, with Alt they move it; Left and Right, − and + change its minutes; Delete leaves
    it out or takes it in.
    """

    changed = Signal()  # by hand

    def __init__(self) -> None:
        super().__init__()
        self._minutes = 0
        self._showing = False  # where what had the focus is hidden or disabled, Qt gives it to another row
        self._rows = {part: AgendaRow(part, USUAL) for part in Part}
        self._order = list(Part)
        self._lines = pieces.column(0)
        self._sum = pieces.label("", size=16, bold=True)
        self._earlier = self._mover("↑", translate("agenda", "Earlier"), -1)
        self._later = self._mover("↓", translate("agenda", "Later"), 1)
        self._out = pieces.button(translate("agenda", "Leave out"), self._swap)
        self._out.setStyleSheet("padding: 0 10px;")
        self._sum.setContentsMargins(10, 0, 0, 0)  # below the names
        column = pieces.column(6)
        column.addLayout(self._lines)
        column.addLayout(pieces.row(self._sum, None, self._earlier, self._later, self._out, spacing=4))
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for row in self._rows.values():
            row.title.clicked.connect(lambda _on, row=row: self._choose(row))  # a second press does not let go
            row.changed.connect(self._changed)
            for button in row.buttons:
                button.installEventFilter(self)
                button.pressed.connect(lambda row=row: self._choose(row))
        self._chosen = self._rows[Part.WELCOME]
        self.show_phases([], 0)

    def show_phases(self, phases: Sequence[tuple[Part, int]], minutes: int) -> None:
        """Show an agenda for a session of so many minutes; every other phase is shown as left out."""
        self._minutes, self._showing = minutes, True
        given = dict(phases)
        self._order = list(given)
        for place, part in enumerate(Part):
            if part not in given:  # after the one that it usually follows
                before = list(Part)[:place]
                self._order.insert(self._order.index(before[-1]) + 1 if before else 0, part)
            self._rows[part].show_phase(given.get(part, self._rows[part].minutes), is_in=part in given)
        self._arrange()
        self._choose(self._rows[next(iter(given), self._order[0])])
        self._showing = False

    def phases(self) -> list[tuple[Part, int]]:
        """The agenda as it is shown, without what is left out."""
        return [(row.part, row.minutes) for row in self._in()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: what keys do on a row, and which row is chosen."""
        row = next((row for row in self._rows.values() if watched in row.buttons), None)
        if row is not None and isinstance(event, QFocusEvent) and event.gotFocus() and not self._showing:
            self._choose(row)
        if row is not None and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(row, watched, event)
        return super().eventFilter(watched, event)

    def _key(self, row: AgendaRow, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _WAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(_WAYS[key])
        elif key in _WAYS:
            place = self._order.index(row.part) + _WAYS[key]
            if 0 <= place < len(self._order):
                self._rows[self._order[place]].title.setFocus(Qt.FocusReason.TabFocusReason)
        elif key in _STEPS and watched is row.title:
            row.add(_STEPS[key])
        elif key == Qt.Key.Key_Delete and self._out.isEnabled():
            self._swap()
        else:
            return False
        return True

    def _in(self) -> list[AgendaRow]:
        return [self._rows[part] for part in self._order if self._rows[part].is_in]

    def _choose(self, row: AgendaRow) -> None:
        self._chosen = row
        for one in self._rows.values():
            one.title.setChecked(one is row)
        self._show_foot()

    def _move(self, by: int) -> None:
        """Past the next one that is in: rows that are left out are no step."""
        standing, part = self._in(), self._chosen.part
        place = standing.index(self._chosen) + by if self._chosen in standing else -1
        if 0 <= place < len(standing):
            self._order.remove(part)
            self._order.insert(self._order.index(standing[place].part) + (by > 0), part)
            self._arrange()
            self._changed()

    def _swap(self) -> None:
        """Leave the chosen one out, or take it in. One stays at least."""
        row = self._chosen
        if self._in() != [row]:
            self._showing, held = True, any(button.hasFocus() for button in row.buttons)
            row.show_phase(row.minutes, is_in=not row.is_in)
            self._changed()
            self._showing = False
            if held or not self._out.isEnabled():
                row.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Rows and Tab go in the order of the agenda."""
        before: QWidget = self
        for place, part in enumerate(self._order):
            self._lines.removeWidget(self._rows[part])
            self._lines.insertWidget(place, self._rows[part])
            for button in self._rows[part].buttons:
                QWidget.setTabOrder(before, button)
                before = button
        for button in (self._earlier, self._later, self._out):
            QWidget.setTabOrder(before, button)
            before = button

    def _changed(self) -> None:
        self._show_foot()
        self.changed.emit()

    def _show_foot(self) -> None:
        total, standing = sum(minutes for _, minutes in self.phases()), self._in()
        self._sum.setText(translate("agenda", "{n} of {of} minutes", n=total, of=self._minutes))
        self._sum.setProperty("tone", "notice" if total > self._minutes else "")
        self._sum.style().unpolish(self._sum)
        self._sum.style().polish(self._sum)
        chosen = self._chosen
        self._earlier.setEnabled(chosen.is_in and standing[0] is not chosen)
        self._later.setEnabled(chosen.is_in and standing[-1] is not chosen)
        self._out.setEnabled(standing != [chosen])
        words = translate("agenda", "Leave out") if chosen.is_in else translate("agenda", "Put it back")
        self._out.setText(words)
        self._out.setAccessibleName(words)

    def _mover(self, sign: str, name: str, by: int) -> QPushButton:
        made = pieces.button(sign, lambda: self._move(by), name=name)
        made.setToolTip(name)
        made.setFont(theme.font(20))
        made.setStyleSheet("padding: 0;")
        made.setFixedWidth(theme.px(STEP_W))
        return made
