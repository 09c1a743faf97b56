"""The ledger as a list of any length: rows of one height, painted only where they are seen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop_app.ui import theme
from workshop_app.words import translate

HIGH = 58  # logical pixels of a row
SIDE = 16
Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One row. A heading has no `key`; what is `late` says so in another colour, and at its right in words."""

    key: str
    title: str
    beneath: str = ""
    right: str = ""
    late: bool = False


class LedgerRows(QListView):
    """`chosen` tells the key of the row that somebody came to, by hand or by key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Paint(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("ledger")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(translate("ledger", "The ledger"))
        self.setMinimumHeight(theme.px(HIGH) * 3)
        self.selectionModel().currentChanged.connect(self._came_to)

    def show_rows(self, rows: Sequence[Row], key: str) -> None:
        """Show other rows, at the one with this key; at the first where it is there no more."""
        before = self.verticalScrollBar().value()
        self._model.fill(rows)
        keys = [row.key for row in rows]
        at = keys.index(key) if key and key in keys else next((n for n, one in enumerate(keys) if one), -1)
        if at >= 0:
            self.selectionModel().setCurrentIndex(
                self._model.index(at), self.selectionModel().SelectionFlag.ClearAndSelect
            )
        self.verticalScrollBar().setValue(before if key and key in keys else 0)

    def key(self) -> str:
        """The key of the row that is chosen, "" for none."""
        return self._model.row(self.currentIndex()).key

    def rows(self) -> tuple[Row, ...]:
        """Everything that is listed."""
        return self._model.rows

    def _came_to(self, now: QModelIndex, _before: QModelIndex) -> None:
        key = self._model.row(now).key
        if key:
            self.chosen.emit(key)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def fill(self, rows: Sequence[Row]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """The row of an index; one that is empty where there is none."""
        return self.rows[index.row()] if index.isValid() else Row("", "")

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt: how many."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Qt: the words of a row; all of them to whoever hears it."""
        row = self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (row.title, row.beneath, row.right)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: a heading is passed by."""
        return super().flags(index) if self.row(index).key else Qt.ItemFlag.NoItemFlags


class _Paint(QStyledItemDelegate):
    def __init__(self, rows: LedgerRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: every row is as high as the others."""
        return QSize(theme.px(200), theme.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: a row."""
        model = index.model()
        if not isinstance(model, _Model):
            return
        row, t = model.row(index), theme.tokens()
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.key:
            self._heading(painter, area, row)
            painter.restore()
            return
        painter.fillRect(area, QColor(t.accent_soft if chosen else t.raised))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inside = area.adjusted(SIDE, 6, -SIDE, -7)
        top = QRectF(inside.left(), inside.top(), inside.width(), inside.height() / 2)
        if not row.beneath:
            top.translate(0, inside.height() / 4)  # one line alone stands in the middle
        low = top.translated(0, inside.height() / 2)
        right = _line(painter, top, row.right, theme.font(14), t.notice if row.late else t.soft, at_right=True)
        _line(painter, top.adjusted(0, 0, -right - SIDE, 0), row.title, theme.font(17), t.ink)
        _line(painter, low, row.beneath, theme.font(14), theme.beneath(t) if chosen else t.soft)
        if chosen:
            painter.setPen(QPen(QColor(t.accent), 2 if self._rows.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -2.5), 6, 6)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRectF, row: Row) -> None:
        t = theme.tokens()
        painter.fillRect(area, QColor(t.raised))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inside = area.adjusted(SIDE, area.height() / 3, -SIDE, -4)
        right = _line(painter, inside, row.right, theme.font(14), t.soft, at_right=True)
        room = inside.adjusted(0, 0, -right - SIDE, 0)
        _line(painter, room, row.title, theme.font(16, bold=True), t.notice if row.late else t.ink)


def _line(painter: QPainter, room: QRectF, words: str, font: QFont, colour: str, *, at_right: bool = False) -> float:
    """One line of words, cut short where there is no room; how wide it is."""
    if not words:
        return 0.0
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(10, round(room.width())))
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
