"""What the windows need of the world around them, as ports, so that a rehearsal or a test can stand in for it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # what few starts need is made when it is needed: its many names take a while
    from PySide6.QtWidgets import QFileDialog

Then = Callable[[Path], object]


class Files(Protocol):
    """Choosing files. The answer comes later, through `then`; nothing comes where the person changes their mind."""

    def open_one(self, parent: QWidget, title: str, kinds: str, then: Then) -> None:
        """Ask for a file that exists; `kinds` as in "Table (*.csv *.txt)"."""

    def save_as(self, parent: QWidget, title: str, suggested: str, then: Then) -> None:
        """Ask where to save; `suggested` is a file name."""

    def show(self, path: Path) -> None:
        """Show a finished file to the person."""


class DesktopFiles:
    """The desktop's own dialogs, never blocking."""

    def __init__(self, start: Path) -> None:
        self._start = start

    def open_one(self, parent: QWidget, title: str, kinds: str, then: Then) -> None:
        """See Files."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, title, str(self._start), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._run(dialog, then)

    def save_as(self, parent: QWidget, title: str, suggested: str, then: Then) -> None:
        """See Files."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, title, str(self._start / suggested))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
        self._run(dialog, then)

    def show(self, path: Path) -> None:
        """See Files."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _run(self, dialog: "QFileDialog", then: Then) -> None:
        def chosen(name: str) -> None:
            self._start = Path(name).parent
            then(Path(name))

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
