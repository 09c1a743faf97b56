"""What is close to a card, or could belong together on the board: found in its words, and put together if wanted.

Only what lies on this board is compared. A suggestion does nothing by itself.
"""

from functools import partial

from workshop_app.domain.audience import Alike, AlikeGroup, Card
from workshop_app.facilitation.similar import Likeness
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.alike_sheet import AlikeSheet, TogetherSheet
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.cards import said_words
from workshop_app.ui.shared.holding import Holds

MOST_COMPARED = 3000  # the latest ones: of more, comparing would be felt


def show_alike(desk: Desk, view: BoardView, card_id: str = "") -> None:
    """Open the sheet for one card, or for the whole board with ""."""
    cards = {key: item.card for key, item in view.board.cards.items()}
    if not card_id:
        loose = [key for key, card in cards.items() if card.theme_id not in view.board.themes]
        compared = {key: cards[key] for key in loose[-MOST_COMPARED:]}
        groups = Likeness(_said(compared)).groups(compared)
        found = tuple(
            AlikeGroup(tuple((key, said_words(cards[key])) for key in group.ids), group.words) for group in groups
        )
        together = TogetherSheet(view.window(), found, view.commands.start_theme)
        view.lock.keep(together)
        Holds(view, together, [key for group in groups for key in group.ids])
    elif card_id in cards:
        compared = dict([*list(cards.items())[-MOST_COMPARED:], (card_id, cards[card_id])])
        near = Likeness(_said(compared)).near(card_id)
        close = tuple(Alike(one.id, said_words(cards[one.id]), one.words) for one in near)
        put = partial(_put, view, card_id)
        sheet = AlikeSheet(view.window(), said_words(cards[card_id]), close, put)
        view.lock.keep(sheet)
        Holds(view, sheet, [card_id, *(one.id for one in near)])


def _said(cards: dict[str, Card]) -> list[tuple[str, str]]:
    return [(key, f"{card.text} {card.translation}") for key, card in cards.items()]


def _put(view: BoardView, card_id: str, other_id: str) -> bool:
    """Put a card together with another: in the theme that one of them is in, the other's first, or in a new one."""
    themes, cards = view.board.themes, view.board.cards
    if card_id not in cards or other_id not in cards:
        return False  # taken off the board meanwhile
    one, other = cards[card_id].card, cards[other_id].card
    if other.theme_id in themes:
        return view.commands.gather((card_id,), other.theme_id or "", None)
    if one.theme_id in themes:
        return view.commands.gather((other_id,), one.theme_id or "", None)
    return view.commands.start_theme((card_id, other_id))
