"""Where things lie on the board: pure geometry in board units (one unit is one logical pixel at zoom 1).

Themes stand in columns at the top; each takes the height its ideas need. Below them is the loose ground, where
cards lie freely. The ground slides down as themes grow, so a growing theme never covers a loose card.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

CARD_W, CARD_H = 200.0, 124.0
GAP = 16.0
HEAD = 52.0  # the theme's name above its cards
ACROSS = 2  # cards side by side in a theme of ordinary size
BOX_W = ACROSS * CARD_W + (ACROSS + 1) * GAP
MARGIN = 24.0
LEAST_W = 3 * BOX_W + 2 * MARGIN  # room for three themes abreast, once there are so many
SMALL_W = 2 * BOX_W + MARGIN
PITCH_X, PITCH_Y = CARD_W + GAP, CARD_H + GAP
LOOSE_HEAD = 44.0  # the words "not in a theme yet"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the board."""

    x: float
    y: float
    w: float
    h: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


@dataclass(frozen=True, slots=True)
class Layout:
    """Every box by id, cards and frames (themes, or the columns of another lens), and where the loose ground begins.

    `ground_y` is where (0, 0) of the ground is, `ground_top` where it begins to be seen: just above the topmost card
    that lies there. `grounds` has a `ground_y` for each session whose cards lie there, where there are several.
    """

    themes: Mapping[str, Box]
    cards: Mapping[str, tuple[float, float]]
    ground_y: float
    ground_top: float
    width: float
    height: float
    grounds: Mapping[str, float] = field(default_factory=dict)

    def ground_of(self, ground: str) -> float:
        """Where (0, 0) of a session's ground is."""
        return self.grounds.get(ground, self.ground_y)

    def theme_at(self, x: float, y: float) -> str | None:
        """The theme whose box holds a point."""
        return next((theme_id for theme_id, box in self.themes.items() if box.holds(x, y)), None)


def columns_for(loose: int) -> int:
    """How many loose cards lie abreast: the board grows in both directions, not into a ribbon."""
    return max(6, round(math.sqrt(loose * 1.5)))


