"""The start page's glance at a file says something of every file, and never stands in the way."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import say
from workshop_app.domain import ideas
from workshop_app.storage import health, summary

REPOSITORY = Path(__file__).parents[2]
DIE_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from workshop_app.storage.store import Store
connection = Store.open(Path(sys.argv[1])).connection
connection.execute("PRAGMA cache_size = 1")  # so that half a step is in the file already
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM idea")
for number in range(200):
    connection.execute("INSERT INTO meta VALUES (?, ?)", (str(number), "z" * 500))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_counts_what_is_on_the_board(place: Path) -> None:
    workspace = programmes.new(place)
    keys = say(workspace, "Longer breaks", "Water", "Plants")
    workspace.perform("set-idea-aside", ideas.set_idea_aside, keys[0], "Said twice")
    workspace.close()
    os.utime(place, (0, 1_600_000_000))
    found = summary.read(place)
    assert (found.school, found.year, found.practice, found.problem) == ("Brückenschule", "2026–27", False, "")
    assert (found.sessions, found.ideas, found.plans, found.signed) == (0, 2, 0, 0)
    assert found.touched == datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no such signal here")
def test_a_file_whose_app_was_killed_while_it_wrote_is_as_good_as_before(place: Path) -> None:
    workspace = programmes.new(place)
    say(workspace, "Longer breaks", "Water")
    workspace.close()
    sound = place.read_bytes()
    subprocess.run([sys.executable, "-c", DIE_WHILE_WRITING, str(place)], cwd=REPOSITORY, check=False, timeout=30)
    journal = place.with_name(place.name + "-journal")
    assert journal.stat().st_size > 512
    assert place.read_bytes() != sound
    found = summary.read(place)
    assert (found.problem, found.ideas) == ("", 2)
    assert health.check(place) == []
    assert place.read_bytes()[100:] == sound[100:]


@pytest.mark.parametrize("name", ["100 %.workshop", "a#b?c=d&mode=memory.workshop", "Ünï cödé ✓.workshop", ":memory:"])
def test_a_name_is_only_a_name(name: str, tmp_path: Path) -> None:
    programmes.new(tmp_path / name).close()
    assert summary.read(tmp_path / name).problem == ""
    again = programmes.opened(tmp_path / name)
    say(again, "Water")
    again.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("when", [-(2**40), 2**33, 2**61])
def test_a_time_that_no_calendar_has_is_no_hindrance(when: int, place: Path) -> None:
    programmes.new(place).close()
    try:
        os.utime(place, (when, when))
    except OSError:
        pytest.skip("this disk can't keep such a time")
    assert summary.read(place).problem == ""


def test_a_copy_is_looked_at_without_being_touched(place: Path, tmp_path: Path) -> None:
    programmes.new(place).close()
    copy = shutil.copy(place, tmp_path / "copy.workshop")
    os.utime(copy, (1, 1))
    before = Path(copy).read_bytes()
    assert summary.read(Path(copy)).problem == ""
    assert (Path(copy).read_bytes(), Path(copy).stat().st_mtime) == (before, 1)
