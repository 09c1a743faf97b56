"""A pack's file is read strictly: whatever else is in it, or is said of it, is refused in one sentence."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import packs
from tests.packs import patched, zipped
from tests.strategies import often
from workshop_app.exchange import pack_file, share_pack
from workshop_app.exchange.unreadable import UnreadableError

GOOD = packs.file()
TEXT = share_pack.write(packs.pack()).encode()
APPROVAL = json.dumps(
    {"approved": 2, "hash": share_pack.content_hash(TEXT.decode()), "of": 3}, separators=(",", ":")
).encode()
CONTENT = ("pack.json", TEXT)
APPROVED = ("approval.json", APPROVAL)
HOSTILE = {
    "nothing": b"",
    "no zip": b"PK" * 300,
    "cut short": GOOD[:-1],
    "more behind": GOOD + b"#!/bin/sh\n",
    "more before": b"MZ" + GOOD,
    "one member": zipped(CONTENT),
    "another order": zipped(APPROVED, CONTENT),
    "one more": zipped(CONTENT, APPROVED, ("run.exe", b"MZ")),
    "twice the same": zipped(CONTENT, APPROVED, APPROVED),
    "a path": zipped(("../pack.json", TEXT), APPROVED),
    "an absolute path": zipped(("/etc/passwd", TEXT), APPROVED),
    "a drive": zipped(("C:\\pack.json", TEXT), APPROVED),
    "a folder": zipped(("pack.json/", b""), APPROVED),
    "other letters": zipped(("Pack.json", TEXT), APPROVED),
    "a zip in a zip": zipped(("pack.json", GOOD), APPROVED),
    "a bomb": zipped(("pack.json", b"0" * 50_000_000), APPROVED),
    "a bomb that says it is small": patched(zipped(("pack.json", b"0" * 50_000_000), APPROVED), "size", 100),
    "says it is huge": patched(GOOD, "size", 2**32 - 1),
    "packed beyond the end": patched(GOOD, "packed", 2**31),
    "encrypted": patched(GOOD, "flags", 1),
    "sizes behind it": patched(GOOD, "flags", 8),
    "another method": patched(GOOD, "method", 14),
    "a wrong sum": patched(GOOD, "crc", 1),
    "a link": patched(GOOD, "outer", 0o120777 << 16),
    "somewhere else": patched(GOOD, "offset", 5),
    "two zips": GOOD + GOOD,
    "not JSON": zipped(("pack.json", b"<script>alert(1)</script>"), APPROVED),
    "deep": zipped(("pack.json", b"[" * 900_000), APPROVED),
    "another approval": zipped(CONTENT, ("approval.json", APPROVAL.replace(b'"of":3', b'"of":1'))),
    "of another text": zipped(("pack.json", TEXT.replace(b"Hillside", b"Hillsode")), APPROVED),
    "no approval": zipped(CONTENT, ("approval.json", b"{}")),
    "too large": b"PK\x03\x04" + b"\0" * 3_000_000,
    "thousands of members": zipped(CONTENT, APPROVED, *[(f"{n}", b"") for n in range(3000)]),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_pack_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        pack_file.read(data)
    assert len(str(refused.value)) < 120


def test_packed_by_another_hand_but_all_the_same_it_is_read() -> None:
    assert pack_file.read(zipped(CONTENT, APPROVED)).pack == packs.pack()
    assert pack_file.read(zipped(CONTENT, APPROVED, method=zipfile.ZIP_STORED)).pack == packs.pack()


@often
@given(st.data())
def test_one_flipped_byte_is_refused_or_changes_nothing(data: st.DataObject) -> None:
    place, bit = data.draw(st.integers(0, len(GOOD) - 1)), data.draw(st.integers(0, 7))
    flipped = bytearray(GOOD)
    flipped[place] ^= 1 << bit
    try:
        found = pack_file.read(bytes(flipped))
    except UnreadableError:
        return
    assert (found.pack, found.hash) == (packs.pack(), share_pack.content_hash(TEXT.decode()))


@often
@given(st.binary(max_size=400), st.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(some: bytes, more: bytes) -> None:
    for data in (some, b"PK\x03\x04" + some, GOOD[:200] + some + GOOD[200:], some + GOOD[-22:] + more):
        try:
            pack_file.read(data)
        except UnreadableError:
            continue
        assert data == GOOD


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="There is no file"):
        pack_file.contents(tmp_path / "none.workshoppack")
    with pytest.raises(UnreadableError, match="is not a file"):
        pack_file.contents(tmp_path)
    whole = tmp_path / "a.workshoppack"
    whole.write_bytes(GOOD)
    assert pack_file.contents(whole).pack == packs.pack()
