"""Edits lead from one programme to the next, back again, and from nothing to now."""

import itertools
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.possible.registry import POSSIBLE
from tests.strategies import History, calm, done, fresh, histories, nothing_yet, often, opening, operations
from workshop_app.domain import ideas
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Edit, Editing, Programme, apply, rename_school, school_year, values


def backwards(edits: tuple[Edit, ...]) -> Iterator[Edit]:
    return (edit.reversed() for edit in reversed(edits))


def order(programme: Programme) -> dict[type, list[str]]:
    return {kind: list(table) for kind, table in programme.tables.items()}


def same(one: Programme, other: Programme) -> bool:
    """Equal in every value, and in the order in which things were added."""
    return one == other and order(one) == order(other)


@often
@given(histories())
def test_edits_undone_give_the_earlier_programme_exactly(past: History):
    for step in past.steps:
        assert same(apply(step.outcome.programme, backwards(step.outcome.edits)), step.before)


@often
@given(histories())
def test_undone_to_the_beginning_and_redone_to_the_end(past: History):
    programme = past.end
    for step in reversed(past.steps):
        programme = apply(programme, backwards(step.outcome.edits))
    assert same(programme, past.start)
    for step in past.steps:
        programme = apply(programme, step.outcome.edits)
    assert same(programme, past.end)


@often
@given(histories())
def test_groups_are_taken_over_as_if_gathered_anew(past: History):
    def gathered(programme: Programme) -> list[object]:
        return [programme.grouped(Idea, by) for by in (ideas.by_theme, ideas.by_session, ideas.by_aside)]

    def anew(programme: Programme) -> list[object]:
        return gathered(Programme(programme.tables))

    programme = past.start
    gathered(programme)  # from here on they are only taken over
    for step in past.steps:
        before = programme
        programme = apply(programme, step.outcome.edits)
        assert gathered(programme) == anew(programme)
        assert gathered(before) == anew(before)
    for step in reversed(past.steps):
        programme = apply(programme, backwards(step.outcome.edits))
        assert gathered(programme) == anew(programme)


def test_an_edited_idea_is_in_its_new_group_and_in_no_other():
    counter = itertools.count(1)
    programme = done(nothing_yet(), opening(counter))
    programme = Programme({Idea: dict([next(iter(programme.all(Idea).items()))])})
    idea = next(iter(programme.all(Idea).values()))
    assert programme.grouped(Idea, ideas.by_aside) == {}
    after = ideas.set_idea_aside(programme, idea.id, "twice").programme
    assert after.grouped(Idea, ideas.by_aside) == {ideas.ASIDE: {idea.id: after.all(Idea)[idea.id]}}
    assert ideas.bring_back(after, idea.id).programme.grouped(Idea, ideas.by_aside) == {}
    assert programme.grouped(Idea, ideas.by_aside) == {}
    assert (ideas.count_aside(after), ideas.count_on_board(after)) == (1, 0)


@calm
@given(histories())
def test_all_edits_in_one_go_give_the_programme_of_now(past: History):
    edits = [edit for step in past.steps for edit in step.outcome.edits]
    assert same(apply(past.start, edits), past.end)


@calm
@given(histories())
def test_an_edit_says_what_changed_and_nothing_else(past: History):
    for step in past.steps:
        programme = step.before
        for edit in step.outcome.edits:
            then = programme.all(edit.kind).get(edit.id)
            programme = apply(programme, [edit])
            now = programme.all(edit.kind).get(edit.id)
            if edit.old is None:
                assert then is None
                assert edit.new == values(now)
            else:
                was, became = values(then), values(now)
                assert edit.new == {name: became[name] for name in became if became[name] != was[name]}
                assert edit.old == {name: was[name] for name in edit.new}


@calm
@given(histories())
def test_edits_name_every_entity_that_is_not_as_it_was(past: History):
    for step in past.steps:
        named = {(edit.kind, edit.id) for edit in step.outcome.edits}
        before, after = step.before.tables, step.outcome.programme.tables
        for kind in {*before, *after}:
            then, now = before.get(kind, {}), after.get(kind, {})
            changed = {(kind, key) for key in {*then, *now} if then.get(key) != now.get(key)}
            assert changed <= named


@calm
@given(histories(), st.data())
def test_doing_something_leaves_the_earlier_programme_alone_and_can_be_repeated(past: History, data: st.DataObject):
    counter = itertools.count(10_000)
    before, known = past.end, order(past.end)
    _, do = data.draw(operations(before, counter))
    assert do(before) == do(before)
    assert order(before) == known


@calm
@given(histories())
def test_ids_never_change_and_nothing_is_ever_forgotten(past: History):
    for step in past.steps:
        for kind, table in step.outcome.programme.tables.items():
            assert all(key == entity.id for key, entity in table.items())
            assert list(table)[: len(step.before.all(kind))] == list(step.before.all(kind))


def test_after_the_opening_everything_is_possible():
    programme = done(nothing_yet(), opening(itertools.count(1)))
    assert [label for label, (of, _) in POSSIBLE.items() if not of(programme)] == []


def test_a_value_that_stays_makes_no_edit():
    counter = itertools.count(1)
    programme = done(nothing_yet(), opening(counter))
    editing = Editing(programme)
    for table in programme.tables.values():
        for entity in table.values():
            editing.set(entity, **values(entity))
    assert editing.outcome() == (programme, ())


def test_several_edits_of_one_entity_build_on_each_other():
    programme = nothing_yet()
    editing = Editing(programme)
    stale = programme.about
    editing.set(stale, school="A")
    editing.set(stale, school="B")
    outcome = editing.outcome()
    assert [(edit.old, edit.new) for edit in outcome.edits] == [
        ({"school": "Brückenschule"}, {"school": "A"}),
        ({"school": "A"}, {"school": "B"}),
    ]
    assert outcome.programme.about.school == "B"


def test_an_edit_reversed_twice_is_itself():
    edit = Edit(Idea, "i", {"text": "a"}, {"text": "b"})
    assert edit.reversed() == Edit(Idea, "i", {"text": "b"}, {"text": "a"})
    assert edit.reversed().reversed() == edit


def test_what_is_not_there_is_refused_in_a_sentence():
    with pytest.raises(DomainError, match=r"not there any more"):
        nothing_yet().get(Theme, "nobody")


def test_an_id_of_another_kind_is_not_there():
    counter = itertools.count(1)
    programme = done(nothing_yet(), opening(counter))
    person = next(iter(programme.all(Person)))
    with pytest.raises(DomainError):
        ideas.reword(programme, person, "no idea")
    with pytest.raises(DomainError):
        programme.get(Idea, fresh(counter))


def test_the_school_can_be_renamed_but_not_left_without_a_name():
    programme = rename_school(nothing_yet(), " Neue \n Schule ", "2027–28").programme
    assert (programme.about.school, programme.about.year) == ("Neue Schule", "2027–28")
    for school, year in (("", "2027–28"), ("A", " "), ("x" * 81, "2027–28")):
        with pytest.raises(DomainError):
            rename_school(programme, school, year)


@often
@given(st.dates(date(2020, 1, 1), date(2150, 12, 31)))
def test_a_school_year_runs_from_august_to_july(today):
    first, second = school_year(today).split("–")
    begins = date(int(first), 8, 1)
    assert begins <= today < begins.replace(year=begins.year + 1)
    assert second == str(begins.year + 1)[-2:]
