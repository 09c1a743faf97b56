"""What can't be done is one sentence and an exit code, and everything is as it was."""

import os
import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.typed import Commands, bytes_of, inside, open_elsewhere, signed_plan
from tests.programmes import spoken
from workshop_app import cli
from workshop_app.storage.identity import identity
from workshop_app.storage.opening import SCHEMA

Words = tuple[object, ...]
ON_A_PROGRAMME = ("check", "import", "export ideas", "export plan", "export board")
posix = pytest.mark.skipif(os.name == "nt", reason="there are no such files there")


def on(command: str, place: Path | str, folder: Path) -> Words:
    """The words of a command on a programme."""
    words: Words = (*command.split(), "--programme", place)
    if command == "import":
        (folder / "given.csv").write_text("idea\nA new idea\nAnother idea\n", encoding="utf-8")
        words += (folder / "given.csv",)
    return (*words, "--out", folder / "out") if command.startswith("export") else words


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 0x57534850")
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        connection.execute("CREATE TABLE idea (id TEXT)")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")


def kinds(of: Iterable[str]) -> list[object]:
    """Names of what a file can be, as parameters; some can't be made everywhere."""
    return [pytest.param(one, marks=posix) if "link" in one or "pipe" in one else one for one in of]


def write(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


NO_PROGRAMMES: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda path: None, "There is no file x.workshop."),
    "a folder": (folder, "The file x.workshop can't be read."),
    "an empty file": (write(b""), "x.workshop is not a programme of this app."),
    "a text": (write(b"Longer breaks\n" * 50), "x.workshop is not a programme of this app."),
    "a PDF": (write(b"%PDF-1.7\n" + b"\0" * 500), "x.workshop is not a programme of this app."),
    "half a header": (write(b"SQLite format 3\0" + b"\0" * 50), "x.workshop is not a programme of this app."),
    "another app's file": (foreign, "x.workshop is not a programme of this app."),
    "a newer file": (
        newer,
        "x.workshop was made by a newer version of this app. Nothing was changed. Update the app to open it.",
    ),
    "a link to itself": (lambda path: path.symlink_to(path), "The file x.workshop can't be read."),
    "a link to nothing": (lambda path: path.symlink_to(path.with_name("gone")), "There is no file x.workshop."),
    "a pipe": (pipe, "The file x.workshop can't be read."),
}


@pytest.mark.parametrize("command", ON_A_PROGRAMME)
@pytest.mark.parametrize("what", kinds(NO_PROGRAMMES))
def test_what_is_no_programme_of_ours_stays_byte_for_byte(
    run: Commands, tmp_path: Path, home: Path, command: str, what: str
) -> None:
    make, sentence = NO_PROGRAMMES[what]
    apart = tmp_path / "apart"
    apart.mkdir()
    place = apart / "x.workshop"
    make(place)
    before = bytes_of(apart), sorted(apart.iterdir())
    assert run.refused(*on(command, place, tmp_path), code=2) == sentence
    assert (bytes_of(apart), sorted(apart.iterdir())) == before
    assert not home.exists()
    assert not (tmp_path / "out").exists()


