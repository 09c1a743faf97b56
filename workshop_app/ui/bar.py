"""The bar at the top: whose programme it is, the way through it, and Undo."""

from functools import partial
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.deeds import deed
from workshop_app.ui.hide_button import HideButton
from workshop_app.ui.shared import look_menu
from workshop_app.ui.theme import Look
from workshop_app.words import translate

# Logical pixels from which Hide names its key, and from which “All saved” and all of “Show to everybody” are said.
_ROOMY, _WIDE = 1500, 1600
_LEAST = 60  # logical pixels of a title that is cut short
_BESIDE = 130  # logical pixels of the way home, a title that is cut short, and what is between


class TopBar(QFrame):
    """It shows and says what was pressed."""

    going = Signal(str)
    home = Signal()
    undo = Signal()
    redo = Signal()
    look_chosen = Signal(str)
    hide_wanted = Signal()
    care_wanted = Signal()
    show_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self._look = Look.SYSTEM
        self._show_words = (translate("bar", "Show to everybody"), translate("bar", "Show"))
        # As wide as each other where there is room, so that the way stays in the middle whatever is beside it.
        halves = self._halves = QGridLayout(self)
        halves.setContentsMargins(12, 0, 12, 0)
        halves.setHorizontalSpacing(8)
        halves.setVerticalSpacing(0)
        halves.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)  # what is wide now gives way later
        self._parts = (self._whose(), self._way(), self._history())
        self._in_two: bool | None = None
        self._lay(in_two=False)

    def _whose(self) -> QWidget:
        home = pieces.button(
            translate("bar", "←"), self.home.emit, kind="quiet", name=translate("bar", "All programmes")
        )
        home.setToolTip(translate("bar", "All programmes"))
        self._school = _Title()
        self._practice = pieces.label(translate("bar", "Practice"), tone="notice", size=14, bold=True)
        return _half(pieces.row(home, self._school, self._practice, None, spacing=4))

    def _way(self) -> QWidget:
        line = pieces.row(spacing=1)
        self._tabs = QButtonGroup(self)
        self._tabs.setExclusive(True)
        self._by_page = {}
        for page, text, name in (
            ("people", translate("bar", "People"), ""),
            ("map", translate("bar", "Map"), ""),
            ("prepare", translate("bar", "Prepare"), ""),
            ("lead", translate("bar", "Lead"), ""),
            ("board", translate("bar", "Board"), ""),
            ("choose", translate("bar", "Choose"), ""),
            ("plan", translate("bar", "Plan"), translate("bar", "Plan and sign")),
            ("promises", translate("bar", "Promises"), ""),
        ):
            tab = pieces.button(text, partial(self.going.emit, page), kind="tab", name=name)
            tab.setCheckable(True)
            self._tabs.addButton(tab)
            self._by_page[page] = tab
            line.addWidget(tab)
        made = QWidget()
        made.setLayout(line)
        return made

    def _history(self) -> QWidget:
        self._saved = pieces.label(translate("bar", "All saved"), tone="soft", size=14)
        self._undo = pieces.button(translate("bar", "Undo"), self.undo.emit, kind="small")
        self._redo = pieces.button(translate("bar", "Redo"), self.redo.emit, kind="small")
        self._looks = pieces.button(
            translate("bar", "Look"), self._offer_looks, kind="quiet", name=translate("bar", "Colours")
        )
        care = pieces.button(translate("bar", "Care"), self.care_wanted.emit, kind="quiet")
        care.setToolTip(translate("bar", "If a student tells you something that worries you"))
        self._hide = HideButton(self.hide_wanted.emit)
        self._show = pieces.button("", self.show_wanted.emit, kind="small", name=translate("bar", "Show to everybody"))
        for button in (self._undo, self._redo, self._looks, care, self._show):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made = QWidget()  # it takes the room it needs: Hide stays in its place
        made.setLayout(
            pieces.row(None, self._saved, self._undo, self._redo, self._looks, care, self._show, self._hide, spacing=3)
        )
        made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is more room or less."""
        super().resizeEvent(event)
        self._fit()

    def show_shared(self, words: tuple[str, str], *, apart: bool, hidden: bool) -> None:
        """What the button for the shared screen does now, whether that is a window of its own, and covered.

        `words` are all of them, and the few there is room for on a small laptop.
        """
        self._show_words = words
        self._show.setAccessibleName(words[0])
        self._show.setToolTip(translate("bar", "{what}  (F8)", what=words[0]))
        self._hide.show_state(apart=apart, hidden=hidden)
        self._fit()

    def _fit(self) -> None:
        """What can be left out gives way; in large words, where that is not enough, the way has a line of its own."""
        self._saved.setVisible(self.width() >= theme.px(_WIDE))
        self._hide.shorten(self.width() < theme.px(_ROOMY))
        self._show.setText(self._show_words[0 if self.width() >= theme.px(_WIDE) else 1])
        _, way, history = self._parts
        needed = way.sizeHint().width() + history.sizeHint().width() + theme.px(_BESIDE)
        self._lay(in_two=theme.scale() > 1 and needed > self.width())

    def _lay(self, *, in_two: bool) -> None:
        if in_two == self._in_two:
            return
        self._in_two = in_two
        whose, way, history = self._parts
        self._halves.addWidget(whose, 0, 0)
        self._halves.addWidget(way, *((1, 0, 1, 3) if in_two else (0, 1)))
        self._halves.addWidget(history, 0, 2)
        self._halves.setColumnStretch(0, 1)
        self._halves.setColumnStretch(2, 0 if in_two else 1)
        self.setFixedHeight(theme.tall(60) * 2 if in_two else theme.tall(60))

    def show_programme(self, school: str, *, practice: bool) -> None:
        """Whose programme it is."""
        self._school.show_title(school)
        self._practice.setVisible(practice)

    def show_look(self, look: Look) -> None:
        """How the app is coloured."""
        self._look = look

    def _offer_looks(self) -> None:
        look_menu.offer(self._looks, self._look, self.look_chosen.emit)

    def show_page(self, page: str) -> None:
        """Which page is up."""
        # Bringing ideas in belongs to the board, prompts of one's own to preparing, what we can bring to the plan.
        tab = self._by_page.get({"bring-in": "board", "prompts": "prepare", "assets": "plan"}.get(page, page))
        if tab is not None:
            tab.setChecked(True)

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """What Undo would take back and Redo bring back."""
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        self._undo.setToolTip(translate("bar", "Undo: {what}", what=deed(undo)) if undo else "")
        self._redo.setToolTip(translate("bar", "Redo: {what}", what=deed(redo)) if redo else "")


class _Title(QLabel):
    """As much of a title as there is room for; all of it to who points at it or hears it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(16, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def show_title(self, title: str) -> None:
        """Show another one."""
        self._whole = title
        self.setAccessibleName(title)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Qt: room for all of it."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Qt: room for its beginning."""
        return QSize(min(theme.px(_LEAST), self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is more room or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
        # A person's words are never markup, in a tooltip neither.
        self.setToolTip(f"<qt>{escape(self._whole)}</qt>" if shown != self._whole else "")


def _half(line: QHBoxLayout) -> QWidget:
    """One side of the bar: it takes what room is left, and asks for none."""
    made = QWidget()
    made.setLayout(line)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made