def arrange(members: Mapping[str, Sequence[str]], loose: Iterable[tuple[str, float, float]]) -> Layout:
    """Lay out the board from each theme's ideas in order (theme id → idea ids) and the loose ideas (id, x, y)."""
    lying = list(loose)
    width = max([LEAST_W if len(members) > 2 else SMALL_W, *(x + CARD_W for _, x, _ in lying)])
    spans = [_span(len(idea_ids)) for idea_ids in members.values()]
    # No more columns than are used: a card may lie so far out that its columns could not be counted in memory.
    abreast = max(1, min(sum(spans), max([int((width + MARGIN) // (BOX_W + MARGIN)), *spans])))
    themes: dict[str, Box] = {}
    cards: dict[str, tuple[float, float]] = {}
    depths = [0.0] * abreast
    column = 0
    for (theme_id, idea_ids), span in zip(members.items(), spans, strict=True):
        column = column if column + span <= abreast else 0
        y = max(depths[column : column + span])
        box = Box(column * (BOX_W + MARGIN), y, _width(span), _height(len(idea_ids), _across(_width(span))))
        themes[theme_id] = box
        depths[column : column + span] = [y + box.h + MARGIN] * span
        column = (column + span) % abreast
        for place, idea_id in enumerate(idea_ids):
            cards[idea_id] = slot(box, place)
    width = max([width, *(box.x + box.w for box in themes.values())])
    # Whole rows that were emptied at the top of the ground are not shown: what lies there moves up together, and
    # only by rows, so that a card that is nudged does not take the others along.
    top = min((y for _, _, y in lying), default=0.0) // PITCH_Y * PITCH_Y
    ground = max(depths) + (LOOSE_HEAD if themes else 0.0) - top
    for idea_id, x, y in lying:
        cards[idea_id] = (x, ground + y)
    deepest = max([ground + top + CARD_H + GAP, *(ground + y + CARD_H for _, _, y in lying)])
    return Layout(themes, cards, ground, ground + top, width, deepest)


def stacked(members: Mapping[str, Sequence[str]], grounds: Mapping[str, Sequence[tuple[str, float, float]]]) -> Layout:
    """As `arrange`, with the loose ideas of each session on a ground of their own, one below the other."""
    if len(grounds) < 2:
        laid = arrange(members, next(iter(grounds.values()), ()))
        return replace(laid, grounds=dict.fromkeys(grounds, laid.ground_y))
    lying: list[tuple[str, float, float]] = []
    begins: dict[str, float] = {}
    next_y = 0.0
    for ground, own in grounds.items():
        top = min((y for _, _, y in own), default=0.0) // PITCH_Y * PITCH_Y
        begins[ground] = next_y - top
        lying += [(idea_id, x, y + begins[ground]) for idea_id, x, y in own]
        next_y = max((y + begins[ground] for _, _, y in own), default=next_y) + PITCH_Y + LOOSE_HEAD
    laid = arrange(members, lying)
    return replace(laid, grounds={ground: laid.ground_y + y for ground, y in begins.items()})


def slot(box: Box, place: int) -> tuple[float, float]:
    """The top left corner of a theme's card number `place`, from 0."""
    row, column = divmod(place, _across(box.w))
    return (box.x + GAP + column * PITCH_X, box.y + HEAD + row * PITCH_Y)


def slot_at(box: Box, x: float, y: float, count: int) -> int:
    """The place in a theme of `count` cards where a card with its middle at (x, y) belongs."""
    row = max(0, int((y - box.y - HEAD) // PITCH_Y))
    across = _across(box.w)
    column = min(across - 1, max(0, int((x - box.x) // PITCH_X)))
    return min(count, row * across + column)


def near(lying: Sequence[tuple[float, float]], x: float, y: float) -> tuple[float, float]:
    """(x, y), or the nearest spot beside the cards there if one of them would be covered by more than a quarter."""
    around = [(cx, cy) for cx, cy in lying if abs(cx - x) < 3 * PITCH_X and abs(cy - y) < 3 * PITCH_Y]
    if not any(covered(x, y, card) > 0.25 for card in around):
        return x, y
    beside = [
        (cx + dx * PITCH_X, cy + dy * PITCH_Y)
        for cx, cy in around
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1))
    ]
    free = [
        spot for spot in beside if spot[0] >= 0 and spot[1] >= 0 and not any(covered(*spot, card) for card in around)
    ]
    if not free:
        return free_spots(lying, 1)[0]
    return min(free, key=lambda spot: math.hypot(spot[0] - x, spot[1] - y))


def covered(x: float, y: float, card: tuple[float, float]) -> float:
    """The share of a card that another one at (x, y) covers."""
    across, down = CARD_W - abs(card[0] - x), CARD_H - abs(card[1] - y)
    return max(0.0, across) * max(0.0, down) / (CARD_W * CARD_H)


def free_spots(lying: Iterable[tuple[float, float]], wanted: int) -> list[tuple[float, float]]:
    """The first `wanted` spots of the loose ground, row by row, that no card lies on.

    `lying` are the top left corners of the cards there, in coordinates of the ground.
    """
    taken = list(lying)
    across = columns_for(len(taken) + wanted)
    covered: set[tuple[int, int]] = set()
    for x, y in taken:
        left, top = int(x // PITCH_X), int(y // PITCH_Y)
        covered.add((left, top))
        right, bottom = math.ceil((x + CARD_W) / PITCH_X) - 1, math.ceil((y + CARD_H) / PITCH_Y) - 1
        covered.update({(right, top), (left, bottom), (right, bottom)})
    spots: list[tuple[float, float]] = []
    number = 0
    while len(spots) < wanted:
        row, column = divmod(number, across)
        if (column, row) not in covered:
            spots.append((column * PITCH_X, row * PITCH_Y))
        number += 1
    return spots


def _span(cards: int) -> int:
    """How many columns a theme takes: it grows wide before it grows into a ribbon."""
    span = 1
    while -(-cards // _across(_width(span))) > _across(_width(span)) + 3:
        span += 1
    return span


def _width(span: int) -> float:
    return span * BOX_W + (span - 1) * MARGIN


def _across(width: float) -> int:
    return int((width - GAP) // PITCH_X)


def _height(cards: int, across: int) -> float:
    rows = max(1, -(-cards // across))
    return HEAD + rows * PITCH_Y
