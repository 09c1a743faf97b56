"""Files may be called anything that the disk takes; what it does not take is a sentence."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.typed import Commands, bytes_of, inside

posix = pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only here may a file have any name")

ODD_NAMES = [
    "two\nlines",
    "bell\x07, escape\x1b[31m, return\r",
    "\u202eturned \u2066round",
    "line\u2028separator\x85",
    "  spaces   within ",
    "ünï çödé 日本語 ✓ 👩‍🏫",
    "-starts with a dash",
    "--help",
    "quotes'\"`$(id) %s {0} {name} \\",
    "é" * 60,
    ".hidden",
    "#?&%20;|*",
    pytest.param("half a letter \udcff", marks=linux),
]


@posix
@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_file_may_have_any_name_and_is_named_on_one_line(
    run: Commands, tmp_path: Path, name: str, table: Path
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    place, out = folder / f"{name}.workshop", folder / name
    given = folder / f"{name}.csv"
    shutil.copy(table, given)
    for words in (
        ("new", place, "--school", "Hillside"),
        ("import", given, "--programme", place),
        ("export", "ideas", "--programme", place, "--out", out),
        ("check", "--programme", place),
    ):
        line = run.done(*words).removesuffix("\n")
        assert line.splitlines() == [line]
        assert not set(line) & set("\x07\x1b\r\u202e\u2066\u2028\x85")
    assert sorted(path.name for path in folder.iterdir()) == sorted([place.name, out.name, given.name])
    with inside(place) as workspace:
        assert workspace.facts[-1].data["file"] == name.replace("\udcff", "?")
    for path in (place, given):
        path.unlink()
    for words in (("check", "--programme", place), ("import", given, "--programme", place)):
        said = run(*words)
        assert said.code == 2
        assert len(said.err.splitlines()) == 1


def test_a_name_that_begins_with_a_dash_can_be_given_from_its_folder(
    run: Commands, tmp_path: Path, table: Path
) -> None:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        run.done("new", "--school=-dashes-", "--", "-a.workshop")
        table.rename("-ideas.csv")
        run.done("import", "--programme=-a.workshop", "--", "-ideas.csv")
        run.done("export", "ideas", "--programme=-a.workshop", "--out=-out.csv")
        assert (tmp_path / "-out.csv").is_file()
    finally:
        os.chdir(before)


@pytest.mark.parametrize("name", ["", ".", "/", "a\0b"])
def test_what_names_no_file(run: Commands, hill: Path, table: Path, tmp_path: Path, name: str) -> None:
    for words in (
        ("new", name, "--school", "B"),
        ("check", "--programme", name),
        ("import", name, "--programme", hill),
        ("import", table, "--programme", name),
        ("export", "ideas", "--programme", hill, "--out", name),
        ("rehearse", "--out", tmp_path, "--ideas", name),
        ("--programme", name),
    ):
        assert "is not the name of a file." in run.refused(*words, code=2)


@pytest.mark.parametrize("name", ["x" * 256, "x" * 5000, "/".join(["x" * 200] * 30)])
def test_names_that_no_disk_takes(run: Commands, hill: Path, table: Path, tmp_path: Path, name: str) -> None:
    before = bytes_of(tmp_path)
    path = tmp_path / name
    run.refused("new", path, "--school", "B")
    run.refused("check", "--programme", path, code=2)
    run.refused("import", path, "--programme", hill, code=2)
    run.refused("import", table, "--programme", path, code=2)
    run.refused("export", "ideas", "--programme", hill, "--out", path)
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize("length", range(243, 256, 3))
def test_the_longest_names_work_or_leave_nothing(run: Commands, table: Path, tmp_path: Path, length: int) -> None:
    place = tmp_path / ("x" * length)
    said = run("new", place, "--school", "B")
    assert said.code in (0, 1)
    assert place.exists() == (said.code == 0)
    if place.exists():
        assert run("import", table, "--programme", place).code in (0, 3)
        run.done("check", "--programme", place)
