"""Making sense together: themes from cards, put together, ordered; several cards at once."""

from collections.abc import Iterator
from functools import partial
from itertools import product

from hypothesis.strategies import DrawFn

from tests.possible.ideas import homes, spots
from tests.possible.registry import NOW, Do, fresh, one_of, operation, some
from workshop_app.domain import ideas, making_sense
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.programme import Programme


def pairs(programme: Programme) -> list[tuple[Theme, Theme]]:
    """Two themes that stand, and are not the same."""
    standing = ideas.themes(programme)
    return [(one, other) for one, other in product(standing, standing) if one.id != other.id]


@operation("start-theme", ideas.on_board)
def start_theme(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    inside = [one.id, *some(draw, ideas.on_board(programme))]
    return partial(making_sense.start_theme, new_id=fresh(counter), at=NOW, idea_ids=inside)


@operation("merge-themes", pairs)
def merge(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Theme, Theme]) -> Do:
    return partial(making_sense.merge, theme_id=one[0].id, into=one[1].id)


@operation("order-themes", ideas.themes)
def order(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Theme) -> Do:
    before = one_of(draw, [None, *(theme.id for theme in ideas.themes(programme))])
    return partial(making_sense.order, theme_id=one.id, before=before)


@operation("gather-ideas", homes)
def gather(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Idea, Theme]) -> Do:
    idea, theme = one
    going = [idea.id, *some(draw, ideas.on_board(programme))]
    before = one_of(draw, [None, *(other.id for other in ideas.in_theme(programme, theme.id))])
    return partial(making_sense.gather, idea_ids=going, theme_id=theme.id, before=before)


@operation("lay-many-ideas", ideas.on_board)
def lay_many(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    going = dict.fromkeys([one.id, *some(draw, ideas.on_board(programme))])
    return partial(making_sense.lay_many, spots=[(key, draw(spots), draw(spots)) for key in going])
