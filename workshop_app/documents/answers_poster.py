"""The one list of answers for the wall: five of them, each with its sign and its sentence."""

from dataclasses import dataclass
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.answer_sign import AnswerSign
from workshop_app.documents.page import Sheet, render
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.sizes import TIMES, Size
from workshop_app.documents.tables import BARE, RunningTable, Style
from workshop_app.documents.walls import upright
from workshop_app.domain import answers
from workshop_app.domain.answers import Kind
from workshop_app.words import translate

_SIGN = 60.0


@dataclass(frozen=True, slots=True)
class AnswersPaper:
    """Whose wall it is for."""

    school: str
    on: date
    practice: bool = False


def build(paper: AnswersPaper, size: Size = Size.A4) -> bytes:
    """The PDF; the same paper gives the same bytes."""
    title = translate("answers poster", "Every idea gets an answer")
    sheet = Sheet(
        title=title,
        author=paper.school,
        subject=translate("answers poster", "The five answers that an idea can get"),
        on=paper.on,
        foot=paper.school,
        reference=long_date(paper.on),
        practice=paper.practice,
        format=upright(size),
    )
    return render(sheet, lambda: _story(Typesetter(), title, TIMES[size], sheet.format.room))


def sentence(kind: Kind) -> str:
    """What an answer means to those who gave the idea."""
    return {
        Kind.YES: translate("answers poster", "We do it.\nYou hear who does what, and by when."),
        Kind.WITH_CHANGES: translate("answers poster", "We do it another way.\nYou hear what changes, and why."),
        Kind.NOT_YET: translate("answers poster", "Not now.\nYou hear why, and when we look at it again."),
        Kind.NO: translate("answers poster", "We will not do it.\nYou hear why, and what we could try instead."),
        Kind.PASSED_ON: translate("answers poster", "Somebody else decides.\nYou hear who, and when they answer."),
    }[kind]


def _story(setter: Typesetter, title: str, by: float, width: float) -> list[Flowable]:
    def style(of: ParagraphStyle, size: float) -> ParagraphStyle:
        return look.scaled(of, size * by / of.fontSize)

    rows: list[list[Flowable | list[Flowable] | None]] = []
    groups: list[list[Flowable]] = []
    for kind in Kind:
        name = answers.name(kind)
        said: list[Flowable] = [
            setter.text(name[:1].upper() + name[1:], style(look.TITLE, 28)),
            setter.text(sentence(kind), style(look.LEAD, 18.5)),
        ]
        groups.append(said)
        rows.append([AnswerSign(kind.value, _SIGN * by), said])
    setter.listed(groups)
    signs = (_SIGN + 24) * by
    edges: Style = [
        *BARE,
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 13 * by),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 12 * by),
        ("LINEABOVE", (0, 0), (-1, -1), 0.8 * by, look.RULE),
    ]
    opening = translate("answers poster", "One of these five. Each but a plain yes comes with its reason.")
    waits = translate("answers poster", "Not answered is no answer.\nIt waits where all can see it, with its date.")
    return [
        setter.title(title, style(look.TITLE, 36)),
        setter.text(opening, style(look.LEAD, 18)),
        Spacer(0, 12 * by),
        RunningTable(rows, colWidths=[signs, width - signs], style=edges),
        RunningTable(
            [[AnswerSign("", _SIGN * by), [setter.text(waits, style(look.LEAD, 18.5))]]],
            colWidths=[signs, width - signs],
            style=edges,
        ),
    ]
