"""Ideas are never gone, lie in one place, and keep the order that hands gave them."""

import itertools
import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.strategies import NOW, History, calm, histories, nothing_yet, often
from workshop_app.domain import stage
from workshop_app.domain.board import free_spots
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import (
    Given,
    Idea,
    Source,
    Theme,
    add,
    aside,
    bring_back,
    dissolve_theme,
    homes,
    in_theme,
    lay,
    loose,
    new_theme,
    on_board,
    put_in_theme,
    rename_theme,
    reword,
    said_by,
    set_idea_aside,
    take_unseen,
    themes,
    tidy,
    to_aspect,
    unseen,
    weigh,
)
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Editing, Programme


def table(count: int, themed: int = 0) -> Programme:
    """Ideas a, b, c, …, the first `themed` of them in the theme "t", in that order."""
    keys = [chr(ord("a") + number) for number in range(count)]
    given_ideas = [Given(f"idea {key}", Role.STUDENT) for key in keys]
    programme = add(nothing_yet(), new_ids=keys, at=NOW, given=given_ideas, spots=free_spots([], count)).programme
    return new_theme(programme, new_id="t", at=NOW, name="Theme", idea_ids=keys[:themed]).programme


def ids(found: list[Idea]) -> list[str]:
    return [idea.id for idea in found]


@calm
@given(histories())
def test_every_idea_is_on_the_board_or_aside(past: History):
    for programme in past.states:
        assert sorted(ids(on_board(programme) + aside(programme) + unseen(programme))) == sorted(programme.all(Idea))


@calm
@given(histories())
def test_every_idea_on_the_board_is_loose_or_in_a_theme_that_stands(past: History):
    for programme in past.states:
        standing = {theme.id for theme in themes(programme)}
        assert {idea.theme_id for idea in on_board(programme)} <= standing | {None}
        inside = [key for theme in standing for key in ids(in_theme(programme, theme))]
        assert sorted(inside) == sorted(idea.id for idea in on_board(programme) if idea.theme_id)


@calm
@given(histories())
def test_no_two_themes_that_stand_share_a_name(past: History):
    for programme in past.states:
        names = [theme.name.casefold() for theme in themes(programme)]
        assert len(set(names)) == len(names)


@calm
@given(histories())
def test_no_idea_is_empty_and_all_lie_where_a_board_reaches(past: History):
    for idea in past.end.all(Idea).values():
        assert idea.text.strip()
        assert 0 <= idea.x < math.inf
        assert 0 <= idea.y < math.inf


@often
@given(st.lists(st.tuples(st.text("ab", min_size=1), st.sampled_from(list(Role)), st.sampled_from(list(Source)))))
def test_ideas_keep_what_was_known_when_they_were_given(rows):
    given_ideas = [
        Given(text, role, source, f"s{n}", f"q{n}", f"a{n}", f"l{n}", f"f{n}", f"p{n}")
        for n, (text, role, source) in enumerate(rows)
    ]
    keys, spots = [f"i{n}" for n in range(len(rows))], free_spots([], len(rows))
    programme = add(nothing_yet(), new_ids=keys, at=NOW, given=given_ideas, spots=spots).programme
    assert ids(on_board(programme)) == keys
    for idea, one, (x, y) in zip(on_board(programme), given_ideas, spots, strict=True):
        assert all(getattr(idea, name) == getattr(one, name) for name in Given.__slots__)
        assert (idea.x, idea.y, idea.theme_id, idea.added_at) == (x, y, None, NOW)


def test_one_empty_idea_among_several_and_none_comes_in():
    with pytest.raises(DomainError, match="empty"):
        add(
            nothing_yet(),
            new_ids=["a", "b"],
            at=NOW,
            given=[Given("yes", Role.STUDENT), Given(" ", Role.STUDENT)],
            spots=[(0, 0), (1, 1)],
        )


@often
@given(st.lists(st.tuples(st.integers(0, 5), st.none() | st.integers(0, 5)), max_size=12))
def test_an_idea_put_before_another_comes_right_before_it(moves):
    programme, expected = table(6, themed=3), ["a", "b", "c"]
    for moved, before in moves:
        key, target = "abcdef"[moved], None if before is None else "abcdef"[before]
        programme = put_in_theme(programme, key, "t", target).programme
        expected = [one for one in expected if one != key]
        expected.insert(expected.index(target) if target in expected else len(expected), key)
        assert ids(in_theme(programme, "t")) == expected
        assert put_in_theme(programme, key, "t", target).edits == ()


