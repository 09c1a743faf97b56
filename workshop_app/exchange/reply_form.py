"""The reply form of a plan's PDF: the names of its fields, and what is filled in. Runs in a process of its own."""

import re
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from workshop_app.exchange.pdf_face import field_name, inherited, widgets
from workshop_app.exchange.pdf_safe import DEEPEST, Budget

PARTS = ("answer", "passed_to", "reason", "next", "by_whom", "by_when")
WHOLE = ("decided_by", "decided_on")
HEAD = "head"
LONGEST = 4_000  # characters of one field; what is longer is cut, and refused where it is taken in
_NAME = re.compile(rf"ask[1-9]\d{{0,2}}\.({'|'.join(PARTS)})|{'|'.join(WHOLE)}")


def values(pdf: Pdf, budget: Budget) -> dict[str, str]:
    """What is filled in, by field; nothing for a field that is empty or unknown.

    Only what stands on a page counts, so what somebody saw there is what is read: never a second field of the same name
    that no page shows. A circle that looks filled while its field says another answer says nothing.
    """
    on_pages: dict[str, list[Object]] = {}
    for page in pdf.pages:
        for one in widgets(page.obj):
            on_pages.setdefault(field_name(one), []).append(one)
    found: dict[str, str] = {}
    for name, own in on_pages.items():
        if _NAME.fullmatch(name):
            text = _chosen(own, budget) if name.endswith(".answer") else _value(own[0], budget)
            if text:
                found[name] = text[:LONGEST]
    return found


def is_signed(pdf: Pdf) -> bool:
    """Whether the head's signature field holds a signature over the file."""
    for field in _fields(pdf):
        held = field.get("/V")
        if field_name(field) == HEAD and isinstance(held, Dictionary) and "/ByteRange" in held:
            return len(bytes(held.get("/Contents", String("")))) > 0
    return False


def _fields(pdf: Pdf) -> list[Object]:
    """Every field and widget of the form, the outermost first."""
    form = pdf.Root.get("/AcroForm")
    top = form.get("/Fields") if isinstance(form, Dictionary) else None
    waiting = [(one, 0) for one in top] if isinstance(top, Array) else []
    found: list[Object] = []
    seen: set[tuple[int, int]] = set()
    while waiting:
        one, depth = waiting.pop(0)
        if not isinstance(one, Dictionary) or (one.is_indirect and one.objgen in seen) or depth > DEEPEST:
            continue
        seen.add(one.objgen)
        found.append(one)
        kids = one.get("/Kids")
        waiting += [(kid, depth + 1) for kid in kids] if isinstance(kids, Array) else []
    return found


def _value(field: Object, budget: Budget) -> str:
    held = inherited(field, "/V")
    if isinstance(held, Stream):
        return budget.contents(held).decode("utf-8", "replace")
    return str(held) if isinstance(held, String) else ""


def _chosen(circles: Sequence[Object], budget: Budget) -> str:
    """Which circle is filled. Some readers mark the circle and forget to say so above, or say it as a text."""
    held = inherited(circles[0], "/V")
    text = (str(held) if isinstance(held, Name) else _value(circles[0], budget)).removeprefix("/")
    said = "" if text == "Off" else text
    looks = {str(one.get("/AS", "/Off"))[1:] for one in circles} - {"Off"}
    if len(looks) > 1 or (said and looks and said not in looks):
        return ""
    return said or "".join(looks)
