"""What nobody foresaw: a report is kept on this laptop and shown to be copied, without a word that a person wrote.

A report names the kind of the error and the places in the code, never the error's own message: that may quote an idea.
"""

import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QWidget

from workshop_app.words import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def report(kind: type[BaseException], trace: TracebackType | None, at: datetime) -> str:
    """The report of one bug, as plain text."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    try:
        own = version("workshop-app")
    except PackageNotFoundError:
        own = "frozen"
    frames = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    head = f"Workshop {own}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    return "\n".join([f"{at:%Y-%m-%d %H:%M}", head, kind.__name__, *frames])


def keep_reports(folder: Path, parent: QWidget, now: Callable[[], datetime], before: Hook) -> Hook:
    """A hook for `sys.excepthook`: keeps a report in `folder`, shows it over `parent`, then calls the hook `before`."""
    showing: list[QDialog] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        at = now()
        text = report(kind, trace, at)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{at:%Y-%m-%dT%H%M%S}.txt").write_text(text, encoding="utf-8")
        except OSError:
            pass  # the disk is no help now; the dialog still shows it
        if not any(dialog.isVisible() for dialog in showing):
            showing[:] = [_dialog(parent, text)]
            showing[0].open()
        before(kind, error, trace)

    return hook


def _dialog(parent: QWidget, text: str) -> "QDialog":
    from PySide6.QtWidgets import QDialog, QPlainTextEdit

    from workshop_app.ui import pieces

    dialog = QDialog(parent)
    dialog.setWindowTitle(translate("bugs", "Something went wrong"))
    dialog.setMinimumWidth(620)
    column = pieces.column(14, 24)
    dialog.setLayout(column)
    column.addWidget(pieces.label(translate("bugs", "Something went wrong that is our fault."), size=20, bold=True))
    calm = translate("bugs", "Everything that was said is saved. This report holds nothing that anybody wrote.")
    column.addWidget(pieces.label(calm, tone="soft", wrap=True))
    words = QPlainTextEdit(text)
    words.setReadOnly(True)
    words.setAccessibleName(translate("bugs", "Report"))
    column.addWidget(words)
    copy = pieces.button(translate("bugs", "Copy the report"), lambda: QApplication.clipboard().setText(text))
    column.addLayout(pieces.row(copy, None, pieces.button(translate("bugs", "Go on"), dialog.accept, kind="primary")))
    return dialog
