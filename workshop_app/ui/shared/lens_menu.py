"""Where a card can go by taps alone while the board is not looked at by its themes: the columns, or corners."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workshop_app.domain import lenses
from workshop_app.domain.lenses import Lens, Weight
from workshop_app.ui.shared import dropping
from workshop_app.ui.shared.bare_menu import add, plain
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

LOW, HIGH = 0.25, 0.75  # the middles of the plane's corners
CORNERS = {"0": (HIGH, LOW), "1": (HIGH, HIGH), "2": (LOW, LOW), "3": (LOW, HIGH)}  # (reach, effort)


def add_targets(menu: QMenu, view: "BoardView", ids: Sequence[str]) -> None:
    """An entry for each place where the lens that is on can lay these cards."""
    cards = [view.board.cards[card_id].card for card_id in ids]
    for frame_id, item in view.board.frames.items():
        if view.lens is Lens.REACH:
            add(menu, plain(item.frame.name), partial(_weigh, view, ids, Weight(*CORNERS[frame_id])))
        else:
            away = any(lenses.column_of(view.lens, card, view.board.frames) != frame_id for card in cards)
            add(menu, plain(item.frame.name), partial(dropping.to_column, view, cards, frame_id), on=away)
    if view.lens is Lens.REACH:
        weighed = any(card.reach is not None for card in cards)
        add(menu, translate("board", "Not weighed yet"), partial(_put_back, view, ids), on=weighed)


def _weigh(view: "BoardView", ids: Sequence[str], corner: Weight) -> None:
    view.commands.weigh(tuple(dropping.weights(view, ids, corner)))


def _put_back(view: "BoardView", ids: Sequence[str]) -> None:
    view.commands.weigh(tuple((card_id, None, None) for card_id in ids))
