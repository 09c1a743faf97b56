"""What waits for the head: up to three asks in frames, each answerable by itself; any others in a list."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.paper import PaperAction, PaperOverdue
from workshop_app.documents.reply_form import answer, answered_by
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.tables import BARE, RunningTable, Style
from workshop_app.documents.wording import people
from workshop_app.words import translate

MOST_FRAMED = 3
_PADDING = 14.0
_ROOM = 500.0  # points of the first page that several frames may fill, or one in one piece
_ROWS = 3  # of an answer


def first_page(setter: Typesetter, asks: Sequence[PaperAction]) -> list[Flowable]:
    """The framed asks, or the calm sentence that nothing waits."""
    if not asks:
        return [Spacer(0, 14), _frame([[setter.text(_nothing_waits(), look.ASK)]], tint=True)]
    framed = asks[:MOST_FRAMED]
    if len(asks) == 1:
        heading = setter.under(_how_many(1))
        frame = _framed(setter, framed[0], 1, heading=heading)
        return [Spacer(0, 9), _kept(frame), Spacer(0, 4), answered_by()]
    flowables = setter.heading(_how_many(len(asks)))
    if len(asks) > MOST_FRAMED:
        sentence = translate("plan paper", "The first three are here, the others after what begins without you.")
        flowables.append(setter.text(sentence, look.SMALL))
    flowables.append(Spacer(0, 2 if setter.tight else 4))
    for frame in _frames(setter, framed):
        flowables += [_kept(frame), Spacer(0, 5 if setter.tight else 7)]
    return [*flowables, answered_by()]


def others(setter: Typesetter, asks: Sequence[PaperAction]) -> list[Flowable]:
    """The asks beyond the framed ones, numbered on, each with its circles."""
    if len(asks) <= MOST_FRAMED:
        return []
    flowables = setter.heading(translate("plan paper", "Also waiting for a decision"))
    for number, ask in enumerate(asks[MOST_FRAMED:], start=MOST_FRAMED + 1):
        rows = [[cell] for cell in (*_question(setter, ask, number, tight=True), *answer(number, tight=True))]
        flowables += [_kept(_table(rows, [], padding=0)), Spacer(0, 12)]
    return flowables[:-1]


def overdue(setter: Typesetter, waiting: Sequence[PaperOverdue]) -> list[Flowable]:
    """What should have been answered by now, before anything new is asked."""
    if not waiting:
        return []
    rows: list[list[Flowable]] = [[setter.under(translate("plan paper", "An answer is overdue"))]]
    for one in waiting:
        rows.append([setter.text(translate("plan paper", "“{words}”", words=one.text), look.ASK)])
        sentence = translate(
            "plan paper",
            "{n} of us backed this. An answer from {whom} was due on {date}.",
            n=one.backed,
            whom=one.decider,
            date=long_date(one.due),
        )
        rows.append([setter.text(sentence, look.SAID_BY)])
    return [Spacer(0, 9), _frame(rows, tint=True, inside=7)]


def _frames(setter: Typesetter, asks: Sequence[PaperAction]) -> list[RunningTable]:
    """Several frames, with less room in each where they would not share the first page otherwise."""
    for tight in (setter.tight, True):
        frames = [_framed(setter, ask, number, tight=tight) for number, ask in enumerate(asks, start=1)]
        if sum(frame.wrap(look.WIDTH, look.PAGE_HEIGHT)[1] for frame in frames) <= _ROOM:
            break
    return frames


def _framed(
    setter: Typesetter, ask: PaperAction, number: int, *, heading: Flowable | None = None, tight: bool = False
) -> RunningTable:
    tight = tight or setter.tight
    cells = [heading] if heading else []
    cells += [*_question(setter, ask, 0 if heading else number, tight=tight), *answer(number, tight=tight)]
    return _frame([[cell] for cell in cells], inside=5 if tight else 9)


def _question(setter: Typesetter, ask: PaperAction, number: int, *, tight: bool) -> list[Flowable]:
    of_whom = [translate("plan paper", "asked of {name}", name=ask.asked_of)] if ask.asked_of else []
    when = [translate("plan paper", "by {date}", date=long_date(ask.by))] if ask.by else []
    brought = [translate("plan paper", "brought by {names}", names=people(ask.who))] if ask.who and tight else []
    line = " · ".join([*([str(number)] if number else []), *of_whom, *when, *brought])
    question = [setter.text(line[:1].upper() + line[1:], look.MARK)] if line else []
    question.append(setter.text(ask.what, look.ASK))
    if ask.who and not tight:
        question.append(setter.text(translate("plan paper", "Brought by {names}", names=people(ask.who)), look.SMALL))
    if more := besides(ask):
        question.append(setter.text(more, look.SMALL))
    return list(question)


def besides(action: PaperAction, *, done: bool = True) -> str:
    """What an action looks like when it is done, and what goes into it; "" where nothing was said."""
    parts = []
    if done and action.done_looks:
        parts.append(translate("plan paper", "Done looks like: {words}", words=action.done_looks))
    if action.help:
        parts.append(translate("plan paper", "With: {what}", what=", ".join(action.help)))
    return " · ".join(parts)


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
    if len(rows) > _ROWS:
        base.append(("NOSPLIT", (0, -_ROWS), (-1, -1)))
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
