"""Where a card can go by taps alone while the board is not looked at by its themes: the columns, or corners."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workshop_app.domain import lenses
from workshop_app.domain.lenses import Lens
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

LOW, HIGH = 0.25, 0.75  # the middles of the plane's corners
CORNERS = {"0": (HIGH, LOW), "1": (HIGH, HIGH), "2": (LOW, LOW), "3": (LOW, HIGH)}  # (reach, effort)


def add_targets(menu: QMenu, view: "BoardView", card_id: str) -> None:
    """An entry for each place where the lens that is on can lay a card."""
    card = view.board.cards[card_id].card
    for item in view.board.frames.values():
        action = menu.addAction(item.frame.name.replace("&", "&&"))
        if view.lens is Lens.REACH:
            action.triggered.connect(partial(_weigh, view, card_id, *CORNERS[item.frame.id]))
            continue
        action.setEnabled(item.frame.id != lenses.column_of(view.lens, card, view.board.frames))
        action.triggered.connect(partial(_to_column, view, card_id, item.frame.id))
    if view.lens is Lens.REACH:
        back = menu.addAction(translate("board", "Not weighed yet"))
        back.setEnabled(card.reach is not None)
        back.triggered.connect(partial(_weigh, view, card_id, None, None))


def _to_column(view: "BoardView", card_id: str, column: str, _checked: bool = False) -> None:
    if view.lens is Lens.ASPECTS:
        view.commands.to_aspect(card_id, column)
    else:
        view.commands.to_stage(card_id, column)


def _weigh(view: "BoardView", card_id: str, reach: float | None, effort: float | None, _checked: bool = False) -> None:
    view.commands.weigh(card_id, reach, effort)
