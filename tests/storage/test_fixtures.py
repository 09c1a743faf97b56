"""A file of every schema there ever was can be opened, undone to nothing and redone."""

import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import ABOUT, same, spoken
from tests.storage import filled, followed, guided, lensed
from workshop_app.domain.errors import DomainError
from workshop_app.domain.face_down import Backing, Entry
from workshop_app.domain.kinds import KINDS
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme, empty
from workshop_app.domain.signing import Signature
from workshop_app.storage import health, summary
from workshop_app.storage.opening import SCHEMA, header
from workshop_app.workspace import Workspace

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("schema-*.workshop"))
FIRST = {"about", "person", "session", "asked", "theme", "idea", "plan", "action", "signature"}
FOLLOWED = {"asset", "progress", "handover", "promise", "headcount", "trigger", "told", "reply", "response", "sharing"}
GUIDED = set(KINDS) - FOLLOWED
FILLED = {1: FIRST, 2: GUIDED, 3: GUIDED, 4: set(KINDS)}  # the kinds that each fixture has something of
PLANS = {1: 1, 2: 1, 3: 1, 4: 2}  # all of them signed
SPOKEN = {
    1: list(filled.SAID),
    2: [*filled.SAID, guided.DRAWN],
    3: [*filled.SAID, guided.DRAWN],
    4: [*filled.SAID, guided.DRAWN],
}


@pytest.fixture(params=FIXTURES, ids=lambda path: path.stem)
def copy(request: pytest.FixtureRequest, place: Path) -> Path:
    shutil.copy(request.param, place)
    return place


@pytest.fixture
def schema(copy: Path) -> int:
    """The schema of the copy, before anybody opened it."""
    return header(copy).schema


def test_every_schema_has_its_file() -> None:
    assert [header(path).schema for path in FIXTURES] == list(range(1, SCHEMA + 1))
    assert list(FILLED) == list(SPOKEN) == list(range(1, SCHEMA + 1))


def test_it_is_sound_and_says_what_it_is(copy: Path, schema: int) -> None:
    found = summary.read(copy)
    assert found.problem == ""
    assert (found.school, found.year, found.practice) == ("Brückenschule", "2026–27", False)
    said, plans = len(SPOKEN[schema]) - 1, PLANS[schema]
    assert (found.sessions, found.ideas, found.plans, found.signed) == (1, said, plans, plans)
    assert health.check(copy) == []


def test_nothing_that_its_schema_had_is_empty(copy: Path, schema: int) -> None:
    workspace = programmes.opened(copy)
    assert {name for name, kind in KINDS.items() if workspace.programme.all(kind)} == FILLED[schema]
    assert spoken(workspace.programme) == SPOKEN[schema]
    assert [person.name for person in workspace.programme.all(Person).values()] == list(filled.GROUP)
    assert len(workspace.facts) == 2
    assert workspace.draft("capture") == "And what about the"
    private = [one.text for one in workspace.private(Entry).values()], len(workspace.private(Backing))
    assert private == (([], 0) if schema == 1 else ([guided.HIDDEN], 1))
    workspace.close()


def test_the_fields_that_a_schema_added_hold_something_in_its_fixture(copy: Path, schema: int) -> None:
    workspace = programmes.opened(copy)
    for since, added in ((2, guided.FIELDS), (3, lensed.FIELDS), (4, followed.FIELDS)):
        for kind, names in added.items():
            usual = {field.name: field.default for field in fields(kind)}
            for name in names:
                found = {getattr(entity, name) for entity in workspace.programme.all(kind).values()}
                assert (found != {usual[name]}) is (schema >= since), name
    workspace.close()


def test_it_is_undone_to_nothing_and_redone(copy: Path) -> None:
    workspace = programmes.opened(copy)
    before = workspace.programme
    ahead = _walk(workspace, Workspace.redo)  # two steps were undone when it was closed
    workspace.drop_private(*workspace.private(Entry))  # undo waits for what lies face down
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


def test_what_fills_a_new_file_still_says_the_same(copy: Path, schema: int, tmp_path: Path) -> None:
    made = programmes.new(tmp_path / "new.workshop")
    filled.fill(made, schema)
    kept = programmes.opened(copy)
    as_written = schema == SCHEMA
    assert same(_comparable(made.programme, as_written), _comparable(kept.programme, as_written))
    kept.close()
    made.close()


def _comparable(programme: Programme, as_written: bool) -> Programme:
    """An older app wrote down in another form what was signed: then only that it was signed is comparable."""
    if as_written:
        return programme
    plans = {key: replace(plan, sealed=str(plan.sealed is None)) for key, plan in programme.all(Plan).items()}
    signed = {key: replace(one, content_hash="") for key, one in programme.all(Signature).items()}
    return Programme({**programme.tables, Plan: plans, Signature: signed})


def _walk(workspace: Workspace, way: Callable[[Workspace], object]) -> list[Programme]:
    states = []
    try:
        while True:
            way(workspace)
            states.append(workspace.programme)
    except DomainError:
        return states
