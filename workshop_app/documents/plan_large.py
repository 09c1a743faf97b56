"""The plan in large print: all that was agreed, in 18 points and more, one thing below the other. No form."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.coverage_picture import in_words
from workshop_app.documents.page import Format, Sheet, render
from workshop_app.documents.paper import Begins, PaperAction, PaperIdea, PaperLimit, PaperObjection, PlanPaper
from workshop_app.documents.plan_words import agreed, reference
from workshop_app.documents.said import answered, underneath
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.wording import given_by, giver, people, role_name
from workshop_app.domain import openness
from workshop_app.words import translate

LEAST = 18.0  # points
_FORMAT = Format(small=LEAST)
_BODY = look.scaled(look.BODY, LEAST / look.BODY.fontSize)
_BOLD = look.scaled(look.COLUMN, LEAST / look.COLUMN.fontSize)
_ITEM = look.scaled(look.ITEM, LEAST / look.ITEM.fontSize)
_HEADING = look.scaled(look.HEADING, 24 / look.HEADING.fontSize)
_TITLE = look.scaled(look.TITLE, 34 / look.TITLE.fontSize)


def build(paper: PlanPaper) -> bytes:
    """The PDF; the same paper gives the same bytes."""
    sheet = Sheet(
        title=translate("large plan", "{title} – in large print", title=paper.title),
        author=paper.school,
        subject=translate("large plan", "A plan that students and staff have agreed and signed, in large print"),
        on=paper.on,
        foot="",
        reference=reference(paper),
        practice=paper.practice,
        format=_FORMAT,
    )
    return render(sheet, lambda: _story(paper))


def _story(paper: PlanPaper) -> list[Flowable]:
    setter = Typesetter()
    setter.heading_style = _HEADING
    asks = [action for action in paper.actions if action.begins is Begins.DECISION]
    ours = [action for action in paper.actions if action.begins is not Begins.DECISION]
    review = translate("large plan", "We look at it again on {date}.", date=long_date(paper.review_on or paper.on))
    step_by = translate("large plan", "By {date}.", date=long_date(paper.first_step_by or paper.on))
    began = translate("plan paper", "This plan began at {school}.", school=paper.came_from)
    covered = in_words(paper.coverage) if paper.coverage else ""
    story = [
        setter.title(paper.title, _TITLE),
        setter.text(f"{paper.school} · {long_date(paper.on)}", _BODY),
        setter.text(agreed(paper), _BOLD),
        *_part(setter, translate("large plan", "The change"), (paper.change, began if paper.came_from else "")),
        *_actions(setter, translate("large plan", "What we ask for"), asks),
        *_actions(setter, translate("large plan", "What we do"), ours),
        *_part(
            setter,
            translate("large plan", "First small step"),
            (paper.first_step, step_by if paper.first_step and paper.first_step_by else ""),
        ),
        *_part(
            setter,
            translate("large plan", "How we will know"),
            (paper.how_we_know, review if paper.review_on else ""),
        ),
        *_part(setter, translate("large plan", "Why"), (paper.why, *(_idea(idea) for idea in paper.ideas))),
        *_part(setter, translate("large plan", "What students know"), (paper.students_know,)),
        *_part(setter, translate("large plan", "What staff know"), (paper.staff_know,)),
        *_part(
            setter,
            translate("large plan", "What some of us object to"),
            (paper.objection, *(_objection(one) for one in paper.objections)),
        ),
        *_part(setter, translate("large plan", "Help we have"), (paper.help_we_have,)),
        *_part(setter, translate("large plan", "What was not open"), [_limit(one) for one in paper.not_open]),
        *_part(setter, translate("large plan", "What we talked about, and who gave ideas"), (covered,)),
        *_signed(setter, paper),
    ]
    return [*story, *setter.lacking(_BODY)]


def _part(setter: Typesetter, heading: str, words: Sequence[str]) -> list[Flowable]:
    """A heading and its paragraphs; nothing where there are none."""
    said = [one for one in words if one]
    flowables = setter.heading(heading) if said else []
    for one in said:
        flowables += [setter.text(one, _BODY), Spacer(0, 8)]
    return flowables


def _actions(setter: Typesetter, heading: str, actions: Sequence[PaperAction]) -> list[Flowable]:
    flowables = setter.heading(heading) if actions else []
    for action in actions:
        flowables.append(setter.text(action.what, _BOLD))
        flowables += setter.items(_about(action), _ITEM)
        flowables.append(Spacer(0, 10))
    return flowables


def _about(action: PaperAction) -> list[str]:
    lines = []
    if action.begins is Begins.DECISION and action.asked_of:
        lines.append(translate("large plan", "Asked of {whom}", whom=action.asked_of))
    if action.who:
        lines.append(translate("large plan", "Who: {names}", names=people(action.who)))
    if action.begins is Begins.WITH_ADULT:
        lines.append(translate("large plan", "With an adult"))
    if action.by:
        lines.append(translate("large plan", "By {date}", date=long_date(action.by)))
    if action.done_looks:
        lines.append(translate("large plan", "Done looks like: {words}", words=action.done_looks))
    if action.help:
        lines.append(translate("large plan", "With: {what}", what=", ".join(action.help)))
    return lines


def _idea(idea: PaperIdea) -> str:
    words = [translate("plan paper", "“{words}”", words=one) for one in (idea.text, idea.translation) if one]
    if not words:
        words = [translate("large plan", "A drawing")]
    answer = [answered(idea.answer), underneath(idea.answer)] if idea.answer else []
    return " ".join([*words, "–", given_by(idea), *(f"· {one}" for one in answer if one)])


def _objection(objection: PaperObjection) -> str:
    met = translate("large plan", "It stands.")
    if objection.met:
        met = translate("large plan", "How we met it: {how}", how=objection.met)
    quote = translate("plan paper", "“{words}”", words=objection.text)
    return f"{quote} – {giver(objection.role)} · {met}"


def _limit(limit: PaperLimit) -> str:
    how = openness.name(openness.How(limit.how)).lower()
    return f"{limit.aspect}: {how} · {limit.whose} · {limit.why}"


def _signed(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    names = [f"{one.who.name} ({role_name(one.who.role)})" for one in paper.signatures]
    if paper.head_agreed:
        head = paper.head_agreed
        names.append(f"{head.who.name} ({head.post or role_name(head.who.role)})")
    flowables = [*setter.heading(translate("large plan", "Signed by")), *setter.items(names, _ITEM)]
    if paper.absent:
        flowables.append(setter.text(translate("plan paper", "Absent: {names}", names=people(paper.absent)), _BODY))
    if paper.to_sign:
        still = translate("plan paper", "Still asked to sign: {names}", names=people(paper.to_sign))
        flowables.append(setter.text(still, _BODY))
    return flowables
