"""The menu of a theme: name it, put it together with another, order it, split it, choose its cards, take it away."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from workshop_app.domain import board
from workshop_app.ui.shared.bare_menu import BareMenu, add, plain
from workshop_app.ui.shared.holding import Holds
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView


def theme_menu(view: "BoardView", theme_id: str) -> QMenu:
    """All that can be done with a theme."""
    made = BareMenu(view, view.theme_name(theme_id))
    ordered = view.board.themes_in_order()
    order = [frame.id for frame in ordered]
    Holds(view, made, order)
    at = order.index(theme_id)
    cards = [card.id for card in view.board.cards_of(theme_id)]
    add(made, translate("board", "Another name…"), lambda: view.named.emit(theme_id))
    if len(order) > 1:
        merge = made.addMenu(translate("board", "Put together with…"))
        before = made.addMenu(translate("board", "Move before…"))
        for frame in ordered:
            if frame.id != theme_id:
                words, other = plain(frame.name), frame.id
                add(merge, words, partial(view.commands.merge_themes, theme_id, other))
                stands = order.index(other) == at + 1  # it is before that one already
                add(before, words, partial(view.commands.order_theme, theme_id, other), on=not stands)
        last = at == len(order) - 1
        add(before, translate("board", "(to the end)"), lambda: view.commands.order_theme(theme_id, None), on=not last)
    add(made, translate("board", "Split it…"), lambda: split(view, theme_id), on=len(cards) > 1)
    add(made, translate("board", "Choose all its cards"), lambda: view.choose_many(cards), on=bool(cards))
    add(made, translate("board", "Zoom to it"), lambda: view.see_theme(theme_id))
    made.addSeparator()
    away = translate("board", "Take the frame away, keep the cards")
    add(made, away, lambda: view.commands.dissolve_theme(theme_id))
    return made


def open_at(view: "BoardView", theme_id: str, where: QPoint) -> None:
    """Open the menu of a theme at a point of the screen."""
    if theme_id in view.board.themes and not view.lock.holds_back():
        theme_menu(view, theme_id).popup(where)


def open_in_place(view: "BoardView", theme_id: str) -> None:
    """Open the menu of a theme where its name stands."""
    frame = view.board.frames.get(theme_id)
    if frame is not None:
        at = view.mapFromScene(frame.box.x + 40, frame.box.y + board.HEAD)
        open_at(view, theme_id, view.viewport().mapToGlobal(at))


def split(view: "BoardView", theme_id: str) -> None:
    """Ask which cards of a theme go into a new one."""
    if theme_id not in view.board.themes:
        return
    from workshop_app.ui.shared.split_sheet import SplitSheet

    def then(card_ids: tuple[str, ...], name: str) -> bool:
        return view.commands.new_theme(name, card_ids) if name else view.commands.start_theme(card_ids)

    cards = view.board.cards_of(theme_id)
    sheet = SplitSheet(view.window(), view.theme_name(theme_id), cards, then)
    view.lock.keep(sheet)
    Holds(view, sheet, [theme_id, *(card.id for card in cards)])
