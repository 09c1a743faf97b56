"""The face of a PDF: a fingerprint of each page as it is seen, less what is filled into its form.

Taken when a plan is sent and again when it comes home, so that a page that shows something else is found even where a
reader has written the whole file anew. What a stream was packed with, and how an object is numbered, is not seen.
"""

import hashlib
from decimal import Decimal
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from workshop_app.exchange.found import Fault
from workshop_app.exchange.pdf_safe import DEEPEST, Budget, RefusedError

LENGTH = 12  # hexadecimal digits of a page's fingerprint
_FORM = ("/FT", "/TU", "/Opt", "/MaxLen")  # what a field of the form is, apart from what it holds and looks like
_UNSEEN_FIELD = 1 | 2 | 32  # flags of an annotation that is invisible, hidden or shown on no screen
_MAY_COME = 1  # of a field's flags: who signs may lock it
_PLACE = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_UNSEEN = frozenset(
    ("/Parent", "/P", "/StructParent", "/StructParents", "/Length", "/Metadata", "/PieceInfo", "/LastModified", "/NM")
)
_PACKING = frozenset(("/Filter", "/DecodeParms"))


def of(data: bytes) -> str:
    """The faces of a PDF of our own, as one text that a fact can hold."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return " ".join(faces(pdf, Budget()))


def faces(pdf: Pdf, budget: Budget) -> tuple[str, ...]:
    """A fingerprint of each page; RefusedError where a page holds more than can be looked at."""
    looked = _Looking(budget)
    layers = looked.at(pdf.Root.get("/OCProperties"))
    return tuple(hashlib.sha256(layers + looked.page(page.obj)).hexdigest()[:LENGTH] for page in pdf.pages)


def noted(pdf: Pdf) -> tuple[int, ...]:
    """The pages, from 1, on which somebody wrote, drew or stamped something that is not the form."""
    kinds = [{str(one.get("/Subtype", "")) for one in _annotations(page.obj)} for page in pdf.pages]
    return tuple(number for number, found in enumerate(kinds, start=1) if found - {"/Widget", "/Link"})


def widgets(page: Object) -> list[Object]:
    """What can be filled in on a page."""
    return [one for one in _annotations(page) if one.get("/Subtype") == Name.Widget]


def field_name(widget: Object) -> str:
    """The whole name of a field, such as "ask1.reason"."""
    names: list[str] = []
    above: Object | None = widget
    for _ in range(DEEPEST):
        if above is None:
            break
        if "/T" in above:
            names.insert(0, str(above.T))
        above = above.get("/Parent")
    return ".".join(names)


def inherited(widget: Object, key: str) -> Object | None:
    """What a field has, or the fields above it."""
    above: Object | None = widget
    for _ in range(DEEPEST):
        if above is None:
            return None
        if key in above:
            found: Object = above[key]
            return found
        above = above.get("/Parent")
    return None


def _annotations(page: Object) -> list[Object]:
    found = page.get("/Annots")
    return [one for one in found if isinstance(one, Dictionary)] if isinstance(found, Array) else []


class _Looking:
    """Looks at each object once."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._seen: dict[tuple[int, int], bytes] = {}

    def page(self, page: Object) -> bytes:
        contents = page.get("/Contents")
        parts = list(contents) if isinstance(contents, Array) else [contents]
        drawn = b"\n".join(self._budget.contents(part).strip() for part in parts if isinstance(part, Stream))
        seen = [hashlib.sha256(drawn).digest(), self.at(page.get("/Resources"))]
        seen += [self.at(page.get(key)) for key in _PLACE]
        seen += [self._annotation(one) for one in _annotations(page)]
        return hashlib.sha256(b"".join(seen)).digest()

    def _annotation(self, one: Object) -> bytes:
        if one.get("/Subtype") != Name.Widget:
            return self.at(one)
        name = field_name(one).encode()
        parts = [self.at(inherited(one, key)) for key in _FORM]
        parts.append(_states(one))
        parts.append(_plain(_flags(one.get("/F")) & _UNSEEN_FIELD))
        parts.append(_plain(_flags(inherited(one, "/Ff")) & ~_MAY_COME))
        return hashlib.sha256(b"\0".join([name, self.at(one.get("/Rect")), *parts])).digest()

    def at(self, one: Object | None, depth: int = 0) -> bytes:
        """The digest of a value, whatever it is numbered and packed like."""
        if depth > DEEPEST:
            raise RefusedError(Fault.TOO_MUCH)
        if not isinstance(one, (Array, Dictionary, Stream)):
            return hashlib.sha256(_plain(one)).digest()
        key = one.objgen
        if one.is_indirect and key in self._seen:
            return self._seen[key]
        if one.is_indirect:
            self._seen[key] = b"again"  # what leads back to itself
        made = hashlib.sha256(self._inside(one, depth)).digest()
        if one.is_indirect:
            self._seen[key] = made
        return made

    def _inside(self, one: Object, depth: int) -> bytes:
        if isinstance(one, Array):
            return b"[" + b"".join(self.at(value, depth + 1) for value in one)
        unseen = _UNSEEN | _PACKING if isinstance(one, Stream) else _UNSEEN
        keys = sorted(key for key in one.keys() if key not in unseen)  # noqa: SIM118 - an Object is no mapping
        inside = b"".join(key.encode() + self.at(one[key], depth + 1) for key in keys)
        return (self._budget.contents(one) if isinstance(one, Stream) else b"<") + inside


def _states(widget: Object) -> bytes:
    """What a circle says when it is filled: the names of its looks. "" for what is written in."""
    looks = widget.get("/AP")
    usual = looks.get("/N") if isinstance(looks, Dictionary) else None
    if inherited(widget, "/FT") != Name.Btn or not isinstance(usual, Dictionary):
        return b""
    return " ".join(sorted(set(usual.keys()) - {"/Off"})).encode()


def _flags(one: object) -> int:
    return one if isinstance(one, int) else 0


def _plain(one: object) -> bytes:
    if isinstance(one, bool) or one is None:
        return repr(one).encode()
    if isinstance(one, (int, float, Decimal)):
        return f"{round(float(one), 2) + 0.0:g}".encode()
    if isinstance(one, String):
        return b"(" + bytes(one)
    return str(one).encode()
