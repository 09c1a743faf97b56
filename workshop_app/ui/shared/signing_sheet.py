"""Signing where everybody sees it: what the plan changes in large type, and a place for each within reach."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workshop_app.domain.seen_plan import Place, Signers
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.sign_place import SignPlace
from workshop_app.ui.shared.sign_sheet import SignSheet
from workshop_app.ui.shared.signature_pad import Point
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.shared.veil import TALL, Veil
from workshop_app.words import translate

WIDTH, HEIGHT, TALL_WIDTH = 1366, 768, 720  # logical pixels of the smallest screen
LEAST, MOST = 0.8, 2.4
_PLACE = 270  # logical pixels across that a place wants


class SigningCommands(Protocol):
    """What is done where a plan is signed."""

    def sign(self, person_id: str, strokes: Sequence[Sequence[Point]], words: str) -> bool:
        """Somebody agrees; False if it can't be taken."""

    def mark_absent(self, person_id: str) -> None:
        """Somebody is not here to sign."""


class SigningSheet(Veil):
    """`show_signers` tells it who has signed, and again whenever that changes. What was signed stays as it is."""

    def __init__(self, host: QWidget, title: str, change: str, commands: SigningCommands) -> None:
        super().__init__(host, strength=255)
        self.setAccessibleName(translate("signing", "The plan to be signed"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._commands = commands
        self._signers: Signers | None = None
        self._laid: object = None
        self._title = Words(title, size=18, colour="soft")
        self._change = Words(change, size=30, bold=True)
        self._said = Words(size=18, colour="soft", middle=True)
        self._leave = TouchButton(translate("signing", "Done"), self.leave)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        places = QWidget()
        places.setLayout(self._grid)
        self._area = pieces.scroller(places)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._title)
        self._outer.addWidget(self._change)
        self._outer.addWidget(self._area, 1)
        line = pieces.row(self._said, self._leave)
        line.setStretch(0, 1)
        self._outer.addLayout(line)
        self.rise(self)

    def show_signers(self, signers: Signers) -> None:
        """Show who has signed and who has yet to."""
        self._signers = signers
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: everything grows with the screen."""
        super().resizeEvent(event)
        self._lay()

    def larger(self) -> float:
        """How much larger than on the smallest screen everything is."""
        tall = self.height() > self.width() * TALL
        larger = self.width() / TALL_WIDTH if tall else min(self.width() / WIDTH, self.height() / HEIGHT)
        return min(MOST, max(LEAST, larger))

    def _lay(self) -> None:
        larger, signers = self.larger(), self._signers
        wanted = (signers, larger, self.width())
        if signers is None or wanted == self._laid:
            return
        self._laid = wanted
        side = round(40 * larger)
        self._outer.setContentsMargins(side, round(28 * larger), side, round(24 * larger))
        self._outer.setSpacing(round(10 * larger))
        self._title.set_size(18 * larger)
        self._change.set_size(30 * larger)
        self._said.set_size(18 * larger)
        self._leave.enlarge(larger)
        self._said.set_text(_said(signers))
        across = max(1, (self.width() - 2 * side) // theme.px(_PLACE * larger))
        pieces.clear(self._grid)
        self._grid.setSpacing(round(12 * larger))
        for number, place in enumerate(signers.places):
            card = SignPlace(place, larger)
            card.pressed.connect(self._press)
            self._grid.addWidget(card, 1 + number // across, number % across)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(0, 1)  # they lie below, within reach

    def _press(self, place: Place) -> None:
        if place.is_signed:
            return
        absent = None if place.post else (lambda: self._commands.mark_absent(place.key))
        SignSheet(
            self,
            place.name,
            lambda strokes, words: self._commands.sign(place.key, strokes, words),
            absent,
            min(1.8, self.larger()),
        )


def _said(signers: Signers) -> str:
    said = translate("signing", "Signed by {n}", n=signers.count)
    if not signers.count:
        said = translate("signing", "Nobody has signed yet")
    if signers.absent:
        said = translate("signing", "{signed} · absent: {names}", signed=said, names=", ".join(signers.absent))
    return said
