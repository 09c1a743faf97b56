"""A row that goes on in the next line where its things no longer stand side by side, as they do in large words."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QSizePolicy

from workshop_app.ui import theme


@dataclass(frozen=True, slots=True)
class _Put:
    """A thing of a row, with the width it wants; None is room that stretches."""

    item: QLayoutItem | None
    width: int
    grows: int


class WrappingRow(QHBoxLayout):
    """As any row while there is room for all that it holds; below that, as many lines as it needs."""

    def hasHeightForWidth(self) -> bool:
        """Qt: the narrower, the more lines."""
        return True

    def minimumSize(self) -> QSize:
        """Qt: the widest thing in it."""
        margins = self.contentsMargins()
        wide = max((item.minimumSize().width() for item in self._items()), default=0)
        return QSize(wide + margins.left() + margins.right(), self._deep(least=True))

    def sizeHint(self) -> QSize:
        """Qt: all in one line, as high as the highest. A plain row is as low as the lowest that must not grow."""
        return QSize(super().sizeHint().width(), max(super().sizeHint().height(), self._deep()))

    def maximumSize(self) -> QSize:
        """Qt: never lower than what is in it."""
        return QSize(super().maximumSize().width(), max(super().maximumSize().height(), self._deep()))

    def heightForWidth(self, width: int) -> int:
        """Qt: of one line where one is enough."""
        if self._fits(width):
            return max(self._deep(), super().heightForWidth(width) if super().hasHeightForWidth() else 0)
        return self._lay(QRect(0, 0, width, 0), move=False)

    def minimumHeightForWidth(self, width: int) -> int:
        """Qt: one line may be lower where what is in it may, as a list may; several are as high as they are."""
        if self._fits(width):
            least = super().minimumHeightForWidth(width) if super().hasHeightForWidth() else 0
            return max(self._deep(least=True), least)
        return self.heightForWidth(width)

    def setGeometry(self, rect: QRect) -> None:
        """Qt: lay them out."""
        super().setGeometry(rect)
        if not self._fits(rect.width()):
            self._lay(rect, move=True)

    def _items(self) -> list[QLayoutItem]:
        every = (self.itemAt(index) for index in range(self.count()))
        return [item for item in every if item is not None and not item.isEmpty()]

    def _deep(self, *, least: bool = False) -> int:
        """The height of the highest thing that does not break into lines, or the `least` of it, and the margins."""
        margins = self.contentsMargins()
        rigid = (_rigid(item, least=least) for item in self._items() if not item.hasHeightForWidth())
        return max(rigid, default=0) + margins.top() + margins.bottom()

    def _fits(self, width: int) -> bool:
        things = self._items()
        margins = self.contentsMargins()
        needed = sum(_least(item) for item in things) + self.spacing() * max(0, len(things) - 1)
        return needed + margins.left() + margins.right() <= width

    def _lines(self, width: int) -> list[list[_Put]]:
        lines: list[list[_Put]] = [[]]
        used = 0
        for index in range(self.count()):
            item = self.itemAt(index)
            if item is None or (item.isEmpty() and item.spacerItem() is None):
                continue
            if item.spacerItem() is not None:
                lines[-1].append(_Put(None, 0, 1))
                continue
            wide = min(width, max(_least(item), _wanted(item)))
            if used and used + wide > width:
                lines.append([])
                used = 0
            wants_more = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
            lines[-1].append(_Put(item, wide, max(self.stretch(index), int(wants_more))))
            used += wide + self.spacing()
        return [line for line in lines if any(put.item is not None for put in line)]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        y = room.y()
        for line in self._lines(room.width()):
            things = sum(put.item is not None for put in line)
            left = room.width() - sum(put.width for put in line) - self.spacing() * (things - 1)
            shares = sum(put.grows for put in line)
            placed: list[tuple[QLayoutItem, int, int]] = []
            x = room.x()
            for put in line:
                wide = put.width + (left * put.grows // shares if shares else 0)
                if put.item is not None:
                    placed.append((put.item, x, wide))
                    wide += self.spacing()
                x += wide
            deep = max(_height(item, wide) for item, _, wide in placed)
            for item, x, wide in placed if move else ():
                high = deep if item.layout() is not None else min(deep, _height(item, wide))
                item.setGeometry(QRect(x, y + (deep - high) // 2, wide, high))
            y += deep + self.spacing()
        return y - self.spacing() - room.y() + margins.top() + margins.bottom()


def _least(item: QLayoutItem) -> int:
    """The width below which a thing is cut; words that break into lines should not have to break into single ones."""
    least = item.minimumSize().width()
    return max(least, min(_wanted(item), theme.px(_COMFORT))) if item.hasHeightForWidth() else least


def _wanted(item: QLayoutItem) -> int:
    return min(item.sizeHint().width(), item.maximumSize().width())


def _rigid(item: QLayoutItem, *, least: bool) -> int:
    widget = item.widget()
    fixed = widget is not None and widget.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed
    return (item.sizeHint() if fixed or not least else item.minimumSize()).height()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


_COMFORT = 240  # logical pixels
