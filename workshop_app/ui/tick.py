"""A box to tick that is seen in every look, and one whose words go on in the next line; Qt's own are neither."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from workshop_app.ui import theme
from workshop_app.ui.lettering import Words

MOST_LINES = 4
_TICK = ((0.24, 0.53), (0.43, 0.71), (0.77, 0.31))  # where the pen goes, in parts of the box


class TickBox(QCheckBox):
    """Qt draws the box in the shade of what lies behind it, which is no line at all where that is dark."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the words as ever, and the box in our colours above Qt's own."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        where = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        t, on = theme.tokens(), self.isChecked()
        edge = t.line if not self.isEnabled() else t.accent if on or self.hasFocus() else t.soft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(where).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(edge if on else t.raised))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            pen = QPen(QColor(t.on_accent), max(2.0, box.width() / 8))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in _TICK])
        painter.end()


class Tick(QWidget):
    """The words can be pressed like the box."""

    def __init__(self, text: str, *, on: bool) -> None:
        super().__init__()
        line = " ".join(text.split())
        self._box = TickBox()
        self._box.setAccessibleName(line)
        self._box.setChecked(on)
        self._box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        words = Words(line, size=17, most=MOST_LINES, middle=True)
        across = QHBoxLayout()  # also in large words: the box stays beside them
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._box, alignment=Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(words, 1)
        self.setLayout(across)
        self.setMinimumHeight(theme.TARGET_SMALL)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def on(self) -> bool:
        """Whether it is ticked."""
        return self._box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a press anywhere ticks."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.toggle()
