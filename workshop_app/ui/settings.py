"""The few things the app remembers for a laptop rather than a programme."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from workshop_app.ui.shared.look_menu import MOTION
from workshop_app.ui.theme import TEXT_SIZES, Look


class Settings:
    """A small JSON file. One that can't be read is the same as none, and so is each thing in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.look = Look.SYSTEM
        self.text_size = TEXT_SIZES[0]  # per cent, one of TEXT_SIZES
        self.less_motion = False
        stored = _read(path)
        with suppress(ValueError):
            self.look = Look(str(stored.get("look")))
        wanted = stored.get("text_size")
        if isinstance(wanted, int) and wanted in TEXT_SIZES:
            self.text_size = wanted
        self.less_motion = stored.get("less_motion") is True

    def take(self, key: str) -> None:
        """Keep what was chosen in the menu of looks: a Look's value, a text size in per cent, or MOTION."""
        if key == MOTION:
            self.less_motion = not self.less_motion
        elif key.isdecimal():
            self.text_size = int(key)
        else:
            self.look = Look(key)
        self.save()

    def save(self) -> None:
        """Keep them. A disk that won't take them is no reason to interrupt anybody."""
        kept = {"look": self.look.value, "text_size": self.text_size, "less_motion": self.less_motion}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(kept), encoding="utf-8")
        except OSError:
            pass


def _read(path: Path) -> dict[str, Any]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}
