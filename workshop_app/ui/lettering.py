"""Text as the app paints it itself: broken into lines at a calm line height, never as markup.

Andika's own line spacing is made for reading books (1.6); on cards and in prompts lines belong closer together.
"""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.ui import theme

LEADING = 1.24
WIDTHS_KEPT = 8  # of each paragraph


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken for a width: the lines from top to bottom, each `step` pixels below the last."""

    lines: tuple[str, ...]
    step: float
    ascent: float
    whole: bool  # nothing was left out
    leftward: tuple[bool, ...] = ()  # the lines of a script that runs from right to left; none, usually

    @property
    def height(self) -> float:
        """The height of all lines in pixels."""
        return len(self.lines) * self.step


def broken(text: str, font: QFont, width: float, most: int = 10_000, leading: float = LEADING) -> Lines:
    """Break `text` to `width` pixels, in lines `leading` times their size; past `most` it ends in an ellipsis."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    leftward: list[bool] = []
    for paragraph in text.splitlines() or [""]:
        more = _paragraph(paragraph, font, width)
        lines += more
        leftward += [runs_leftward(paragraph)] * len(more)
    whole = len(lines) <= most
    if not whole:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    step = font.pixelSize() * leading
    flags = tuple(leftward[: len(lines)]) if any(leftward) else ()
    return Lines(tuple(lines), step, (step + metrics.capHeight()) / 2, whole, flags)


def draw(painter: QPainter, lines: Lines, left: float, top: float, width: float = 0.0) -> None:
    """Paint lines in the painter's font and pen; those that run leftward end at the right of `width`."""
    if lines.leftward:
        _draw_both_ways(painter, lines, left, top, width)
        return
    for number, line in enumerate(lines.lines):
        painter.drawText(QPointF(left, top + number * lines.step + lines.ascent), line)


def runs_leftward(text: str) -> bool:
    """Whether a paragraph is written from right to left, as its first letter says."""
    if text.isascii():
        return False
    strong = (way for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _draw_both_ways(painter: QPainter, lines: Lines, left: float, top: float, width: float) -> None:
    before = painter.layoutDirection()
    metrics = QFontMetricsF(painter.font())
    for number, (line, leftward) in enumerate(zip(lines.lines, lines.leftward, strict=True)):
        way = Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(way)
        start = left + max(0.0, width - metrics.horizontalAdvance(line)) if leftward else left
        painter.drawText(QPointF(start, top + number * lines.step + lines.ascent), line)
    painter.setLayoutDirection(before)


def _paragraph(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    # QTextLayout counts UTF-16 units, Python code points: cut where Qt counted.
    units = text.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").rstrip())
    layout.endLayout()
    return lines or [""]


class Words(QWidget):
    """A paragraph in a size and colour of the theme, as high as its text needs."""

    def __init__(
        self,
        text: str = "",
        *,
        size: float = 16,
        bold: bool = False,
        colour: str = "ink",
        most: int = 10_000,
        middle: bool = False,
    ) -> None:
        super().__init__()
        self._middle = middle
        self.base_size = size  # as it was made, in logical pixels
        self._text, self._font, self._colour, self._most = text, theme.font(size, bold=bold), colour, most
        self._broken: dict[int, Lines] = {}  # by width: a layout asks for the same few again and again
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What it says."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._changed()

    @property
    def most(self) -> int:
        """The lines after which it ends in an ellipsis."""
        return self._most

    def set_most(self, most: int) -> None:
        """End in an ellipsis after so many lines."""
        if most != self._most:
            self._most = most
            self._changed()

    def set_size(self, size: float) -> None:
        """Say it in another size."""
        self._font.setPixelSize(round(theme.letters(size)))
        self._changed()

    def _changed(self) -> None:
        self._broken.clear()
        self.updateGeometry()
        self.update()

    def _lines(self, width: int) -> Lines:
        if width not in self._broken:
            if len(self._broken) == WIDTHS_KEPT:
                self._broken.clear()
            self._broken[width] = broken(self._text, self._font, width, self._most)
        return self._broken[width]

    def hasHeightForWidth(self) -> bool:
        """Qt: the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: the height for a width."""
        return round(self._lines(max(1, width)).height) + 2

    def sizeHint(self) -> QSize:
        """Qt: as wide as the text in one line, up to a comfortable measure."""
        natural = max(
            (QFontMetricsF(self._font).horizontalAdvance(line) for line in self._text.splitlines()), default=0
        )
        width = min(theme.px(620), round(natural) + 2)
        return QSize(width, self.heightForWidth(max(self.width(), width) if self.width() > 40 else width))

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow is fine, the text breaks."""
        return QSize(60, round(self._font.pixelSize() * LEADING))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: paint the lines."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(QColor(getattr(theme.tokens(), self._colour)))
        area: QRect = self.rect()
        lines = self._lines(max(1, area.width()))
        down = max(0.0, (area.height() - lines.height) / 2) if self._middle else 0.0
        draw(painter, lines, area.left(), area.top() + down, area.width())
        painter.end()
