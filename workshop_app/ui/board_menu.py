"""What a desk can do with a whole board: in which colours and whose ideas it shows, its film, what lies face down."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget

from workshop_app.ui import prompt_on
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.around import Offer
from workshop_app.ui.shared.bare_menu import BareMenu, add
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.words import translate


def offer_on(desk: Desk, view: BoardView) -> None:
    """Offer on a board what every board has; on the leader's also what only an adult decides."""
    looking = desk.looking

    def free() -> bool:
        return not desk.lock.on

    view.around.offer_more(
        Offer(translate("board", "What could belong together?…"), lambda: view.alike_wanted.emit(""), is_free=free),
        Offer(
            translate("board", "Colour by who said it"),
            lambda: looking.colour_by_role(not looking.by_role),
            is_on=lambda: looking.by_role,
        ),
    )
    if view.is_shared:
        return
    view.around.offer_more(
        Offer(
            translate("board", "Ideas of all sessions"),
            lambda: looking.show_everything(not looking.everything),
            is_on=lambda: looking.everything,
        ),
        Offer(
            translate("board", "Reveal what lies face down"),
            lambda: prompt_on.reveal(desk),
            is_free=lambda: prompt_on.waits_face_down(desk) > 0,
            comes=True,
        ),
        Offer(translate("board", "What can we bring?…"), lambda: desk.going.emit("assets")),
        Offer(
            translate("board", "Redo"), desk.redo, is_free=lambda: desk.workspace.labels()[1] is not None, comes=True
        ),
    )


def film(desk: Desk, host: QWidget) -> Offer:
    """How the board grew, shown over `host`, or over the board that the class sees, if it sees one of its own."""
    from workshop_app.ui.replay_desk import open_replay

    def show() -> None:
        if desk.apart:
            desk.looking.film_wanted.emit()
        else:
            open_replay(desk, host, desk.looking.session_id)

    return Offer(translate("board", "How our board grew…"), show)


def open_more(desk: Desk, view: BoardView, button: QPushButton) -> None:
    """Open above a button all that can be done with the whole board."""
    menu = BareMenu(button, translate("board", "More…"))
    view.around.fill_more(menu)
    add(
        menu,
        translate("board", "Choose several"),
        lambda: view.choice.choose_by_taps(True),
        on=not desk.lock.on,
    )
    menu.addSeparator()
    view.around.fill_first(menu)
    menu.popup(button.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height()))
