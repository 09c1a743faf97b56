"""The rehearsal: a whole workshop through the real windows, with a picture of every screen."""

import contextlib
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from workshop_app.assets import find
from workshop_app.ui import app
from workshop_app.ui.ports import Then
from workshop_app.ui.settings import Settings
from workshop_app.ui.theme import Look
from workshop_app.ui.tour import script
from workshop_app.ui.tour.player import Player
from workshop_app.ui.tour.stage import NotThereError
from workshop_app.words import translate

_PICTURE = re.compile(r"\d\d-[a-z-]+\.png")


class RehearsalError(Exception):
    """The rehearsal could not be finished; the sentence says at which step."""


class ScriptedFiles:
    """The file port of a rehearsal: it opens the one table and saves where it was told."""

    def __init__(self, table: Path | None, plan: Path) -> None:
        self._table, self._plan = table, plan

    def open_one(self, parent: QWidget, title: str, kinds: str, then: Then) -> None:
        """See ports.Files."""
        if self._table is not None:
            then(self._table)

    def save_as(self, parent: QWidget, title: str, suggested: str, then: Then) -> None:
        """See ports.Files."""
        then(self._plan)

    def show(self, path: Path) -> None:
        """See ports.Files."""


def rehearse(out: Path, ideas: Path | None, *, size: tuple[int, int], look: str, new_id: Callable[[], str]) -> Path:
    """Lead the workshop of assets/tours/rehearsal.toml and leave plan, programme and pictures in `out`.

    `size` is the window's in logical pixels. The plan's path; RehearsalError where a step fails or `out` can't be used.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for old in out.iterdir():
            if _PICTURE.fullmatch(old.name):
                old.unlink()
    except OSError as error:
        raise RehearsalError(translate("tour", "The folder {name} can't be used.", name=out)) from error
    plan = out / "plan.pdf"
    plan.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="workshop-rehearsal-", ignore_cleanup_errors=True) as temporary:
        home = Path(temporary)
        settings = Settings(home / "settings.json")
        settings.look = Look(look)
        settings.save()
        _lead(home, out, ScriptedFiles(ideas, plan), size, new_id, has_table=ideas is not None)
        programmes = list((home / "programmes").glob("*.workshop"))
        if not programmes or not plan.is_file():
            raise RehearsalError(translate("tour", "The rehearsal ended without a plan."))
        shutil.copyfile(programmes[0], out / "programme.workshop")
    return plan


def _lead(
    home: Path, out: Path, files: ScriptedFiles, size: tuple[int, int], new_id: Callable[[], str], *, has_table: bool
) -> None:
    window = app.make_window(home, _morning(), new_id, files)
    window.resize(*size)
    window.show()
    taken: list[str] = []

    def camera(name: str) -> None:
        taken.append(name)
        window.grab().save(str(out / f"{len(taken):02}-{name}.png"))

    before = qInstallMessageHandler(_quiet)
    player = Player(window, camera, has_table=has_table)
    try:
        player.play(script.load(find("tours/rehearsal.toml")).step)
    except NotThereError as error:
        with contextlib.suppress(OSError):
            camera("stopped-here")
        raise RehearsalError(str(error)) from error
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qInstallMessageHandler(before)


def _morning() -> Callable[[], datetime]:
    """A clock that goes on from five past ten today: pictures show a school day at any hour."""
    begun, since = datetime.now().astimezone().replace(hour=10, minute=5, second=0, microsecond=0), monotonic()
    return lambda: (begun + timedelta(seconds=monotonic() - since)).astimezone(UTC)


def _quiet(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what the offscreen platform says of every menu that opens."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)  # noqa: T201 - what Qt itself would have printed
