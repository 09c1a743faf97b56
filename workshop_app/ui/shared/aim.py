"""What a held card would go to, and how that is shown: a theme at once, a card after the hand has rested on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer

from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared import finding
from workshop_app.ui.shared.ring import AccentRing

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

LOOK_MS = 60  # so often a held card looks what lies below it: not at each move, and what it only passes is not shown


class Aim:
    """One hand's aim: the frame (`frame`) or else the loose card (`card`, "" for none) that it would let go on."""

    def __init__(self, view: "BoardView", *, pairs: bool = True) -> None:
        self._view, self._pairs = view, pairs
        self.frame: str | None = None
        self.card = ""
        self._at = QPointF()
        self._ring: AccentRing | None = None
        self._often = QTimer(view, interval=LOOK_MS)
        self._often.timeout.connect(self._look_again)
        if pairs:
            self._often.start()

    def look(self, at: QPointF, hand: QPointF | None = None) -> None:
        """A card is held with its corner at `at`, by a hand at `hand`."""
        self._at = at
        frame = finding.frame_for(self._view, at, hand)
        if frame != self.frame:
            self.frame = frame
            self._view.board.mark_target(frame, by=self)

    def look_below(self) -> str:
        """The loose card that what is held would go together with if it was let go now, "" for none."""
        loose = self._pairs and self.frame is None and self._view.lens is Lens.THEMES
        self.card = self._view.nearby.covered(self._at.x(), self._at.y(), self.card) if loose else ""
        return self.card

    def show_now(self) -> None:
        """Outline the card that it is held over, if it is over one."""
        item = self._view.board.cards.get(self.look_below())
        if item is None:
            if self._ring is not None:
                self._ring.hide()
            return
        ring = self._ring = self._ring or self._made()
        ring.setPos(item.home)
        ring.show()

    @property
    def shown(self) -> bool:
        """Whether a card is outlined."""
        return self._ring is not None and self._ring.isVisible()

    def _look_again(self) -> None:
        """Show the card below once it was below at two looks in a row."""
        before = self.card
        if self.look_below() == before or not self.card:
            self.show_now()
        elif self._ring is not None:
            self._ring.hide()

    def _made(self) -> AccentRing:
        ring = AccentRing(apart=6, wide=4, height=4)
        self._view.board.addItem(ring)
        return ring

    def away(self) -> None:
        """Leave nothing on the scene."""
        self._often.deleteLater()
        self._often.stop()
        if self._ring is not None:
            self._view.board.removeItem(self._ring)
            self._ring = None
        if self.frame is not None:
            self.frame = None
            self._view.board.mark_target(None, by=self)
