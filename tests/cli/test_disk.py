"""Folders that can't be written to, disks that are full, backups that fail: what was there stays whole."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.typed import Commands, bytes_of, inside, obedient, one_sentence, signed_plan
from tests.programmes import spoken
from workshop_app.storage import backups, health
from workshop_app.storage.shelf import Shelf

OLD = b"%PDF-1.4 the plan of last year"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are other ones there")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def signed(hill: Path) -> Path:
    """A programme with a signed plan."""
    with inside(hill) as workspace:
        signed_plan(workspace)
    return hill


def fill(folder: Path) -> None:
    """Leave no room on a disk."""
    with (folder / "films.bin").open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(b"x" * 512)


def facts_of(place: Path) -> int:
    with inside(place) as workspace:
        return len(workspace.facts)


@pytest.mark.parametrize("command", ["plan", "ideas"])
def test_an_export_into_a_folder_that_is_not_there(run: Commands, signed: Path, tmp_path: Path, command: str) -> None:
    out = tmp_path / "gone" / "out.file"
    said = run.refused("export", command, "--programme", signed, "--out", out)
    assert said == "out.file can't be written there (No such file or directory). Choose another folder."
    said = run.refused("export", command, "--programme", signed, "--out", signed / "out.file")
    assert said == "out.file can't be written there (Not a directory). Choose another folder."
    assert not out.parent.exists()
    assert facts_of(signed) == 0


@pytest.mark.parametrize("command", ["plan", "ideas"])
def test_a_full_disk_keeps_the_old_paper(run: Commands, signed: Path, small_disk: Path, command: str) -> None:
    out = small_disk / "out.file"
    out.write_bytes(OLD)
    fill(small_disk)
    before = bytes_of(small_disk)
    said = run.refused("export", command, "--programme", signed, "--out", out)
    assert said == "out.file can't be written there (No space left on device). Choose another folder."
    assert bytes_of(small_disk) == before
    assert facts_of(signed) == 0


def test_a_full_disk_takes_no_new_programme_and_no_ideas(
    run: Commands, small_disk: Path, table: Path, hill: Path
) -> None:
    place = shutil.copy(hill, small_disk / "a.workshop")
    fill(small_disk)
    before = bytes_of(small_disk)
    assert "disk is full" in run.refused("new", small_disk / "b.workshop", "--school", "B")
    table.write_text("".join(f"Idea {number} {'of many words ' * 40}\n" for number in range(300)), encoding="utf-8")
    assert "disk is full" in run.refused("import", table, "--programme", place)
    assert bytes_of(small_disk) == before
    run.done("check", "--programme", place)


def test_a_plan_that_can_not_be_put_on_record_has_not_left(
    run: Commands, signed: Path, small_disk: Path, tmp_path: Path
) -> None:
    place = Path(shutil.copy(signed, small_disk / "a.workshop"))
    fill(small_disk)
    out = tmp_path / "plan.pdf"
    assert "disk is full" in run.refused("export", "plan", "--programme", place, "--out", out)
    assert list(tmp_path.glob("*plan*")) == []  # its answer would be turned away
    assert facts_of(place) == 0
    assert health.check(place) == []


def test_done_but_without_a_backup_is_said_with_a_code_of_its_own(
    run: Commands, hill: Path, table: Path, home: Path, tmp_path: Path
) -> None:
    home.mkdir()
    (home / "backups").write_text("in the way", encoding="utf-8")
    said = run("import", table, "--programme", hill)
    assert (said.code, said.out) == (3, "3 ideas came in.\n")
    assert one_sentence(said.err) == "No backup could be made. The programme itself is safe."
    with inside(hill) as workspace:
        assert len(spoken(workspace.programme)) == 3
        signed_plan(workspace)
    out = tmp_path / "plan.pdf"
    said = run("export", "plan", "--programme", hill, "--out", out)
    assert (said.code, said.out) == (3, f"The plan “Ask us halfway” is in {out}.\n")
    assert facts_of(hill) == 1


def test_what_changes_nothing_needs_no_backup(run: Commands, hill: Path, table: Path, home: Path) -> None:
    run.done("import", table, "--programme", hill)
    shutil.rmtree(home)
    home.write_text("in the way", encoding="utf-8")
    run.done("check", "--programme", hill)
    assert "0 ideas" in run.done("import", table, "--programme", hill)
    assert (
        run.refused("export", "plan", "--programme", hill, "--out", table) == "There is no plan in this programme yet."
    )


def test_a_full_disk_for_backups(run: Commands, hill: Path, table: Path, small_disk: Path) -> None:
    fill(small_disk)
    os.environ["WORKSHOP_HOME"] = str(small_disk / "home")  # the fixture puts it back
    said = run("import", table, "--programme", hill)
    assert (said.code, said.out) == (3, "3 ideas came in.\n")
    one_sentence(said.err)
    assert backups.existing(Shelf(small_disk / "home").backups_of(hill)) == []
    run.done("check", "--programme", hill)


def test_a_folder_that_is_closed(signed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    out = folder / "plan.pdf"
    out.write_bytes(OLD)
    folder.chmod(0o555)
    said = obedient("export", "plan", "--programme", signed, "--out", out)
    assert (said.code, said.out) == (1, "")
    assert one_sentence(said.err) == "plan.pdf can't be written there (Permission denied). Choose another folder."
    said = obedient("new", folder / "a.workshop", "--school", "B")
    assert one_sentence(said.err) == "The file a.workshop can't be made there. Choose a folder of your own."
    folder.chmod(0o755)
    out.chmod(0o444)
    said = obedient("export", "plan", "--programme", signed, "--out", out)
    assert one_sentence(said.err) == "plan.pdf can't be written there (Permission denied). Choose another folder."
    assert bytes_of(folder) == {"plan.pdf": OLD}
    assert facts_of(signed) == 0


def test_a_programme_that_may_only_be_read_is_not_called_damaged(hill: Path, table: Path) -> None:
    before = hill.read_bytes()
    hill.chmod(0o444)
    said = obedient("check", "--programme", hill)
    assert said.code in (0, 2)
    assert "damaged" not in said.err
    said = obedient("import", table, "--programme", hill)
    assert (said.code, said.out) == (1, "")
    assert one_sentence(said.err).startswith("hillside.workshop can't be written to.")
    hill.chmod(0)
    for words in (("check",), ("import", table)):
        said = obedient(*words, "--programme", hill)
        assert (said.code, one_sentence(said.err)) == (2, "The file hillside.workshop can't be read.")
    hill.chmod(0o644)
    table.chmod(0)
    said = obedient("import", table, "--programme", hill)
    assert (said.code, one_sentence(said.err)) == (2, "The file ideas.csv can't be read.")
    assert hill.read_bytes() == before


def test_a_home_that_may_only_be_read(hill: Path, table: Path, home: Path) -> None:
    home.mkdir()
    home.chmod(0o555)
    said = obedient("import", table, "--programme", hill)
    assert (said.code, said.out) == (3, "3 ideas came in.\n")
    assert one_sentence(said.err) == "No backup could be made. The programme itself is safe."
