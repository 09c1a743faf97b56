"""The laptop's own small files, by kind: prompt packs, agendas. They live beside the programmes, not in them."""

import contextlib
import os
from pathlib import Path

from workshop_app.storage.errors import StorageError
from workshop_app.storage.names import stem_of
from workshop_app.words import translate

LARGEST = 1_000_000  # bytes; a pack of a thousand prompts has a third of that
_ENDING = ".toml"


class Library:
    """TOML files under `home`/library/KIND/STEM.toml. What they say is for others to read."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._folder = home / "library"

    def folder(self, kind: str) -> Path:
        """Where the files of a kind lie; it is made with the first of them."""
        return self._folder / kind

    def texts(self, kind: str) -> dict[str, str]:
        """What each file of a kind says, by stem, in their order. Those that can't be read are left out."""
        found = ((path, _read(path)) for path in self._files(kind))
        return {path.stem: text for path, text in found if text is not None}

    def unreadable(self, kind: str) -> list[str]:
        """The names of the files that `texts` leaves out: no right to them, too large, or not in UTF-8."""
        return [path.name for path in self._files(kind) if _read(path) is None]

    def keep(self, kind: str, stem: str, text: str) -> None:
        """Write a file whole, over the one of that stem. StorageError if the disk refuses; the old one stays then."""
        if len(text.encode(errors="replace")) > LARGEST:  # it could not be read again
            raise StorageError(translate("storage", "This is too large to keep. Part it in two."))
        put_whole(self._path(kind, stem), text)

    def remove(self, kind: str, stem: str) -> None:
        """Delete a file, if it is there. StorageError if the disk refuses."""
        try:
            self._path(kind, stem).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(
                translate("storage", "{name} can't be removed now. It stays as it is.", name=stem + _ENDING)
            ) from error

    def free_stem(self, kind: str, name: str) -> str:
        """A stem that no file of this kind has yet, made of a name."""
        first = stem_of(name, kind)
        stem, number = first, 2
        while os.path.lexists(self._path(kind, stem)):  # a link that leads nowhere is in the way too
            stem, number = f"{first}-{number}", number + 1
        return stem

    def _path(self, kind: str, stem: str) -> Path:
        return self.folder(kind) / (stem + _ENDING)

    def _files(self, kind: str) -> list[Path]:
        try:
            return sorted(path for path in self.folder(kind).iterdir() if path.suffix == _ENDING)
        except OSError:  # nothing was kept yet, or something else is in the folder's place
            return []


def _read(path: Path) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:  # opening a pipe would wait for ever
            return None
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def put_whole(path: Path, said: str | bytes) -> None:
    """Write one of the laptop's own files, over what has its name. StorageError if it fails; that stays then."""
    part = path.with_name(f"{path.stem}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(said if isinstance(said, bytes) else said.encode())
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except (OSError, ValueError) as error:  # ValueError: a lone surrogate, or a name that no disk can have
        with contextlib.suppress(OSError, ValueError):
            part.unlink(missing_ok=True)
        raise StorageError(
            translate("storage", "This can't be kept on this laptop now. What was there before is safe.")
        ) from error
