"""What a session's record is made from: plain, frozen values without any author. Texts are never markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workshop_app.documents.ledger_paper import PaperSaid
from workshop_app.documents.paper import PaperObjection


@dataclass(frozen=True, slots=True)
class RecordIdea:
    """An idea in its giver's words. `drawing` holds strokes of points from 0 to 1 of a pad of 8 to 3.

    `agree` and `live_with` are heads that agreed that it goes forward, and that can live with it.
    """

    text: str
    translation: str = ""
    drawing: Sequence[Sequence[tuple[float, float]]] = ()
    students_back: int = 0
    adults_back: int = 0
    insisted: bool = False
    agree: int = 0
    live_with: int = 0


@dataclass(frozen=True, slots=True)
class RecordAsked:
    """A prompt and what was said to it; `passed` tells that the group passed on it. No `text`: it was said besides."""

    text: str
    aspect: str
    ideas: tuple[RecordIdea, ...] = ()
    passed: bool = False


@dataclass(frozen=True, slots=True)
class RecordPromise:
    """A promise that is still open. `who` is a post or a name of a decider, "" for what is ours.

    `over` are the days that `by` is past; `said` is what was said of it last.
    """

    what: str
    plan: str = ""
    who: str = ""
    by: date | None = None
    over: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class RecordPicture:
    """A question that was answered by head-count: how many gave each answer, in the question's own order."""

    question: str
    counts: tuple[tuple[str, int], ...]
    who: str


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """A session on paper. `roles` holds the role of each person who was there, and nothing else of them."""

    school: str
    number: int
    held_on: date
    minutes: int
    on: date
    roles: tuple[str, ...] = ()
    asked: tuple[RecordAsked, ...] = ()
    themes: tuple[tuple[str, int], ...] = ()  # a theme's name, and how many ideas of this session are in it
    aside: int = 0
    chosen: tuple[RecordIdea, ...] = ()
    objections: tuple[PaperObjection, ...] = ()
    answered: tuple[PaperSaid, ...] = ()
    open: tuple[RecordPromise, ...] = ()
    more_open: int = 0
    we_change: str = ""
    pictures: tuple[RecordPicture, ...] = ()
    limits: tuple[str, ...] = ()  # what such small numbers can't show
    power: tuple[str, ...] = ()  # who proposed, chose, owns and did what by role this year, a sentence each
    practice: bool = False
