"""What waits for the head: up to three asks in frames, each answerable by itself; any others in a list."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.paper import PaperAction
from workshop_app.documents.pen import Choices, Lines
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.tables import BARE, RunningTable, Style
from workshop_app.documents.wording import people
from workshop_app.domain import answers
from workshop_app.words import translate

MOST_FRAMED = 3
_PADDING = 14.0
_ROOM = 520.0  # points of the first page that several frames may fill


def first_page(setter: Typesetter, asks: Sequence[PaperAction]) -> list[Flowable]:
    """The framed asks, or the calm sentence that nothing waits."""
    if not asks:
        return [Spacer(0, 14), _frame([[setter.text(_nothing_waits(), look.ASK)]], tint=True)]
    framed = asks[:MOST_FRAMED]
    if len(asks) == 1:
        heading = setter.under(_how_many(1))
        frame = _framed(setter, framed[0], heading=heading, lines=1)
        return [Spacer(0, 9), _kept(frame), *_answered_by()]
    flowables = setter.heading(_how_many(len(asks)))
    if len(asks) > MOST_FRAMED:
        sentence = translate("plan paper", "The first three are here, the others after what begins without you.")
        flowables.append(setter.text(sentence, look.SMALL))
    for frame in _frames(setter, framed):
        flowables += [_kept(frame), Spacer(0, 9)]
    return [*flowables[:-1], *_answered_by()]


def others(setter: Typesetter, asks: Sequence[PaperAction]) -> list[Flowable]:
    """The asks beyond the framed ones, numbered on, each with its circles."""
    if len(asks) <= MOST_FRAMED:
        return []
    flowables = setter.heading(translate("plan paper", "Also waiting for a decision"))
    for number, ask in enumerate(asks[MOST_FRAMED:], start=MOST_FRAMED + 1):
        rows = [[cell] for cell in (*_question(setter, ask, number), *_answer(lines=0))]
        flowables += [_kept(_table(rows, [], padding=0)), Spacer(0, 12)]
    return flowables[:-1]


def _frames(setter: Typesetter, asks: Sequence[PaperAction]) -> list[RunningTable]:
    """Several frames, with less room for reasons where they would not share a page otherwise."""
    for lines in (0,) if setter.tight else (1, 0):
        frames = [_framed(setter, ask, number=number, lines=lines) for number, ask in enumerate(asks, start=1)]
        if sum(frame.wrap(look.WIDTH, look.PAGE_HEIGHT)[1] for frame in frames) <= _ROOM:
            break
    return frames


def _framed(
    setter: Typesetter, ask: PaperAction, *, lines: int, heading: Flowable | None = None, number: int = 0
) -> RunningTable:
    cells = [heading] if heading else []
    cells += [*_question(setter, ask, number), *_answer(lines)]
    return _frame([[cell] for cell in cells], inside=5 if setter.tight else 11)


def _question(setter: Typesetter, ask: PaperAction, number: int) -> list[Flowable]:
    of_whom = [translate("plan paper", "asked of {name}", name=ask.asked_of)] if ask.asked_of else []
    when = [translate("plan paper", "by {date}", date=long_date(ask.by))] if ask.by else []
    brought = [translate("plan paper", "brought by {names}", names=people(ask.who))] if ask.who and setter.tight else []
    line = " · ".join([*([str(number)] if number else []), *of_whom, *when, *brought])
    question = [setter.text(line[:1].upper() + line[1:], look.MARK)] if line else []
    question.append(setter.text(ask.what, look.ASK))
    if ask.who and not setter.tight:
        question.append(setter.text(translate("plan paper", "Brought by {names}", names=people(ask.who)), look.SMALL))
    return list(question)


def _answer(lines: int) -> list[Flowable]:
    reason = translate("plan paper", "Reason, for the students to read (needed unless “yes”)")
    return [
        Choices([_to_tick(kind) for kind in answers.Kind]),
        Lines([(reason, 1.0)], more=lines),
        Lines(
            [
                (translate("plan paper", "What happens next, by whom"), 0.7),
                (translate("plan paper", "By when"), 0.3),
            ]
        ),
    ]


def _to_tick(kind: answers.Kind) -> str:
    """The one list of answers; the last is followed by a line for whom it goes on to."""
    return translate("plan paper", "passed on to") if kind is answers.Kind.PASSED_ON else answers.name(kind)


def _answered_by() -> list[Flowable]:
    fields = [(translate("plan paper", "Answered by"), 0.7), (translate("plan paper", "Date"), 0.3)]
    return [Spacer(0, 2), Lines(fields)]


def _frame(rows: list[list[Flowable]], *, tint: bool = False, inside: float = 11) -> RunningTable:
    style: Style = [
        ("BOX", (0, 0), (-1, -1), 1.1, look.ACCENT if tint else look.INK),
        ("TOPPADDING", (0, 0), (-1, 0), inside),
        ("BOTTOMPADDING", (0, -1), (-1, -1), inside),
    ]
    if tint:
        style.append(("BACKGROUND", (0, 0), (-1, -1), look.TINT))
    return _table(rows, style, padding=_PADDING, radius=7)


def _table(rows: list[list[Flowable]], style: Style, *, padding: float, radius: float = 0) -> RunningTable:
    """One column. A long question may run on to the next page; its answer stays in one piece."""
    base: Style = [
        *BARE,
        ("LEFTPADDING", (0, 0), (-1, -1), padding),
        ("RIGHTPADDING", (0, 0), (-1, -1), padding),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]
    if len(rows) > len(_answer(0)):
        base.append(("NOSPLIT", (0, -len(_answer(0))), (-1, -1)))
    return RunningTable(
        rows,
        colWidths=[look.WIDTH],
        style=[*base, *style],
        splitByRow=0,
        splitInRow=45,
        cornerRadii=[radius] * 4 if radius else None,
    )


def _kept(table: RunningTable) -> Flowable:
    """In one piece, unless it is so high that a page with nothing but its heading would come before it."""
    return KeepTogether([table]) if table.wrap(look.WIDTH, look.PAGE_HEIGHT)[1] <= _ROOM else table


def _how_many(count: int) -> str:
    words = {
        1: translate("plan paper", "One thing needs your decision"),
        2: translate("plan paper", "Two things need your decision"),
        3: translate("plan paper", "Three things need your decision"),
    }
    return words.get(count) or translate("plan paper", "{count} things need your decision", count=count)


def _nothing_waits() -> str:
    return translate("plan paper", "Nothing here waits for you. This is for you to know.")
