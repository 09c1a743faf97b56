"""The programmes on this laptop: where new ones go, which are listed, and what may be thrown away."""

import json
import os
from pathlib import Path

import pytest

from tests import programmes
from workshop_app.domain.programme import About
from workshop_app.storage import backups
from workshop_app.storage.errors import StorageError
from workshop_app.storage.shelf import MOST_ELSEWHERE, Shelf
from workshop_app.storage.store import Store

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "home")


def made(shelf: Shelf, school: str, *, practice: bool = False) -> Path:
    path = shelf.place_for(school, practice=practice)
    about = About(school, "2026–27", practice=practice)
    store = Store.create(path, about, uid="u", backup_folder=shelf.backups_of(path))
    store.close(programmes.NOW)
    return path


def test_an_empty_shelf_has_nothing_and_makes_nothing(shelf: Shelf) -> None:
    assert shelf.summaries() == []
    assert not shelf.home.exists()


@pytest.mark.parametrize(
    ("school", "name"),
    [
        ("Brückenschule", "brückenschule"),
        ("St. Mary's / C of E", "st--mary-s---c-of-e"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", "school"),
        ("", "school"),
        ("x" * 500, "x" * 40),
        ("C:\\con", "c--con"),
        ("学校", "学校"),
    ],
)
def test_a_place_is_inside_the_shelf_whatever_the_school_is_called(shelf: Shelf, school: str, name: str) -> None:
    path = shelf.place_for(school)
    assert path == shelf.programmes / f"{name}.workshop"
    assert made(shelf, school) == path
    assert shelf.place_for(school) == shelf.programmes / f"{name}-2.workshop"
    assert shelf.place_for(school, practice=True).name.startswith("practice-")


def test_the_one_touched_last_comes_first_and_practice_last(shelf: Shelf) -> None:
    names = ["Old", "New", "Middle"]
    for school, when in zip(names, (100, 300, 200), strict=True):
        os.utime(made(shelf, school), (when, when))
    os.utime(made(shelf, "Sample", practice=True), (400, 400))
    assert [found.school for found in shelf.summaries()] == ["New", "Middle", "Old", "Sample"]


@needs_pipes
def test_what_cannot_be_opened_is_listed_with_the_reason(shelf: Shelf) -> None:
    made(shelf, "Good")
    (shelf.programmes / "bad.workshop").write_text("a letter")
    (shelf.programmes / "folder.workshop").mkdir()
    os.mkfifo(shelf.programmes / "pipe.workshop")
    (shelf.programmes / "gone.workshop").symlink_to(shelf.home / "nowhere")
    (shelf.programmes / "loop.workshop").symlink_to(shelf.programmes / "loop.workshop")
    found = {one.path.stem: one.problem for one in shelf.summaries()}
    assert found.pop("good") == ""
    assert len(found) == 5
    assert all(found.values())


def test_files_elsewhere_are_listed_the_latest_first_and_once(shelf: Shelf, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.workshop" for number in range(MOST_ELSEWHERE + 3)]
    for path in paths:
        path.touch()
        shelf.remember(path)
    paths[5].touch()
    shelf.remember(tmp_path / "elsewhere" / ".." / "5.workshop")
    shelf.remember(made(shelf, "Here"))
    listed = [Path(one).name for one in json.loads((shelf.home / "elsewhere.json").read_text("utf-8"))]
    assert listed[:3] == ["5.workshop", "22.workshop", "21.workshop"]
    assert len(listed) == len(set(listed)) == MOST_ELSEWHERE
    assert len(shelf.summaries()) == MOST_ELSEWHERE + 1
    paths[5].unlink()
    assert len(shelf.summaries()) == MOST_ELSEWHERE


def test_a_list_that_cannot_be_written_is_no_hindrance(shelf: Shelf, tmp_path: Path) -> None:
    shelf.home.parent.mkdir(exist_ok=True)
    shelf.home.write_text("a file where the home should be")
    shelf.remember(tmp_path / "a.workshop")
    assert shelf.summaries() == []


HOSTILE = {
    "no JSON": b"{",
    "not UTF-8": b'["\xff"]',
    "deep": b"[" * 100_000,
    "long number": b"[" + b"9" * 5_000 + b"]",
    "no list": b'{"a": 1}',
    "no paths": b'[1, null, ["a"], {}, true, 1e999, NaN]',
    "names no disk can have": json.dumps(["a" * 5_000, "a\0b", "\ud800", "", ".", "/"]).encode(),
    "what is no file": b'["/dev/zero", "/dev/stdin", "/tmp"]',
    "a hundred thousand": json.dumps(["/nowhere"] * 100_000).encode(),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_list_hides_nothing(raw: bytes, shelf: Shelf, tmp_path: Path) -> None:
    made(shelf, "Here")
    programmes.new(tmp_path / "a.workshop").close()
    (shelf.home / "elsewhere.json").write_bytes(raw)
    assert [found.school for found in shelf.summaries()] == ["Here"]
    shelf.remember(tmp_path / "a.workshop")
    assert {found.school for found in shelf.summaries()} == {"Here", "Brückenschule"}


def test_a_list_made_longer_by_somebody_costs_no_more(shelf: Shelf, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.workshop" for number in range(MOST_ELSEWHERE + 10)]
    for path in paths:
        path.touch()
    shelf.home.mkdir()
    (shelf.home / "elsewhere.json").write_text(json.dumps([str(path) for path in paths]), "utf-8")
    assert len(shelf.summaries()) == MOST_ELSEWHERE


@needs_pipes
def test_a_list_names_a_file_or_it_is_not_looked_at(shelf: Shelf, tmp_path: Path) -> None:
    shelf.home.mkdir()
    os.mkfifo(tmp_path / "pipe")  # opening it would wait for ever
    (shelf.home / "elsewhere.json").write_text(json.dumps([str(tmp_path / "pipe"), str(tmp_path)]), "utf-8")
    assert shelf.summaries() == []
    (shelf.home / "elsewhere.json").unlink()
    (shelf.home / "elsewhere.json").mkdir()
    assert shelf.summaries() == []


def test_practice_is_thrown_away_with_its_backups(shelf: Shelf) -> None:
    path, kept = made(shelf, "Sample", practice=True), made(shelf, "Real")
    assert shelf.newest_backup(path) is not None
    shelf.throw_away(path)
    assert not path.exists()
    assert shelf.newest_backup(path) is None
    assert kept.exists()
    assert shelf.newest_backup(kept) is not None


def test_what_is_real_damaged_open_or_foreign_is_never_thrown_away(shelf: Shelf, tmp_path: Path) -> None:
    real, foreign = made(shelf, "Real"), tmp_path / "letter.txt"
    foreign.write_text("Dear head")
    damaged = made(shelf, "Sample", practice=True)
    damaged.write_bytes(damaged.read_bytes()[:4096])
    opened = made(shelf, "Sample", practice=True)
    store = Store.open(opened)
    for path in (real, foreign, damaged, opened, shelf.programmes):
        with pytest.raises(ValueError, match="only a practice programme"):
            shelf.throw_away(path)
        assert path.exists()
    assert len(backups.existing(shelf.backups_of(real))) == 1
    store.close()


def test_files_of_one_name_in_two_folders_have_their_own_backups(shelf: Shelf, tmp_path: Path) -> None:
    one, other = tmp_path / "a" / "x.workshop", tmp_path / "b" / "x.workshop"
    assert shelf.backups_of(one) != shelf.backups_of(other)
    assert shelf.backups_of(one) == shelf.backups_of(tmp_path / "b" / ".." / "a" / "x.workshop")


def test_a_recovery_stands_beside_and_touches_neither_file_nor_backup(shelf: Shelf) -> None:
    path = made(shelf, "Real")
    backup, _ = shelf.newest_backup(path) or (path, None)
    before = backup.read_bytes()
    path.write_bytes(b"damaged")
    names = [shelf.recover(path, backup).name for _ in range(2)]
    assert names == ["real-recovered.workshop", "real-recovered-2.workshop"]
    assert (path.read_bytes(), backup.read_bytes()) == (b"damaged", before)
    programmes.opened(shelf.programmes / names[1]).close()


def test_a_recovery_that_fails_leaves_no_half_file(shelf: Shelf) -> None:
    path = made(shelf, "Real")
    with pytest.raises(StorageError, match="can't be copied"):
        shelf.recover(path, shelf.home / "gone.workshop")
    with pytest.raises(StorageError, match="can't be copied"):
        shelf.recover(path, Path("/proc/self/mem"))  # opens, and fails while it is read
    assert list(shelf.programmes.iterdir()) == [path]