def test_two_ideas_may_swap_places_before_a_third_for_ever():
    programme = table(3, themed=3)
    for key, other in itertools.islice(itertools.cycle([("a", "b"), ("b", "a")]), 300):
        programme = put_in_theme(programme, key, "t", "c").programme
        assert ids(in_theme(programme, "t")) == [other, key, "c"]


def test_an_idea_goes_before_one_that_came_back_to_the_same_place():
    programme = set_idea_aside(table(3, themed=2), "b", "Said twice").programme
    programme = put_in_theme(programme, "c", "t").programme
    programme = bring_back(programme, "b").programme
    programme = put_in_theme(programme, "a", "t", "c").programme
    found = ids(in_theme(programme, "t"))
    assert found.index("a") + 1 == found.index("c")


def test_a_place_that_is_free_moves_no_other_idea():
    outcome = put_in_theme(table(5, themed=4), "e", "t", "b")
    assert [edit.id for edit in outcome.edits] == ["e"]


@often
@given(st.floats(), st.floats())
@example(math.nan, 0.0)
@example(0.0, math.inf)
def test_a_card_lies_where_it_was_put_on_the_ground_and_nowhere_else(x, y):
    programme = table(2, themed=1)
    if not (math.isfinite(x) and math.isfinite(y)):
        with pytest.raises(DomainError):
            lay(programme, "a", x, y)
        return
    outcome = lay(programme, "a", x, y)
    idea = outcome.programme.get(Idea, "a")
    assert (idea.theme_id, idea.x, idea.y) == (None, max(0, x), max(0, y))
    assert {edit.id for edit in outcome.edits} <= {"a"}
    assert lay(outcome.programme, "a", x, y).edits == ()


@often
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8))
def test_tidying_keeps_the_reading_order_of_what_lies_loose(corners):
    programme = table(len(corners) + 1, themed=1)
    for key, (column, row) in zip(list(programme.all(Idea))[1:], corners, strict=True):
        programme = lay(programme, key, column * 100.0, row * 100.0).programme
    spots = free_spots([], len(corners))
    outcome = tidy(programme, spots)
    before, after = loose(programme), loose(outcome.programme)
    assert before == sorted(before, key=lambda idea: (idea.y, idea.x, idea.id))
    assert sorted(ids(before)) == sorted(key for key in programme.all(Idea) if key != "a")
    assert ids(after) == ids(before)
    assert [(idea.x, idea.y) for idea in after] == spots
    assert "a" not in {edit.id for edit in outcome.edits}
    assert tidy(outcome.programme, spots).edits == ()


def test_an_idea_set_aside_and_brought_back_lies_where_it_was():
    programme = table(3, themed=2)
    for key in "abc":
        away = set_idea_aside(programme, key, "Said twice").programme
        assert key not in ids(on_board(away))
        assert ids(aside(away)) == [key]
        assert set_idea_aside(away, key, "Said twice").edits == ()
        assert bring_back(away, key).programme == programme


def test_an_idea_whose_theme_was_dissolved_meanwhile_comes_back_loose():
    away = set_idea_aside(table(2, themed=2), "a", "Said twice").programme
    gone = dissolve_theme(away, "t", [(7.0, 8.0)]).programme
    assert bring_back(gone, "a").programme.get(Idea, "a").theme_id is None


@pytest.mark.parametrize("because", ["", "  \n", "x" * 2001])
def test_nothing_is_set_aside_without_a_reason(because):
    with pytest.raises(DomainError, match="reason"):
        set_idea_aside(table(1), "a", because)


def test_the_reason_is_kept_until_the_idea_comes_back():
    away = set_idea_aside(table(1), "a", " Said  twice ").programme
    assert away.get(Idea, "a").because == "Said twice"
    assert set_idea_aside(away, "a", "Taken back").programme.get(Idea, "a").because == "Taken back"
    assert bring_back(away, "a").programme.get(Idea, "a").because == ""


