"""Ideas, themes, and choosing among them."""

from collections.abc import Iterator
from functools import partial
from itertools import product

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.possible.registry import NOW, Do, fresh, line, one_of, operation, roles, some
from workshop_app.domain import answers, board, choosing, ideas, plans, sessions, stage
from workshop_app.domain.ideas import Given, Idea, Source, Theme
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Session
from workshop_app.domain.stage import Stage

spots = st.floats(-50, 4000, allow_nan=False)
backing = st.integers(-1, 3)
parts = st.floats(0, 1)


def lying(programme: Programme) -> list[tuple[float, float]]:
    """Where the loose cards lie."""
    return [(idea.x, idea.y) for idea in ideas.loose(programme)]


def homes(programme: Programme) -> list[tuple[Idea, Theme]]:
    return list(product(ideas.on_board(programme), ideas.themes(programme)))


@operation("add-ideas")
def add(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    given = [_given(draw, programme, counter) for _ in range(draw(st.integers(1, 3)))]
    keys = [fresh(counter) for _ in given]
    free = board.free_spots(lying(programme), len(given))
    return partial(ideas.add, new_ids=keys, at=NOW, given=given, spots=free)


@operation("reword-idea", ideas.on_board)
def reword(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(ideas.reword, idea_id=one.id, text=line(draw, counter))


@operation("lay-idea", ideas.on_board)
def lay(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(ideas.lay, idea_id=one.id, x=draw(spots), y=draw(spots))


@operation("tidy-ideas", ideas.loose)
def tidy(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: Idea) -> Do:
    return partial(ideas.tidy, spots=board.free_spots([], len(ideas.loose(programme))))


@operation("put-in-theme", homes)
def put_in_theme(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Idea, Theme]) -> Do:
    idea, theme = one
    before = one_of(draw, [None, *(other.id for other in ideas.in_theme(programme, theme.id))])
    return partial(ideas.put_in_theme, idea_id=idea.id, theme_id=theme.id, before=before)


@operation("to-aspect", ideas.on_board)
def to_aspect(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(ideas.to_aspect, idea_id=one.id, aspect_id=draw(st.sampled_from([None, "food"])), label="Food")


@operation("weigh", ideas.on_board)
def weigh(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    reach, effort = draw(st.none() | st.tuples(parts, parts)) or (None, None)
    return partial(ideas.weigh, idea_id=one.id, reach=reach, effort=effort)


@operation("talk-about", ideas.on_board)
def talk_about(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    now = stage.of(one, answers.by_idea(programme), plans.planned(programme))
    free = now in (Stage.NEW, Stage.TALKED, Stage.CHOSEN)
    return partial(stage.move, idea_id=one.id, to=draw(st.sampled_from(list(Stage)[:3])) if free else now)


@operation("set-idea-aside", ideas.on_board)
def set_aside(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(ideas.set_idea_aside, idea_id=one.id, because=line(draw, counter))


@operation("take-idea-unseen", lambda programme: list(programme.all(Idea).values()))
def take_unseen(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(ideas.take_unseen, idea_id=one.id)


@operation("bring-idea-back", lambda programme: ideas.aside(programme) + ideas.unseen(programme))
def bring_back(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(ideas.bring_back, idea_id=one.id)


@operation("new-theme")
def new_theme(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    inside = some(draw, ideas.on_board(programme))
    return partial(ideas.new_theme, new_id=fresh(counter), at=NOW, name=line(draw, counter), idea_ids=inside)


@operation("rename-theme", ideas.themes)
def rename_theme(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Theme) -> Do:
    return partial(ideas.rename_theme, theme_id=one.id, name=line(draw, counter))


@operation("dissolve-theme", ideas.themes)
def dissolve_theme(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Theme) -> Do:
    free = board.free_spots(lying(programme), len(ideas.in_theme(programme, one.id)))
    return partial(ideas.dissolve_theme, theme_id=one.id, spots=free)


@operation("back-idea", ideas.on_board)
def back(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(choosing.back, idea_id=one.id, students=draw(backing), adults=draw(backing))


@operation("insist-on-idea", ideas.on_board)
def insist(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(choosing.insist, idea_id=one.id, on=draw(st.booleans()))


@operation("take-forward", ideas.on_board)
def take_forward(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(choosing.take_forward, idea_ids=[one.id, *some(draw, ideas.on_board(programme))])


def _given(draw: DrawFn, programme: Programme, counter: Iterator[int]) -> Given:
    text, role, source = line(draw, counter), draw(roles), one_of(draw, list(Source))
    by = one_of(draw, [None, *programme.all(Person)])
    session = one_of(draw, [None, *programme.all(Session)])
    if session is None:
        return Given(text, role, source, person_id=by)
    prompt = one_of(draw, sessions.prompts_of(programme, session))
    return Given(text, role, source, session, prompt.id, prompt.aspect_id, prompt.label, prompt.family, by)
