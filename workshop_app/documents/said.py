"""What was said around a plan: ideas behind it, objections to it, and what was not open. Own words, no names."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether

from workshop_app.documents import look
from workshop_app.documents.paper import PaperAnswer, PaperIdea, PaperLimit, PaperObjection, PlanPaper
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.signature_drawing import SignatureDrawing
from workshop_app.documents.wording import given_by, giver
from workshop_app.domain import answers, openness
from workshop_app.words import translate

_QUOTE = 600  # characters of a quote that stays on one page
_HALF = 330  # characters of all quotes in half a page's width
_DRAWN = 120.0  # points that a drawn idea is wide
_DRAWN_ASPECT = 8 / 3


def why(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    """The reason, and the ideas in their givers' words."""
    if not (paper.why or paper.ideas):
        return []
    flowables = setter.heading(translate("plan paper", "Why, in their words"))
    if paper.why:
        flowables.append(setter.text(paper.why, look.REASON))
    for idea in paper.ideas:
        said = _idea(setter, idea)
        flowables += [KeepTogether(said)] if len(idea.text) <= _QUOTE else said
    return flowables


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
    said: list[Flowable] = []
    if idea.drawing:
        said.append(SignatureDrawing(idea.drawing, _DRAWN, _DRAWN_ASPECT))
    if idea.text:
        said.append(setter.text(translate("plan paper", "“{words}”", words=idea.text), look.QUOTE))
    if idea.translation:
        meant = translate("plan paper", "In our school’s language: “{words}”", words=idea.translation)
        said.append(setter.text(meant, look.QUOTE))
    said.append(setter.text(given_by(idea), look.GIVEN_BY))
    if idea.answer:
        said.append(setter.text(_answered(idea.answer), look.GIVEN_BY))
    return said


def _answered(answer: PaperAnswer) -> str:
    kind = answers.name(answers.Kind(answer.kind))
    if answer.passed_to:
        kind = translate("plan paper", "{answer} to {whom}", answer=kind, whom=answer.passed_to)
    said = translate("plan paper", "Answered: {answer}", answer=kind)
    return " · ".join(part for part in (said, answer.by, answer.reason) if part)


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
