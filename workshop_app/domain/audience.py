"""What may be seen by everybody in the room. These types have no private fields, so nothing can leak from them.

No author, no facilitator's note, nothing that was set aside: it is not hidden here, it is not here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from workshop_app.dates import long_date
from workshop_app.domain import answers, board, expertise, ideas, making_sense, plans, stage
from workshop_app.domain.answers import Answer
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.openness import Openness
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Asked, Session, in_order
from workshop_app.domain.stage import Stage
from workshop_app.domain.strokes import Stroke
from workshop_app.words import translate

if TYPE_CHECKING:  # no board that is opened needs them
    from workshop_app.domain.count_chart import CountChart
    from workshop_app.domain.poll import Poll

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
    aspect_id: str | None = None
    reach: float | None = None
    effort: float | None = None
    stage: str = "new"  # a value of stage.Stage
    both: bool = False  # what students know and what staff know are both there
    ground: str = ""  # where sessions lie below each other: the session on whose ground it lies


@dataclass(frozen=True, slots=True)
class ThemeFrame:
    """A theme as a frame on the board, or a column of another lens. `elsewhere` cards of it are on other boards.

    `named` is False while it waits for a name that the group finds.
    """

    id: str
    name: str
    place: float
    elsewhere: int = 0
    family: str = ""
    named: bool = True


@dataclass(frozen=True, slots=True)
class Ground:
    """The loose ground of one session, where the sessions lie below each other."""

    id: str
    name: str


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
class Alike:
    """A card that seems to say something close: what it says, and the words `why` it seems so."""

    id: str
    words: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Cards that could be a theme, each (id, what it says), and the words why it seems so."""

    cards: tuple[tuple[str, str], ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that a session opens with: why it is told, what was said, by whom and by when, and what happened.

    `who` names owners of an action or whoever decided, `lines` whoever decided, and nobody else is named. `asks` is the
    id of what students say really happened or did not, "" where they are not asked; `really` is what they said, a value
    of `progress.Really`.
    """

    key: str
    why: str
    said: str
    who: str
    lines: tuple[str, ...] = ()
    overdue: bool = False
    asks: str = ""
    really: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """What stands around the board on the shared screen.

    `prompt_id` and `question` are the prompt that is on; `plainly` says it in plain words, None where there are no
    others, and `plain` tells that those are wanted. Where no prompt is on, `task` says what the group does, and `lines`
    what it reads together meanwhile, or the `promises` that a session opens with. `share` is what is left of the time
    for it, from 0 to 1, `minutes` about how many, None while nothing is planned. `silent`: everybody writes, and of
    that only `face_down`, the count, is known.
    """

    prompt_id: str = ""
    question: Question | None = None
    plainly: Question | None = None
    plain: bool = False
    symbol: str = ""
    bounds: Bounds | None = None
    task: str = ""
    lines: tuple[str, ...] = ()
    now: str = ""
    next: str = ""
    share: float = 1.0
    minutes: int | None = None
    face_down: int = 0
    silent: bool = False
    hands_off: bool = False  # cards stay where they are while we talk
    poll: "Poll | None" = None  # what is answered by head-count now
    chart: "CountChart | None" = None  # what of the year we look at; `lines` say what it can't show
    promises: tuple[Promised, ...] = ()

    @property
    def is_apart(self) -> bool:
        """Whether something else stands where the board is, and nothing on it can be touched."""
        return self.silent or bool(self.lines or self.promises) or self.poll is not None or self.chart is not None


@dataclass(frozen=True, slots=True)
class BoardSeen:
    """A board: cards by the order in which they were given, frames in their order.

    `aspects` are the columns of the lens that shows them; `grounds` is empty where one session is shown.
    """

    cards: tuple[Card, ...]
    themes: tuple[ThemeFrame, ...]
    aspects: tuple[Spot, ...] = ()
    grounds: tuple[Ground, ...] = ()
    face_down: int = 0


class Seeing:
    """How the ideas of a programme are seen now, on the board of one session or of all: gathered once for many."""

    def __init__(self, programme: Programme, session_id: str | None = None) -> None:
        self._programme, self._session_id = programme, session_id
        self._answered = answers.by_idea(programme)
        self._planned = plans.planned(programme)
        self._known = {key for key, one in expertise.by_idea(programme).items() if not expertise.missing(one)}
        self._has_grounds = session_id is None and len(programme.all(Session)) > 1

    def card(self, idea_id: str) -> Card | None:
        """The card of an idea; None where this board does not show it."""
        idea = self._programme.all(Idea).get(idea_id)
        if idea is None or idea.set_aside or not ideas.lies_with(idea, self._session_id):
            return None
        return card(
            idea,
            self._answered.get(idea_id),
            how_far=stage.of(idea, self._answered, self._planned),
            both=idea_id in self._known,
            ground=(idea.session_id or "") if self._has_grounds else "",
        )

    def frame(self, theme_id: str) -> ThemeFrame | None:
        """The frame of a theme; None where this board does not show it."""
        theme = self._programme.all(Theme).get(theme_id)
        if theme is None or theme.dissolved:
            return None
        if self._session_id is None:
            return frame(theme)
        inside = ideas.in_theme(self._programme, theme_id)
        elsewhere = sum(not ideas.lies_with(idea, self._session_id) for idea in inside)
        return self._frame_with(theme, len(inside), elsewhere)

    def _frame_with(self, theme: Theme, inside: int, elsewhere: int) -> ThemeFrame | None:
        ours = inside > elsewhere or theme.session_id == self._session_id or (not inside and theme.session_id is None)
        return frame(theme, elsewhere) if ours else None

    def board(self, face_down: int = 0, in_themes: Mapping[str, int] | None = None) -> BoardSeen:
        """All of it. `in_themes` says how many ideas lie in each theme where not all of the programme is at hand."""
        lying = ideas.on_board(self._programme)
        cards = tuple(one for one in (self.card(idea.id) for idea in lying) if one is not None)
        if self._session_id is None:
            frames = [frame(theme) for theme in ideas.themes(self._programme)]
        else:
            inside = Counter(idea.theme_id for idea in lying) if in_themes is None else Counter(in_themes)
            here = Counter(one.theme_id for one in cards)
            found = (
                self._frame_with(theme, inside[theme.id], inside[theme.id] - here[theme.id])
                for theme in ideas.themes(self._programme)
            )
            frames = [one for one in found if one is not None]
        return BoardSeen(cards, tuple(frames), self.aspects(), self._grounds(), face_down)

    def aspects(self) -> tuple[Spot, ...]:
        """The aspects that were asked about, in that order: the columns of the lens that shows them."""
        asked = (
            one
            for one in self._programme.all(Asked).values()
            if not one.dropped and self._session_id in (None, one.session_id)
        )
        placed = sorted(asked, key=lambda one: one.place) if self._session_id is not None else asked
        first = {one.aspect_id: one for one in reversed(list(placed))}
        return tuple(Spot(one.aspect_id, one.label, one.family, one.symbol) for one in reversed(first.values()))

    def _grounds(self) -> tuple[Ground, ...]:
        if not self._has_grounds:
            return ()
        named = (
            Ground(one.id, translate("audience", "Session {n} · {day}", n=one.number, day=long_date(one.held_on)))
            for one in reversed(in_order(self._programme))
        )
        return (Ground("", translate("audience", "Of no session")), *named)


_Placed = TypeVar("_Placed", Card, ThemeFrame)


def card(
    idea: Idea, answer: Answer | None = None, *, how_far: Stage = Stage.NEW, both: bool = False, ground: str = ""
) -> Card:
    """The card of an idea, with the answer that counts for it and how far it has come."""
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
        idea.aspect_id,
        idea.reach,
        idea.effort,
        how_far.value,
        both,
        ground,
    )


def heading(idea: Idea) -> str:
    """An idea's words where it stands in a list, or that it is a drawing."""
    return idea.text or idea.translation or translate("audience", "(a drawing)")


def frame(theme: Theme, elsewhere: int = 0) -> ThemeFrame:
    """The frame of a theme."""
    return ThemeFrame(theme.id, theme.name, theme.place, elsewhere, named=making_sense.is_named(theme))


def board_of(programme: Programme, session_id: str | None = None) -> BoardSeen:
    """All that lies on the board of a session now (with the ideas of no session), or of all sessions."""
    return Seeing(programme, session_id).board()


def question(asked: Asked, plain: bool = False) -> Question:
    """A prompt, in plain words where they are asked for."""
    return Question(asked.aspect, asked.family, asked.plain if plain else asked.text)


def bounds(said: Openness | None) -> Bounds | None:
    """What the school declared for an aspect; None where it was not asked yet."""
    return Bounds(said.how.value, said.whose, said.why) if said is not None else None


def by_place(ones: Iterable[_Placed]) -> list[_Placed]:
    """Frames, or the cards of one theme, in the order that people gave them."""
    return sorted(ones, key=lambda one: (one.place, one.id))


def layout(cards: Iterable[Card], frames: Iterable[ThemeFrame], grounds: Iterable[Ground] = ()) -> board.Layout:
    """Where everything lies, from what the audience sees alone."""
    members: dict[str, list[Card]] = {one.id: [] for one in by_place(frames)}
    loose: dict[str, list[tuple[str, float, float]]] = {one.id: [] for one in grounds}
    for one in cards:
        if one.theme_id in members:
            members[one.theme_id].append(one)
        else:
            loose.setdefault(one.ground, []).append((one.id, one.x, one.y))
    ordered = {theme_id: [one.id for one in by_place(own)] for theme_id, own in members.items()}
    return board.stacked(ordered, {ground: own for ground, own in loose.items() if own})
