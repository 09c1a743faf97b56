"""A programme on its way in: its file is held, its board is on the screen, and the rest is loaded behind it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop_app.domain.audience import Seeing
from workshop_app.domain.sessions import Session
from workshop_app.facilitation.clock import BELL
from workshop_app.storage import first_look, opening
from workshop_app.storage.errors import StorageError
from workshop_app.storage.first_look import FirstLook
from workshop_app.ui.behind import Behind
from workshop_app.ui.first_board import FirstBoard
from workshop_app.ui.place import BOARD, BOARD_SHOWN, PLACE

if TYPE_CHECKING:
    from workshop_app.ui.window import Window
    from workshop_app.ui.work import Work
    from workshop_app.workspace import Workspace


def board_that_was_up(path: Path, now: datetime) -> FirstLook | None:
    """What to show at once; None, and nothing is held, where another page comes up or the usual way is better.

    StorageError if the file can't be opened.
    """
    look = first_look.take(path, (PLACE, BOARD_SHOWN))
    if look is not None and (not _is_up(look) or _waits(look, now)):
        opening.disconnect(look.connection)
        return None
    return look


class OpeningUp(QObject):
    """Loads what is not there yet, in slices, and gives it to the window when no hand is busy on the first board."""

    def __init__(self, window: "Window", path: Path, look: FirstLook) -> None:
        super().__init__(window)
        self._window, self._path, self._look = window, path, look
        self._workspace: Workspace | None = None
        self._work: Work | None = None
        self._why = ""
        seeing = Seeing(look.programme, look.session_id)
        self.board = FirstBoard(seeing.board(in_themes=look.in_themes), self.finish)
        self._behind = Behind(
            self, self._slices(), self._last, may_begin=lambda: self.board.is_drawn, is_busy=lambda: self.board.is_busy
        )

    def finish(self) -> "Work | None":
        """Load the rest now; None if it can't be loaded."""
        self._behind.finish()
        return self._work

    def close(self) -> None:
        """Leave it: let go of the file, where the window has not taken it in."""
        self._behind.stop()
        if self._work is None and not self._why:
            if self._workspace is not None:
                self._workspace.close()
            else:
                opening.disconnect(self._look.connection)
            self._window.take_down(self.board)

    def _slices(self) -> Iterator[None]:
        """What a programme and its window need besides what is in the file, and then that."""
        self._window.calm  # noqa: B018
        yield
        self._window.start  # noqa: B018
        yield
        import workshop_app.ui.desk

        yield
        import workshop_app.ui.work  # noqa: F401

        yield
        try:
            self._workspace = self._window.load(self._path, self._look.connection)
        except StorageError as error:
            self._why = str(error)
        yield

    def _last(self) -> None:
        if self._workspace is None:
            self._window.refuse(self._why)
        else:
            self._work = self._window.take_in(self._workspace, self._path)
        self._window.take_down(self.board)


def _is_up(look: FirstLook) -> bool:
    """Whether the board was up, and with no list."""
    return look.drafts.get(PLACE) == BOARD and look.drafts.get(BOARD_SHOWN, BOARD) == BOARD


def _waits(look: FirstLook, now: datetime) -> bool:
    """Whether the session stands until another day, or since one: then it is asked first whether it goes on."""
    session, clock = look.programme.all(Session).get(look.session_id or ""), look.clock
    if session is None or session.done or clock is None or clock.session_id != session.id:
        return False
    return clock.what == BELL or clock.at.astimezone().date() != now.astimezone().date()
