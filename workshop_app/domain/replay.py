"""How the board grew, as a short film: scenes that can be walked forwards and backwards.

    filming = Filming(programme, audience.board_of(programme))
    for step in steps:
        filming.take(step)
    film = filming.film()

Nothing in it can be what somebody took back. A card is in it only if it lies on the board now, in its words of now,
and only since it has been lying there without a break: what was set aside on the way leaves no trace. A theme has its
name of now, and one that is gone is seen only while it held such cards. Nobody's name and no hour is in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, NamedTuple

from workshop_app.domain import answers, audience, plans
from workshop_app.domain.answers import Answer
from workshop_app.domain.audience import BoardSeen, Card, ThemeFrame
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Edit, Programme
from workshop_app.domain.stage import Stage
from workshop_app.domain.steps import Step

MOST = 48  # scenes, however long the history: each stays long enough to be read
# What of a card is shown as it was then. Everything else (words, drawing, role, aspect) is as it is now.
THEN = ("theme_id", "place", "x", "y", "students_back", "adults_back", "forward", "reach", "effort")
_KEPT = (*THEN, "talked")
_FIRST = {field.name: field.default for field in fields(Idea) if field.name in _KEPT}

Cards = Mapping[str, Card | None]
Frames = Mapping[str, ThemeFrame | None]


class Counts(NamedTuple):
    """How many cards came, were moved, backed, chosen or answered in a scene, and how many themes were made."""

    came: int = 0
    moved: int = 0
    backed: int = 0
    chosen: int = 0
    answered: int = 0
    themes: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """What changed: by id, the card or frame as it is after the scene (None: not there), and as it was before it.

    `label` is the key of the step that most of it came from.
    """

    at: datetime
    label: str
    counts: Counts
    cards: Cards
    frames: Frames
    cards_before: Cards
    frames_before: Frames


@dataclass(frozen=True, slots=True)
class Film:
    """Scenes in their order. Place 0 is the empty board, place n what lies there after n scenes."""

    scenes: tuple[Scene, ...]

    def between(self, here: int, there: int) -> tuple[dict[str, Card | None], dict[str, ThemeFrame | None]]:
        """All that differs on the way from one place to another, forwards or backwards, at once."""
        cards: dict[str, Card | None] = {}
        frames: dict[str, ThemeFrame | None] = {}
        for scene in self.scenes[here:there]:
            cards.update(scene.cards)
            frames.update(scene.frames)
        for scene in reversed(self.scenes[there:here]):
            cards.update(scene.cards_before)
            frames.update(scene.frames_before)
        return cards, frames


class _Moment(NamedTuple):
    """A step's trace: for each idea (and theme) it touched, how that was afterwards."""

    at: datetime
    label: str
    ideas: dict[str, tuple[Any, ...]]
    themes: dict[str, tuple[float, bool]]  # its place, and whether it stood
    reached: tuple[tuple[str, Stage], ...]  # what was answered, or came into a plan, for good


