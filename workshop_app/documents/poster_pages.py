"""Where a board's themes and cards go on the pages of a poster. Pure geometry, in board units.

What can be read on one page lies there just as it lies on the board. Where its words would get too small, themes are
set out in their order over several pages, and the loose ground is cut between its cards, never through one.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workshop_app.documents.board_paper import BoardPaper, PaperCard, PaperGround, PaperTheme
from workshop_app.domain.board import BOX_W, CARD_H, CARD_W, GAP, HEAD, LOOSE_HEAD, MARGIN, PITCH_X, PITCH_Y
from workshop_app.words import translate

LEAST, MOST = 0.54, 1.5  # points a board unit: at the least, a card has room for four lines of 9 points
_TRIED = (1.0, 0.9, 0.8, 0.7, 0.6)  # on several pages: larger, if that takes no more of them


@dataclass(frozen=True, slots=True)
class Frame:
    """A theme's frame on a page."""

    name: str
    x: float
    y: float
    w: float
    h: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a card whose upper left corner is at (x, y) lies in it."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


@dataclass(slots=True)
class Page:
    """What stands on one page: frames, cards and words, each at (x, y) from the upper left of the page's room."""

    frames: list[Frame] = field(default_factory=list)
    cards: list[tuple[PaperCard, float, float]] = field(default_factory=list)
    words: list[tuple[str, float, float]] = field(default_factory=list)
    depth: float = 0.0  # how far down it is filled


def laid(paper: BoardPaper, width: float, height: float) -> tuple[float, list[Page]]:
    """The scale in points a board unit, and the pages, for room of `width` by `height` points on each."""
    whole = _as_it_lies(paper)
    if whole is None:
        return 1.0, [Page()]
    page, wide, high = whole
    scale = min(width / wide, height / high, MOST)
    if scale >= LEAST:
        shift = (width / scale - wide) / 2
        return scale, [_shifted(page, shift)]
    scale, pages = LEAST, _flowed(paper, width / LEAST, height / LEAST)
    for larger in _TRIED:
        tried = _flowed(paper, width / larger, height / larger)
        if len(tried) <= len(pages):
            return larger, tried
    return scale, pages


def _as_it_lies(paper: BoardPaper) -> tuple[Page, float, float] | None:
    """Everything on one page with its width and height; None if there is nothing."""
    if not (paper.cards or paper.themes):
        return None
    page = Page([Frame(one.name, one.x, one.y, one.w, one.h) for one in paper.themes])
    page.cards = [(card, card.x, card.y) for card in paper.cards]
    for ground in paper.grounds:
        if ground.cards and ground.name:
            top = min(card.y for card in ground.cards)
            page.words.append((ground.name, min(card.x for card in ground.cards), top - 12))
    corners = [
        *((frame.x, frame.y, frame.x + frame.w, frame.y + frame.h) for frame in page.frames),
        *((x, y, x + CARD_W, y + CARD_H) for _, x, y in page.cards),
        *((x, y - 22, x + CARD_W, y) for _, x, y in page.words),
    ]
    left, top = min(one[0] for one in corners), min(one[1] for one in corners)
    right, bottom = max(one[2] for one in corners), max(one[3] for one in corners)
    return _shifted(page, -left, -top), right - left, bottom - top


def _shifted(page: Page, across: float, down: float = 0.0) -> Page:
    return Page(
        [Frame(one.name, one.x + across, one.y + down, one.w, one.h) for one in page.frames],
        [(card, x + across, y + down) for card, x, y in page.cards],
        [(words, x + across, y + down) for words, x, y in page.words],
    )


def _flowed(paper: BoardPaper, width: float, height: float) -> list[Page]:
    pages = list(_of_themes(paper.themes, width, height))
    for ground in paper.grounds:
        if not ground.cards:
            continue
        sheets = _of_ground(ground, width, height)
        below = pages[-1].depth + LOOSE_HEAD if pages else height
        if len(sheets) == 1 and below + sheets[0].depth <= height:
            last, added = pages[-1], _shifted(sheets[0], 0.0, below)
            last.cards += added.cards
            last.words += added.words
            last.depth = below + sheets[0].depth
        else:
            pages += sheets
    return pages


