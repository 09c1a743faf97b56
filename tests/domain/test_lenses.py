"""Through every lens each card has one place, no two lie on each other, and a place found again is the same place."""

import math
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import History, calm, histories, often
from workshop_app.domain import board, ideas, lenses
from workshop_app.domain.audience import BoardSeen, Card, Spot, ThemeFrame, board_of
from workshop_app.domain.board import CARD_H, CARD_W, Layout
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.lenses import ELSE, Lens, Weight

ASPECTS = (Spot("teaching", "Teaching", "learning", ""), Spot("food", "Food", "wellbeing", ""))
CARD = Card("c", "words", "", "", "student", None, 0.0, 0.0, 0.0, 0, 0, False)
parts = st.floats(0, 1)
aspects = st.sampled_from([None, "teaching", "food", "somewhere else"])


@st.composite
def crowds(draw: st.DrawFn) -> list[Card]:
    count = draw(st.integers(0, 40))
    found = []
    for number in range(count):
        weighed = draw(st.booleans())
        found.append(
            Card(
                f"c{number}", "words", "", "", "student", draw(st.sampled_from([None, "t"])), float(number),
                number * 216.0, 0.0, 0, 0, False,
                aspect_id=draw(aspects), stage=draw(st.sampled_from(lenses.STAGES)),
                reach=draw(parts) if weighed else None, effort=draw(parts) if weighed else None,
            )
        )  # fmt: skip
    return found


def laid(lens: Lens, cards: list[Card]) -> Layout:
    theme = ThemeFrame("t", "Theme", 1.0)
    return lenses.layout(lens, cards, lenses.frames(lens, [theme], ASPECTS), themes={"t": theme})


@often
@given(crowds(), st.sampled_from(Lens))
def test_every_card_has_one_place_on_the_board(cards: list[Card], lens: Lens):
    layout = laid(lens, cards)
    assert set(layout.cards) == {card.id for card in cards}
    for x, y in layout.cards.values():
        assert 0 <= x <= layout.width - CARD_W + 1e-6
        assert 0 <= y <= layout.height - CARD_H + 1e-6


@often
@given(crowds(), st.sampled_from([Lens.ASPECTS, Lens.STAGE]))
def test_in_columns_each_card_lies_in_its_own_and_none_on_another(cards: list[Card], lens: Lens):
    layout = laid(lens, cards)
    for card in cards:
        wanted = (
            card.stage if lens is Lens.STAGE else card.aspect_id if card.aspect_id in ("teaching", "food") else ELSE
        )
        x, y = layout.cards[card.id]
        assert layout.theme_at(x, y) == layout.theme_at(x + CARD_W - 1, y + CARD_H - 1) == wanted
    for one, other in combinations(layout.cards.values(), 2):
        assert abs(one[0] - other[0]) >= CARD_W or abs(one[1] - other[1]) >= CARD_H


@often
@given(crowds(), parts, parts)
def test_a_weight_is_found_again_where_it_was_laid(cards: list[Card], reach: float, effort: float):
    cards.append(replace(CARD, reach=reach, effort=effort))
    layout = laid(Lens.REACH, cards)
    found = lenses.weight_at(layout, *layout.cards[CARD.id])
    assert found is not None
    assert math.isclose(found.reach, reach, abs_tol=1e-9) and math.isclose(found.effort, effort, abs_tol=1e-9)
    for card in cards:
        assert (lenses.weight_at(layout, *layout.cards[card.id]) is None) is (card.reach is None)


def test_more_helps_is_higher_and_more_effort_further_right():
    few = replace(CARD, id="few", reach=0.2, effort=0.2)
    many = replace(CARD, id="many", reach=0.9, effort=0.8)
    layout = laid(Lens.REACH, [few, many])
    little, much = layout.cards["few"], layout.cards["many"]
    assert much[0] > little[0] and much[1] < little[1]


@calm
@given(histories())
def test_a_sessions_board_shows_its_ideas_and_those_of_none(past: History):
    programme = past.end
    everything = board_of(programme)
    for session_id in (one.id for one in past.end.all(ideas.Idea).values() if one.session_id is None):
        assert session_id in {card.id for card in everything.cards} or programme.get(Idea, session_id).set_aside
    sessions = {idea.session_id for idea in ideas.on_board(programme)} - {None}
    for session_id in sessions:
        seen: BoardSeen = board_of(programme, session_id)
        shown = {card.id for card in seen.cards}
        assert shown == {one.id for one in ideas.on_board(programme) if one.session_id in (None, session_id)}
        for frame in seen.themes:
            inside = ideas.in_theme(programme, frame.id)
            assert frame.elsewhere == sum(one.id not in shown for one in inside)
            assert not inside or frame.elsewhere < len(inside) or programme.get(ideas.Theme, frame.id).session_id
        with_cards = {card.theme_id for card in seen.cards} - {None}
        assert with_cards <= {frame.id for frame in seen.themes}
        assert not seen.grounds