class Filming:
    """A film in the making. `take` every step that stands, the oldest first, then ask for the `film`."""

    def __init__(self, programme: Programme, seen: BoardSeen) -> None:
        """`seen` is the board as it is now, or as much of it as the film is to show."""
        self._seen = {card.id: card for card in seen.cards}
        self._frames = {frame.id: frame for frame in seen.themes}
        gone = (theme for theme in programme.all(Theme).values() if theme.dissolved)
        self._gone = {theme.id: audience.frame(theme) for theme in gone}
        self._answers = {one.id: idea_id for idea_id, one in answers.by_idea(programme).items()}
        self._plans = {plan.id: set(plan.idea_ids) for plan in plans.plans(programme)}
        self._now: dict[str, dict[str, Any]] = {}  # of each idea, how it is at this step
        self._aside: set[str] = set()
        self._since: dict[str, int] = {}  # idea or theme -> the moment since which it lies there without a break
        self._theme_now: dict[str, tuple[float, bool]] = {}
        self._moments: list[_Moment] = []

    def take(self, step: Step) -> None:
        """Take one step in."""
        moment = _Moment(step.at, step.label, {}, {}, tuple(self._reached(step)))
        for edit in step.edits:
            if edit.kind is Idea and edit.id in self._seen:
                self._take_idea(edit, moment)
            elif edit.kind is Theme and (edit.id in self._frames or edit.id in self._gone):
                self._take_theme(edit, moment)
        if moment.ideas or moment.themes or moment.reached:
            self._moments.append(moment)

    def film(self) -> Film:
        """The film of all that was taken. Its last scene ends with the board as it is now, whatever history says."""
        cutting = _Cutting(self._seen, self._frames, self._gone)
        scenes: list[Scene] = []
        for group in self._groups():
            for number in group:
                cutting.live_through(self._lasting(number))
            scene = cutting.cut([self._moments[number] for number in group])
            scenes += [scene] if scene is not None else []
        if scenes:
            cutting.end(self._seen, self._frames)
            scenes[-1] = cutting.mended(scenes[-1])
        return Film(tuple(scenes))

    def _reached(self, step: Step) -> Iterator[tuple[str, Stage]]:
        """The ideas that got in this step the answer that counts for them now, or came into a plan they are in now."""
        for edit in step.edits:
            if edit.kind is Answer and edit.old is None and self._answers.get(edit.id) in self._seen:
                yield self._answers[edit.id], Stage.ANSWERED
            elif edit.kind is Plan and edit.id in self._plans and edit.new is not None:
                inside = self._plans[edit.id].intersection(edit.new.get("idea_ids", ()))
                yield from ((idea_id, Stage.PLANNED) for idea_id in sorted(inside) if idea_id in self._seen)

    def _take_idea(self, edit: Edit, moment: _Moment) -> None:
        new = edit.new
        if new is None:
            return
        if edit.old is None:
            self._now[edit.id] = dict(_FIRST)
            self._since[edit.id] = len(self._moments)
        if edit.id not in self._now:
            return
        now = self._now[edit.id]
        now.update({name: new[name] for name in _KEPT if name in new})
        if new.get("set_aside"):
            self._aside.add(edit.id)
        elif "set_aside" in new and edit.id in self._aside:
            self._aside.discard(edit.id)
            self._since[edit.id] = len(self._moments)
        moment.ideas[edit.id] = tuple(now[name] for name in _KEPT)

    def _take_theme(self, edit: Edit, moment: _Moment) -> None:
        new = edit.new or {}
        place, stood = self._theme_now.get(edit.id, (0.0, False))
        stands = not new["dissolved"] if "dissolved" in new else stood
        if stands and not stood:
            self._since[edit.id] = len(self._moments)
        self._theme_now[edit.id] = moment.themes[edit.id] = (new.get("place", place), stands)

    def _lasting(self, number: int) -> _Moment:
        """A moment without what was broken off later."""
        moment = self._moments[number]
        return moment._replace(
            ideas={key: then for key, then in moment.ideas.items() if self._since[key] <= number},
            themes={
                key: then
                for key, then in moment.themes.items()
                if key in self._gone or self._since.get(key, number) <= number
            },
        )

    def _groups(self) -> list[range]:
        """The moments as at most MOST groups: what did much stands alone, and a day ends a group where it can."""
        weights = [1.0 + min(len(one.ideas) + len(one.themes), 12) / 4 for one in self._moments]
        wanted = sum(weights) / (MOST - 1) if len(weights) > MOST else 0.0
        groups = self._grouped(weights, wanted)
        while len(groups) > MOST:  # many days, of which each would end one
            wanted *= 1.2
            groups = self._grouped(weights, wanted)
        return groups

    def _grouped(self, weights: list[float], wanted: float) -> list[range]:
        groups: list[range] = []
        start, gathered = 0, 0.0
        for number, weight in enumerate(weights):
            gathered += weight
            last = number + 1 == len(weights)
            day_ends = not last and self._moments[number].at.date() != self._moments[number + 1].at.date()
            if last or gathered >= wanted or (day_ends and gathered >= wanted / 2):
                groups.append(range(start, number + 1))
                start, gathered = number + 1, 0.0
        return groups


