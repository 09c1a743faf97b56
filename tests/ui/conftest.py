"""The real app on a home of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.bench import Bench


@pytest.fixture
def bench(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    """An empty laptop; the app is started by the test."""
    made = Bench(tmp_path / "home")
    yield made
    made.stop()
