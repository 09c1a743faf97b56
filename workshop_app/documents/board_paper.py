"""What a board's paper is made from: plain, frozen values that came through what the audience may see.

Positions are in board units (see domain/board.py), from the upper left corner of everything, y downwards. Texts are
as people wrote them, never markup.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaperCard:
    """An idea as a card, with its upper left corner. `said_by` is the role in words, "" for a student's.

    `drawing` holds strokes of points from 0 to 1 of a pad of 8 to 3; `theme` is the name of the theme it is in.
    """

    text: str
    x: float = 0.0
    y: float = 0.0
    family: str = ""
    label: str = ""
    said_by: str = ""
    translation: str = ""
    drawing: Sequence[Sequence[tuple[float, float]]] = ()
    theme: str = ""
    students_back: int = 0
    adults_back: int = 0
    forward: bool = False
    both: bool = False  # what students know and what staff know are both there
    answer: str = ""


@dataclass(frozen=True, slots=True)
class PaperTheme:
    """A theme's frame with its cards in their order."""

    name: str
    x: float
    y: float
    w: float
    h: float
    cards: tuple[PaperCard, ...]


@dataclass(frozen=True, slots=True)
class PaperGround:
    """Cards that lie loose, under what is written above them; "" where nothing needs to be said."""

    name: str
    cards: tuple[PaperCard, ...]


@dataclass(frozen=True, slots=True)
class BoardPaper:
    """A whole board. `session` says which meeting it is of, "" for the board of all of them."""

    school: str
    session: str
    on: date
    themes: tuple[PaperTheme, ...] = ()
    grounds: tuple[PaperGround, ...] = ()
    practice: bool = False

    @property
    def cards(self) -> tuple[PaperCard, ...]:
        """Every card: by theme in their order, then the loose ones."""
        groups = (*(theme.cards for theme in self.themes), *(ground.cards for ground in self.grounds))
        return tuple(card for group in groups for card in group)

    @property
    def words(self) -> Iterator[str]:
        """All that people wrote."""
        for card in self.cards:
            yield from (card.text, card.translation, card.label, card.theme)
        for theme in self.themes:
            yield theme.name
