"""What is found in a returned PDF: plain types that the process which reads it sends to the one that asked."""

from enum import StrEnum

import msgspec


class Fault(StrEnum):
    """Why a file can't be read, or is not read."""

    NOT_PDF = "not-pdf"
    EMPTY = "empty"
    BROKEN = "broken"
    LOCKED = "locked"  # by a password
    ACTS = "acts"  # scripts, forms of another kind, anything that does something by itself
    FILES = "files"  # other files are attached
    TOO_MUCH = "too-much"  # it unfolds to more than any plan


class Signature(StrEnum):
    """How a signature by certificate fits the file that it is in."""

    NONE = ""
    FITS = "fits"  # the whole of it
    ADDED_TO = "added-to"  # what it was then; something was added since
    BROKEN = "broken"


class Ask(msgspec.Struct, frozen=True):
    """One ask of the attached plan, as the file has it."""

    what: str
    asked_of: str = ""


class Attached(msgspec.Struct, frozen=True):
    """The attached plan: the SHA-256 of its bytes, and what it says of itself. "" and 0 where it says nothing."""

    hash: str
    plan: str = ""
    school: str = ""
    title: str = ""
    version: int = 0
    asks: tuple[Ask, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """What a returned PDF holds.

    `faces` has a fingerprint of each page as it is seen, less what was filled in; `noted` the pages (from 1) on which
    something was laid besides the form. `changed` are pages that are not as they were in the first revision, where that
    is known; `plan_changed` says that the attached plan is not. `values` are the form's, by the names of its fields;
    `signer` is the name that the certificate of whoever answers bears.
    """

    fault: Fault | None = None
    attached: Attached | None = None
    faces: tuple[str, ...] = ()
    noted: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    plan_changed: bool = False
    values: dict[str, str] = {}
    signature: Signature = Signature.NONE
    signer: str = ""


def encoded(found: Found) -> bytes:
    """As it travels."""
    return msgspec.json.encode(found)


def decoded(answer: bytes) -> Found:
    """As it arrives; ValueError for anything else."""
    return msgspec.json.decode(answer, type=Found)
