"""The menu at the foot of the shared screen: what found no room beside it, and how the board is looked at."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.ui.shared.bare_menu import BareMenu, add
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.screen_commands import ScreenCommands
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.words import translate


def open_above(beside: QWidget, board: BoardView, commands: ScreenCommands, folded: Iterable[QWidget]) -> QMenu:
    """Open it above `beside`; `folded` are buttons, or rows of them, that are not seen now."""
    made = BareMenu(board, translate("board", "More…"))
    made.setFont(beside.font())
    for thing in folded:
        buttons = [thing] if isinstance(thing, TouchButton) else thing.findChildren(TouchButton)
        for button in buttons:
            _add_button(made, button)
        if len(buttons) > 1:
            made.addSeparator()
    if made.actions():
        made.addSeparator()
    add(made, translate("board", "How our board grew…"), commands.show_film)
    add(made, translate("board", "What can we bring?…"), commands.show_assets)
    _add_switch(
        made, translate("board", "Ideas of all sessions"), commands.show_everything, on=commands.shows_everything()
    )
    _add_switch(made, translate("board", "Colour by who said it"), commands.colour_by_role, on=board.board.by_role)
    size = made.sizeHint()
    made.popup(beside.mapToGlobal(QPoint(beside.width() - size.width(), -size.height())))
    return made


def _add_button(menu: QMenu, button: TouchButton) -> None:
    action = menu.addAction(button.text())
    action.setCheckable(button.isCheckable())
    action.setChecked(button.isChecked())
    action.setEnabled(button.isEnabled())
    action.triggered.connect(lambda _checked=False: button.click())


def _add_switch(menu: QMenu, words: str, then: Callable[[bool], object], *, on: bool) -> None:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    action.toggled.connect(then)