def _of_themes(themes: Sequence[PaperTheme], width: float, height: float) -> Iterator[Page]:
    abreast = max(1, int((width + MARGIN) // (BOX_W + MARGIN)))
    page, depths = Page(), [0.0] * abreast
    for name, cards, wanted in _parts(themes, abreast, height):
        span, high = _box(len(cards), wanted, abreast, height)
        spots = [(max(depths[start : start + span]), start) for start in range(abreast - span + 1)]
        y, column = min(spots)
        if y + high > height and page.frames:
            yield page
            page, depths, y, column = Page(), [0.0] * abreast, 0.0, 0
        x, wide = column * (BOX_W + MARGIN), span * BOX_W + (span - 1) * MARGIN
        page.frames.append(Frame(name, x, y, wide, high))
        across = _across(wide)
        for place, card in enumerate(cards):
            row, over = divmod(place, across)
            page.cards.append((card, x + GAP + over * PITCH_X, y + HEAD + row * PITCH_Y))
        page.depth = max(page.depth, y + high)
        depths[column : column + span] = [y + high + MARGIN] * span
    if page.frames:
        yield page


def _parts(themes: Sequence[PaperTheme], abreast: int, height: float) -> Iterator[tuple[str, Sequence[PaperCard], int]]:
    """Each theme's name, cards and wanted columns; one that no page holds in as many parts as it needs."""
    most = _across(abreast * BOX_W + (abreast - 1) * MARGIN) * max(1, int((height - HEAD) // PITCH_Y))
    for theme in themes:
        parts = max(1, -(-len(theme.cards) // most))
        each = -(-len(theme.cards) // parts)
        wanted = max(1, round((theme.w + MARGIN) / (BOX_W + MARGIN)))
        for part in range(parts):
            named = translate("board paper", "{name} ({n} of {all})", name=theme.name, n=part + 1, all=parts)
            yield (named if parts > 1 else theme.name), theme.cards[part * each : (part + 1) * each], wanted


def _box(cards: int, wanted: int, abreast: int, height: float) -> tuple[int, float]:
    """How many columns a theme takes, and how high it is then."""
    for span in range(min(wanted, abreast), abreast + 1):
        rows = max(1, -(-cards // _across(span * BOX_W + (span - 1) * MARGIN)))
        high = HEAD + rows * PITCH_Y
        if high <= height:
            break
    return span, high


def _across(width: float) -> int:
    return int((width - GAP) // PITCH_X)


def _of_ground(ground: PaperGround, width: float, height: float) -> list[Page]:
    """Loose cards as they lie, cut into pages between them; row by row where that would leave most pages empty."""
    cards, head = ground.cards, 30.0 if ground.name else 0.0
    left, top = min(card.x for card in cards), min(card.y for card in cards)
    reach_x, reach_y = max(card.x for card in cards) - left, max(card.y for card in cards) - top
    across = max(1, math.ceil(reach_x / (width - CARD_W)))
    down = max(1, math.ceil(reach_y / (height - head - CARD_H)))
    tiles: dict[tuple[int, int], list[PaperCard]] = {}
    for card in cards:
        column = min(across - 1, int((card.x - left) / (reach_x or 1) * across))
        row = min(down - 1, int((card.y - top) / (reach_y or 1) * down))
        tiles.setdefault((row, column), []).append(card)
    a_row, a_column = int((width + GAP) // PITCH_X), int((height - head + GAP) // PITCH_Y)
    least = -(-len(cards) // (a_row * a_column))
    if len(tiles) > 2 * least:
        return _in_rows(ground, a_row, a_column, head)
    return [_tile(ground.name, tiles[place], head) for place in sorted(tiles)]


def _tile(name: str, cards: Sequence[PaperCard], head: float) -> Page:
    left, top = min(card.x for card in cards), min(card.y for card in cards)
    page = Page(cards=[(card, card.x - left, card.y - top + head) for card in cards])
    page.words = [(name, 0.0, head - 12)] if name else []
    page.depth = max(y for _, _, y in page.cards) + CARD_H
    return page


def _in_rows(ground: PaperGround, across: int, down: int, head: float) -> list[Page]:
    ordered = sorted(ground.cards, key=lambda card: (card.y // PITCH_Y, card.x))
    pages = []
    for start in range(0, len(ordered), across * down):
        page = Page(words=[(ground.name, 0.0, head - 12)] if ground.name else [])
        for place, card in enumerate(ordered[start : start + across * down]):
            row, column = divmod(place, across)
            page.cards.append((card, column * PITCH_X, row * PITCH_Y + head))
        page.depth = max(y for _, _, y in page.cards) + CARD_H
        pages.append(page)
    return pages
