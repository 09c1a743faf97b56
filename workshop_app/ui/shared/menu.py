"""The menus of a card, of a theme and of the board: all that dragging does, by taps alone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workshop_app.domain import board
from workshop_app.domain.audience import Card
from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared import dropping, lens_menu, theme_menu
from workshop_app.ui.shared.bare_menu import BareMenu, add, plain
from workshop_app.ui.shared.cards import said_words
from workshop_app.ui.shared.holding import Holds
from workshop_app.ui.shared.keys_sheet import KeysSheet
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

NEAREST = 6  # so many cards are offered to begin a theme with
SHORT = 38  # characters of a card that a menu shows


def card_menu(view: "BoardView", card_id: str) -> QMenu:
    """Where a card can go, or all that are chosen with it; open it in full; translate; set aside.

    On the shared screen without what only an adult does.
    """
    card = view.board.cards[card_id].card
    ids = view.choice.together(card_id)
    made = BareMenu(view, translate("board", "Move to…"))
    Holds(view, made, ids)
    heading = made.addAction(
        translate("board", "Move to…") if len(ids) == 1 else translate("board", "Move {n} cards to…", n=len(ids))
    )
    heading.setEnabled(False)
    if view.lens is Lens.THEMES:
        _add_themes(made, view, card, ids)
    else:
        lens_menu.add_targets(made, view, ids)
    made.addSeparator()
    if len(ids) == 1:
        _add_one(made, view, card)
    else:
        add(made, translate("board", "Let go of the choice"), lambda: view.choice.choose_by_taps(False))
    return made


def board_menu(view: "BoardView") -> QMenu:
    """What can be done with the board itself."""
    made = BareMenu(view, translate("board", "The board"))
    add(made, translate("board", "See all"), view.see_all)
    add(made, translate("board", "Close up"), view.fit_width)
    add(made, translate("board", "Come nearer"), lambda: view.zoom_by(1.4))
    add(made, translate("board", "Go back"), lambda: view.zoom_by(1 / 1.4))
    move = made.addMenu(translate("board", "Move the view"))
    for words, dx, dy in _directions():
        add(move, words, partial(view.sight.pan_by_keys, dx, dy))
    made.addSeparator()
    view.around.fill_first(made)
    made.addSeparator()
    add(made, translate("board", "Choose several"), lambda: view.choice.choose_by_taps(True))
    add(made, translate("board", "A new theme…"), lambda: view.theme_wanted.emit(""))
    themes = view.board.themes_in_order()
    if themes:
        inside = made.addMenu(translate("board", "Themes"))
        for frame in themes:
            add(inside, plain(frame.name), partial(theme_menu.open_in_place, view, frame.id))
    made.addSeparator()
    view.around.fill_more(made.addMenu(translate("board", "More")))
    add(made, translate("board", "Undo"), view.commands.undo)
    add(made, translate("board", "Keys…"), lambda: KeysSheet(view.window()))
    return made


def _add_themes(menu: QMenu, view: "BoardView", card: Card, ids: tuple[str, ...]) -> None:
    def put(theme_id: str) -> None:
        if len(ids) == 1:
            view.commands.put_in_theme(card.id, theme_id, None)
        else:
            view.commands.gather(ids, theme_id, None)

    inside = [view.board.cards[one].card.theme_id for one in ids]
    for frame in view.board.themes_in_order():
        add(menu, plain(frame.name), partial(put, frame.id), on=set(inside) != {frame.id})
    add(menu, translate("board", "A new theme…"), lambda: view.theme_wanted.emit(card.id))
    if len(ids) == 1:
        _add_nearest(menu, view, card)
    if len(ids) == 1 and card.theme_id not in view.board.themes:
        on = menu.addMenu(translate("board", "One place on"))
        for words, dx, dy in _directions():
            add(on, words, partial(_lay_on, view, card, dx, dy))
    if any(theme_id in view.board.themes for theme_id in inside):
        out = translate("board", "Out of its theme") if len(ids) == 1 else translate("board", "Out of their themes")
        add(menu, out, lambda: _out(view, ids))


def _add_nearest(menu: QMenu, view: "BoardView", card: Card) -> None:
    """The loose cards that lie nearest: one of them and this one begin a theme."""
    here = view.board.cards[card.id].home
    loose = [
        item
        for item in view.board.cards.values()
        if item.card.id != card.id and item.card.theme_id not in view.board.themes
    ]
    if not loose:
        return
    inside = menu.addMenu(translate("board", "Together with…"))
    nearest = sorted(loose, key=lambda item: (item.home - here).manhattanLength())[:NEAREST]
    Holds(view, menu, [item.card.id for item in nearest])
    for item in nearest:
        pair = (item.card.id, card.id)
        add(inside, plain(_short(item.card)), partial(view.commands.start_theme, pair))


def _add_one(menu: QMenu, view: "BoardView", card: Card) -> None:
    card_id = card.id
    add(menu, translate("board", "Read or change it…"), lambda: view.opened.emit(card_id))
    add(menu, translate("board", "Its story…"), lambda: view.story_wanted.emit(card_id))
    add(menu, translate("board", "Choose several"), lambda: _choose_several(view, card_id))
    add(menu, translate("board", "Zoom to it"), lambda: view.see_card(card_id))
    add(menu, translate("board", "Say it in English too…"), lambda: view.translation_wanted.emit(card_id))
    add(menu, translate("board", "What is close to it?…"), lambda: view.alike_wanted.emit(card_id))
    said_by = menu.addMenu(translate("board", "Said by"))
    for role, name in (
        ("student", translate("board", "Student")),
        ("staff", translate("board", "Staff")),
        ("family", translate("board", "Family")),
        ("community", translate("board", "Community")),
    ):
        add(said_by, name, partial(view.commands.said_by, card_id, role), on=role != card.role)
    if not view.is_shared:
        add(menu, translate("board", "Answer it…"), lambda: view.commands.answer(card_id))
    add(menu, translate("board", "Set aside…"), lambda: view.aside_wanted.emit(card_id))
    if not view.is_shared:  # what worries somebody is told to an adult, not to a screen
        unseen = translate("board", "Take it off, for the safeguarding lead")
        add(menu, unseen, lambda: view.commands.take_unseen(card_id))


def _directions() -> tuple[tuple[str, int, int], ...]:
    return (
        (translate("board", "Up"), 0, -1),
        (translate("board", "Down"), 0, 1),
        (translate("board", "Left"), -1, 0),
        (translate("board", "Right"), 1, 0),
    )


def _lay_on(view: "BoardView", card: Card, dx: int, dy: int) -> None:
    """One place further, past the cards that lie there."""
    others = dropping.lying(view, card.ground, {card.id})
    x, y = card.x + dx * board.PITCH_X, card.y + dy * board.PITCH_Y
    while any(abs(left - x) < board.CARD_W / 2 and abs(top - y) < board.CARD_H / 2 for left, top in others):
        x, y = x + dx * board.PITCH_X, y + dy * board.PITCH_Y
    if x > -board.CARD_W and y > -board.CARD_H:
        view.commands.lay(card.id, max(0.0, x), max(0.0, y))


def _choose_several(view: "BoardView", card_id: str) -> None:
    view.choose(card_id)
    view.choice.choose_by_taps(True)


def _short(card: Card) -> str:
    said = said_words(card)
    return said if len(said) <= SHORT else said[: SHORT - 1].rstrip() + "…"


def _out(view: "BoardView", ids: tuple[str, ...]) -> None:
    cards = [view.board.cards[one].card for one in ids if one in view.board.cards]
    moved = [card for card in cards if card.theme_id in view.board.themes]
    spots = dropping.out_of_themes(view, moved)
    if len(spots) == 1:
        view.commands.lay(*spots[0])
    elif spots:
        view.commands.lay_many(tuple(spots))
