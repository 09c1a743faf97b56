"""You said – we did – why not: one page for the classroom wall, to be read from two metres.

Its words are as large as all of it allows. Where even the smallest size is too large for everything, the answers that
were given longest ago are left out and counted: they are in the promise ledger.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from reportlab.platypus import Flowable

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.answer_sign import WAITS, AnswerSign
from workshop_app.documents.answer_words import decided, named, waits
from workshop_app.documents.counts import ideas
from workshop_app.documents.ledger_paper import PaperSaid, PaperVerdict
from workshop_app.documents.line_drawing import LineDrawing
from workshop_app.documents.page import Format, Sheet, render
from workshop_app.documents.plan import in_brief
from workshop_app.documents.setting import Cell, Typesetter
from workshop_app.documents.sizes import TIMES, Size
from workshop_app.documents.tables import BARE, RunningTable, Style
from workshop_app.documents.walls import lying
from workshop_app.words import translate

_STEPS = (1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7)  # times the sizes below; the last is the least that is read from afar
_ENOUGH = 0.8  # how many rows there may be: those that fit in this size
_FEW = 3  # rows that are rather made small than left out
_TITLE, _SAID, _ANSWER, _WORDS, _SMALL = 31.0, 19.5, 19.5, 16.5, 12.0  # points on A4


@dataclass(frozen=True, slots=True)
class PosterPaper:
    """What hangs on the wall. `answered` begins with the newest answer, `waiting` with what waits longest.

    `more_answered` and `more_waiting` count the ideas of which the poster has no row.
    """

    school: str
    year: str
    on: date
    answered: tuple[PaperSaid, ...] = ()
    waiting: tuple[PaperSaid, ...] = ()
    more_answered: int = 0
    more_waiting: int = 0
    practice: bool = False


def build(paper: PosterPaper, size: Size = Size.A3) -> bytes:
    """The PDF of one page; the same paper gives the same bytes."""
    title = _title()
    sheet = Sheet(
        title=title,
        author=paper.school,
        subject=translate("you said", "What students said, what became of it, and what still waits"),
        on=paper.on,
        foot=paper.school,
        reference=long_date(paper.on),
        practice=paper.practice,
        format=lying(size),
    )
    return render(sheet, _fitting(paper, sheet.format, TIMES[size]))


def _title() -> str:
    return translate("you said", "You said – we did – why not")


def _fitting(paper: PosterPaper, page: Format, times: float) -> Callable[[], list[Flowable]]:
    """The story in the largest size in which it is one page, with as many rows as can be read."""
    room = page.height - look.TOP - look.BOTTOM

    def fits(step: float) -> bool:
        return _height(_story(paper, page, step * times), page.room) <= room

    while True:
        rows = len(paper.answered) + len(paper.waiting)
        least = _STEPS[-1] if rows <= _FEW else _ENOUGH
        if rows <= 1 or fits(least):
            step = next((one for one in _STEPS if one > least and fits(one)), least)
            return partial(_story, paper, page, step * times)
        paper = _without_one(paper)


def _without_one(paper: PosterPaper) -> PosterPaper:
    """Without the row that the wall needs least: the oldest answer, or what waits least long, whichever are more."""
    if len(paper.answered) >= len(paper.waiting):
        last = paper.answered[-1]
        return replace(paper, answered=paper.answered[:-1], more_answered=paper.more_answered + last.ideas)
    last = paper.waiting[-1]
    return replace(paper, waiting=paper.waiting[:-1], more_waiting=paper.more_waiting + last.ideas)


def _height(story: list[Flowable], width: float) -> float:
    return sum(one.getSpaceBefore() + one.wrap(width, 1e6)[1] + one.getSpaceAfter() for one in story)


def _story(paper: PosterPaper, page: Format, by: float) -> list[Flowable]:
    setter = Typesetter()
    writer = _Writer(setter, by, paper.on)
    rows = [row for said in paper.answered for row in writer.answered(said)]
    rows += [writer.waits(said) for said in paper.waiting]
    kicker = " · ".join((paper.school, translate("you said", "school year {year}", year=paper.year)))
    story: list[Flowable] = [
        setter.text(kicker, look.scaled(look.KICKER, by)),
        setter.title(_title(), look.scaled(look.TITLE, by * _TITLE / look.TITLE.fontSize)),
    ]
    if rows:
        story.append(_table(setter, rows, page.room, by))
    else:
        nothing = translate("you said", "Nothing was said yet. This page begins with the first idea.")
        story.append(setter.text(nothing, look.scaled(look.LEAD, by)))
    if paper.more_answered or paper.more_waiting:
        story.append(setter.text(_more(paper), look.scaled(look.BODY, by * _SMALL / look.BODY.fontSize)))
    return [*story, *setter.lacking()]


def _table(setter: Typesetter, rows: list[list[Cell]], width: float, by: float) -> RunningTable:
    columns = (
        translate("you said", "You said"),
        translate("you said", "We did"),
        translate("you said", "Why, or why not"),
    )
    style: Style = [
        *BARE,
        ("RIGHTPADDING", (0, 0), (1, -1), 18 * by),
        ("TOPPADDING", (0, 0), (-1, -1), 6 * by),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8 * by),
        ("LINEBELOW", (0, 0), (-1, 0), 1.6 * by, look.INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.8 * by, look.RULE),
    ]
    widths = (width * 0.31, width * 0.33, width * 0.36)
    head = look.scaled(look.MARK, by * _SMALL / look.MARK.fontSize)
    several = len(rows) > 1  # of one row, more cells would be headers than say something
    return setter.table(columns, rows, widths, style, row_headers=several, head=head)


def _more(paper: PosterPaper) -> str:
    parts = []
    if paper.more_answered == 1:
        parts.append(translate("you said", "One more idea has an answer."))
    elif paper.more_answered:
        parts.append(translate("you said", "{n} more ideas have an answer.", n=paper.more_answered))
    if paper.more_waiting == 1:
        parts.append(translate("you said", "One more idea waits for one."))
    elif paper.more_waiting:
        parts.append(translate("you said", "{n} more ideas wait for one.", n=paper.more_waiting))
    return " ".join((*parts, translate("you said", "All of them are in our promise ledger.")))


class _Writer:
    """Writes rows, `by` times as large as on A4."""

    def __init__(self, setter: Typesetter, by: float, on: date) -> None:
        self._setter, self._by, self._on = setter, by, on
        self._said = look.scaled(look.TITLE, by * _SAID / look.TITLE.fontSize)
        self._answer = look.scaled(look.NAME, by * _ANSWER / look.NAME.fontSize)
        self._words = look.scaled(look.LEAD, by * _WORDS / look.LEAD.fontSize)
        self._small = look.scaled(look.SMALL, by * _SMALL / look.SMALL.fontSize)

    def answered(self, said: PaperSaid) -> list[list[Cell]]:
        """A row for each answer; the words that were said stand in the first."""
        if said.ours:
            done = [self._setter.text(said.done, self._words)] if said.done else []
            hand = LineDrawing("handshake", _ANSWER * 1.5 * self._by)
            name = translate("you said", "We do it ourselves")
            why = translate("you said", "It needs nobody’s decision.")
            return [[self._title(said), self._marked(hand, name, done), [self._setter.text(why, self._words)]]]
        return [self._verdict(said, one, first=number == 0) for number, one in enumerate(said.verdicts)]

    def waits(self, said: PaperSaid) -> list[Cell]:
        """A row for what has no answer yet."""
        sign = AnswerSign(WAITS, _ANSWER * 1.5 * self._by)
        name = translate("you said", "No answer yet")
        since = [self._setter.text(waits(said, self._on), self._words)]
        return [self._title(said), self._marked(sign, name, []), since]

    def _verdict(self, said: PaperSaid, verdict: PaperVerdict, *, first: bool) -> list[Cell]:
        sign = AnswerSign(verdict.kind, _ANSWER * 1.5 * self._by)
        below = [words for words in (verdict.done, verdict.students) if words]
        what = self._title(said) if first else []
        if verdict.asked:
            what.append(self._setter.text(in_brief(verdict.asked), self._words))
        why = [self._setter.text(in_brief(verdict.reason), self._words)] if verdict.reason else []
        if who := decided(verdict):
            why.append(self._setter.text(who, self._small))
        done = [self._setter.text(in_brief(words), self._words) for words in below]
        return [what, self._marked(sign, named(verdict), done), why or "–"]

    def _title(self, said: PaperSaid) -> list[Flowable]:
        lines: list[Flowable] = [self._setter.text(in_brief(said.title), self._said)]
        if said.ideas > 1:
            lines.append(self._setter.text(ideas(said.ideas), self._small))
        return lines

    def _marked(self, sign: Flowable, name: str, below: Sequence[Flowable]) -> list[Flowable]:
        """The sign, and beside it the answer with what became of it."""
        side = _ANSWER * 1.5 * self._by
        words = [self._setter.text(name, self._answer), *below]
        style: Style = [*BARE, ("LEFTPADDING", (1, 0), (1, 0), 8 * self._by)]
        return [RunningTable([[sign, words]], colWidths=[side, None], style=style)]
