"""The plan in plain words, for students: short sentences, a symbol for each part, in an order that tells a story.

What people wrote stays as they wrote it; the sentences around it are ours, and short. There is no form.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.line_drawing import LineDrawing
from workshop_app.documents.page import Format, Sheet, render
from workshop_app.documents.paper import Begins, PaperAction, PaperAnswer, PlanPaper
from workshop_app.documents.plan_words import reference
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.tables import BARE, RunningTable, Style
from workshop_app.documents.wording import listed
from workshop_app.domain import answers, openness
from workshop_app.words import translate

_SIZE = 14.0
_BODY = look.scaled(look.BODY, _SIZE / look.BODY.fontSize)
_BOLD = look.scaled(look.COLUMN, _SIZE / look.COLUMN.fontSize)
_HEADING = look.scaled(look.HEADING_TIGHT, 18 / look.HEADING_TIGHT.fontSize)
_TITLE = look.scaled(look.TITLE, 28 / look.TITLE.fontSize)
_SIDE, _BESIDE = 40.0, 58.0  # points of a symbol, and from the edge to the words beside it


@dataclass(frozen=True, slots=True)
class _Part:
    """A symbol, a heading, and short paragraphs; one that begins with "*" is said with more weight."""

    symbol: str
    heading: str
    lines: tuple[str, ...]


def build(paper: PlanPaper) -> bytes:
    """The PDF; the same paper gives the same bytes."""
    sheet = Sheet(
        title=translate("plain plan", "{title} – in plain words", title=paper.title),
        author=paper.school,
        subject=translate("plain plan", "A plan of students and staff, in plain words"),
        on=paper.on,
        foot=paper.title,
        reference=reference(paper),
        practice=paper.practice,
        format=Format(small=11.0),
    )
    return render(sheet, lambda: _story(paper))


def _story(paper: PlanPaper) -> list[Flowable]:
    setter = Typesetter()
    setter.heading_style = _HEADING
    story: list[Flowable] = [
        setter.title(paper.title, _TITLE),
        setter.text(translate("plain plan", "This is our plan. Here it is in plain words."), _BODY),
        Spacer(0, 6),
        *(_beside(setter, part) for part in _parts(paper) if any(part.lines)),
    ]
    return [*story, *setter.lacking(_BODY)]


def _beside(setter: Typesetter, part: _Part) -> Flowable:
    """The symbol at the left of its words; it says nothing that the heading does not."""
    words: list[Flowable] = [setter.under(part.heading)]
    for line in part.lines:
        if line:
            if line.startswith("*") and len(words) > 1:
                words.append(Spacer(0, 6))
            words += [setter.text(line.removeprefix("*"), _BOLD if line.startswith("*") else _BODY), Spacer(0, 3)]
    style: Style = [*BARE, ("TOPPADDING", (0, 0), (0, 0), 6), ("BOTTOMPADDING", (0, 0), (-1, -1), 11)]
    widths = [_BESIDE, look.WIDTH - _BESIDE]
    return RunningTable([[[LineDrawing(part.symbol, _SIDE)], words]], colWidths=widths, style=style, splitInRow=70)


def _parts(paper: PlanPaper) -> Iterator[_Part]:
    asks = [action for action in paper.actions if action.begins is Begins.DECISION]
    ours = [action for action in paper.actions if action.begins is not Begins.DECISION]
    yield _Part("star", translate("plain plan", "What will change"), (paper.change,))
    yield _Part(
        "speech",
        translate("plain plan", "Why we want it"),
        (paper.why, *(translate("plan paper", "“{words}”", words=idea.text) for idea in paper.ideas if idea.text)),
    )
    yield _Part(
        "megaphone", translate("plain plan", "What we ask for"), tuple(line for ask in asks for line in _ask(ask))
    )
    yield _Part("tick", translate("plain plan", "What we do"), tuple(line for one in ours for line in _do(one)))
    yield _Part("signpost", translate("plain plan", "The first small step"), _first_step(paper))
    yield _Part("loop", translate("plain plan", "How we will know"), _know(paper))
    yield _Part("balance", translate("plain plan", "Not everybody agrees"), tuple(_against(paper)))
    yield _Part("lock", translate("plain plan", "What we could not decide"), tuple(_closed(paper)))
    yield _Part("half", translate("plain plan", "Answers we have so far"), tuple(_answers(paper)))
    yield _Part("pen", translate("plain plan", "Who agreed"), tuple(_signed(paper)))


def _ask(action: PaperAction) -> Iterator[str]:
    yield f"*{action.what}"
    if action.asked_of:
        yield translate("plain plan", "We asked {whom}.", whom=action.asked_of)
    if action.by:
        yield translate("plain plan", "We need an answer by {date}.", date=long_date(action.by))
    yield from _helped(action)


def _do(action: PaperAction) -> Iterator[str]:
    yield f"*{action.what}"
    if action.who:
        names = listed([person.name for person in action.who]).removesuffix(".")
        yield translate("plain plan", "Who does it: {names}.", names=names)
    if action.begins is Begins.WITH_ADULT:
        yield translate("plain plan", "An adult is there too.")
    if action.by:
        yield translate("plain plan", "It is done by {date}.", date=long_date(action.by))
    yield from _helped(action)


def _helped(action: PaperAction) -> Iterator[str]:
    if action.done_looks:
        yield translate("plain plan", "Then it looks like this: {words}", words=action.done_looks)
    if action.help:
        yield translate("plain plan", "This helps us: {what}.", what=", ".join(action.help))


def _first_step(paper: PlanPaper) -> tuple[str, ...]:
    if not (paper.first_step and paper.first_step_by):
        return (paper.first_step,)
    by = translate("plain plan", "We do it by {date}.", date=long_date(paper.first_step_by))
    return paper.first_step, by


def _know(paper: PlanPaper) -> tuple[str, ...]:
    if not paper.review_on:
        return (paper.how_we_know,)
    again = translate("plain plan", "We meet and look again on {date}.", date=long_date(paper.review_on))
    return paper.how_we_know, again


def _against(paper: PlanPaper) -> Iterator[str]:
    yield paper.objection
    for one in paper.objections:
        yield translate("plan paper", "“{words}”", words=one.text)
        if one.met:
            yield translate("plain plan", "This is what we did about it: {words}", words=one.met)
        else:
            yield translate("plain plan", "We keep this in mind.")


def _closed(paper: PlanPaper) -> Iterator[str]:
    for one in paper.not_open:
        yield f"*{one.aspect}: {openness.name(openness.How(one.how)).lower()}"
        if one.whose:
            yield translate("plain plan", "Who decides: {whose}.", whose=one.whose)
        yield one.why


def _answers(paper: PlanPaper) -> Iterator[str]:
    for idea in paper.ideas:
        if idea.answer is not None:
            yield f"*{idea.text or translate('large plan', 'A drawing')}"
            yield _answered(idea.answer)


def _answered(answer: PaperAnswer) -> str:
    said = translate("plain plan", "The answer is: {answer}.", answer=answers.name(answers.Kind(answer.kind)))
    return " ".join(part for part in (said, answer.reason) if part)


def _signed(paper: PlanPaper) -> Iterator[str]:
    names = listed([one.who.name for one in paper.signatures]).removesuffix(".")
    yield translate("plain plan", "These people signed: {names}.", names=names)
    if paper.head_agreed:
        yield translate("plain plan", "{name} agreed for the school.", name=paper.head_agreed.who.name)
    if paper.absent:
        away = listed([person.name for person in paper.absent]).removesuffix(".")
        yield translate("plain plan", "They were not there: {names}.", names=away)
