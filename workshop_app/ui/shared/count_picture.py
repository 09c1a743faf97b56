"""A picture of counts, painted: a circle with its number in each place, larger for more. Never a share, never a line.

It reads in grey as well: what comes from others is an open circle, and none is a dot.
"""

from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.domain.count_chart import Cell, CountChart, Row
from workshop_app.ui import lettering, theme
from workshop_app.ui.lettering import Lines
from workshop_app.ui.shared import symbols

LABEL, SYMBOL, ROW, AIR = 168, 34, 52, 8  # logical pixels at 100 %
LEAST_R, MOST_R = 13.0, 22.0
WORDS, SMALL = 15, 13.5
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
NARROW = 0.36  # of the width at most, for the words of the rows


class CountPicture(QWidget):
    """It shows one chart, as high as that needs. `larger` than at the laptop by a factor."""

    def __init__(self, chart: CountChart | None = None, larger: float = 1.0) -> None:
        super().__init__()
        self._chart: CountChart | None = None
        self._larger = larger
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if chart is not None:
            self.show_chart(chart)

    def show_chart(self, chart: CountChart) -> None:
        """Show a chart; its values are read out as sentences."""
        self._chart = chart
        self.setAccessibleName(" ".join((chart.title, *chart.said)))
        self.updateGeometry()
        self.update()

    def enlarge(self, larger: float) -> None:
        """A larger screen has larger type."""
        self._larger = larger
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt: words above the columns break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: the head and the rows."""
        if self._chart is None or not self._chart.rows:
            return 0
        return round(self._head(width)[0] + sum(self._high(row, width) for row in self._chart.rows)) + 2

    def sizeHint(self) -> QSize:
        """Qt: as wide as there is room."""
        width = max(self.width(), theme.px(360))
        return QSize(theme.px(560), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Qt: words break, circles stay."""
        columns = len(self._chart.columns) if self._chart is not None else 1
        return QSize(round(120 + columns * 2 * LEAST_R), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the chart."""
        chart = self._chart
        if chart is None or not chart.rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head, words = self._head(self.width())
        self._paint_head(painter, head, words)
        most = max(1, *(cell.number for row in chart.rows for cell in row.cells))
        top = head
        for row in chart.rows:
            high = self._high(row, self.width())
            self._paint_row(painter, row, top, high, most)
            top += high
        painter.end()

    # Where things lie

    def _is_stacked(self, width: int) -> bool:
        """Whether the words of a row stand above it: beside it, columns would be narrower than their words."""
        if self._chart is None:
            return False
        metrics = QFontMetricsF(theme.font(SMALL * self._larger))
        widest = max(metrics.horizontalAdvance(word) for one in self._chart.columns for word in one.words.split())
        beside = min(theme.px(LABEL * self._larger), width * NARROW)
        return (width - beside) / len(self._chart.columns) < widest + 4

    def _label(self, width: int) -> float:
        return 0.0 if self._is_stacked(width) else min(theme.px(LABEL * self._larger), width * NARROW)

    def _column(self, width: int) -> float:
        columns = len(self._chart.columns) if self._chart is not None else 1
        return (width - self._label(width)) / columns

    def _head(self, width: int) -> tuple[float, list[Lines]]:
        """The height of what stands above the columns, and their words."""
        if self._chart is None:
            return 0.0, []
        font = theme.font(SMALL * self._larger)
        room = max(20.0, self._column(width) - 2)
        words = [lettering.broken(one.words, font, room) for one in self._chart.columns]
        symbol = any(one.symbol for one in self._chart.columns) * (SYMBOL * self._larger + 4)
        return symbol + max(one.height for one in words) + AIR, words

    def _row_words(self, row: Row, width: int) -> tuple[Lines, Lines]:
        room = max(40.0, (self._label(width) or width) - AIR)
        name = lettering.broken(row.words, theme.font(WORDS * self._larger), room)
        return name, lettering.broken(row.when, theme.font(SMALL * self._larger), room)

    def _words_high(self, row: Row, width: int) -> float:
        name, when = self._row_words(row, width)
        return name.height + (when.height if row.when else 0)

    def _high(self, row: Row, width: int) -> float:
        words, circles = self._words_high(row, width), theme.tall(ROW * self._larger, SMALL)
        return words + AIR + circles if self._is_stacked(width) else max(circles, words + 2 * AIR)

    # How they are painted

    def _paint_head(self, painter: QPainter, head: float, words: list[Lines]) -> None:
        chart, t = self._chart, theme.tokens()
        if chart is None:
            return
        wide, left = self._column(self.width()), self._label(self.width())
        size = SYMBOL * self._larger
        painter.setFont(theme.font(SMALL * self._larger))
        for number, (column, lines) in enumerate(zip(chart.columns, words, strict=True)):
            middle, top = left + (number + 0.5) * wide, 0.0
            if column.symbol:
                symbols.paint(painter, column.symbol, QRectF(middle - size / 2, 0, size, size), QColor(t.ink))
                top = size + 4
            painter.setPen(QColor(t.soft))
            for place, line in enumerate(lines.lines):
                spot = QRectF(middle - wide / 2, top + place * lines.step, wide, lines.step)
                painter.drawText(spot, _IN_THE_MIDDLE, line)

    def _paint_row(self, painter: QPainter, row: Row, top: float, high: float, most: int) -> None:
        t, width = theme.tokens(), self.width()
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(QPointF(0, top), QPointF(width, top))
        name, when = self._row_words(row, width)
        words = self._words_high(row, width)
        stacked = self._is_stacked(width)
        start = top + (AIR if stacked else (high - words) / 2)
        painter.setFont(theme.font(WORDS * self._larger))
        painter.setPen(QColor(t.ink))
        lettering.draw(painter, name, 0, start, self._label(width) or width)
        if row.when:
            painter.setFont(theme.font(SMALL * self._larger))
            painter.setPen(QColor(t.soft))
            lettering.draw(painter, when, 0, start + name.height, self._label(width) or width)
        left, above = self._label(width), words + AIR if stacked else 0.0
        for cell in row.cells:
            wide = self._column(width) * cell.across
            box = QRectF(left, top + above, wide, high - above)
            self._paint_cell(painter, cell, box, most, other=row.other)
            left += wide

    def _paint_cell(self, painter: QPainter, cell: Cell, box: QRectF, most: int, *, other: bool) -> None:
        t = theme.tokens()
        middle = box.center()
        if cell.across > 1:  # a bracket says that they stand together
            painter.setPen(QPen(QColor(t.soft), 1.2))
            painter.drawLine(QPointF(box.left() + 14, middle.y()), QPointF(box.right() - 14, middle.y()))
        if cell.number == 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.soft))
            painter.drawEllipse(middle, 2.5 * self._larger, 2.5 * self._larger)
            return
        room = min(self._column(self.width()), box.height()) / 2 - 2
        radius = min(room, (LEAST_R + (MOST_R - LEAST_R) * sqrt(cell.number / most)) * self._scale())
        painter.setPen(QPen(QColor(t.accent), 2))
        painter.setBrush(QColor(t.raised if other else t.accent))
        painter.drawEllipse(middle, radius, radius)
        painter.setFont(theme.font(WORDS * self._larger, bold=True))
        painter.setPen(QColor(t.ink if other else t.on_accent))
        spot = QRectF(middle.x() - 40, middle.y() - 20, 80, 40)
        painter.drawText(spot, _IN_THE_MIDDLE, str(cell.number))
        if cell.words:
            painter.setFont(theme.font(SMALL * self._larger))
            painter.setPen(QColor(t.soft))
            beside = QRectF(
                middle.x() + radius + 6, middle.y(), box.right() - middle.x() - radius - 6, box.height() / 2
            )
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, cell.words)

    def _scale(self) -> float:
        """Circles grow with the words in them, as far as their row has room."""
        return min(theme.scale(), 1.5) * self._larger
