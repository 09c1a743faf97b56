"""The menus of a card and of a theme: all that dragging does, by taps alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from workshop_app.domain import board
from workshop_app.domain.audience import Card
from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared import lens_menu
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView


def card_menu(view: "BoardView", card_id: str) -> QMenu:
    """Move to each theme, to a new one, out of its theme; open in full; translate; set aside.

    On the shared screen without what only an adult does.
    """
    card = view.board.cards[card_id].card
    made = _menu(view, translate("board", "Move to…"))
    heading = made.addAction(translate("board", "Move to…"))
    heading.setEnabled(False)
    if view.lens is Lens.THEMES:
        _add_themes(made, view, card)
    else:
        lens_menu.add_targets(made, view, card_id)
    made.addSeparator()
    read = made.addAction(translate("board", "Read or change it…"))
    read.triggered.connect(lambda: view.opened.emit(card_id))
    story = made.addAction(translate("board", "Its story…"))
    story.triggered.connect(lambda: view.story_wanted.emit(card_id))
    too = made.addAction(translate("board", "Say it in English too…"))
    too.triggered.connect(lambda: view.translation_wanted.emit(card_id))
    close = made.addAction(translate("board", "What is close to it?…"))
    close.triggered.connect(lambda: view.alike_wanted.emit(card_id))
    said_by = made.addMenu(translate("board", "Said by"))
    for role, name in (
        ("student", translate("board", "Student")),
        ("staff", translate("board", "Staff")),
        ("family", translate("board", "Family")),
        ("community", translate("board", "Community")),
    ):
        entry = said_by.addAction(name)
        entry.setEnabled(role != card.role)
        entry.triggered.connect(lambda _=False, role=role: view.commands.said_by(card_id, role))
    if not view.is_shared:
        answer = made.addAction(translate("board", "Answer it…"))
        answer.triggered.connect(lambda: view.commands.answer(card_id))
    aside = made.addAction(translate("board", "Set aside…"))
    aside.triggered.connect(lambda: view.aside_wanted.emit(card_id))
    if not view.is_shared:  # what worries somebody is told to an adult, not to a screen
        unseen = made.addAction(translate("board", "Take it off, for the safeguarding lead"))
        unseen.triggered.connect(lambda: view.commands.take_unseen(card_id))
    return made


def _add_themes(menu: QMenu, view: "BoardView", card: Card) -> None:
    for frame in sorted(view.board.themes.values(), key=lambda frame: frame.place):
        action = menu.addAction(_plain(frame.name))
        action.setEnabled(frame.id != card.theme_id)
        action.triggered.connect(lambda _=False, to=frame.id: view.commands.put_in_theme(card.id, to, None))
    new = menu.addAction(translate("board", "A new theme…"))
    new.triggered.connect(lambda: view.theme_wanted.emit(card.id))
    if card.theme_id in view.board.themes:
        out = menu.addAction(translate("board", "Out of its theme"))
        out.triggered.connect(lambda: _out(view, card.id))


def theme_menu(view: "BoardView", theme_id: str) -> QMenu:
    """Rename a theme or take its frame away."""
    made = _menu(view, view.theme_name(theme_id))
    rename = made.addAction(translate("board", "Another name…"))
    rename.triggered.connect(lambda: view.named.emit(theme_id))
    dissolve = made.addAction(translate("board", "Take the frame away, keep the cards"))
    dissolve.triggered.connect(lambda: view.commands.dissolve_theme(theme_id))
    return made


def _menu(view: "BoardView", name: str) -> QMenu:
    made = QMenu(view)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setAccessibleName(name)
    return made


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _out(view: "BoardView", card_id: str) -> None:
    x, y = board.free_spots(view.lying(card_id), 1)[0]
    view.commands.lay(card_id, x, y)
