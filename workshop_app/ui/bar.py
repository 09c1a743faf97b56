"""The bar at the top: whose programme it is, the way through it, and Undo."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout

from workshop_app.ui import pieces
from workshop_app.ui.deeds import deed
from workshop_app.words import translate


class TopBar(QFrame):
    """It shows and says what was pressed."""

    going = Signal(str)
    home = Signal()
    undo = Signal()
    redo = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setFixedHeight(60)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 16, 0)
        line.setSpacing(4)
        home = pieces.button(
            translate("bar", "←"), self.home.emit, kind="quiet", name=translate("bar", "All programmes")
        )
        home.setToolTip(translate("bar", "All programmes"))
        self._school = pieces.label("", bold=True)
        self._practice = pieces.label(translate("bar", "Practice"), tone="notice", size=14, bold=True)
        line.addWidget(home)
        line.addWidget(self._school)
        line.addWidget(self._practice)
        line.addStretch(1)
        self._tabs = QButtonGroup(self)
        self._tabs.setExclusive(True)
        self._by_page = {}
        for page, text in (
            ("people", translate("bar", "People")),
            ("prepare", translate("bar", "Prepare")),
            ("lead", translate("bar", "Lead")),
            ("board", translate("bar", "Board")),
            ("choose", translate("bar", "Choose")),
            ("plan", translate("bar", "Plan and sign")),
        ):
            tab = pieces.button(text, partial(self.going.emit, page), kind="tab")
            tab.setCheckable(True)
            self._tabs.addButton(tab)
            self._by_page[page] = tab
            line.addWidget(tab)
        line.addStretch(1)
        self._saved = pieces.label(translate("bar", "All saved"), tone="soft", size=14)
        self._undo = pieces.button(translate("bar", "Undo"), self.undo.emit, kind="small")
        self._redo = pieces.button(translate("bar", "Redo"), self.redo.emit, kind="small")
        for button in (self._undo, self._redo):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line.addWidget(self._saved)
        line.addSpacing(10)
        line.addWidget(self._undo)
        line.addSpacing(4)
        line.addWidget(self._redo)

    def show_programme(self, school: str, *, practice: bool) -> None:
        """Whose programme it is."""
        metrics = self._school.fontMetrics()
        self._school.setText(metrics.elidedText(school, Qt.TextElideMode.ElideRight, 210))
        self._school.setToolTip("")
        self._practice.setVisible(practice)

    def show_page(self, page: str) -> None:
        """Which page is up."""
        # Bringing ideas in belongs to the board.
        tab = self._by_page.get("board" if page == "bring-in" else page)
        if tab is not None:
            tab.setChecked(True)

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """What Undo would take back and Redo bring back."""
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        self._undo.setToolTip(translate("bar", "Undo: {what}", what=deed(undo)) if undo else "")
        self._redo.setToolTip(translate("bar", "Redo: {what}", what=deed(redo)) if redo else "")
