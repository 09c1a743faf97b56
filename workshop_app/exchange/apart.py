"""Reading what came from elsewhere in a process of its own, which has little memory, little time and nothing to write.

The app's own executable is started again with a hidden command, so it works frozen too. What is to be read goes in on
standard input, what was found comes back on standard output. The child confines itself before it looks at anything; on
Windows, where it can't, the parent puts it into a job object before it hands over the first byte.
"""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workshop_app.exchange import job_object

MEGABYTE = 1024 * 1024
_NO_WINDOW = 0x08000000  # Windows: a command of ours opens no console


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use.

    `memory` in bytes of address space, `seconds` of the processor, `patience` those on the wall, `answer` in bytes.
    """

    memory: int = 512 * MEGABYTE  # some systems count 200 MB of locales in
    seconds: int = 4
    patience: float = 8.0
    answer: int = 2 * MEGABYTE


READING = Limits()
"""For a returned PDF. A plan takes a third of a second and 45 MB."""


class ApartError(Exception):
    """The child gave no answer: it needed too much memory or time, or it fell over."""


def front() -> tuple[str, ...]:
    """How the app is started once more: frozen it is its own executable, otherwise a module of this Python."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    # -P: never a module from the folder one happens to be in
    return (_base() or sys.executable, "-P", "-m", "workshop_app")


def ask(command: Sequence[str], data: bytes, limits: Limits, start: Sequence[str] | None = None) -> bytes:
    """What a hidden command answers about `data`; ApartError where it gives no answer within its limits.

    `start` stands in for `front()`.
    """
    child = subprocess.Popen(
        [*(front() if start is None else start), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )
    with child, job_object.around(child, limits.memory, limits.seconds):
        return _answer(child, data, limits)


def confine(limits: Limits) -> None:
    """Take from this process, for good, what reading needs no more of. Where there are no such limits, nothing."""
    try:
        import resource
    except ImportError:  # Windows: it is in a job object
        return
    wanted = (
        ("RLIMIT_AS", limits.memory),
        ("RLIMIT_DATA", limits.memory),  # macOS knows no other
        ("RLIMIT_CPU", limits.seconds),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
    )
    for name, most in wanted:
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


def _base() -> str:
    """Windows: the Python behind that of a virtual environment, which only starts another one; "" elsewhere.

    Two processes would not fit into a job of one, and the second might begin before there is a job.
    """
    base = str(getattr(sys, "_base_executable", ""))
    return base if sys.platform == "win32" and base != sys.executable else ""


def _environment() -> dict[str, str]:
    made = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    if _base():
        made["__PYVENV_LAUNCHER__"] = sys.executable  # as multiprocessing does it: the environment's packages are found
    return made


def _answer(child: "subprocess.Popen[bytes]", data: bytes, limits: Limits) -> bytes:
    if child.stdin is None or child.stdout is None:
        raise TypeError("a child that is asked has pipes")
    alarm = threading.Timer(limits.patience, child.kill)
    alarm.daemon = True
    feeder = threading.Thread(target=_feed, args=(child.stdin, data), daemon=True)
    alarm.start()
    feeder.start()
    try:
        answer = child.stdout.read(limits.answer + 1)
        if len(answer) > limits.answer:
            child.kill()
        code = child.wait()
        feeder.join()
    finally:
        alarm.cancel()
        child.kill()
    if code != 0 or len(answer) > limits.answer:
        raise ApartError(str(code))
    return answer


def _feed(pipe: BinaryIO, data: bytes) -> None:
    with contextlib.suppress(OSError), pipe:  # a child that fell over takes no more
        pipe.write(data)
