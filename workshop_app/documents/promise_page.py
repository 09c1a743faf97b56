"""The school promise: one page, to be signed by hand, or printed with the signature that it has."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from reportlab.platypus import Flowable, KeepTogether, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.by_hand import Lines
from workshop_app.documents.page import Sheet, render
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.signature_drawing import SignatureDrawing
from workshop_app.documents.tables import BARE, RunningTable, Style
from workshop_app.words import translate

_PAD = 190.0  # points that a signature is wide
_ASPECT = 8 / 3
_TIMES = (1.28, 1.12, 1.0, 0.9)  # how large the words are: the first in which all of it is one page


@dataclass(frozen=True, slots=True)
class PromisePaper:
    """What the school promises: names and words, in their order. Where words are "", a line to write on is printed.

    `strokes` are those of a drawn signature (see `PaperSignature`), `words` what was typed instead.
    """

    school: str
    year: str
    on: date
    promised: tuple[tuple[str, str], ...]
    signed_by: str = ""
    post: str = ""
    signed_on: date | None = None
    strokes: tuple[tuple[tuple[float, float], ...], ...] = ()
    words: str = ""
    practice: bool = False


def build(paper: PromisePaper) -> bytes:
    """The PDF; the same paper gives the same bytes."""
    title = translate("promise paper", "What our school promises first")
    sheet = Sheet(
        title=title,
        author=paper.school,
        subject=translate("promise paper", "What students can count on before they are asked for ideas"),
        on=paper.on,
        foot=paper.school,
        reference=translate("promise paper", "school year {year}", year=paper.year),
        practice=paper.practice,
    )
    return render(sheet, *(partial(_story, paper, title, by) for by in _TIMES))


def _story(paper: PromisePaper, title: str, by: float) -> list[Flowable]:
    setter = Typesetter()
    line = " · ".join((paper.school, translate("promise paper", "school year {year}", year=paper.year)))
    opening = translate(
        "promise paper", "Students give their time and their ideas. This is what they can count on from us."
    )
    story: list[Flowable] = [
        setter.text(line, look.KICKER),
        setter.title(title, look.scaled(look.TITLE, by)),
        setter.text(opening, look.scaled(look.LEAD, by)),
        Spacer(0, 12 * by),
        _promises(paper, setter, by),
        Spacer(0, 22 * by),
        *_signed(paper, setter),
    ]
    return [*story, *setter.lacking()]


def _promises(paper: PromisePaper, setter: Typesetter, by: float) -> Flowable:
    """Each promise beside its name; a gap is a line to write on."""
    rows: list[list[Flowable | list[Flowable]]] = []
    groups: list[list[Flowable]] = []
    for name, words in paper.promised:
        promised: Flowable = setter.text(words, look.scaled(look.ASK, by)) if words else Lines([("", 1.0)])
        head = setter.text(name, look.scaled(look.NAME, by))
        groups.append([head, promised])
        rows.append([head, promised])
    setter.listed(groups)
    between = 14 * by - 4
    style: Style = [
        *BARE,
        ("RIGHTPADDING", (0, 0), (0, -1), 18),
        ("TOPPADDING", (0, 0), (-1, -1), between),
        ("TOPPADDING", (0, 0), (0, -1), between + 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), between + 2),
        ("LINEABOVE", (0, 0), (-1, 0), 1, look.INK),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, look.RULE),
    ]
    return RunningTable(rows, colWidths=[118 * by, look.WIDTH - 118 * by], style=style, splitInRow=45)


def _signed(paper: PromisePaper, setter: Typesetter) -> list[Flowable]:
    if paper.signed_on is None:
        name, post = translate("promise paper", "Name"), translate("promise paper", "Post")
        fields = [(translate("promise paper", "Signed"), 0.64), (translate("promise paper", "Date"), 0.36)]
        return [KeepTogether([Lines(fields), Spacer(0, 6), Lines([(name, 0.5), (post, 0.5)])])]
    mark: Flowable
    if paper.strokes:
        alt = translate("promise paper", "Drawn signature of {name}", name=paper.signed_by)
        mark = setter.figure(SignatureDrawing(paper.strokes, _PAD, _ASPECT), alt)
    else:
        mark = setter.text(paper.words or paper.signed_by, look.TYPED)
    who = " · ".join(part for part in (paper.signed_by, paper.post) if part)
    when = translate("promise paper", "Signed on {date}", date=long_date(paper.signed_on))
    return [KeepTogether([mark, Spacer(0, 2), setter.text(who, look.NAME), setter.text(when, look.SMALL)])]
