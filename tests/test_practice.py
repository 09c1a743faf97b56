"""The sample class is a class like any other: asked from the bank, put in through the one door, and marked."""

import os
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import Clock, same, spoken
from tests.test_outbox import laptop_in
from workshop_app import practice
from workshop_app.assets import find
from workshop_app.domain import agenda, answers, choosing, people, sessions
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea, on_board
from workshop_app.domain.people import Role
from workshop_app.domain.programme import About, empty
from workshop_app.facilitation import coverage, prompts
from workshop_app.facilitation.bank import Bank
from workshop_app.storage import health
from workshop_app.storage.shelf import Shelf
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace

SAMPLE = tomllib.loads(find("sample.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bank() -> Bank:
    return prompts.load()


@pytest.fixture
def filled(workspace: Workspace, bank: Bank) -> Workspace:
    practice.fill(workspace, bank)
    return workspace


def test_everybody_is_there_students_first_and_one_of_them_was_away(filled: Workspace) -> None:
    group = people.group(filled.programme)
    assert {person.name: person.role.value for person in group} == {
        one["name"]: one["role"] for one in SAMPLE["person"]
    }
    students = [person.role is Role.STUDENT for person in group]
    assert students == sorted(students, reverse=True)
    assert sum(students) > len(students) / 2
    before, now = sessions.in_order(filled.programme)
    assert {person.id for person in group} - set(before.present) == {group[-1].id}
    assert {person.id for person in group} == set(now.present)


def test_every_aspect_is_asked_in_its_order_and_fits_the_minutes(filled: Workspace, bank: Bank) -> None:
    for session, aspects in zip(sessions.in_order(filled.programme), (SAMPLE["aspects"], SAMPLE["next"]), strict=True):
        asked = sessions.prompts_of(filled.programme, session.id)
        assert list(dict.fromkeys(one.aspect_id for one in asked)) == aspects
        assert sum(bank.prompt(one.prompt_id).minutes for one in asked) <= session.minutes
        assert sum(phase.minutes for phase in agenda.phases_of(filled.programme, session.id)) == session.minutes


def test_it_met_a_week_ago_and_some_of_it_was_answered(filled: Workspace, bank: Bank) -> None:
    before, now = sessions.in_order(filled.programme)
    assert (before.done, now.done) == (True, False)
    assert (now.held_on - before.held_on).days == 7
    kinds = [answers.answer_to(filled.programme, idea.id) for idea in choosing.going_forward(filled.programme)]
    assert {one.kind if one else None for one in kinds} == {answers.Kind.YES, answers.Kind.NOT_YET, None}
    asked = {one.aspect.id for one in coverage.explored(filled.programme, filled.facts, bank) if one.depth}
    assert asked == set(SAMPLE["aspects"])


@pytest.mark.parametrize("minutes", practice.LENGTHS)
def test_there_is_one_of_each_length(workspace: Workspace, bank: Bank, minutes: int) -> None:
    practice.fill(workspace, bank, minutes)
    session = sessions.in_order(workspace.programme)[-1]
    phases = agenda.phases_of(workspace.programme, session.id)
    assert (session.minutes, sum(phase.minutes for phase in phases)) == (minutes, minutes)
    assert sessions.prompts_of(workspace.programme, session.id)
    assert len({practice.school(length) for length in practice.LENGTHS}) == len(practice.LENGTHS)


def test_every_idea_knows_its_session_prompt_role_and_spot(filled: Workspace) -> None:
    programme = filled.programme
    session, _ = sessions.in_order(programme)
    asked = {one.id: one for one in sessions.prompts_of(programme, session.id)}
    found = on_board(programme)
    assert [idea.text for idea in found] == [one["text"] for one in SAMPLE["idea"]]
    for idea, one in zip(found, SAMPLE["idea"], strict=True):
        prompt = asked[idea.asked_id]
        assert (idea.session_id, idea.aspect_id, idea.role.value) == (
            session.id,
            one["aspect"],
            one.get("role", "student"),
        )
        assert prompt is next(one for one in asked.values() if one.aspect_id == idea.aspect_id)  # that which opens it
        assert (idea.aspect_id, idea.label, idea.family) == (prompt.aspect_id, prompt.label, prompt.family)
    assert len({(idea.x, idea.y) for idea in found}) == len(found)
    assert {idea.added_at.astimezone().date() for idea in found} == {session.held_on}
    assert all(idea.person_id is None for idea in found)


def test_both_expertises_are_heard(filled: Workspace) -> None:
    roles = [idea.role for idea in filled.programme.all(Idea).values()]
    assert Role.STAFF in roles
    assert roles.count(Role.STUDENT) > len(roles) / 2


def test_it_is_history_like_any_other(filled: Workspace, place: Path) -> None:
    full = filled.programme
    while filled.labels()[0] is not None:
        filled.undo()
    assert filled.programme == empty(programmes.ABOUT)
    while filled.labels()[1] is not None:
        filled.redo()
    assert same(filled.programme, full)
    filled.close()
    assert health.check(place) == []


def test_it_is_put_in_once(filled: Workspace, bank: Bank) -> None:
    with pytest.raises(DomainError):
        practice.fill(filled, bank)
    assert len(spoken(filled.programme)) == len(SAMPLE["idea"])


@pytest.mark.skipif(os.name == "nt", reason="a test can't move the laptop there")
@pytest.mark.parametrize(("zone", "day"), [("UTC0", 30), ("EAST-14", 1)])
def test_the_session_is_today_where_the_laptop_is(workspace: Workspace, bank: Bank, zone: str, day: int) -> None:
    workspace.now = Clock(datetime(2026, 9, 30, 10, 30, tzinfo=UTC))
    with laptop_in(zone):
        practice.fill(workspace, bank)
    assert sessions.in_order(workspace.programme)[-1].held_on.day == day


def test_it_is_marked_and_thrown_away_at_will(tmp_path: Path, bank: Bank) -> None:
    shelf = Shelf(tmp_path / "home")
    place = shelf.place_for(practice.school(), practice=True)
    about = About(practice.school(), "2026–27", practice=True)
    store = Store.create(place, about, uid="uid-of-practice", backup_folder=shelf.backups_of(place))
    workspace = Workspace(store, Clock(), programmes.new_ids())
    practice.fill(workspace, bank)
    workspace.close()
    [summary] = shelf.summaries()
    assert (summary.school, summary.practice, summary.ideas) == (SAMPLE["school"], True, len(SAMPLE["idea"]))
    shelf.throw_away(place)
    assert [path for path in shelf.home.rglob("*") if path.is_file()] == []
