"""A list from elsewhere: paste it or read a table, look at it first, and correct what was guessed.

What a group writes today does not come this way, but as slips (see slips.py), face down.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from workshop_app.domain import ideas
from workshop_app.domain.ideas import Given, Source
from workshop_app.exchange import csv_guess, csv_in, pasted, table_file
from workshop_app.exchange.arrival import Arrival
from workshop_app.exchange.layout import DELIMITERS, ENCODINGS, Layout, Preview, delimiter_label, encoding_label
from workshop_app.exchange.unreadable import UnreadableError
from workshop_app.ui import arrival_words, columns, drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages import projector
from workshop_app.ui.pages.page import CAME_FROM, Page
from workshop_app.ui.picks import Pick
from workshop_app.ui.role_choice import RoleChoice
from workshop_app.ui.tick import TickBox
from workshop_app.words import translate
from workshop_app.workspace import Changes

REPORT_H = 66  # three lines; every row that was left out is told, and more of them scroll
MOST_SHOWN = 200  # pasted ideas in the preview


class BringInPage(Page):
    """Left where ideas come from, right what will come in; behind a gate while a session is on.

    Words of students are in large type here, and the big screen may be showing them to the next group.
    """

    name = "bring-in"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._data = b""
        self._file = ""
        self._layout = Layout("utf-8", ",", has_header=False, column=0)
        self._arrival = Arrival(())
        self._filling = False
        self._paste = QPlainTextEdit()
        self._paste.setFont(theme.font(17))
        self._paste.setPlaceholderText(translate("bring-in", "One idea on each line"))
        self._paste.setAccessibleName(translate("bring-in", "One idea on each line"))
        self._paste.setTabChangesFocus(True)
        self._paste.textChanged.connect(self._pasted)
        self._role = RoleChoice(translate("bring-in", "Given by"), several=True, kind="small")
        self._twice = TickBox(translate("bring-in", "Bring in what is there twice as well"))
        self._twice.toggled.connect(lambda _on: self._report())
        self._report_words = Words(size=15, colour="soft")
        self._report_area = pieces.scroller(self._report_words)
        self._report_area.setFixedHeight(theme.px(REPORT_H))
        self._go = pieces.button("", self._bring_in, kind="primary", name=translate("bring-in", "Bring in"))
        self._table = QTableWidget()
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.setAccessibleName(translate("bring-in", "Preview"))
        self._table.verticalHeader().setVisible(False)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.setWordWrap(False)
        self._table.setTabKeyNavigation(False)  # Tab leaves it; arrows go from cell to cell
        self._preview = self._build_preview()
        self._stack = QStackedWidget()
        self._gate, self._inside = self._build_gate(), QWidget()
        self._inside.setLayout(self._page())
        self._stack.addWidget(self._gate)
        self._stack.addWidget(self._inside)
        column = pieces.column(0)
        column.addWidget(self._stack)
        self.setLayout(column)
        drafts.keep(self._paste, "bring-in/paste", desk)

    def enter(self) -> None:
        """The page comes up: the gate, if a session is on."""
        self._close_gate()
        super().enter()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: another page comes up, or all is taken off the screen: coming back asks again."""
        if not event.spontaneous():
            self._close_gate()
        super().hideEvent(event)

    def take(self, changes: Changes) -> None:
        """Ideas changed: what counts as a duplicate may have too."""
        self.refresh()

    def refresh(self) -> None:
        """What is chosen so far."""
        if self._data:
            self._read()
        else:
            self._pasted()

    def load(self, path: Path) -> None:
        """Take a table from a file, guess how it is written down and show it."""
        try:
            data = table_file.contents(path)
            layout = csv_guess.guess(data)
        except UnreadableError as error:
            self.desk.said.emit(str(error), "notice")
            return
        self._data, self._file = data, path.name
        self._show_layout(layout)

    def _page(self) -> QHBoxLayout:
        left = pieces.column(12)
        left.addWidget(pieces.label(_heading(), size=30, bold=True))
        left.addWidget(pieces.label(_how(), tone="soft", size=17, wrap=True))
        left.addLayout(self._way_to_slips())
        left.addWidget(self._paste, 1)
        choose = pieces.button(translate("bring-in", "Read a table (CSV)…"), self._ask_file)
        left.addLayout(pieces.row(choose, None))
        right = pieces.frame("panel", margins=(22, 18, 22, 18), spacing=10)
        back = pieces.button(translate("bring-in", "Leave it"), self._back)
        pieces.fill(
            right,
            self._preview,
            self._report_area,
            self._twice,
            pieces.label(translate("bring-in", "Who gave them?"), tone="soft", size=15),
            self._role,
            pieces.row(back, None, self._go),
        )
        line = pieces.row(left, right, spacing=30)
        line.setContentsMargins(theme.PAGE_MARGIN, 24, theme.PAGE_MARGIN, 24)
        line.setStretch(0, 2)
        line.setStretch(1, 3)
        return line

    def _build_gate(self) -> QWidget:
        gate = QWidget()
        column = columns.centred(gate)
        column.addWidget(pieces.label(_heading(), size=30, bold=True))
        column.addWidget(Words(_how(), size=18, colour="soft"))
        column.addLayout(self._way_to_slips())
        column.addWidget(projector.warning())
        column.addLayout(projector.ways(translate("bring-in", "It is off: go on"), self._open_gate, self._back))
        return gate

    def _way_to_slips(self) -> QHBoxLayout:
        to_slips = partial(self.desk.going.emit, "slips")
        return pieces.row(pieces.button(translate("bring-in", "Paper slips…"), to_slips, kind="small"), None)

    def _open_gate(self) -> None:
        self._stack.setCurrentWidget(self._inside)
        self._paste.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_gate(self) -> None:
        session = self.desk.session
        is_on = session is not None and not session.done and self.desk.clock.begun
        self._stack.setCurrentWidget(self._gate if is_on else self._inside)

    def _build_preview(self) -> QWidget:
        self._column = _combo(translate("bring-in", "The ideas are in"), self._corrected)
        self._delimiter = _combo(translate("bring-in", "Columns are separated by"), self._corrected)
        self._encoding = _combo(translate("bring-in", "Letters are written as"), self._corrected)
        self._header = TickBox(translate("bring-in", "The first row holds headings"))
        self._header.toggled.connect(lambda _on: self._corrected())
        for mark in DELIMITERS:
            self._delimiter.addItem(delimiter_label(mark), mark)
        for encoding in ENCODINGS:
            self._encoding.addItem(encoding_label(encoding), encoding)
        inside = QWidget()
        column = pieces.column(8)
        inside.setLayout(column)
        self._file_words = Words(size=18, bold=True)
        column.addWidget(self._file_words)
        self._corrections = QWidget()
        corrections = pieces.column(8)
        self._corrections.setLayout(corrections)
        for combo in (self._column, self._delimiter, self._encoding):
            words = pieces.label(combo.accessibleName(), tone="soft", size=15)
            words.setFixedWidth(theme.px(190))
            corrections.addLayout(pieces.row(words, combo))
        corrections.addWidget(self._header)
        column.addWidget(self._corrections)
        column.addWidget(self._table, 1)
        return inside

    def _ask_file(self) -> None:
        title = translate("bring-in", "A table with ideas")
        kinds = translate("bring-in", "Tables (*.csv *.tsv *.txt);;All files (*)")
        self.desk.files.open_one(self, title, kinds, self.load)

    def _pasted(self) -> None:
        if self._filling:
            return
        self._data = b""
        self._corrections.hide()
        self._arrival = pasted.lines(self._paste.toPlainText(), self._already())
        self._show_pasted()
        self._report()

    def _show_pasted(self) -> None:
        self._file_words.set_text(translate("bring-in", "As they will come in"))
        texts = [one.text for one in self._arrival.ideas[:MOST_SHOWN]]
        self._table.clear()
        self._table.setColumnCount(1)
        self._table.setRowCount(len(texts))
        self._table.setHorizontalHeaderLabels([translate("bring-in", "Idea")])
        for y, text in enumerate(texts):
            self._table.setItem(y, 0, QTableWidgetItem(text))
        self._table.horizontalHeader().setStretchLastSection(True)

    def _show_layout(self, layout: Layout) -> None:
        try:
            preview = csv_in.preview(self._data, layout)
        except UnreadableError as error:
            self.desk.said.emit(str(error), "notice")
            return
        self._filling = True
        self._file_words.set_text(self._file)
        self._column.clear()
        for number, name in enumerate(preview.columns):
            self._column.addItem(name, number)
        self._column.setCurrentIndex(layout.column)
        self._delimiter.setCurrentIndex(self._delimiter.findData(layout.delimiter))
        self._encoding.setCurrentIndex(self._encoding.findData(layout.encoding))
        self._header.setChecked(layout.has_header)
        self._filling = False
        self._layout = layout
        self._show_table(preview)
        self._corrections.show()
        self._read()

    def _show_table(self, preview: Preview) -> None:
        self._table.clear()
        self._table.setColumnCount(len(preview.columns))
        self._table.setRowCount(len(preview.rows))
        self._table.setHorizontalHeaderLabels(list(preview.columns))
        for y, row in enumerate(preview.rows):
            for x, cell in enumerate(row):
                item = QTableWidgetItem(cell)
                if x == preview.layout.column:
                    item.setFont(theme.font(16, bold=True))
                self._table.setItem(y, x, item)
        self._table.horizontalHeader().setStretchLastSection(False)
        self._table.horizontalHeader().setDefaultSectionSize(120)
        if preview.columns:
            self._table.setColumnWidth(preview.layout.column, 360)
            self._table.horizontalScrollBar().setValue(preview.layout.column)

    def _corrected(self) -> None:
        if self._filling or not self._data:
            return
        delimiter = str(self._delimiter.currentData())
        same = delimiter == self._layout.delimiter
        column = int(self._column.currentData() or 0) if same else 0
        self._show_layout(Layout(str(self._encoding.currentData()), delimiter, self._header.isChecked(), column))

    def _read(self) -> None:
        try:
            self._arrival = csv_in.read(self._data, self._layout, self._already())
        except UnreadableError as error:
            self._arrival = Arrival(())
            self.desk.said.emit(str(error), "notice")
        self._report()

    def _already(self) -> list[str]:
        return [idea.text for idea in ideas.on_board(self.desk.programme)]

    def _texts(self) -> list[str]:
        texts = [one.text for one in self._arrival.ideas]
        if self._twice.isChecked():
            texts += [one.text for one in self._arrival.duplicates]
        return texts

    def _report(self) -> None:
        arrival = self._arrival
        self._twice.setVisible(bool(arrival.duplicates))
        self._report_words.set_text(arrival_words.report(arrival))
        count = len(self._texts())
        self._go.setEnabled(count > 0)
        self._go.setText(arrival_words.to_bring_in(count))

    def _bring_in(self) -> None:
        texts = self._texts()
        source = Source.IMPORTED if self._data else Source.PASTED
        session, role = self.desk.session, self._role.role()
        # It answers no prompt of ours: only what was said to a prompt counts as explored.
        given = [Given(text, role, source, session_id=session.id if session else None) for text in texts]
        if self.desk.add_ideas("bring-in", given):
            self._data = b""
            if source is Source.PASTED:
                drafts.done(self._paste, "bring-in/paste", self.desk)
            self.refresh()  # what is typed beside a table waits for its turn
            self._back()
            self.desk.said.emit(arrival_words.came_in(len(given)), "")

    def _back(self) -> None:
        self.desk.going.emit(self.desk.workspace.draft(CAME_FROM) or "board")


def _heading() -> str:
    return translate("bring-in", "A list from elsewhere")


def _how() -> str:
    return translate(
        "bring-in", "From another workshop or a survey. What was written here today goes in as paper slips."
    )


def _combo(name: str, then: Callable[[], object]) -> Pick:
    made = Pick(name)
    made.currentIndexChanged.connect(lambda _index: then())
    return made
