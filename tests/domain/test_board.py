"""Geometry of the board: nothing covers anything that it should not, and a place found again is the same place."""

import math
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.domain.board import (
    ACROSS,
    BOX_W,
    CARD_H,
    CARD_W,
    LEAST_W,
    LOOSE_HEAD,
    MARGIN,
    PITCH_X,
    PITCH_Y,
    SMALL_W,
    Box,
    arrange,
    columns_for,
    free_spots,
    near,
    slot,
    slot_at,
)

coordinates = st.floats(0, 4000) | st.integers(0, 4000).map(float) | st.integers(0, 30).map(lambda step: step * 16.5)
spots = st.tuples(coordinates, coordinates)
TINY = 1e-6
crowds = st.lists(st.integers(0, 9) | st.integers(0, 70), max_size=9)  # cards in each theme


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) >= CARD_W or abs(one[1] - other[1]) >= CARD_H


def laid(crowd: list[int], loose: list[tuple[float, float]]):
    members = {f"t{theme}": [f"t{theme}c{card}" for card in range(count)] for theme, count in enumerate(crowd)}
    return members, arrange(members, [(f"l{number}", x, y) for number, (x, y) in enumerate(loose)])


@often
@given(crowds, st.lists(spots, max_size=6))
def test_every_theme_and_every_card_has_its_place(crowd, loose):
    members, layout = laid(crowd, loose)
    assert list(layout.themes) == list(members)
    assert set(layout.cards) == {card for cards in members.values() for card in cards} | {
        f"l{number}" for number in range(len(loose))
    }


@often
@given(crowds, st.lists(spots, max_size=6))
def test_no_two_cards_in_themes_overlap_and_each_lies_in_its_own_frame(crowd, loose):
    members, layout = laid(crowd, loose)
    inside = [layout.cards[card] for cards in members.values() for card in cards]
    assert all(apart(one, other) for one, other in combinations(inside, 2))
    for theme, cards in members.items():
        for x, y in (layout.cards[card] for card in cards):
            corners = [(x, y), (x + CARD_W, y), (x, y + CARD_H), (x + CARD_W, y + CARD_H)]
            assert [layout.theme_at(*corner) for corner in corners] == [theme] * 4


@often
@given(crowds, st.lists(spots, max_size=6))
def test_no_two_frames_overlap(crowd, loose):
    boxes = laid(crowd, loose)[1].themes.values()
    for one, other in combinations(boxes, 2):
        beside = one.x + one.w <= other.x or other.x + other.w <= one.x
        below = one.y + one.h <= other.y or other.y + other.h <= one.y
        assert beside or below


@often
@given(crowds, st.lists(spots, max_size=6))
def test_the_loose_ground_begins_with_the_row_of_its_topmost_card_below_every_theme(crowd, loose):
    _, layout = laid(crowd, loose)
    below = MARGIN + LOOSE_HEAD if crowd else 0.0
    deepest = max((box.y + box.h for box in layout.themes.values()), default=0.0)
    assert math.isclose(deepest + below, layout.ground_top, abs_tol=TINY)
    lying = [layout.cards[f"l{number}"][1] for number in range(len(loose))]
    first = min(lying, default=layout.ground_top)
    assert layout.ground_top - TINY <= first < layout.ground_top + PITCH_Y + TINY
    for number, (x, y) in enumerate(loose):
        assert layout.cards[f"l{number}"] == (x, layout.ground_y + y)
        assert layout.theme_at(*layout.cards[f"l{number}"]) is None


@often
@given(crowds, st.lists(spots, max_size=6))
def test_the_board_is_large_enough_for_all_of_it(crowd, loose):
    _, layout = laid(crowd, loose)
    assert layout.width >= (LEAST_W if len(crowd) > 2 else SMALL_W)
    for x, y in layout.cards.values():
        assert x + CARD_W <= layout.width
        assert y + CARD_H <= layout.height
    for box in layout.themes.values():
        assert box.x + box.w <= layout.width
        assert box.y + box.h <= layout.height


@often
@given(crowds, st.lists(spots, max_size=6))
def test_themes_stand_below_each_other_before_they_make_the_board_wider(crowd, loose):
    _, layout = laid(crowd, loose)
    widest = max((box.w for box in layout.themes.values()), default=0.0)
    least = LEAST_W if len(crowd) > 2 else SMALL_W
    assert layout.width == max([least, widest, *(x + CARD_W for x, _ in loose)])


@often
@given(crowds, st.lists(spots, min_size=1, max_size=6), st.integers(0, 5))
def test_a_growing_theme_moves_no_loose_card_against_another(crowd, loose, which):
    grown = [count + (number == which) for number, count in enumerate(crowd)]
    before, after = laid(crowd, loose)[1], laid(grown, loose)[1]
    for number in range(len(loose)):
        (x, y), (left, top) = before.cards[f"l{number}"], after.cards[f"l{number}"]
        assert x == left
        assert math.isclose(top - y, after.ground_y - before.ground_y, abs_tol=TINY)


@pytest.mark.parametrize("far", [1e6, 1e9, 1e300])
def test_a_card_may_lie_as_far_away_as_it_likes(far):
    layout = arrange({"t": ["a"], "u": []}, [("l", far, far)])
    assert layout.cards["l"] == (far, layout.ground_y + far)
    assert len(free_spots([(far, far)], 3)) == 3


