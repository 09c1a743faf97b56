"""The film of a board shows how it grew, and nothing that was taken back on the way."""

import itertools
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import timedelta
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, History, calm, fresh, histories, nothing_yet
from workshop_app.domain import answers, audience, choosing, ideas, plans, stage
from workshop_app.domain.audience import BoardSeen, Card, ThemeFrame, board_of
from workshop_app.domain.board import free_spots
from workshop_app.domain.ideas import Given, Idea, Theme
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.replay import MOST, Film, Filming
from workshop_app.domain.stage import Stage
from workshop_app.domain.steps import Step


class Past:
    """A programme with its steps, an hour apart."""

    def __init__(self) -> None:
        self.programme = nothing_yet()
        self.steps: list[Step] = []
        self._counter = itertools.count(1)

    def do(self, label: str, change: partial[Outcome], **by: float) -> None:
        outcome = change(self.programme)
        at = (self.steps[-1].at if self.steps else NOW) + timedelta(**by or {"hours": 1})
        self.programme = outcome.programme
        self.steps.append(Step(len(self.steps) + 1, label, outcome.edits, at))

    def ideas(self, *texts: str, label: str = "add-idea") -> list[str]:
        keys = [fresh(self._counter) for _ in texts]
        given = [Given(text, Role.STUDENT) for text in texts]
        spots = ideas.spots(self.programme, len(texts))
        self.do(label, partial(ideas.add, new_ids=keys, at=NOW, given=given, spots=spots))
        return keys

    def theme(self, name: str, *idea_ids: str) -> str:
        key = fresh(self._counter)
        self.do("new-theme", partial(ideas.new_theme, new_id=key, at=NOW, name=name, idea_ids=idea_ids))
        return key

    def film(self) -> Film:
        return filmed(self.programme, self.steps)


def filmed(programme: Programme, steps: Iterable[Step]) -> Film:
    filming = Filming(programme, board_of(programme))
    for step in steps:
        filming.take(step)
    return filming.film()


def of_history(past: History) -> Film:
    return filmed(past.end, steps_of(past))


def steps_of(past: History) -> list[Step]:
    return [Step(n, one.label, one.outcome.edits, NOW + timedelta(hours=n)) for n, one in enumerate(past.steps, 1)]


class Board:
    """A board that is told only what changes."""

    def __init__(self) -> None:
        self.cards: dict[str, Card] = {}
        self.frames: dict[str, ThemeFrame] = {}

    def change(self, cards: dict[str, Card | None], frames: dict[str, ThemeFrame | None]) -> None:
        for table, news in ((self.cards, cards), (self.frames, frames)):
            for key, one in news.items():
                if one is None:
                    table.pop(key, None)
                else:
                    table[key] = one  # type: ignore[index,assignment]


def places(film: Film) -> list[Board]:
    """The board at each place of the film, walked forwards one scene at a time."""
    boards = [Board()]
    for number in range(len(film.scenes)):
        board = Board()
        board.change(*film.between(0, number + 1))
        boards.append(board)
    return boards


def same(board: Board, seen: BoardSeen) -> bool:
    return board.cards == {card.id: card for card in seen.cards} and board.frames == {
        frame.id: frame for frame in seen.themes
    }


@calm
@given(histories())
def test_the_film_ends_with_the_board_as_it_is_now_and_begins_with_nothing(past: History):
    film = of_history(past)
    assert len(film.scenes) <= MOST
    board = Board()
    for number in range(len(film.scenes)):
        board.change(*film.between(number, number + 1))
    assert same(board, board_of(past.end)) or not film.scenes
    assert film.scenes or not board_of(past.end).cards
    for number in range(len(film.scenes), 0, -1):
        board.change(*film.between(number, number - 1))
    assert (board.cards, board.frames) == ({}, {})


@calm
@given(histories(), st.lists(st.integers(0, 60), max_size=8))
def test_a_jump_comes_to_the_same_as_walking(past: History, jumps: list[int]):
    film = of_history(past)
    walked, here, board = places(film), 0, Board()
    for jump in jumps:
        there = jump % (len(film.scenes) + 1)
        board.change(*film.between(here, there))
        assert (board.cards, board.frames) == (walked[there].cards, walked[there].frames)
        here = there


@calm
@given(histories())
def test_no_place_of_the_film_shows_more_than_the_board_does_now(past: History):
    film, now = of_history(past), board_of(past.end)
    cards = {card.id: card for card in now.cards}
    moving = {
        "stage",
        "theme_id",
        "place",
        "x",
        "y",
        "students_back",
        "adults_back",
        "forward",
        "answer",
        "reach",
        "effort",
    }
    for board in places(film):
        assert board.cards.keys() <= cards.keys()
        for key, card in board.cards.items():
            as_now = {field.name: getattr(cards[key], field.name) for field in fields(Card) if field.name in moving}
            assert replace(card, **as_now) == cards[key], "not in its words of now"
            assert card.answer in ("", cards[key].answer)
        for key, frame in board.frames.items():
            theme = past.end.get(Theme, key)
            assert frame.name == theme.name
            assert not theme.dissolved or any(card.theme_id == key for card in board.cards.values())


