"""The commands of a board that is only looked at."""


class Refusing:
    """Board commands that do nothing, whatever is asked of them (see BoardCommands)."""

    def lay(self, card_id: str, x: float, y: float) -> bool:
        """No."""
        return False

    def lay_many(self, spots: tuple[tuple[str, float, float], ...]) -> bool:
        """No."""
        return False

    def put_in_theme(self, card_id: str, theme_id: str, before: str | None) -> bool:
        """No."""
        return False

    def gather(self, card_ids: tuple[str, ...], theme_id: str, before: str | None) -> bool:
        """No."""
        return False

    def start_theme(self, card_ids: tuple[str, ...]) -> bool:
        """No."""
        return False

    def merge_themes(self, theme_id: str, into: str) -> bool:
        """No."""
        return False

    def order_theme(self, theme_id: str, before: str | None) -> bool:
        """No."""
        return False

    def undo(self) -> bool:
        """No."""
        return False

    def to_aspect(self, card_ids: tuple[str, ...], aspect_id: str) -> bool:
        """No."""
        return False

    def to_stage(self, card_ids: tuple[str, ...], stage: str) -> bool:
        """No."""
        return False

    def weigh(self, weights: tuple[tuple[str, float | None, float | None], ...]) -> bool:
        """No."""
        return False

    def new_theme(self, name: str, card_ids: tuple[str, ...]) -> bool:
        """No."""
        return False

    def rename_theme(self, theme_id: str, name: str) -> bool:
        """No."""
        return False

    def dissolve_theme(self, theme_id: str) -> bool:
        """No."""
        return False

    def reword(self, card_id: str, text: str) -> bool:
        """No."""
        return False

    def say_too(self, card_id: str, text: str) -> bool:
        """No."""
        return False

    def said_by(self, card_id: str, role: str) -> bool:
        """No."""
        return False

    def answer(self, card_id: str) -> bool:
        """No."""
        return False

    def set_aside(self, card_id: str, because: str) -> bool:
        """No."""
        return False

    def take_unseen(self, card_id: str) -> bool:
        """No."""
        return False
