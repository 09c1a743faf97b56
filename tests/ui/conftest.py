"""The real app on a home of the test's own. Offscreen unless the environment names another platform."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.ui.bench import Bench


@pytest.fixture
def bench(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    """An empty laptop; the app is started by the test."""
    made = Bench(tmp_path / "home")
    yield made
    made.stop()
