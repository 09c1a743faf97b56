"""The ring around the chosen card."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from workshop_app.domain import board
from workshop_app.ui import theme
from workshop_app.ui.shared.board_scene import CardItem


class Ring(QGraphicsPathItem):
    """Plain while the keyboard is on the board, thin and dashed while the card is only chosen."""

    def __init__(self) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(-4, -4, board.CARD_W + 8, board.CARD_H + 8), 9, 9)
        super().__init__(path)
        self.setZValue(5)

    def lie_around(self, item: CardItem | None) -> None:
        """Lie around a card, or be out of sight."""
        self.setVisible(item is not None)
        if item is not None:
            self.setPos(item.home)

    def tell(self, *, keyboard: bool) -> None:
        """Show whether the keyboard is here, in the colours now in force."""
        t = theme.tokens()
        self.setPen(QPen(QColor(t.accent), 3) if keyboard else QPen(QColor(t.soft), 1.5, Qt.PenStyle.DashLine))