def test_three_themes_stand_abreast_on_the_smallest_board():
    layout = arrange({"a": [], "b": [], "c": [], "d": []}, [])
    assert [(box.x, box.y > 0) for box in layout.themes.values()] == [
        (0.0, False),
        (BOX_W + MARGIN, False),
        (2 * (BOX_W + MARGIN), False),
        (0.0, True),
    ]


@often
@given(st.lists(spots, max_size=25), st.integers(0, 25))
@example([(16.5, 0.0)], 1)
@example([(0.0, 16.75)], 12)
def test_free_spots_cover_no_card_that_lies_there_and_not_each_other(lying, wanted):
    found = free_spots(lying, wanted)
    assert len(found) == wanted
    assert all(x >= 0 and y >= 0 for x, y in found)
    assert all(apart(spot, card) for spot in found for card in lying)
    assert all(apart(one, other) for one, other in combinations(found, 2))


@often
@given(st.integers(0, 40), st.integers(0, 40))
def test_cards_laid_one_after_another_fill_the_ground_without_holes(first, more):
    lying = free_spots([], first)
    lying += free_spots(lying, more)
    assert len(set(lying)) == first + more
    assert all(apart(one, other) for one, other in combinations(lying, 2))


def test_free_spots_come_row_by_row():
    found = free_spots([], 40)
    assert found == sorted(found, key=lambda spot: (spot[1], spot[0]))
    assert found[0] == (0.0, 0.0)


@often
@given(st.integers(0, 5000))
def test_the_loose_ground_grows_in_both_directions(loose):
    across = columns_for(loose)
    assert across >= 4
    assert columns_for(loose + 1) in (across, across + 1)
    down = -(-loose // across)
    assert down <= across + 1


widths = st.integers(1, 5).map(lambda span: span * BOX_W + (span - 1) * MARGIN)
boxes = st.builds(Box, coordinates, coordinates, widths, st.just(1e4))


def abreast(box: Box) -> int:
    """How many slots lie in the first row."""
    top = slot(box, 0)[1]
    return next(place for place in range(1, 100) if slot(box, place)[1] > top)


@often
@given(crowds)
def test_every_card_of_a_board_lies_in_the_slot_that_is_found_under_its_middle(crowd):
    members, layout = laid(crowd, [])
    for theme, cards in members.items():
        for place, card in enumerate(cards):
            x, y = layout.cards[card]
            assert slot_at(layout.themes[theme], x + CARD_W / 2, y + CARD_H / 2, len(cards)) == place


@often
@given(boxes)
def test_a_row_of_slots_fills_its_theme_and_stays_inside(box):
    last = slot(box, abreast(box) - 1)[0] + CARD_W
    assert abreast(box) >= ACROSS
    assert box.x + box.w - PITCH_X < last <= box.x + box.w


@often
@given(boxes, st.integers(0, 60), st.floats(-0.45, 0.45), st.floats(-0.45, 0.45))
def test_a_card_let_go_on_a_slot_belongs_in_that_slot(box, place, right, down):
    x, y = slot(box, place)
    middle = (x + CARD_W * (0.5 + right), y + CARD_H * (0.5 + down))
    assert slot_at(box, *middle, count=100) == place


@often
@given(boxes, st.integers(0, 20), st.floats(-9000, 9000), st.floats(-9000, 9000))
def test_wherever_a_card_is_let_go_its_place_is_one_that_there_is(box, count, x, y):
    assert 0 <= slot_at(box, x, y, count) <= count


@often
@given(boxes, st.integers(0, 20), st.floats(0, 9000))
def test_a_card_let_go_beside_a_theme_stays_in_its_row(box, row, beside):
    first = row * abreast(box)
    middle = slot(box, first)[1] + CARD_H / 2
    assert slot_at(box, box.x - beside, middle, count=1000) == first
    assert slot_at(box, box.x + box.w + beside, middle, count=1000) == first + abreast(box) - 1


def test_slots_run_across_and_then_down():
    box = Box(0, 0, BOX_W, 1e4)
    places = [slot(box, place) for place in range(3 * ACROSS)]
    assert places == sorted(places, key=lambda spot: (spot[1], spot[0]))
    assert len({y for _, y in places}) == 3


def test_a_box_holds_its_first_corner_and_not_the_next_boxs():
    box = Box(10, 20, 30, 40)
    assert box.holds(10, 20)
    assert box.holds(39.9, 59.9)
    assert not box.holds(40, 20)
    assert not box.holds(10, 60)
    assert not box.holds(9.9, 20)


@often
@given(st.lists(spots, max_size=12), coordinates, coordinates)
def test_a_card_that_is_let_go_on_another_lies_beside_it(lying, x, y):
    at = near(lying, x, y)
    if at == (x, y):
        return
    assert at[0] >= 0
    assert at[1] >= 0
    for cx, cy in lying:
        assert abs(cx - at[0]) >= CARD_W - TINY or abs(cy - at[1]) >= CARD_H - TINY


def test_a_card_may_overlap_another_a_little_and_never_hide_it():
    assert near([(0.0, 0.0)], CARD_W * 0.9, 0.0) == (CARD_W * 0.9, 0.0)
    assert near([(0.0, 0.0)], 5.0, 5.0) != (5.0, 5.0)