@calm
@given(histories())
def test_no_place_of_the_film_shows_what_was_set_aside_then(past: History):
    """A scene's time tells how many steps had been done: what was not on the board then is not in the film then."""
    film, steps = of_history(past), steps_of(past)
    if len(film.scenes) == MOST:
        return  # several steps may make one scene
    for scene, board in zip(film.scenes[:-1], places(film)[1:], strict=False):
        n = next(step.n for step in steps if step.at == scene.at)
        then = past.states[n]
        assert board.cards.keys() <= {idea.id for idea in ideas.on_board(then)}


def test_a_card_that_was_set_aside_and_came_back_is_there_since_it_came_back():
    past = Past()
    (one,) = past.ideas("Ask us halfway")
    past.ideas("Talk first")
    past.do("set-aside", partial(ideas.set_idea_aside, idea_id=one, because="Said twice"))
    past.do("bring-back", partial(ideas.bring_back, idea_id=one))
    assert [len(board.cards) for board in places(past.film())] == [0, 1, 2]
    assert past.film().scenes[-1].label == "bring-back"
    past.do("set-aside-unseen", partial(ideas.take_unseen, idea_id=one))
    assert [len(board.cards) for board in places(past.film())] == [0, 1]
    assert one not in repr(past.film())


def test_words_that_were_taken_back_are_nowhere():
    past = Past()
    (one,) = past.ideas("Mrs Pike shouts")
    key = past.theme("About Mrs Pike", one)
    past.do("reword", partial(ideas.reword, idea_id=one, text="Be calm with us"))
    past.do("rename-theme", partial(ideas.rename_theme, theme_id=key, name="Calm"))
    past.do(
        "answer", partial(answers.answer, new_id="a", at=NOW, idea_id=one, kind=answers.Kind.NOT_YET, reason="Pike")
    )
    past.do("answer", partial(answers.answer, new_id="b", at=NOW, idea_id=one, kind=answers.Kind.YES))
    film = past.film()
    assert "Pike" not in repr(film)
    assert "not yet" not in repr(film)
    assert [board.cards[one].answer for board in places(film)[1:]] == ["", "", "yes"]


def test_a_theme_that_is_gone_is_seen_while_it_holds_cards():
    past = Past()
    one, two = past.ideas("Ask us halfway", "Talk first")
    gone, empty, stays = past.theme("Before", one), past.theme("Never used"), past.theme("Now")
    past.do("move-idea", partial(ideas.put_in_theme, idea_id=two, theme_id=stays))
    for key in (gone, empty):
        count = len(ideas.in_theme(past.programme, key))
        past.do("dissolve-theme", partial(ideas.dissolve_theme, theme_id=key, spots=free_spots([], count)))
    seen = [set(board.frames) for board in places(past.film())]
    assert seen == [set(), set(), {gone}, {gone, stays}, {gone, stays}, {stays}]


def test_scenes_count_what_happened():
    past = Past()
    one, two, three = past.ideas("Ask us halfway", "Talk first", "Tell us why", label="reveal")
    past.theme("Now", one, two)
    past.do("back", partial(choosing.back, idea_id=one, students=2))
    past.do("take-forward", partial(choosing.take_forward, idea_ids={one, two}))
    past.do("answer", partial(answers.answer, new_id="b", at=NOW, idea_id=three, kind=answers.Kind.YES))
    counts = [(scene.label, {k: n for k, n in scene.counts._asdict().items() if n}) for scene in past.film().scenes]
    assert counts == [
        ("reveal", {"came": 3}),
        ("new-theme", {"moved": 2, "themes": 1}),
        ("back", {"backed": 1}),
        ("take-forward", {"chosen": 2}),
        ("answer", {"answered": 1}),
    ]


def test_a_card_goes_from_stage_to_stage():
    past = Past()
    (one,) = past.ideas("Ask us halfway")
    past.do("to-stage", partial(stage.move, idea_id=one, to=Stage.TALKED))
    past.do("take-forward", partial(choosing.take_forward, idea_ids={one}))
    past.do("start-plan", partial(plans.start, new_id="p", at=NOW, title="Ask us", idea_ids=[one]))
    past.do("answer", partial(answers.answer, new_id="b", at=NOW, idea_id=one, kind=answers.Kind.YES))
    assert [board.cards[one].stage for board in places(past.film())[1:]] == list(Stage)


def test_a_long_history_is_a_short_film_that_keeps_its_days_apart():
    past = Past()
    for number in range(200):
        (key,) = past.ideas(f"Idea {number}")
        past.do("move-idea", partial(ideas.lay, idea_id=key, x=9.0, y=9.0), minutes=1)
    scenes = past.film().scenes
    assert MOST // 3 < len(scenes) <= MOST
    assert max(len(scene.cards) for scene in scenes) <= 3 * 200 / len(scenes)
    assert same(places(past.film())[-1], board_of(past.programme))


def test_what_history_does_not_tell_is_mended_at_the_end():
    past = Past()
    past.ideas("Ask us halfway", "Talk first")
    assert same(places(past.film())[-1], board_of(past.programme))
    seen = board_of(past.programme)
    changed = BoardSeen((replace(seen.cards[0], x=77.0), *seen.cards[1:]), seen.themes)
    filming = Filming(past.programme, changed)
    for step in past.steps:
        filming.take(step)
    assert same(places(filming.film())[-1], changed)
    assert Filming(nothing_yet(), audience.board_of(nothing_yet())).film().scenes == ()
    assert all(isinstance(one, Idea) for one in past.programme.all(Idea).values())
