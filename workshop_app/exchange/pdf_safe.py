"""Opening a PDF that came from elsewhere, and turning it away before anything in it is used.

Runs in a process of its own; see apart.py.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from workshop_app.exchange.found import Fault

MOST_OBJECTS = 60_000  # a plan of 31 pages has 1,500
MOST_PAGES = 400
MOST_PARTS = 2_000_000  # entries of arrays and dictionaries, in all
MOST_DECODED = 64 * 1024 * 1024  # bytes of streams, in all
DEEPEST = 60

_ACTS = frozenset((
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound", "/GoToE", "/GoToR",
    "/Hide", "/ResetForm", "/SetOCGState",  # whoever opens it would not see what it asks, or what was answered
))  # fmt: skip
_ACTING_KEYS = frozenset(("/JS", "/AA", "/XFA", "/JavaScript", "/RichMediaContent"))
_PLAYS = frozenset(("/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"))
_PLAN = "plan.json"
_HARMLESS = "handled correctly by qpdf and most other applications"  # what qpdf says of how pypdf appends


class RefusedError(Exception):
    """The file is not read. `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class Budget:
    """How much may still be unfolded of all streams."""

    def __init__(self, most: int = MOST_DECODED) -> None:
        self._left = most

    def contents(self, stream: Stream) -> bytes:
        """What a stream holds, unfolded where that is done the usual way; RefusedError where it is too much."""
        raw = stream.read_raw_bytes()
        if stream.get(Name.Filter) in (Name.FlateDecode, Array([Name.FlateDecode])) and Name.DecodeParms not in stream:
            raw = self._inflated(raw)
        self._left -= len(raw)
        if self._left < 0:
            raise RefusedError(Fault.TOO_MUCH)
        return raw

    def _inflated(self, raw: bytes) -> bytes:
        inflate = zlib.decompressobj()
        try:
            made = inflate.decompress(raw, self._left + 1)
        except zlib.error as error:
            raise RefusedError(Fault.BROKEN) from error
        if not inflate.eof and len(made) <= self._left:
            raise RefusedError(Fault.BROKEN)
        return made


def opened(data: bytes) -> Pdf:
    """A PDF that holds nothing that acts, no other files, and no more than a plan may; RefusedError otherwise."""
    if not data.strip():
        raise RefusedError(Fault.EMPTY)
    if b"%PDF-" not in data[:1024]:
        raise RefusedError(Fault.NOT_PDF)
    try:
        pdf = pikepdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise RefusedError(Fault.LOCKED) from error
    except pikepdf.PikepdfError as error:
        raise RefusedError(Fault.BROKEN) from error
    if pdf.is_encrypted:
        raise RefusedError(Fault.LOCKED)
    if len(pdf.objects) > MOST_OBJECTS or len(pdf.pages) > MOST_PAGES:
        raise RefusedError(Fault.TOO_MUCH)
    for part in _parts(pdf):
        _refuse(part)
    if any(_HARMLESS not in one for one in pdf.get_warnings()):
        raise RefusedError(Fault.BROKEN)
    return pdf


def plan_text(pdf: Pdf, budget: Budget) -> bytes | None:
    """The plan that is attached, None where there is none; RefusedError where anything else is attached."""
    attached = dict(pdf.attachments.items())
    if set(attached) - {_PLAN}:
        raise RefusedError(Fault.FILES)
    if _PLAN not in attached:
        return None
    held = attached[_PLAN].obj.EF.F
    if not isinstance(held, Stream):
        raise RefusedError(Fault.BROKEN)
    return budget.contents(held)


def _parts(pdf: Pdf) -> Iterator[Dictionary | Stream]:
    """Every dictionary of the file, also of what nothing refers to."""
    seen = 0
    for top in pdf.objects:
        waiting: list[tuple[Object, int]] = [(top, 0)]
        while waiting:
            one, depth = waiting.pop()
            seen += 1
            if seen > MOST_PARTS or depth > DEEPEST:
                raise RefusedError(Fault.TOO_MUCH)
            inside: Iterator[Object] | list[Object] = []
            if isinstance(one, Array):
                inside = list(one)
            elif isinstance(one, (Dictionary, Stream)):
                yield one
                inside = [value for _, value in one.items()]
            waiting += [
                (value, depth + 1)
                for value in inside
                if isinstance(value, (Array, Dictionary, Stream)) and not value.is_indirect
            ]


def _refuse(part: Dictionary | Stream) -> None:
    keys = set(part.keys())
    kind = _name(part, "/Subtype")
    if keys & _ACTING_KEYS or _name(part, "/S") in _ACTS or kind in _PLAYS:
        raise RefusedError(Fault.ACTS)
    if kind == "/FileAttachment" or ("/EF" in keys and _PLAN not in (_name(part, "/UF"), _name(part, "/F"))):
        raise RefusedError(Fault.FILES)


def _name(part: Dictionary | Stream, key: str) -> str:
    """A name or a text of a dictionary, "" for anything else."""
    found = part.get(key)
    return str(found) if isinstance(found, (Name, String)) else ""
