"""Pages come by their names, and the start page waits for none of them."""

import subprocess
import sys

import pytest

from tests.ui.bench import Bench
from workshop_app.ui.pages.by_name import PAGES

LATER = (
    "workshop_app.cli.coming_in",
    "workshop_app.ui.dropped_files",
    "workshop_app.ui.work",
    "workshop_app.ui.desk",
    "workshop_app.ui.pages.board",
    "workshop_app.workspace",
    "msgspec",
    "sqlite_utils",
    "reportlab",
)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_name_it_is_asked_by(bench: Bench, name: str) -> None:
    bench.start()
    bench.window.new_programme("Riverside School", "2026–27")
    bench.work.go(name)
    assert bench.page.name == name


def test_the_start_page_reads_nothing_that_only_an_open_programme_needs() -> None:
    told = (
        f"import sys, workshop_app.__main__, workshop_app.ui.app; print([one for one in {LATER} if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
