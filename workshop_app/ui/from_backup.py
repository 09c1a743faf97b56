"""A damaged programme's newest backup, brought beside it."""

from pathlib import Path

from workshop_app.storage import opening
from workshop_app.storage.errors import InUseError, StorageError
from workshop_app.storage.shelf import Shelf
from workshop_app.words import translate


def copied(shelf: Shelf, path: Path) -> Path:
    """A copy of a programme's newest backup, beside it; StorageError, in a sentence, where there can be none."""
    _refuse_if_open(path)
    found = shelf.newest_backup(path)
    if found is None:
        raise StorageError(translate("window", "There is no backup of {name} on this laptop.", name=path.name))
    return shelf.recover(path, found[0])


def _refuse_if_open(path: Path) -> None:
    """InUseError where a programme is open elsewhere: a copy of one that is in use would part ways with it."""
    try:
        opening.readable(path)
        opening.disconnect(opening.connect(path))  # not opened as a programme: that would bring it up to date
    except InUseError:
        raise
    except StorageError:
        pass
