"""The cards in view are drawn in just the size they are seen in; what takes long goes on between other events."""

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from workshop_app.ui.shared.board_scene import HELD, PAD, CardItem

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

MANY = 300  # beyond so many cards, those out of view keep no pixmap
AT_ONCE = 0.005  # seconds of rendering before the window breathes again
FEW = 60  # so many cards are drawn sharp at each step of a zoom; more are stretched until it comes to rest


class Sharp:
    """Renders what a view shows."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._late: list[CardItem] = []  # in view and not sharp
        self._painted: set[CardItem] = set()  # those that have a pixmap, and some that have none any more
        self._soon = QTimer(view, singleShot=True, interval=60)
        self._soon.timeout.connect(self.look)
        self._next = QTimer(view, singleShot=True, interval=0)
        self._next.timeout.connect(self._render_late)

    @property
    def is_done(self) -> bool:
        """Whether nothing waits to be drawn."""
        return not (self._soon.isActive() or self._next.isActive())

    @property
    def is_coming(self) -> bool:
        """Whether another look follows when the board comes to rest."""
        return self._soon.isActive()

    def soon(self) -> None:
        """Look once the board comes to rest."""
        self._soon.start()

    def look(self, *, zooming: bool = False) -> None:
        """Render the cards in view that are not sharp; while zooming, and where they are many, only those with nothing.

        Cards that went out of view keep no pixmap on a large board.
        """
        view = self._view
        if not view.isVisible():
            return  # another page is up, or the size is not known yet: it will be looked at when it is shown
        scale = view.sharpness
        view.board.face_down.stack.render(scale)
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        visible = view.board.in_rect(seen.adjusted(-PAD, -seen.height() / 3, PAD, seen.height() / 3))
        self._late = [item for item in visible if item.scale_made not in (scale, HELD)]
        if zooming and len(self._late) > FEW:
            self._late = [item for item in self._late if item.pixmap().isNull()]
        self._late.reverse()  # they are taken from its end
        keep = set(visible)
        if len(view.board.cards) > MANY:
            for item in self._painted - keep:
                if item.scale_made != HELD:
                    item.let_go()
            self._painted = keep
        else:
            self._painted |= keep
        self._render_late()

    def _render_late(self) -> None:
        scale, until = self._view.sharpness, perf_counter() + AT_ONCE
        while self._late:
            item = self._late.pop()
            if item.scale_made not in (scale, HELD):
                item.render(scale)
                if perf_counter() > until:
                    break
        if self._late:
            self._next.start()
        else:
            self._next.stop()
