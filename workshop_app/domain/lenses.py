"""Ways of looking at the same ideas, and where each lays the cards: pure geometry over what the audience sees.

A lens lays cards by one property and by nothing else; moving a card in it changes that property. So where a card may
be let go is a `Place`: in a theme, loose on the ground, in a column, or at a spot of the reach-and-effort plane.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.domain import audience
from workshop_app.domain.audience import Card, Ground, Spot, ThemeFrame
from workshop_app.domain.board import CARD_H, CARD_W, GAP, HEAD, MARGIN, PITCH_X, PITCH_Y, Box, Layout
from workshop_app.words import translate


class Lens(StrEnum):
    """The ways of looking."""

    THEMES = "themes"
    ASPECTS = "aspects"
    STAGE = "stage"
    REACH = "reach"


STAGES = ("new", "talked", "chosen", "planned", "answered")
ELSE = ""  # the column of ideas that are about none of this session's aspects
LEAST_ROWS = 3
WIDE = 2.1  # a board's width to its height, below the bar and above what is pressed
LEAST_PLANE = 4  # cards abreast in the plane, and one less below each other


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
    lens: Lens, cards: Iterable[Card], shown: Sequence[ThemeFrame], grounds: Iterable[Ground] = (), shape: float = WIDE
) -> Layout:
    """Where everything lies through a lens; `shown` are its frames, `shape` is the room's width to its height."""
    if lens is Lens.THEMES:
        return audience.layout(cards, shown, grounds)
    if lens is Lens.REACH:
        return _plane(list(cards), shown)
    inside: dict[str, list[Card]] = {one.id: [] for one in shown}
    for card in cards:
        inside[column_of(lens, card, inside)].append(card)
    return _columns({key: [card.id for card in sorted(own, key=_reading)] for key, own in inside.items()}, shape)


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


def corner_at(laid: Layout, weight: Weight) -> tuple[float, float]:
    """Where a card of this weight has its corner."""
    return _corner(*_plane_size(laid), weight)


def _reading(card: Card) -> tuple[str, float, float, float, str]:
    """The order within a column: theme by theme, as they lie."""
    return (card.theme_id or "~", card.place if card.theme_id else 0.0, card.y, card.x, card.id)


def _columns(inside: Mapping[str, Sequence[str]], shape: float) -> Layout:
    """Columns side by side, each as many cards wide as it needs for the whole to have about the shape of the room."""
    counts = [len(own) for own in inside.values()]
    more = range(LEAST_ROWS, max(counts, default=0))
    tall = LEAST_ROWS + bisect_left(more, 0.0, key=lambda rows: _column_h(rows) - _columns_w(counts, rows) / shape)
    # The last that is too wide, or the first that is too high: whichever shows the cards larger.
    rows = min(tall, max(LEAST_ROWS, tall - 1), key=lambda rows: max(_column_h(rows), _columns_w(counts, rows) / shape))
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
    # As wide as what lies in it needs, and no smaller beside a full tray than the tray.
    abreast = math.ceil(max(LEAST_PLANE, math.sqrt(3.0 * len(weighed)), 0.9 * math.sqrt(len(cards) - len(weighed))))
    w, h = abreast * PITCH_X, HEAD + max(LEAST_PLANE - 1, round(abreast * 0.75)) * PITCH_Y
    half_w, half_h = (w - GAP) / 2, (h - GAP) / 2
    corners = [Box(x, y, half_w, half_h) for y in (0.0, half_h + GAP) for x in (0.0, half_w + GAP)]
    boxes = {one.id: box for one, box in zip(shown, corners, strict=True)}
    spots = {card.id: _corner(w, h, Weight(card.reach or 0.0, card.effort or 0.0)) for card in weighed}
    rest = sorted((card for card in cards if card.id not in spots), key=_reading)
    left, rows = w + MARGIN, max(LEAST_PLANE - 1, round((h - HEAD) / PITCH_Y), math.isqrt(len(rest)))
    across = max(1, -(-len(rest) // rows))
    for number, card in enumerate(rest):
        row, column = divmod(number, across)
        spots[card.id] = (left + column * PITCH_X, HEAD + row * PITCH_Y)
    right = left + across * PITCH_X
    bottom = max([h, *(y + CARD_H for _, y in spots.values())])
    return Layout(boxes, spots, bottom, bottom, right, bottom)


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
