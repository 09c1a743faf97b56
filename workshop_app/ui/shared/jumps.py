"""Ways through the board by keys: to the next card in a direction, to either end, to the next theme; and help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from workshop_app.ui.shared import groups, idea_words
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView


def press(view: "BoardView", event: QKeyEvent, *, carrying: bool) -> bool:
    """Take a key; False if it means nothing here. While a card is carried only help is given."""
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_F1 or event.text() == "?":
        from workshop_app.ui.shared.keys_sheet import KeysSheet

        KeysSheet(view.window())
        return True
    if key not in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_T, Qt.Key.Key_F2):
        return False
    if carrying:
        view.announce(translate("board", "Let go of the card first."))
    elif key == Qt.Key.Key_T:
        to_theme(view, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
    elif key == Qt.Key.Key_F2:
        rename(view)
    else:
        to_end(view, last=key == Qt.Key.Key_End)
    return True


def to_end(view: "BoardView", *, last: bool) -> None:
    """Choose the first card as the board is read, or the last."""
    read = [card_id for own in groups.members(view.board).values() for card_id in own]
    if read:
        view.choose(read[-1 if last else 0], follow=True)


def to_theme(view: "BoardView", step: int) -> None:
    """Choose the first card of the next theme, or of the last one before; those with nothing in them are named."""
    members = groups.members(view.board)
    ids = [group_id for group_id, own in members.items() if own]
    if not ids:
        return
    chosen = view.board.cards.get(view.chosen_id)
    here = groups.of_card(view.board, chosen.card) if chosen is not None else None
    to = ids[(ids.index(here) + step) % len(ids)] if here in ids else ids[0]
    view.choose(members[to][0], follow=True)
    name = groups.name(view.board, to)
    view.announce(translate("board", "{name}: {ideas}", name=name, ideas=idea_words.ideas(len(members[to]))))


def rename(view: "BoardView") -> None:
    """Ask for another name of the theme that the chosen card is in; a loose card is opened, for it has words only."""
    chosen = view.board.cards.get(view.chosen_id)
    if chosen is None:
        return
    theme_id = chosen.card.theme_id
    if theme_id is not None and theme_id in view.board.themes:
        view.named.emit(theme_id)
    else:
        view.opened.emit(view.chosen_id)


def beside(view: "BoardView", dx: int, dy: int) -> str:
    """The card that lies next in a direction, "" if none does.

    A card lies that way if it is more along than across; nearer and straighter is better. Where there is none such,
    any that lies further along will do, so that no card is out of reach.
    """
    here = view.board.cards[view.chosen_id].home
    best, least = "", (1, float("inf"))
    for card_id, item in view.board.cards.items():
        away = item.home - here
        along, across = away.x() * dx + away.y() * dy, abs(away.x() * dy) + abs(away.y() * dx)
        if along > 1 and (rank := (int(across > along * 2), along + 2.5 * across)) < least:
            best, least = card_id, rank
    return best