def test_what_is_open_elsewhere_is_left_to_whoever_has_it(run: Commands, hill: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        signed_plan(workspace)
    before = hill.read_bytes()

    def all_refused() -> None:
        for command in ON_A_PROGRAMME:
            said = run.refused(*on(command, hill, tmp_path), code=2)
            assert said == "hillside.workshop is open in another window. Close it there first."
            assert not (tmp_path / "out").exists()

    with open_elsewhere(hill):
        all_refused()
    with inside(hill):  # and in this process
        all_refused()
    assert hill.read_bytes() == before
    for command in ON_A_PROGRAMME:
        run.done(*on(command, hill, tmp_path))


def test_new_never_replaces_what_is_there(run: Commands, hill: Path, table: Path) -> None:
    before = bytes_of(hill.parent)
    for place in (hill, table):
        assert run.refused("new", place, "--school", "B") == f"There is a file {place.name} already."
    with open_elsewhere(hill):
        assert run.refused("new", hill, "--school", "B") == "There is a file hillside.workshop already."
    assert run.refused("new", hill.parent, "--school", "B") == f"There is a file {hill.parent.name} already."
    assert "a.workshop" in run.refused("new", table / "a.workshop", "--school", "B")
    assert bytes_of(hill.parent) == before


@pytest.mark.parametrize(
    ("school", "sentence"),
    [
        ("", "The school's name is still empty."),
        (" \n\t\x07 ", "The school's name is still empty."),
        ("x" * 81, "The school's name can have 80 characters at most."),
    ],
)
def test_a_school_has_a_name(run: Commands, tmp_path: Path, school: str, sentence: str) -> None:
    assert run.refused("new", tmp_path / "deep" / "a.workshop", "--school", school) == sentence
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_column_is_answered_with_those_there_are(run: Commands, hill: Path, table: Path) -> None:
    before = hill.read_bytes()
    for name in ("ideas", "", "3", "-1", "two\nlines", "x" * 10_000):
        said = run.refused("import", table, "--programme", hill, f"--column={name}")
        assert said.startswith("There is no column “")
        assert said.endswith("The columns are: number, idea.")
    assert hill.read_bytes() == before


TABLES: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "nothing": (lambda path: None, 2, "There is no file x.csv."),
    "a folder": (folder, 2, "x.csv is not a file."),
    "a pipe that nobody writes to": (pipe, 2, "x.csv is not a file."),
    "a link to itself": (lambda path: path.symlink_to(path), 2, "The file x.csv can't be read."),
    "an empty file": (write(b""), 1, "This file is empty."),
    "only a mark": (write(b"\xef\xbb\xbf\r\n"), 1, "This file is empty."),
    "a workbook": (write(b"PK\x03\x04" + b"\0" * 100), 1, "This is a workbook or a packed file."),
    "a PDF": (write(b"%PDF-1.7 and so on"), 1, "This is a PDF, not a CSV file."),
    "a web page": (write(b"<!DOCTYPE html><p>Ideas</p>"), 1, "This is a web page, not a CSV file."),
    "noise": (write(random.Random(7).randbytes(5000)), 1, "This file holds no text that can be read."),
    "numbers": (write(b"1,2,3\n4,5,6\n"), 1, "No column in this file holds text."),
    "too much": (write(b"A quiet room to sit in\n" * 500_000), 1, "This file is larger than 10 MB."),
    "too many": (write(b"A quiet room\n" * 20_001), 1, "This file has more than 20,000 rows."),
    "too wide": (write(b"a quiet room;" * 1001), 1, "This file has more than 1,000 columns."),
}


@pytest.mark.parametrize("what", kinds(TABLES))
def test_tables_that_hold_no_ideas(run: Commands, hill: Path, tmp_path: Path, what: str) -> None:
    make, code, sentence = TABLES[what]
    path, before = tmp_path / "x.csv", hill.read_bytes()
    make(path)
    said = run.refused("import", path, "--programme", hill, code=code)
    assert said.startswith(sentence)
    assert hill.read_bytes() == before


def test_a_programme_is_no_table(run: Commands, hill: Path) -> None:
    assert run.refused("import", hill, "--programme", hill) == "This file holds no text that can be read."


@posix
@pytest.mark.parametrize("command", ["export ideas", "export plan", "export board"])
def test_no_export_replaces_a_programme_a_folder_or_a_device(
    run: Commands, hill: Path, tmp_path: Path, command: str
) -> None:
    with inside(hill) as workspace:
        signed_plan(workspace)
    other, link, pipe = tmp_path / "other.workshop", tmp_path / "link.pdf", tmp_path / "pipe"
    run.done("new", other, "--school", "B")
    link.symlink_to(hill)
    os.link(hill, tmp_path / "hard.pdf")
    os.mkfifo(pipe)
    identity(tmp_path / "home")  # what a first plan makes is there already
    before = bytes_of(tmp_path)
    words = (*command.split(), "--programme", hill, "--out")
    for out in (hill, other, link, tmp_path / "hard.pdf", tmp_path / "home" / ".." / hill.name):
        said = run.refused(*words, out)
        assert said == f"{out.name} is a programme, and stays as it is. Choose another name."
    with open_elsewhere(other):
        assert "is a programme" in run.refused(*words, other)
    for out in (tmp_path, pipe, Path("/dev/null")):
        assert run.refused(*words, out) == f"{out.name} is no file that can be replaced. Choose another name."
    assert bytes_of(tmp_path) == before
    assert pipe.is_fifo() and link.is_symlink() and Path("/dev/null").is_char_device()
    run.done("check", "--programme", hill)


