"""The port through which what is touched around the board on the shared screen goes out."""

from typing import Protocol

from workshop_app.domain.strokes import Stroke


class ScreenCommands(Protocol):
    """What students do on the shared screen beside moving cards."""

    def add_idea(self, asked_id: str, text: str, translation: str, drawing: tuple[Stroke, ...]) -> bool:
        """Put an idea on the board, face up, for the prompt under which it was begun; False if it can't be."""

    def say_plainly(self, asked_id: str, on: bool) -> None:
        """Say a prompt in plain words on every screen, or in its own again."""

    def say_really(self, progress_id: str, answer: str) -> None:
        """Say whether what was promised really happened; a value of `progress.Really`."""

    def undo(self) -> None:
        """Take back what was done last on the board, and say so; never what was done elsewhere."""

    def redo(self) -> None:
        """Bring back what was taken back last on the board, and say so."""

    def show_film(self) -> None:
        """Show how the board grew."""

    def show_assets(self) -> None:
        """Show what the group and its neighbourhood can bring, and ask for more."""

    def shows_everything(self) -> bool:
        """Whether the ideas of all sessions are shown."""

    def show_everything(self, on: bool) -> None:
        """Show the ideas of all sessions on every board, or of the one that is on."""

    def colour_by_role(self, on: bool) -> None:
        """Colour the cards of every board by who gave them, or by their family of aspects."""

    def new_theme(self) -> None:
        """Ask what a new theme is called."""

    def recolour(self, look: str) -> None:
        """Colour the whole app; a value of `theme.Look`."""

    def count_one(self, answer: int) -> None:
        """One more gives this answer to what is asked by head-count; answers are counted from 0."""

    def one_back(self) -> None:
        """The one who was counted last was not to be counted."""

    def keep_count(self) -> None:
        """Everybody who wanted to has answered."""

    def skip_count(self) -> None:
        """We skip this question, and nobody says why."""
