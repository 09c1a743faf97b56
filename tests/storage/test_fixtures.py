"""A file of every schema there ever was can be opened, undone to nothing and redone."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import ABOUT, same, spoken
from tests.storage import filled
from workshop_app.domain.errors import DomainError
from workshop_app.domain.kinds import KINDS
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Programme, empty
from workshop_app.storage import health, summary
from workshop_app.storage.opening import SCHEMA, header
from workshop_app.workspace import Workspace

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("schema-*.workshop"))


@pytest.fixture(params=FIXTURES, ids=lambda path: path.stem)
def copy(request: pytest.FixtureRequest, place: Path) -> Path:
    shutil.copy(request.param, place)
    return place


def test_every_schema_has_its_file() -> None:
    assert [header(path).schema for path in FIXTURES] == list(range(1, SCHEMA + 1))


def test_it_is_sound_and_says_what_it_is(copy: Path) -> None:
    found = summary.read(copy)
    assert found.problem == ""
    assert (found.school, found.year, found.practice) == ("Brückenschule", "2026–27", False)
    assert (found.sessions, found.ideas, found.plans, found.signed) == (1, 4, 1, 1)
    assert health.check(copy) == []


def test_nothing_in_it_is_empty(copy: Path) -> None:
    workspace = programmes.opened(copy)
    assert [name for name, kind in KINDS.items() if not workspace.programme.all(kind)] == []
    assert spoken(workspace.programme) == list(filled.SAID)
    assert [person.name for person in workspace.programme.all(Person).values()] == list(filled.GROUP)
    assert len(workspace.facts) == 2
    assert workspace.draft("capture") == "And what about the"
    workspace.close()


def test_it_is_undone_to_nothing_and_redone(copy: Path) -> None:
    workspace = programmes.opened(copy)
    before = workspace.programme
    ahead = _walk(workspace, Workspace.redo)  # two steps were undone when it was closed
    _walk(workspace, Workspace.undo)
    assert workspace.programme == empty(ABOUT)
    workspace.close()
    workspace = programmes.opened(copy)
    again = _walk(workspace, Workspace.redo)
    assert len(ahead) == 2
    assert same(again[-1], ahead[-1])
    assert same(again[-3], before)
    workspace.close()
    assert health.check(copy) == []


def test_what_fills_a_new_file_still_says_the_same(copy: Path, tmp_path: Path) -> None:
    made = programmes.new(tmp_path / "new.workshop")
    filled.fill(made)
    kept = programmes.opened(copy)
    assert same(made.programme, kept.programme)
    kept.close()
    made.close()


def _walk(workspace: Workspace, way: Callable[[Workspace], object]) -> list[Programme]:
    states = []
    try:
        while True:
            way(workspace)
            states.append(workspace.programme)
    except DomainError:
        return states
