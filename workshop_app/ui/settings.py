"""The few things the app remembers for a laptop rather than a programme."""

import json
from pathlib import Path

from workshop_app.ui.theme import Look


class Settings:
    """A small JSON file. One that can't be read is the same as none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.look = Look.SYSTEM
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            self.look = Look(stored["look"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            pass

    def save(self) -> None:
        """Keep them. A disk that won't take them is no reason to interrupt anybody."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps({"look": self.look.value}), encoding="utf-8")
        except OSError:
            pass
