"""A real workspace on a real file, for every test that needs one. No Qt here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import programmes
from workshop_app.workspace import Workspace


@pytest.fixture
def place() -> Iterator[Path]:
    """Where the test's programme stands, alone in a folder that is gone afterwards."""
    with programmes.in_memory() as folder:
        yield folder / "brueckenschule.workshop"


@pytest.fixture
def workspace(place: Path) -> Iterator[Workspace]:
    """An empty programme, open, without backups."""
    made = programmes.new(place)
    yield made
    made.close()
