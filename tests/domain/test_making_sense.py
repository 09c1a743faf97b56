"""Several things are moved in one step: no idea is lost, order is kept, and undo restores."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_ideas import ids, table
from tests.possible.making_sense import pairs
from tests.strategies import NOW, History, calm, histories, often
from workshop_app.domain import making_sense
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea, Theme, in_theme, new_theme, on_board, set_idea_aside, themes, weigh
from workshop_app.domain.making_sense import each, gather, is_named, lay_many, merge, order, start_theme
from workshop_app.domain.programme import Outcome, Programme, apply

KINDS = ("start-theme", "merge-themes", "order-themes", "gather-ideas", "lay-many-ideas")


def some_of(found: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(found), min_size=1, max_size=5, unique=True) if found else st.just([])


def undone(outcome: Outcome) -> Programme:
    return apply(outcome.programme, [edit.reversed() for edit in reversed(outcome.edits)])


def standing(programme: Programme) -> list[str]:
    return [theme.id for theme in themes(programme)]


@calm
@given(histories(most=25))
def test_no_idea_is_lost_and_undo_restores(past: History):
    for step in past.steps:
        if step.label in KINDS:
            after = step.outcome.programme
            assert sorted(ids(on_board(after))) == sorted(ids(on_board(step.before)))
            homes = set(standing(after))
            assert all(idea.theme_id is None or idea.theme_id in homes for idea in on_board(after))
            assert undone(step.outcome) == step.before


@often
@given(histories(), st.data())
def test_what_is_gathered_lies_together_in_its_order_and_the_others_keep_theirs(past: History, data: st.DataObject):
    programme = past.end
    if not standing(programme) or not on_board(programme):
        return
    theme = data.draw(st.sampled_from(standing(programme)))
    there = ids(in_theme(programme, theme))
    moved = data.draw(some_of(ids(on_board(programme))))
    before = data.draw(st.sampled_from([None, *there]))
    now = ids(in_theme(gather(programme, moved, theme, before).programme, theme))
    stay = [key for key in there if key not in moved]
    assert [key for key in now if key not in moved] == stay
    start = now.index(moved[0])
    assert now[start : start + len(moved)] == moved
    if before in stay:
        assert now[start + len(moved)] == before


@often
@given(histories(), st.data())
def test_themes_are_ordered_and_the_others_keep_their_order(past: History, data: st.DataObject):
    programme = past.end
    if not standing(programme):
        return
    theme = data.draw(st.sampled_from(standing(programme)))
    before = data.draw(st.sampled_from([None, *standing(programme)]))
    now = standing(order(programme, theme, before).programme)
    others = [key for key in standing(programme) if key != theme]
    assert [key for key in now if key != theme] == others
    if before is None:
        assert now[-1] == theme
    elif before != theme:
        assert now[now.index(theme) + 1] == before


@often
@given(histories(), st.data())
def test_put_together_one_theme_stands_with_the_ideas_of_both(past: History, data: st.DataObject):
    found = pairs(past.end)
    if not found:
        return
    one, into = data.draw(st.sampled_from(found))
    after = merge(past.end, one.id, into.id).programme
    both = ids(in_theme(past.end, into.id)) + ids(in_theme(past.end, one.id))
    assert ids(in_theme(after, into.id)) == both
    assert standing(after) == [key for key in standing(past.end) if key != one.id]
    assert after.get(Theme, into.id).name == into.name


def test_a_theme_begins_from_two_cards_and_waits_for_a_name():
    programme = table(4)
    first = start_theme(programme, "u", NOW, ["b", "a"])
    assert ids(in_theme(first.programme, "u")) == ["b", "a"]
    assert first.programme.get(Theme, "u").name == "Not named yet"
    second = start_theme(first.programme, "v", NOW, ["c", "c", "a"])
    assert ids(in_theme(second.programme, "v")) == ["c", "a"]
    assert ids(in_theme(second.programme, "u")) == ["b"]
    assert second.programme.get(Theme, "v").name == "Not named yet 2"
    assert [is_named(theme) for theme in themes(second.programme)] == [True, False, False]
    assert standing(second.programme) == ["t", "u", "v"]


@pytest.mark.parametrize("name", ["Not named yet, but soon", "Not named yet x", "not named yets", "2"])
def test_a_name_that_only_begins_like_a_placeholder_is_a_name(name: str):
    assert is_named(new_theme(table(1), new_id="n", at=NOW, name=name).programme.get(Theme, "n"))


def test_gathering_between_two_cards_a_hundred_times_keeps_the_order():
    programme = table(4, themed=2)
    for number in range(100):  # each time the gap is halved, until there are no numbers left in it
        pair = ["c", "d"] if number % 2 else ["d", "c"]
        programme = gather(programme, pair, "t", "b").programme
        assert ids(in_theme(programme, "t")) == ["a", *pair, "b"]
        programme = gather(programme, pair[::-1], "t", pair[0] if number % 3 else "b").programme
        assert ids(in_theme(programme, "t")) == ["a", *pair[::-1], "b"]


def test_ordering_themes_a_hundred_times_keeps_the_order():
    programme = table(1)
    for key in ("u", "v"):
        programme = new_theme(programme, new_id=key, at=NOW, name=key).programme
    for moved, before in itertools.islice(itertools.cycle([("v", "u"), ("u", "v")]), 120):
        programme = order(programme, moved, before).programme
        assert standing(programme) == ["t", moved, before]


def test_cards_are_laid_together_and_never_off_the_board():
    programme = lay_many(table(3, themed=3), [("a", 5.0, 6.0), ("c", -7.0, 8.0)]).programme
    lying = {idea.id: (idea.theme_id, idea.x, idea.y) for idea in programme.all(Idea).values() if idea.id in "ac"}
    assert lying == {"a": (None, 5.0, 6.0), "c": (None, 0.0, 8.0)}
    assert ids(in_theme(programme, "t")) == ["b"]


def test_nonsense_is_refused_in_a_sentence():
    programme = new_theme(table(3, themed=1), new_id="u", at=NOW, name="U").programme
    gone = merge(programme, "u", "t").programme
    aside = set_idea_aside(programme, "b", "Said twice").programme
    for refused in (
        lambda: start_theme(programme, "n", NOW, []),
        lambda: start_theme(programme, "n", NOW, ["a", "nobody"]),
        lambda: start_theme(aside, "n", NOW, ["a", "b"]),
        lambda: merge(programme, "t", "t"),
        lambda: merge(gone, "u", "t"),
        lambda: merge(gone, "t", "u"),
        lambda: order(gone, "t", "u"),
        lambda: order(programme, "nobody", None),
        lambda: gather(gone, ["a"], "u", None),
        lambda: gather(aside, ["a", "b"], "t", None),
        lambda: lay_many(programme, [("a", 1.0, math.nan)]),
        lambda: lay_many(programme, [("a", 1.0, 1.0), ("nobody", 1.0, 1.0)]),
    ):
        with pytest.raises(DomainError) as told:
            refused()
        assert str(told.value).endswith(".")


def test_what_changes_nothing_makes_no_edit():
    programme = new_theme(table(3, themed=2), new_id="u", at=NOW, name="U").programme
    assert order(programme, "t", "t").edits == ()
    assert lay_many(programme, []).edits == ()
    assert making_sense.gather(programme, [], "t", None).edits == ()


def test_the_same_is_done_to_each_or_to_none():
    programme = table(3)
    both = each(programme, ["c", "a", "c"], lambda now, one: weigh(now, one, 0.5, 0.25))
    assert [edit.id for edit in both.edits] == ["c", "a"]
    assert apply(programme, both.edits) == both.programme
    with pytest.raises(DomainError):
        each(programme, ["a", "b"], lambda now, one: weigh(now, one, 0.5, None if one == "b" else 0.5))
