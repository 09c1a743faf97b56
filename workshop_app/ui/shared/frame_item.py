"""A theme's frame on the board's scene, or a column of another lens."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsSimpleTextItem

from workshop_app.domain import board
from workshop_app.domain.audience import ThemeFrame
from workshop_app.ui import theme
from workshop_app.words import translate


class FrameItem(QGraphicsPathItem):
    """A theme's frame with its name, painted by Qt itself."""

    def __init__(self, frame: ThemeFrame) -> None:
        super().__init__()
        self.frame = frame
        self.box = board.Box(0, 0, 0, 0)
        self._name = QGraphicsSimpleTextItem(self)
        self._name.setFont(theme.on_board(21, bold=True))
        self._more = QGraphicsSimpleTextItem(self)
        self._more.setFont(theme.on_board(15))
        self._mark = QGraphicsPathItem(self)
        self._shown: tuple[object, ...] = ()
        self.setZValue(0)

    def show_frame(self, frame: ThemeFrame, box: board.Box, *, target: bool = False) -> None:
        """Take its place; `target` while a card is held over it."""
        t = theme.tokens()
        shown = (frame, box, target, t.board)
        self.frame = frame
        if shown == self._shown:
            return  # most changes leave most frames as they are
        self._shown = shown
        if box != self.box:
            path = QPainterPath()
            path.addRoundedRect(QRectF(0, 0, box.w, box.h), 16, 16)
            self.setPath(path)
            self.setPos(box.x, box.y)
        self.box = box
        self._write(frame, box)
        self.setBrush(QBrush(QColor(t.accent_soft if target else t.raised)))
        pen = QPen(QColor(t.accent if target else t.line), 3 if target else 1.5)
        if not target:
            pen.setStyle(Qt.PenStyle.DashLine)
        self.setPen(pen)

    def _write(self, frame: ThemeFrame, box: board.Box) -> None:
        t = theme.tokens()
        self._more.setText(translate("board", "{n} elsewhere", n=frame.elsewhere) if frame.elsewhere else "")
        self._more.setBrush(QBrush(QColor(t.soft)))
        more = self._more.boundingRect().width()
        self._more.setPos(box.w - more - 16, 41 - self._more.boundingRect().height())
        left = 18.0
        path = QPainterPath()
        if frame.family:
            path.addRoundedRect(QRectF(0, 0, 12, 22), 4, 4)
            tint = t.families.get(frame.family, t.families[""])
            self._mark.setBrush(QColor(tint.edge))
            self._mark.setPen(QPen(Qt.PenStyle.NoPen))
            self._mark.setPos(18, 16)
            left += 22
        self._mark.setPath(path)
        metrics = QFontMetricsF(self._name.font())
        room = box.w - left - 18 - (more + 14 if frame.elsewhere else 0)
        self._name.setPos(left, 46 - metrics.height())
        named = frame.named
        words = frame.name if named else translate("board", "{name}: tap to name it", name=frame.name)
        self._name.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        self._name.setBrush(QBrush(QColor(t.ink if named else t.accent)))
