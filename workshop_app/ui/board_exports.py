"""The board leaves the app: as a picture, as a poster, as cards to cut out. Made beside the window, which lives on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_app import outbox, papers
from workshop_app.domain import audience
from workshop_app.domain.audience import BoardSeen
from workshop_app.domain.errors import DomainError
from workshop_app.storage.errors import StorageError
from workshop_app.ui.board_picture import BoardPicture
from workshop_app.ui.desk import Desk
from workshop_app.ui.paper_making import Making
from workshop_app.ui.shared.around import Offer
from workshop_app.words import translate

SLICE = 0.012  # seconds of painting before the window breathes


@dataclass(frozen=True)
class _Leaving:
    """What leaves the app ("picture", "poster" or "cards"), where to, and the board that it was made of."""

    what: str
    path: Path
    seen: BoardSeen
    session_id: str | None
    again: Callable[[Path], None]


def exports(desk: Desk, owner: QWidget) -> Offer:
    """The ways in which the board that is looked at now leaves the app; what is still being made goes with `owner`.

    The picture shows it through the lens and in the colours that are on; paper always shows the themes.
    """
    ways = (
        Offer(translate("export board", "Picture (PNG)"), partial(_picture, desk, owner)),
        Offer(translate("export board", "Poster on A3 (PDF)"), partial(_paper, "poster", desk, owner)),
        Offer(translate("export board", "Cards to cut out (PDF)"), partial(_paper, "cards", desk, owner)),
    )
    return Offer(translate("board", "Save or print…"), inside=ways)


def _picture(desk: Desk, owner: QWidget) -> None:
    def start(path: Path) -> None:
        looking = desk.looking
        seen = audience.board_of(desk.programme, looking.session_id)
        made = BoardPicture(seen, looking.lens, by_role=looking.by_role)
        said = translate("export board", "The picture is being made.")
        then = partial(_keep, desk, _Leaving("picture", path, seen, looking.session_id, start))
        Making(owner, said, made.png, then, before=lambda: made.paint(SLICE)).stopped.connect(partial(_stopped, desk))

    title = translate("export board", "Where does the picture go?")
    desk.files.save_as(owner, title, f"{translate('export board', 'Our board')}.png", start)


def _paper(what: str, desk: Desk, owner: QWidget) -> None:
    """A "poster", or "cards" to cut out."""
    build, title, name, said = {
        "poster": (
            papers.board_poster,
            translate("export board", "Where does the poster go?"),
            translate("export board", "Our board"),
            translate("export board", "The poster is being made."),
        ),
        "cards": (
            papers.board_cards,
            translate("export board", "Where do the cards go?"),
            translate("export board", "Cards to cut out"),
            translate("export board", "The cards are being made."),
        ),
    }[what]

    def start(path: Path) -> None:
        session_id = desk.looking.session_id
        seen = audience.board_of(desk.programme, session_id)
        then = partial(_keep, desk, _Leaving(what, path, seen, session_id, start))
        make = partial(build, desk.programme, desk.today(), session_id)
        Making(owner, said, make, then).stopped.connect(partial(_stopped, desk))

    desk.files.save_as(owner, title, f"{name}.pdf", start)


def _keep(desk: Desk, leaving: _Leaving, made: bytes) -> None:
    """Put what was made of the board in its place, unless words have left the board meanwhile."""
    path, what = leaving.path, leaving.what
    if _said(leaving.seen) - _said(audience.board_of(desk.programme, leaving.session_id)):
        desk.said.emit(translate("export board", "Something was taken off the board, so it is made once more."), "")
        leaving.again(path)
        return
    try:
        outbox.send_board(desk.workspace, path, what, made)
    except (DomainError, StorageError) as error:
        desk.said.emit(str(error), "notice")
        return
    said = {
        "picture": translate("export board", "The picture is in {file}, in the folder {folder}."),
        "poster": translate("export board", "The poster is in {file}, in the folder {folder}."),
        "cards": translate("export board", "The cards are in {file}, in the folder {folder}."),
    }[what]
    desk.said.emit(said.replace("{folder}", path.parent.name).replace("{file}", path.name), "")
    desk.files.show(path)


def _stopped(desk: Desk) -> None:
    desk.said.emit(translate("export", "Stopped. Nothing was written."), "")


def _said(seen: BoardSeen) -> set[tuple[str, object]]:
    """What is read of each card."""
    return {(card.id, (card.text, card.translation, card.drawing)) for card in seen.cards}
