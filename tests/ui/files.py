"""A file port that answers at once, as a test says."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_app.ui.ports import Then


class FakeFiles:
    """`to_open` and `to_save` are the answers, None where the person changes their mind. `shown` is what was shown."""

    def __init__(self) -> None:
        self.to_open: Path | None = None
        self.to_save: Path | None = None
        self.suggested = ""
        self.shown: list[Path] = []

    def open_one(self, parent: QWidget, title: str, kinds: str, then: Then) -> None:
        if self.to_open is not None:
            then(self.to_open)

    def save_as(self, parent: QWidget, title: str, suggested: str, then: Then) -> None:
        self.suggested = suggested
        if self.to_save is not None:
            then(self.to_save)

    def show(self, path: Path) -> None:
        self.shown.append(path)
