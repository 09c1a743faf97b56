"""The packs of other schools that were opened on this laptop, as the files that came. What they say is for others.

A file goes by its own hash and by nothing that the pack says of itself.
"""

import hashlib
from pathlib import Path

from workshop_app.storage.errors import StorageError
from workshop_app.storage.library import Library, put_whole
from workshop_app.words import translate

MOST = 100  # packs
LARGEST = 2_000_000  # bytes of one
_ENDING = ".workshoppack"


class PackLibrary:
    """Files HASH.workshoppack in a folder of the laptop's library."""

    def __init__(self, library: Library) -> None:
        self._folder = library.folder("shared")

    def stems(self) -> list[str]:
        """The names of the kept files without their ending, the newest first."""
        return [path.stem for path in self._files()]

    def read(self, stem: str) -> bytes | None:
        """What a kept file holds; None where it is gone or can't be read."""
        return next((_read(path) for path in self._files() if path.stem == stem), None)

    def keep(self, data: bytes) -> str:
        """Keep a file; the name it is kept under. StorageError if the disk refuses or there are too many."""
        stem = hashlib.sha256(data).hexdigest()[:32]
        path = self._folder / (stem + _ENDING)
        if path.is_file():
            return stem
        if len(self._files()) >= MOST:
            raise StorageError(translate("storage", "{n} packs are kept already. Remove one first.", n=MOST))
        put_whole(path, data)
        return stem

    def remove(self, stem: str) -> None:
        """Delete a file, if it is there. StorageError if the disk refuses."""
        for path in self._files():
            if path.stem == stem:
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    raise StorageError(
                        translate("storage", "This pack can't be removed now. It stays as it is.")
                    ) from error

    def _files(self) -> list[Path]:
        try:
            found = [path for path in self._folder.iterdir() if path.suffix == _ENDING]
            return sorted(found, key=lambda path: (-path.stat().st_mtime, path.name))
        except OSError:  # nothing was kept yet, or something else is in the folder's place
            return []


def _read(path: Path) -> bytes | None:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return path.read_bytes()
    except OSError:
        return None
