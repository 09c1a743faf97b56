"""The port through which what is touched around the board on the shared screen goes out."""

from typing import Protocol

from workshop_app.domain.strokes import Stroke


class ScreenCommands(Protocol):
    """What students do on the shared screen beside moving cards."""

    def add_idea(self, asked_id: str, text: str, translation: str, drawing: tuple[Stroke, ...]) -> bool:
        """Put an idea on the board, face up, for the prompt under which it was begun; False if it can't be."""

    def say_plainly(self, asked_id: str, on: bool) -> None:
        """Say a prompt in plain words on every screen, or in its own again."""

    def new_theme(self) -> None:
        """Ask what a new theme is called."""

    def recolour(self, look: str) -> None:
        """Colour the whole app; a value of `theme.Look`."""
