"""Ways of looking at the same ideas, and where each lays the cards: pure geometry over what the audience sees.

A lens lays cards by one property and by nothing else; moving a card in it changes that property. So a card
is let go in a theme, loose on the ground, in a column, or at a spot of the reach-and-effort plane.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.domain import audience, board
from workshop_app.domain.audience import Card, Ground, Spot, ThemeFrame
from workshop_app.domain.board import CARD_H, CARD_W, GAP, HEAD, MARGIN, PITCH_X, PITCH_Y, Box, Layout
from workshop_app.domain.stage import Stage
from workshop_app.words import translate


class Lens(StrEnum):
    """The ways of looking."""

    THEMES = "themes"
    ASPECTS = "aspects"
    STAGE = "stage"
    REACH = "reach"


STAGES = tuple(one.value for one in Stage)
ELSE = ""  # the column of ideas that are about none of this session's aspects
LEAST_ROWS = 3
WIDE = 2.1  # a board's width to its height, below the bar and above what is pressed
LEAST_PLANE = 4  # cards abreast in the plane, and one less below each other
_RINGS = 12  # half a card each: so far around is looked for room


@dataclass(frozen=True, slots=True)
class Room:
    """Where a board is seen: its width to its height, and how many board units wide columns may be to be readable."""

    shape: float = WIDE
    widest: float = math.inf


ANY_ROOM = Room()


@dataclass(frozen=True, slots=True)
class Weight:
    """A spot of the plane: how many an idea would help, and how much effort it takes, each from 0 to 1."""

    reach: float
    effort: float


def name(lens: Lens) -> str:
    """A lens in a word or two."""
    return {
        Lens.THEMES: translate("lenses", "Themes"),
        Lens.ASPECTS: translate("lenses", "Aspects"),
        Lens.STAGE: translate("lenses", "How far"),
        Lens.REACH: translate("lenses", "Reach and effort"),
    }[lens]


def stage_name(stage: str) -> str:
    """A stage as a column says it."""
    return {
        "new": translate("lenses", "New"),
        "talked": translate("lenses", "Talked about"),
        "chosen": translate("lenses", "Chosen"),
        "planned": translate("lenses", "In a plan"),
        "answered": translate("lenses", "Answered"),
    }[stage]


def frames(lens: Lens, themes: Iterable[ThemeFrame], aspects: Sequence[Spot]) -> list[ThemeFrame]:
    """The frames that a lens shows, in their order: the themes, or a column each."""
    if lens is Lens.THEMES:
        return list(themes)
    if lens is Lens.ASPECTS:
        columns = [ThemeFrame(one.id, one.name, float(place), family=one.family) for place, one in enumerate(aspects)]
        other = translate("lenses", "Something else") if columns else translate("lenses", "No aspects were asked yet")
        return [*columns, ThemeFrame(ELSE, other, float(len(columns)))]
    if lens is Lens.STAGE:
        return [ThemeFrame(stage, stage_name(stage), float(place)) for place, stage in enumerate(STAGES)]
    corners = (
        translate("lenses", "Helps many, little effort"),
        translate("lenses", "Helps many, much effort"),
        translate("lenses", "Helps a few, little effort"),
        translate("lenses", "Helps a few, much effort"),
    )
    return [ThemeFrame(str(place), words, float(place)) for place, words in enumerate(corners)]


def layout(
    lens: Lens,
    cards: Iterable[Card],
    shown: Sequence[ThemeFrame],
    *,
    themes: Mapping[str, ThemeFrame],
    grounds: Iterable[Ground] = (),
    room: Room = ANY_ROOM,
) -> Layout:
    """Where everything lies through a lens; `shown` are its frames, and cards of `themes` lie together in them."""
    if lens is Lens.THEMES:
        return audience.layout(cards, shown, grounds)
    if lens is Lens.REACH:
        return _plane(sorted(cards, key=lambda card: reading(card, themes)), shown)
    inside: dict[str, list[Card]] = {one.id: [] for one in shown}
    for card in cards:
        inside[column_of(lens, card, inside)].append(card)
    ordered = {key: sorted(own, key=lambda card: reading(card, themes)) for key, own in inside.items()}
    return _columns({key: [card.id for card in own] for key, own in ordered.items()}, room)


def column_of(lens: Lens, card: Card, columns: Mapping[str, object]) -> str:
    """The column in which a card lies."""
    if lens is Lens.STAGE:
        return card.stage
    return card.aspect_id if card.aspect_id in columns and card.aspect_id else ELSE


def weight_at(laid: Layout, x: float, y: float) -> Weight | None:
    """What a card with its corner at (x, y) would weigh; None where that is beside the plane."""
    w, h = _plane_size(laid)
    if x + CARD_W / 2 > w + MARGIN / 2:
        return None
    return Weight(reach=1 - _part(y - HEAD, h - HEAD - CARD_H), effort=_part(x, w - CARD_W))


def weights(laid: Layout, weighed: Sequence[Weight], start: Weight, count: int) -> list[Weight]:
    """Weights for so many more cards around `start`: side by side, and none over one that is `weighed` already.

    The plane grows with what lies in it, so places are found in the size that it will have.
    """
    abreast = _abreast(len(weighed) + count, 0)
    w, h = max(_plane_size(laid)[0], abreast * PITCH_X), max(_plane_size(laid)[1], _plane_h(abreast))
    taken = [_corner(w, h, one) for one in weighed]
    across = math.ceil(math.sqrt(count))
    x, y = _corner(w, h, start)
    found: list[Weight] = []
    for number in range(count):
        row, column = divmod(number, across)
        wanted = (x + (column - (across - 1) / 2) * PITCH_X, y + (row - (across - 1) / 2) * PITCH_Y)
        spot = _least_covered(taken, wanted, w - CARD_W, h - CARD_H)
        taken.append(spot)
        found.append(Weight(1 - _part(spot[1] - HEAD, h - HEAD - CARD_H), _part(spot[0], w - CARD_W)))
    return found


def _least_covered(
    taken: Sequence[tuple[float, float]], wanted: tuple[float, float], right: float, bottom: float
) -> tuple[float, float]:
    """The spot nearest to `wanted` on the plane that covers no card by more than a quarter, or covers the least."""
    here = (min(max(0.0, wanted[0]), right), min(max(HEAD, wanted[1]), bottom))
    best, least = here, math.inf
    for ring in range(_RINGS):
        for dx, dy in _ring(ring):
            spot = (
                min(max(0.0, here[0] + dx * PITCH_X / 2), right),
                min(max(HEAD, here[1] + dy * PITCH_Y / 2), bottom),
            )
            near = (one for one in taken if abs(one[0] - spot[0]) < CARD_W and abs(one[1] - spot[1]) < CARD_H)
            over = max((board.covered(*spot, one) for one in near), default=0.0)
            if max(over, 0.25) < least:
                best, least = spot, max(over, 0.25)
        if least <= 0.25:
            break
    return best


def _ring(number: int) -> list[tuple[int, int]]:
    """The steps that lead so far from the middle, and no less."""
    reach = range(-number, number + 1)
    return [(dx, dy) for dx in reach for dy in reach if number in (abs(dx), abs(dy))]


def reading(card: Card, themes: Mapping[str, ThemeFrame]) -> tuple[float, float, float, float, str]:
    """The order within a column, as the eye goes over them: theme by theme, then what lies loose, row by row."""
    theme = themes.get(card.theme_id or "")
    if theme is not None:
        return (theme.place, card.place, 0.0, 0.0, card.id)
    return (math.inf, 0.0, card.y // PITCH_Y, card.x, card.id)


def _columns(inside: Mapping[str, Sequence[str]], room: Room) -> Layout:
    """Columns side by side, each as many cards wide as it needs for the whole to have about the shape of the room."""
    rows = _rows([len(own) for own in inside.values()], room)
    height = _column_h(rows)
    boxes: dict[str, Box] = {}
    spots: dict[str, tuple[float, float]] = {}
    x = 0.0
    for key, own in inside.items():
        across = _across(len(own), rows)
        boxes[key] = Box(x, 0.0, _column_w(across), height)
        for number, card_id in enumerate(own):
            row, column = divmod(number, across)
            spots[card_id] = (x + GAP + column * PITCH_X, HEAD + row * PITCH_Y)
        x += _column_w(across) + MARGIN
    return Layout(boxes, spots, height, height, max(x - MARGIN, CARD_W), height)


def _rows(counts: Sequence[int], room: Room) -> int:
    """How many cards lie below each other in the deepest column."""

    def side(rows: int) -> float:
        return max(_column_h(rows), _columns_w(counts, rows) / room.shape)

    most = max(counts, default=0)
    more = range(LEAST_ROWS, most)
    tall = LEAST_ROWS + bisect_left(more, 0.0, key=lambda rows: _column_h(rows) - _columns_w(counts, rows) / room.shape)
    # The last that is too wide, or the first that is too high: whichever shows the cards larger.
    rows = min(tall, max(LEAST_ROWS, tall - 1), key=side)
    while rows < most and _columns_w(counts, rows) > room.widest:
        rows = min(most, rows + 1 + rows // 8)
    return rows


def _columns_w(counts: Sequence[int], rows: int) -> float:
    return sum(_column_w(_across(count, rows)) + MARGIN for count in counts)


def _across(cards: int, rows: int) -> int:
    return max(1, -(-cards // rows))


def _column_w(across: int) -> float:
    return GAP + across * PITCH_X


def _column_h(rows: int) -> float:
    return HEAD + rows * PITCH_Y


def _plane(cards: Sequence[Card], shown: Sequence[ThemeFrame]) -> Layout:
    """Four corners of one plane; at its right lie those that nobody weighed yet."""
    weighed = [card for card in cards if card.reach is not None and card.effort is not None]
    abreast = _abreast(len(weighed), len(cards) - len(weighed))
    w, h = abreast * PITCH_X, _plane_h(abreast)
    half_w, half_h = (w - GAP) / 2, (h - GAP) / 2
    corners = [Box(x, y, half_w, half_h) for y in (0.0, half_h + GAP) for x in (0.0, half_w + GAP)]
    boxes = {one.id: box for one, box in zip(shown, corners, strict=True)}
    spots = {card.id: _corner(w, h, Weight(card.reach or 0.0, card.effort or 0.0)) for card in weighed}
    rest = [card for card in cards if card.id not in spots]
    left, rows = w + MARGIN, max(LEAST_PLANE - 1, round((h - HEAD) / PITCH_Y), math.isqrt(len(rest)))
    across = max(1, -(-len(rest) // rows))
    for number, card in enumerate(rest):
        row, column = divmod(number, across)
        spots[card.id] = (left + column * PITCH_X, HEAD + row * PITCH_Y)
    right = left + across * PITCH_X
    bottom = max([h, *(y + CARD_H for _, y in spots.values())])
    return Layout(boxes, spots, bottom, bottom, right, bottom)


def _abreast(weighed: int, rest: int) -> int:
    """How many cards the plane is wide: as many as what lies in it needs, and no fewer beside a full tray."""
    return math.ceil(max(LEAST_PLANE, math.sqrt(3.0 * weighed), 0.9 * math.sqrt(rest)))


def _plane_h(abreast: int) -> float:
    return HEAD + max(LEAST_PLANE - 1, round(abreast * 0.75)) * PITCH_Y


def tray_x(laid: Layout) -> float:
    """Where the tray of those that nobody weighed yet begins, beside the plane."""
    return _plane_size(laid)[0] + MARGIN


def _plane_size(laid: Layout) -> tuple[float, float]:
    last = list(laid.themes.values())[-1]
    return last.x + last.w, last.y + last.h


def _corner(w: float, h: float, weight: Weight) -> tuple[float, float]:
    return (weight.effort * (w - CARD_W), HEAD + (1 - weight.reach) * (h - HEAD - CARD_H))


def _part(here: float, whole: float) -> float:
    return min(1.0, max(0.0, here / whole))
