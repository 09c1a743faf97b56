"""The laptop goes round: one person after the other gets a page of their own, and sees nothing of anybody else's."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workshop_app.ui import columns, pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.page import Page
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.ui.shared.handed import Handed
from workshop_app.ui.shared.pass_on import PassOn
from workshop_app.words import translate


class HandingPage(Page):
    """First and last the leader's part; in between a calm page, and a new sheet for each person.

    What was typed lives in its sheet alone: it is no draft, and it is gone, with all that Undo could bring back, before
    anybody else sits down.
    """

    alone = True

    def __init__(self, desk: Desk, *, before: str, after: str) -> None:
        super().__init__(desk)
        self._sheet: Handed | None = None
        self._turns = 0  # of this round; nobody is told who
        self._cover = PassOn(before, after)
        self._cover.turned.connect(self._sit_down)
        self._cover.back.connect(self._ask_back)
        self._leader = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._leader)
        self._stack.addWidget(self._cover)
        column = pieces.column(0)
        column.addWidget(self._stack)
        self.setLayout(column)

    def has_something(self) -> bool:
        """Whether there is anything to hand over; False, with the reason said, if not."""
        raise NotImplementedError

    def make_sheet(self) -> Handed | None:
        """A page for whoever is next; None where there is nothing to hand over."""
        raise NotImplementedError

    def keep(self, sheet: Handed) -> bool:
        """Keep what is on a sheet; False, with the reason said, if it can't be kept."""
        raise NotImplementedError

    def enter(self) -> None:
        """The page comes up: the leader has the laptop."""
        self._to_leader()
        super().enter()

    def hand_over(self) -> None:
        """The laptop goes to the first of them, where there is something to hand over."""
        if self.has_something():
            self._turns = 0
            self._to_cover(first=True)

    def lay_out_leader(self, heading: str, how: str, *parts: QWidget) -> QVBoxLayout:
        """The leader's part: a heading, how it goes, then `parts`, and room for buttons beneath."""
        column = columns.centred(self._leader)
        column.addWidget(pieces.label(heading, size=30, bold=True))
        column.addWidget(Words(how, size=18, colour="soft"))
        for part in parts:
            column.addWidget(part)
        return column

    def event(self, event: QEvent) -> bool:
        """Qt: Undo is the leader's; whoever has the laptop now can't take back what the group did."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if event.matches(undo) or event.matches(redo):
                event.accept()
                return True
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: another page comes up; nothing half written stays behind. When all is taken off the screen it waits."""
        if not event.spontaneous() and self.isHidden():
            self._drop_sheet()
            self._stack.setCurrentWidget(self._leader)
        super().hideEvent(event)

    def _to_leader(self) -> None:
        self._drop_sheet()
        self._stack.setCurrentWidget(self._leader)
        self.refresh()

    def _to_cover(self, *, first: bool = False) -> None:
        self._stack.setCurrentWidget(self._cover)
        self._drop_sheet()
        self._cover.show_turn(first=first)

    def _sit_down(self) -> None:
        self._drop_sheet()
        sheet = self._sheet = self.make_sheet()
        if sheet is None:
            self._to_leader()
            return
        sheet.done.connect(self._done, Qt.ConnectionType.QueuedConnection)  # its button is gone by then
        sheet.passed.connect(self._passed, Qt.ConnectionType.QueuedConnection)
        self._stack.addWidget(sheet)
        self._stack.setCurrentWidget(sheet)
        sheet.begin()

    def _done(self) -> None:
        if self._sheet is not None and self.keep(self._sheet):
            self._passed()

    def _passed(self) -> None:
        self._turns += 1
        self._to_cover()

    def turns_said(self) -> str:
        """How many have had the laptop in this round, "" before the first."""
        if self._turns == 1:
            return translate("handing", "1 person has had the laptop.")
        return translate("handing", "{n} people have had the laptop.", n=self._turns) if self._turns else ""

    def _drop_sheet(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.wipe()
            self._stack.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()

    def _ask_back(self) -> None:
        Confirming(
            self,
            translate("handing", "Does the leader have the laptop now?"),
            translate("handing", "What was written stays face down."),
            translate("handing", "Yes, I lead the session"),
            self._to_leader,
        )
