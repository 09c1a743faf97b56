#!/usr/bin/env python3
"""Set this project up and run it. Needs Python and nothing else.

    python3 dev.py run [words for the app]     make .venv, install, open the app (no display: rehearse)
    python3 dev.py test [words for pytest]     everything that CI runs
    python3 dev.py freeze                      build a folder in dist/ that runs without Python

The file keeps to the syntax of Python 3.6 (quoted annotations, no newer statements): an older Python then
gets a sentence about its version instead of a traceback. Read it from top to bottom; `main` is at the end.
"""

import ctypes
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SYSTEM = platform.system()  # Linux, Darwin, Windows
HAS_APT = SYSTEM == "Linux" and shutil.which("apt-get") is not None  # Debian, Ubuntu and their relatives
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
OLDEST_PYTHON = (3, 11)
OLDEST_GLIBC = {"x86_64": (2, 34), "arm64": (2, 39)}  # these three: what the Qt wheels are built against
OLDEST_RELEASE = {"Darwin": (13,), "Windows": (10,)}

# What the Qt wheels link to but do not bring along, and the Debian package that has it. Measured with
# `readelf -d` over QtCore, QtGui, QtWidgets, QtTest and the xcb, wayland and offscreen plugins.
# fmt: off
QT_LIBRARIES = {
    "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1", "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1", "libfreetype.so.6": "libfreetype6", "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0", "libstdc++.so.6": "libstdc++6", "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1", "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0", "libxcb.so.1": "libxcb1", "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0", "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0", "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-shm.so.0": "libxcb-shm0", "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1", "libxcb-xfixes.so.0": "libxcb-xfixes0", "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_TOOLS = {"pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "Xvfb": "xvfb", "xdotool": "xdotool",
              "strace": "strace"}
# fmt: on
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}  # its name since Debian 13 and Ubuntu 24.04

