"""The laptop's own small files: kept whole or not at all, read whatever lies beside them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.storage.errors import StorageError
from workshop_app.storage.library import LARGEST, Library
from workshop_app.storage.names import stem_of

WORDS = 'name = "Größe \\u2028 😀 שלום"\r\nlines = """\n\n"""\n'
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def folder(home: Path, kind: str = "packs") -> Path:
    return home / "library" / kind


def test_what_is_kept_is_there_as_it_was_and_each_kind_is_apart(library: Library, tmp_path: Path) -> None:
    assert (library.texts("packs"), library.unreadable("packs")) == ({}, [])
    library.keep("packs", "zoo", WORDS)
    library.keep("packs", "art", "a = 1")
    library.keep("agendas", "zoo", "b = 2")
    again = Library(tmp_path)
    assert list(again.texts("packs").items()) == [("art", "a = 1"), ("zoo", WORDS)]
    assert again.texts("agendas") == {"zoo": "b = 2"}
    library.keep("packs", "zoo", "c = 3")
    assert again.texts("packs")["zoo"] == "c = 3"
    assert {path.name for path in folder(tmp_path).iterdir()} == {"art.toml", "zoo.toml"}


def test_what_is_removed_is_gone_and_removing_it_again_is_nothing(library: Library) -> None:
    library.keep("packs", "zoo", WORDS)
    library.remove("packs", "zoo")
    library.remove("packs", "zoo")
    assert library.texts("packs") == {}


@needs_pipes
def test_what_can_not_be_read_is_named_and_hides_nothing(library: Library, tmp_path: Path) -> None:
    library.keep("packs", "sound", WORDS)
    beside = folder(tmp_path)
    (beside / "a-folder.toml").mkdir()
    os.mkfifo(beside / "a-pipe.toml")
    (beside / "latin.toml").write_bytes("a = 'é'".encode("latin-1"))
    (beside / "nowhere.toml").symlink_to(beside / "gone")
    (beside / "too-large.toml").write_bytes(b"#" * (LARGEST + 1))
    (beside / "notes.txt").write_text("not ours")
    (beside / "half.part").write_text("half")
    assert library.texts("packs") == {"sound": WORDS}
    told = ["a-folder.toml", "a-pipe.toml", "latin.toml", "nowhere.toml", "too-large.toml"]
    assert library.unreadable("packs") == told


def test_a_file_from_notepad_is_read(library: Library, tmp_path: Path) -> None:
    folder(tmp_path).mkdir(parents=True)
    (folder(tmp_path) / "pad.toml").write_bytes(b"\xef\xbb\xbfa = 1")
    assert library.texts("packs") == {"pad": "a = 1"}


def test_names_are_safe_and_never_those_of_another_file(library: Library, tmp_path: Path) -> None:
    names = {
        "Year 9: food & more": "year-9--food---more",
        "../../etc": "etc",
        "CON": "packs-con",
        "com¹": "packs-com1",
        "…": "packs",
        "": "packs",
        "Łódź": "łódź",
        "مدرسة": "مدرسة",
        "W" * 90: "w" * 40,
    }
    for name, stem in names.items():
        assert library.free_stem("packs", name) == stem
    for stem in ("zoo", "zoo-2"):
        assert library.free_stem("packs", "Zoo") == stem
        library.keep("packs", stem, WORDS)
    (folder(tmp_path) / "zoo-3.toml").symlink_to(tmp_path / "gone")
    assert library.free_stem("packs", "ZOO") == "zoo-4"
    assert library.free_stem("agendas", "Zoo") == "zoo"


@often
@given(st.text(max_size=120))
def test_any_name_makes_a_file_name(name: str) -> None:
    stem = stem_of(name, "own")
    assert 0 < len(stem.encode()) <= 200
    assert not set(stem) & set('<>:"/\\|?*. ')
    assert stem == stem.strip("-")


def test_a_name_no_disk_can_have_and_text_no_file_can_hold(library: Library) -> None:
    for stem, text in (("a\0b", WORDS), ("x" * 5_000, WORDS), ("zoo", "\ud800")):
        with pytest.raises(StorageError, match="can't be kept"):
            library.keep("packs", stem, text)
    assert library.texts("packs") == {}


def test_something_in_the_folders_place(library: Library, tmp_path: Path) -> None:
    (tmp_path / "library").write_text("in the way")
    assert (library.texts("packs"), library.unreadable("packs")) == ({}, [])
    with pytest.raises(StorageError, match=r"can't be kept on this laptop now\. What was there before is safe"):
        library.keep("packs", library.free_stem("packs", "zoo"), WORDS)
    with pytest.raises(StorageError, match=r"zoo\.toml can't be removed now"):
        library.remove("packs", "zoo")


def test_a_write_that_fails_leaves_the_old_one(library: Library, tmp_path: Path) -> None:
    library.keep("packs", "zoo", WORDS)
    (folder(tmp_path) / "zoo.part").mkdir()
    with pytest.raises(StorageError, match="can't be kept"):
        library.keep("packs", "zoo", "c = 3")
    assert library.texts("packs") == {"zoo": WORDS}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 100 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_keeps_the_old_one_and_leaves_no_half_file(small_disk: Path) -> None:
    library = Library(small_disk)
    library.keep("packs", "zoo", WORDS)
    with pytest.raises(StorageError, match="can't be kept"):
        library.keep("packs", "zoo", WORDS * 5_000)
    assert library.texts("packs") == {"zoo": WORDS}
    assert [path.name for path in folder(small_disk).iterdir()] == ["zoo.toml"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_folder_that_may_only_be_read(library: Library, tmp_path: Path) -> None:
    library.keep("packs", "zoo", WORDS)
    folder(tmp_path).chmod(0o555)
    for act in (lambda: library.keep("packs", "zoo", "c = 3"), lambda: library.remove("packs", "zoo")):
        with pytest.raises(StorageError):
            act()
    folder(tmp_path).chmod(0o755)
    assert library.texts("packs") == {"zoo": WORDS}
