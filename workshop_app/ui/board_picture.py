"""The whole board as a picture, painted as the board paints itself, in its light look."""

import math
from time import perf_counter

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from workshop_app.domain import audience
from workshop_app.domain.audience import BoardSeen
from workshop_app.domain.lenses import Lens
from workshop_app.domain.programme import Programme
from workshop_app.ui import theme
from workshop_app.ui.shared import cards
from workshop_app.ui.shared.board_scene import BoardScene
from workshop_app.ui.theme import Look

LEAST_W = 2400  # pixels
SHARP = 2.0  # pixels a board unit, where that does not get too large
USUAL, MOST = 36e6, 60e6  # pixels in all: of a large board, and of one that would not reach the least width otherwise
MOST_SIDE = 30_000


class BoardPicture:
    """A picture in the making. It is painted in steps, so that the window can breathe between them."""

    def __init__(self, seen: BoardSeen, lens: Lens = Lens.THEMES, *, by_role: bool = False) -> None:
        self._by_role = by_role
        scene = BoardScene()
        scene.still = True
        scene.look_through(lens)
        with theme.wearing(Look.LIGHT):
            scene.show_board(seen)
            area = scene.sceneRect()
            self.scale = scale_for(area.width(), area.height())
            width, height = max(1, round(area.width() * self.scale)), max(1, round(area.height() * self.scale))
            self.image = QImage(width, height, QImage.Format.Format_RGB32)
            self.image.fill(QColor(theme.tokens().board))
            painter = QPainter(self.image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scene.render(painter, QRectF(0, 0, width, height), area)  # frames and names: no card has a pixmap yet
            painter.end()
        spots = scene.layout.cards
        self._waiting = [(card, QPointF(*spots[card.id]) - area.topLeft()) for card in reversed(seen.cards)]

    def paint(self, seconds: float = math.inf) -> bool:
        """Paint cards for about so long; whether all are there."""
        until = perf_counter() + seconds
        with theme.wearing(Look.LIGHT):
            painter = QPainter(self.image)
            while self._waiting and perf_counter() < until:
                card, spot = self._waiting.pop()
                corner = (spot - QPointF(cards.SHADOW, cards.SHADOW)) * self.scale
                pixmap = cards.paint(card, self.scale, by_role=self._by_role)
                painter.drawPixmap(round(corner.x()), round(corner.y()), pixmap)
            painter.end()
        return not self._waiting

    def png(self) -> bytes:
        """The picture as a file. It takes a while, and may be done beside the window's own thread."""
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self.image)
        return bytes(held.data())


def scale_for(width: float, height: float) -> float:
    """Pixels a board unit for a board of this size: sharp, wide enough, and never more than memory bears."""
    usual = min(SHARP, math.sqrt(USUAL / (width * height)))
    return min(max(usual, LEAST_W / width), math.sqrt(MOST / (width * height)), MOST_SIDE / max(width, height))


def of(programme: Programme) -> bytes:
    """The picture of a programme's whole board at once, for a command that has no window."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["workshop-app"])
    theme.apply(app, Look.LIGHT)
    made = BoardPicture(audience.board_of(programme))
    made.paint()
    return made.png()
