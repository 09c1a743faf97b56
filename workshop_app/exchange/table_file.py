"""Getting a table's bytes off the disk: never more than a table may have, whatever the file pretends to be."""

from pathlib import Path

from workshop_app.exchange.unreadable import SIZE_LIMIT, UnreadableError
from workshop_app.words import translate


def contents(path: Path) -> bytes:
    """The file's bytes, one more than the limit at most; UnreadableError if it can't be read or is no file."""
    try:
        if path.exists() and not path.is_file():
            raise UnreadableError(translate("exchange", "{name} is not a file.", name=path.name))
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise UnreadableError(translate("exchange", "There is no file {name}.", name=path.name)) from error
    except OSError as error:
        raise UnreadableError(translate("exchange", "The file {name} can't be read.", name=path.name)) from error
