"""What a store does when the disk is full, the file is moved, or the folder is somebody else's."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import ABOUT, say, spoken
from workshop_app.domain.facts import Happened
from workshop_app.storage import backups, health
from workshop_app.storage.errors import StorageError
from workshop_app.storage.store import Store
from workshop_app.workspace import Changes, Workspace

REPOSITORY = Path(__file__).parents[2]
LONG = "A long idea. " * 150
needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may do this")


def test_a_new_programme_is_empty_and_keeps_its_uid(place: Path) -> None:
    store = Store.create(place / "folder" / "a.workshop", ABOUT, uid="0199-uid")
    assert store.load().about == ABOUT
    store.close()
    store = Store.open(place / "folder" / "a.workshop")
    assert store.uid == "0199-uid"
    store.close()


def test_what_is_there_already_is_never_written_over(place: Path) -> None:
    place.write_text("a letter")
    with pytest.raises(StorageError, match="There is a file"):
        programmes.new(place)
    assert place.read_text() == "a letter"


def test_a_file_that_cannot_be_made_leaves_nothing_behind(place: Path) -> None:
    with pytest.raises(StorageError):
        Store.create(place, ABOUT, uid=None)  # type: ignore[arg-type]  # refused by the table, when all else is made
    assert list(place.parent.iterdir()) == []
    programmes.new(place).close()


def refused(workspace: Workspace, sentence: str) -> None:
    """Every way to change anything is refused with a sentence, and nothing changes."""
    before, labels, facts = workspace.programme, workspace.labels(), workspace.facts
    heard: list[Changes] = []
    stop = workspace.subscribe(heard.append)
    with pytest.raises(StorageError, match=sentence):
        say(workspace, *[LONG] * 40)
    with pytest.raises(StorageError, match=sentence):
        workspace.record(Happened.EXPORTED, {"file": LONG * 40})
    with pytest.raises(StorageError, match=sentence):
        workspace.save_draft("idea", LONG * 40)
    stop()
    assert heard == []
    assert workspace.programme is before
    assert (workspace.labels(), workspace.facts, workspace.draft("idea")) == (labels, facts, "")


def filled_up(workspace: Workspace) -> None:
    """Ideas until nothing more fits."""
    with pytest.raises(StorageError, match="The disk is full"):
        for _ in range(500):
            say(workspace, LONG)


def test_when_no_page_is_left_all_that_was_acknowledged_stays(workspace: Workspace, place: Path) -> None:
    assert isinstance(workspace.store, Store)
    workspace.store.connection.execute("PRAGMA max_page_count = 100")
    filled_up(workspace)
    refused(workspace, "The disk is full. What was saved is safe")
    workspace.undo()
    workspace.redo()
    before = workspace.programme
    assert len(spoken(before)) > 10
    workspace.close()
    assert health.check(place) == []
    again = programmes.opened(place)
    assert again.programme == before
    say(again, LONG)
    again.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=480k", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_takes_nothing_and_loses_nothing(small_disk: Path) -> None:
    place = small_disk / "a.workshop"
    workspace = programmes.new(place)
    filled_up(workspace)
    refused(workspace, "The disk is full. What was saved is safe")
    before = workspace.programme
    assert len(spoken(before)) > 10
    with pytest.raises(StorageError, match="The disk is full"):
        programmes.new(small_disk / "another.workshop")
    assert [path.name for path in small_disk.iterdir() if path.stat().st_size] == [place.name]
    workspace.close()
    again = programmes.opened(place)
    assert again.programme == before
    again.close()
    assert health.check(place) == []


def test_a_full_disk_for_backups_is_a_sentence_and_the_file_is_let_go(small_disk: Path, place: Path) -> None:
    (small_disk / "films.bin").write_bytes(b"x" * 430_000)
    workspace = programmes.new(place, backups=small_disk / "backups")
    say(workspace, *[LONG] * 40)
    with pytest.raises(StorageError, match=r"No backup could be made\. The programme itself is safe"):
        workspace.close()
    workspace.close()
    assert list((small_disk / "backups").iterdir()) == []
    again = programmes.opened(place)
    assert len(spoken(again.programme)) == 40
    again.close()


def test_a_backup_folder_that_cannot_be_is_a_sentence_too(tmp_path: Path, place: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    workspace = programmes.new(place, backups=tmp_path / "backups")
    with pytest.raises(StorageError, match="No backup could be made"):
        workspace.close()
    programmes.opened(place).close()


@pytest.mark.parametrize("gone", ["moved", "deleted", "another in its place"])
def test_a_file_moved_while_open_takes_nothing_until_it_is_back(gone: str, workspace: Workspace, place: Path) -> None:
    say(workspace, "Longer breaks")
    aside = place.with_name("aside")
    os.link(place, aside)
    place.unlink()
    if gone == "moved":
        aside.rename(place.with_name("moved.workshop"))
        aside = place.with_name("moved.workshop")
    elif gone == "another in its place":
        shutil.copy(aside, place)
    refused(workspace, "was moved or deleted while it was open. Put it back")
    with pytest.raises(StorageError, match="was moved or deleted"):
        workspace.undo()
    if gone != "deleted":
        place.unlink(missing_ok=True)
        aside.rename(place)
        say(workspace, "Water")
        assert spoken(workspace.programme) == ["Longer breaks", "Water"]
    workspace.close()


AS_NOBODY = """
import os, sys
from pathlib import Path
from tests import programmes
from workshop_app.storage import summary
from workshop_app.storage.errors import StorageError
from workshop_app.storage.store import Store
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
place = Path(sys.argv[1])
def change(what):
    try:
        workspace = programmes.opened(place)
        try:
            programmes.say(workspace, "Water")
            print("written")
        finally:
            workspace.close()
    except StorageError as error:
        print(what, error)
