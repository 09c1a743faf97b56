"""What part of the board is in view: fitting, panning, coming nearer about a point, and finding a theme or a card.

The scene's rectangle holds all that lies on the board and a margin, and the view never leaves it: nothing can be lost
off the edge, however it is pushed.
"""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF

from workshop_app.domain import board
from workshop_app.domain.lenses import Lens
from workshop_app.ui import theme

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

LEAST_ZOOM, MOST_ZOOM = 0.05, 4.0
CALM = 0.94  # so much of the fitting size is near enough while things are moved about
ROOM = 24.0  # board units around what is looked at
NEAREST = 1.6  # no theme and no card is enlarged further than this by itself, in words of ordinary size
LEAST_OF_ALL = 0.5  # one can go back to where the whole board fills so much of the view, not to where it is a speck


class Sight:
    """The view's eyes."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        # "width", "all", "readable" (all of it, as long as that can be read), or "" once somebody chose a size.
        self.fitting = "width"
        self._readable = 0.0  # the least zoom in which cards can be read from where people are
        self._fitting_themes = "width"
        self._left_over = QPointF()

    def look_through(self, lens: Lens) -> None:
        """Through another lens all is seen at once; the themes are found again in the size that they were left in."""
        if self._readable:
            self.fitting = "all" if lens is Lens.REACH else "readable"  # half a plane tells nothing
        elif lens is Lens.THEMES:
            self.fitting = self._fitting_themes
        elif self.fitting != "all":
            self._fitting_themes, self.fitting = self.fitting, "all"

    def fit(self, *, calm: bool = False) -> None:
        """Fit the board into view; `calm` leaves what fits about well as it is, so that not every drop stirs it all."""
        area, room = self._view.sceneRect(), self._view.viewport().size()
        if not self.fitting or area.isEmpty() or room.width() < 10:
            return
        across, down = room.width() / area.width(), room.height() / area.height()
        nearest = NEAREST * theme.scale()
        whole = min(across, down, nearest)
        shows_all = self.fitting == "all" or (self.fitting == "readable" and whole >= self._readable)
        # Where not all of it can be read, as much as can be.
        wanted = whole if shows_all else min(across, self._readable if self.fitting == "readable" else nearest)
        if calm and wanted * CALM <= self._view.zoom <= wanted:
            return
        # Where it grows, it will grow on: leave some room for that.
        self._view.scale_to(wanted * (1 + CALM) / 2 if calm and shows_all else wanted)

    def keep_readable(self, zoom: float) -> None:
        """From now on show all of the board as long as that is no smaller than this, unless somebody chooses a size."""
        if not self._readable:
            self.fitting = "readable"
        self._readable = zoom
        self.take_room()
        if not self._view.is_busy:
            self.fit()

    def take_room(self) -> None:
        """The view has another size: so have the columns that are laid out for it."""
        room = self._view.viewport().size()
        widest = room.width() / self._readable if self._readable else math.inf
        self._view.board.take_room(room.width() / max(1, room.height()), widest)

    def within(self, zoom: float) -> float:
        """The zoom nearest to this one that is allowed."""
        return min(MOST_ZOOM, max(LEAST_ZOOM, zoom))

    def pan(self, by: QPointF) -> None:
        """Draw the board along by so many pixels, as far as there is board."""
        whole = by + self._left_over
        across, down = round(whole.x()), round(whole.y())
        self._left_over = QPointF(whole.x() - across, whole.y() - down)
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        for bar, step in zip(bars, (across, down), strict=True):
            if step:
                bar.setValue(bar.value() - step)

    def zoom_about(self, factor: float, at: QPointF) -> None:
        """Come nearer or go back; what is at a point of the viewport stays there, as far as there is board."""
        view = self._view
        spot = view.mapToScene(at.toPoint())
        self.fitting = ""
        view.scale_to(max(self.least_zoom(), view.zoom * factor) if factor < 1 else view.zoom * factor)
        self.pan(QPointF(at.toPoint() - view.mapFromScene(spot)))

    def least_zoom(self) -> float:
        """How far one can go back."""
        area, room = self._view.sceneRect(), self._view.viewport().size()
        if area.isEmpty():
            return 0.0
        return min(self._view.zoom, LEAST_OF_ALL * min(room.width() / area.width(), room.height() / area.height()))

    def theme(self, theme_id: str) -> bool:
        """Bring a frame into view, as large as it fits; False if it is not there."""
        box = self._view.board.layout.themes.get(theme_id)
        if box is None:
            return False
        self._see(QRectF(box.x, box.y, box.w, box.h))
        return True

    def card(self, card_id: str) -> bool:
        """Bring a card into view in the size to read in; False if it is not there."""
        spot = self._view.board.layout.cards.get(card_id)
        if spot is None:
            return False
        self._see(QRectF(*spot, board.CARD_W, board.CARD_H))
        return True

    def _see(self, area: QRectF) -> None:
        around = area.adjusted(-ROOM, -ROOM, ROOM, ROOM)
        room = self._view.viewport().size()
        wanted = min(room.width() / around.width(), room.height() / around.height(), NEAREST * theme.scale())
        self.fitting = ""
        self._view.scale_to(wanted)
        self._view.centerOn(area.center())

    def pan_by_keys(self, dx: int, dy: int) -> None:
        """A step of the keyboard: a fifth of what is in view."""
        room = self._view.viewport().size()
        self.pan(QPointF(QPoint(-dx * room.width() // 5, -dy * room.height() // 5)))
