"""What we can bring, where everybody sees it: the map above, and below within reach the question and its answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.domain.seen_assets import HOLDER, SORT, Held
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.asset_board import AssetBoard, AssetCommands
from workshop_app.ui.shared.asset_capture import AssetCapture
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.shared.touch_choice import TouchChoice
from workshop_app.ui.shared.veil import TALL, Veil
from workshop_app.words import translate

WIDTH, HEIGHT, TALL_WIDTH = 1366, 768, 720  # logical pixels of the smallest screen
LEAST, MOST = 0.8, 2.2


class AssetsSheet(Veil):
    """`show_assets` tells it what is on the map."""

    def __init__(self, host: QWidget, commands: AssetCommands) -> None:
        super().__init__(host, strength=255)
        self.setAccessibleName(translate("assets", "What can we bring?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = Words(translate("assets", "What can we bring?"), size=24, bold=True, middle=True)
        self._leave = TouchButton(translate("assets", "Done"), self.leave)
        self.board = AssetBoard(commands)
        self._order = order_choice(self.board.order_by)
        self.capture = AssetCapture(commands.add_asset)
        self._outer = QVBoxLayout(self)
        line = pieces.row(self._title, self._order, self._leave)
        line.setStretch(0, 1)
        self._bar = QWidget()
        self._bar.setLayout(line)
        self._outer.addWidget(self._bar)
        self._outer.addWidget(pieces.scroller(self.board), 1)
        self._outer.addWidget(self.capture)
        self.rise(self.capture.field)
        self._fit()

    def show_assets(self, held: Sequence[Held]) -> None:
        """Show what is on the map now."""
        self.board.show_assets(held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: everything grows with the screen."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not hasattr(self, "_outer"):
            return
        tall = self.height() > self.width() * TALL
        larger = self.width() / TALL_WIDTH if tall else min(self.width() / WIDTH, self.height() / HEIGHT)
        larger = min(MOST, max(LEAST, larger))
        if tall == (self._outer.indexOf(self._bar) == 0):  # the top of a tall panel is out of reach
            self._outer.removeWidget(self._bar)
            self._outer.insertWidget(1 if tall else 0, self._bar)
        side = round(28 * larger)
        self._outer.setContentsMargins(side, round(16 * larger), side, round(18 * larger))
        self._outer.setSpacing(round(12 * larger))
        self._title.set_size(24 * larger)
        for thing in (self._order, self._leave, self.board, self.capture):
            thing.enlarge(larger)


def order_choice(chosen: Callable[[str], object]) -> TouchChoice:
    """By what the map is in order."""
    options = (
        (HOLDER, translate("assets", "By who has it")),
        (SORT, translate("assets", "By what it is")),
    )
    return TouchChoice(options, chosen, name=translate("assets", "In order"))
