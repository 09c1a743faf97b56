"""The port through which gestures on the board go out. Each answers whether it was done; if not, the card goes back."""

from typing import Protocol


class BoardCommands(Protocol):
    """What can be done from the board. Ids are those of cards and themes; (x, y) is on the loose ground."""

    def lay(self, card_id: str, x: float, y: float) -> bool:
        """Lay a card loose."""

    def put_in_theme(self, card_id: str, theme_id: str, before: str | None) -> bool:
        """Put a card in a theme, before another card or at its end."""

    def new_theme(self, name: str, card_ids: tuple[str, ...]) -> bool:
        """Make a theme of cards."""

    def rename_theme(self, theme_id: str, name: str) -> bool:
        """Give a theme another name."""

    def dissolve_theme(self, theme_id: str) -> bool:
        """Take a theme's frame away."""

    def lay_many(self, spots: tuple[tuple[str, float, float], ...]) -> bool:
        """Lay several cards loose, each (id, x, y), in one step."""

    def gather(self, card_ids: tuple[str, ...], theme_id: str, before: str | None) -> bool:
        """Put several cards in a theme, before another card or at its end, in one step."""

    def start_theme(self, card_ids: tuple[str, ...]) -> bool:
        """Begin a theme with these cards; it waits for a name."""

    def merge_themes(self, theme_id: str, into: str) -> bool:
        """Put a theme's cards in another theme, which keeps its name."""

    def order_theme(self, theme_id: str, before: str | None) -> bool:
        """Put a theme before another one, or last."""

    def undo(self) -> bool:
        """Take the last step back."""

    def to_aspect(self, card_ids: tuple[str, ...], aspect_id: str) -> bool:
        """Say which aspect of this session cards are about, in one step; "" for none of them."""

    def to_stage(self, card_ids: tuple[str, ...], stage: str) -> bool:
        """Bring cards to a stage, one of `lenses.STAGES`, in one step."""

    def weigh(self, weights: tuple[tuple[str, float | None, float | None], ...]) -> bool:
        """Say how many each card (id, reach, effort) would help and how much effort it takes, in one step.

        Both from 0 to 1; None for not weighed yet.
        """

    def reword(self, card_id: str, text: str) -> bool:
        """Say an idea in other words."""

    def say_too(self, card_id: str, text: str) -> bool:
        """Say an idea in the school's language too; an empty text takes that away."""

    def said_by(self, card_id: str, role: str) -> bool:
        """Correct the role that gave an idea: student, staff, family or community."""

    def answer(self, card_id: str) -> bool:
        """Open an idea where it is answered."""

    def set_aside(self, card_id: str, because: str) -> bool:
        """Take a card off the board, with a reason that all may see."""

    def take_unseen(self, card_id: str) -> bool:
        """Take a card off the board for the safeguarding lead alone, without a word."""
