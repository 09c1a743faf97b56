"""The letter of a bottom-up trigger: what enough of the group back must get an answer, from somebody named, by a date.

It is answered on paper: the one list of answers to tick, the reason, what happens next.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial

from reportlab.platypus import Flowable, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.by_hand import Lines, Ticks
from workshop_app.documents.counts import backing, days
from workshop_app.documents.page import Sheet, render
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.signature_drawing import SignatureDrawing
from workshop_app.documents.tables import BARE, RunningTable, Style
from workshop_app.domain import answers
from workshop_app.words import translate

_DRAWN, _DRAWN_ASPECT = 200.0, 8 / 3
_TIMES = (1.22, 1.1, 1.0, 0.9)  # how large the words are: the first in which all of it is one page
_SHORT = 140  # characters of an idea that is set large


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """To whom the letter goes, about which idea, until when. Texts are as people wrote them, never markup.

    `needed` is the number that the school agreed to, `pulled_on` the day on which the group asked for the answer,
    `promised` in how many days the school said it would answer (0 where it did not say), and `hears` who is told when
    an answer is late ("" where nobody is named).
    """

    school: str
    on: date
    decider: str
    due: date
    idea: str
    needed: int
    students_back: int
    adults_back: int
    pulled_on: date
    translation: str = ""
    drawing: tuple[tuple[tuple[float, float], ...], ...] = ()
    promised: int = 0
    hears: str = ""
    practice: bool = False


def build(paper: LetterPaper) -> bytes:
    """The PDF of one page for a usual idea; the same paper gives the same bytes."""
    group = translate("letter", "{school} coproduction group", school=paper.school)
    sheet = Sheet(
        title=_title(paper),
        author=group,
        subject=translate("letter", "An idea that enough of us back, and that waits for an answer"),
        on=paper.on,
        foot=group,
        reference=translate("letter", "answer by {date}", date=long_date(paper.due)),
        practice=paper.practice,
    )
    return render(sheet, *(partial(_story, paper, by) for by in _TIMES))


def _title(paper: LetterPaper) -> str:
    return translate("letter", "Please answer by {date}", date=long_date(paper.due))


def _story(paper: LetterPaper, by: float) -> list[Flowable]:
    setter, lead, body = Typesetter(), look.scaled(look.LEAD, by), look.scaled(look.BODY, by)
    line = " · ".join((paper.school, translate("letter", "coproduction group"), long_date(paper.on)))
    backed = translate(
        "letter",
        "Backed by {whom}. Our school agreed that {n} are enough to get an answer.",
        whom=backing(paper.students_back, paper.adults_back),
        n=paper.needed,
    )
    asked = translate("letter", "We asked for the answer on {date}.", date=long_date(paper.pulled_on))
    story: list[Flowable] = [
        setter.text(line, look.KICKER),
        setter.title(_title(paper), look.scaled(look.TITLE, by)),
        Spacer(0, 14 * by),
        setter.text(translate("letter", "To {name}", name=paper.decider), lead),
        Spacer(0, 8 * by),
        setter.text(translate("letter", "This idea is ours:"), body),
        Spacer(0, 6 * by),
        _idea(paper, setter, by),
        Spacer(0, 14 * by),
        setter.text(backed, lead),
        setter.text(" ".join((asked, _promise(paper))), body),
    ]
    if paper.on > paper.due:
        late = translate("letter", "That day has passed. We still wait.")
        if paper.hears:
            late = translate("letter", "That day has passed. We still wait, and tell {name}.", name=paper.hears)
        story.append(setter.text(late, look.scaled(look.AGREED, by)))
    story += [Spacer(0, 16 * by), _answer(setter, more=2 if by > 1 else 1)]
    return [*story, *setter.lacking()]


def _promise(paper: LetterPaper) -> str:
    if paper.promised:
        return translate("letter", "The school promised an answer within {days}.", days=days(paper.promised))
    return translate("letter", "A no is an answer too, when it comes with its reason.")


def _idea(paper: LetterPaper, setter: Typesetter, by: float) -> Flowable:
    said: list[Flowable] = []
    if paper.drawing:
        alt = translate("letter", "A drawn idea")
        said.append(setter.figure(SignatureDrawing(paper.drawing, _DRAWN, _DRAWN_ASPECT), alt))
    if paper.idea:
        words = translate("letter", "“{words}”", words=paper.idea)
        size = 20 if len(paper.idea) <= _SHORT else 13
        said.append(setter.text(words, look.scaled(look.LEAD, by * size / look.LEAD.fontSize)))
    if paper.translation:
        words = translate("letter", "In our school’s language: “{words}”", words=paper.translation)
        said.append(setter.text(words, look.scaled(look.LEAD, by)))
    edge: Style = [
        *BARE,
        ("LINEBEFORE", (0, 0), (0, -1), 3, look.ACCENT),
        ("LEFTPADDING", (0, 0), (-1, -1), 16),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    return RunningTable([[said]], colWidths=[look.WIDTH], style=edge, splitInRow=45)


def _answer(setter: Typesetter, more: int) -> Flowable:
    """The frame for the answer, in one piece."""
    kinds = [answers.name(kind) for kind in answers.Kind]
    kinds[-1] = translate("letter", "passed on to")
    reason = translate("letter", "Reason, for the students to read (needed unless “yes”)")
    next_step = (translate("letter", "What happens next, by whom"), 0.66)
    signed = [(translate("letter", "Signature, name and post"), 0.7), (translate("letter", "Date"), 0.3)]
    rows: list[list[Flowable]] = [
        [setter.under(translate("letter", "The answer"))],
        [Ticks("", kinds, 11, writes_on=True)],
        [Lines([(reason, 1.0)], more=more)],
        [Lines([next_step, (translate("letter", "By when"), 0.34)], more=more - 1)],
        [Spacer(0, 16)],
        [Lines(signed, below=True)],
    ]
    style: Style = [
        *BARE,
        ("BOX", (0, 0), (-1, -1), 1.1, look.INK),
        ("LEFTPADDING", (0, 0), (-1, -1), 16),
        ("RIGHTPADDING", (0, 0), (-1, -1), 16),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, 0), 8),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 10),
        ("NOSPLIT", (0, 0), (-1, -1)),
    ]
    return RunningTable(rows, colWidths=[look.WIDTH], style=style, cornerRadii=[7] * 4)
