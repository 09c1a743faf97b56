"""What it means to let a card go: through each lens it changes the one property that the lens shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from workshop_app.domain import board, lenses
from workshop_app.domain.audience import Card
from workshop_app.domain.lenses import Lens

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView


def let_go(view: "BoardView", card: Card, at: QPointF, target: str | None) -> None:
    """Say that a card was let go with its top left corner at `at`, over the frame `target` if over one."""
    if view.lens is Lens.THEMES:
        _in_a_theme_or_loose(view, card, at, target)
    elif view.lens is Lens.REACH:
        _weigh(view, card, at)
    elif target is not None and target != lenses.column_of(view.lens, card, view.board.frames):
        if view.lens is Lens.ASPECTS:
            view.commands.to_aspect(card.id, target)
        else:
            view.commands.to_stage(card.id, target)


def _in_a_theme_or_loose(view: "BoardView", card: Card, at: QPointF, target: str | None) -> None:
    layout = view.board.layout
    if target is not None:
        others = _others(view, target, card.id)
        place = board.slot_at(layout.themes[target], *_middle(at), len(others))
        view.commands.put_in_theme(card.id, target, others[place] if place < len(others) else None)
        return
    lying = view.lying(card.id)
    y = max(0.0, at.y() - layout.ground_of(card.ground))
    if len(layout.grounds) > 1:  # it stays on the ground of its own session
        y = min(y, max((spot[1] for spot in lying), default=0.0) + board.PITCH_Y)
    view.commands.lay(card.id, *board.near(lying, min(max(0.0, at.x()), layout.width), y))


def _weigh(view: "BoardView", card: Card, at: QPointF) -> None:
    weight = lenses.weight_at(view.board.layout, at.x(), at.y())
    if weight is not None:  # beside the others, not over them
        lying = [view.board.layout.cards[one.id] for one in _weighed(view) if one.id != card.id]
        weight = lenses.weight_at(view.board.layout, *board.near(lying, at.x(), at.y())) or weight
    if weight is None:
        view.commands.weigh(card.id, None, None)
    else:
        view.commands.weigh(card.id, weight.reach, weight.effort)


def _weighed(view: "BoardView") -> list[Card]:
    return [item.card for item in view.board.cards.values() if item.card.reach is not None]


def _others(view: "BoardView", theme_id: str, card_id: str) -> list[str]:
    own = [item.card for item in view.board.cards.values() if item.card.theme_id == theme_id]
    return [card.id for card in sorted(own, key=lambda card: (card.place, card.id)) if card.id != card_id]


def _middle(at: QPointF) -> tuple[float, float]:
    return at.x() + board.CARD_W / 2, at.y() + board.CARD_H / 2