CHECKS = (
    ("formatting", ("-m", "ruff", "format", "--check", ".")),
    ("lint", ("-m", "ruff", "check", ".")),
    ("types", ("-m", "mypy")),
    ("imports", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
    ("tests", ("-m", "pytest", "-n", "auto", "--dist", "worksteal")),  # as many at once as tests/conftest.py says
)

VENV_PROBE = """
import importlib.util, platform, sys
print(platform.python_version() if sys.version_info >= %r and importlib.util.find_spec("pip") else "")
"""

QT_PROBE = """
import ctypes, pathlib, sys
from PySide6 import QtGui, QtTest, QtWidgets
plugins = pathlib.Path(QtGui.__file__).parent / "Qt" / "plugins" / "platforms"
for name in sys.argv[1:]:
    ctypes.CDLL(str(plugins / name))
QtGui.QGuiApplication(sys.argv[:1])
"""


class Trouble(Exception):  # noqa: N818 - it is said to a person, not handled as an error
    """Something a person has to put right; its text is the sentence they read."""


# --- Is this a machine that Qt and the app run on? ---------------------------------------------------------
class Machine(NamedTuple):
    """The facts that decide; handed in so that a test can be any machine."""

    python: "tuple[int, ...]"
    bits: int
    system: str
    processor: str
    libc: str  # "glibc 2.36"; another name, or nothing, where it is another library
    release: "tuple[int, ...]"  # of macOS or Windows


def this_machine() -> Machine:
    """Return the facts about the Python that runs this file and what it stands on."""
    release = platform.mac_ver()[0] if SYSTEM == "Darwin" else platform.version()  # "10.0.22631" on Windows
    bits = 64 if sys.maxsize > 2**32 else 32
    libc, processor = " ".join(platform.libc_ver()), platform.machine().lower()
    return Machine(sys.version_info[:3], bits, SYSTEM, processor, libc, numbers(release))


def machine_problem(machine: Machine) -> str:
    """Return the one sentence that says why this machine will not do, or nothing."""
    if machine.python < OLDEST_PYTHON:
        have, need = dotted(machine.python), dotted(OLDEST_PYTHON)
        return f"Python {need} or newer is needed, and this is Python {have}; a newer one can stand beside it."
    if machine.bits != 64:
        return f"A 64-bit Python is needed, and this one has {machine.bits} bits."
    if machine.system == "Linux":
        return libc_problem(machine.libc, machine.processor)
    oldest = OLDEST_RELEASE.get(machine.system, ())
    if machine.release < oldest:
        name = "macOS" if machine.system == "Darwin" else machine.system
        return f"{name} {dotted(oldest)} or newer is needed, and this is {name} {dotted(machine.release)}."
    return ""


def libc_problem(libc: str, processor: str) -> str:
    """Return why a Linux with this C library will not do, or nothing."""
    oldest = OLDEST_GLIBC["arm64" if processor in ("aarch64", "arm64") else "x86_64"]
    if not libc.startswith("glibc"):
        return f"Qt needs a Linux with glibc {dotted(oldest)} or newer; this one has another C library, such as musl."
    if numbers(libc) < oldest:
        return f"glibc {dotted(oldest)} or newer is needed, and this Linux has {libc}; a newer release of it will do."
    return ""


def numbers(version: str) -> "tuple[int, ...]":
    """Return the numbers of a version: "glibc 2.36" is (2, 36)."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


def dotted(version: "tuple[int, ...]") -> str:
    """Return (3, 11) as "3.11"."""
    return ".".join(str(part) for part in version)


# --- What the system has to bring --------------------------------------------------------------------------
def missing_libraries() -> "list[str]":
    """Return the shared libraries Qt needs that this system cannot load, by file name."""
    missing = []
    for name in QT_LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def package_names(wanted: "list[str]", knows: "Callable[[str], bool]") -> "list[str]":
    """Return the packages once each, sorted, by their newer names as far as this release knows these."""
    return sorted({RENAMED[name] if name in RENAMED and knows(RENAMED[name]) else name for name in wanted})


def apt_knows(package: str) -> bool:
    """Tell whether apt's lists have a package of exactly this name."""
    return ask(["apt-cache", "show", package]).returncode == 0


def line_to_type(packages: "list[str]", libraries: "list[str]") -> str:
    """Return the one line that installs what is missing, for the package manager that is here."""
    sudo = "" if IS_ROOT else "sudo "
    if HAS_APT:
        return sudo + "apt-get install -y " + " ".join(package_names(packages, apt_knows))
    wanted = " ".join([f"'{name}()(64bit)'" for name in libraries] or sorted(set(packages)))
    manager = next((name for name in ("dnf", "zypper") if shutil.which(name)), "(your package manager)")
    return f"{sudo}{manager} install -y {wanted}"


def apt_install(packages: "list[str]") -> bool:
    """Install Debian packages where that takes nobody's password; tell whether it worked."""
    if not HAS_APT or not IS_ROOT:
        return False
    apt_get = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300"]
    ask([*apt_get, "update"])  # a failure shows itself in the next step
    names = package_names(packages, apt_knows)
    say("Installing system packages: " + " ".join(names))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    done = ask([*apt_get, "install", "--no-install-recommends", *names], environment)
    if done.returncode:
        say(f"That did not work ({last_words(done)})")
    return done.returncode == 0


def ensure_tools(tools: "dict[str, str]", without: str) -> None:
    """Bring programs that are good to have; where that takes a password, say the line and go on."""
    packages = [package for tool, package in tools.items() if not shutil.which(tool)]
    if SYSTEM == "Linux" and packages and not apt_install(packages):
        say(f"{without} To have it all, type: {line_to_type(packages, [])}")


# --- The .venv ----------------------------------------------------------------------------------------------
def venv_python(venv: Path) -> Path:
    """Return where a venv keeps its Python, there or not."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def venv_version(venv: Path) -> str:
    """Return the version of a usable venv's Python; empty where it is absent, half-made, dead or too old."""
    if (venv / "unfinished").exists():  # something was killed in it, and what it left behind looks whole
        return ""
    done = ask([str(venv_python(venv)), "-I", "-c", VENV_PROBE % (OLDEST_PYTHON,)])
    return done.stdout.strip() if done.returncode == 0 else ""


def ensure_venv() -> str:
    """Make .venv, or make it anew where it cannot be completed; return its Python's version."""
    version = venv_version(VENV)
    if version:
        return version
    maker = venv_maker()
    say("Making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(exist_ok=True)
    (VENV / "unfinished").touch()
    done = ask([sys.executable, "-m", maker, str(VENV)])
    if done.returncode:
        raise Trouble(f"Making .venv did not work ({last_words(done)}).")
    (VENV / "unfinished").unlink()
    return venv_version(VENV)


def venv_maker() -> str:
    """Return the module that makes the venv. Debian leaves ensurepip out of python3."""
    for module, maker in (("ensurepip", "venv"), ("virtualenv", "virtualenv")):
        if importlib.util.find_spec(module):
            return maker
    package = "python{}.{}-venv".format(*sys.version_info)
    if apt_install([package]):
        return "venv"
    raise Trouble("This Python cannot make a .venv yet; type: " + line_to_type([package], []))


def stamp_key(pyproject: bytes, version: str, root: Path) -> str:
    """Return what an install depends on: the dependencies, the Python, and where the checkout lies."""
    return hashlib.sha256(b"\0".join([pyproject, version.encode(), str(root).encode()])).hexdigest()


def is_installed(venv: Path, group: str, key: str) -> bool:
    """Tell whether this group was installed to the end, for exactly this key; "app" is the app itself."""
    stamp = venv / ("installed-" + group)
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == key


def group_requirements(pyproject: str, group: str) -> "list[str]":
    """Return a dependency group's requirements; read here because the pip in a new venv may not know groups."""
    import tomllib  # here, because an older Python must get as far as the check of its version

    return list(tomllib.loads(pyproject)["dependency-groups"][group]) if group != "app" else []


def ensure_installed(group: str) -> str:
    """Bring .venv to where the app and this group are in it and Qt starts; return its Python."""
    version = ensure_venv()
    pyproject = (ROOT / "pyproject.toml").read_bytes()
    key = stamp_key(pyproject, version, ROOT)
    if not is_installed(VENV, group, key):
        say("Installing into .venv (the first time takes some minutes)")
        pip_install(["-e", str(ROOT), *group_requirements(pyproject.decode("utf-8"), group)])
        for name in ("app", group):
            (VENV / ("installed-" + name)).write_text(key, encoding="utf-8")
    ensure_qt()
    return str(venv_python(VENV))


def pip_install(requirements: "list[str]") -> None:
    """Run pip in .venv, which stays marked as unfinished if this is killed."""
    (VENV / "unfinished").touch()
    pip = [str(venv_python(VENV)), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    done = ask([*pip, *requirements])
    if done.returncode >= 0:
        (VENV / "unfinished").unlink()  # pip came to an end of its own, and put back what it could not finish
    if done.returncode:
        raise Trouble(f"Installing did not work ({last_words(done)}); the same command tries again.")


# --- Does Qt start? -----------------------------------------------------------------------------------------
def qt_failure(platform_plugin: str) -> str:
    """Return Qt's last words if it does not start with this plugin (empty: the display's own); else nothing."""
    wayland = ["libqwayland.so"] if os.environ.get("WAYLAND_DISPLAY") else []
    plugins = ["libqxcb.so", *wayland] if SYSTEM == "Linux" else []  # they have to load, display or not
    environment = dict(os.environ, QT_QPA_PLATFORM=platform_plugin) if platform_plugin else None
    done = ask([str(venv_python(VENV)), "-I", "-c", QT_PROBE, *plugins], environment)
    return last_words(done) if done.returncode else ""


def ensure_qt() -> None:
    """Prove that Qt starts; bring the system libraries it lacks, or say the line that does."""
    failure = qt_failure("offscreen")
    missing = missing_libraries() if failure and SYSTEM == "Linux" else []
    packages = [QT_LIBRARIES[name] for name in missing]
    if packages and not apt_install(packages):
        raise Trouble("Qt needs libraries of the system; type: " + line_to_type(packages, missing))
    failure = failure and qt_failure("offscreen")
    if failure:
        raise Trouble(f"Qt is installed but does not start ({failure}); if nothing else helps, remove .venv.")


# --- The commands -------------------------------------------------------------------------------------------
def has_display(system: str, environment: "dict[str, str]") -> bool:
    """Tell whether a window can be shown; only Linux is ever without a screen here."""
    return system != "Linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def command_run(words: "list[str]") -> int:
    """Open the app; with nothing to show it on and nothing else asked, rehearse."""
    app = [ensure_installed("app"), "-m", "workshop_app"]
    if not words and not has_display(SYSTEM, dict(os.environ)):
        return rehearse(app)
    if not words and qt_failure(""):  # its plugins load, so it is the display
        raise Trouble("The display that DISPLAY or WAYLAND_DISPLAY names cannot be reached; unset both to rehearse.")
    return run(app + words)


def rehearse(app: "list[str]") -> int:
    """Lead a whole workshop without a display and say where its plan and pictures are."""
    out = ROOT / "out" / "rehearsal"
    say("There is no display here, so the app rehearses a workshop")
    code = run([*app, "rehearse", "--out", str(out)], dict(os.environ, QT_QPA_PLATFORM="offscreen"))
    if code == 0:
        pictures = len(list(out.glob("*.png")))
        say(f"The plan is {out / 'plan.pdf'}, and {pictures} pictures of the screens lie beside it")
    return code


def command_test(words: "list[str]") -> int:
    """Run every check to its end, whatever the others said; the last line names those that failed."""
    ensure_tools(TEST_TOOLS, "Some tests will be skipped.")
    python = ensure_installed("dev")
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8", **os.environ}
    failed = []
    for name, arguments in CHECKS:
        say(f"Checking {name}")
        started = time.monotonic()
        code = run([python, *arguments, *(words if name == "tests" else [])], environment, folder=ROOT)
        say(f"{name}: {'failed' if code else 'passed'} in {time.monotonic() - started:.1f} s")
        failed += [name] if code else []
    say(f"{len(failed)} of {len(CHECKS)} checks failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def command_freeze(words: "list[str]") -> int:
    """Build the app as a folder that runs without Python."""
    ensure_tools({"objdump": "binutils"}, "Building needs a tool that is not here.")
    return run([ensure_installed("freeze"), "-m", "PyInstaller", "--noconfirm", *words, "build.spec"], folder=ROOT)


COMMANDS = {"run": command_run, "test": command_test, "freeze": command_freeze}


def say(sentence: str) -> None:
    """Print a line now, so that it stands before what a started program prints."""
    print("dev.py: " + sentence, flush=True)


def run(command: "list[str]", env: "dict[str, str] | None" = None, folder: "Path | None" = None) -> int:
    """Run a program that can ask nothing, for it has no standard input; return its exit code."""
    code = subprocess.run(command, env=env, cwd=folder, stdin=subprocess.DEVNULL, check=False).returncode
    return code if code >= 0 else 128 - code


def ask(command: "list[str]", env: "dict[str, str] | None" = None) -> "subprocess.CompletedProcess[str]":
    """Run a program silently, to know its exit code (127: there is no such program) and what it said."""
    try:
        return subprocess.run(
            command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


def last_words(done: "subprocess.CompletedProcess[str]") -> str:
    """Return the one line of a failed program that says most."""
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("ERROR: ", "E: "))]
    return (errors or lines or [f"it ended with code {done.returncode}"])[-1]


def main(words: "list[str]", commands: "Mapping[str, Callable[[list[str]], int]]") -> int:
    """Check the machine, then do what the first word says; return the exit code."""
    problem = machine_problem(this_machine())
    if problem:
        sys.exit("dev.py: " + problem)
    if not words or words[0] not in commands:
        print(__doc__)
        return 0 if words[:1] in (["-h"], ["--help"]) else 2
    try:
        return commands[words[0]](words[1:])
    except (Trouble, OSError) as trouble:
        print(f"dev.py: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ndev.py: Stopped; the same command goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], COMMANDS))
