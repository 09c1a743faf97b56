"""The small parts that pages are made of. Every label is plain text; every button can be reached and named."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workshop_app.ui import theme
from workshop_app.ui.chip import Chip
from workshop_app.ui.scrolling import LowScroller
from workshop_app.ui.wrapping import WrappingRow

Pressed = TypeVar("Pressed", bound=QPushButton)


def label(text: str = "", *, tone: str = "", size: float = 16, bold: bool = False, wrap: bool = False) -> QLabel:
    """A line of plain text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(size, bold=bold))
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    return made


def button(text: str, then: Callable[[], object] | None = None, *, kind: str = "", name: str = "") -> QPushButton:
    """A button; `name` is what assistive technology and tours call it, the text by default."""
    return _dressed(QPushButton(), text, then, kind, name)


def chip(words: str, then: Callable[[], object] | None = None, *, name: str = "") -> Chip:
    """A small button with a person's own words on it, cut short on the screen where they are long."""
    return _dressed(Chip(), words, then, "small", name)


def _dressed(made: Pressed, text: str, then: Callable[[], object] | None, kind: str, name: str) -> Pressed:
    made.setText(text.replace("&", "&&"))
    made.setProperty("kind", kind)
    made.setFont(theme.font(18 if kind in ("row", "next", "primary") else 16))
    made.setAccessibleName(name or text)
    made.setAutoDefault(False)
    if then is not None:
        made.clicked.connect(lambda _checked=False: then())
    return made


def frame(kind: str, *, margins: tuple[int, int, int, int] = (18, 14, 18, 14), spacing: int = 8) -> QFrame:
    """A frame of the theme with a vertical layout."""
    made = QFrame()
    made.setProperty("kind", kind)
    column = QVBoxLayout(made)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    return made


def fill(frame: QWidget, *things: QWidget | QLayout) -> None:
    """Put things into a frame, from top to bottom."""
    layout = frame.layout()
    if isinstance(layout, QVBoxLayout):
        for thing in things:
            if isinstance(thing, QLayout):
                layout.addLayout(thing)
            else:
                layout.addWidget(thing)


def column(spacing: int = 12, margins: int = 0) -> QVBoxLayout:
    """A bare vertical layout."""
    made = QVBoxLayout()
    made.setContentsMargins(margins, margins, margins, margins)
    made.setSpacing(spacing)
    return made


def row(*things: QWidget | QLayout | None, spacing: int = 10) -> QHBoxLayout:
    """Things side by side; None is a stretch. In large words they go on in the next line where there is no room."""
    made = WrappingRow() if theme.scale() > 1 else QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for thing in things:
        if thing is None:
            made.addStretch(1)
        elif isinstance(thing, QLayout):
            made.addLayout(thing)
        else:
            made.addWidget(thing)
    return made


def scroller(inside: QWidget) -> QScrollArea:
    """A calm vertical scroll around a page's body."""
    inside.setObjectName("body")
    made = QScrollArea() if theme.scale() == 1 else LowScroller()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inside)
    return made


class Choice(QWidget):
    """One of several, as chips side by side. `chosen` is called with the key of the chip that was pressed."""

    def __init__(
        self,
        options: Iterable[tuple[str, str]],
        chosen: Callable[[str], object] | None = None,
        *,
        name: str = "",
        kind: str = "",
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.by_hand = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[str, QPushButton] = {}
        self.setLayout(row(spacing=8))
        for key, text in options:
            chip = button(text, kind=kind)
            chip.setCheckable(True)
            chip.installEventFilter(self)
            self._chips[key] = chip
            self._group.addButton(chip)
            self.layout().addWidget(chip)  # type: ignore[union-attr]
            if chosen is not None:
                chip.clicked.connect(lambda _checked=False, key=key: chosen(key))
        # Where chips may need more than one line their height is no longer one chip's.
        high = QSizePolicy.Policy.Fixed if theme.scale() == 1 else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Maximum, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: whether a chip was reached by hand or by keys, which go from chip to chip."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.by_hand = event.reason() is Qt.FocusReason.MouseFocusReason
        return super().eventFilter(watched, event)

    def key(self) -> str:
        """The key of the chip that is on, "" if none is."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def rename(self, key: str, text: str) -> None:
        """Write something else on a chip."""
        self._chips[key].setText(text.replace("&", "&&"))
        self._chips[key].setAccessibleName(text)

    def choose(self, key: str) -> None:
        """Put a chip on without calling anybody."""
        if key in self._chips:
            self._chips[key].setChecked(True)


def open_below(menu: QMenu, widget: QWidget) -> None:
    """Open a menu where the eye is, whether the widget was pressed by mouse, finger or keys. Closed, it is gone."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(widget.mapToGlobal(widget.rect().bottomLeft()))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def restyle(widget: QWidget, kind: str) -> None:
    """Give a widget another kind and have the theme paint it so."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it is painted so when it is shown
            widget.style().unpolish(widget)
            widget.style().polish(widget)
