"""History is read from its first step, a little at a time, and only what stands of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import say
from workshop_app.domain import ideas
from workshop_app.domain.ideas import Idea
from workshop_app.domain.programme import apply, empty
from workshop_app.storage.errors import StorageError
from workshop_app.storage.store import STEPS_AT_ONCE, Store
from workshop_app.workspace import Workspace


@pytest.fixture
def long(workspace: Workspace) -> Iterator[Workspace]:
    """A programme with more steps than are read at once."""
    say(workspace, "Ask us halfway", "Talk first")
    key = next(iter(workspace.programme.all(Idea)))
    for number in range(STEPS_AT_ONCE + 5):
        workspace.perform("move-idea", ideas.lay, key, float(number + 1), 700.0)
    yield workspace


def test_every_step_that_stands_leads_to_the_programme_as_it_is(long: Workspace) -> None:
    long.undo()
    steps = list(long.steps())
    assert [step.n for step in steps] == sorted({step.n for step in steps})
    assert steps[-1].n == long.store.last_step(), "what was undone does not stand"
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert all(step.at.tzinfo is not None for step in steps)
    now = empty(programmes.ABOUT)
    for step in steps:
        now = apply(now, step.edits)
    assert now == long.programme


def test_the_steps_of_one_idea_can_be_asked_for(long: Workspace) -> None:
    moved, other = long.programme.all(Idea)
    assert len(list(long.steps(naming=moved))) == STEPS_AT_ONCE + 5 + sum(
        any(edit.id == moved for edit in step.edits) for step in long.steps() if step.label != "move-idea"
    )
    assert len(list(long.steps(naming=other))) == 1
    assert list(long.steps(naming="0199-nobody")) == []


def test_reading_goes_on_while_something_is_done(long: Workspace) -> None:
    reading = long.steps()
    first = next(reading)
    say(long, "Said meanwhile")
    rest = list(reading)
    assert first.n < rest[0].n
    assert rest[-1].n == long.store.last_step()


@pytest.mark.parametrize(("column", "value"), [("edits", "[[1]]"), ("at", "some day")])
def test_a_step_that_cannot_be_read_is_told_of_when_it_comes(place: Path, column: str, value: str) -> None:
    workspace = programmes.new(place)
    say(workspace, "Ask us halfway", "Talk first")
    key = next(iter(workspace.programme.all(Idea)))
    workspace.perform("move-idea", ideas.lay, key, 3.0, 4.0)
    store = workspace.store
    assert isinstance(store, Store)
    with store.writing() as connection:
        connection.execute(f"UPDATE step SET {column} = ? WHERE n = ?", (value, store.last_step()))
    reading = workspace.steps()
    next(reading)
    with pytest.raises(StorageError, match="damaged"):
        list(reading)
    workspace.close()
