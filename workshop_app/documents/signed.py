"""Who has signed, drawn or typed, with name and role; who was absent; who is still asked."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from workshop_app.documents import look
from workshop_app.documents.paper import PaperPerson, PaperSignature
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.signature_drawing import SignatureDrawing
from workshop_app.documents.tables import BARE, Style
from workshop_app.documents.wording import people, role_name
from workshop_app.words import translate

_GAP = 17.0
_ROWS = 3  # rows of signatures that share a page, whatever stands before them
_SHORT = 18  # characters of a typed name that are set as large as a signature


def signed(
    setter: Typesetter,
    signatures: Sequence[PaperSignature],
    absent: Sequence[PaperPerson],
    to_sign: Sequence[PaperPerson],
) -> list[Flowable]:
    """The section that closes a plan."""
    across = _across(len(signatures))
    rows = [signatures[start : start + across] for start in range(0, len(signatures), across)]
    blocks: list[list[Flowable]] = [[_row(setter, row, across)] for row in rows] or [[]]
    blocks[0].insert(0, setter.text(translate("plan paper", "Signed"), look.HEADING))
    blocks[-1] += _rest(setter, absent, to_sign)
    if len(blocks) <= _ROWS:
        blocks = [[flowable for block in blocks for flowable in block]]
    return [KeepTogether(block) for block in blocks]


def _rest(setter: Typesetter, absent: Sequence[PaperPerson], to_sign: Sequence[PaperPerson]) -> list[Flowable]:
    flowables: list[Flowable] = []
    if absent:
        flowables.append(setter.text(translate("plan paper", "Absent: {names}", names=people(absent))))
    if to_sign:
        flowables.append(setter.text(translate("plan paper", "Still asked to sign: {names}", names=people(to_sign))))
    sentence = translate(
        "plan paper",
        "Each signature belongs to exactly these words. The content number at the foot of the page stands for them.",
    )
    return [*flowables, Spacer(0, 5), setter.text(sentence, look.SMALL)]


def _across(count: int) -> int:
    """Four signatures side by side, or five where that saves a row."""
    return 5 if -(-count // 5) < -(-count // 4) else 4


def _row(setter: Typesetter, some: Sequence[PaperSignature], across: int) -> Table:
    """Up to `across` signatures: their marks on a line each, the names under them."""
    pad = (look.WIDTH - (across - 1) * _GAP) / across
    style: Style = [
        *BARE,
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 2),
        ("BOTTOMPADDING", (0, 1), (-1, 1), 9),
    ]
    style += [("LINEBELOW", (2 * place, 0), (2 * place, 0), 0.6, look.RULE) for place in range(len(some))]
    marks = [_mark(setter, one, pad) for one in some]
    names = [_name(setter, one) for one in some]
    rows = [_spaced(cells, across) for cells in (marks, names)]
    return Table(rows, colWidths=[*[pad, _GAP] * (across - 1), pad], style=style)


def _mark(setter: Typesetter, signature: PaperSignature, pad: float) -> Flowable:
    if signature.strokes:
        return SignatureDrawing(signature.strokes, pad, signature.aspect)
    typed = " ".join(signature.words.split())
    return setter.text(typed, look.TYPED if len(typed) <= _SHORT else look.TYPED_LONG)


def _name(setter: Typesetter, signature: PaperSignature) -> list[Flowable]:
    role = role_name(signature.who.role)
    how = role if signature.strokes else translate("plan paper", "{role} · typed", role=role)
    return [setter.text(signature.who.name, look.NAME), setter.text(how, look.SMALL)]


def _spaced(cells: Sequence[object], across: int) -> list[object]:
    """Cells with a gap between each two, filled up to a whole row."""
    padded = [*cells, *[None] * (across - len(cells))]
    return [part for cell in padded for part in (cell, None)][:-1]
