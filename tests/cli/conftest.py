"""A home folder of the test's own, and commands that run under it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.typed import Commands


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> Iterator[Path]:
    """The folder that WORKSHOP_HOME names; the environment is as it was afterwards."""
    before = dict(os.environ)
    folder = tmp_path / "home"
    os.environ["WORKSHOP_HOME"] = str(folder)
    yield folder
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Commands:
    """Runs commands."""
    return Commands(capsys)


@pytest.fixture
def hill(run: Commands, tmp_path: Path) -> Path:
    """A programme of Hillside School in which nothing has happened."""
    place = tmp_path / "hillside.workshop"
    run.done("new", place, "--school", "Hillside School")
    return place


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Three ideas in a CSV file with two columns."""
    path = tmp_path / "ideas.csv"
    path.write_text("number,idea\n1,Longer breaks for everyone\n2,A quiet room\n3,Teach us to cook\n", encoding="utf-8")
    return path
