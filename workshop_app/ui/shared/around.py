"""What can be done around a board and with all of it: offered by whoever shows it, wished for by its menu or by a key.

The board itself knows none of it but its lenses, so that what an adult does comes from the adult's side.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from workshop_app.domain import lenses
from workshop_app.domain.lenses import Lens
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do, or with `inside` a menu of things; without words it has a key alone.

    `is_on` says whether it is on now, of what is on or off; `is_free` whether it can be done now. One that `comes` is
    not in the menu while it can't be done: it speaks of what is seldom there, and a small screen has little room.
    """

    words: str
    do: Callable[[], object] = lambda: None
    key: Qt.Key | None = None
    control: bool = False  # its key is pressed with Ctrl
    is_on: Callable[[], bool] | None = None
    is_free: Callable[[], bool] = lambda: True
    inside: tuple["Offer", ...] = ()
    comes: bool = False


class Around:
    """All that is offered around a board."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._first: list[Offer] = [_lenses(view)]
        self._more: list[Offer] = []

    def offer(self, *offers: Offer) -> None:
        """Offer ways to look at the board: they come first in its menu."""
        self._first.extend(offers)

    def offer_more(self, *offers: Offer) -> None:
        """Offer what is wanted now and then; whoever comes later stands nearer to the board, and its offers first."""
        self._more[:0] = offers

    def fill_first(self, menu: QMenu) -> None:
        """An entry for each way to look at the board."""
        _fill(menu, self._first)

    def fill_more(self, menu: QMenu) -> None:
        """An entry for each thing that is wanted now and then."""
        _fill(menu, self._more)

    def press(self, event: QKeyEvent, *, carrying: bool = False) -> bool:
        """Take a key; False if it is for none of these. While something is carried nothing else is begun."""
        held = event.modifiers() & _HELD
        control = held == Qt.KeyboardModifier.ControlModifier
        if held and not control:
            return False
        key = Qt.Key(event.key())
        wanted = next((one for one in self._all() if one.key == key and one.control == control), None)
        if wanted is None:
            return False
        if carrying:
            self._view.announce(translate("board", "Let go of the card first."))
        elif wanted.is_free():
            wanted.do()
        return True

    def _all(self) -> Iterator[Offer]:
        for one in (*self._first, *self._more):
            yield from one.inside or (one,)


def _fill(menu: QMenu, offers: Iterable[Offer]) -> None:
    for one in offers:
        if not one.words or (one.comes and not one.is_free()):
            continue
        if one.inside:
            within = menu.addMenu(one.words)
            within.setEnabled(one.is_free())
            _fill(within, one.inside)
            continue
        action = menu.addAction(one.words)
        action.setEnabled(one.is_free())
        if one.is_on is not None:
            action.setCheckable(True)
            action.setChecked(one.is_on())
        action.triggered.connect(lambda _checked=False, do=one.do: do())


def _lenses(view: "BoardView") -> Offer:
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
    return Offer(translate("board", "Look at"), inside=tuple(map(partial(_lens, view), Lens, keys)))


def _lens(view: "BoardView", lens: Lens, key: Qt.Key) -> Offer:
    return Offer(lenses.name(lens), partial(view.lens_wanted.emit, lens), key, is_on=lambda: view.lens is lens)
