"""The packs of other schools that are kept on this laptop. What can't be read is left out and stays as it is."""

from dataclasses import dataclass
from pathlib import Path

from workshop_app.exchange import pack_file
from workshop_app.exchange.pack_file import PackFile
from workshop_app.exchange.unreadable import UnreadableError
from workshop_app.storage.pack_library import PackLibrary


@dataclass(frozen=True, slots=True)
class Kept:
    """A pack as it is kept: its file's name in the library, and what it says."""

    stem: str
    file: PackFile


class PackShelf:
    """Without a library nothing is kept; a pack can be read all the same."""

    def __init__(self, library: PackLibrary | None) -> None:
        self._library = library
        self._read: dict[str, PackFile | None] = {}

    def packs(self) -> list[Kept]:
        """The packs that are kept, the newest first."""
        found = ((stem, self._pack(stem)) for stem in (self._library.stems() if self._library is not None else ()))
        return [Kept(stem, file) for stem, file in found if file is not None]

    def _pack(self, stem: str) -> PackFile | None:
        if stem not in self._read:
            data = self._library.read(stem) if self._library is not None else None
            try:
                self._read[stem] = pack_file.read(data or b"")
            except UnreadableError:
                self._read[stem] = None
        return self._read[stem]

    def open(self, path: Path) -> Kept:
        """Read a pack's file and keep it. UnreadableError if it is none, StorageError if it can't be kept."""
        file = pack_file.contents(path)
        stem = self._library.keep(file.data) if self._library is not None else file.hash[:32]
        self._read[stem] = file
        return Kept(stem, file)

    def remove(self, stem: str) -> None:
        """Take a pack off this laptop; StorageError if the disk refuses. What was taken over stays."""
        if self._library is not None:
            self._library.remove(stem)
        self._read.pop(stem, None)
