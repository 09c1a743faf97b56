"""An aspect's name beside the wheel: a button for fingers, keys and ears."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from workshop_app.ui import lettering, theme
from workshop_app.ui.lettering import Lines

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
NONE = -1
_INSET = 6
_SMALLER = (1.0, 0.94, 0.88, 0.82, 0.76)


class WheelName(QAbstractButton):
    """On where its aspect is chosen. It says when it is pointed at, and which way the arrows go."""

    stepped = Signal(int)
    lit = Signal(int)  # its number, or NONE

    def __init__(self, parent: QWidget, number: int) -> None:
        super().__init__(parent)
        self._number = number
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._right, self._asked, self._size = True, False, 15.5

    def show_name(self, name: str, told: str, *, asked: bool) -> None:
        """Write a name; in full ink once it was asked."""
        self.setText(name)
        self.setAccessibleName(told)
        self._asked = asked
        self.update()

    def place(self, box: QRect, *, right: bool) -> None:
        """Put it right of the wheel or left of it: the name begins, or ends, at the wheel."""
        self._right = right
        self.setGeometry(box)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: the map gives it its place."""
        return QSize(160, 44)

    def set_size(self, size: float) -> None:
        """How large it is written where there is room, in pixels."""
        self._size = size

    def wanted(self, width: float) -> float:
        """The height it needs where it is this wide."""
        return _balanced(self.text(), self._size, theme.scale(), width - 2 * _INSET).height + 6

    def lettered(self) -> tuple[QFont, Lines]:
        """The name as it is written in the room there is: smaller rather than cut off."""
        for share in _SMALLER:
            font = theme.font(self._size * share)
            lines = _balanced(self.text(), self._size * share, theme.scale(), self.width() - 2 * _INSET)
            if lines.height <= self.height():
                return font, lines
        most = max(1, int(self.height() / lines.step))
        return font, lettering.broken(self.text(), font, self.width() - 2 * _INSET, most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows go round the wheel, Enter chooses as Space does."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: the pointer comes."""
        super().enterEvent(event)
        self.lit.emit(self._number)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the pointer goes."""
        super().leaveEvent(event)
        self.lit.emit(NONE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard comes."""
        super().focusInEvent(event)
        self.lit.emit(self._number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard goes."""
        super().focusOutEvent(event)
        self.lit.emit(NONE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the name, with a frame where the keyboard is."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, lines = self.lettered()
        painter.setFont(font)
        wide = max(painter.fontMetrics().horizontalAdvance(line) for line in lines.lines)
        left = _INSET if self._right else self.width() - _INSET - wide
        if self.isChecked() or self.hasFocus():
            high = min(self.height() - 2.0, lines.height + 6)
            box = self.rect().toRectF()
            box.setLeft(left - _INSET + 1)
            box.setWidth(wide + 2 * _INSET - 2)
            box.setTop((self.height() - high) / 2)
            box.setHeight(high)
            painter.setPen(QPen(QColor(t.ink), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft if self.isChecked() else t.raised))
            painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QColor(t.ink if self._asked or self.isChecked() or self.underMouse() else t.soft))
        top = (self.height() - lines.height) / 2
        for number, line in enumerate(lines.lines):
            x = _INSET if self._right else self.width() - _INSET - painter.fontMetrics().horizontalAdvance(line)
            painter.drawText(round(x), round(top + number * lines.step + lines.ascent), line)
        painter.end()


@lru_cache(maxsize=1024)  # every name is asked for whenever one of them is painted, and breaking takes a while
def _balanced(text: str, size: float, _scale: float, width: float) -> Lines:
    """A text in as few lines as its width allows, all of them about as long; no word is broken for that."""
    font = theme.font(size)
    longest = max((QFontMetricsF(font).horizontalAdvance(word) for word in text.split()), default=0.0)
    found = narrower = lettering.broken(text, font, width)
    while len(found.lines) > 1 and len(narrower.lines) == len(found.lines) and width - 6 > longest:
        found, width = narrower, width - 6
        narrower = lettering.broken(text, font, width)
    return found
