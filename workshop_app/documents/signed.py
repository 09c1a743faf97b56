"""Who has signed, drawn or typed, with name and role; who was absent; who is still asked."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from workshop_app.documents import look
from workshop_app.documents.paper import PaperPerson, PaperSignature, PlanPaper
from workshop_app.documents.reply_form import Certified
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.signature_drawing import SignatureDrawing
from workshop_app.documents.tables import BARE, Style
from workshop_app.documents.wording import people, role_name
from workshop_app.words import translate

_GAP = 15.0
_ABREAST = (4, 5, 6)  # signatures side by side
_WIDEST = 76.0  # points of a drawn one where there is more than one row
_SHORT = 18  # characters of a typed name that are set as large as a signature


def signed(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    """The section that closes a plan. Its rows go on over pages; the heading and the end are never alone."""
    signatures = [*paper.signatures, *([paper.head_agreed] if paper.head_agreed else [])]
    across = _across(len(signatures))
    rows = [signatures[start : start + across] for start in range(0, len(signatures), across)]
    each: list[list[Flowable]] = []  # what belongs to one signature, wherever it stands
    blocks: list[list[Flowable]] = [[_row(setter, row, across, each, several=len(rows) > 1)] for row in rows] or [[]]
    setter.listed(each)
    blocks[0].insert(0, setter.under(translate("plan paper", "Signed")))
    blocks[-1] += _rest(setter, paper.absent, paper.to_sign)
    return [KeepTogether(block) for block in blocks]


def _rest(setter: Typesetter, absent: Sequence[PaperPerson], to_sign: Sequence[PaperPerson]) -> list[Flowable]:
    who = []
    if absent:
        who.append(translate("plan paper", "Absent: {names}", names=people(absent)))
    if to_sign:
        who.append(translate("plan paper", "Still asked to sign: {names}", names=people(to_sign)))
    flowables = [setter.text(" · ".join(who), look.SMALL)] if who else []
    sentence = translate(
        "plan paper",
        "Each signature belongs to exactly these words. The content number at the foot of the page stands for them.",
    )
    certified = translate(
        "plan paper",
        "This file is certified. A program that shows signatures tells whether anything but the answers was changed.",
    )
    words = [setter.text(sentence, look.SMALL), setter.text(certified, look.SMALL)]
    return [*flowables, Spacer(0, 2), *words, Certified()]


def _across(count: int) -> int:
    """How many signatures stand side by side: as large as they can be without taking a row more."""
    return min(_ABREAST, key=lambda across: -(-count // across))


def _row(
    setter: Typesetter,
    some: Sequence[PaperSignature],
    across: int,
    signatures: list[list[Flowable]],
    *,
    several: bool,
) -> Table:
    """Up to `across` signatures: their marks on a line each, the names under them."""
    pad = (look.WIDTH - (across - 1) * _GAP) / across
    drawn = min(pad, _WIDEST) if several else pad
    style: Style = [
        *BARE,
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 2),
        ("BOTTOMPADDING", (0, 1), (-1, 1), 5),
    ]
    style += [("LINEBELOW", (2 * place, 0), (2 * place, 0), 0.6, look.RULE) for place in range(len(some))]
    marks = [_mark(setter, one, drawn) for one in some]
    names = [_name(setter, one) for one in some]
    signatures.extend([mark, *name] for mark, name in zip(marks, names, strict=True))
    rows = [_spaced(cells, across) for cells in (marks, names)]
    return Table(rows, colWidths=[*[pad, _GAP] * (across - 1), pad], style=style)


def _mark(setter: Typesetter, signature: PaperSignature, pad: float) -> Flowable:
    if signature.strokes:
        drawing = SignatureDrawing(signature.strokes, pad, signature.aspect)
        alt = translate("plan paper", "Drawn signature of {name}", name=signature.who.name)
        return setter.figure(drawing, alt)
    typed = " ".join(signature.words.split())
    return setter.text(typed, look.TYPED if len(typed) <= _SHORT else look.TYPED_LONG)


def _name(setter: Typesetter, signature: PaperSignature) -> list[Flowable]:
    role = signature.post or role_name(signature.who.role)
    how = role if signature.strokes else translate("plan paper", "{role} · typed", role=role)
    return [setter.text(signature.who.name, look.NAME), setter.text(how, look.SMALL)]


def _spaced(cells: Sequence[object], across: int) -> list[object]:
    """Cells with a gap between each two, filled up to a whole row."""
    padded = [*cells, *[None] * (across - len(cells))]
    return [part for cell in padded for part in (cell, None)][:-1]
