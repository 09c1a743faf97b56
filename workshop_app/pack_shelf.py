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
        self._read: dict[str, PackFile] = {}

    def packs(self) -> list[Kept]:
        """The packs that are kept, the newest first."""
        found = self._library.all() if self._library is not None else {}
        kept = []
        for stem, data in found.items():
            if stem not in self._read:
                try:
                    self._read[stem] = pack_file.read(data)
                except UnreadableError:
                    continue
            kept.append(Kept(stem, self._read[stem]))
        return kept

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
