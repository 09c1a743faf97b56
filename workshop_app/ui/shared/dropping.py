"""What it means to let a card go: through each lens it changes the one property that the lens shows."""

import math
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from workshop_app.domain import board, lenses
from workshop_app.domain.audience import Card
from workshop_app.domain.lenses import Lens, Weight

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView


def let_go(view: "BoardView", card: Card, at: QPointF, target: str | None) -> None:
    """Say that a card was let go with its top left corner at `at`, over the frame `target` if over one."""
    if view.lens is Lens.THEMES:
        _in_a_theme_or_loose(view, card, at, target)
    else:
        let_go_many(view, [card], at, target)


def let_go_many(view: "BoardView", cards: Sequence[Card], at: QPointF, target: str | None) -> None:
    """Say that several cards were let go in one hand: it is one step."""
    if view.lens is Lens.REACH:
        ids = [card.id for card in cards]
        start = lenses.weight_at(view.board.layout, at.x(), at.y())
        if start is None:
            view.commands.weigh(tuple((card_id, None, None) for card_id in ids))
        else:
            view.commands.weigh(tuple(weights(view, ids, start)))
        return
    if view.lens is not Lens.THEMES:
        to_column(view, cards, target)
        return
    moved = tuple(card.id for card in cards)
    if target is not None:
        others = [card.id for card in view.board.cards_of(target) if card.id not in moved]
        place = board.slot_at(view.board.layout.themes[target], *_middle(at), len(others))
        view.commands.gather(moved, target, others[place] if place < len(others) else None)
        return
    view.commands.lay_many(tuple(_block(view, cards, at)))


def out_of_themes(view: "BoardView", cards: Sequence[Card]) -> list[tuple[str, float, float]]:
    """A free spot for each card, on the ground of its own session."""
    taken = _beside(view, cards)
    found: list[tuple[str, float, float]] = []
    for card in cards:
        (spot,) = board.free_spots(taken[card.ground], 1)
        taken[card.ground].append(spot)
        found.append((card.id, *spot))
    return found


def lying(view: "BoardView", ground: str, but: Container[str]) -> list[tuple[float, float]]:
    """Where the loose cards lie on the ground of a session, all but some."""
    return [
        (item.card.x, item.card.y)
        for card_id, item in view.board.cards.items()
        if card_id not in but and item.card.ground == ground and item.card.theme_id not in view.board.themes
    ]


def _beside(view: "BoardView", cards: Sequence[Card]) -> dict[str, list[tuple[float, float]]]:
    """Where other loose cards lie, on each ground that these are of."""
    moved = {card.id for card in cards}
    return {ground: lying(view, ground, moved) for ground in {card.ground for card in cards}}


def _block(view: "BoardView", cards: Sequence[Card], at: QPointF) -> Iterator[tuple[str, float, float]]:
    """Places side by side from where the hand is, each on the ground of its own session, none on another card."""
    layout = view.board.layout
    across = max(1, math.ceil(math.sqrt(len(cards))))
    taken = _beside(view, cards)
    for number, card in enumerate(cards):
        others = taken[card.ground]
        row, column = divmod(number, across)
        x = max(0.0, at.x()) + column * board.PITCH_X
        y = max(0.0, at.y() - layout.ground_of(card.ground)) + row * board.PITCH_Y
        spot = board.near(others, x, _on_ground(view, others, y))
        others.append(spot)
        yield card.id, *spot


def _on_ground(view: "BoardView", others: Sequence[tuple[float, float]], y: float) -> float:
    """Where sessions lie below each other, a card stays on the ground of its own."""
    if len(view.board.layout.grounds) < 2:
        return y
    return min(y, max((spot[1] for spot in others), default=0.0) + board.PITCH_Y)


def _in_a_theme_or_loose(view: "BoardView", card: Card, at: QPointF, target: str | None) -> None:
    layout = view.board.layout
    if target is not None:
        others = [one.id for one in view.board.cards_of(target) if one.id != card.id]
        place = board.slot_at(layout.themes[target], *_middle(at), len(others))
        view.commands.put_in_theme(card.id, target, others[place] if place < len(others) else None)
        return
    beside = lying(view, card.ground, {card.id})
    y = _on_ground(view, beside, max(0.0, at.y() - layout.ground_of(card.ground)))
    view.commands.lay(card.id, *board.near(beside, min(max(0.0, at.x()), layout.width), y))


def to_column(view: "BoardView", cards: Sequence[Card], column: str | None) -> None:
    """Bring cards to a column of the lens, those that are not there yet."""
    moved = tuple(card.id for card in cards if lenses.column_of(view.lens, card, view.board.frames) != column)
    if not moved or column is None:
        return
    if view.lens is Lens.ASPECTS:
        view.commands.to_aspect(moved, column)
    else:
        view.commands.to_stage(moved, column)


def weights(view: "BoardView", ids: Sequence[str], start: Weight) -> list[tuple[str, float, float]]:
    """What each of these cards weighs around a spot of the plane: beside the others, not over them."""
    others = (item.card for item in view.board.cards.values() if item.card.id not in ids)
    weighed = [Weight(one.reach, one.effort) for one in others if one.reach is not None and one.effort is not None]
    found = lenses.weights(view.board.layout, weighed, start, len(ids))
    return [(card_id, one.reach, one.effort) for card_id, one in zip(ids, found, strict=True)]


def _middle(at: QPointF) -> tuple[float, float]:
    return at.x() + board.CARD_W / 2, at.y() + board.CARD_H / 2
