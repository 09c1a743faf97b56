"""What every command stands on: the time, ids, this laptop's folder, and a programme for as long as it takes."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_app.storage.errors import StorageError
from workshop_app.terminal import Refusal
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.workspace import Workspace


def now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A UUIDv7 as text."""
    from uuid6 import uuid7

    return str(uuid7())


def home() -> Path:
    """Where this laptop's programmes stand: the local application data, or WORKSHOP_HOME."""
    chosen = os.environ.get("WORKSHOP_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("Workshop", appauthor=False)


@contextmanager
def opened(path: Path) -> "Iterator[Workspace]":
    """A programme for one command, backed up and let go afterwards."""
    from workshop_app.storage import opening
    from workshop_app.storage.shelf import Shelf
    from workshop_app.storage.store import Store
    from workshop_app.workspace import Workspace

    opening.readable(path)  # before its backups are looked for: a link that leads nowhere has no folder
    store = Store.open(path, backup_folder=Shelf(home()).backups_of(path), now=now())
    workspace = Workspace(store, now, new_id)
    try:
        yield workspace
    except BaseException:
        with contextlib.suppress(StorageError):  # what went wrong first is what has to be said
            workspace.close()
        raise
    try:
        workspace.close()
    except StorageError as error:
        raise Refusal(str(error), 3) from error


@contextmanager
def qt() -> Iterator[None]:
    """Say in a sentence that Qt can't be loaded, as on a machine without its system libraries."""
    try:
        yield
    except ImportError as error:
        raise Refusal(translate("cli", "Qt, which draws the windows, can't be loaded: {why}.", why=error)) from error


def contents(path: Path) -> bytes:
    """All of a table's file; Refusal if it can't be read."""
    from workshop_app.exchange import table_file
    from workshop_app.exchange.unreadable import UnreadableError as NotText

    try:
        return table_file.contents(path)
    except NotText as error:
        raise Refusal(str(error), 2) from error