change("changing:")
try:
    Store.create(place.with_name("new.workshop"), programmes.ABOUT, uid="u")
except StorageError as error:
    print("new:", error)
print("summary:", summary.read(place).problem or summary.read(place).school)
"""


@needs_root
@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (0o444, "changing: a.workshop can't be written to. Copy it to a folder of your own and open it there."),
        (0o666, "changing: a.workshop can't be written to. Copy it to a folder of your own and open it there."),
        (0o600, "changing: The file a.workshop can't be read."),
    ],
)
def test_in_a_folder_of_somebody_else_it_says_what_to_do(file: int, sentence: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "a.workshop"
        programmes.new(place).close()
        place.chmod(file)
        Path(folder).chmod(0o555)
        before = place.read_bytes()
        command = [sys.executable, "-c", AS_NOBODY, str(place)]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False)
        assert done.stderr == ""
        opened, new, summarised = done.stdout.splitlines()
        assert opened == sentence
        assert new == "new: The file new.workshop can't be made there. Choose a folder of your own."
        assert summarised == (
            "summary: Brückenschule" if file != 0o600 else "summary: The file a.workshop can't be read."
        )
        assert place.read_bytes() == before


def test_a_backup_is_made_at_the_end_only_if_something_changed(place: Path, tmp_path: Path) -> None:
    clock, folder = programmes.Clock(), tmp_path / "backups"
    workspace = programmes.new(place, backups=folder, now=clock)
    workspace.close()
    assert len(backups.existing(folder)) == 1  # a new programme is a change
    clock.forward(hours=1)
    workspace = programmes.opened(place, backups=folder, now=clock)
    workspace.labels()
    workspace.close()
    assert len(backups.existing(folder)) == 1
    clock.forward(hours=1)
    workspace = programmes.opened(place, backups=folder, now=clock)
    say(workspace, "Longer breaks")
    workspace.close()
    newest, _ = backups.existing(folder)
    kept = programmes.opened(newest)
    assert kept.programme == workspace.programme
    kept.close()
