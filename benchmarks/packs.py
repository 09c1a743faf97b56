"""Packs between schools: how long one takes to read, and how little a hostile one gets.

The floor of reading is unpacking the same bytes and reading the same JSON with nothing checked. `refuse_worst` is the
worst of the hostile files below, `_mb` the most memory that was taken for it: 2,000 ms and 200 MB are allowed.
"""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from benchmarks.report import Figures, in_turns, median, timed
from workshop_app.exchange import pack_file, share_pack
from workshop_app.exchange.share_pack import PackPrompt, SharePack
from workshop_app.exchange.unreadable import UnreadableError

MB = 2**20
SPARSE = 20 * 1024 * MB  # bytes that a file may pretend to have


def measure(*, small: bool) -> Figures:
    """All figures of packs."""
    rounds = 3 if small else 60
    text = share_pack.write(_large(4 if small else 58))
    data = pack_file.write(text, 2, 3)
    read, floor = in_turns(rounds, lambda: pack_file.read(data), lambda: _bare(data))
    figures: Figures = {
        "pack_kb": len(text.encode()) / 1024,
        "pack_read_ms": median(read),
        "pack_read_floor_ms": median(floor),
        "pack_read_over_floor": median(read) / median(floor),
    }
    with TemporaryDirectory() as folder:
        worst_ms, worst_mb = 0.0, 0.0
        for name, write in _hostile(1000 if small else 1_000_000).items():
            path = Path(folder) / name
            write(path)
            worst_ms = max(worst_ms, timed(_refused, path))
            worst_mb = max(worst_mb, _peak(path))
            path.unlink()
    return figures | {"refuse_worst_ms": worst_ms, "refuse_worst_mb": worst_mb}


def _large(prompts: int) -> SharePack:
    """A pack nearly as large as one may be."""
    words = ("What would help you say when you are lost in a lesson, and who would have to hear it? " * 44).strip()
    prompt = PackPrompt(
        "own", False, "teaching", "How we are taught", "Teaching", "learning", "opener",
        words, words, (words, words), 5, 3, 20, 2,
    )  # fmt: skip
    many = tuple(msgspec.structs.replace(prompt, id=f"own-{n}") for n in range(prompts))
    return SharePack("workshop-pack-1", "pack", "Hillside", "2026–27", False, "Ours", "?", "", "", (), many)


def _bare(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        msgspec.json.decode(archive.read("pack.json"))


def _hostile(members: int) -> dict[str, Callable[[Path], object]]:
    def zipped(path: Path, content: bytes) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("pack.json", content)
            archive.writestr("approval.json", b"{}")

    def crowded(path: Path) -> None:
        end = b"PK\x05\x06" + b"\0" * 4 + b"\xff\xff" * 2 + b"\xff" * 8 + b"\0\0"
        path.write_bytes(b"PK\x01\x02" * (members * 12) + end)

    def sparse(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(SPARSE)

    return {
        "bomb": lambda path: zipped(path, b"0" * (members * 100)),
        "deep": lambda path: zipped(path, b"[" * 999_000),
        "wide": lambda path: zipped(path, b'{"plans":[' + b"1," * 490_000 + b"1]}"),
        "crowded": crowded,
        "sparse": sparse,
    }


def _refused(path: Path) -> None:
    try:
        pack_file.contents(path)
    except UnreadableError:
        return
    raise AssertionError(f"{path.name} was read")


def _peak(path: Path) -> float:
    tracemalloc.start()
    try:
        _refused(path)
        return max(tracemalloc.get_traced_memory()[1] / MB, 0.001)
    finally:
        tracemalloc.stop()
