"""A plan's PDF comes home: what it holds, and whether it is the file that was sent.

Nothing of it is taken apart in this process. Its bytes are counted and hashed here, and everything else is done by
`reply_child` in a process of its own (see apart.py).
"""

import hashlib
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workshop_app.exchange import apart, found, marks
from workshop_app.exchange.found import Fault, Found
from workshop_app.exchange.unreadable import UnreadableError
from workshop_app.words import translate

COMMAND = "_read-reply"
MOST = 24 * apart.MEGABYTE  # bytes of a returned file: a plan has 200 KB, a signature or a font from a reader some more
Ask = Callable[[Sequence[str], bytes, apart.Limits], bytes]


class Same(StrEnum):
    """How a file compares with the one that was sent, byte for byte."""

    BEGINS = "begins"  # with the very bytes that were sent
    TOUCHED = "touched"  # it is that file, but bytes in it were changed
    OTHER = "other"  # another file, such as one that a reader wrote anew


@dataclass(frozen=True, slots=True)
class Sending:
    """One sending of a plan, as it is on record: `size` bytes with this SHA-256.

    `marks` and `faces` are as marks.py and pdf_face.py have them, "" where they were not kept.
    """

    content_hash: str
    size: int
    sha256: str
    marks: str = ""
    faces: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that could be read. `sending` is the place of the sending that it comes from; None where that is open."""

    found: Found
    same: Same
    sending: int | None


def on_record(pdf: bytes) -> dict[str, str | int]:
    """What a fact keeps of a paper that is sent, so that it is known again when it comes home."""
    from workshop_app.exchange import pdf_face  # loads pikepdf, as making the paper did

    return {
        "size": len(pdf),
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "marks": marks.of(pdf),
        "faces": pdf_face.of(pdf),
    }


def read(path: Path, sendings: Sequence[Sending], ask: Ask = apart.ask) -> Returned:
    """What a returned PDF holds; UnreadableError, with a sentence, where it can't be read or is not read.

    `ask` asks a hidden command about bytes.
    """
    data = contents(path)
    same, sending = _compared(data, sendings)
    size = sendings[sending].size if sending is not None and same is Same.BEGINS else 0
    try:
        answer = found.decoded(ask((COMMAND, "--size", str(size)), data, apart.READING))
    except (apart.ApartError, ValueError) as error:
        raise _refusal(Fault.TOO_MUCH, path.name) from error
    except OSError as error:
        raise UnreadableError(
            translate("returned", "{name} can't be looked at on this computer just now.", name=path.name)
        ) from error
    if answer.fault is not None:
        if same is not Same.TOUCHED:
            raise _refusal(answer.fault, path.name)
        answer = Found()  # it is ours, and so changed that it can't be read any more
    return Returned(answer, same, sending)


def contents(path: Path) -> bytes:
    """The file's bytes; UnreadableError where it is no file, is empty, too large, or can't be read."""
    name = path.name
    try:
        there = path.stat()
        if not stat.S_ISREG(there.st_mode):
            raise UnreadableError(translate("returned", "{name} is not a file.", name=name))
        if there.st_size > MOST:
            raise UnreadableError(translate("returned", "{name} is larger than any plan that comes back.", name=name))
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except FileNotFoundError as error:
        raise UnreadableError(translate("returned", "There is no file {name}.", name=name)) from error
    except (OSError, ValueError) as error:  # ValueError: no file can have such a name
        raise UnreadableError(translate("returned", "The file {name} can't be read.", name=name)) from error
    if not data:
        raise _refusal(Fault.EMPTY, name)
    return data


def _compared(data: bytes, sendings: Sequence[Sending]) -> tuple[Same, int | None]:
    hashes: dict[int, str] = {}
    for place, one in reversed(list(enumerate(sendings))):
        if 0 < one.size <= len(data):
            if one.size not in hashes:
                hashes[one.size] = hashlib.sha256(memoryview(data)[: one.size]).hexdigest()
            if one.sha256 == hashes[one.size]:
                return Same.BEGINS, place
    for place, one in reversed(list(enumerate(sendings))):
        if marks.is_touched(data, one.size, one.marks):
            return Same.TOUCHED, place
    return Same.OTHER, None


def _refusal(fault: Fault, name: str) -> UnreadableError:
    sentences = {
        Fault.NOT_PDF: translate("returned", "{name} is not a PDF.", name=name),
        Fault.EMPTY: translate("returned", "{name} is empty. It may not have been saved.", name=name),
        Fault.BROKEN: translate("returned", "{name} is damaged and can't be read. Ask for it once more.", name=name),
        Fault.LOCKED: translate("returned", "{name} is locked by a password. Ask for one without.", name=name),
        Fault.ACTS: translate(
            "returned", "{name} holds scripts or something else that acts by itself, so it is not opened.", name=name
        ),
        Fault.FILES: translate("returned", "Other files are attached to {name}, so it is not opened.", name=name),
        Fault.TOO_MUCH: translate(
            "returned", "{name} takes more time or memory than any plan, so it is not opened.", name=name
        ),
    }
    return UnreadableError(sentences[fault])
