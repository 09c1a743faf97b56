"""Which loose card lies under a held one: found in a grid, however many cards there are."""

from workshop_app.domain.board import CARD_H, CARD_W, Layout
from workshop_app.ui.shared.board_scene import HELD, BoardScene

COVERS = 0.5  # more than so much of a card is covered: the one in the hand is meant for it
STAYS = 0.38  # and it stays meant for it until less than so much is: a hand that trembles changes nothing
REACH_X, REACH_Y = CARD_W * (1 - STAYS), CARD_H * (1 - STAYS)  # no card farther off can be covered so far


class Nearby:
    """The loose cards of a scene by where they lie. Made anew when they were laid out anew, and only then."""

    def __init__(self, scene: BoardScene) -> None:
        self._scene = scene
        self._made_for: Layout | None = None
        self._cells: dict[tuple[int, int], list[str]] = {}

    def covered(self, x: float, y: float, now: str = "") -> str:
        """The loose card that a card with its corner at (x, y) covers most, "" for none.

        `now` is the one that was covered before.
        """
        if self._made_for is not self._scene.layout:
            self._fill()
        best, most = "", 0.0
        left, right = int((x - REACH_X) // CARD_W), int((x + REACH_X) // CARD_W)
        top, bottom = int((y - REACH_Y) // CARD_H), int((y + REACH_Y) // CARD_H)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                for card_id in self._cells.get((column, row), ()):
                    share = self._share(card_id, x, y)
                    if share > most and share > (STAYS if card_id == now else COVERS):
                        best, most = card_id, share
        return best

    def _share(self, card_id: str, x: float, y: float) -> float:
        item = self._scene.cards.get(card_id)
        if item is None or item.scale_made == HELD:
            return 0.0
        left, top = self._scene.layout.cards[card_id]
        across, down = CARD_W - abs(left - x), CARD_H - abs(top - y)
        return across * down / (CARD_W * CARD_H) if across > 0 and down > 0 else 0.0

    def _fill(self) -> None:
        layout = self._made_for = self._scene.layout
        self._cells = {}
        for card_id, item in self._scene.cards.items():
            if item.card.theme_id not in self._scene.themes:
                x, y = layout.cards[card_id]
                self._cells.setdefault((int(x // CARD_W), int(y // CARD_H)), []).append(card_id)
