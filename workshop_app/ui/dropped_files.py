"""Files that are dropped on the window, wherever on it. Each goes where it belongs, or one sentence says why not.

While the window is the class's, or covered, what is dropped waits for whoever leads, and nothing is said of it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QWindow

from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.window import Window

LOOKS_MS = 300  # how often it is looked whether the leader is back
TABLES = (".csv", ".tsv", ".txt")


class DroppedFiles(QObject):
    """Hears what the desktop drags over a window before any field in it does."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self._waiting: list[Path] = []
        self._timer = QTimer(self, interval=LOOKS_MS)
        self._timer.timeout.connect(self._look)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._listen()

    def take(self, paths: list[Path]) -> None:
        """Files were dropped."""
        self._waiting = paths
        if not self._look():
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the window is there, or something is dragged over it."""
        kind = event.type()
        if kind is QEvent.Type.Show and watched is getattr(self, "_window", None):
            self._listen()
        elif kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDragMoveEvent):
            if _files(event):
                event.acceptProposedAction()
                return True
        elif kind is QEvent.Type.Drop and isinstance(event, QDropEvent):
            paths = _files(event)
            if paths:
                event.acceptProposedAction()
                QTimer.singleShot(0, self, lambda: self.take(paths))  # whoever dragged is let go first
                return True
        return False

    def _listen(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _look(self) -> bool:
        """Do what waits, if this window is the leader's now; whether nothing waits any more."""
        window = self._window
        if window.calm.is_on or window.showing.is_for_all:
            return False
        if window.work is None and not window.start.isVisible():
            return False  # a programme is being opened
        self._timer.stop()
        paths, self._waiting = self._waiting, []
        if window.work is None:
            self._at_the_start(paths)
        elif len(paths) > 1:
            self._say(translate("dropped", "These are several files. Drop one at a time."))
        elif paths:
            self._bring(paths[0])
        return True

    def _bring(self, path: Path) -> None:
        kind = path.suffix.lower()
        if kind == ".pdf":
            self._load("reply", path)
        elif kind in TABLES:
            self._load("bring-in", path)
        elif kind == ".workshop":
            self._say(translate("dropped", "That is a programme. Go back to the start with ←, and open it there."))
        elif kind == ".workshoppack":
            self._open_pack(path)
        else:
            self._say(
                translate(
                    "dropped",
                    "{name} can’t be taken in here. A plan’s PDF that came back can, a list (CSV) and a pack.",
                    name=path.name,
                )
            )

    def _open_pack(self, path: Path) -> None:
        from workshop_app.ui.pack_opening import open_pack

        if self._window.desk is not None:
            open_pack(self._window.desk, path)

    def _load(self, page: str, path: Path) -> None:
        work = self._window.work
        if work is None:
            return
        work.go(page)
        load = getattr(work.page, "load", None)
        if load is not None:
            load(path)

    def _at_the_start(self, paths: list[Path]) -> None:
        if len(paths) == 1 and paths[0].suffix.lower() == ".workshop":
            self._window.open_programme(paths[0])
        elif paths:
            self._window.start.say(
                translate("dropped", "Open the programme that it belongs to first. Then drop it again.")
            )

    def _say(self, sentence: str) -> None:
        if self._window.desk is not None:
            self._window.desk.said.emit(sentence, "notice")


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
