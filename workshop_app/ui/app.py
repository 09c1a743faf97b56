"""Makes the application and its window, with the real world behind the ports."""

import gc
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workshop_app.storage.library import Library
from workshop_app.storage.shelf import Shelf
from workshop_app.ui import bugs, theme
from workshop_app.ui.ports import DesktopFiles, Files
from workshop_app.ui.screens import DesktopScreens, Screens
from workshop_app.ui.settings import Settings
from workshop_app.ui.window import Window

if TYPE_CHECKING:
    from workshop_app.facilitation.bank import Bank

AHEAD = 300  # milliseconds; by then the start page is painted


def application() -> QApplication:
    """The one QApplication of this process."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        made = found
    else:
        made = QApplication([sys.argv[0], "-style", theme.STYLE])
        theme.is_styled(made)
    made.setApplicationName("Workshop")
    return made


def make_window(
    home: Path,
    now: Callable[[], datetime],
    new_id: Callable[[], str],
    files: Files | None = None,
    bank: "Bank | None" = None,
    *,
    ticks: Callable[[], float] = time.monotonic,
    screens: Screens | None = None,
    ready: bool = True,
) -> Window:
    """A window on the programmes under `home`; the built-in prompts are asked unless a bank is given.

    One that is not `ready` is empty: it takes `open_at_once` or `make_ready`, and no files that are dropped yet.
    """
    settings = Settings(home / "settings.json")
    theme.apply(application(), settings.look, settings.text_size, less_motion=settings.less_motion)
    documents = Path.home() / "Documents"
    window = Window(
        shelf=Shelf(home),
        bank=_built_in if bank is None else lambda: bank,
        files=files or DesktopFiles(documents if documents.is_dir() else Path.home()),
        settings=settings,
        now=now,
        new_id=new_id,
        library=Library(home),
        ticks=ticks,
        screens=screens or DesktopScreens(application()),
    )
    if ready:
        window.make_ready()
        _take_drops(window)
    return window


def _built_in() -> "Bank":
    from workshop_app.facilitation import prompts

    return prompts.load()


def _take_drops(window: Window) -> None:
    from workshop_app.ui.dropped_files import DroppedFiles

    DroppedFiles(window)


def _read_ahead() -> None:
    """What an open programme needs, read while somebody looks at the start page: the first click finds it there."""
    import workshop_app.ui.desk
    import workshop_app.ui.work  # noqa: F401

    _built_in()


def _collect_again() -> None:
    gc.freeze()  # what is here now is not looked through again and again
    gc.enable()


def run(home: Path, programme: Path | None, now: Callable[[], datetime], new_id: Callable[[], str]) -> int:
    """Open the app and stay until it is closed; the exit code."""
    gc.disable()  # all that is made on the way to the first picture stays
    app = application()
    window = make_window(home, now, new_id, ready=False)
    sys.excepthook = bugs.keep_reports(home / "reports", window, now, sys.excepthook)
    window.resize(1366, 768)
    if programme is None:
        window.make_ready()
    window.showMaximized()
    if programme is not None:
        window.open_at_once(programme)
    else:
        QTimer.singleShot(AHEAD, _read_ahead)
    QTimer.singleShot(AHEAD, window, lambda: _take_drops(window))
    QTimer.singleShot(AHEAD, _collect_again)
    awake = _closes_on_interrupt(window)
    code = app.exec()
    awake.stop()
    return code


def _closes_on_interrupt(window: Window) -> QTimer:
    """Ctrl-C in a terminal closes the window as a person would. Python hears of it when it runs: twice a second."""
    signal.signal(signal.SIGINT, lambda *_: window.close())
    awake = QTimer()
    awake.timeout.connect(lambda: None)
    awake.start(500)
    return awake
