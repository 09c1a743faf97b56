"""A power cut, simulated: what an app told the disk (recorded by strace), and what a disk may have kept of it.

A disk owes nothing that was not synced. At the cut each unsynced write of a file may be there, missing, or torn at
a sector, whatever was written after it; names made or removed since the folder was synced may be as before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512
CALLS = "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,truncate,ftruncate,fallocate,fsync,fdatasync"
CALLS += ",sync_file_range,unlink,unlinkat,rename,renameat,renameat2,link,linkat,copy_file_range,sendfile"
STRACE = ("strace", "-qq", "-xx", "-y", "-s", "100000", "-e", f"trace={CALLS}", "-e", "signal=none")

_LINE = re.compile(r"(\w+)\((.*)\)\s+= (\d+)")
_TEXT = re.compile(r'["<]((?:\\x[0-9a-f]{2})*)(?:>\(deleted\)|[">])')


@dataclass(frozen=True)
class Call:
    """One thing the app asked of the folder: `paths` as names in it ("" is the folder itself)."""

    name: str
    path: str
    other: str = ""
    data: bytes = b""
    numbers: tuple[int, ...] = ()
    flags: str = ""


def recorded(log: Path, folder: Path) -> Iterator[Call]:
    """The calls of a strace log that succeeded and have to do with the folder."""
    for line in log.read_text("ascii").splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        name, words, _ = found.groups()
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(words)]
        bare = _TEXT.sub("", words)
        if name == "openat":
            texts = texts[-1:]  # the folder that a relative path would start from comes first
        inside = [path for text in texts[:2] if (path := _inside(text, folder)) is not None]
        if inside:
            numbers = tuple(int(number) for number in re.findall(r"(?<=, )\d+", bare))
            data = texts[-1] if name in ("write", "pwrite64") else b""
            yield Call(name, inside[0], inside[-1] if name.startswith("rename") else "", data, numbers, bare)


def _inside(text: bytes, folder: Path) -> str | None:
    path = Path(text.decode("utf-8", "replace"))
    if path == folder:
        return ""
    return path.name if path.parent == folder else None


@dataclass
class File:
    """A file as the app sees it, and as much of it as the disk has promised to keep."""

    now: bytearray = field(default_factory=bytearray)
    kept: bytes = b""
    owed: list[tuple[int, bytes | None]] = field(default_factory=list)  # offset and data, or size and None

    def write(self, at: int, data: bytes | None) -> None:
        self.owed.append((at, data))
        _write(self.now, at, data)

    def sync(self) -> None:
        self.kept = bytes(self.now)
        self.owed.clear()

    def after_cut(self, random: Random) -> bytes:
        """What may be found of it: all that is owed, nothing, or any of it, torn where it may tear."""
        mood, found = random.choice(("all", "none", "some", "torn")), bytearray(self.kept)
        for at, data in self.owed:
            if mood == "none" or (mood != "all" and random.random() < 0.5):
                continue
            if mood != "torn" or data is None:
                _write(found, at, data)
                continue
            for start in range(0, len(data), SECTOR):
                if random.random() < 0.5:
                    _write(found, at + start, data[start : start + SECTOR])
        return bytes(found)


def _write(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        content.extend(bytes(at - len(content)))
    else:
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(data)] = data


class Disk:
    """A folder on a disk that keeps what it must and no more."""

    def __init__(self) -> None:
        self.now: dict[str, File] = {}
        self.kept: dict[str, File] = {}
        self.owed: list[tuple[str, File | None]] = []

    def do(self, call: Call) -> None:
        """Take one call; AssertionError for one that is not understood, so that none is overlooked."""
        if call.name == "openat":
            if "O_CREAT" in call.flags and call.path not in self.now:
                self._name(call.path, File())
            if "O_TRUNC" in call.flags:
                self.now[call.path].write(0, None)
        elif call.name == "pwrite64":
            self.now[call.path].write(call.numbers[-1], call.data)
        elif call.name == "ftruncate":
            self.now[call.path].write(call.numbers[-1], None)
        elif call.name in ("fsync", "fdatasync"):
            self._sync(call.path)
        elif call.name == "unlink":
            self._name(call.path, None)
        else:
            raise AssertionError(call)

    def after_cut(self, random: Random) -> dict[str, bytes]:
        """Files and contents as they may be found when the power is back."""
        names = dict(self.kept)
        for name, file in self.owed[: random.randint(0, len(self.owed))]:
            _put(names, name, file)
        return {name: file.after_cut(random) for name, file in names.items()}

    def _sync(self, name: str) -> None:
        if name:
            self.now[name].sync()
        else:
            self.kept = dict(self.now)
            self.owed.clear()

    def _name(self, name: str, file: File | None) -> None:
        self.owed.append((name, file))
        _put(self.now, name, file)


def _put(names: dict[str, File], name: str, file: File | None) -> None:
    if file is None:
        del names[name]
    else:
        names[name] = file
