"""Looking at a window as a person does: what is written where, and whether all of it can be read."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.ui.bench import settle
from workshop_app.ui.chip import Chip
from workshop_app.ui.lettering import Words
from workshop_app.ui.notice import Notice
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.tile import AspectTile, lettered

SIZES = ((1180, 700), (1366, 768), (1920, 1080))  # the least window, a usual laptop, a large screen
SPOKEN = (QLabel, QPushButton, QCheckBox, Words, AspectTile)
FIELDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractSpinBox)


def spoken(window: QWidget) -> list[QWidget]:
    """Everything visible that carries words."""
    shown = (one for one in window.findChildren(QWidget) if isinstance(one, SPOKEN) and one.isVisible())
    return [one for one in shown if words_of(one)]


def words_of(widget: QWidget) -> str:
    """What is written on it."""
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&&", "&")
    return widget.text() if isinstance(widget, QLabel | Words) else ""


def unreadable(window: QWidget) -> list[str]:
    """What can't be read in full: too narrow, too low, outside, or under something else."""
    shown = spoken(window)
    found = [f"{_name(one)}: {why}" for one in shown for why in _cut(one, window)]
    placed = [(one, _text_rect(one, window), _veil(one)) for one in shown]
    for (one, rect, veil), (other, other_rect, other_veil) in combinations([it for it in placed if it[1].isValid()], 2):
        shared = rect & other_rect
        if shared.width() > 2 and shared.height() > 6 and veil is other_veil and not _related(one, other):
            found.append(f"{_name(one)} and {_name(other)} lie on each other")
    return found


def unreadable_in_every_size(window: QWidget) -> list[str]:
    """What can't be read in full in one of the sizes; the window is left in the last one."""
    found: list[str] = []
    for size in SIZES:
        window.resize(*size)
        settle()
        found += [f"{size}: {one}" for one in unreadable(window)]
    return found


def contrast(one: str, other: str) -> float:
    """How well two colours are told apart, from 1 to 21, as WCAG 2 measures it."""

    def luminance(name: str) -> float:
        parts = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _related(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _cut(widget: QWidget, window: QWidget) -> Iterator[str]:
    if isinstance(widget, Words):
        needed, room = widget.heightForWidth(widget.width()), widget.height()
        if needed > room + 2:
            yield f"needs {needed} of height and has {room}"
    elif isinstance(widget, QLabel) and widget.wordWrap():
        needed, room = widget.heightForWidth(widget.width()), widget.height()
        if needed > room + 2:
            yield f"needs {needed} of height and has {room}"
        longest = max(widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split())
        if longest > widget.width():
            yield f"a word needs {longest} of width and has {widget.width()}"
    elif isinstance(widget, AspectTile):
        if not lettered(widget.text(), widget.width(), bold=True)[1].whole:  # bold, as if it was chosen
            yield "its name needs more lines"
    elif not isinstance(widget, Chip):  # a chip's words are cut short on purpose
        around = 8 if isinstance(widget, QPushButton) else 0
        needed = widget.fontMetrics().horizontalAdvance(words_of(widget)) + around
        if needed > widget.width():
            yield f"needs {needed} of width and has {widget.width()}"
    yield from _outside(widget, window)


def _outside(widget: QWidget, window: QWidget) -> Iterator[str]:
    """Whether an ancestor cuts it off; what can be scrolled to is not cut off."""
    rect, parent = QRect(QPoint(), widget.size()), widget
    while parent is not window:
        rect, parent = QRect(parent.mapToParent(rect.topLeft()), rect.size()), parent.parentWidget()
        room = parent.rect()
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            if rect.left() < 0 or rect.right() > room.right():
                yield f"goes from {rect.left()} to {rect.right()} of {room.width()} in a page that scrolls"
            return
        if not room.adjusted(-1, -1, 1, 1).contains(rect):
            yield f"is cut off by its {type(parent).__name__}: {rect.getRect()} in {room.getRect()}"
            return


def _text_rect(widget: QWidget, window: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    if isinstance(widget, QLabel) and not widget.wordWrap():
        seen.setWidth(min(seen.width(), widget.fontMetrics().horizontalAdvance(widget.text())))
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size()) if not seen.isEmpty() else QRect()


def _veil(widget: QWidget) -> QWidget | None:
    """The sheet, question or notice over the window that it belongs to, if it does."""
    while (parent := widget.parentWidget()) is not None:
        if isinstance(widget, Veil | Notice):
            return widget
        widget = parent
    return None


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{words_of(widget)[:40]}”"
