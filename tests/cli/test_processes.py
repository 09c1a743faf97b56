"""What only a process of its own shows: streams that are closed, full or narrow, Ctrl-C, warnings, other processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.typed import MODULE, REPOSITORY, Commands, inside, one_sentence, process, signed_plan
from tests.programmes import spoken

SCRIPT = Path(sys.executable).with_name("workshop-app.exe" if os.name == "nt" else "workshop-app")
HEARS_CTRL_C = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may have been told to ignore it
from workshop_app.cli import main
sys.exit(main())
"""
CLOSE_OUT = ("sh", "-c", 'exec "$@" >&-', "sh", *MODULE)
CLOSE_ERR = ("sh", "-c", 'exec "$@" 2>&-', "sh", *MODULE)
needs_a_full_file = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no file here that is full")
needs_a_shell = pytest.mark.skipif(os.name == "nt", reason="there is no sh here")


def unheard(*words: object) -> tuple[int, str]:
    """A command whose answer nobody reads, as in `… | head -0`."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        said = process(*words, stdout=writer)
    finally:
        os.close(writer)
    return said.code, said.err


def test_an_answer_that_nobody_reads_is_no_failure(hill: Path, table: Path) -> None:
    assert unheard("import", table, "--programme", hill) == (0, "")
    with inside(hill) as workspace:
        assert len(spoken(workspace.programme)) == 3
    assert unheard("check", "--programme", hill) == (0, "")
    assert unheard("--help") == (0, "")


@needs_a_full_file
def test_an_answer_that_can_not_be_written_is_a_sentence_and_no_damage(hill: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        said = process("check", "--programme", hill, stdout=full)
        assert (said.code, one_sentence(said.err)) == (2, "The answer can't be written (No space left on device).")
        assert process("check", "--programme", hill.parent, stderr=full).code == 2


@needs_a_shell
def test_closed_streams(hill: Path) -> None:
    assert process("check", "--programme", hill, front=CLOSE_OUT) == (0, "", "")
    assert process("check", "--programme", hill.parent, front=CLOSE_OUT).code == 2
    assert process("check", "--programme", hill.parent, front=CLOSE_ERR) == (2, "", "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_a_narrow_terminal_is_no_failure(tmp_path: Path, encoding: str) -> None:
    place = tmp_path / "Łódź ✓.workshop"
    said = process("new", place, "--school", "Łódź", env={"PYTHONIOENCODING": encoding}, encoding=encoding)
    assert (said.code, said.err, len(said.out.splitlines())) == (0, "", 1)
    said = process("new", place, "--school", "Łódź", env={"PYTHONIOENCODING": encoding}, encoding=encoding)
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err


def test_no_warning_is_hidden(hill: Path, table: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        signed_plan(workspace)
    front = (sys.executable, "-X", "dev", "-W", "error", *MODULE[1:])
    for words in (
        ("import", table, "--programme", hill),
        ("export", "plan", "--programme", hill, "--out", tmp_path / "plan.pdf"),
        ("check", "--programme", hill),
    ):
        said = process(*words, front=front)
        assert (said.code, said.err) == (0, "")
    said = process("import", tmp_path, "--programme", hill, front=front)
    assert said.code == 2
    one_sentence(said.err)


@pytest.mark.skipif(not SCRIPT.is_file(), reason="the app is not installed here")
def test_the_command_by_its_own_name(hill: Path) -> None:
    assert process("check", "--programme", hill, front=(str(SCRIPT),)) == (0, f"{hill} is sound.\n", "")
    assert process("check", "--programme", hill.parent, front=(str(SCRIPT),)).code == 2


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal there that a test can send")
def test_ctrl_c_while_a_programme_is_open(run: Commands, hill: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"  # more answers than a pipe holds, so that the command waits for its reader
    rows.write_text("".join(f"An idea that is number {number} of very many\n" for number in range(3000)))
    run.done("import", rows, "--programme", hill)
    command = [sys.executable, "-c", HEARS_CTRL_C, "import", str(rows), "--programme", str(hill)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=pipe, stderr=pipe, text=True, bufsize=0) as busy:
        assert busy.stdout and os.read(busy.stdout.fileno(), 5) == b"0 ide"
        busy.send_signal(signal.SIGINT)
        _, err = busy.communicate(timeout=30)
    assert (busy.returncode, err) == (130, "Stopped.\n")
    run.done("check", "--programme", hill)
    with inside(hill) as workspace:
        assert len(spoken(workspace.programme)) == 3000


def test_two_that_bring_in_the_same_ideas_at_once_bring_them_in_once(run: Commands, hill: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("".join(f"An idea that is number {number} of many\n" for number in range(300)))
    command = [*MODULE, "import", str(rows), "--programme", str(hill)]
    both = [subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    errs = [one.communicate(timeout=60)[1].decode() for one in both]
    codes = [one.returncode for one in both]
    assert 0 in codes and set(codes) <= {0, 2}
    for code, err in zip(codes, errs, strict=True):
        assert err == ("" if code == 0 else f"{hill.name} is open in another window. Close it there first.\n")
    with inside(hill) as workspace:
        assert len(spoken(workspace.programme)) == 300
    run.done("check", "--programme", hill)


@pytest.mark.skipif(sys.platform != "linux", reason="only here Qt may find itself without a display")
def test_without_a_display_the_app_says_so() -> None:
    bare = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    said = process(env=bare)
    assert (said.code, said.out) == (2, "")
    assert one_sentence(said.err).startswith("There is no display")


@pytest.mark.parametrize("words", [(), ("rehearse", "--out", "pictures")])
def test_where_qt_is_not_whole_it_says_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "PySide6").mkdir()
    broken = "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')"
    (tmp_path / "PySide6" / "__init__.py").write_text(broken, encoding="utf-8")
    said = process(*words, env={"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"})
    assert (said.code, said.out) == (1, "")
    assert "libEGL.so.1" in one_sentence(said.err)


def test_the_commands_need_no_qt(hill: Path, table: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        signed_plan(workspace)
    code = f"""
import sys
from workshop_app.cli import main
for words in (
    ["import", {str(table)!r}, "--programme", {str(hill)!r}],
    ["export", "plan", "--programme", {str(hill)!r}, "--out", {str(tmp_path / "plan.pdf")!r}],
    ["check", "--programme", {str(hill)!r}],
):
    assert main(words) == 0
sys.exit(any(name.startswith("PySide6") for name in sys.modules))
"""
    assert process(front=(sys.executable, "-c", code)).code == 0
