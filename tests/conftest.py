"""A real workspace on a real file, for every test that needs one. No Qt here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import programmes
from workshop_app.workspace import Workspace


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the test's programme stands."""
    return tmp_path / "brueckenschule.workshop"


@pytest.fixture
def workspace(place: Path) -> Iterator[Workspace]:
    """An empty programme, open, without backups."""
    made = programmes.new(place)
    yield made
    made.close()
