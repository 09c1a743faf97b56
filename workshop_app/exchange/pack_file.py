"""The file of a pack, *.workshoppack: a zip with two members of fixed names, capped before anything is unpacked.

It is read by hand, not by a library that would believe what the file says about itself: two members, in order, one
behind the other without a gap, no name but ours, nothing encrypted, linked, split or commented. No name or path is
ever taken from it, nothing is ever written where it says, and no more is unpacked than a pack may have.
"""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from workshop_app.exchange import share_pack
from workshop_app.exchange.share_pack import Count, Hash, SharePack
from workshop_app.exchange.unreadable import UnreadableError
from workshop_app.words import translate

ENDING = ".workshoppack"
LARGEST_FILE = 1_100_000  # bytes: a text that can't be packed any smaller, and what is around it
_CONTENT, _APPROVAL = b"pack.json", b"approval.json"
_CAPS = {_CONTENT: share_pack.LARGEST, _APPROVAL: 400}
_END, _ENTRY, _LOCAL = struct.Struct("<4s4H2LH"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
_END_MARK, _ENTRY_MARK, _LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_LINK = 0o120000  # of a file's mode
_EPOCH = (1980, 1, 1, 0, 0, 0)  # no clock in the file: the same pack is the same bytes


class Approval(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who approved that this text leaves: so many of the students who made it, who are `of`."""

    approved: Count
    hash: Hash
    of: Count


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack as it came: what it says, its hash, and how many of the students who made it approved it."""

    pack: SharePack
    hash: str
    approved: int
    of: int
    data: bytes  # the file as it is


def write(text: str, approved: int, of: int) -> bytes:
    """The file of a sealed pack's text."""
    approval = msgspec.json.encode(Approval(approved, share_pack.content_hash(text), of), order="sorted")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((_CONTENT, text.encode()), (_APPROVAL, approval)):
            member = zipfile.ZipInfo(name.decode(), _EPOCH)
            member.create_system = 3
            archive.writestr(member, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def contents(path: Path) -> PackFile:
    """The pack in a file; UnreadableError, in one sentence, if it is anything else."""
    try:
        if path.exists() and not path.is_file():  # opening a pipe would wait for ever
            raise UnreadableError(translate("packs", "{name} is not a file.", name=path.name))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UnreadableError(translate("packs", "There is no file {name}.", name=path.name)) from error
    except (OSError, ValueError) as error:
        raise UnreadableError(translate("packs", "The file {name} can't be read.", name=path.name)) from error
    return read(data)


def read(data: bytes) -> PackFile:
    """The pack that these bytes are; UnreadableError, in one sentence, if they are anything else."""
    if len(data) > LARGEST_FILE:
        raise UnreadableError(translate("packs", "This file is larger than any pack."))
    try:
        parts = _members(data)
        text = parts[_CONTENT]
        approval = msgspec.json.decode(parts[_APPROVAL], type=Approval)
    except (struct.error, zlib.error, msgspec.MsgspecError, ValueError, RecursionError, KeyError) as error:
        raise _no_pack() from error
    pack = share_pack.read(text)
    found = share_pack.content_hash(text.decode())
    if approval.hash != found or approval.approved > approval.of:
        raise share_pack.not_ours()
    return PackFile(pack, found, approval.approved, approval.of, data)


def _members(data: bytes) -> dict[bytes, bytes]:
    """The members by name, unpacked and checked; ValueError or struct.error if anything is unlike what we write."""
    end = len(data) - _END.size
    mark, disk, first, here, count, length, start, comment = _END.unpack_from(data, max(0, end))
    _only_if(mark == _END_MARK and disk == first == comment == 0 and here == count == len(_CAPS))
    _only_if(start + length == end)
    found: dict[bytes, bytes] = {}
    entry_at, member_at = start, 0
    for name in _CAPS:
        entry = _ENTRY.unpack_from(data, entry_at)
        found[name], member_at = _member(data, name, entry, entry_at, member_at)
        entry_at += _ENTRY.size + len(name)
    _only_if(entry_at == end and member_at == start)
    return found


def _member(
    data: bytes, name: bytes, entry: tuple[bytes | int, ...], entry_at: int, member_at: int
) -> tuple[bytes, int]:
    """One member's bytes and where the next begins. Its size is checked against the cap before it is unpacked."""
    mark, _made_by, _needed, flags, method, _time, _day, crc, packed, size = entry[:10]
    name_length, extra, comment, disk, _inner, outer, offset = entry[10:]
    behind = entry_at + _ENTRY.size
    _only_if(mark == _ENTRY_MARK and flags == 0 and method in (_STORED, _DEFLATED))
    _only_if((name_length, extra, comment, disk, offset) == (len(name), 0, 0, 0, member_at))
    _only_if(data[behind : behind + len(name)] == name and isinstance(outer, int) and (outer >> 16) & 0o170000 != _LINK)
    local = _LOCAL.unpack_from(data, member_at)
    _only_if(local[0] == _LOCAL_MARK and (local[2], local[3]) == (flags, method))
    _only_if(local[6:] == (crc, packed, size, len(name), 0))
    begin = member_at + _LOCAL.size + len(name)
    _only_if(data[member_at + _LOCAL.size : begin] == name)
    if not isinstance(packed, int) or not isinstance(size, int):
        raise TypeError("a zip's sizes are numbers")
    _only_if(size <= _CAPS[name] and begin + packed <= len(data))
    raw = data[begin : begin + packed]
    made = raw if method == _STORED else _inflated(raw, _CAPS[name])
    _only_if(len(made) == size and zlib.crc32(made) == crc)
    return made, begin + packed


def _inflated(raw: bytes, cap: int) -> bytes:
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    made = machine.decompress(raw, cap + 1)
    _only_if(len(made) <= cap and machine.eof and not machine.unused_data)
    return made


def _only_if(holds: bool) -> None:
    if not holds:
        raise ValueError("not as a pack is written")


def _no_pack() -> UnreadableError:
    return UnreadableError(translate("packs", "This file is no pack, or it is damaged. Ask the school for it again."))
