"""The set-up script's decisions, with the machine handed in: no network, nothing installed."""

import ast
import importlib.util
import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load_dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


dev = load_dev()
GOOD = dev.Machine((3, 11, 2), 64, "Linux", "x86_64", "glibc 2.34", ())


@pytest.mark.parametrize(
    "machine",
    [
        GOOD,
        GOOD._replace(python=(3, 13, 0)),
        GOOD._replace(processor="aarch64", libc="glibc 2.39"),
        GOOD._replace(libc="glibc 2.100"),
        GOOD._replace(system="Darwin", libc="", release=(13, 0)),
        GOOD._replace(system="Darwin", libc="", release=(26, 1)),
        GOOD._replace(system="Windows", libc="", release=(10, 0, 19045)),
    ],
)
def test_a_machine_that_will_do(machine):
    assert dev.machine_problem(machine) == ""


@pytest.mark.parametrize(
    ("machine", "said"),
    [
        (GOOD._replace(python=(3, 10, 13)), "Python 3.11 or newer is needed, and this is Python 3.10.13"),
        (GOOD._replace(python=(3, 6, 15)), "this is Python 3.6.15"),
        (GOOD._replace(bits=32), "A 64-bit Python is needed, and this one has 32 bits."),
        (GOOD._replace(libc="glibc 2.31"), "glibc 2.34 or newer is needed, and this Linux has glibc 2.31"),
        (GOOD._replace(processor="aarch64", libc="glibc 2.36"), "glibc 2.39 or newer is needed"),
        (GOOD._replace(processor="arm64", libc="glibc 2.36"), "glibc 2.39 or newer is needed"),
        (GOOD._replace(libc="musl 1.2.5"), "another C library, such as musl"),
        (GOOD._replace(libc=" "), "another C library, such as musl"),
        (GOOD._replace(system="Darwin", release=(12, 7, 6)), "macOS 13 or newer is needed, and this is macOS 12.7.6."),
        (GOOD._replace(system="Windows", release=(6, 3, 9600)), "Windows 10 or newer is needed"),
    ],
)
def test_a_machine_that_will_not_do_gets_one_sentence(machine, said):
    problem = dev.machine_problem(machine)
    assert said in problem
    assert "\n" not in problem


def test_the_python_that_runs_the_tests_will_do():
    assert dev.machine_problem(dev.this_machine()) == ""


@pytest.mark.parametrize(
    ("system", "environment", "shown"),
    [
        ("Linux", {}, False),
        ("Linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
        ("Linux", {"DISPLAY": ":0"}, True),
        ("Linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("Windows", {}, True),
        ("Darwin", {}, True),
    ],
)
def test_a_window_needs_a_display_on_linux_only(system, environment, shown):
    assert dev.has_display(system, environment) is shown


def test_packages_are_named_once_and_by_the_name_of_the_release():
    wanted = ["libgl1", "libglib2.0-0", "libglib2.0-0"]
    assert dev.package_names(wanted, lambda _: False) == ["libgl1", "libglib2.0-0"]
    assert dev.package_names(wanted, lambda name: name == "libglib2.0-0t64") == ["libgl1", "libglib2.0-0t64"]


def test_every_library_that_qt_was_seen_to_lack_has_a_package():
    owed = {
        "libgl1",
        "libegl1",
        "libdbus-1-3",
        "libfontconfig1",
        "libglib2.0-0",
        "libxkbcommon-x11-0",
        "libxcb-cursor0",
    }
    assert owed <= set(dev.QT_LIBRARIES.values())
    assert sum(package.startswith("libxcb") for package in dev.QT_LIBRARIES.values()) >= 14


def test_the_line_to_type_is_one_line_and_names_the_package():
    line = dev.line_to_type(["poppler-utils"], [])
    assert "install -y poppler-utils" in line
    assert "\n" not in line


def test_a_stamp_holds_for_the_same_dependencies_python_and_place_only(tmp_path):
    key = dev.stamp_key(b"[project]", "3.11.2", tmp_path)
    others = [
        dev.stamp_key(b"[project] ", "3.11.2", tmp_path),
        dev.stamp_key(b"[project]", "3.12.1", tmp_path),
        dev.stamp_key(b"[project]", "3.11.2", tmp_path / "moved"),
    ]
    assert not dev.is_installed(tmp_path, "app", key)
    (tmp_path / "installed-app").write_text(key, encoding="utf-8")
    assert dev.is_installed(tmp_path, "app", key)
    assert not dev.is_installed(tmp_path, "dev", key)
    assert not any(dev.is_installed(tmp_path, "app", other) for other in others)


def test_a_group_is_read_from_pyproject():
    pyproject = '[dependency-groups]\ndev = ["pytest>=8", "ruff"]\n'
    assert dev.group_requirements(pyproject, "dev") == ["pytest>=8", "ruff"]
    assert dev.group_requirements(pyproject, "app") == []
    assert dev.group_requirements((ROOT / "pyproject.toml").read_text(encoding="utf-8"), "freeze")


def test_a_venv_that_is_absent_dead_or_without_pip_is_half_made(tmp_path):
    assert dev.venv_version(tmp_path / "absent") == ""
    dead = tmp_path / "dead"
    dev.venv_python(dead).parent.mkdir(parents=True)
    dev.venv_python(dead).write_text("no program", encoding="utf-8")
    assert dev.venv_version(dead) == ""
    without_pip = tmp_path / "without-pip"
    venv.create(without_pip, with_pip=False)
    assert dev.venv_version(without_pip) == ""


def test_a_venv_with_pip_is_usable_until_an_install_in_it_is_killed(tmp_path):
    venv.create(tmp_path, with_pip=False)
    library = next(tmp_path.rglob("site-packages"))
    (library / "pip").mkdir()
    (library / "pip" / "__init__.py").touch()
    assert dev.venv_version(tmp_path) == ".".join(str(part) for part in sys.version_info[:3])
    (tmp_path / "unfinished").touch()
    assert dev.venv_version(tmp_path) == ""


def test_an_older_python_can_read_the_script():
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("out", "err", "said"),
    [
        ("", "WARNING: slow\nERROR: No matching distribution found for x\n\nnote: see above\n", "No matching"),
        ("", "Traceback\nImportError: libEGL.so.1: no such file\n", "ImportError: libEGL.so.1: no such file"),
        ("only this\n", "", "only this"),
        ("", "", "it ended with code 3"),
    ],
)
def test_the_line_that_says_most_is_quoted(out, err, said):
    assert said in dev.last_words(subprocess.CompletedProcess([], 3, out, err))


def test_a_word_it_does_not_know_shows_the_commands(capsys):
    assert dev.main(["dance"], dev.COMMANDS) == 2
    assert "dev.py test" in capsys.readouterr().out


def test_trouble_is_one_sentence_and_a_stop_is_calm(capsys):
    def trouble(_words):
        raise dev.Trouble("The sky is in the way.")

    def stop(_words):
        raise KeyboardInterrupt

    commands = {"trouble": trouble, "stop": stop}
    assert dev.main(["trouble"], commands) == 1
    assert capsys.readouterr().err == "dev.py: The sky is in the way.\n"
    assert dev.main(["stop"], commands) == 130
    assert "Stopped" in capsys.readouterr().err
