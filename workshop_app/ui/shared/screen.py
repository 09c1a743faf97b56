"""What the whole room sees: what is asked, how much time is left, the board, and at the very bottom what is touched."""

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from workshop_app.domain.audience import Screen
from workshop_app.ui import pieces
from workshop_app.ui.notice import Notice
from workshop_app.ui.shared.add_sheet import NOTHING_YET, AddSheet, Begun
from workshop_app.ui.shared.around import Offer
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.board_with_list import BoardWithList, Shown
from workshop_app.ui.shared.chart_sheet import ChartSheet
from workshop_app.ui.shared.foot import Foot
from workshop_app.ui.shared.hands_off_note import HandsOffNote
from workshop_app.ui.shared.heading import Heading
from workshop_app.ui.shared.lens_bar import LensBar
from workshop_app.ui.shared.poll_sheet import PollSheet
from workshop_app.ui.shared.promises_seen import PromisesSeen
from workshop_app.ui.shared.screen_commands import ScreenCommands
from workshop_app.ui.shared.together import Together
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.shared.veil import TALL, Veil
from workshop_app.ui.theme import Look
from workshop_app.words import translate

WIDTH, HEIGHT = 1366, 768  # logical pixels of the smallest screen
TALL_WIDTH = 720
LEAST, MOST = 0.8, 3.0
LEAST_W, LEAST_H = 800, 600  # below that a prompt, a board and what is touched have no room together
BOARD = 0.46  # of a wide screen's height at least, for the board
READABLE = 0.85  # logical pixels a board unit on the smallest screen
_Sheet = TypeVar("_Sheet", PollSheet, ChartSheet, PromisesSeen)