def test_an_idea_taken_unseen_is_in_no_list_but_its_own():
    programme = take_unseen(set_idea_aside(table(3, themed=2), "a", "Said twice").programme, "a").programme
    assert ids(on_board(programme)) == ["b", "c"]
    assert ids(in_theme(programme, "t")) == ["b"]
    assert aside(programme) == []
    assert ids(unseen(programme)) == ["a"]
    assert programme.get(Idea, "a").because == ""
    back = bring_back(programme, "a").programme
    assert back == table(3, themed=2)
    assert unseen(back) == []


def test_what_was_purged_can_not_come_back():
    programme = take_unseen(table(1), "a").programme
    editing = Editing(programme)
    editing.set(programme.get(Idea, "a"), text="")
    programme = editing.outcome().programme
    assert unseen(programme) == on_board(programme) == aside(programme) == []
    with pytest.raises(DomainError, match="for good"):
        bring_back(programme, "a")


def test_what_was_set_aside_last_comes_first():
    programme = table(3)
    for key in "abc":
        programme = set_idea_aside(programme, key, "Said twice").programme
    assert ids(aside(programme)) == ["c", "b", "a"]


def test_rewording_changes_the_words_alone():
    outcome = reword(table(2), "a", "  other\nwords ")
    assert [(edit.id, edit.new) for edit in outcome.edits] == [("a", {"text": "other words"})]
    assert reword(outcome.programme, "a", "other words").edits == ()
    for text in ("", "x" * 2001):
        with pytest.raises(DomainError):
            reword(outcome.programme, "a", text)


def test_a_new_theme_is_last_and_holds_its_ideas_in_the_order_given():
    programme = new_theme(table(4, themed=1), new_id="u", at=NOW, name="Other", idea_ids=["d", "b", "c"]).programme
    assert [theme.id for theme in themes(programme)] == ["t", "u"]
    assert ids(in_theme(programme, "u")) == ["d", "b", "c"]
    assert ids(in_theme(programme, "t")) == ["a"]


@pytest.mark.parametrize("name", ["Theme", "THEME", " theme ", "", "x" * 81])
def test_a_themes_name_is_its_own(name):
    programme = new_theme(table(1), new_id="u", at=NOW, name="Other").programme
    with pytest.raises(DomainError):
        new_theme(programme, new_id="v", at=NOW, name=name)
    with pytest.raises(DomainError):
        rename_theme(programme, "u", name)
    assert rename_theme(programme, "t", "theme").programme.get(Theme, "t").name == "theme"


def test_a_dissolved_theme_leaves_its_ideas_on_the_spots_in_their_order():
    programme = put_in_theme(table(3, themed=3), "c", "t", "a").programme
    outcome = dissolve_theme(programme, "t", [(1.0, 0.0), (2.0, 0.0), (3.0, 0.0)])
    after = outcome.programme
    assert [(key, after.get(Idea, key).x, after.get(Idea, key).theme_id) for key in "cab"] == [
        ("c", 1.0, None),
        ("a", 2.0, None),
        ("b", 3.0, None),
    ]
    assert themes(after) == []
    assert new_theme(after, new_id="u", at=NOW, name="Theme").edits
    with pytest.raises(DomainError, match="dissolved"):
        put_in_theme(after, "a", "t")


@pytest.mark.parametrize(
    "change",
    [
        lambda now: lay(now, "a", 1.0, 2.0),
        lambda now: put_in_theme(now, "a", "t"),
        lambda now: said_by(now, "a", Role.STAFF),
        lambda now: to_aspect(now, "a", "food"),
        lambda now: weigh(now, "a", 0.5, 0.5),
        lambda now: stage.move(now, "a", stage.Stage.TALKED),
    ],
)
def test_what_was_set_aside_meanwhile_is_not_moved(change):
    gone = set_idea_aside(table(2), "a", "Said twice").programme
    with pytest.raises(DomainError, match="set aside"):
        change(gone)


def test_each_idea_goes_home_to_the_ground_of_its_own_session():
    programme = table(6, themed=6)
    editing = Editing(programme)
    for key, session in zip("abcdef", ("1", "2", "1", None, "2", "2"), strict=True):
        editing.set(programme.get(Idea, key), session_id=session)
    programme = editing.outcome().programme
    spots = homes(programme, list("abcdef"))
    after = dissolve_theme(programme, "t", spots).programme
    for session in ("1", "2"):
        lying = [(idea.x, idea.y) for idea in loose(after, session)]
        assert len(set(lying)) == len(lying)
