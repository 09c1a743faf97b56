"""The rings around what is chosen or aimed at: one shape, in the accent, for cards and for the frames of themes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem

from workshop_app.domain import board
from workshop_app.ui import theme
from workshop_app.ui.shared.board_scene import CardItem

CARD_ROUND, FRAME_ROUND = 5.0, 15.0  # board units: the corners of what a ring lies around


class AccentRing(QGraphicsPathItem):
    """A ring `apart` from what it lies around, `wide` as a line (board units); around a card until told otherwise."""

    def __init__(
        self, *, apart: float = 4.0, wide: float = 3.0, height: float = 0.0, parent: QGraphicsItem | None = None
    ) -> None:
        super().__init__(parent)
        self._apart, self._wide = apart, wide
        self.setZValue(height)
        self._go_round(QRectF(0, 0, board.CARD_W, board.CARD_H), CARD_ROUND)
        self.recolour()

    def recolour(self) -> None:
        """Take the accent now in force."""
        self.setPen(QPen(QColor(theme.tokens().accent), self._wide))

    def lie_around_frame(self, box: board.Box) -> None:
        """Lie around a theme's frame, and be seen."""
        self._go_round(QRectF(0, 0, box.w, box.h), FRAME_ROUND)
        self.setPos(QPointF(box.x, box.y))
        self.recolour()
        self.show()

    def _go_round(self, inside: QRectF, corner: float) -> None:
        by = self._apart
        path = QPainterPath()
        path.addRoundedRect(inside.adjusted(-by, -by, by, by), corner + by, corner + by)
        self.setPath(path)


class Ring(AccentRing):
    """Around the card that the keyboard is on: thin and dashed while the keyboard is elsewhere."""

    def __init__(self) -> None:
        super().__init__(height=5)

    def lie_around(self, item: CardItem | None) -> None:
        """Lie around a card, or be out of sight."""
        self.setVisible(item is not None)
        if item is not None:
            self.setPos(item.home)

    def tell(self, *, keyboard: bool) -> None:
        """Show whether the keyboard is here, in the colours now in force."""
        if keyboard:
            self.recolour()
        else:
            self.setPen(QPen(QColor(theme.tokens().soft), 1.5, Qt.PenStyle.DashLine))