def test_one_flipped_letter_is_damage(run: Commands, hill: Path, table: Path) -> None:
    run.done("import", table, "--programme", hill)
    data = hill.read_bytes()
    found = [at for at in range(len(data)) if data.startswith(b"quiet", at)]
    assert len(found) == 2  # the idea, and the step that tells of it
    for at in found:
        hill.write_bytes(data[:at] + b"Q" + data[at + 1 :])
        assert "is not as it was saved." in run.refused("check", "--programme", hill)
    hill.write_bytes(data)
    run.done("check", "--programme", hill)


def test_whatever_byte_is_wrong_there_is_a_sentence(run: Commands, hill: Path, table: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        signed_plan(workspace)
    data, chance = hill.read_bytes(), random.Random(2026)
    places = [*range(0, 108, 6), *(chance.randrange(108, len(data)) for _ in range(16))]
    codes = set()
    for at in places:
        flipped = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        for command in ("check", *chance.sample(ON_A_PROGRAMME[1:], 1)):
            hill.write_bytes(flipped)
            said = run(*on(command, hill, tmp_path))
            assert said.code in ((0, 1, 2) if command == "check" else (0, 1, 2, 3))
            assert len((said.err or said.out).splitlines()) == 1 or command == "import"
            codes.add((command, said.code))
    assert {("check", 1), ("check", 2)} <= codes


@pytest.mark.parametrize("length", [100, 512, 4096, 20_000])
def test_half_a_file_is_not_sound(run: Commands, hill: Path, table: Path, length: int) -> None:
    run.done("import", table, "--programme", hill)
    os.truncate(hill, length)
    for command in ON_A_PROGRAMME:
        assert run(*on(command, hill, table.parent)).code in (1, 2)


@pytest.mark.parametrize(
    "words",
    [
        "frobnicate",
        "new",
        "new a.workshop",
        "new --school B",
        "new a.workshop b.workshop --school B",
        "import",
        "import a.csv",
        "export",
        "export banana",
        "export plan --programme a.workshop",
        "export plan --out a.pdf",
        "check",
        "check a.workshop",
        "check --programme",
        "check --programme a.workshop --loudly",
        "--programme",
        "rehearse",
        "rehearse --out a --look pink",
        "two\nlines",
        "\x1b[31m",
        "\udcff",
    ],
)
def test_words_that_are_not_understood(run: Commands, tmp_path: Path, words: str) -> None:
    run.refused(*words.split(" "), code=2)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", ["", "big", "1366", "1366x", "1366x768x2", "9" * 5000 + "x1", "1366.5x768"])
def test_a_size_that_is_none(run: Commands, tmp_path: Path, size: str) -> None:
    said = run.refused("rehearse", "--out", tmp_path / "out", f"--size={size}", code=2)
    assert said == "A size looks like 1366x768."
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("size", ["0x768", "-1366x768", "1366x99999", "7681x768"])
def test_a_size_that_no_window_has(run: Commands, tmp_path: Path, size: str) -> None:
    assert "1 to 7680 pixels" in run.refused("rehearse", "--out", tmp_path / "out", f"--size={size}", code=2)


def test_a_rehearsal_that_can_not_begin(run: Commands, hill: Path, tmp_path: Path) -> None:
    before = bytes_of(tmp_path)
    for path, code, sentence in (
        (tmp_path / "gone.csv", 2, "There is no file gone.csv."),
        (tmp_path, 2, f"{tmp_path.name} is not a file."),
        (hill, 1, "This file holds no text that can be read."),
    ):
        assert run.refused("rehearse", "--out", tmp_path / "out", "--ideas", path, code=code) == sentence
    assert run.refused("rehearse", "--out", "", code=2) == "“” is not the name of a folder."
    for out in (hill, hill / "within"):
        assert run.refused("rehearse", "--out", out) == f"The folder {out} can't be used."
    (tmp_path / "out" / "plan.pdf").mkdir(parents=True)
    assert run.refused("rehearse", "--out", tmp_path / "out") == f"The folder {tmp_path / 'out'} can't be used."
    assert bytes_of(tmp_path) == before


class Trapped(list[str]):
    """Words at which any command stumbles."""

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("what a student wrote")


def test_a_fault_of_ours_is_a_sentence_without_what_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(Trapped(["check"])) == 70
    said = capsys.readouterr().err
    assert said.startswith("This is a fault of the app (RuntimeError, test_refusals.py:")
    assert len(said.splitlines()) == 1
    assert "student" not in said


def test_a_refused_import_brings_nothing_in(run: Commands, hill: Path, table: Path) -> None:
    run.refused("import", table, "--programme", hill, "--column", "nope")
    with inside(hill) as workspace:
        assert spoken(workspace.programme) == []
        assert workspace.labels() == (None, None)
