"""What may be seen by everybody in the room. These types have no private fields, so nothing can leak from them.

No author, no facilitator's note, nothing that was set aside: it is not hidden here, it is not here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.domain import answers, board, ideas
from workshop_app.domain.answers import Answer
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.openness import Openness
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Asked
from workshop_app.domain.strokes import Stroke
from workshop_app.words import translate

Drawing = tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An idea as a card. (x, y) count where it lies loose, `place` where it is in a theme.

    It has words, or a drawing (strokes of points from 0 to 1 of a pad of 8 to 3), or both.
    """

    id: str
    text: str
    family: str
    label: str
    role: str
    theme_id: str | None
    place: float
    x: float
    y: float
    students_back: int
    adults_back: int
    forward: bool
    translation: str = ""
    drawing: Drawing = ()
    answer: str = ""  # the name of the answer that it was given, "" while it waits


@dataclass(frozen=True, slots=True)
class ThemeFrame:
    """A theme as a frame on the board."""

    id: str
    name: str
    place: float


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt as everybody sees it."""

    aspect: str
    family: str
    text: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """How open an aspect is, as the school declared it: `how` is a value of `openness.How`, `whose` rule, and `why`."""

    how: str
    whose: str
    why: str


@dataclass(frozen=True, slots=True)
class Spot:
    """An aspect of school life that the students may pick; `symbol` names its drawing."""

    id: str
    name: str
    family: str
    symbol: str


@dataclass(frozen=True, slots=True)
class BoardSeen:
    """The whole board: cards by the order in which they were given, frames in their order."""

    cards: tuple[Card, ...]
    themes: tuple[ThemeFrame, ...]


def card(idea: Idea, answer: Answer | None = None) -> Card:
    """The card of an idea, with the answer that counts for it."""
    return Card(
        idea.id,
        idea.text,
        idea.family,
        idea.label,
        idea.role.value,
        idea.theme_id,
        idea.place,
        idea.x,
        idea.y,
        idea.students_back,
        idea.adults_back,
        idea.forward,
        idea.translation,
        idea.drawing,
        answers.name(answer.kind) if answer is not None else "",
    )


def heading(idea: Idea) -> str:
    """An idea's words where it stands in a list, or that it is a drawing."""
    return idea.text or idea.translation or translate("audience", "(a drawing)")


def frame(theme: Theme) -> ThemeFrame:
    """The frame of a theme."""
    return ThemeFrame(theme.id, theme.name, theme.place)


def board_of(programme: Programme) -> BoardSeen:
    """All that lies on the board now."""
    answered = answers.by_idea(programme)
    return BoardSeen(
        tuple(card(idea, answered.get(idea.id)) for idea in ideas.on_board(programme)),
        tuple(frame(theme) for theme in ideas.themes(programme)),
    )


def question(asked: Asked, plain: bool = False) -> Question:
    """A prompt, in plain words where they are asked for."""
    return Question(asked.aspect, asked.family, asked.plain if plain else asked.text)


def bounds(said: Openness | None) -> Bounds | None:
    """What the school declared for an aspect; None where it was not asked yet."""
    return Bounds(said.how.value, said.whose, said.why) if said is not None else None


def layout(cards: Iterable[Card], frames: Iterable[ThemeFrame]) -> board.Layout:
    """Where everything lies, from what the audience sees alone."""
    members: dict[str, list[Card]] = {one.id: [] for one in sorted(frames, key=lambda one: (one.place, one.id))}
    loose: list[tuple[str, float, float]] = []
    for one in cards:
        if one.theme_id in members:
            members[one.theme_id].append(one)
        else:
            loose.append((one.id, one.x, one.y))
    ordered = {
        theme_id: [one.id for one in sorted(own, key=lambda one: (one.place, one.id))]
        for theme_id, own in members.items()
    }
    return board.arrange(ordered, loose)