class _Cutting:
    """Makes scenes of moments: keeps what is shown, and what it is to be shown as when the scene ends."""

    def __init__(
        self, seen: Mapping[str, Card], standing: Mapping[str, ThemeFrame], gone: Mapping[str, ThemeFrame]
    ) -> None:
        self._seen, self._names = seen, {**gone, **standing}
        self._gone = gone
        self._cards: dict[str, Card] = {}
        self._frames: dict[str, ThemeFrame] = {}
        self._themes: dict[str, tuple[float, bool]] = {}
        self._reached: dict[str, set[Stage]] = {}
        self._then: dict[str, tuple[Any, ...]] = {}
        self._held: dict[str, int] = {}  # how many of the film's cards a theme holds
        self._shown_cards: dict[str, Card] = {}
        self._shown_frames: dict[str, ThemeFrame] = {}
        self._touched: set[str] = set()
        self._touched_frames: set[str] = set()

    def live_through(self, moment: _Moment) -> None:
        """Let a moment happen."""
        for key, theme in moment.themes.items():
            self._themes[key] = theme
            self._frame(key)
        for key, stage in moment.reached:
            self._reached.setdefault(key, set()).add(stage)
            self._touched.add(key)
        for key, then in moment.ideas.items():
            before = self._then[key][0] if key in self._then else None
            self._then[key] = then
            self._touched.add(key)
            if before != then[0]:
                self._go(before, -1)
                self._go(then[0], 1)

    def cut(self, moments: list[_Moment]) -> Scene | None:
        """The scene of what happened since the last one; None if nothing is to be seen of it."""
        self._cards.update({key: self._card(key) for key in self._touched if key in self._then})
        cards, cards_before = _differing(self._touched, self._cards, self._shown_cards)
        frames, frames_before = _differing(self._touched_frames, self._frames, self._shown_frames)
        self._touched, self._touched_frames = set(), set()
        if not cards and not frames:
            return None
        self._shown_cards, self._shown_frames = dict(self._cards), dict(self._frames)
        most = max(moments, key=lambda one: (len(one.ideas) + len(one.themes), one.at))
        counts = _counts(cards, cards_before, frames, frames_before)
        return Scene(moments[-1].at, most.label, counts, cards, frames, cards_before, frames_before)

    def end(self, cards: Mapping[str, Card], frames: Mapping[str, ThemeFrame]) -> None:
        """Have everything as it is now."""
        self._touched |= {*cards, *self._cards}
        self._touched_frames |= {*frames, *self._frames}
        self._cards, self._frames = dict(cards), dict(frames)

    def mended(self, last: Scene) -> Scene:
        """The last scene with what the end has that history did not tell of."""
        cards, cards_before = _differing(self._touched, self._cards, self._shown_cards)
        frames, frames_before = _differing(self._touched_frames, self._frames, self._shown_frames)
        return replace(
            last,
            cards={**last.cards, **cards},
            frames={**last.frames, **frames},
            cards_before={**cards_before, **last.cards_before},
            frames_before={**frames_before, **last.frames_before},
        )

    def _card(self, key: str) -> Card:
        """The card as it is now in the film, with the stage and the answer that it has come to there."""
        *shown, talked = self._then[key]
        then = dict(zip(THEN, shown, strict=True))
        reached = self._reached.get(key, ())
        stage = Stage.CHOSEN if then["forward"] else Stage.TALKED if talked else Stage.NEW
        for further in (Stage.PLANNED, Stage.ANSWERED):
            stage = further if further in reached else stage
        answer = self._seen[key].answer if stage is Stage.ANSWERED else ""
        return replace(self._seen[key], stage=stage.value, answer=answer, **then)

    def _go(self, theme_id: str | None, more: int) -> None:
        """So many cards more are in a theme."""
        if theme_id is not None:
            self._held[theme_id] = self._held.get(theme_id, 0) + more
            self._frame(theme_id)

    def _frame(self, theme_id: str) -> None:
        """Show or hide a theme's frame, as it stands now in the film."""
        place, stands = self._themes.get(theme_id, (0.0, False))
        self._touched_frames.add(theme_id)
        if theme_id in self._names and stands and (theme_id not in self._gone or self._held.get(theme_id, 0) > 0):
            self._frames[theme_id] = replace(self._names[theme_id], place=place)
        else:
            self._frames.pop(theme_id, None)


def _differing(
    touched: set[str], now: Mapping[str, Any], before: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    ids = [key for key in sorted(touched) if now.get(key) != before.get(key)]
    return {key: now.get(key) for key in ids}, {key: before.get(key) for key in ids}


def _counts(cards: Cards, cards_before: Cards, frames: Frames, frames_before: Frames) -> Counts:
    pairs = [(card, cards_before[key]) for key, card in cards.items() if card is not None]
    both = [(now, then) for now, then in pairs if then is not None]
    return Counts(
        came=len(pairs) - len(both),
        moved=sum(_spot(now) != _spot(then) for now, then in both),
        backed=sum(
            (now.students_back, now.adults_back) != (then.students_back, then.adults_back) for now, then in both
        ),
        chosen=sum(now.forward and not then.forward for now, then in both),
        answered=sum(bool(now.answer) and not then.answer for now, then in both),
        themes=sum(frame is not None and frames_before[key] is None for key, frame in frames.items()),
    )


def _spot(card: Card) -> tuple[str | None, float, float]:
    """Where a card lies; its place in a theme's order is left out, which changes for all when one is put between."""
    return (None, card.x, card.y) if card.theme_id is None else (card.theme_id, 0.0, 0.0)
