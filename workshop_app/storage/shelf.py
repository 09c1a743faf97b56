"""The programmes on this laptop: a folder in the local application data, and files elsewhere that were opened.

The folder is local on purpose: a live database does not belong in a synced or network folder.
"""

import contextlib
import json
import shutil
from datetime import datetime
from pathlib import Path

from workshop_app.storage import backups, summary
from workshop_app.storage.errors import StorageError
from workshop_app.storage.names import stem_of
from workshop_app.storage.summary import Summary
from workshop_app.words import translate

MOST_ELSEWHERE = 20


class Shelf:
    """Where programmes stand, under one `home` folder (backups and the list of files elsewhere too)."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.programmes = home / "programmes"
        self._elsewhere = home / "elsewhere.json"

    def summaries(self) -> list[Summary]:
        """Every programme on the shelf, the one touched last first; practice ones at the end."""
        paths = [*self.programmes.glob("*.workshop"), *(path for path in self._others() if _is_there(path))]
        found = [summary.read(path) for path in paths]
        return sorted(found, key=lambda one: (one.practice, -one.touched.timestamp()))

    def place_for(self, school: str, *, practice: bool = False) -> Path:
        """A free file name for a new programme of a school."""
        stem = stem_of(school, "school")
        stem = f"practice-{stem}" if practice else stem
        path, number = self.programmes / f"{stem}.workshop", 2
        while path.exists():
            path, number = self.programmes / f"{stem}-{number}.workshop", number + 1
        return path

    def backups_of(self, path: Path) -> Path:
        """The folder for a file's backups."""
        import hashlib

        resolved = path.resolve()
        where = hashlib.blake2b(str(resolved.parent).encode(errors="replace"), digest_size=4).hexdigest()
        return self.home / "backups" / f"{resolved.stem}-{where}"

    def remember(self, path: Path) -> None:
        """List a file that was opened from elsewhere; where the list can't be written it is not listed."""
        resolved = path.resolve()
        if resolved.parent == self.programmes.resolve():
            return
        others = [str(resolved), *(str(other) for other in self._others() if other != resolved)]
        part = self._elsewhere.with_suffix(".part")
        with contextlib.suppress(OSError):
            self.home.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(others[:MOST_ELSEWHERE]), encoding="utf-8")
            part.replace(self._elsewhere)

    def throw_away(self, path: Path) -> None:
        """Delete a practice programme with its backups. ValueError if it is a real one."""
        found = summary.read(path)
        if not found.practice:
            raise ValueError("only a practice programme is thrown away")
        folder = self.backups_of(path)
        for backup in backups.existing(folder):
            backup.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)

    def newest_backup(self, path: Path) -> tuple[Path, datetime | None] | None:
        """The newest backup of a file and when it was made."""
        found = backups.existing(self.backups_of(path))
        return (found[0], backups.made_at(found[0])) if found else None

    def recover(self, path: Path, backup: Path) -> Path:
        """Copy a backup beside the file it belongs to, which stays as it is; StorageError if the disk refuses."""
        beside, number = self.programmes / f"{path.stem}-recovered.workshop", 2
        while beside.exists():
            beside, number = self.programmes / f"{path.stem}-recovered-{number}.workshop", number + 1
        part = beside.with_suffix(".part")
        try:
            self.programmes.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(backup, part)
            part.replace(beside)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise StorageError(
                translate("storage", "The backup can't be copied. It stays where it is, untouched.")
            ) from error
        return beside

    def _others(self) -> list[Path]:
        try:
            listed = json.loads(self._elsewhere.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return []
        if not isinstance(listed, list):
            return []
        return [Path(one) for one in listed[:MOST_ELSEWHERE] if isinstance(one, str)]


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no right to look, or a name that no disk can have
        return False