@calm
@given(histories())
def test_all_sessions_lie_below_each_other_and_nothing_on_anything_of_another(past: History):
    seen = board_of(past.end)
    layout = lenses.layout(Lens.THEMES, seen.cards, seen.themes, themes={}, grounds=seen.grounds)
    if not seen.grounds:
        return
    depth: dict[str, tuple[float, float]] = {}
    for card in seen.cards:
        if card.theme_id is None:
            x, y = layout.cards[card.id]
            assert (x, y) == pytest.approx((card.x, layout.ground_of(card.ground) + card.y))
            top, bottom = depth.get(card.ground, (y, y + CARD_H))
            depth[card.ground] = min(top, y), max(bottom, y + CARD_H)
    order = [ground.id for ground in seen.grounds if ground.id in depth]
    for one, other in pairwise(order):
        assert depth[one][1] <= depth[other][0]


@pytest.mark.parametrize("weight", [(0.5, None), (None, 0.5), (math.nan, 0.5), (0.5, math.inf)])
def test_half_a_weight_or_none_at_all_is_refused(weight: tuple[float | None, float | None]):
    from tests.domain.test_ideas import table

    with pytest.raises(DomainError):
        ideas.weigh(table(1), "a", *weight)


def test_weighing_and_the_aspect_change_nothing_else():
    from tests.domain.test_ideas import table

    before = table(2).get(Idea, "a")
    weighed = ideas.weigh(table(2), "a", 1.7, 0.12345).programme.get(Idea, "a")
    assert (weighed.reach, weighed.effort) == (1.0, 0.123)
    about = ideas.to_aspect(table(2), "a", "food", "Food", "wellbeing").programme.get(Idea, "a")
    assert (about.aspect_id, about.label, about.family) == ("food", "Food", "wellbeing")
    assert about.text == before.text and about.theme_id == before.theme_id == weighed.theme_id
    assert ideas.weigh(table(2), "a", None, None).edits == ()


@often
@given(st.lists(st.tuples(parts, parts), max_size=8), parts, parts, st.integers(1, 24))
def test_cards_that_are_weighed_together_hide_none(before, reach: float, effort: float, count: int):
    weighed = [Weight(*one) for one in before]
    found = lenses.weights(laid(Lens.REACH, []), weighed, Weight(reach, effort), count)
    assert len(found) == count
    every = enumerate([*weighed, *found])
    layout = laid(Lens.REACH, [replace(CARD, id=f"c{n}", reach=one.reach, effort=one.effort) for n, one in every])
    for number in range(len(weighed), len(weighed) + count):
        corner = layout.cards[f"c{number}"]
        others = [spot for key, spot in layout.cards.items() if key != f"c{number}"]
        assert all(board.covered(*corner, spot) < 0.6 for spot in others)


@often
@given(crowds(), st.floats(0.5, 4))
def test_columns_are_no_wider_than_can_be_read(cards: list[Card], shape: float):
    theme = ThemeFrame("t", "Theme", 1.0)
    shown = lenses.frames(Lens.STAGE, [theme], ASPECTS)
    least = laid(Lens.STAGE, []).width
    layout = lenses.layout(Lens.STAGE, cards, shown, themes={"t": theme}, room=lenses.Room(shape, least))
    assert layout.width <= least


def test_within_a_column_it_is_read_theme_by_theme_in_their_order():
    themes = {"z": ThemeFrame("z", "First", 1.0), "a": ThemeFrame("a", "Second", 2.0)}
    cards = [replace(CARD, id=key, theme_id=theme) for key, theme in (("c0", None), ("c1", "a"), ("c2", "z"))]
    layout = lenses.layout(Lens.STAGE, cards, lenses.frames(Lens.STAGE, themes.values(), ()), themes=themes)
    assert sorted(layout.cards, key=lambda key: layout.cards[key][1]) == ["c2", "c1", "c0"]