class SharedScreen(QWidget):
    """`show_screen` tells it what stands around the board; the board is told by whoever made it. `foot` takes more."""

    def __init__(self, board: BoardView, commands: ScreenCommands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(translate("shared", "The shared screen"))
        self.board, self._commands = board, commands
        self.seen = Screen()
        self._begun: dict[str, Begun] = {}  # by prompt: what was written on a sheet that was left
        self._larger, self._tall = 1.0, False
        self._settling = QTimer(self, singleShot=True, interval=0)  # once the board has its own room too
        self._settling.timeout.connect(lambda: board.sight.keep_readable(READABLE * self._larger))
        self._heading = Heading()
        self._together = Together()
        self.foot = Foot(
            board,
            commands,
            add=self.add_idea,
            undo=self._undo,
            plainly=self._say_plainly,
        )
        self.foot.fitted.connect(self._lay_heading_out)
        self._notice = Notice(self, self.foot, above=True)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self._redo)
        self._list = TouchButton(translate("list", "List"), self._turn_list, name=translate("list", "As a list"))
        self._list.setCheckable(True)
        self.foot.add(LensBar(board, for_hands=True), self._list)
        self._middle = QStackedWidget()
        self._room = BoardWithList(board)
        self._room.shown_changed.connect(lambda _shown: self._list.setChecked(self._room.shown is not Shown.BOARD))
        self._offer()
        self._middle.addWidget(self._room)
        self._middle.addWidget(self._together)
        self._poll: PollSheet | None = None  # these are there while they are wanted
        self._chart: ChartSheet | None = None
        self._promises: PromisesSeen | None = None
        self._note = HandsOffNote(self._middle)
        column = pieces.column(0)
        column.addWidget(self._heading)
        column.addWidget(self._middle, 1)
        column.addWidget(self.foot)
        self.setLayout(column)

    def show_screen(self, seen: Screen) -> None:
        """Show what is on now. The same again, as at most ticks of a clock, changes nothing."""
        before, self.seen = self.seen, seen
        if before == seen:
            return
        self._heading.show_screen(seen)
        self._together.show_screen(seen)
        self._note.show_screen(seen)
        self._middle.setCurrentWidget(self._in_the_middle(seen))
        self.foot.allow(cards=not seen.hands_off, ideas=not seen.is_apart)
        self.foot.show_plain(there=seen.plainly is not None, on=seen.plain)

    def say(self, sentence: str, kind: str) -> None:
        """Say what became of what was done here; `kind` "notice" where it could not be done."""
        if not isValid(self._notice):  # it lies in the window, and goes when what is private is cleared away there
            self._notice = Notice(self, self.foot, above=True)
        self._notice.say(sentence, kind)

    def show_look(self, look: Look) -> None:
        """How the app is coloured now."""
        self.foot.show_look(look)
        self.board.recolour()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Qt: whatever was laid out for a larger screen, a smaller one is no less."""
        return QSize(LEAST_W, LEAST_H)

    def add_idea(self) -> None:
        """Open the sheet on which an idea is written."""
        if not (self.seen.is_apart or self.findChildren(AddSheet)):
            begun = self._begun.pop(self.seen.prompt_id, NOTHING_YET)
            sheet = AddSheet(self, self.seen, self._commands, self._larger, tall=self._tall, begun=begun)
            sheet.closed.connect(partial(self._keep_begun, self.seen.prompt_id, sheet))

    def _keep_begun(self, prompt_id: str, sheet: AddSheet) -> None:
        """What was written and left is there again when the sheet is opened for the same prompt."""
        if sheet.begun != NOTHING_YET:
            self._begun[prompt_id] = sheet.begun

    def catch_focus(self) -> None:
        """The keyboard is on the board."""
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: everything grows with the screen."""
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        self._tall = height > width * TALL
        larger = width / TALL_WIDTH if self._tall else min(width / WIDTH, height / HEIGHT)
        self._larger = min(MOST, max(LEAST, larger))
        self._together.enlarge(self._larger)
        self._note.enlarge(self._larger)
        for sheet in (self._poll, self._chart, self._promises):
            if sheet is not None:
                sheet.enlarge(self._larger)
        self.foot.lay_out(width, height, self._larger)
        self._settling.start()

    def _in_the_middle(self, seen: Screen) -> QWidget:
        """What stands where the board is, told what to show; else the board. What is over is gone from here."""
        if seen.poll is None and self._poll is not None:
            self._let_go(self._poll)
            self._poll = None
        if seen.chart is None and self._chart is not None:
            self._let_go(self._chart)
            self._chart = None
        if not seen.promises and self._promises is not None:
            self._let_go(self._promises)
            self._promises = None
        if seen.poll is not None:
            self._poll = self._poll or self._take_in(PollSheet(self._commands))
            self._poll.show_poll(seen.poll)
            return self._poll
        if seen.chart is not None:
            self._chart = self._chart or self._take_in(ChartSheet())
            self._chart.show_chart(seen.chart, seen.lines)
            return self._chart
        if seen.promises:
            self._promises = self._promises or self._take_in(PromisesSeen(self._commands.say_really))
            self._promises.show_promises(seen.promises)
            return self._promises
        return self._together if seen.is_apart else self._room

    def _take_in(self, sheet: _Sheet) -> _Sheet:
        sheet.enlarge(self._larger)
        self._middle.addWidget(sheet)
        return sheet

    def _let_go(self, sheet: QWidget) -> None:
        self._middle.removeWidget(sheet)
        sheet.hide()
        sheet.deleteLater()

    def _offer(self) -> None:
        """What the foot's buttons do, in the board's own menu too."""
        self.board.around.offer_more(
            Offer(translate("shared", "Add an idea…"), self.add_idea, Qt.Key.Key_N),
            Offer(
                translate("lead", "I don’t understand"),
                lambda: self._say_plainly(not self.seen.plain),
                is_on=lambda: self.seen.plain,
                is_free=lambda: self.seen.plainly is not None,
            ),
        )

    def _lay_heading_out(self) -> None:
        """The prompt has what the board and the foot leave it."""
        width, height = self.width(), self.height()
        most = height // 2 if self._tall else height - round(height * BOARD) - self.foot.height()
        self._heading.lay_out(width, height, self._larger, tall=self._tall, most=most)

    def _undo(self) -> None:
        if self._is_free():
            self._commands.undo()

    def _redo(self) -> None:
        if self._is_free():
            self._commands.redo()

    def _is_free(self) -> bool:
        """Whether there is a board to be touched, and nothing is asked over it."""
        if self.seen.is_apart or self.seen.hands_off:
            return False
        return not any(one.isVisible() for one in self.window().findChildren(Veil))

    def _turn_list(self) -> None:
        """The ideas as a list, or as the board again."""
        self._room.show_as(Shown.LIST if self._list.isChecked() else Shown.BOARD)

    def _say_plainly(self, on: bool) -> None:
        if self.seen.prompt_id:
            self._commands.say_plainly(self.seen.prompt_id, on)
