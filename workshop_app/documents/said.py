"""What was said around a plan: ideas behind it, objections to it, and what was not open. Own words, no names."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether

from workshop_app.documents import idea_said, look
from workshop_app.documents.paper import PaperAnswer, PaperIdea, PaperLimit, PaperObjection, PlanPaper
from workshop_app.documents.setting import Section, Typesetter, fits_half
from workshop_app.documents.wording import given_by, giver
from workshop_app.domain import answers, openness
from workshop_app.words import translate

_WHOLE = 160  # points of a quote, with who gave it, that stay on one page
_HALF = 330  # characters of all quotes in half a page's width


def known_and_why(setter: Typesetter, paper: PlanPaper, know: Section, first_step: Section) -> list[Flowable]:
    """How we will know and the first step, then why; side by side where room is short and both are."""
    length = len(paper.why) + sum(
        len(idea.text) + len(idea.translation) + len(underneath(idea.answer)) + 60 for idea in paper.ideas
    )
    drawn = any(idea.drawing for idea in paper.ideas)
    if setter.tight and 0 < length <= _HALF and not drawn and fits_half(know):
        heading = translate("plan paper", "Why, in their words")
        reasons = [one for block in _reasons(setter, paper) for one in block]
        return [setter.beside(setter.block(know), (heading, reasons)), *setter.sections(first_step)]
    return [*setter.sections(know, first_step), *why(setter, paper)]


def why(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    """The reason, and the ideas in their givers' words, below a heading."""
    if not (paper.why or paper.ideas):
        return []
    heading = setter.heading(translate("plan paper", "Why, in their words"))
    blocks = [KeepTogether(block) if _stays_whole(block) else block for block in _reasons(setter, paper)]
    return [*heading, *(one for block in blocks for one in (block if isinstance(block, list) else [block]))]


def _stays_whole(block: list[Flowable]) -> bool:
    return sum(flowable.wrap(look.WIDTH, look.PAGE_HEIGHT)[1] for flowable in block) <= _WHOLE


def _reasons(setter: Typesetter, paper: PlanPaper) -> list[list[Flowable]]:
    reason: list[Flowable] = [setter.text(paper.why, look.REASON)]
    return [*([reason] if paper.why else []), *(_idea(setter, idea) for idea in paper.ideas)]


def against(setter: Typesetter, objections: Sequence[PaperObjection], limits: Sequence[PaperLimit]) -> list[Flowable]:
    """What some object to and what was not open; side by side where both are short."""
    parts: list[tuple[str, list[list[Flowable]], int]] = []
    if objections:
        heading = translate("plan paper", "What some of us object to")
        length = sum(len(one.text) + len(one.met) + 40 for one in objections)
        parts.append((heading, [_objection(setter, one) for one in objections], length))
    if limits:
        heading = translate("plan paper", "What was not open, or only in part")
        length = sum(len(one.aspect) + len(one.whose) + len(one.why) + 30 for one in limits)
        parts.append((heading, [_limit(setter, one) for one in limits], length))
    if len(parts) == 2 and max(length for _heading, _said, length in parts) <= _HALF:
        (left, said, _), (right, more, _) = parts
        return [
            setter.beside((left, [one for some in said for one in some]), (right, [o for some in more for o in some]))
        ]
    flowables: list[Flowable] = []
    for heading, blocks, _length in parts:
        flowables += setter.heading(heading)
        for block in blocks:
            flowables += block
    return flowables


def _idea(setter: Typesetter, idea: PaperIdea) -> list[Flowable]:
    made = idea_said.said(setter, idea.text, idea.translation, idea.drawing)
    made.append(setter.text(given_by(idea), look.GIVEN_BY))
    if idea.answer:
        made.append(setter.text(answered(idea.answer), look.GIVEN_BY))
    if more := underneath(idea.answer):
        made.append(setter.text(more, look.GIVEN_BY))
    return made


def answered(answer: PaperAnswer) -> str:
    """An answer in a line: which, by whom, why."""
    kind = answers.name(answers.Kind(answer.kind))
    if answer.passed_to:
        kind = translate("plan paper", "{answer} to {whom}", answer=kind, whom=answer.passed_to)
    said = translate("plan paper", "Answered: {answer}", answer=kind)
    return " · ".join(part for part in (said, answer.by, answer.reason) if part)


def underneath(answer: PaperAnswer | None) -> str:
    """What came to light where an answer came by the honest path, "" elsewhere."""
    if answer is None:
        return ""
    said = (
        (answer.need, translate("plan paper", "The need underneath: {words}", words=answer.need)),
        (answer.small_try, translate("plan paper", "What could be tried: {words}", words=answer.small_try)),
        (answer.students_say, translate("plan paper", "Students say to it: “{words}”", words=answer.students_say)),
    )
    return " · ".join(line for words, line in said if words)


def _objection(setter: Typesetter, objection: PaperObjection) -> list[Flowable]:
    whose = giver(objection.role)
    if objection.met:
        whose = translate("plan paper", "{whose} · how we met it: {how}", whose=whose, how=objection.met)
    else:
        whose = translate("plan paper", "{whose} · it stands", whose=whose)
    quote = translate("plan paper", "“{words}”", words=objection.text)
    return [setter.text(quote, look.SAID), setter.text(whose, look.SAID_BY)]


def _limit(setter: Typesetter, limit: PaperLimit) -> list[Flowable]:
    how = openness.name(openness.How(limit.how))
    line = translate("plan paper", "{aspect}: {how}", aspect=limit.aspect, how=how.lower())
    reason = translate("plan paper", "{whose} · {why}", whose=limit.whose, why=limit.why)
    return [setter.text(line, look.SAID), setter.text(reason, look.SAID_BY)]
