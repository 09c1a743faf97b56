"""People: a name that is theirs alone while they are here, a role, and the freedom to leave."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, History, calm, done, fresh, histories, nothing_yet, often, opening
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import (
    Person,
    Role,
    add_person,
    change_role,
    come_back,
    group,
    leave_group,
    rename_person,
)
from workshop_app.domain.programme import Programme


def named(*names: str) -> Programme:
    programme = nothing_yet()
    for name in names:
        programme = add_person(programme, new_id=name, at=NOW, name=name, role=Role.STUDENT).programme
    return programme


@calm
@given(histories())
def test_no_two_people_who_are_here_share_a_name(past: History):
    for programme in past.states:
        here = [person.name.casefold() for person in programme.all(Person).values() if not person.left]
        assert len(set(here)) == len(here)


@calm
@given(histories())
def test_the_group_is_everybody_who_is_here_students_first(past: History):
    for programme in past.states:
        here = group(programme)
        assert {person.id for person in here} == {
            person.id for person in programme.all(Person).values() if not person.left
        }
        roles = [list(Role).index(person.role) for person in here]
        assert roles == sorted(roles)
        for role in Role:
            came = [person.added_at for person in here if person.role is role]
            assert came == sorted(came)


@often
@given(st.lists(st.sampled_from(list(Role)), max_size=8))
def test_students_come_first_whoever_came_first(roles):
    programme = nothing_yet()
    for number, role in enumerate(roles):
        key = f"p{number}"
        programme = add_person(programme, new_id=key, at=NOW, name=key, role=role).programme
    found = group(programme)
    assert [person.role for person in found] == sorted(roles, key=list(Role).index)
    assert [person.id for person in found if person.role.is_student] == [
        f"p{number}" for number, role in enumerate(roles) if role.is_student
    ]


@calm
@given(histories())
def test_what_somebody_gave_keeps_the_role_it_was_given_in(past: History):
    for step in past.steps:
        for key, idea in step.before.all(Idea).items():
            after = step.outcome.programme.get(Idea, key)
            assert (after.role, after.person_id) == (idea.role, idea.person_id)


def test_only_students_are_students():
    assert [role for role in Role if role.is_student] == [Role.STUDENT]
    assert next(iter(Role)) is Role.STUDENT


@pytest.mark.parametrize("again", ["Siân", "SIÂN", " siân ", "Sia\u0302n", "Siâ\x00n"])
def test_a_name_is_taken_however_it_is_written(again):
    programme = named("Siân", "Ana")
    with pytest.raises(DomainError, match="already"):
        add_person(programme, new_id="new", at=NOW, name=again, role=Role.STAFF)
    with pytest.raises(DomainError, match="already"):
        rename_person(programme, "Ana", again)


def test_somebody_may_write_their_own_name_another_way():
    assert rename_person(named("ana"), "ana", "Ana").programme.get(Person, "ana").name == "Ana"
    assert rename_person(named("ana"), "ana", " ana ").edits == ()


@pytest.mark.parametrize("name", ["", "   ", "\n", "x" * 81])
def test_a_name_is_asked_for_and_short(name):
    with pytest.raises(DomainError):
        add_person(nothing_yet(), new_id="p", at=NOW, name=name, role=Role.STUDENT)
    with pytest.raises(DomainError):
        rename_person(named("Ana"), "Ana", name)


def test_who_leaves_frees_their_name_and_takes_nothing_away():
    counter = itertools.count(1)
    programme = done(nothing_yet(), opening(counter))
    person = group(programme)[0]
    after = leave_group(programme, person.id)
    assert [(edit.kind, edit.id, edit.new) for edit in after.edits] == [(Person, person.id, {"left": True})]
    assert person not in group(after.programme)
    taken = add_person(after.programme, new_id=fresh(counter), at=NOW, name=person.name, role=Role.STUDENT).programme
    with pytest.raises(DomainError, match="already"):
        come_back(taken, person.id)


def test_leaving_and_coming_back_is_as_if_nothing_was():
    programme = named("Ana", "Bo")
    assert come_back(leave_group(programme, "Ana").programme, "Ana").programme == programme
    assert come_back(programme, "Ana").edits == ()


def test_a_role_can_be_corrected():
    programme = change_role(named("Ana"), "Ana", Role.FAMILY).programme
    assert programme.get(Person, "Ana").role is Role.FAMILY
    assert change_role(programme, "Ana", Role.FAMILY).edits == ()


@pytest.mark.parametrize("verb", [leave_group, come_back, lambda programme, key: rename_person(programme, key, "B")])
def test_somebody_unknown_is_refused(verb):
    with pytest.raises(DomainError):
        verb(named("Ana"), "nobody")
